// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/certificates.h"
#include "sync/central/stick.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/central/commenting.h"
#include "tests/sync/central/https_client.h"
#include "tests/sync/central/run_program.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <signal.h>

using namespace smiley;
using namespace smiley::test;

/// The program as an operator uses it.
class TestProgram : public QObject {
    Q_OBJECT
private slots:
    void everyCommandHelpsWithAnExample_data();
    void everyCommandHelpsWithAnExample();
    void initMakesACentreAndRefusesAFolderThatIsNotEmpty();
    void badCommandLinesAreRefused_data();
    void badCommandLinesAreRefused();
    void standsAreAddedListedAndBlocked();
    void aStickIsImportedAndAnswered();
    void aStickOfStrangersIsRefusedFileByFile();
    void fromAStandToAVerifiedPackage();
    void anEnvelopeThatCantBeReadStopsNoNight();
    void oneThatWaitsToBeReadStopsNoDeletion();
    void aPortInUseHasItsExitCode();
    void aRenewedCertificateIsOfTheSameAuthority();
};

void TestProgram::everyCommandHelpsWithAnExample_data()
{
    QTest::addColumn<QStringList>("command");
    for (const char* command : {"init",
                                "certificate",
                                "serve",
                                "stand add",
                                "stand code",
                                "stand list",
                                "stand block",
                                "stand unblock",
                                "token add",
                                "configuration set",
                                "observe import",
                                "observe remove",
                                "questionnaire check",
                                "import",
                                "reprocess",
                                "nightly",
                                "verify",
                                "comments enable",
                                "comments disable",
                                "comments status",
                                "tickets"}) {
        QTest::newRow(command) << QString(command).split(' ');
    }
}

void TestProgram::everyCommandHelpsWithAnExample()
{
    QFETCH(QStringList, command);
    const auto help = run(command + QStringList{"--help"});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains("Example:\n  smiley-central " + command.join(' ').toUtf8()));
    QVERIFY(help.out.contains("Exit codes:"));
}

void TestProgram::initMakesACentreAndRefusesAFolderThatIsNotEmpty()
{
    QTemporaryDir dir;
    const QString data = dir.filePath("centre");
    const QStringList init{"init", "--data", data, "--name", "Fjordby", "--host", "localhost", "--host", "127.0.0.1"};
    const auto made = run(init);
    QCOMPARE(made.code, 0);
    QVERIFY(made.out.contains("stand add"));
    for (const char* secret : {"centre.key", "ca.key", "server.key"}) {
        const auto rights = std::filesystem::status((data + "/" + secret).toStdString()).permissions();
        QVERIFY2((rights & std::filesystem::perms::mask) ==
                     (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write),
                 secret);
    }
    QVERIFY(std::filesystem::status(data.toStdString()).permissions() == std::filesystem::perms::owner_all);
    const auto key = central::readWhole((data + "/centre.key").toStdString(), 1000);
    const auto again = run(init);
    QCOMPARE(again.code, 3);
    QVERIFY(again.error.contains("not an empty folder"));
    QCOMPARE(*central::readWhole((data + "/centre.key").toStdString(), 1000), *key);

    const auto bad = run({"init", "--data", dir.filePath("other"), "--name", "x", "--host", "no host!"});
    QCOMPARE(bad.code, 1);
    QVERIFY(bad.error.contains("no host!"));
    QVERIFY(std::filesystem::is_empty(dir.filePath("other").toStdString()));
}

void TestProgram::badCommandLinesAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("unknown command") << QStringList{"fly"} << 2;
    QTest::newRow("no data folder") << QStringList{"stand", "list"} << 2;
    QTest::newRow("folder missing") << QStringList{"stand", "list", "--data", "/nonexistent"} << 3;
    QTest::newRow("serve without a centre") << QStringList{"serve", "--data", "/nonexistent"} << 3;
    QTest::newRow("listen is nonsense") << QStringList{"serve", "--data", "/nonexistent", "--listen", "8443"} << 2;
    QTest::newRow("port too high") << QStringList{"serve", "--data", "/nonexistent", "--listen", "127.0.0.1:65536"}
                                   << 2;
    QTest::newRow("stick missing") << QStringList{"import", "--data", "CENTRE", "/nonexistent"} << 1;
    QTest::newRow("unknown stand") << QStringList{"stand", "block", "--data", "CENTRE", "nobody"} << 1;
    QTest::newRow("stand's name is nonsense")
        << QStringList{"stand", "add", "--data", "CENTRE", "--municipality", "Fjordby Kommune", "--site", "x"} << 2;
    QTest::newRow("unknown municipality")
        << QStringList{"token", "add", "--data", "CENTRE", "--municipality", "atlantis"} << 1;
    QTest::newRow("nothing to set") << QStringList{"configuration", "set", "--data", "CENTRE", "--stand", "x-1"} << 2;
    QTest::newRow("no such night") << QStringList{"nightly", "--data", "CENTRE", "--again", "7"} << 1;
    QTest::newRow("no package there") << QStringList{"verify", "/nonexistent"} << 1;
}

