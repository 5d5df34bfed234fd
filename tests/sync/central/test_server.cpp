// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/central/served_centre.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace smiley;
using namespace smiley::test;

/// Over true TLS sockets on the loopback address.
class TestServer : public QObject {
    Q_OBJECT
private slots:
    void aGoodCodeEnrolsAndTheSameDeviceMayAskAgain();
    void badEnrolments_data();
    void badEnrolments();
    void aCodeIsGoodUntilItsLastMillisecond();
    void guessingCodesIsSlowedDown();
    void anEnvelopeIsReceiptedOverHttps();
    void theSameEnvelopeFromEightConnectionsIsStoredOnce();
    void requestsOfOthersAreRefused();
    void aHeartbeatBringsSignedTimeWhereItIsAskedFor();
    void theConfigurationComesWithAnEtag();
    void packagesNeedATokenOfTheirMunicipality();
    void packageFilesComeInRangesAndByEtag();
    void everyPullIsInTheAuditTrail();
    void metricsCountWhatIsThere();
    void requestsUnderWayAreAnsweredWhenItStops();
    void aPortInUseIsNamed();
};

void TestServer::aGoodCodeEnrolsAndTheSameDeviceMayAskAgain()
{
    Fleet fleet;
    const auto given = fleet.addStand("fjordby-1");
    const FakeStand device = fleet.device("fjordby-1");
    ServedCentre centre(fleet);
    auto client = centre.client();
    QVERIFY(client.connected());
    std::string typed = given.code; // as somebody types it
    std::transform(typed.begin(), typed.end(), typed.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::erase(typed, '-');
    const auto first = client.request("POST", "/v1/enrolments", fleet.enrolmentRequest(device, typed));
    QCOMPARE(first.status, 201);
    const auto enrolment = must(wire::readEnrolment(first.body));
    QCOMPARE(enrolment.stand.text(), std::string("fjordby-1"));
    QCOMPARE(enrolment.municipality.text(), std::string("fjordby"));
    QVERIFY(enrolment.centreKey == fleet.key.publicKey());
    QVERIFY(enrolment.envelopeKey == device.envelopeKey.publicKey());
    const auto again = client.request("POST", "/v1/enrolments", fleet.enrolmentRequest(device, given.code));
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
}

void TestServer::badEnrolments_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::newRow("wrong code") << 0 << 403 << "code-unknown";
    QTest::newRow("used by another device") << 1 << 410 << "code-used";
    QTest::newRow("too late") << 2 << 410 << "code-late";
    QTest::newRow("no JSON") << 3 << 400 << "enrolment-request";
    QTest::newRow("identity signed by nobody") << 4 << 400 << "enrolment-request";
    QTest::newRow("example stand") << 5 << 422 << "example";
    QTest::newRow("blocked meanwhile") << 6 << 403 << "blocked";
}

void TestServer::badEnrolments()
{
    QFETCH(int, what);
    QFETCH(int, status);
    QFETCH(QString, type);
    Fleet fleet;
    const auto given = fleet.addStand("fjordby-1");
    FakeStand device = fleet.device("fjordby-1");
    std::string body = fleet.enrolmentRequest(device, given.code);
    switch (what) {
    case 0: body = fleet.enrolmentRequest(device, "AAAA-AAAA"); break;
    case 1:
        must(central::enrol(fleet.ledger(), fleet.enrolmentRequest(fleet.device("fjordby-1"), given.code), fleet.key,
                            fleet.clock.now().wall));
        break;
    case 2: fleet.clock.advance(central::codeLifetimeMs + 1); break;
    case 3: body = "code=" + given.code; break;
    case 4:
        body = wire::writeEnrolmentRequest(
            {given.code, R"({"payload":"{}","signature":"AAAA"})", device.transportKey.publicKey()},
            device.transportKey);
        break;
    case 5:
        device.example = true;
        body = fleet.enrolmentRequest(device, given.code);
        break;
    default: must(central::blockStand(fleet.ledger(), device.id, fleet.clock.now().wall)); break;
    }
    const auto before = must(fleet.ledger().stand(device.id));
    {
        ServedCentre centre(fleet);
        auto client = centre.client();
        const auto answer = client.request("POST", "/v1/enrolments", body);
        QCOMPARE(answer.status, status);
        QCOMPARE(typeOf(answer), type);
        QCOMPARE(answer.headers.at("content-type"), std::string("application/problem+json"));
        QVERIFY(!must(wire::readProblem(answer.body)).detail.empty());
    }
    const auto after = must(fleet.ledger().stand(device.id));
    QVERIFY(after->state == before->state && after->envelopeKey == before->envelopeKey);
}

