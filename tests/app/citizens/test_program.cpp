// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/taps_csv.h"
#include "app/citizens/scenario.h"
#include "app/citizens/simulate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace smiley;

namespace {

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SMILEY_BIN_DIR "/smiley-citizens"), arguments);
    if (!process.waitForFinished(50000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBackAsItWasSimulated()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath("a/b");
        for (const char* name : {"mixed-ticket", "withdrawals", "door-none"}) {
            const Run made = run({"write", "--scenario", name, "--seed", "7", "--out", out});
            QVERIFY2(made.code == 0, made.err);
            const auto scenarios = citizens::shippedScenarios();
            const auto scenario =
                std::find_if(scenarios.begin(), scenarios.end(), [&](const auto& s) { return s.name == name; });
            const citizens::Period period = citizens::simulate(*scenario, 7);
            std::size_t day = 0;
            std::size_t at = 0;
            bool same = true;
            adjudicate::TapReader reader([&](const adjudicate::TapRow& row) -> adjudicate::TapReader::Complaint {
                while (day < period.days.size() && at == period.days[day].taps.size()) {
                    ++day;
                    at = 0;
                }
                same = same && day < period.days.size();
                if (same) {
                    const core::TapView& tap = period.days[day].taps[at++];
                    same = row.id == std::to_string(tap.tap) && row.day == std::to_string(day) &&
                           row.tap.at == tap.at && row.tap.face == tap.face && row.tap.presence == tap.presence &&
                           row.tap.doors == tap.doors && row.tap.left == tap.left && row.tap.ticket == tap.ticket &&
                           row.tap.screen == tap.screen && row.tap.mode == tap.mode &&
                           row.tap.withdrawn == tap.withdrawn && row.tap.boot == tap.boot;
                }
                return {};
            });
            reader.feed(contentOf(out + "/taps.csv").toStdString());
            reader.end();
            QVERIFY(reader.faults().empty());
            QVERIFY(same);
            std::uint64_t taps = 0;
            for (const auto& one : period.days) {
                taps += one.taps.size();
            }
            QCOMPARE(reader.rows(), taps);
            const QList<QByteArray> truth = contentOf(out + "/truth.csv").split('\n');
            QCOMPARE(truth.first().trimmed(), QByteArray("tap_id,person,behaviour,genuine,true_answer"));
            QCOMPARE(static_cast<std::uint64_t>(truth.size()), taps + 2); // the names, and nothing after the last line
        }
    }

    void theSameSeedWritesTheSameBytes()
    {
        QTemporaryDir folder;
        for (const char* name : {"a", "b"}) {
            QCOMPARE(run({"write", "--scenario", "typical", "--seed", "3", "--out", folder.filePath(name)}).code, 0);
        }
        QVERIFY(!contentOf(folder.filePath("a/taps.csv")).isEmpty());
        QCOMPARE(contentOf(folder.filePath("a/taps.csv")), contentOf(folder.filePath("b/taps.csv")));
        QCOMPARE(contentOf(folder.filePath("a/truth.csv")), contentOf(folder.filePath("b/truth.csv")));
    }

    void theReportIsATableForPeopleAndJsonForPrograms()
    {
        const QStringList what{"report",   "--only",   "quiet",   "--policy", "window:5",
                               "--policy", "headline", "--seeds", "3"};
        const Run danish = run(what);
        QVERIFY2(danish.code == 0, danish.err);
        QVERIFY(danish.err.isEmpty());
        QVERIFY(danish.out.contains("Hvad en tælleregel taber"));
        QCOMPARE(danish.out.count("headline"), 3); // the scenario, mean and worst
        QVERIFY(danish.out.contains("100,0") || danish.out.contains("9,"));
        QVERIFY(run(what + QStringList{"--language", "en"}).out.contains("What a counting rule loses"));

        const Run json = run(what + QStringList{"--json"});
        const QJsonObject report = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(report["cells"].toArray().size(), 2);
        const QJsonObject cell = report["cells"].toArray()[0].toObject();
        QCOMPARE(cell["scenario"].toString(), "quiet");
        QCOMPARE(cell["policy"].toString(), "window:5");
        QVERIFY(cell["precision"].toDouble() > 0.7 && cell["precision"].toDouble() < 1);
        QVERIFY(cell["behaviours"].toObject()["honest"].toObject()["persons"].toInt() > 100);
        QCOMPARE(report["mean"].toArray().size(), 2);
    }

    void detailsSayWhatBecameOfEachBehaviour()
    {
        const Run made = run({"report", "--only", "mixed", "--policy", "raw", "--seeds", "2", "--details"});
        QCOMPARE(made.code, 0);
        for (const char* behaviour : {"honest", "multi", "child", "staff", "queue"}) {
            QVERIFY2(made.out.contains(behaviour), behaviour);
        }
    }

    void theModelWidensIntervals()
    {
        const QStringList what{"report", "--only", "mixed-no-sensor", "--policy", "headline", "--seeds", "2", "--json"};
        const auto half = [&](const QStringList& more) {
            const auto report = QJsonDocument::fromJson(run(what + more).out).object();
            return report["cells"].toArray()[0].toObject()["interval_half"].toDouble();
        };
        const double narrow = half({});
        QVERIFY(narrow > 0.02 && narrow < 0.5);
        QVERIFY(half({"--model"}) > narrow);
    }

    void aFigureBelowItsFloorEndsWithOne()
    {
        QTemporaryDir folder;
        const QString floors =
            written(folder, "floors.json",
                    R"({"floors": [{"policy": "raw", "scenarios": ["quiet"], "metric": "precision", "least": 1},
                                                      {"policy": "raw", "scenarios": ["quiet"], "metric": "recall", "least": 0.5}]})");
        const QStringList what{"report", "--only", "quiet", "--policy", "raw", "--seeds", "2", "--floors", floors};
        const Run below = run(what);
        QCOMPARE(below.code, 1);
        QVERIFY(below.err.contains("quiet, raw: precision is 0."));
        QVERIFY(below.err.contains("2 figures compared with their floors, 1 below"));
        QVERIFY(!below.err.contains("recall"));
        QCOMPARE(run(what + QStringList{"--policy", "headline"}).code, 1);
    }

    void wrongUseEndsWithTwoAndAReason_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("nothing") << QStringList{} << QByteArray("subcommand");
        QTest::newRow("no scenario") << QStringList{"report", "--only", "x"}
                                     << QByteArray("there is no scenario \"x\"");
        QTest::newRow("no policy") << QStringList{"report", "--policy", "x"} << QByteArray("no policy has the name x");
        QTest::newRow("no file") << QStringList{"list", "--scenarios", "/nowhere.json"} << QByteArray("/nowhere.json");
        QTest::newRow("no seeds") << QStringList{"report", "--seeds", "0"} << QByteArray("--seeds");
        QTest::newRow("no out") << QStringList{"write", "--scenario", "quiet"} << QByteArray("--out");
        QTest::newRow("no floors") << QStringList{"report", "--floors", "/nowhere.json"} << QByteArray("/nowhere.json");
    }

    void wrongUseEndsWithTwoAndAReason()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, reason);
        const Run made = run(arguments);
        QCOMPARE(made.code, 2);
        QVERIFY2(made.err.contains(reason), made.err);
        QVERIFY(made.out.isEmpty());
    }

    void aBadScenarioFileIsRefused()
    {
        QTemporaryDir folder;
        const QString file = written(folder, "mine.json", R"({"scenarios": {"ours": {"queue_gapp": [1, 2]}}})");
        const Run made = run({"report", "--scenarios", file});
        QCOMPARE(made.code, 2);
        QVERIFY2(
            made.err.contains("mine.json: scenario \"ours\": parameter \"queue_gapp\": there is no such parameter"),
            made.err);
        QVERIFY(made.out.isEmpty());
    }

    void aFolderThatCantBeMadeEndsWithThree()
    {
        QTemporaryDir folder;
        const QString file = written(folder, "file", "x");
        const Run made = run({"write", "--scenario", "quiet", "--out", file + "/below"});
        QCOMPARE(made.code, 3);
        QVERIFY2(made.err.contains("can't be written"), made.err);
    }

    void helpHasAnExampleAndTheExitCodes()
    {
        const Run help = run({"--help"});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("smiley-citizens report --only") && help.out.contains("Exit codes: 0 done"));
        const Run list = run({"list"});
        QCOMPARE(list.code, 0);
        QVERIFY(list.out.contains("typical") && list.out.contains("En almindelig dag."));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
