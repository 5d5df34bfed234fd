// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/base45.h"
#include "sync/wire/ticket.h"
#include "tests/sync/wire/samples.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>

using namespace smiley;
using wire::readTicket;
using wire::Ticket;
using wire::TicketFault;

namespace {

const core::Day day = *core::Day::parse("2026-12-04");
constexpr std::string_view stand = "jobcenter-1";

wire::TicketId idOf(std::uint8_t first)
{
    wire::TicketId id{};
    for (std::size_t i = 0; i < id.size(); ++i) {
        id.at(i) = static_cast<std::byte>(first + i);
    }
    return id;
}

std::string cardOf(std::string_view name = stand, core::Day on = day)
{
    return wire::ticketText({on, std::string(name), idOf(7)}, test::goldenKey());
}

/// What the stand says of it: the fault, or nothing where the card is good.
std::optional<TicketFault> faultOf(std::string_view text, std::string_view name = stand, core::Day today = day)
{
    const auto read = readTicket(text, test::goldenKey().publicKey(), name, today);
    return read ? std::nullopt : std::optional(read.error().code);
}

std::string payloadOf(const std::string& text) { return *wire::fromBase45(std::string_view(text).substr(4)); }
std::string textOf(const std::string& payload) { return "ST1:" + wire::toBase45(payload); }

} // namespace

