// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/sync.h"
#include "sync/wire/envelope.h"
#include "tests/sync/client/client_world.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <atomic>
#include <memory>
#include <thread>

using namespace smiley;
using namespace smiley::client;
using namespace smiley::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// One pass and the running loop, with real files and real TLS.
class TestSync : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ClientWorld> m_world;

private slots:
    void init() { m_world = std::make_unique<ClientWorld>(); }
    void cleanup() { m_world.reset(); }

    // Envelopes

    void envelopesBecomeReceiptsInOrderAndTheOutboxIsLeftAlone()
    {
        const Membership membership = m_world->enrolled();
        for (const std::uint64_t number : {3U, 1U, 2U}) {
            m_world->stand.seal(number);
        }
        const auto outbox = m_world->stand.files(m_world->stand.folders.outbox);
        const Summary summary = m_world->once(membership);
        QCOMPARE(summary.sent, std::size_t{3});
        QCOMPARE(summary.waiting, std::size_t{0});
        QCOMPARE(codeOf(summary), 0);
        QVERIFY((m_world->centre.storedNumbers() == std::vector<std::uint64_t>{1, 2, 3}));
        QVERIFY(m_world->stand.files(m_world->stand.folders.outbox) == outbox);
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            const auto receipt =
                wire::readReceipt(readAll(m_world->stand.receipt(number)), m_world->centre.key.publicKey());
            QVERIFY(receipt);
            const fs::path file =
                m_world->stand.folders.outbox / wire::envelopeFileName(m_world->stand.epoch, receipt->number);
            QCOMPARE(receipt->hash.text(), wire::sha256(readAll(file)).text());
        }
    }

    void whatIsReceiptedIsNotSentAgainByAnotherProgramEither()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        m_world->stand.seal(2);
        QCOMPARE(m_world->once(membership).sent, std::size_t{2});
        m_world->stand.seal(3);
        m_world->centre.forgetSeen();
        const Summary again = m_world->once(membership);
        QCOMPARE(again.already, std::size_t{2});
        QCOMPARE(again.sent, std::size_t{1});
        QCOMPARE(m_world->centre.bodiesOf("/envelopes").size(), std::size_t{1});
    }

    void aReceiptThatWasLostIsFetchedAgainAndNothingIsStoredTwice()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        QCOMPARE(m_world->once(membership).sent, std::size_t{1});
        fs::remove(m_world->stand.receipt(1));
        QCOMPARE(m_world->once(membership).sent, std::size_t{1});
        QVERIFY(fs::exists(m_world->stand.receipt(1)));
        QCOMPARE(m_world->centre.storedNumbers().size(), std::size_t{1});
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
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        m_world->centre.after = [&](const SeenRequest& request, Reply& reply) {
            if (!request.target.ends_with("/envelopes")) {
                return;
            }
            const auto right = wire::readReceipt(reply.body, m_world->centre.key.publicKey());
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
            reply.body = wire::writeReceipt(receipt, m_world->centre.key);
        };
        const Summary summary = m_world->once(membership);
        QCOMPARE(summary.waiting, std::size_t{1});
        QCOMPARE(codeOf(summary), 8);
        QVERIFY(!fs::exists(m_world->stand.receipt(1)));
        m_world->centre.after = nullptr;
        QCOMPARE(m_world->once(membership).sent, std::size_t{1});
    }

    void receiptsThatKeepAsideOrForkArePassedOn()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        m_world->centre.after = [&](const SeenRequest& request, Reply& reply) {
            if (request.target.ends_with("/envelopes")) {
                const auto stored = wire::readReceipt(reply.body, m_world->centre.key.publicKey());
                wire::Receipt receipt = *stored;
                receipt.outcome = wire::Receipt::Outcome::Fork;
                reply.body = wire::writeReceipt(receipt, m_world->centre.key);
            }
        };
        QCOMPARE(codeOf(m_world->once(membership)), 0);
        const auto receipt = wire::readReceipt(readAll(m_world->stand.receipt(1)), m_world->centre.key.publicKey());
        QVERIFY(receipt);
        QVERIFY(receipt->outcome == wire::Receipt::Outcome::Fork);
    }

    void envelopesOfOlderEpochsGoFirst()
    {
        const Membership membership = m_world->enrolled();
        const core::Epoch older = *core::Epoch::parse("ff112233445566778899aabbccddeeff");
        m_world->stand.seal(1);
        m_world->stand.seal(2);
        m_world->stand.seal(older, 7);
        QCOMPARE(m_world->once(membership).sent, std::size_t{3});
        QVERIFY((m_world->centre.storedNumbers() == std::vector<std::uint64_t>{7, 1, 2}));
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
        const Membership membership = m_world->enrolled();
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            m_world->stand.seal(number);
        }
        m_world->centre.before = [&](const SeenRequest& request) -> std::optional<Reply> {
            if (!request.target.ends_with("/envelopes")) {
                return std::nullopt;
            }
            Reply reply = problem(status, "It is so", "because of that");
            reply.headers.emplace_back("Retry-After", "30");
            return reply;
        };
        const Summary summary = m_world->once(membership);
        QCOMPARE(m_world->centre.bodiesOf("/envelopes").size(), static_cast<std::size_t>(tried));
        QCOMPARE(codeOf(summary), exitCode);
        QCOMPARE(summary.waiting, std::size_t{3});
        QCOMPARE(summary.troubles.at(0).what, wire::envelopeFileName(m_world->stand.epoch, core::EnvelopeNumber{1}));
        QCOMPARE(summary.troubles.at(0).why, "It is so: because of that (" + std::to_string(status) + ")");
        QVERIFY(!fs::exists(m_world->stand.receipt(1)));
        m_world->centre.before = nullptr;
        QCOMPARE(m_world->once(membership).sent, std::size_t{3});
    }

    void oneRefusedEnvelopeHoldsUpNoOther()
    {
        const Membership membership = m_world->enrolled();
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            m_world->stand.seal(number);
        }
        const std::string first = readAll(m_world->stand.folders.outbox /
                                          wire::envelopeFileName(m_world->stand.epoch, core::EnvelopeNumber{1}));
        m_world->centre.before = [&](const SeenRequest& request) {
            return request.body == first ? std::optional(problem(422, "No", "never")) : std::nullopt;
        };
        const Summary summary = m_world->once(membership);
        QCOMPARE(summary.sent, std::size_t{2});
        QCOMPARE(summary.waiting, std::size_t{1});
        QCOMPARE(codeOf(summary), 6);
    }

    void anEnvelopeThatIsTooLargeIsToldAndHoldsUpNoOther()
    {
        const Membership membership = m_world->enrolled();
        writeAll(m_world->stand.folders.outbox / wire::envelopeFileName(m_world->stand.epoch, core::EnvelopeNumber{1}),
                 std::string(wire::envelopeBytesMax + 1, 'x'));
        m_world->stand.seal(2);
        const Summary summary = m_world->once(membership);
        QCOMPARE(summary.sent, std::size_t{1});
        QCOMPARE(codeOf(summary), 7);
        QVERIFY(summary.troubles.at(0).why.find("larger than") != std::string::npos);
    }

    void aReceiptThatCanNotBeWrittenIsAskedForAgain()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        fs::create_directory(m_world->stand.receipt(1));
        const Summary summary = m_world->once(membership);
        QCOMPARE(codeOf(summary), 7);
        QCOMPARE(summary.waiting, std::size_t{1});
        fs::remove(m_world->stand.receipt(1));
        QCOMPARE(codeOf(m_world->once(membership)), 0);
        QCOMPARE(m_world->centre.storedNumbers().size(), std::size_t{1});
    }

    void anOutboxThatIsGoneIsTold()
    {
        const Membership membership = m_world->enrolled();
        fs::remove_all(m_world->stand.folders.outbox);
        QCOMPARE(codeOf(m_world->once(membership)), 7);
    }

    // Heartbeat, time, configuration

    void theHeartbeatSaysWhatTheStandSaysAndNothingThatAnEnvelopeChanges()
    {
        const Membership membership = m_world->enrolled();
        QCOMPARE(codeOf(m_world->once(membership)), 0);
        for (const std::uint64_t number : {1U, 2U, 3U}) {
            m_world->stand.seal(number);
        }
        m_world->machine.nowMs += 59'000;
        QCOMPARE(m_world->once(membership).sent, std::size_t{3});
        QCOMPARE(codeOf(m_world->once(membership)), 0);
        const auto bodies = m_world->centre.bodiesOf("/heartbeat");
        QCOMPARE(bodies.size(), std::size_t{3});
        QCOMPARE(bodies[1], bodies[0]);
        QCOMPARE(bodies[2], bodies[0]);
        const auto heartbeat = wire::readHeartbeat(bodies[0]);
        QVERIFY(heartbeat);
        QCOMPARE(heartbeat->standProgram, std::string("smiley-stand 0.1.0"));
        QCOMPARE(heartbeat->syncProgram, std::string("smiley-sync test"));
        QCOMPARE(heartbeat->uptimeHours, 26);
        QCOMPARE(heartbeat->freeDiskPercent, 55);
        QVERIFY(heartbeat->sensors == m_world->stand.status().sensors);
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
        const Membership membership = m_world->enrolled();
        fs::remove(m_world->stand.folders.outbox / "status.json");
        if (!status.isEmpty()) {
            writeAll(m_world->stand.folders.outbox / "status.json", status.toStdString());
        }
        const Summary summary = m_world->once(membership);
        QCOMPARE(codeOf(summary), 0);
        QVERIFY(!summary.timeReceived);
        const auto heartbeat = wire::readHeartbeat(m_world->centre.bodiesOf("/heartbeat").at(0));
        QVERIFY(heartbeat);
        QCOMPARE(heartbeat->standProgram, std::string());
        QCOMPARE(heartbeat->syncProgram, std::string("smiley-sync test"));
    }

    void theCentresTimeIsPassedOnWithWhenItCame()
    {
        const Membership membership = m_world->enrolled();
        QVERIFY(m_world->once(membership).timeReceived);
        const auto received = wire::readReceivedTime(readAll(m_world->stand.folders.inbox / "time.json"));
        QVERIFY(received);
        QCOMPARE(received->machineBoot, m_world->machine.bootId());
        QCOMPARE(core::count(received->at), m_world->machine.nowMs);
        const auto time = wire::readCentreTime(received->answer, m_world->centre.key.publicKey());
        QVERIFY(time);
        QCOMPARE(time->nonce, m_world->stand.status().timeNonce);
    }

    void aForgedTimeIsNotPassedOn()
    {
        const Membership membership = m_world->enrolled();
        m_world->centre.after = [&](const SeenRequest& request, Reply& reply) {
            if (request.target.ends_with("/heartbeat")) {
                reply.body = wire::writeCentreTime({m_world->stand.status().timeNonce, core::WallMs{1}},
                                                   wire::SecretKey::generate());
            }
        };
        QCOMPARE(codeOf(m_world->once(membership)), 8);
        QVERIFY(!fs::exists(m_world->stand.folders.inbox / "time.json"));
    }

    void aConfigurationIsWrittenWhereTheStandHasAnOlderOne()
    {
        const Membership membership = m_world->enrolled();
        const fs::path file = m_world->stand.folders.inbox / "configuration.json";
        const auto standHas = [&](std::uint64_t version) {
            auto status = m_world->stand.status();
            status.configurationVersion = version;
            m_world->stand.writeStatus(status);
            fs::remove(file);
        };
        QVERIFY(!m_world->once(membership).configurationNew);
        m_world->centre.setConfiguration(3);
        QVERIFY(m_world->once(membership).configurationNew);
        QCOMPARE(wire::readConfiguration(readAll(file), m_world->centre.key.publicKey())->version, std::uint64_t{3});
        standHas(3);
        QVERIFY(!m_world->once(membership).configurationNew);
        QVERIFY(!fs::exists(file));
        standHas(2); // its data folder was restored from an older copy
        QVERIFY(m_world->once(membership).configurationNew);
        QVERIFY(fs::exists(file));
    }

    void aProgramThatHasTheConfigurationAsksWithItsETag()
    {
        const Membership membership = m_world->enrolled();
        m_world->centre.setConfiguration(1);
        const auto https = m_world->connect();
        Sync sync(m_world->stand.folders, membership, "smiley-sync test", *https, m_world->machine, m_world->random);
        QVERIFY(sync.once().configurationNew);
        QVERIFY(!sync.once().configurationNew);
        m_world->centre.setConfiguration(2);
        QVERIFY(sync.once().configurationNew);
        std::vector<std::string> etags;
        for (const SeenRequest& request : m_world->centre.seen()) {
            if (request.target.ends_with("/configuration")) {
                const auto found = request.headers.find("if-none-match");
                etags.push_back(found == request.headers.end() ? "none" : found->second);
            }
        }
        QVERIFY((etags == std::vector<std::string>{"none", "\"1\"", "\"1\""}));
    }

    void withoutABootIdTheTimeIsNotPassedOnAndTheRestIsDone()
    {
        const Membership membership = m_world->enrolled();
        m_world->machine.boot.clear();
        m_world->stand.seal(1);
        const Summary summary = m_world->once(membership);
        m_world->machine.boot = "5f3e0c4e-0000-4000-8000-000000000000";
        QCOMPARE(codeOf(summary), 0);
        QVERIFY(!summary.timeReceived);
        QVERIFY(!fs::exists(m_world->stand.folders.inbox / "time.json"));
    }

    void configurationsForAnotherStandOrOfAnotherKeyAreNotPassedOn()
    {
        const Membership membership = m_world->enrolled();
        m_world->centre.setConfiguration(1);
        for (const bool otherKey : {true, false}) {
            m_world->centre.after = [&](const SeenRequest& request, Reply& reply) {
                if (request.target.ends_with("/configuration")) {
                    reply.body = wire::writeConfiguration(
                        {otherKey ? m_world->centre.stand : *core::StandId::parse("other"), 9, "{}", ""},
                        otherKey ? wire::SecretKey::generate() : m_world->centre.key);
                }
            };
            const Summary summary = m_world->once(membership);
            QVERIFY(!summary.configurationNew);
            QCOMPARE(codeOf(summary), 8);
            QVERIFY(!fs::exists(m_world->stand.folders.inbox / "configuration.json"));
        }
    }

    // The clock and the certificate

    void anExpiredCertificateIsRefusedOnlyWhereTheStandsClockIsAnchored()
    {
        const Membership membership = m_world->enrolled();
        CertificateWish wish;
        wish.validFrom = -48h;
        wish.validTo = -24h;
        m_world->server = m_world->serve(m_world->authority.issue(wish));
        for (const char* quality : {"none", "set", "anchored"}) {
            auto status = m_world->stand.status();
            status.clockQuality = quality;
            m_world->stand.writeStatus(status);
            QCOMPARE(codeOf(m_world->once(membership)), std::string(quality) == "anchored" ? 5 : 0);
        }
    }

    // Running on

    void aRunningProgramSendsWhatAppearsAndEndsWhenItIsToldTo()
    {
        const Membership membership = m_world->enrolled();
        const int signal = ::eventfd(0, EFD_CLOEXEC);
        const Stop stop(signal);
        const SystemMachine machine(m_world->folder());
        const auto https = m_world->connect();
        std::thread program([&] {
            Sync(m_world->stand.folders, membership, "smiley-sync test", *https, machine, m_world->random).run(stop);
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_world->centre.bodiesOf("/configuration").size(), std::size_t{1}, 5000);
        m_world->stand.seal(1);
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_world->stand.receipt(1)), 10'000);
        // The stand takes the receipt, the next day comes.
        m_world->stand.remove(1);
        fs::remove(m_world->stand.receipt(1));
        m_world->stand.seal(2);
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_world->stand.receipt(2)), 10'000);
        QElapsedTimer timer;
        timer.start();
        ::eventfd_write(signal, 1);
        program.join();
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(m_world->centre.bodiesOf("/envelopes").size(), std::size_t{2});
        QCOMPARE(m_world->centre.bodiesOf("/heartbeat").size(), std::size_t{1});
    }

    void aRunningProgramComesBackAfterTheCentreDoes()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        std::atomic<int> left = 4;
        m_world->centre.before = [&](const SeenRequest&) {
            return --left >= 0 ? std::optional(Reply{.status = 500}) : std::nullopt;
        };
        const int signal = ::eventfd(0, EFD_CLOEXEC);
        const Stop stop(signal);
        const SystemMachine machine(m_world->folder());
        const auto https = m_world->connect();
        const Pace pace{.retryFirstMs = 150, .retryMostMs = 300};
        std::thread program([&] {
            Sync(m_world->stand.folders, membership, "smiley-sync test", *https, machine, m_world->random, pace)
                .run(stop);
        });
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_world->stand.receipt(1)), 10'000);
        ::eventfd_write(signal, 1);
        program.join();
        QVERIFY(left < 0);
    }

    void staffWhoPressSendNowDoNotWaitForTheBackOff()
    {
        const Membership membership = m_world->enrolled();
        writeAll(m_world->stand.folders.outbox / "send-now", "of yesterday");
        m_world->stand.seal(1);
        std::atomic<int> refused = 0;
        m_world->centre.before = [&](const SeenRequest&) {
            return ++refused == 1 ? std::optional(Reply{.status = 500}) : std::nullopt;
        };
        const int signal = ::eventfd(0, EFD_CLOEXEC);
        const Stop stop(signal);
        const SystemMachine machine(m_world->folder());
        const auto https = m_world->connect();
        const Pace pace{.retryLeastMs = 600'000, .retryFirstMs = 600'000, .retryMostMs = 600'000};
        std::thread program([&] {
            Sync(m_world->stand.folders, membership, "smiley-sync test", *https, machine, m_world->random, pace)
                .run(stop);
        });
        QTRY_COMPARE_WITH_TIMEOUT(refused.load(), 1, 5000);
        QTest::qWait(2500); // it looks into the outbox, and stays quiet
        QCOMPARE(refused.load(), 1);
        writeAll(m_world->stand.folders.outbox / "send-now", "today");
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_world->stand.receipt(1)), 10'000);
        ::eventfd_write(signal, 1);
        program.join();
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
