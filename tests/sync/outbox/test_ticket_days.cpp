// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/closing.h"
#include "sync/outbox/replay.h"
#include "sync/outbox/running_day.h"
#include "sync/wire/policy_json.h"

#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QByteArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <zstd.h>

/// One-time cards from the journal to the envelope.

using namespace smiley;
using namespace smiley::test;
using core::TicketUse;

namespace {

using Card = std::array<std::byte, 16>;

Card card(int number)
{
    Card id{};
    id.fill(std::byte{0xC5});
    id[0] = static_cast<std::byte>(number);
    return id;
}

std::string asksForCards()
{
    core::VisitRule rule;
    rule.ticketsRequired = true;
    return wire::policyJson({"with-cards", rule});
}

core::Tap tapWith(World& world, int face, TicketUse use)
{
    core::Tap tap = tapOn(face);
    tap.questionnaire = world.keeper().inForce().questionnaire.hash;
    tap.ticket = use;
    return tap;
}

/// A visitor shows a card, as the stand does it: what the store says of it is in the row.
core::TicketMark answerWith(World& world, const Card& id, int face = 4)
{
    const auto mark = *world.store().ticketMark(id, world.now());
    const auto use = *world.store().ticketIsUsed(mark) ? TicketUse::Used : TicketUse::Fresh;
    if (!world.store().append({world.now(), tapWith(world, face, use), {}}, mark)) {
        qFatal("append");
    }
    world.pass(120'000);
    return mark;
}

void answerWithout(World& world, int face = 2)
{
    world.append(tapWith(world, face, TicketUse::None));
    world.pass(120'000);
}

const wire::TallyRecord& tallyOf(const wire::Envelope& envelope, const char* policy)
{
    const auto found = std::ranges::find(envelope.tallies, policy, &wire::TallyRecord::policy);
    if (found == envelope.tallies.end()) {
        qFatal("no tally");
    }
    return *found;
}

std::uint32_t answers(const wire::TallyRecord& tally)
{
    std::uint32_t sum = 0;
    for (const std::uint32_t count : tally.faces) {
        sum += count;
    }
    return sum;
}

std::uint64_t tapsFor(const wire::TallyRecord& tally, core::Reason reason)
{
    const auto found = tally.reasons.find(std::string(core::code(reason)));
    return found == tally.reasons.end() ? 0 : found->second;
}

/// All that the stand has and sends.
std::string everyByteOf(World& world)
{
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(world.folder())) {
        bytes += entry.is_regular_file() ? readBytes(entry.path()) : std::string();
    }
    return bytes;
}

std::string textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void closeThe(World& world, int day)
{
    world.goTo(day + 1, 0, 1);
    world.tick();
}

} // namespace

class TestTicketDays final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

private slots:
    void cardsAreAskedForFromTheNextOpeningDayOn()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 7);
        world.putInbox("configuration.json", world.configurationWith(3, asksForCards(), ""));
        world.tick();
        for (int day = 0; day < 2; ++day) {
            world.goTo(day, 10);
            for (int visitor = 0; visitor < 6; ++visitor) {
                answerWith(world, card(visitor));
                answerWithout(world);
            }
            answerWith(world, card(0)); // of each day another mark, and used on it
            const auto running = outbox::runningDay(world.store(), world.now());
            QCOMPARE(running->rule.ticketsRequired, day == 1);
            closeThe(world, day);
        }
        const auto envelopes = world.envelopes();
        QCOMPARE(envelopes.size(), 2U);
        const wire::Envelope before = world.content(envelopes[0]);
        QCOMPARE(answers(tallyOf(before, "headline")), 12U);
        QCOMPARE(tapsFor(tallyOf(before, "headline"), core::Reason::NoTicket), 0U);
        QCOMPARE(tapsFor(tallyOf(before, "headline"), core::Reason::DupTicket), 1U);

        const wire::Envelope after = world.content(envelopes[1]);
        QCOMPARE(answers(tallyOf(after, "headline")), 6U);
        QVERIFY((tallyOf(after, "headline").faces == core::FaceCounts{0, 0, 0, 6, 0}));
        QCOMPARE(tapsFor(tallyOf(after, "headline"), core::Reason::NoTicket), 6U);
        QCOMPARE(tapsFor(tallyOf(after, "headline"), core::Reason::DupTicket), 1U);
        QCOMPARE(answers(tallyOf(after, "loose")), 12U); // what is published beside it asks for none
        QCOMPARE(tallyOf(after, "headline").hash->text(), wire::sha256(asksForCards()).text());
        // Kept, with its reason.
        QCOMPARE(std::ranges::count(after.visits, core::Reason::NoTicket, &wire::VisitRecord::reason), 6);
        for (const wire::VisitRecord& visit : after.visits) {
            QCOMPARE(visit.outcome == core::Outcome::Excluded, visit.reason == core::Reason::NoTicket);
        }
        QVERIFY(tallyOf(after, "headline").model && tallyOf(after, "headline").model->visits < 6.5);
        QVERIFY(tallyOf(before, "headline").model && tallyOf(before, "headline").model->visits > 10);
    }

    void aHeldDayWithCardsComesOutToTheBit()
    {
        World world(m_folders.next());
        world.enrol();
        world.putInbox("configuration.json", world.configurationWith(3, asksForCards(), "strict"));
        world.tick();
        std::mt19937_64 random(3);
        for (int day = 0; day < 3; ++day) {
            world.goTo(day, 8);
            for (int visit = 0; visit < 60; ++visit) {
                switch (random() % 6) {
                case 0:
                case 1: answerWith(world, card(static_cast<int>(random() % 40))); break;
                case 2: answerWithout(world); break;
                case 3: world.append(tapWith(world, 5, TicketUse::Same)); break;
                case 4: world.append(core::Withdrawn{}); break;
                default: world.append(tapWith(world, 1, TicketUse::Used)); break;
                }
                world.pass(static_cast<std::int64_t>(random() % 5000));
                if (random() % 30 == 0) {
                    (void)world.store().begin(world.now(), "again");
                }
            }
            closeThe(world, day);
        }
        const auto held = outbox::replayHeldDays(world.store());
        QCOMPARE(held->size(), 3U);
        for (const outbox::Replayed& day : *held) {
            QVERIFY(day.outcome == outbox::Replayed::Outcome::Same);
        }
        QVERIFY(held->back().content.find("NO_TICKET") != std::string::npos);
        QVERIFY(held->back().content.find("DUP_TICKET") != std::string::npos);
        QVERIFY(held->back().content.find(" TICKET ") != std::string::npos);
    }

    /// Two days whose cards are others, used in another order and under another key: what is kept of the day is the same to
    /// the byte, and no id, mark or key is in anything that leaves, in no spelling.
    void nothingOfACardLeaves()
    {
        std::vector<std::string> contents;
        std::vector<std::string> left;
        std::vector<std::vector<std::string>> secrets;
        for (const std::vector<int>& cards :
             {std::vector{1, 2, 3, 4, 5, 6, 7}, std::vector{90, 12, 44, 7, 61, 3, 200}}) {
            World world(m_folders.next());
            world.enrol();
            world.putInbox("configuration.json", world.configurationWith(3, asksForCards(), ""));
            world.tick();
            world.goTo(1, 10);
            std::vector<std::string>& hidden = secrets.emplace_back();
            for (const int number : cards) {
                hidden.push_back(textOf(card(number)));
                hidden.push_back(textOf(answerWith(world, card(number))));
            }
            answerWith(world, card(cards[2]), 1);
            answerWithout(world);
            closeThe(world, 1);
            std::string& sent = left.emplace_back();
            for (const auto& file : std::filesystem::directory_iterator(world.setup.outbox)) {
                sent += file.is_regular_file() ? readBytes(file.path()) : std::string();
            }
            for (const auto& envelope : world.envelopes()) {
                std::string text(ZSTD_getFrameContentSize(envelope.bytes.data(), envelope.bytes.size()), '\0');
                ZSTD_decompress(text.data(), text.size(), envelope.bytes.data(), envelope.bytes.size());
                sent += text;
            }
            const auto held = outbox::replayHeldDays(world.store());
            contents.push_back(held->back().content);
        }
        QCOMPARE(contents[0], contents[1]);
        QVERIFY(contents[0].find("TICKET") != std::string::npos);
        for (std::size_t each = 0; each < left.size(); ++each) {
            QVERIFY(left[each].find("DUP_TICKET") != std::string::npos);
            for (const std::string& secret : secrets[each]) {
                const QByteArray bytes = QByteArray::fromStdString(secret);
                for (const std::string& spelt :
                     {secret, bytes.toHex().toStdString(), bytes.toHex().toUpper().toStdString(),
                      bytes.toBase64(QByteArray::OmitTrailingEquals).toStdString(),
                      bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString()}) {
                    QVERIFY(left[each].find(spelt) == std::string::npos);
                    QVERIFY(left[each].find(spelt.substr(0, spelt.size() - 2)) == std::string::npos);
                }
            }
        }
    }

    void aDaysCardsAreForgottenWhenItIsClosed()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 10);
        std::vector<std::string> marks;
        for (int visitor = 0; visitor < 6; ++visitor) {
            marks.push_back(textOf(answerWith(world, card(visitor))));
        }
        world.tick(); // the day isn't over
        const std::string before = everyByteOf(world);
        QVERIFY(std::ranges::all_of(marks, [&](const auto& mark) { return before.find(mark) != std::string::npos; }));
        closeThe(world, 0);
        const std::string after = everyByteOf(world);
        QVERIFY(std::ranges::none_of(marks, [&](const auto& mark) { return after.find(mark) != std::string::npos; }));
    }

    void aStandThatWasOffForgetsThemAtItsStart()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 10);
        const std::string mark = textOf(answerWith(world, card(1)));
        QVERIFY(everyByteOf(world).find(mark) != std::string::npos);
        world.goTo(4, 9);
        world.start();
        world.tick();
        QVERIFY(everyByteOf(world).find(mark) == std::string::npos);
    }

    void aCorrectionAfterMidnightIsOfTheSameCard()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        core::Tap tap = tapOn(2);
        tap.ticket = TicketUse::Fresh;
        const auto first = rows.add(at("2026-11-02", 23, 59, 55), tap);
        tap = tapOn(5);
        tap.ticket = TicketUse::Same;
        rows.add(at("2026-11-03", 0, 0, 5), tap, core::ClockQuality::Anchored, first);
        rows.add(at("2026-11-03", 10), tap); // of a day that has no card before it
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-04", 0)));
        QCOMPARE(days.size(), 2U);
        const auto taps = outbox::tapsOf(days[0], {});
        QCOMPARE(taps.size(), 2U);
        QVERIFY(taps[0].ticket == core::number(first) && taps[1].ticket == taps[0].ticket);
        QCOMPARE(outbox::tapsOf(days[1], {})[0].ticket, core::usedTicket);
    }
};

QTEST_GUILESS_MAIN(TestTicketDays)
#include "test_ticket_days.moc"
