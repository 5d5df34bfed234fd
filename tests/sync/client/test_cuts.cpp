// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/envelope.h"
#include "tests/sync/client/client_world.h"

#include <QtTest>
#include <memory>

using namespace smiley;
using namespace smiley::client;
using namespace smiley::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// Connections that end anywhere. Ten seconds: each byte of an exchange is one exchange.
class TestCuts : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ClientWorld> m_world;

private slots:
    void init() { m_world = std::make_unique<ClientWorld>(); }
    void cleanup() { m_world.reset(); }

    void aCutBetweenCommitAndReplyIsHealedByTheNextPass()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        m_world->centre.after = [](const SeenRequest& request, Reply& reply) {
            if (request.target.ends_with("/envelopes")) {
                reply.cutAfter = 0;
            }
        };
        const Summary cut = m_world->once(membership);
        QCOMPARE(cut.waiting, std::size_t{1});
        QCOMPARE(codeOf(cut), 4);
        QCOMPARE(m_world->centre.storedNumbers().size(), std::size_t{1});
        QVERIFY(!fs::exists(m_world->stand.receipt(1)));
        m_world->centre.after = nullptr;
        QCOMPARE(codeOf(m_world->once(membership)), 0);
        QVERIFY(fs::exists(m_world->stand.receipt(1)));
        QCOMPARE(m_world->centre.storedNumbers().size(), std::size_t{1});
    }

    /// On the wire, at every byte of the TLS stream, in both directions.
    void anExchangeThatIsCutAtAnyByteIsAFailureAndTheNextOneHeals()
    {
        const Membership membership = m_world->enrolled();
        m_world->stand.seal(1);
        const core::EnvelopeNumber number{1};
        Request request{
            .method = "POST",
            .target = "/v1/stands/fjordby-01/envelopes",
            .contentType = "application/zstd",
            .body = readAll(m_world->stand.folders.outbox / wire::envelopeFileName(m_world->stand.epoch, number))};
        request.signature = wire::signRequest(membership.transportKey, "POST", request.target, request.body);
        CuttingProxy proxy(m_world->server->port());
        const auto https = m_world->connect(proxy.url());
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
        QCOMPARE(m_world->centre.storedNumbers().size(), std::size_t{1});
    }

    void passesThatAreCutAnywhereLeaveWholeFilesAndTheLastOneHeals()
    {
        const Membership membership = m_world->enrolled();
        m_world->centre.setConfiguration(1);
        m_world->stand.seal(1);
        CuttingProxy proxy(m_world->server->port());
        const auto https = m_world->connect(proxy.url());
        for (std::size_t n = 0; n < 2500; n += 61) {
            proxy.cutToClientAfter(n);
            static_cast<void>(m_world->once(membership, *https));
            for (const std::string& name : m_world->stand.files(m_world->stand.folders.inbox)) {
                QVERIFY2(name.ends_with(".json"), name.c_str());
                const std::string bytes = readAll(m_world->stand.folders.inbox / name);
                QVERIFY2(!bytes.empty() && bytes.back() == '}', name.c_str());
            }
        }
        proxy.cutToClientAfter(std::nullopt);
        QCOMPARE(codeOf(m_world->once(membership, *https)), 0);
        QVERIFY(fs::exists(m_world->stand.receipt(1)));
        QVERIFY(fs::exists(m_world->stand.folders.inbox / "configuration.json"));
        QCOMPARE(m_world->centre.storedNumbers().size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestCuts)
#include "test_cuts.moc"