class TestTicket : public QObject {
    Q_OBJECT

private slots:
    void base45IsThatOfRfc9285_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        // RFC 9285, 4.3 and 4.4, and the edges.
        QTest::newRow("AB") << QByteArray("AB") << "BB8";
        QTest::newRow("Hello!!") << QByteArray("Hello!!") << "%69 VD92EX0";
        QTest::newRow("base-45") << QByteArray("base-45") << "UJCLQE7W581";
        QTest::newRow("ietf!") << QByteArray("ietf!") << "QED8WEX0";
        QTest::newRow("nothing") << QByteArray() << "";
        QTest::newRow("0") << QByteArray(1, '\0') << "00";
        QTest::newRow("00") << QByteArray(2, '\0') << "000";
        QTest::newRow("FF") << QByteArray("\xFF") << "U5";
        QTest::newRow("FFFF") << QByteArray("\xFF\xFF") << "FGW";
    }

    void base45IsThatOfRfc9285()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(wire::toBase45(bytes.toStdString()), text.toStdString());
        QCOMPARE(wire::fromBase45(text.toStdString()), std::optional(bytes.toStdString()));
    }

    void whatIsNotBase45IsRefused()
    {
        // Too short by one; more than two bytes (RFC 9285, 4.2), than one; small letters; outside the alphabet.
        for (const std::string_view text :
             {"0", "0000", "GGW", "FHW", ":::", "V5", "::", "bb8", "BB!", "BB\n", "B,8", "B\xC3\xA6"}) {
            QVERIFY2(!wire::fromBase45(text), std::string(text).c_str());
        }
        QVERIFY(!wire::fromBase45(std::string_view("B\0B", 3)));
    }

    void base45SurvivesAndEachValueHasOneText()
    {
        QVERIFY(rc::check([](const std::string& bytes) {
            RC_ASSERT(wire::fromBase45(wire::toBase45(bytes)) == std::optional(bytes));
        }));
        QVERIFY(rc::check([] {
            const auto text = *rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")));
            const auto bytes = wire::fromBase45(text);
            const bool isTheOne = !bytes || wire::toBase45(*bytes) == text;
            RC_ASSERT(isTheOne);
        }));
    }

    void aCardIsReadAgain()
    {
        QVERIFY(rc::check([] {
            const core::Day on{std::chrono::sys_days(std::chrono::days(*rc::gen::inRange(0, 65536)))};
            Ticket ticket{on, *rc::gen::element<std::string>("abc", "jobcenter-1", std::string(40, 'x')), {}};
            for (std::byte& each : ticket.id) {
                each = static_cast<std::byte>(*rc::gen::arbitrary<std::uint8_t>());
            }
            const std::string text = wire::ticketText(ticket, test::goldenKey());
            RC_ASSERT(text.size() == 135U);
            RC_ASSERT(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == std::string::npos);
            const auto read = readTicket(text, test::goldenKey().publicKey(), ticket.stand, on);
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == ticket.id);
        }));
    }

    void theFormatStaysAsItIs()
    {
        // Cards that are printed must be readable by every later program.
        const std::string text = cardOf();
        QCOMPARE(text, std::string("ST1:M70/07O36OSBW016C1PN1:Y1I12$C2BO26$23TGTIK:7HQGCPDMIIDM*CT1L68DISOMM2TUDK445/"
                                   "0V$55+1TBKITLL1E*HQ$F1Z2UB5IK1S%36P:HKV5+S5J2I3WMYZG30"));
        const std::string payload = payloadOf(text);
        QCOMPARE(QByteArray::fromStdString(payload.substr(0, 23)).toHex(),
                 QByteArray("01"
                            "5137") +
                     QByteArray::fromStdString(wire::sha256(stand).text().substr(0, 8)) +
                     QByteArray("0708090a0b0c0d0e0f10111213141516"));
        QVERIFY(wire::verify(test::goldenKey().publicKey(), wire::Context::Ticket,
                             payload.substr(0, 23) + std::string(stand), wire::toBase64Url(payload.substr(23))));
    }

    void whatAScannerAppendsIsPassedOver()
    {
        for (const char* after : {"\r", "\n", "\r\n", "\t", " ", " \r\n"}) {
            QVERIFY(!faultOf(cardOf() + after));
        }
        QCOMPARE(faultOf(cardOf() + "\r\n0"), std::optional(TicketFault::NotACard));
        QCOMPARE(faultOf(" " + cardOf()), std::optional(TicketFault::NotACard));
        QCOMPARE(faultOf(cardOf() + cardOf()), std::optional(TicketFault::NotACard));
    }

    void everyFlippedBitIsRefused()
    {
        const std::string payload = payloadOf(cardOf());
        for (std::size_t at = 0; at < payload.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string changed = payload;
                changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << bit));
                const TicketFault expected = at == 0  ? TicketFault::NotACard
                                             : at < 3 ? TicketFault::Forged
                                             : at < 7 ? TicketFault::OtherStand
                                                      : TicketFault::Forged;
                QCOMPARE(faultOf(textOf(changed)), std::optional(expected));
            }
        }
    }

    void everyOtherCharacterIsRefused()
    {
        const std::string text = cardOf();
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (int c = 0; c < 256; c += 3) {
                std::string changed = text;
                changed[at] = static_cast<char>(c);
                QCOMPARE(faultOf(changed).has_value(), changed != text);
            }
        }
    }

    void everyOtherLengthIsRefused()
    {
        const std::string text = cardOf();
        for (std::size_t size = 0; size < text.size(); ++size) {
            QCOMPARE(faultOf(std::string_view(text).substr(0, size)), std::optional(TicketFault::NotACard));
            QCOMPARE(faultOf(std::string_view(text).substr(text.size() - size)), std::optional(TicketFault::NotACard));
        }
        for (std::size_t more = 1; more < 600; ++more) {
            QCOMPARE(faultOf(text + std::string(more, 'A')), std::optional(TicketFault::NotACard));
        }
        // A signature that is a byte longer or shorter.
        QCOMPARE(faultOf(textOf(payloadOf(text) + "x")), std::optional(TicketFault::NotACard));
        QCOMPARE(faultOf(textOf(payloadOf(text).substr(0, 86))), std::optional(TicketFault::NotACard));
    }

    void aCardIsForOneStandAndOneDay()
    {
        QCOMPARE(faultOf(cardOf(), "jobcenter-2"), std::optional(TicketFault::OtherStand));
        QCOMPARE(faultOf(cardOf(), ""), std::optional(TicketFault::OtherStand));
        QCOMPARE(faultOf(cardOf(), stand, day.next()), std::optional(TicketFault::OtherDay));
        QCOMPARE(faultOf(cardOf(stand, day.next())), std::optional(TicketFault::OtherDay));
        // What the centre didn't sign is forged, whichever day it says.
        std::string changed = payloadOf(cardOf());
        changed[2] = static_cast<char>(changed[2] + 1);
        QCOMPARE(faultOf(textOf(changed), stand, day.next()), std::optional(TicketFault::Forged));
        // A stand whose clock is beyond the format reads no card as of today.
        QCOMPARE(faultOf(cardOf(), stand, *core::Day::parse("2206-05-11")), std::optional(TicketFault::OtherDay));
    }

    void onlyThisCentresKeySigns()
    {
        const std::string other = wire::ticketText({day, std::string(stand), idOf(7)}, wire::SecretKey::generate());
        QCOMPARE(faultOf(other), std::optional(TicketFault::Forged));
        // What is signed for something else is no card.
        const std::string payload = payloadOf(cardOf());
        const std::string elsewhere = *wire::fromBase64Url(
            test::goldenKey().sign(wire::Context::Receipt, payload.substr(0, 23) + std::string(stand)));
        QCOMPARE(faultOf(textOf(payload.substr(0, 23) + elsewhere)), std::optional(TicketFault::Forged));
    }

    void twoStandsOfOneTagAreStillToldApart()
    {
        // Four bytes collide after some 65,000 names.
        std::map<std::string, std::string> tags;
        std::string one;
        std::string two;
        for (int i = 0; one.empty() && i < 2'000'000; ++i) {
            const std::string name = "stand-" + std::to_string(i);
            const auto [found, isNew] = tags.try_emplace(wire::sha256(name).text().substr(0, 8), name);
            if (!isNew) {
                one = found->second;
                two = name;
            }
        }
        QVERIFY(!one.empty());
        QVERIFY(!faultOf(cardOf(one), one));
        QCOMPARE(faultOf(cardOf(one), two), std::optional(TicketFault::Forged));
    }

    void anyBytesAreTaken()
    {
        QVERIFY(rc::check([](const std::string& text) {
            RC_ASSERT(faultOf(text) == std::optional(TicketFault::NotACard));
            RC_ASSERT(faultOf("ST1:" + text) == std::optional(TicketFault::NotACard));
        }));
        // A whole payload of chance.
        QVERIFY(rc::check([] {
            const auto bytes = *rc::gen::container<std::string>(87, rc::gen::arbitrary<char>());
            RC_ASSERT(faultOf(textOf(bytes)).has_value());
        }));
    }
};

QTEST_APPLESS_MAIN(TestTicket)
#include "test_ticket.moc"
