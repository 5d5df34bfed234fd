// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr int done = 0;
constexpr int badRows = 1;
constexpr int usage = 2;
constexpr int badFile = 3;

const QByteArray header = "tap_id,kiosk,day,t_ms,choice,presence_break,visitors,ticket\n";
/// Two kiosks among each other; B2 is within five seconds of B1.
const QByteArray taps = header + "B1,B,1,1000,1,0,,\nA1,A,1,1000,5,1,,\nB2,B,1,4000,2,0,,\nB3,B,1,6000,3,0,,\n"
                                 "A2,A,2,1001,4,1,,\n";
const QByteArray rawVerdicts = "tap_id,visit,verdict,weight,reason\r\nB1,B1,count,1,OK\r\nA1,A1,count,1,OK\r\n"
                               "B2,B2,count,1,OK\r\nB3,B3,count,1,OK\r\nA2,A2,count,1,OK\r\n";

} // namespace

/// The real program, as people run it.
class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void rawCountsEveryTapInTheOrderOfTheFile()
    {
        QCOMPARE(run({"--policy", "raw", file("taps.csv", taps)}), done);
        QCOMPARE(m_output, rawVerdicts);
        QCOMPARE(m_errors, QByteArray());
    }

    void aWindowCountsWhatComesLaterThanItAfterTheLastThatCounts()
    {
        QCOMPARE(run({"--policy", "window:5", file("taps.csv", taps)}), done);
        QStringList verdicts;
        for (const QByteArray& line : m_output.split('\n')) {
            verdicts += line.split(',').value(2);
        }
        QCOMPARE(verdicts, (QStringList{"verdict", "count", "count", "merged", "count", "count", ""}));
    }

    void headlineIsTheDefault()
    {
        const QString input = file("taps.csv", taps);
        QCOMPARE(run({"--policy", "headline", input}), done);
        const QByteArray named = m_output;
        QCOMPARE(run({input}), done);
        QCOMPARE(m_output, named);
    }

    void standardInputIsReadAndAFileIsWritten()
    {
        QCOMPARE(run({"--policy", "raw", "-"}, taps), done);
        QCOMPARE(m_output, rawVerdicts);
        QCOMPARE(run({"--policy", "raw", "--out", path("verdicts.csv"), "-"}, taps), done);
        QCOMPARE(m_output, QByteArray());
        QCOMPARE(read("verdicts.csv"), rawVerdicts);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"verdicts.csv"});
    }

    void oneRowGivesOneVerdict()
    {
        QCOMPARE(run({"-"}, header + "17,K,2026-11-22,0,3,-1,,"), done);
        QCOMPARE(m_output, QByteArray("tap_id,visit,verdict,weight,reason\r\n17,17,count,1,OK\r\n"));
    }

    void onlyAFirstLineGivesOnlyAFirstLine()
    {
        QCOMPARE(run({"-"}, header), done);
        QCOMPARE(m_output, QByteArray("tap_id,visit,verdict,weight,reason\r\n"));
        QCOMPARE(run({"--json", "-"}, header), done);
        QCOMPARE(m_output, QByteArray());
    }

    void anEmptyFileIsABadFile()
    {
        QCOMPARE(run({"-"}, QByteArray()), badRows);
        QVERIFY(m_errors.contains("the file is empty"));
    }

    void badRowsAreNamedAndNothingIsWritten()
    {
        const QString input = file("taps.csv", taps + "B1,B,1,7000,3,0,,\nB9,B,1,7000,9,0,,\n");
        QFile(path("verdicts.csv")).remove();
        QCOMPARE(run({"--out", path("verdicts.csv"), input}), badRows);
        QVERIFY(!QFile::exists(path("verdicts.csv")));
        QCOMPARE(run({input}), badRows);
        QCOMPARE(m_output, QByteArray());
        QVERIFY(m_errors.contains("line 7, tap_id: stands here a second time: \"B1\""));
        QVERIFY(m_errors.contains("line 8, choice: must be a whole number from 1 to 5; here is \"9\""));
    }

    void anExplainedRowHasEvidenceAndASentence()
    {
        QCOMPARE(run({"--explain", "-"}, taps), done);
        const QList<QByteArray> lines = m_output.split('\n');
        QCOMPARE(lines.first().trimmed(),
                 QByteArray("tap_id,visit,verdict,weight,reason,gap,presence,face,screen,doors,sentence"));
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[1].startsWith("B1,B1,"));
        QVERIFY(lines[2].endsWith("Nyt besøg: det er dagens første tryk på standen.\r"));
    }

    void jsonLinesHoldTheSame()
    {
        QCOMPARE(run({"--explain", "--json", "-"}, taps), done);
        const QList<QByteArray> lines = m_output.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.last(), QByteArray());
        const QJsonObject object = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(object.keys(), (QStringList{"doors", "face", "gap", "presence", "reason", "screen", "sentence",
                                             "tap_id", "verdict", "visit", "weight"}));
        QCOMPARE(object["tap_id"].toString(), QString("A1"));
        QCOMPARE(object["weight"].toInt(), 1);
        QCOMPARE(object["sentence"].toString(), QString("Nyt besøg: det er dagens første tryk på standen."));
    }

    void aSummaryIsPrintedForPeople()
    {
        QCOMPARE(run({"--summary", "--policy", "raw", "-"}, taps), done);
        QVERIFY(m_errors.startsWith("policy raw ("));
        QVERIFY(m_errors.contains("): 5 taps, 5 visits that count; 2 kiosks, 3 kiosk-days\n  count OK: 5\n"));
    }

    void aColumnThatNobodyKnowsIsNamed()
    {
        QCOMPARE(run({"--policy", "raw", "-"}, "note," + header + "x,1,K,1,0,3,0,,\n"), done);
        QCOMPARE(m_errors, QByteArray("smiley-adjudicate: column \"note\" is not known and was not read\n"));
    }

    void aPolicyMayComeFromAFile()
    {
        QCOMPARE(run({"--policy", "window:5", "--print-policy", "--out", path("rule.json")}), done);
        QCOMPARE(run({"--policy", "window:5", "-"}, taps), done);
        const QByteArray verdicts = m_output;
        QCOMPARE(run({"--policy", path("rule.json"), "-"}, taps), done);
        QCOMPARE(m_output, verdicts);

        const QString other = file("other.json", read("rule.json").replace("5000", "2000").replace("window:5", "mine"));
        QCOMPARE(run({"--policy", other, "--summary", "-"}, taps), done);
        QVERIFY(m_output != verdicts);
        QVERIFY(m_errors.startsWith("policy mine ("));
    }

    void thePrintedHeadlineIsTheHeadline()
    {
        QCOMPARE(run({"--print-policy"}), done);
        const QString printed = file("headline.json", m_output);
        QCOMPARE(run({"--policy", printed, "--print-policy"}), done);
        QCOMPARE(m_output, read("headline.json"));
        QCOMPARE(run({"--explain", "-"}, taps), done);
        const QByteArray verdicts = m_output;
        QCOMPARE(run({"--explain", "--policy", printed, "-"}, taps), done);
        QCOMPARE(m_output, verdicts);
    }

    void aPolicyFileWithFaultsEndsWithTwoAndNamesThem()
    {
        QCOMPARE(run({"--print-policy"}), done);
        const QString bad =
            file("bad.json", m_output.replace("too_soon_ms", "to_soon_ms").replace("\"format\": 1", "\"format\": 2"));
        QCOMPARE(run({"--policy", bad, "-"}, taps), usage);
        QCOMPARE(m_output, QByteArray());
        QVERIFY(m_errors.contains("/format: must be the number 1, not 2"));
        QVERIFY(m_errors.contains("/parameters/to_soon_ms: is no member"));
        QCOMPARE(run({"--policy", file("large.json", QByteArray(100000, ' ')), "-"}, taps), usage);
        QVERIFY(m_errors.contains("bytes, more than"));
        QCOMPARE(run({"--policy", m_folder->path(), "-"}, taps), usage);
        QVERIFY(m_errors.contains("Is a directory"));
    }

    void wrongOptionsEndWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("unknown") << QStringList{"--fast", "-"};
        QTest::newRow("no such policy") << QStringList{"--policy", "lag-9", "-"};
        QTest::newRow("window of nothing") << QStringList{"--policy", "window:0", "-"};
        QTest::newRow("two files") << QStringList{"a", "b"};
        QTest::newRow("taps and a policy to print") << QStringList{"--print-policy", "-"};
    }
    void wrongOptionsEndWithTwo()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments, taps), usage);
        QCOMPARE(m_output, QByteArray());
        QVERIFY(!m_errors.isEmpty());
    }

    void whatCannotBeReadEndsWithThree()
    {
        QCOMPARE(run({path("missing.csv")}), badFile);
        QVERIFY(m_errors.contains("missing.csv: No such file or directory"));
        QCOMPARE(run({m_folder->path()}), badFile);
        QVERIFY(m_errors.contains("Is a directory"));
        QCOMPARE(m_output, QByteArray());
    }

    void theRawTapsAreNeverOverwritten()
    {
        const QString input = file("taps.csv", taps);
        QCOMPARE(run({"--out", input, input}), usage);
        QCOMPARE(read("taps.csv"), taps);
    }

    void aFullDiskIsNotASuccess()
    {
        const QString input = file("taps.csv", taps);
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(program(), {input});
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), badFile);
        QVERIFY(process.readAllStandardError().contains("No space left on device"));
    }

    void aReaderThatGoesAwayIsNotASuccess()
    {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        ::close(ends[0]);
        QProcess process;
        process.setStandardOutputFile("/proc/self/fd/" + QString::number(ends[1]));
        process.setProgram(program());
        process.setArguments({file("taps.csv", taps)});
        process.setChildProcessModifier([write = ends[1]] { ::dup2(write, STDOUT_FILENO); });
        process.start();
        QVERIFY(process.waitForFinished(20000));
        ::close(ends[1]);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), badFile);
        QVERIFY(process.readAllStandardError().contains("Broken pipe"));
    }

    void aFileThatCannotBeWrittenStaysAsItWas_data()
    {
        QTest::addColumn<QString>("out");
        QTest::newRow("no such folder") << "nowhere/verdicts.csv";
        QTest::newRow("a folder") << ".";
        QTest::newRow("a device") << "/dev/full";
    }
    void aFileThatCannotBeWrittenStaysAsItWas()
    {
        QFETCH(QString, out);
        QCOMPARE(run({"--out", QDir(m_folder->path()).absoluteFilePath(out), "-"}, taps), badFile);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aDiskThatGetsFullLeavesTheFileAsItWas()
    {
        QByteArray many = header;
        for (int i = 0; i < 5000; ++i) {
            many += QByteArray::number(i) + ",K,1,0,3,0,,\n";
        }
        const QString input = file("taps.csv", many);
        const QString out = file("verdicts.csv", "yesterday's");
        QProcess process;
        process.setChildProcessModifier([] {
            const rlimit limit{70000, 70000}; // the second write fails, as on a full disk
            ::setrlimit(RLIMIT_FSIZE, &limit);
            ::signal(SIGXFSZ, SIG_IGN);
        });
        process.start(program(), {"--out", out, input});
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), badFile);
        QVERIFY(process.readAllStandardError().contains("can't write " + out.toUtf8()));
        QCOMPARE(read("verdicts.csv"), QByteArray("yesterday's"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), (QStringList{"taps.csv", "verdicts.csv"}));
    }

    void helpNamesTheExitCodes()
    {
        QCOMPARE(run({"--help"}), done);
        QVERIFY(m_output.contains("Exit codes"));
    }

private:
    static QString program() { return SMILEY_BIN_DIR "/smiley-adjudicate"; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    [[nodiscard]] QString file(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path(name) : QString();
    }
    [[nodiscard]] QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Runs to the end; its exit code, or -1 where it did not end by itself.
    int run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(program(), arguments);
        if (!process.waitForStarted()) {
            return -1;
        }
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(20000);
        m_output = process.readAllStandardOutput();
        m_errors = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_output;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