void TestProgram::badCommandLinesAreRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    Fleet fleet;
    arguments.replaceInStrings("CENTRE", folderOf(fleet));
    const auto refused = run(arguments);
    QCOMPARE(refused.code, code);
    QVERIFY(!refused.error.isEmpty() || !refused.out.isEmpty());
}

void TestProgram::standsAreAddedListedAndBlocked()
{
    Fleet fleet;
    const QString data = folderOf(fleet);
    const auto added = run({"stand", "add", "--data", data, "--municipality", "fjordby", "--municipality-name",
                            "Fjordby Kommune", "--site", "jobcenter", "--door", "syd", "--json"});
    QCOMPARE(added.code, 0);
    QCOMPARE(added.json()["stand"].toString(), QString("jobcenter-1"));
    QVERIFY(QRegularExpression("^[A-Z2-7]{4}-[A-Z2-7]{4}$").match(added.json()["code"].toString()).hasMatch());
    const auto ca = central::readWhole(fleet.folder().caCertificate(), 10'000);
    QCOMPARE(added.json()["ca_fingerprint"].toString().toStdString(), central::fingerprint(*ca));
    const auto renewed = run({"stand", "code", "--data", data, "jobcenter-1", "--json"});
    QCOMPARE(renewed.code, 0);
    // The first code is worth nothing any more.
    const auto device = fleet.device("jobcenter-1");
    const auto now = fleet.clock.now().wall;
    const auto request = [&](const Run& given) {
        return fleet.enrolmentRequest(device, given.json()["code"].toString().toStdString());
    };
    QCOMPARE(central::enrol(fleet.ledger(), request(added), fleet.key, now).error().code,
             central::EnrolFault::UnknownCode);
    QVERIFY(central::enrol(fleet.ledger(), request(renewed), fleet.key, core::WallMs{0}).has_value());
    QCOMPARE(run({"stand", "code", "--data", data, "jobcenter-1"}).code, 1);
    const auto beats = [&](const char* speech) {
        wire::Heartbeat heartbeat;
        heartbeat.epoch = device.epoch;
        heartbeat.clockQuality = "anchored";
        heartbeat.sensors = {{"presence", "none"}, {"speech", speech}};
        must(central::Ingest(fleet.ledger(), fleet.clock)
                 .heartbeat(*must(fleet.ledger().stand(device.id)), heartbeat, wire::writeHeartbeat(heartbeat)));
        return run({"stand", "list", "--data", data}).out;
    };
    QVERIFY(beats("no voice").contains("  speech: no voice\n"));
    const auto ready = beats("ready");
    QVERIFY(ready.contains("heartbeat 20") && !ready.contains("speech"));
    QCOMPARE(run({"stand", "block", "--data", data, "jobcenter-1"}).code, 0);
    const auto list = run({"stand", "list", "--data", data, "--json"}).json().array();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0]["state"].toString(), QString("blocked"));
    QCOMPARE(list[0]["door"].toString(), QString("syd"));
    QCOMPARE(list[0]["newest"]["local_version"].toInt(-1), 0); // by the heartbeat
    QCOMPARE(run({"stand", "unblock", "--data", data, "jobcenter-1", "--release"}).code, 0);
    QVERIFY(run({"stand", "list", "--data", data}).out.contains("jobcenter-1  fjordby/jobcenter/syd  enrolled"));
    QCOMPARE(must(fleet.ledger().municipalities())[0].name, std::string("Fjordby Kommune"));
}

