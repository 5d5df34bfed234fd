// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/central/served_centre.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <functional>
#include <set>

using namespace smiley;
using namespace smiley::test;

/// Compares the description with the server that runs: every path, method and status of it is met here, and nothing else.
class TestOpenApi : public QObject {
    Q_OBJECT
private slots:
    void theServerAnswersAsDescribedAndNotOtherwise();
    void problemsAndMediaTypesAreAsDescribed();
};

namespace {

constexpr const char* enrolments = "/v1/enrolments";
constexpr const char* envelopes = "/v1/stands/{stand}/envelopes";
constexpr const char* heartbeat = "/v1/stands/{stand}/heartbeat";
constexpr const char* configuration = "/v1/stands/{stand}/configuration";
constexpr const char* packages = "/v1/municipalities/{municipality}/packages";
constexpr const char* packageFile = "/v1/municipalities/{municipality}/packages/{night}/{kind}/{file}";

struct Met {
    std::set<QString> all; ///< "post /v1/enrolments 201"
    QStringList faults;
};

QJsonObject description(HttpsClient& client)
{
    const auto answer = client.request("GET", "/openapi.json");
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
}

/// Everything that the description names.
std::set<QString> described(const QJsonObject& document)
{
    std::set<QString> all;
    const QJsonObject paths = document["paths"].toObject();
    for (const QString& path : paths.keys()) {
        for (const char* method : {"get", "post", "put", "delete", "patch", "head", "options"}) {
            for (const QString& status : paths[path][method]["responses"].toObject().keys()) {
                all.insert(QString(method) + " " + path + " " + status);
            }
        }
    }
    return all;
}

/// One centre, all situations. Tells `meet` each answer.
void meetAll(const std::function<void(const char* method, const char* path, const Answer&)>& meet)
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand other = fleet.enrolled("fjordby-2");
    const auto given = fleet.addStand("fjordby-3");
    const auto device = fleet.device("fjordby-3");
    auto demo = device;
    demo.example = true;
    const auto sealed = fleet.nextDay(stand);
    const auto foreign = fleet.nextDay(other);
    must(central::configure(fleet.ledger(), stand.id, {std::string(wire::shippedQuestionnaire("smiley")), {}},
                            fleet.key, fleet.clock.now().wall));
    fleet.addStand("skovby-1", "skovby");
    const auto token = must(central::addToken(fleet.ledger(), *core::MunicipalityId::parse("fjordby"),
                                              fleet.clock.now().wall, fleet.random));
    ServedCentre centre(fleet);
    centre.packages.add("fjordby", 1, "rows", "visits.csv", "0123456789");

    const auto post = [&](const char* path, const std::function<Answer(HttpsClient&)>& send) {
        auto client = centre.client(); // a refusal may close the connection
        meet("post", path, send(client));
    };
    const auto get = [&](const char* path, const std::string& target, const HttpsClient::Headers& headers = {}) {
        auto client = centre.client();
        meet("get", path, client.request("GET", target, "", headers));
    };
    const auto enrol = [&](const std::string& body) {
        post(enrolments, [&](HttpsClient& client) { return client.request("POST", enrolments, body); });
    };
    const auto send = [&](const char* path, const FakeStand& as, const char* resource, const std::string& body) {
        post(path, [&](HttpsClient& client) { return standRequest(client, as, "POST", resource, body); });
    };
    const auto nobody = fleet.device("nobody-1");
    auto impostor = other;
    impostor.id = stand.id;

    enrol("nonsense");
    enrol(fleet.enrolmentRequest(device, "AAAA-AAAA"));
    enrol(fleet.enrolmentRequest(demo, given.code));
    enrol(fleet.enrolmentRequest(device, given.code));
    enrol(fleet.enrolmentRequest(fleet.device("fjordby-3"), given.code));
    enrol(std::string(central::messageBytesMax + 1, ' '));
    for (int i = 0; i < central::wrongCodesPerMinuteMax; ++i) {
        enrol(fleet.enrolmentRequest(device, "AAAA-AAAA"));
    }

    send(envelopes, stand, "envelopes", sealed.bytes);
    send(envelopes, stand, "envelopes", sealed.bytes);
    send(envelopes, stand, "envelopes", "nonsense");
    send(envelopes, stand, "envelopes", foreign.bytes);
    send(envelopes, impostor, "envelopes", sealed.bytes);
    send(envelopes, nobody, "envelopes", sealed.bytes);
    send(envelopes, stand, "envelopes", std::string(wire::envelopeBytesMax + 1, ' '));
    auto newer = dayEnvelope(stand, 7, fleet.random);
    newer.header.format = wire::envelopeFormat + 1;
    send(envelopes, stand, "envelopes", wire::writeEnvelope(newer, stand.envelopeKey, fleet.random).bytes);

    wire::Heartbeat beat;
    beat.epoch = stand.epoch;
    beat.clockQuality = "set";
    const std::string plain = wire::writeHeartbeat(beat);
    beat.timeNonce = "00112233445566778899aabbccddeeff";
    send(heartbeat, stand, "heartbeat", plain);
    send(heartbeat, stand, "heartbeat", wire::writeHeartbeat(beat));
    send(heartbeat, stand, "heartbeat", "nonsense");
    send(heartbeat, impostor, "heartbeat", plain);
    send(heartbeat, nobody, "heartbeat", plain);
    send(heartbeat, stand, "heartbeat", std::string(central::messageBytesMax + 1, ' '));