void TestServer::aCodeIsGoodUntilItsLastMillisecond()
{
    Fleet fleet;
    const auto given = fleet.addStand("fjordby-1");
    const FakeStand device = fleet.device("fjordby-1");
    fleet.clock.advance(central::codeLifetimeMs);
    ServedCentre centre(fleet);
    auto client = centre.client();
    QCOMPARE(client.request("POST", "/v1/enrolments", fleet.enrolmentRequest(device, given.code)).status, 201);
}

void TestServer::guessingCodesIsSlowedDown()
{
    Fleet fleet;
    const auto given = fleet.addStand("fjordby-1");
    const FakeStand device = fleet.device("fjordby-1");
    const std::string wrong = fleet.enrolmentRequest(device, "AAAA-AAAA");
    ServedCentre centre(fleet);
    auto client = centre.client();
    for (int i = 0; i < central::wrongCodesPerMinuteMax; ++i) {
        QCOMPARE(client.request("POST", "/v1/enrolments", wrong).status, 403);
    }
    const auto refused = client.request("POST", "/v1/enrolments", fleet.enrolmentRequest(device, given.code));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.at("retry-after"), std::string("60"));
    fleet.clock.advance(60'001);
    QCOMPARE(client.request("POST", "/v1/enrolments", fleet.enrolmentRequest(device, given.code)).status, 201);
}

void TestServer::anEnvelopeIsReceiptedOverHttps()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand);
    ServedCentre centre(fleet);
    auto client = centre.client();
    const auto first = standRequest(client, stand, "POST", "envelopes", sealed.bytes);
    QCOMPARE(first.status, 201);
    const auto receipt = must(wire::readReceipt(first.body, fleet.key.publicKey()));
    QVERIFY(receipt.hash == sealed.hash && receipt.outcome == wire::Receipt::Outcome::Stored);
    const auto second = standRequest(client, stand, "POST", "envelopes", sealed.bytes);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    centre.ledger().drain();
    QCOMPARE(must(centre.with([](central::Ledger& ledger) { return ledger.counts(); })).visits, 7U);
}

void TestServer::theSameEnvelopeFromEightConnectionsIsStoredOnce()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand);
    ServedCentre centre(fleet);
    std::atomic<int> created = 0;
    std::atomic<int> found = 0;
    std::vector<std::thread> senders;
    for (int i = 0; i < 8; ++i) {
        senders.emplace_back([&] {
            auto client = centre.client();
            for (int round = 0; round < 3; ++round) {
                const int status = standRequest(client, stand, "POST", "envelopes", sealed.bytes).status;
                created += status == 201 ? 1 : 0;
                found += status == 200 ? 1 : 0;
            }
        });
    }
    for (auto& sender : senders) {
        sender.join();
    }
    QCOMPARE(created.load(), 1);
    QCOMPARE(found.load(), 23);
    QCOMPARE(must(centre.with([](central::Ledger& ledger) { return ledger.envelopes(); })).size(), 1U);
}

void TestServer::requestsOfOthersAreRefused()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand other = fleet.enrolled("fjordby-2");
    fleet.addStand("fjordby-3");
    const auto sealed = fleet.nextDay(stand);
    ServedCentre centre(fleet);
    auto client = centre.client();
    const auto refused = [&](FakeStand sender, const char* as, const std::string& bytes) {
        sender.id = *core::StandId::parse(as);
        const auto answer = standRequest(client, sender, "POST", "envelopes", bytes);
        return QString::number(answer.status) + " " + typeOf(answer);
    };
    QCOMPARE(refused(other, "fjordby-1", sealed.bytes), QString("401 request-signature"));
    QCOMPARE(refused(other, "fjordby-2", sealed.bytes), QString("422 wrong-stand"));
    QCOMPARE(refused(stand, "fjordby-3", sealed.bytes), QString("404 unknown-stand"));
    QCOMPARE(refused(stand, "fjordby-9", sealed.bytes), QString("404 unknown-stand"));
    QCOMPARE(client.request("POST", "/v1/stands/fjordby-1/envelopes", sealed.bytes).status, 401);
    QCOMPARE(client.request("POST", "/v1/stands/FJORDBY!/envelopes", sealed.bytes).status, 404);
    // A signature over one body doesn't do for another.
    const auto target = std::string("/v1/stands/fjordby-1/envelopes");
    const auto signature = wire::signRequest(stand.transportKey, "POST", target, sealed.bytes);
    QCOMPARE(client.request("POST", target, sealed.bytes + "x", {{"Smiley-Signature", signature}}).status, 401);
    QVERIFY(must(centre.with([](central::Ledger& ledger) { return ledger.envelopes(); })).empty());
}

