// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/certificates.h"
#include "sync/central/stick.h"
#include "sync/wire/comments.h"
#include "sync/wire/policy_json.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/central/fleet.h"
#include "tests/sync/central/https_client.h"

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
    void aQuestionnaireIsCheckedWithEveryFaultNamed();
    void aConfigurationIsSetOrRefused();
    void aPolicyIsSetOrRefused();
    void anObserversCountIsImportedOnceOrRefused();
    void commentsAreTurnedOnWithAnApprovalOnly();
    void aStickIsImportedAndAnswered();
    void aStickOfStrangersIsRefusedFileByFile();
    void fromAStandToAVerifiedPackage();
    void anEnvelopeThatCantBeReadStopsNoNight();
    void aPortInUseHasItsExitCode();
    void aRenewedCertificateIsOfTheSameAuthority();

private:
    struct Run {
        int code = -1;
        QByteArray out;
        QByteArray error;
        [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    };
    Run run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SMILEY_BIN_DIR "/smiley-central"), arguments);
        if (!process.waitForFinished(20'000)) {
            process.kill();
            process.waitForFinished();
            return {-1, "", "did not end"};
        }
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QString folderOf(const Fleet& fleet) { return QString::fromStdString(fleet.folder().root().string()); }
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
                                "comments status"}) {
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
    QCOMPARE(run({"stand", "unblock", "--data", data, "jobcenter-1", "--release"}).code, 0);
    QVERIFY(run({"stand", "list", "--data", data}).out.contains("jobcenter-1  fjordby/jobcenter/syd  enrolled"));
    QCOMPARE(must(fleet.ledger().municipalities())[0].name, std::string("Fjordby Kommune"));
}