void TestProgram::aStickIsImportedAndAnswered()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    must(central::configure(fleet.ledger(), stand.id, {std::string(wire::shippedQuestionnaire("smiley")), {}},
                            fleet.key, fleet.clock.now().wall));
    const auto stick = fleet.path("stick");
    std::filesystem::create_directories(stick / "a" / "b");
    std::vector<core::Hash> hashes;
    for (int i = 1; i <= 3; ++i) {
        const auto sealed = fleet.nextDay(stand);
        hashes.push_back(sealed.hash);
        const auto name =
            wire::stickFileName(stand.id, stand.epoch, core::EnvelopeNumber{static_cast<std::uint64_t>(i)});
        std::ofstream(i == 1 ? stick / name : stick / "a" / "b" / name, std::ios::binary)
            << wire::sealTo(fleet.key.publicKey(), sealed.bytes);
    }
    std::ofstream(stick / "holiday.jpg") << "not ours";
    const QStringList import{"import", "--data", folderOf(fleet), QString::fromStdString(stick.string()), "--json"};
    const auto first = run(import);
    QCOMPARE(first.code, 0);
    QCOMPARE(first.json()["files"].toArray().size(), 3);
    QCOMPARE(must(fleet.ledger().counts()).visits, 21U);
    for (std::uint64_t i = 1; i <= 3; ++i) {
        const auto file =
            stick / "til-standen" / ("receipt-" + stand.epoch.text() + "-0000000" + std::to_string(i) + ".json");
        const auto receipt = must(wire::readReceipt(must(central::readWhole(file, 10'000)), fleet.key.publicKey()));
        QVERIFY(receipt.hash == hashes[i - 1] && receipt.outcome == wire::Receipt::Outcome::Stored);
    }
    const auto configuration = must(central::readWhole(stick / "til-standen" / "configuration.json", 1'000'000));
    QVERIFY(must(wire::readConfiguration(configuration, fleet.key.publicKey())).stand == stand.id);
    QVERIFY(!std::filesystem::exists(stick / "til-standen" / "time.json"));
    const auto second = run(import);
    QCOMPARE(second.code, 0);
    QCOMPARE(second.json()["files"][0]["outcome"].toString(), QString("stored again"));
    QCOMPARE(must(fleet.ledger().counts()).visits, 21U);
}

void TestProgram::aStickOfStrangersIsRefusedFileByFile()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    FakeStand stranger = fleet.device("nobody-1");
    const auto stick = fleet.path("stick");
    std::filesystem::create_directories(stick);
    const auto put = [&](const char* name, const std::string& bytes) {
        std::ofstream(stick / (std::string(name) + ".jsonl.zst.sealed"), std::ios::binary) << bytes;
    };
    const auto good = fleet.nextDay(stand);
    put("1-good", wire::sealTo(fleet.key.publicKey(), good.bytes));
    put("2-another-centre", wire::sealTo(wire::SecretKey::generate().publicKey(), good.bytes));
    put("3-unknown-stand", wire::sealTo(fleet.key.publicKey(), fleet.nextDay(stranger).bytes));
    put("4-not-sealed", good.bytes);
    put("5-empty", "");
    put("6-too-large", std::string(wire::envelopeBytesMax + 100, 'x'));
    const auto imported = run({"import", "--data", folderOf(fleet), QString::fromStdString(stick.string()), "--json"});
    QCOMPARE(imported.code, 1);
    const auto files = imported.json()["files"].toArray();
    QCOMPARE(files.size(), 6);
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(files[i]["taken"].toBool(), i == 0);
        QVERIFY(!files[i]["outcome"].toString().isEmpty());
    }
    QVERIFY(files[2]["outcome"].toString().contains("nobody-1"));
    QCOMPARE(must(fleet.ledger().envelopes()).size(), 1U);
}

void TestProgram::fromAStandToAVerifiedPackage()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto sealed = fleet.nextDay(stand, 40);
    const QString data = folderOf(fleet);
    const QString portFile = QString::fromStdString(fleet.path("port").string());
    const auto token = run({"token", "add", "--data", data, "--municipality", "fjordby", "--json"});
    QCOMPARE(token.code, 0);
    QProcess serve;
    serve.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    serve.start(QStringLiteral(SMILEY_BIN_DIR "/smiley-central"),
                {"serve", "--data", data, "--listen", "127.0.0.1:0", "--port-file", portFile});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(portFile), 10'000);
    QFile file(portFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    HttpsClient client(file.readAll().trimmed().toUShort(), fleet.folder().caCertificate().string());
    QVERIFY(client.connected());
    const std::string target = "/v1/stands/fjordby-1/envelopes";
    const auto answer =
        client.request("POST", target, sealed.bytes,
                       {{"Smiley-Signature", wire::signRequest(stand.transportKey, "POST", target, sealed.bytes)}});
    QCOMPARE(answer.status, 201);
    QCOMPARE(run({"nightly", "--data", data}).code, 0);

    const HttpsClient::Headers bearer{{"Authorization", "Bearer " + token.json()["token"].toString().toStdString()}};
    const auto list = client.request("GET", "/v1/municipalities/fjordby/packages", "", bearer);
    QCOMPARE(list.status, 200);
    const auto packages = QJsonDocument::fromJson(QByteArray::fromStdString(list.body))["packages"].toArray();
    QCOMPARE(packages.size(), 2);
    const auto manifest = client.request("GET", packages[0]["manifest"].toString().toStdString(), "", bearer);
    QCOMPARE(manifest.status, 200);
    const auto visits = client.request("GET", "/v1/municipalities/fjordby/packages/1/rows/visits.csv", "", bearer);
    QCOMPARE(visits.status, 200);
    QCOMPARE(std::count(visits.body.begin(), visits.body.end(), '\n'), 41);
    const auto verified = run({"verify", data + "/packages", "--data", data, "--json"});
    QCOMPARE(verified.code, 0);
    QVERIFY(verified.json()["ok"].toBool());
    const QString centreKey = QString::fromStdString(fleet.key.publicKey().text());
    QCOMPARE(run({"verify", data + "/packages", "--key", centreKey}).code, 0);
    const QString other = QString::fromStdString(wire::SecretKey::generate().publicKey().text());
    QCOMPARE(run({"verify", data + "/packages", "--key", other}).code, 1);

    ::kill(static_cast<pid_t>(serve.processId()), SIGTERM);
    QVERIFY(serve.waitForFinished(10'000));
    QCOMPARE(serve.exitStatus(), QProcess::NormalExit);
    QCOMPARE(serve.exitCode(), 0);
}

void TestProgram::anEnvelopeThatCantBeReadStopsNoNight()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto key = wire::CommentSecret::generate().publicKey();
    (void)fleet.ingest(stand, seal(stand, dayWithComments(stand, 1, key, fleet.random), fleet.random).bytes);
    SQLite::Database(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER envelope_bytes_stay; UPDATE envelope_bytes SET bytes = x'00';"
              "UPDATE envelopes SET received_at = 1000");
    const auto night = run({"nightly", "--data", folderOf(fleet)});
    QCOMPARE(night.code, 3);
    QVERIFY2(night.error.contains("envelope 1 in the ledger can't be read"), night.error.constData());
    QVERIFY(must(fleet.ledger().comments(fjordby)).empty());
    QVERIFY(std::filesystem::exists(fleet.folder().packages() / "fjordby"));
}

void TestProgram::oneThatWaitsToBeReadStopsNoDeletion()
{
    Fleet fleet;
    FakeStand stand = fleet.enrolled("fjordby-1");
    const auto key = wire::CommentSecret::generate().publicKey();
    for (int day = 0; day < 2; ++day) {
        (void)fleet.ingest(stand, seal(stand, dayWithComments(stand, 1, key, fleet.random), fleet.random).bytes);
    }
    SQLite::Database(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER envelope_bytes_stay; UPDATE envelope_bytes SET bytes = x'00' WHERE envelope = 2;"
              "UPDATE envelopes SET received_at = 1000; UPDATE envelopes SET read = 0 WHERE id = 2");
    const auto night = run({"nightly", "--data", folderOf(fleet)});
    QCOMPARE(night.code, 3);
    QVERIFY2(night.error.contains("can't be read any more"), night.error.constData());
    QVERIFY(must(fleet.ledger().comments(fjordby)).empty());
    QVERIFY(must(fleet.ledger().envelopes()).front().commentsDeleted);
}

void TestProgram::aPortInUseHasItsExitCode()
{
    Fleet fleet;
    QProcess first;
    const QString portFile = QString::fromStdString(fleet.path("port").string());
    first.start(QStringLiteral(SMILEY_BIN_DIR "/smiley-central"),
                {"serve", "--data", folderOf(fleet), "--listen", "127.0.0.1:0", "--port-file", portFile});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(portFile), 10'000);
    QFile file(portFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString port = file.readAll().trimmed();
    const auto second = run({"serve", "--data", folderOf(fleet), "--listen", "127.0.0.1:" + port});
    QCOMPARE(second.code, 4);
    QVERIFY(second.error.contains(port.toUtf8()));
    ::kill(static_cast<pid_t>(first.processId()), SIGINT);
    QVERIFY(first.waitForFinished(10'000));
    QCOMPARE(first.exitCode(), 0);
}

void TestProgram::aRenewedCertificateIsOfTheSameAuthority()
{
    Fleet fleet;
    const auto before = must(central::readWhole(fleet.folder().serverCertificate(), 100'000));
    QCOMPARE(run({"certificate", "--data", folderOf(fleet), "--host", "smiley.fjordby.example"}).code, 0);
    const auto after = must(central::readWhole(fleet.folder().serverCertificate(), 100'000));
    QVERIFY(before != after);
    QVERIFY(after.ends_with(must(central::readWhole(fleet.folder().caCertificate(), 100'000))));
    QVERIFY(core::count(central::notAfter(after)) > core::count(fleet.clock.now().wall));
    std::ofstream(fleet.folder().caKey()) << "gone";
    QCOMPARE(run({"certificate", "--data", folderOf(fleet), "--host", "localhost"}).code, 3);
    QCOMPARE(must(central::readWhole(fleet.folder().serverCertificate(), 100'000)), after);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
