// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/central/served_centre.h"

#include <QElapsedTimer>
#include <QtTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace smiley;
using namespace smiley::test;

/// What the server refuses or cuts off before anybody reads it, over true TLS sockets on the loopback address.
class TestServerLimits : public QObject {
    Q_OBJECT
private slots:
    void bodiesAtTheLimitAreReadAndOneAboveIsRefused();
    void aBodyThatIsTooLargeInChunksIsRefused();
    void aHeadThatIsTooLargeIsRefused();
    void whatIsNoHttpIsRefused();
    void slowSendersAreCutOff();
    void onlyTls13IsTaken();
    void connectionsOverTheLimitWait();
};

void TestServerLimits::bodiesAtTheLimitAreReadAndOneAboveIsRefused()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    ServedCentre centre(fleet);
    for (const auto& [resource, limit] :
         {std::pair("envelopes", wire::envelopeBytesMax), std::pair("heartbeat", central::messageBytesMax)}) {
        auto client = centre.client();
        QCOMPARE(standRequest(client, stand, "POST", resource, std::string(limit, 'x')).status, 400);
        const auto above = standRequest(client, stand, "POST", resource, std::string(limit + 1, 'x'));
        QCOMPARE(above.status, 413);
        QCOMPARE(typeOf(above), QString("too-large"));
    }
}

void TestServerLimits::aBodyThatIsTooLargeInChunksIsRefused()
{
    Fleet fleet;
    ServedCentre centre(fleet);
    auto client = centre.client();
    QVERIFY(client.sendRaw("POST /v1/enrolments HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"));
    const std::string chunk = "4000\r\n" + std::string(0x4000, 'x') + "\r\n";
    for (int i = 0; i < 5; ++i) {
        client.sendRaw(chunk);
    }
    client.sendRaw("0\r\n\r\n");
    QCOMPARE(client.readAnswer().status, 413);
}

void TestServerLimits::aHeadThatIsTooLargeIsRefused()
{
    Fleet fleet;
    ServedCentre centre(fleet);
    auto client = centre.client();
    QCOMPARE(client.request("GET", "/healthz", "", {{"X", std::string(7000, 'x')}}).status, 200);
    QCOMPARE(client.request("GET", "/healthz", "", {{"X", std::string(9000, 'x')}}).status, 431);
}

void TestServerLimits::whatIsNoHttpIsRefused()
{
    Fleet fleet;
    ServedCentre centre(fleet);
    auto client = centre.client();
    client.sendRaw("HELO centre\r\n\r\n");
    const auto answer = client.readAnswer();
    QCOMPARE(answer.status, 400);
    auto next = centre.client();
    QCOMPARE(next.request("GET", "/nowhere").status, 404);
    QCOMPARE(next.request("GET", "/nowhere/\"\\\xff").status, 404);
    const auto method = next.request("DELETE", "/healthz");
    QCOMPARE(method.status, 405);
    QCOMPARE(method.headers.at("allow"), std::string("GET"));
}

void TestServerLimits::slowSendersAreCutOff()
{
    Fleet fleet;
    central::ServerLimits limits;
    limits.headerMs = 300;
    limits.bodyMs = 300;
    limits.handshakeMs = 300;
    ServedCentre centre(fleet, limits);
    QElapsedTimer timer;
    for (const char* begun : {"GET /healthz HTTP/1.1\r\nHo",
                              "POST /v1/enrolments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"}) {
        auto client = centre.client();
        timer.start();
        QVERIFY(client.sendRaw(begun));
        QCOMPARE(client.readAnswer().status, 0);
        QVERIFY(timer.elapsed() >= 250);
        QVERIFY2(timer.elapsed() < 3000, "a slow sender must not hold its connection");
    }
    auto client = centre.client();
    QCOMPARE(client.request("GET", "/healthz").status, 200);
}

void TestServerLimits::onlyTls13IsTaken()
{
    Fleet fleet;
    ServedCentre centre(fleet);
    const HttpsClient old(centre.port(), centre.caFile(), HttpsClient::Offer::Tls12);
    QVERIFY(!old.connected());
    Fleet stranger; // another centre's authority doesn't vouch for this one
    const HttpsClient pinned(centre.port(), stranger.folder().caCertificate().string());
    QVERIFY(!pinned.connected());
    QVERIFY(centre.client().connected());
}

void TestServerLimits::connectionsOverTheLimitWait()
{
    Fleet fleet;
    central::ServerLimits limits;
    limits.connectionsMax = 2;
    ServedCentre centre(fleet, limits);
    auto first = std::make_unique<HttpsClient>(centre.port(), centre.caFile());
    const auto second = centre.client();
    QVERIFY(first->connected() && second.connected());
    std::atomic<int> status = 0;
    std::thread third([&] {
        auto client = centre.client();
        status = client.request("GET", "/healthz").status;
    });
    QTest::qWait(200);
    QCOMPARE(status.load(), 0);
    first.reset();
    third.join();
    QCOMPARE(status.load(), 200);
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "test_server_limits.moc"