void TestServer::aHeartbeatBringsSignedTimeWhereItIsAskedFor()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    must(central::configure(fleet.ledger(), stand.id, {std::string(wire::shippedQuestionnaire("smiley")), {}},
                            fleet.key, fleet.clock.now().wall));
    ServedCentre centre(fleet);
    auto client = centre.client();
    wire::Heartbeat heartbeat;
    heartbeat.epoch = stand.epoch;
    heartbeat.clockQuality = "set";
    const auto plain = standRequest(client, stand, "POST", "heartbeat", wire::writeHeartbeat(heartbeat));
    QCOMPARE(plain.status, 204);
    QCOMPARE(plain.headers.at("smiley-configuration"), std::string("1"));
    heartbeat.timeNonce = "00112233445566778899aabbccddeeff";
    const auto timed = standRequest(client, stand, "POST", "heartbeat", wire::writeHeartbeat(heartbeat));
    QCOMPARE(timed.status, 200);
    const auto time = must(wire::readCentreTime(timed.body, fleet.key.publicKey()));
    QCOMPARE(time.nonce, heartbeat.timeNonce);
    QVERIFY(time.time == fleet.clock.now().wall);
    QCOMPARE(standRequest(client, stand, "POST", "heartbeat", "[]").status, 400);
}

void TestServer::theConfigurationComesWithAnEtag()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    ServedCentre centre(fleet);
    auto client = centre.client();
    const auto none = standRequest(client, stand, "GET", "configuration");
    QCOMPARE(none.status, 404);
    QCOMPARE(typeOf(none), QString("no-configuration"));
    const auto set = [&](const central::NewConfiguration& configuration) {
        return must(centre.with([&](central::Ledger& ledger) {
            return central::configure(ledger, stand.id, configuration, fleet.key, fleet.clock.now().wall);
        }));
    };
    QCOMPARE(set({std::string(wire::shippedQuestionnaire("smiley")), {}}), 1U);
    const auto first = standRequest(client, stand, "GET", "configuration");
    QCOMPARE(first.status, 200);
    const auto etag = first.headers.at("etag");
    const auto configuration = must(wire::readConfiguration(first.body, fleet.key.publicKey()));
    QVERIFY(configuration.stand == stand.id);
    const auto same = standRequest(client, stand, "GET", "configuration", "", {{"If-None-Match", etag}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.empty());
    QCOMPARE(set({{}, std::string(R"({"room_cctv":true})")}), 2U);
    const auto second = standRequest(client, stand, "GET", "configuration", "", {{"If-None-Match", etag}});
    QCOMPARE(second.status, 200);
    const auto changed = must(wire::readConfiguration(second.body, fleet.key.publicKey()));
    QCOMPARE(changed.questionnaire, configuration.questionnaire);
    QVERIFY(must(wire::applySettings({}, changed.settings)).roomCctv);
    must(centre.with(
        [&](central::Ledger& ledger) { return central::blockStand(ledger, stand.id, fleet.clock.now().wall); }));
    QCOMPARE(standRequest(client, stand, "GET", "configuration").status, 404);
}

void TestServer::packagesNeedATokenOfTheirMunicipality()
{
    Fleet fleet;
    fleet.addStand("fjordby-1", "fjordby");
    fleet.addStand("skovby-1", "skovby");
    const auto now = fleet.clock.now().wall;
    const auto own =
        must(central::addToken(fleet.ledger(), *core::MunicipalityId::parse("fjordby"), now, fleet.random));
    const auto other =
        must(central::addToken(fleet.ledger(), *core::MunicipalityId::parse("skovby"), now, fleet.random));
    QVERIFY(own != other);
    ServedCentre centre(fleet);
    centre.packages.add("fjordby", 1, "rows", "visits.csv", "id,face\n");
    centre.packages.add("skovby", 1, "rows", "visits.csv", "id,face\n");
    auto client = centre.client();
    for (const char* path : {"", "/1/rows/visits.csv"}) {
        const auto get = [&](const char* municipality, const std::string& authorization) {
            const std::string target = std::string("/v1/municipalities/") + municipality + "/packages" + path;
            return client.request("GET", target, "",
                                  authorization.empty() ? HttpsClient::Headers{}
                                                        : HttpsClient::Headers{{"Authorization", authorization}});
        };
        QCOMPARE(get("fjordby", "Bearer " + own).status, 200);
        QCOMPARE(get("skovby", "Bearer " + other).status, 200);
        QCOMPARE(get("skovby", "Bearer " + own).status, 403);
        QCOMPARE(get("fjordby", "Bearer " + other).status, 403);
        QCOMPARE(get("nowhere", "Bearer " + own).status, 403);
        QCOMPARE(get("fjordby", "").status, 401);
        QCOMPARE(get("fjordby", "").headers.at("www-authenticate"), std::string("Bearer"));
        QCOMPARE(get("fjordby", own).status, 401);
        QCOMPARE(get("fjordby", "Bearer ").status, 401);
        QCOMPARE(get("fjordby", "Bearer " + own.substr(0, own.size() - 1)).status, 401);
    }
    const auto list =
        client.request("GET", "/v1/municipalities/fjordby/packages", "", {{"Authorization", "Bearer " + own}});
    const auto packages = QJsonDocument::fromJson(QByteArray::fromStdString(list.body))["packages"].toArray();
    QCOMPARE(packages.size(), 1);
    QCOMPARE(packages[0]["manifest"].toString(), QString("/v1/municipalities/fjordby/packages/1/rows/manifest.json"));
}

