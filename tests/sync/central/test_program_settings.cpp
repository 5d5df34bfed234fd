// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/comments.h"
#include "sync/wire/policy_json.h"
#include "sync/wire/questionnaire_json.h"
#include "tests/sync/central/commenting.h"
#include "tests/sync/central/run_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace smiley;
using namespace smiley::test;

/// What the operator sets, and imports.
class TestProgramSettings : public QObject {
    Q_OBJECT
private slots:
    void aQuestionnaireIsCheckedWithEveryFaultNamed();
    void aConfigurationIsSetOrRefused();
    void aPolicyIsSetOrRefused();
    void anObserversCountIsImportedOnceOrRefused();
    void commentsAreTurnedOnWithAnApprovalOnly();
    void whatIsNotGivenOfCommentsStaysAsItWas();
};

void TestProgramSettings::aQuestionnaireIsCheckedWithEveryFaultNamed()
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

void TestProgramSettings::aConfigurationIsSetOrRefused()
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

void TestProgramSettings::aPolicyIsSetOrRefused()
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

void TestProgramSettings::anObserversCountIsImportedOnceOrRefused()
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

void TestProgramSettings::commentsAreTurnedOnWithAnApprovalOnly()
{
    Fleet fleet;
    (void)fleet.addStand("fjordby-1");
    must(central::configure(fleet.ledger(), *core::StandId::parse("fjordby-1"), withQuestions(), fleet.key,
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

void TestProgramSettings::whatIsNotGivenOfCommentsStaysAsItWas()
{
    Fleet fleet;
    (void)fleet.addStand("fjordby-1");
    const auto file = [&](const char* name, const std::string& text) {
        std::ofstream(fleet.path(name)) << text;
        return QString::fromStdString(fleet.path(name).string());
    };
    const QString phrase = file("phrase.txt", "korrekt hest batteri\n");
    const auto enable = [&](const char* key, const QStringList& more) {
        return run(QStringList{"comments", "enable", "--data", folderOf(fleet), "--municipality", "fjordby",
                               "--read-by", "Kommunikation", "--dpia-date", "2020-02-03", "--dpia-name", "Mette Holm",
                               "--passphrase-file", phrase, "--new-key",
                               QString::fromStdString(fleet.path(key).string())} +
                   more);
    };
    const auto settings = [&] {
        return must(wire::readCommentSettings(must(fleet.ledger().commentSwitches()).front().settings));
    };
    QCOMPARE(enable("one.key", {}).code, 0);
    QCOMPARE(settings().deletedAfterDays, 90);
    QVERIFY(settings().staffNames.empty());
    QCOMPARE(enable("two.key", {"--staff-names", file("staff.txt", "Hanne Lund\nAase\n"), "--days", "30"}).code, 0);

    const auto before = settings().key;
    const auto newKey = enable("three.key", {});
    QCOMPARE(newKey.code, 0);
    QVERIFY2(newKey.out.contains("2 staff names") && newKey.out.contains("30 days"), newKey.out);
    QVERIFY(settings().key != before);
    QCOMPARE(settings().deletedAfterDays, 30);
    QVERIFY((settings().staffNames == std::vector<std::string>{"Hanne Lund", "Aase"}));

    const auto noNames = enable("four.key", {"--staff-names", file("nobody.txt", "# nobody\n"), "--json"});
    QCOMPARE(noNames.json()["staff_names"].toInt(-1), 0);
    QCOMPARE(noNames.json()["deleted_after_days"].toInt(), 30);
    QVERIFY(settings().staffNames.empty());
}

QTEST_GUILESS_MAIN(TestProgramSettings)
#include "test_program_settings.moc"