    const auto configurationOf = [&](const FakeStand& as, const HttpsClient::Headers& headers = {}) {
        auto client = centre.client();
        meet("get", configuration, standRequest(client, as, "GET", "configuration", "", headers));
    };
    configurationOf(stand);
    configurationOf(stand, {{"If-None-Match", "\"1\""}});
    configurationOf(other);
    configurationOf(impostor);

    const std::string list = "/v1/municipalities/fjordby/packages";
    const std::string file = list + "/1/rows/visits.csv";
    const HttpsClient::Headers bearer{{"Authorization", "Bearer " + token}};
    const auto with = [&](const char* name, const std::string& value) {
        auto headers = bearer;
        headers[name] = value;
        return headers;
    };
    get(packages, list, bearer);
    get(packages, list);
    get(packages, "/v1/municipalities/skovby/packages", bearer);
    get(packageFile, file, bearer);
    get(packageFile, file, with("Range", "bytes=2-4"));
    get(packageFile, file, with("If-None-Match", '"' + wire::sha256("0123456789").text() + '"'));
    get(packageFile, file, with("Range", "bytes=10-"));
    get(packageFile, file);
    get(packageFile, "/v1/municipalities/skovby/packages/1/rows/visits.csv", bearer);
    get(packageFile, list + "/2/rows/visits.csv", bearer);
    get("/healthz", "/healthz");
    get("/metrics", "/metrics");
    get("/openapi.json", "/openapi.json");

    // The ledger breaks.
    SQLite::Database database(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA foreign_keys = OFF; ALTER TABLE envelopes RENAME TO gone");
    const auto next = fleet.nextDay(stand);
    send(envelopes, stand, "envelopes", next.bytes);
    get("/healthz", "/healthz");
    get("/metrics", "/metrics");
    database.exec("ALTER TABLE audit RENAME TO gone2");
    get(packageFile, file, bearer);
    database.exec("ALTER TABLE tokens RENAME TO gone3");
    get(packages, list, bearer);
    database.exec("ALTER TABLE configurations RENAME TO gone4");
    configurationOf(stand);
    send(heartbeat, stand, "heartbeat", plain);
    fleet.clock.advance(61'000);
    database.exec("ALTER TABLE codes RENAME TO gone5");
    enrol(fleet.enrolmentRequest(device, given.code));
}

} // namespace

void TestOpenApi::theServerAnswersAsDescribedAndNotOtherwise()
{
    std::set<QString> met;
    meetAll([&](const char* method, const char* path, const Answer& answer) {
        met.insert(QString(method) + " " + path + " " + QString::number(answer.status));
    });
    Fleet fleet;
    ServedCentre centre(fleet);
    auto client = centre.client();
    const auto document = description(client);
    QCOMPARE(document["openapi"].toString(), QString("3.1.0"));
    const auto named = described(document);
    QVERIFY(named.size() > 40);
    for (const QString& one : named) {
        QVERIFY2(met.contains(one), qPrintable("described, and not met: " + one));
    }
    for (const QString& one : met) {
        QVERIFY2(named.contains(one), qPrintable("met, and not described: " + one));
    }
    for (const char* undocumented : {"/", "/v1", "/v1/stands", "/v1/stands/fjordby-1", "/v1/stands/fjordby-1/visits",
                                     "/v1/municipalities/fjordby", "/v1/municipalities/fjordby/packages/1",
                                     "/v1/municipalities/fjordby/packages/1/rows", "/healthz/x", "/v2/enrolments"}) {
        for (const char* method : {"GET", "POST"}) {
            const auto answer = client.request(method, undocumented);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.headers.at("content-type"), std::string("application/problem+json"));
        }
    }
}

void TestOpenApi::problemsAndMediaTypesAreAsDescribed()
{
    QJsonObject document;
    {
        Fleet fleet;
        ServedCentre centre(fleet);
        auto client = centre.client();
        document = description(client);
    }
    int problems = 0;
    meetAll([&](const char* method, const char* path, const Answer& answer) {
        const QJsonObject response =
            document["paths"][QString(path)][QString(method)]["responses"][QString::number(answer.status)].toObject();
        const auto found = answer.headers.find("content-type");
        const QString type = found == answer.headers.end() ? QString() : QString::fromStdString(found->second);
        const QStringList types = response["content"].toObject().keys();
        const QString what = QString(method) + " " + path + " " + QString::number(answer.status) + ": " + type;
        if (types.isEmpty()) {
            QVERIFY2(type.isEmpty() && answer.body.empty(), qPrintable(what));
        } else {
            QVERIFY2(types.contains("*/*") || types.contains(type.section(';', 0, 0)), qPrintable(what));
        }
        for (const QString& header : response["headers"].toObject().keys()) {
            QVERIFY2(answer.headers.contains(header.toLower().toStdString()), qPrintable(what + " lacks " + header));
        }
        if (answer.status >= 400) {
            const auto problem = must(wire::readProblem(answer.body));
            QCOMPARE(problem.status, answer.status);
            QVERIFY(!problem.title.empty() && !problem.detail.empty());
            ++problems;
        }
    });
    QVERIFY(problems > 30);
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "test_openapi.moc"