void TestProgram::aQuestionnaireIsCheckedWithEveryFaultNamed()
{
    QTemporaryDir dir;
    const auto check = [&](const QByteArray& json) {
        QFile file(dir.filePath("q.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) < 0) {
            qFatal("can't write %s", qPrintable(file.fileName()));
        }
        file.close();
        return run({"questionnaire", "check", file.fileName(), "--json"});
    };
    const auto shipped = wire::shippedQuestionnaire("exit-poll");
    const QByteArray good(shipped.data(), static_cast<qsizetype>(shipped.size()));
    const auto right = check(good);
    QCOMPARE(right.code, 0);
    QVERIFY(right.json()["ok"].toBool());
    QCOMPARE(run({"questionnaire", "check", "exit-poll"}).code, 0);
    QJsonObject broken = QJsonDocument::fromJson(good).object();
    broken["version"] = "one";
    QJsonArray questions = broken["questions"].toArray();
    QJsonObject question = questions[1].toObject();
    question["kind"] = "riddle";
    questions[1] = question;
    broken["questions"] = questions;
    const auto wrong = check(QJsonDocument(broken).toJson());
    QCOMPARE(wrong.code, 1);
    QStringList pointers;
    for (const auto& fault : wrong.json()["faults"].toArray()) {
        pointers << fault.toObject()["pointer"].toString();
    }
    QVERIFY2(pointers.contains("/version"), qPrintable(pointers.join(' ')));
    QVERIFY2(pointers.contains("/questions/1/kind"), qPrintable(pointers.join(' ')));
    QCOMPARE(check("{").code, 1);
    QCOMPARE(run({"questionnaire", "check", dir.filePath("none.json")}).code, 1);
}

void TestProgram::aConfigurationIsSetOrRefused()
{
    Fleet fleet;
    const auto stand = fleet.enrolled("fjordby-1");
    const QString settings = QString::fromStdString(fleet.path("settings.json").string());
    const auto set = [&](const QStringList& more) {
        return run(QStringList{"configuration", "set", "--data", folderOf(fleet), "--stand", "fjordby-1"} + more);
    };
    std::ofstream(settings.toStdString()) << R"({"room_cctv":"perhaps"})";
    QCOMPARE(set({"--questionnaire", "smiley", "--settings", settings}).code, 1);
    QVERIFY(!must(fleet.ledger().configuration(stand.id)));
    std::ofstream(settings.toStdString()) << R"({"room_cctv":true})";
    QCOMPARE(set({"--settings", settings}).code, 1); // no questionnaire yet
    QCOMPARE(set({"--questionnaire", "smiley", "--settings", settings}).code, 0);
    QCOMPARE(set({"--questionnaire", "exit-poll"}).code, 0);
    const auto stored = must(fleet.ledger().configuration(stand.id));
    QCOMPARE(stored->version, 2U);
    const auto configuration = must(wire::readConfiguration(stored->signedJson, fleet.key.publicKey()));
    QCOMPARE(configuration.questionnaire, std::string(wire::shippedQuestionnaire("exit-poll")));
    QCOMPARE(configuration.settings, std::string(R"({"room_cctv":true})"));
}

void TestProgram::aPolicyIsSetOrRefused()
{
    Fleet fleet;
    fleet.addStand("fjordby-1");
    const QStringList set{"configuration", "set", "--data", folderOf(fleet), "--stand", "fjordby-1"};
    QCOMPARE(run(set + QStringList{"--questionnaire", "smiley"}).code, 0);
    const auto configuration = [&] {
        return must(wire::readConfiguration(
            must(fleet.ledger().configuration(*core::StandId::parse("fjordby-1")))->signedJson, fleet.key.publicKey()));
    };
    const QString file = QString::fromStdString(fleet.path("policy.json").string());
    core::VisitRule rule;
    rule.newVisitOdds = 3;
    const std::string document = wire::policyFile({"mine", rule});
    std::ofstream(file.toStdString()) << document;
    QCOMPARE(run(set + QStringList{"--policy", file, "--shadow-policy", "strict", "--counted-on-site", "yes"}).code, 0);
    QCOMPARE(configuration().policy, document);
    QCOMPARE(configuration().shadowPolicy, std::string("strict"));
    QVERIFY(configuration().countedOnSite);
    // What isn't named stays; "none" takes it away.
    QCOMPARE(run(set + QStringList{"--shadow-policy", "none"}).code, 0);
    QCOMPARE(configuration().policy, document);
    QVERIFY(configuration().shadowPolicy.empty() && configuration().countedOnSite);
    QCOMPARE(run(set + QStringList{"--counted-on-site", "no"}).code, 0);
    QVERIFY(!configuration().countedOnSite);
    std::ofstream(file.toStdString()) << R"({"format":1,"name":"mine","rule":"visits","parameters":{}})";
    const auto broken = run(set + QStringList{"--policy", file});
    QCOMPARE(broken.code, 1);
    QVERIFY2(broken.error.contains("/parameters"), broken.error);
    QCOMPARE(run(set + QStringList{"--policy", "headlines"}).code, 1);
    QCOMPARE(run(set + QStringList{"--counted-on-site", "perhaps"}).code, 2);
    QCOMPARE(configuration().version, 4U);
}

void TestProgram::anObserversCountIsImportedOnceOrRefused()
{
    Fleet fleet;
    fleet.clock.setWall(core::WallMs{1'604'228'400'000}); // 2020-11-01: the program's clock is the machine's
    FakeStand device = fleet.enrolled("fjordby-1");
    const QString file = QString::fromStdString(fleet.path("counted.csv").string());
    const auto write = [&](const char* lines) {
        std::ofstream(file.toStdString()) << "stand,day,hour,answered,tapped_again,passed_by\n" << lines;
    };
    const QStringList observe{"observe", "import", "--data", folderOf(fleet), file};
    QVERIFY(run({"stand", "list", "--data", folderOf(fleet)}).out.contains("simuleret nøjagtighed"));
    write("fjordby-1,2020-11-20,10,31,4,12\nfjordby-1,2020-11-20,11,27,-1,0\nnowhere,2020-11-20,11,27,0,0\n");
    const auto refused = run(observe);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("counted.csv:3: tapped_again"), refused.error);
    QVERIFY2(refused.error.contains("counted.csv:4: there is no stand"), refused.error);
    const auto faults = run(observe + QStringList{"--json"}).json()["faults"].toArray();
    QCOMPARE(faults.size(), 2);
    QCOMPARE(faults[0]["line"].toInt(), 3);
    QVERIFY(must(fleet.ledger().observations()).empty());

    const QStringList set{"configuration", "set", "--data", folderOf(fleet), "--stand", "fjordby-1"};
    const auto unseen = run(set + QStringList{"--questionnaire", "smiley", "--counted-on-site", "yes"});
    QCOMPARE(unseen.code, 0);
    QVERIFY2(unseen.error.contains("nobody has counted enough at fjordby-1"), unseen.error);
    device.day = dayAt("2020-11-20");
    (void)fleet.ingest(device, fleet.nextDay(device).bytes);
    write("fjordby-1,2020-11-20,10,31,4,12\nfjordby-1,2020-11-20,11,27,0,0\n");
    const auto taken = run(observe);
    QCOMPARE(taken.code, 0);
    QVERIFY2(taken.out.contains("Imported 2 hours"), taken.out);
    // The recommended command works as it stands.
    const QString line = QString(taken.out).section("smiley-central ", 1).trimmed();
    QVERIFY2(line.endsWith("--stand fjordby-1 --counted-on-site yes"), qPrintable(line));
    const auto recommended = run(line.split(' '));
    QCOMPARE(recommended.code, 0);
    QVERIFY2(!recommended.error.contains("warning"), recommended.error);
    QVERIFY(!run(observe).out.contains("configuration set")); // nothing was imported
    QCOMPARE(run({"stand", "list", "--data", folderOf(fleet), "--json"}).json()[0]["accuracy"].toString(),
             QString("counted on site"));
    QCOMPARE(run(observe + QStringList{"--json"}).json()["known"].toInt(), 2);
    QVERIFY(run({"stand", "list", "--data", folderOf(fleet)}).out.contains("optalt på stedet"));
    write("fjordby-1,2020-11-20,10,30,4,12\n");
    const auto other = run(observe);
    QCOMPARE(other.code, 1);
    QVERIFY2(other.error.contains("hour 10 is in the ledger with 31 answered"), other.error);
    const auto json = run(observe + QStringList{"--json"});
    QCOMPARE(json.code, 1);
    QCOMPARE(json.json()["contradictions"][0]["answered"].toInt(), 31);
    QCOMPARE(run(observe + QStringList{"--replace", "--json"}).json()["replaced"].toInt(), 1);
    QCOMPARE(must(fleet.ledger().observations()).size(), 3U);
    QCOMPARE(run({"observe", "import", "--data", folderOf(fleet), "missing.csv"}).code, 3);
    const auto folder = run({"observe", "import", "--data", folderOf(fleet), folderOf(fleet)});
    QCOMPARE(folder.code, 2);
    QVERIFY2(folder.error.contains("is a folder"), folder.error);

    const QStringList remove{"observe", "remove", "--data", folderOf(fleet), "--day", "2020-11-20"};
    QCOMPARE(run(remove).code, 2);
    QCOMPARE(run(remove + QStringList{"--site", "nowhere"}).code, 1);
    QCOMPARE(run(remove + QStringList{"--site", "jobcenter", "--json"}).json()["removed"].toInt(), 2);
    QCOMPARE(run(remove + QStringList{"--stand", "fjordby-1"}).code, 1); // there is nothing more
    QVERIFY(run({"stand", "list", "--data", folderOf(fleet)}).out.contains("simuleret nøjagtighed"));
    write("fjordby-1,2020-11-20,10,31,4,12\n");
    QVERIFY(run(observe).out.contains("Imported 1 hour,"));
}

