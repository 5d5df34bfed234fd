// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/exit_code.h"
#include "sync/client/https.h"
#include "sync/client/membership.h"
#include "sync/client/sync.h"
#include "sync/wire/envelope.h"
#include "tests/support/fakes.h"
#include "tests/sync/client/test_centre.h"
#include "tests/sync/client/test_server.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <memory>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <thread>
#include <type_traits>

using namespace smiley;
using namespace smiley::client;
using namespace smiley::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

static_assert(!std::is_default_constructible_v<Membership>);

namespace {

class FakeMachine final : public Machine {
public:
    [[nodiscard]] core::MonotonicMs now() const override { return core::MonotonicMs{nowMs}; }
    [[nodiscard]] std::string bootId() const override { return boot; }
    [[nodiscard]] int freeDiskPercent() const override { return 55; }
    std::int64_t nowMs = 26 * 3'600'000 + 59 * 60'000;
    std::string boot = "5f3e0c4e-0000-4000-8000-000000000000";
};

const NetworkLimits quick{.resolve = 2s, .connect = 500ms, .handshake = 500ms, .send = 500ms, .receive = 500ms};

} // namespace

/// The client with real files and real TLS, against a centre in memory.
class TestSync : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<TestStand> m_stand;
    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Stop> m_stop;
    TestAuthority m_authority;
    FakeMachine m_machine;
    SeededRandom m_random;

    [[nodiscard]] fs::path folder() const { return m_temporary->path().toStdString(); }
    std::unique_ptr<TestServer> serve(const CertifiedKey& certified)
    {
        return std::make_unique<TestServer>(
            certified, [centre = m_centre.get()](const SeenRequest& request) { return centre->answer(request); });
    }
    std::unique_ptr<Https> connect(const std::string& url)
    {
        writeAll(folder() / "ca.pem", m_authority.certificate());
        return std::move(*Https::open(url, folder() / "ca.pem", "smiley-sync test", *m_stop, quick));
    }
    std::unique_ptr<Https> connect() { return connect(m_server->url()); }
    Membership enrolled()
    {
        const auto https = connect();
        const auto done = enrol(m_stand->folders, "abcd-2345", *https);
        assert(done);
        m_centre->forgetSeen();
        return std::move(*loadMembership(m_stand->folders));
    }
    Summary once(const Membership& membership, Transport& transport)
    {
        return Sync(m_stand->folders, membership, "smiley-sync test", transport, m_machine, m_random).once();
    }
    Summary once(const Membership& membership) { return once(membership, *connect()); }
    static int codeOf(const Summary& summary) { return static_cast<int>(exitCodeOf(summary)); }

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_stand = std::make_unique<TestStand>(folder());
        m_centre = std::make_unique<TestCentre>();
        m_server = serve(m_authority.issue());
        m_stop = std::make_unique<Stop>(::eventfd(0, EFD_CLOEXEC));
        m_machine.nowMs = 26 * 3'600'000 + 59 * 60'000;
    }
    void cleanup() { m_server.reset(); }

    // Enrolment

    void enrollingMakesAKeyAndPassesTheAnswerOnAsItStands()
    {
        const auto https = connect();
        const auto enrolment = enrol(m_stand->folders, "abcd-2345", *https);
        QVERIFY(enrolment);
        QCOMPARE(enrolment->stand.text(), std::string("fjordby-01"));
        const std::string forStand = readAll(m_stand->folders.inbox / "enrolment.json");
        QCOMPARE(forStand, readAll(m_stand->folders.state / "enrolment.json"));
        QVERIFY(wire::readEnrolment(forStand));
        struct stat status = {};
        QCOMPARE(::stat((m_stand->folders.state / "transport.key").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        // The identity goes as the stand program signed it.
        const auto request = wire::readEnrolmentRequest(m_centre->seen().at(0).body);
        QVERIFY(request);
        QCOMPARE(request->identity, readAll(m_stand->folders.outbox / "stand.json"));
        QCOMPARE(request->code, std::string("ABCD2345"));
    }

    void enrollingAgainAfterACutUsesTheSameKeyAndSucceeds()
    {
        m_centre->after = [](const SeenRequest&, Reply& reply) { reply.cutAfter = 100; };
        const auto https = connect();
        const auto cut = enrol(m_stand->folders, "ABCD2345", *https);
        QVERIFY(!cut);
        QVERIFY(cut.error().code == EnrolFault::Unreachable);
        QVERIFY(!fs::exists(m_stand->folders.state / "enrolment.json"));
        QVERIFY(!loadMembership(m_stand->folders));
        const std::string key = readAll(m_stand->folders.state / "transport.key");
        m_centre->after = nullptr;
        QVERIFY(enrol(m_stand->folders, "ABCD2345", *https));
        QCOMPARE(readAll(m_stand->folders.state / "transport.key"), key);
        QVERIFY(loadMembership(m_stand->folders));
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
        const auto https = connect();
        const auto result = enrol(m_stand->folders, code.toStdString(), *https);
        QVERIFY(!result);
        QVERIFY(result.error().code == EnrolFault::BadCode);
        QVERIFY(result.error().message.find("XXXX-XXXX") != std::string::npos);
        QVERIFY(m_centre->seen().empty());
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
        std::string url = m_server->url();
        const TestAuthority other;
        std::unique_ptr<TestServer> untrusted;
        const auto answerWith = [&](Reply reply) {
            m_centre->before = [reply](const SeenRequest&) { return std::optional(reply); };
        };
        if (trouble == "wrong code") {
            code = "ABCD2346";
        } else if (trouble == "used code") {
            answerWith(problem(410, "The code was used", "ask for a new one"));
        } else if (trouble == "no stand.json") {
            fs::remove(m_stand->folders.outbox / "stand.json");
        } else if (trouble == "bad stand.json") {
            writeAll(m_stand->folders.outbox / "stand.json", "{}");
        } else if (trouble == "nobody listens") {
            m_server.reset();
        } else if (trouble == "other authority") {
            untrusted = serve(other.issue());
            url = untrusted->url();
        } else if (trouble == "500") {
            answerWith({.status = 500});
        } else if (trouble == "redirect") {
            answerWith({.status = 302, .headers = {{"Location", "https://elsewhere"}}});
        } else if (trouble == "noise") {
            answerWith({.body = "<html>welcome to the hotel</html>"});
        } else if (trouble == "another's key") {
            answerWith({.body = wire::writeEnrolment({m_centre->stand, *core::MunicipalityId::parse("fjordby"),
                                                      m_centre->key.publicKey(),
                                                      wire::SecretKey::generate().publicKey(), true},
                                                     m_centre->key)});
        } else if (trouble == "damaged key") {
            writeAll(m_stand->folders.state / "transport.key", "not a key");
        } else {
            fs::create_directory(m_stand->folders.inbox / "enrolment.json");
        }
        const auto https = connect(url);
        const auto result = enrol(m_stand->folders, code, *https);
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), fault);
        QCOMPARE(static_cast<int>(exitCodeOf(result.error().code)), exitCode);
        QVERIFY2(result.error().message.find(says.toStdString()) != std::string::npos, result.error().message.c_str());
        QVERIFY(!fs::is_regular_file(m_stand->folders.inbox / "enrolment.json"));
    }

    void aStandThatIsNotEnrolledOrDamagedIsTold()
    {
        QVERIFY(loadMembership(m_stand->folders).error().code == MembershipFault::NotEnrolled);
        static_cast<void>(enrolled());
        QVERIFY(loadMembership(m_stand->folders));
        const std::string key = readAll(m_stand->folders.state / "transport.key");
        writeAll(m_stand->folders.state / "transport.key", key.substr(3));
        QVERIFY(loadMembership(m_stand->folders).error().code == MembershipFault::Damaged);
        writeAll(m_stand->folders.state / "transport.key", key);
        std::string enrolment = readAll(m_stand->folders.state / "enrolment.json");
        enrolment.replace(enrolment.find("fjordby-01"), 10, "fjordby-02");
        writeAll(m_stand->folders.state / "enrolment.json", enrolment);
        QVERIFY(loadMembership(m_stand->folders).error().code == MembershipFault::Damaged);
    }

    // Envelopes

    void envelopesBecomeReceiptsInOrderAndTheOutboxIsLeftAlone()
    {
        const Membership membership = enrolled();
        for (const std::uint64_t number : {3U, 1U, 2U}) {
            m_stand->seal(number);
        }
        const auto outbox = m_stand->files(m_stand->folders.outbox);
        const Summary summary = once(membership);
        QCOMPARE(summary.sent, std::size_t{3});
        QCOMPARE(summary.waiting, std::size_t{0});
        QCOMPARE(codeOf(summary), 0);
        QVERIFY((m_centre->storedNumbers() == std::vector<std::uint64_t>{1, 2, 3}));
        QVERIFY(m_stand->files(m_stand->folders.outbox) == outbox);
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            const auto receipt = wire::readReceipt(readAll(m_stand->receipt(number)), m_centre->key.publicKey());
            QVERIFY(receipt);
            const fs::path file = m_stand->folders.outbox / wire::envelopeFileName(m_stand->epoch, receipt->number);
            QCOMPARE(receipt->hash.text(), wire::sha256(readAll(file)).text());
        }
    }

    void whatIsReceiptedIsNotSentAgainByAnotherProgramEither()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        m_stand->seal(2);
        QCOMPARE(once(membership).sent, std::size_t{2});
        m_stand->seal(3);
        m_centre->forgetSeen();
        const Summary again = once(membership);
        QCOMPARE(again.already, std::size_t{2});
        QCOMPARE(again.sent, std::size_t{1});
        QCOMPARE(m_centre->bodiesOf("/envelopes").size(), std::size_t{1});
    }

    void aReceiptThatWasLostIsFetchedAgainAndNothingIsStoredTwice()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        QCOMPARE(once(membership).sent, std::size_t{1});
        fs::remove(m_stand->receipt(1));
        QCOMPARE(once(membership).sent, std::size_t{1});
        QVERIFY(fs::exists(m_stand->receipt(1)));
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{1});
    }

    void aCutBetweenCommitAndReplyIsHealedByTheNextPass()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        m_centre->after = [](const SeenRequest& request, Reply& reply) {
            if (request.target.ends_with("/envelopes")) {
                reply.cutAfter = 0;
            }
        };
        const Summary cut = once(membership);
        QCOMPARE(cut.waiting, std::size_t{1});
        QCOMPARE(codeOf(cut), 4);
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{1});
        QVERIFY(!fs::exists(m_stand->receipt(1)));
        m_centre->after = nullptr;
        QCOMPARE(codeOf(once(membership)), 0);
        QVERIFY(fs::exists(m_stand->receipt(1)));
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{1});
    }

    /// On the wire, at every byte of the TLS stream, in both directions.
    void anExchangeThatIsCutAtAnyByteIsAFailureAndTheNextOneHeals()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        const core::EnvelopeNumber number{1};
        Request request{.method = "POST",
                        .target = "/v1/stands/fjordby-01/envelopes",
                        .contentType = "application/zstd",
                        .body = readAll(m_stand->folders.outbox / wire::envelopeFileName(m_stand->epoch, number))};
        request.signature = wire::signRequest(membership.transportKey, "POST", request.target, request.body);
        CuttingProxy proxy(m_server->port());
        const auto https = connect(proxy.url());
        const auto whole = https->exchange(request, DateCheck::On);
        QVERIFY(whole);
        const std::size_t toServer = proxy.bytesToServer();
        QVERIFY(toServer > 500);
        std::size_t cutToServer = 0;
        for (std::size_t n = 0; n < toServer; ++n, ++cutToServer) {
            proxy.cutToServerAfter(n);
            QVERIFY(!https->exchange(request, DateCheck::On));
        }
        proxy.cutToServerAfter(std::nullopt);
        // Session tickets and the closing alert come too, so the answer may be whole before the last byte.
        std::size_t n = 0;
        for (;; ++n) {
            proxy.cutToClientAfter(n);
            const auto answer = https->exchange(request, DateCheck::On);
            if (answer) {
                QVERIFY(wire::readReceipt(answer->body, membership.centreKey));
                break;
            }
        }
        QVERIFY(n > 500);
        qInfo("%zu cuts on the way there, %zu on the way back", cutToServer, n);
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{1});
    }

    void passesThatAreCutAnywhereLeaveWholeFilesAndTheLastOneHeals()
    {
        const Membership membership = enrolled();
        m_centre->setConfiguration(1);
        m_stand->seal(1);
        CuttingProxy proxy(m_server->port());
        const auto https = connect(proxy.url());
        for (std::size_t n = 0; n < 2500; n += 61) {
            proxy.cutToClientAfter(n);
            static_cast<void>(once(membership, *https));
            for (const std::string& name : m_stand->files(m_stand->folders.inbox)) {
                QVERIFY2(name.ends_with(".json"), name.c_str());
                const std::string bytes = readAll(m_stand->folders.inbox / name);
                QVERIFY2(!bytes.empty() && bytes.back() == '}', name.c_str());
            }
        }
        proxy.cutToClientAfter(std::nullopt);
        QCOMPARE(codeOf(once(membership, *https)), 0);
        QVERIFY(fs::exists(m_stand->receipt(1)));
        QVERIFY(fs::exists(m_stand->folders.inbox / "configuration.json"));
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{1});
    }

    void forgedAndMistakenReceiptsCountAsNone_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"other key", "other number", "other hash", "other stand", "noise", "empty"}) {
            QTest::newRow(kind) << kind;
        }
    }
    void forgedAndMistakenReceiptsCountAsNone()
    {
        QFETCH(QString, kind);
        const Membership membership = enrolled();
        m_stand->seal(1);
        m_centre->after = [&](const SeenRequest& request, Reply& reply) {
            if (!request.target.ends_with("/envelopes")) {
                return;
            }
            const auto right = wire::readReceipt(reply.body, m_centre->key.publicKey());
            wire::Receipt receipt = *right;
            if (kind == "other key") {
                reply.body = wire::writeReceipt(receipt, wire::SecretKey::generate());
                return;
            }
            if (kind == "noise" || kind == "empty") {
                reply.body = kind == "noise" ? "<html>thanks</html>" : "";
                return;
            }
            if (kind == "other number") {
                receipt.number = core::EnvelopeNumber{2};
            } else if (kind == "other hash") {
                receipt.hash = wire::sha256("other");
            } else {
                receipt.stand = *core::StandId::parse("fjordby-02");
            }
            reply.body = wire::writeReceipt(receipt, m_centre->key);
        };
        const Summary summary = once(membership);
        QCOMPARE(summary.waiting, std::size_t{1});
        QCOMPARE(codeOf(summary), 8);
        QVERIFY(!fs::exists(m_stand->receipt(1)));
        m_centre->after = nullptr;
        QCOMPARE(once(membership).sent, std::size_t{1});
    }

    void receiptsThatKeepAsideOrForkArePassedOn()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        m_centre->after = [&](const SeenRequest& request, Reply& reply) {
            if (request.target.ends_with("/envelopes")) {
                const auto stored = wire::readReceipt(reply.body, m_centre->key.publicKey());
                wire::Receipt receipt = *stored;
                receipt.outcome = wire::Receipt::Outcome::Fork;
                reply.body = wire::writeReceipt(receipt, m_centre->key);
            }
        };
        QCOMPARE(codeOf(once(membership)), 0);
        const auto receipt = wire::readReceipt(readAll(m_stand->receipt(1)), m_centre->key.publicKey());
        QVERIFY(receipt);
        QVERIFY(receipt->outcome == wire::Receipt::Outcome::Fork);
    }

    void envelopesOfOlderEpochsGoFirst()
    {
        const Membership membership = enrolled();
        const core::Epoch older = *core::Epoch::parse("ff112233445566778899aabbccddeeff");
        m_stand->seal(1);
        m_stand->seal(2);
        m_stand->seal(older, 7);
        QCOMPARE(once(membership).sent, std::size_t{3});
        QVERIFY((m_centre->storedNumbers() == std::vector<std::uint64_t>{7, 1, 2}));
    }

    void answersSortTroubleByWhatItConcerns_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("tried"); // of three envelopes
        QTest::addColumn<int>("exitCode");
        for (const int status : {400, 409, 410, 413, 415, 422, 501, 302}) {
            QTest::addRow("%d", status) << status << 3 << 6;
        }
        for (const int status : {401, 403, 404}) {
            QTest::addRow("%d", status) << status << 1 << 6;
        }
        QTest::newRow("429") << 429 << 1 << 8;
        QTest::newRow("503 with Retry-After") << 503 << 1 << 8;
        for (const int status : {408, 500, 502, 504}) {
            QTest::addRow("%d", status) << status << 3 << 8;
        }
    }
    void answersSortTroubleByWhatItConcerns()
    {
        QFETCH(int, status);
        QFETCH(int, tried);
        QFETCH(int, exitCode);
        const Membership membership = enrolled();
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            m_stand->seal(number);
        }
        m_centre->before = [&](const SeenRequest& request) -> std::optional<Reply> {
            if (!request.target.ends_with("/envelopes")) {
                return std::nullopt;
            }
            Reply reply = problem(status, "It is so", "because of that");
            reply.headers.emplace_back("Retry-After", "30");
            return reply;
        };
        const Summary summary = once(membership);
        QCOMPARE(m_centre->bodiesOf("/envelopes").size(), static_cast<std::size_t>(tried));
        QCOMPARE(codeOf(summary), exitCode);
        QCOMPARE(summary.waiting, std::size_t{3});
        QCOMPARE(summary.troubles.at(0).what, wire::envelopeFileName(m_stand->epoch, core::EnvelopeNumber{1}));
        QCOMPARE(summary.troubles.at(0).why, "It is so: because of that (" + std::to_string(status) + ")");
        QVERIFY(!fs::exists(m_stand->receipt(1)));
        m_centre->before = nullptr;
        QCOMPARE(once(membership).sent, std::size_t{3});
    }

    void oneRefusedEnvelopeHoldsUpNoOther()
    {
        const Membership membership = enrolled();
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            m_stand->seal(number);
        }
        const std::string first =
            readAll(m_stand->folders.outbox / wire::envelopeFileName(m_stand->epoch, core::EnvelopeNumber{1}));
        m_centre->before = [&](const SeenRequest& request) {
            return request.body == first ? std::optional(problem(422, "No", "never")) : std::nullopt;
        };
        const Summary summary = once(membership);
        QCOMPARE(summary.sent, std::size_t{2});
        QCOMPARE(summary.waiting, std::size_t{1});
        QCOMPARE(codeOf(summary), 6);
    }

    void anEnvelopeThatIsTooLargeIsToldAndHoldsUpNoOther()
    {
        const Membership membership = enrolled();
        writeAll(m_stand->folders.outbox / wire::envelopeFileName(m_stand->epoch, core::EnvelopeNumber{1}),
                 std::string(wire::envelopeBytesMax + 1, 'x'));
        m_stand->seal(2);
        const Summary summary = once(membership);
        QCOMPARE(summary.sent, std::size_t{1});
        QCOMPARE(codeOf(summary), 7);
        QVERIFY(summary.troubles.at(0).why.find("larger than") != std::string::npos);
    }

    void aReceiptThatCanNotBeWrittenIsAskedForAgain()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        fs::create_directory(m_stand->receipt(1));
        const Summary summary = once(membership);
        QCOMPARE(codeOf(summary), 7);
        QCOMPARE(summary.waiting, std::size_t{1});
        fs::remove(m_stand->receipt(1));
        QCOMPARE(codeOf(once(membership)), 0);
        QCOMPARE(m_centre->storedNumbers().size(), std::size_t{1});
    }

    void anOutboxThatIsGoneIsTold()
    {
        const Membership membership = enrolled();
        fs::remove_all(m_stand->folders.outbox);
        QCOMPARE(codeOf(once(membership)), 7);
    }

    // Heartbeat, time, configuration

    void theHeartbeatSaysWhatTheStandSaysAndNothingThatAnEnvelopeChanges()
    {
        const Membership membership = enrolled();
        QCOMPARE(codeOf(once(membership)), 0);
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            m_stand->seal(number);
        }
        m_machine.nowMs += 59'000;
        QCOMPARE(once(membership).sent, std::size_t{3});
        QCOMPARE(codeOf(once(membership)), 0);
        const auto bodies = m_centre->bodiesOf("/heartbeat");
        QCOMPARE(bodies.size(), std::size_t{3});
        QCOMPARE(bodies[1], bodies[0]);
        QCOMPARE(bodies[2], bodies[0]);
        const auto heartbeat = wire::readHeartbeat(bodies[0]);
        QVERIFY(heartbeat);
        QCOMPARE(heartbeat->standProgram, std::string("smiley-stand 0.1.0"));
        QCOMPARE(heartbeat->syncProgram, std::string("smiley-sync test"));
        QCOMPARE(heartbeat->uptimeHours, 26);
        QCOMPARE(heartbeat->freeDiskPercent, 55);
        QVERIFY(heartbeat->sensors == m_stand->status().sensors);
    }

    void withoutAStatusTheHeartbeatStillSaysThatThisProgramLives_data()
    {
        QTest::addColumn<QString>("status");
        QTest::newRow("missing") << "";
        QTest::newRow("noise") << "noise";
    }
    void withoutAStatusTheHeartbeatStillSaysThatThisProgramLives()
    {
        QFETCH(QString, status);
        const Membership membership = enrolled();
        fs::remove(m_stand->folders.outbox / "status.json");
        if (!status.isEmpty()) {
            writeAll(m_stand->folders.outbox / "status.json", status.toStdString());
        }
        const Summary summary = once(membership);
        QCOMPARE(codeOf(summary), 0);
        QVERIFY(!summary.timeReceived);
        const auto heartbeat = wire::readHeartbeat(m_centre->bodiesOf("/heartbeat").at(0));
        QVERIFY(heartbeat);
        QCOMPARE(heartbeat->standProgram, std::string());
        QCOMPARE(heartbeat->syncProgram, std::string("smiley-sync test"));
    }

    void theCentresTimeIsPassedOnWithWhenItCame()
    {
        const Membership membership = enrolled();
        QVERIFY(once(membership).timeReceived);
        const auto received = wire::readReceivedTime(readAll(m_stand->folders.inbox / "time.json"));
        QVERIFY(received);
        QCOMPARE(received->machineBoot, m_machine.bootId());
        QCOMPARE(core::count(received->at), m_machine.nowMs);
        const auto time = wire::readCentreTime(received->answer, m_centre->key.publicKey());
        QVERIFY(time);
        QCOMPARE(time->nonce, m_stand->status().timeNonce);
    }

    void aForgedTimeIsNotPassedOn()
    {
        const Membership membership = enrolled();
        m_centre->after = [&](const SeenRequest& request, Reply& reply) {
            if (request.target.ends_with("/heartbeat")) {
                reply.body =
                    wire::writeCentreTime({m_stand->status().timeNonce, core::WallMs{1}}, wire::SecretKey::generate());
            }
        };
        QCOMPARE(codeOf(once(membership)), 8);
        QVERIFY(!fs::exists(m_stand->folders.inbox / "time.json"));
    }

    void aConfigurationIsWrittenWhereTheStandHasAnOlderOne()
    {
        const Membership membership = enrolled();
        const fs::path file = m_stand->folders.inbox / "configuration.json";
        const auto standHas = [&](std::uint64_t version) {
            auto status = m_stand->status();
            status.configurationVersion = version;
            m_stand->writeStatus(status);
            fs::remove(file);
        };
        QVERIFY(!once(membership).configurationNew);
        m_centre->setConfiguration(3);
        QVERIFY(once(membership).configurationNew);
        QCOMPARE(wire::readConfiguration(readAll(file), m_centre->key.publicKey())->version, std::uint64_t{3});
        standHas(3);
        QVERIFY(!once(membership).configurationNew);
        QVERIFY(!fs::exists(file));
        standHas(2); // its data folder was restored from an older copy
        QVERIFY(once(membership).configurationNew);
        QVERIFY(fs::exists(file));
    }

    void aProgramThatHasTheConfigurationAsksWithItsETag()
    {
        const Membership membership = enrolled();
        m_centre->setConfiguration(1);
        const auto https = connect();
        Sync sync(m_stand->folders, membership, "smiley-sync test", *https, m_machine, m_random);
        QVERIFY(sync.once().configurationNew);
        QVERIFY(!sync.once().configurationNew);
        m_centre->setConfiguration(2);
        QVERIFY(sync.once().configurationNew);
        std::vector<std::string> etags;
        for (const SeenRequest& request : m_centre->seen()) {
            if (request.target.ends_with("/configuration")) {
                const auto found = request.headers.find("if-none-match");
                etags.push_back(found == request.headers.end() ? "none" : found->second);
            }
        }
        QVERIFY((etags == std::vector<std::string>{"none", "\"1\"", "\"1\""}));
    }

    void withoutABootIdTheTimeIsNotPassedOnAndTheRestIsDone()
    {
        const Membership membership = enrolled();
        m_machine.boot.clear();
        m_stand->seal(1);
        const Summary summary = once(membership);
        m_machine.boot = "5f3e0c4e-0000-4000-8000-000000000000";
        QCOMPARE(codeOf(summary), 0);
        QVERIFY(!summary.timeReceived);
        QVERIFY(!fs::exists(m_stand->folders.inbox / "time.json"));
    }

    void configurationsForAnotherStandOrOfAnotherKeyAreNotPassedOn()
    {
        const Membership membership = enrolled();
        m_centre->setConfiguration(1);
        for (const bool otherKey : {true, false}) {
            m_centre->after = [&](const SeenRequest& request, Reply& reply) {
                if (request.target.ends_with("/configuration")) {
                    reply.body = wire::writeConfiguration(
                        {otherKey ? m_centre->stand : *core::StandId::parse("other"), 9, "{}", ""},
                        otherKey ? wire::SecretKey::generate() : m_centre->key);
                }
            };
            const Summary summary = once(membership);
            QVERIFY(!summary.configurationNew);
            QCOMPARE(codeOf(summary), 8);
            QVERIFY(!fs::exists(m_stand->folders.inbox / "configuration.json"));
        }
    }

    // The clock and the certificate

    void anExpiredCertificateIsRefusedOnlyWhereTheStandsClockIsAnchored()
    {
        const Membership membership = enrolled();
        CertificateWish wish;
        wish.validFrom = -48h;
        wish.validTo = -24h;
        m_server = serve(m_authority.issue(wish));
        for (const char* quality : {"none", "set", "anchored"}) {
            auto status = m_stand->status();
            status.clockQuality = quality;
            m_stand->writeStatus(status);
            QCOMPARE(codeOf(once(membership)), std::string(quality) == "anchored" ? 5 : 0);
        }
    }

    // Running on

    void aRunningProgramSendsWhatAppearsAndEndsWhenItIsToldTo()
    {
        const Membership membership = enrolled();
        const int signal = ::eventfd(0, EFD_CLOEXEC);
        const Stop stop(signal);
        const SystemMachine machine(folder());
        const auto https = connect();
        std::thread program(
            [&] { Sync(m_stand->folders, membership, "smiley-sync test", *https, machine, m_random).run(stop); });
        QTRY_COMPARE_WITH_TIMEOUT(m_centre->bodiesOf("/configuration").size(), std::size_t{1}, 5000);
        m_stand->seal(1);
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_stand->receipt(1)), 10'000);
        // The stand takes the receipt, the next day comes.
        m_stand->remove(1);
        fs::remove(m_stand->receipt(1));
        m_stand->seal(2);
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_stand->receipt(2)), 10'000);
        QElapsedTimer timer;
        timer.start();
        ::eventfd_write(signal, 1);
        program.join();
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(m_centre->bodiesOf("/envelopes").size(), std::size_t{2});
        QCOMPARE(m_centre->bodiesOf("/heartbeat").size(), std::size_t{1});
    }

    void aRunningProgramComesBackAfterTheCentreDoes()
    {
        const Membership membership = enrolled();
        m_stand->seal(1);
        std::atomic<int> left = 4;
        m_centre->before = [&](const SeenRequest&) {
            return --left >= 0 ? std::optional(Reply{.status = 500}) : std::nullopt;
        };
        const int signal = ::eventfd(0, EFD_CLOEXEC);
        const Stop stop(signal);
        const SystemMachine machine(folder());
        const auto https = connect();
        const Pace pace{.retryFirstMs = 150, .retryMostMs = 300};
        std::thread program(
            [&] { Sync(m_stand->folders, membership, "smiley-sync test", *https, machine, m_random, pace).run(stop); });
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_stand->receipt(1)), 10'000);
        ::eventfd_write(signal, 1);
        program.join();
        QVERIFY(left < 0);
    }

    // What is told at the end

    void theSummaryIsJsonWhateverTheCentreSays()
    {
        Summary summary;
        summary.sent = 2;
        summary.waiting = 1;
        summary.refused = true;
        summary.troubles.push_back({"envelope", "a \"quoted\"\n\\ word: æ"});
        const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(summaryJson(summary))).object();
        QCOMPARE(object["sent"].toInt(), 2);
        QCOMPARE(object["waiting"].toInt(), 1);
        QCOMPARE(object["exit_code"].toInt(), 6);
        QCOMPARE(object["heartbeat"].toBool(), false);
        QCOMPARE(object["troubles"].toArray().at(0)["why"].toString(), QString("a \"quoted\"\n\\ word: æ"));
        QCOMPARE(summaryText(summary), std::string("2 sent, 0 receipted before, 1 waiting"));
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "test_sync.moc"