void TestServer::packageFilesComeInRangesAndByEtag()
{
    Fleet fleet;
    fleet.addStand("fjordby-1");
    const auto token = must(central::addToken(fleet.ledger(), *core::MunicipalityId::parse("fjordby"),
                                              fleet.clock.now().wall, fleet.random));
    std::string bytes;
    for (int i = 0; i < 50'000; ++i) {
        bytes += std::to_string(i) + "\n";
    }
    ServedCentre centre(fleet);
    centre.packages.add("fjordby", 12, "rows", "visits.csv", bytes);
    centre.packages.add("fjordby", 12, "rows", "empty.csv", "");
    auto client = centre.client();
    const auto get = [&](HttpsClient::Headers headers, const std::string& file = "visits.csv") {
        headers["Authorization"] = "Bearer " + token;
        return client.request("GET", "/v1/municipalities/fjordby/packages/12/rows/" + file, "", headers);
    };
    const auto whole = get({});
    QCOMPARE(whole.status, 200);
    QVERIFY(whole.body == bytes);
    QCOMPARE(whole.headers.at("content-type"), std::string("text/csv; charset=utf-8"));
    const std::string etag = whole.headers.at("etag");
    QCOMPARE(etag, '"' + wire::sha256(bytes).text() + '"');
    QCOMPARE(get({{"If-None-Match", etag}}).status, 304);
    QCOMPARE(get({{"If-None-Match", "\"other\", " + etag}}).status, 304);
    QCOMPARE(get({{"If-None-Match", "\"other\""}}).status, 200);
    QCOMPARE(get({}, "empty.csv").status, 200);
    QCOMPARE(get({}, "none.csv").status, 404);

    const std::string size = std::to_string(bytes.size());
    const auto range = [&](const std::string& value, HttpsClient::Headers more = {}) {
        more["Range"] = value;
        return get(std::move(more));
    };
    auto part = range("bytes=100-199");
    QCOMPARE(part.status, 206);
    QVERIFY(part.body == bytes.substr(100, 100));
    QCOMPARE(part.headers.at("content-range"), "bytes 100-199/" + size);
    QVERIFY(range("bytes=200000-").body == bytes.substr(200000));
    QVERIFY(range("bytes=-10").body == bytes.substr(bytes.size() - 10));
    QVERIFY(range("bytes=0-0").body == bytes.substr(0, 1));
    QCOMPARE(range("bytes=0-99999999").headers.at("content-range"),
             "bytes 0-" + std::to_string(bytes.size() - 1) + "/" + size);
    const auto behind = range("bytes=" + size + "-");
    QCOMPARE(behind.status, 416);
    QCOMPARE(behind.headers.at("content-range"), "bytes */" + size);
    QCOMPARE(range("bytes=-0").status, 416);
    for (const char* ignored :
         {"bytes=5-1", "bytes=1-2,5-6", "lines=1-2", "bytes=x", "bytes=-", "bytes=99999999999999999999-"}) {
        QCOMPARE(range(ignored).status, 200);
    }
    QCOMPARE(range("bytes=0-9", {{"If-Range", etag}}).status, 206);
    QCOMPARE(range("bytes=0-9", {{"If-Range", "\"older\""}}).status, 200);
}