void TestProgram::commentsAreTurnedOnWithAnApprovalOnly()
{
    Fleet fleet;
    (void)fleet.addStand("fjordby-1");
    central::NewConfiguration questions;
    questions.questionnaire = std::string(wire::shippedQuestionnaire("smiley"));
    must(central::configure(fleet.ledger(), *core::StandId::parse("fjordby-1"), questions, fleet.key,
                            fleet.clock.now().wall));
    const QString data = folderOf(fleet);
    const auto file = [&](const char* name, const std::string& text) {
        std::ofstream(fleet.path(name)) << text;
        return QString::fromStdString(fleet.path(name).string());
    };
    const QString key = QString::fromStdString(fleet.path("fjordby.key").string());
    const QString names = file("staff.txt", "");
    const auto write = [&](const char* list) { (void)file("staff.txt", list); };
    const QString passphrase = file("phrase.txt", "korrekt hest batteri\n");
    const QStringList common{"comments",  "enable",        "--data",        data,
                             "--read-by", "Kommunikation", "--staff-names", names};
    const QStringList approved{"--dpia-date", "2020-02-03", "--dpia-name", "Mette Holm"};
    const QStringList here{"--municipality", "fjordby"};
    const QStringList newKey{"--new-key", key, "--passphrase-file", passphrase};

    const auto fails = [&](int code, const QStringList& more, const char* because) {
        const auto attempt = run(common + more);
        const bool isRight = attempt.code == code && attempt.error.contains(because) && !QFile::exists(key) &&
                             must(fleet.ledger().commentSwitches()).empty();
        return isRight ? QByteArray() : because + (": " + QByteArray::number(attempt.code) + " " + attempt.error);
    };
    const auto refused = [&](const QStringList& more, const char* because) { return fails(1, more, because); };
    const auto misused = [&](const QStringList& more, const char* because) { return fails(2, more, because); };
    QCOMPARE(misused(here + newKey, "--dpia-date"), QByteArray());
    QCOMPARE(misused(here + newKey + QStringList{"--dpia-date", "2020-02-03"}, "dpia.md"), QByteArray());
    QCOMPARE(misused(here + newKey + QStringList{"--dpia-name", "x", "--dpia-date", "2020-02-30"}, "must be a day"),
             QByteArray());
    QCOMPARE(refused(here + newKey + QStringList{"--dpia-name", "x", "--dpia-date", "2999-01-01"}, "hasn't come"),
             QByteArray());
    QCOMPARE(misused(here + newKey + QStringList{"--dpia-name", " ", "--dpia-date", "2020-02-03"}, "/approved_by"),
             QByteArray());
    QCOMPARE(misused(here + approved, "--new-key"), QByteArray());
    QCOMPARE(refused(QStringList{"--municipality", "bakke"} + newKey + approved, "no municipality bakke"),
             QByteArray());
    QCOMPARE(misused(here + newKey + approved + QStringList{"--days", "366"}, "--days"), QByteArray());
    QCOMPARE(misused(here + newKey + QStringList{"--dpia-date", "2020-02-03", "--dpia-name", QString(101, 'x')},
                     "/approved_by"),
             QByteArray());
    QCOMPARE(misused(QStringList{"--municipality", "Fjordby!"} + newKey + approved, "--municipality"), QByteArray());
    // What is wrong in a file is no wrong option.
    write("Hanne Lund\nS\xF8ren\n");
    QCOMPARE(refused(here + newKey + approved, "staff.txt: line 2 is not UTF-8"), QByteArray());
    write("# Fjordby\nHanne Lund\n\n  Aase  \n");
    const QStringList shortPhrase{"--new-key", key, "--passphrase-file", file("short.txt", "elleve tegn")};
    QCOMPARE(refused(here + shortPhrase + approved, "at least 12"), QByteArray());
    QCOMPARE(refused(here + approved + QStringList{"--key", file("bad.key", "nonsense")}, "no comment key"),
             QByteArray());

    const auto enabled = run(common + here + newKey + approved + QStringList{"--json", "--days", "30"});
    QCOMPARE(enabled.code, 0);
    QCOMPARE(enabled.json()["configured"].toInt(), 1);
    const auto keyFile = central::readWhole(key.toStdString(), 10'000);
    const auto secret = wire::CommentSecret::unwrap(*keyFile, "korrekt hest batteri");
    QVERIFY(secret && secret->publicKey().text() == enabled.json()["key"].toString().toStdString());
    QVERIFY((std::filesystem::status(key.toStdString()).permissions() & std::filesystem::perms::mask) ==
            (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    const auto configuration = must(fleet.ledger().configuration(*core::StandId::parse("fjordby-1")));
    const auto sent = must(wire::readConfiguration(configuration->signedJson, fleet.key.publicKey()));
    const auto settings = must(wire::applySettings({}, sent.settings, sent.comments)).comments;
    QVERIFY((settings && settings->staffNames == std::vector<std::string>{"Hanne Lund", "Aase"}));
    QCOMPARE(settings->deletedAfterDays, 30);

    const auto status = run({"comments", "status", "--data", data, "--json"});
    QCOMPARE(status.json()[0]["on"].toBool(), true);
    QCOMPARE(status.json()[0]["approved_by"].toString(), "Mette Holm");
    QCOMPARE(status.json()[0]["held"].toInt(), 0);
    QCOMPARE(status.json()[0]["staff_names"].toInt(), 2);
    // The same key again, from its file; a key file is never written over.
    const auto again = run(common + here + newKey + approved);
    QCOMPARE(again.code, 1);
    QVERIFY(again.error.contains("is there already"));
    QCOMPARE(run(common + here + approved + QStringList{"--key", key}).code, 0);
    QCOMPARE(*central::readWhole(key.toStdString(), 10'000), *keyFile);
    const auto disabled = run({"comments", "disable", "--data", data, "--municipality", "fjordby", "--json"});
    QCOMPARE(disabled.code, 0);
    QCOMPARE(disabled.json()["municipality"].toString(), "fjordby");
    QCOMPARE(disabled.json()["configured"].toInt(), 1);
    QCOMPARE(run({"comments", "disable", "--data", data, "--municipality", "fjordby"}).code, 1);
    QVERIFY(run({"comments", "status", "--data", data}).out.contains("fjordby  off"));
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
    wire::Envelope envelope = dayEnvelope(stand, 7, fleet.random);
    envelope.comments.push_back({wire::uuid4(fleet.random), stand.day, stand.day, "K9", std::nullopt,
                                 wire::commentKeyId(key), *wire::sealComment(key, "x")});
    (void)fleet.ingest(stand, seal(stand, std::move(envelope), fleet.random).bytes);
    SQLite::Database(fleet.folder().ledger().string(), SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER envelope_bytes_stay; UPDATE envelope_bytes SET bytes = x'00';"
              "UPDATE envelopes SET received_at = 1000");
    const auto night = run({"nightly", "--data", folderOf(fleet)});
    QCOMPARE(night.code, 3);
    QVERIFY2(night.error.contains("envelope 1 in the ledger can't be read"), night.error.constData());
    QVERIFY(must(fleet.ledger().comments(*core::MunicipalityId::parse("fjordby"))).empty());
    QVERIFY(std::filesystem::exists(fleet.folder().packages() / "fjordby"));
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
