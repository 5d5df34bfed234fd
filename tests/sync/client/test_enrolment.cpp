// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/membership.h"
#include "tests/sync/client/client_world.h"

#include <QtTest>
#include <memory>
#include <sys/stat.h>
#include <type_traits>

using namespace smiley;
using namespace smiley::client;
using namespace smiley::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

static_assert(!std::is_default_constructible_v<Membership>);

/// Enrolling with real files and real TLS.
class TestEnrolment : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ClientWorld> m_world;

private slots:
    void init() { m_world = std::make_unique<ClientWorld>(); }
    void cleanup() { m_world.reset(); }

    void enrollingMakesAKeyAndPassesTheAnswerOnAsItStands()
    {
        const auto https = m_world->connect();
        const auto enrolment = enrol(m_world->stand.folders, "abcd-2345", *https);
        QVERIFY(enrolment);
        QCOMPARE(enrolment->stand.text(), std::string("fjordby-01"));
        const std::string forStand = readAll(m_world->stand.folders.inbox / "enrolment.json");
        QCOMPARE(forStand, readAll(m_world->stand.folders.state / "enrolment.json"));
        QVERIFY(wire::readEnrolment(forStand));
        struct stat status = {};
        QCOMPARE(::stat((m_world->stand.folders.state / "transport.key").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        // The identity goes as the stand program signed it.
        const auto request = wire::readEnrolmentRequest(m_world->centre.seen().at(0).body);
        QVERIFY(request);
        QCOMPARE(request->identity, readAll(m_world->stand.folders.outbox / "stand.json"));
        QCOMPARE(request->code, std::string("ABCD2345"));
    }

    void enrollingAgainAfterACutUsesTheSameKeyAndSucceeds()
    {
        m_world->centre.after = [](const SeenRequest&, Reply& reply) { reply.cutAfter = 100; };
        const auto https = m_world->connect();
        const auto cut = enrol(m_world->stand.folders, "ABCD2345", *https);
        QVERIFY(!cut);
        QVERIFY(cut.error().code == EnrolFault::Unreachable);
        QVERIFY(!fs::exists(m_world->stand.folders.state / "enrolment.json"));
        QVERIFY(!loadMembership(m_world->stand.folders));
        const std::string key = readAll(m_world->stand.folders.state / "transport.key");
        m_world->centre.after = nullptr;
        QVERIFY(enrol(m_world->stand.folders, "ABCD2345", *https));
        QCOMPARE(readAll(m_world->stand.folders.state / "transport.key"), key);
        QVERIFY(loadMembership(m_world->stand.folders));
    }

    void codesThatCanNotBeOnesAreNotSent_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"", "ABCD", "ABCD-234", "ABCD-23456", "ABCD-2301", "ABCD_2345", "ÆBCD-234"}) {
            QTest::newRow(code) << code;
        }
    }
    void codesThatCanNotBeOnesAreNotSent()
    {
        QFETCH(QString, code);
        const auto https = m_world->connect();
        const auto result = enrol(m_world->stand.folders, code.toStdString(), *https);
        QVERIFY(!result);
        QVERIFY(result.error().code == EnrolFault::BadCode);
        QVERIFY(result.error().message.find("XXXX-XXXX") != std::string::npos);
        QVERIFY(m_world->centre.seen().empty());
    }

    void whatKeepsFromEnrollingIsToldApart_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* trouble, EnrolFault fault, int exitCode, const char* says) {
            QTest::newRow(trouble) << trouble << static_cast<int>(fault) << exitCode << says;
        };
        row("wrong code", EnrolFault::Refused, 6, "No such code: the code is wrong");
        row("used code", EnrolFault::Refused, 6, "The code was used");
        row("no stand.json", EnrolFault::NoStand, 7, "start smiley-stand once");
        row("bad stand.json", EnrolFault::NoStand, 7, "stand.json");
        row("nobody listens", EnrolFault::Unreachable, 4, "can't connect");
        row("other authority", EnrolFault::NotTrusted, 5, "pinned CA");
        row("500", EnrolFault::Unexpected, 8, "500");
        row("redirect", EnrolFault::Refused, 6, "redirects");
        row("noise", EnrolFault::Unexpected, 8, "answer");
        row("another's key", EnrolFault::Unexpected, 8, "another stand's key");
        row("damaged key", EnrolFault::Folder, 7, "transport.key");
        row("inbox is full", EnrolFault::Folder, 7, "enrolment.json");
    }
    void whatKeepsFromEnrollingIsToldApart()
    {
        QFETCH(QString, trouble);
        QFETCH(int, fault);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        std::string code = "ABCD2345";
        std::string url = m_world->server->url();
        const TestAuthority other;
        std::unique_ptr<TestServer> untrusted;
        const auto answerWith = [&](Reply reply) {
            m_world->centre.before = [reply](const SeenRequest&) { return std::optional(reply); };
        };
        if (trouble == "wrong code") {
            code = "ABCD2346";
        } else if (trouble == "used code") {
            answerWith(problem(410, "The code was used", "ask for a new one"));
        } else if (trouble == "no stand.json") {
            fs::remove(m_world->stand.folders.outbox / "stand.json");
        } else if (trouble == "bad stand.json") {
            writeAll(m_world->stand.folders.outbox / "stand.json", "{}");
        } else if (trouble == "nobody listens") {
            m_world->server.reset();
        } else if (trouble == "other authority") {
            untrusted = m_world->serve(other.issue());
            url = untrusted->url();
        } else if (trouble == "500") {
            answerWith({.status = 500});
        } else if (trouble == "redirect") {
            answerWith({.status = 302, .headers = {{"Location", "https://elsewhere"}}});
        } else if (trouble == "noise") {
            answerWith({.body = "<html>welcome to the hotel</html>"});
        } else if (trouble == "another's key") {
            answerWith({.body = wire::writeEnrolment({m_world->centre.stand, *core::MunicipalityId::parse("fjordby"),
                                                      m_world->centre.key.publicKey(),
                                                      wire::SecretKey::generate().publicKey(), true},
                                                     m_world->centre.key)});
        } else if (trouble == "damaged key") {
            writeAll(m_world->stand.folders.state / "transport.key", "not a key");
        } else {
            fs::create_directory(m_world->stand.folders.inbox / "enrolment.json");
        }
        const auto https = m_world->connect(url);
        const auto result = enrol(m_world->stand.folders, code, *https);
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), fault);
        QCOMPARE(static_cast<int>(exitCodeOf(result.error().code)), exitCode);
        QVERIFY2(result.error().message.find(says.toStdString()) != std::string::npos, result.error().message.c_str());
        QVERIFY(!fs::is_regular_file(m_world->stand.folders.inbox / "enrolment.json"));
        QVERIFY(!loadMembership(m_world->stand.folders));
    }

    void aStandThatIsNotEnrolledOrDamagedIsTold()
    {
        QVERIFY(loadMembership(m_world->stand.folders).error().code == MembershipFault::NotEnrolled);
        static_cast<void>(m_world->enrolled());
        QVERIFY(loadMembership(m_world->stand.folders));
        const std::string key = readAll(m_world->stand.folders.state / "transport.key");
        writeAll(m_world->stand.folders.state / "transport.key", key.substr(3));
        QVERIFY(loadMembership(m_world->stand.folders).error().code == MembershipFault::Damaged);
        writeAll(m_world->stand.folders.state / "transport.key", key);
        std::string enrolment = readAll(m_world->stand.folders.state / "enrolment.json");
        enrolment.replace(enrolment.find("fjordby-01"), 10, "fjordby-02");
        writeAll(m_world->stand.folders.state / "enrolment.json", enrolment);
        QVERIFY(loadMembership(m_world->stand.folders).error().code == MembershipFault::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "test_enrolment.moc"