void TestServer::everyPullIsInTheAuditTrail()
{
    Fleet fleet;
    fleet.addStand("fjordby-1");
    const auto token = must(central::addToken(fleet.ledger(), *core::MunicipalityId::parse("fjordby"),
                                              fleet.clock.now().wall, fleet.random));
    {
        ServedCentre centre(fleet);
        centre.packages.add("fjordby", 3, "rows", "visits.csv", "0123456789");
        auto client = centre.client();
        const std::string file = "/v1/municipalities/fjordby/packages/3/rows/visits.csv";
        client.request("GET", file, "", {{"Authorization", "Bearer " + token}});
        client.request("GET", file, "", {{"Authorization", "Bearer " + token}, {"Range", "bytes=2-4"}});
        client.request("GET", file, "", {{"Authorization", "Bearer nobody"}});
    }
    std::vector<std::string> pulls;
    for (const auto& entry : must(fleet.ledger().auditTrail())) {
        if (entry.what == "package.pull") {
            QCOMPARE(entry.who, std::string("token:1"));
            QCOMPARE(entry.subject, std::string("fjordby"));
            pulls.push_back(entry.detail);
        }
    }
    QVERIFY((pulls == std::vector<std::string>{"night 3, rows/visits.csv, whole", "night 3, rows/visits.csv, 2-4"}));
}

void TestServer::metricsCountWhatIsThere()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand);
    ServedCentre centre(fleet);
    auto client = centre.client();
    standRequest(client, stand, "POST", "envelopes", sealed.bytes);
    standRequest(client, stand, "POST", "heartbeat",
                 wire::writeHeartbeat({.epoch = stand.epoch, .clockQuality = "set"}));
    centre.ledger().drain();
    fleet.clock.advance(90'000);
    const auto answer = client.request("GET", "/metrics");
    QCOMPARE(answer.status, 200);
    const QString text = "\n" + QString::fromStdString(answer.body);
    for (const char* line :
         {"smiley_envelopes{state=\"stored\"} 1", "smiley_envelopes{state=\"fork\"} 0", "smiley_envelopes_waiting 0",
          "smiley_visits 7", "smiley_record_faults 0", "smiley_stands{state=\"enrolled\"} 1",
          "smiley_stand_clone{stand=\"fjordby-1\"} 0", "smiley_stand_last_envelope_age_seconds{stand=\"fjordby-1\"} 90",
          "smiley_stand_last_heartbeat_age_seconds{stand=\"fjordby-1\"} 90"}) {
        QVERIFY2(text.contains("\n" + QString(line) + "\n"), line);
    }
}

void TestServer::requestsUnderWayAreAnsweredWhenItStops()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand);
    ServedCentre centre(fleet);
    auto client = centre.client();
    auto idle = centre.client();
    QCOMPARE(idle.request("GET", "/healthz").status, 200);
    const std::string target = "/v1/stands/fjordby-1/envelopes";
    QVERIFY(client.sendRaw("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nSmiley-Signature: " +
                           wire::signRequest(stand.transportKey, "POST", target, sealed.bytes) +
                           "\r\nContent-Length: " + std::to_string(sealed.bytes.size()) + "\r\n\r\n"));
    QTest::qWait(100); // the head is read by now
    centre.server().stop();
    QCOMPARE(idle.readAnswer().status, 0);
    QVERIFY(client.sendRaw(sealed.bytes));
    const auto answer = client.readAnswer();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.headers.at("connection"), std::string("close"));
    QVERIFY(!centre.client().connected());
}

void TestServer::aPortInUseIsNamed()
{
    Fleet fleet;
    Fleet second;
    ServedCentre centre(fleet);
    central::LedgerThread thread(second.takeLedger(), second.clock);
    const FolderPackages packages(second.path("packages"));
    central::Api api(thread, second.key, second.clock, packages);
    central::ServerOptions options{
        "127.0.0.1", centre.port(), second.folder().serverCertificate(), second.folder().serverKey(), {}};
    const auto inUse = central::Server::open(options, api);
    QVERIFY(!inUse);
    QCOMPARE(inUse.error().code, central::ServerFault::InUse);
    QVERIFY(QString::fromStdString(inUse.error().message).contains(QString::number(centre.port())));
    options.port = 0;
    options.address = "localhost";
    QCOMPARE(central::Server::open(options, api).error().code, central::ServerFault::BadAddress);
    options.address = "192.0.2.1";
    QCOMPARE(central::Server::open(options, api).error().code, central::ServerFault::BadAddress);
    options.address = "127.0.0.1";
    options.key = fleet.folder().serverKey();
    QCOMPARE(central::Server::open(options, api).error().code, central::ServerFault::BadCertificate);
}

QTEST_GUILESS_MAIN(TestServer)
#include "test_server.moc"
