// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redact/filter.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <unistd.h>

namespace {

constexpr int done = 0;
constexpr int usage = 2;
constexpr int badFile = 3;

const QByteArray comments =
    "Mit cpr er 010190-1234, tak\nHanne hjalp mig 10:15\n\nSkriv til hans@firma.dk eller 22334455\n";
const QByteArray cleanedComments =
    "Mit cpr er [fjernet], tak\n[medarbejder] hjalp mig 10:15\n\nSkriv til [fjernet] eller [fjernet]\n";

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

    void eachLineIsCleaned()
    {
        QCOMPARE(run({"--names", file("names.txt", "\xEF\xBB\xBF# Borgerservice\r\nHanne Lund\r\n\r\nSøren Krogh\n")},
                     comments),
                 done);
        QCOMPARE(m_output, cleanedComments);
        QCOMPARE(m_errors, QByteArray());
    }

    void whatWasCleanedStaysAsItIs()
    {
        QCOMPARE(run({}, cleanedComments), done);
        QCOMPARE(m_output, cleanedComments);
    }

    void aNumberOverTwoLinesIsOneOnlyInAWholeText()
    {
        const QByteArray text = "jeg er 0101\n90-1234\n";
        QCOMPARE(run({}, text), done);
        QCOMPARE(m_output, text);
        QCOMPARE(run({"--whole"}, text), done);
        QCOMPARE(m_output, QByteArray("jeg er [fjernet]\n"));
    }

    void lineEndsStayWhereTheyWere()
    {
        QCOMPARE(run({}, "a\r\nb\n\nc"), done);
        QCOMPARE(m_output, QByteArray("a\nb\n\nc"));
        QCOMPARE(run({}, ""), done);
        QCOMPARE(m_output, QByteArray());
        QCOMPARE(run({}, "a\rb\xE2\x80\xA8"
                         "c\n"),
                 done);
        QCOMPARE(m_output, QByteArray("a b c\n"));
    }

    void badBytesComeOutAsText()
    {
        QCOMPARE(run({"--json"}, QByteArray("a\0b\xFF"
                                            "c\xE2\x80\xAE"
                                            "d\n",
                                            10)),
                 done);
        QCOMPARE(m_output, QByteArray("ab\xEF\xBF\xBD"
                                      "cd\n"));
        QCOMPARE(json().value("hidden").toInt(), 1);
    }

    void theReportCountsCommentsByKind()
    {
        QCOMPARE(run({"--json", "--names", file("names.txt", "Hanne\n")}, comments), done);
        QCOMPARE(json(), (QJsonObject{{"comments", 4},
                                      {"changed", 3},
                                      {"cpr", 1},
                                      {"phone", 1},
                                      {"email", 1},
                                      {"url", 0},
                                      {"digits", 0},
                                      {"staff_name", 1},
                                      {"hidden", 0}}));
        QCOMPARE(run({"--report"}, comments), done);
        QCOMPARE(m_errors, QByteArray("2 of 4 comments changed: CPR number in 1, phone number in 1, e-mail in 1\n"));
        QVERIFY(!m_errors.contains("1234"));
    }

    void megabytesGoThrough()
    {
        const QByteArray line = "tak for i dag " + QByteArray(3 << 20, 'x') + " 010190-1234";
        QCOMPARE(run({"--whole"}, line), done);
        QCOMPARE(m_output, line.chopped(11) + "[fjernet]");
        QByteArray many;
        while (many.size() < (8 << 20)) {
            many += comments;
        }
        QCOMPARE(run({"--names", file("names.txt", "Hanne\n")}, many), done);
        QCOMPARE(m_output.size(), many.size() / comments.size() * cleanedComments.size());
        QVERIFY(m_output.endsWith(cleanedComments));
    }

    void aCommentAtTheLimitIsTakenAndOneAboveIsNot()
    {
        const QByteArray most(smiley::redact::commentBytesMax, ' ');
        QCOMPARE(run({}, most + "\nabc\n"), done);
        QCOMPARE(run({}, "010190-1234\n" + most + "x\nabc\n"), badFile);
        QCOMPARE(m_output, QByteArray("[fjernet]\n"));
        QVERIFY(m_errors.contains("comment 2 is longer than 4 MiB"));
    }

    void aLineIsOutBeforeTheNextIsWritten()
    {
        QProcess process;
        process.start(SMILEY_BIN_DIR "/smiley-redact", {});
        QVERIFY(process.waitForStarted());
        process.write("ring 22334455\n");
        const QByteArray expected = "ring [fjernet]\n";
        QTRY_COMPARE(process.bytesAvailable(), qint64{expected.size()});
        QCOMPARE(process.readAllStandardOutput(), expected);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), done);
    }

    void aFullDiskIsAnError()
    {
        QCOMPARE(shell("printf 'abc\\n' | %1 > /dev/full"), badFile);
        QVERIFY2(m_errors.contains("can't write standard output: "), m_errors);
    }

    void closedStandardOutputIsAnError()
    {
        QCOMPARE(shell("printf 'abc\\n' | %1 >&-"), badFile);
        QVERIFY(m_errors.contains("can't write standard output"));
        QCOMPARE(shell("%1 < /dev/null >&-"), badFile);
    }

    void aClosedPipeIsAnError()
    {
        // The reader is gone before the first comment comes.
        QCOMPARE(shell("{ sleep 0.3; printf 'abc\\n'; } | { %1; echo $? > code; } | true; sleep 0.1; exit $(cat code)"),
                 badFile);
        QVERIFY(m_errors.contains("can't write standard output"));
    }

    void inputThatCannotBeReadIsAnError()
    {
        QCOMPARE(shell("%1 < ."), badFile);
        QVERIFY(m_errors.contains("can't read standard input"));
        QCOMPARE(shell("%1 <&-"), badFile);
        QCOMPARE(run({"--names", m_folder->filePath("absent")}, "abc\n"), badFile);
        QVERIFY(m_errors.contains("can't read ") && m_errors.contains("absent"));
        QCOMPARE(m_output, QByteArray());
        QCOMPARE(run({"--names", m_folder->path()}, "abc\n"), badFile);
        QCOMPARE(run({"--names", file("long", QByteArray(57345, '\n'))}, "abc\n"), badFile);
        QVERIFY(m_errors.contains("long: the list of names is longer than 56 KiB"));
        QCOMPARE(m_output, QByteArray());
    }

    void aBadLineOfTheNamesIsNamedAndNothingIsCleaned()
    {
        QCOMPARE(run({"--names", file("names.txt", "Hanne\nS\xF8ren\n")}, "Hanne\n"), badFile);
        QVERIFY2(m_errors.contains("names.txt: line 2 is not UTF-8"), m_errors);
        QCOMPARE(m_output, QByteArray());
    }

    void wrongOptionsAreNamed()
    {
        QCOMPARE(run({"--nmaes"}, ""), usage);
        QVERIFY(m_errors.contains("--nmaes"));
        QCOMPARE(run({"comments.txt"}, ""), usage);
        QCOMPARE(run({"--names"}, ""), usage);
    }

    void helpShowsAnExampleAndTheExitCodes()
    {
        QCOMPARE(run({"--help"}, ""), done);
        QVERIFY(m_output.contains("smiley-redact --names staff.txt --report < comments.txt > cleaned.txt"));
        for (const char* option : {"--whole", "--names", "--report", "--json", "Exit codes:"}) {
            QVERIFY2(m_output.contains(option), option);
        }
        QCOMPARE(run({"--version"}, ""), done);
        QVERIFY(m_output.startsWith("smiley-redact "));
    }

private:
    QString file(const QString& name, const QByteArray& content) const
    {
        QFile made(m_folder->filePath(name));
        return made.open(QIODevice::WriteOnly) && made.write(content) == content.size() ? made.fileName() : QString();
    }
    int run(const QStringList& arguments, const QByteArray& input)
    {
        QProcess process;
        process.setStandardInputFile(file("input", input));
        return finish(process, SMILEY_BIN_DIR "/smiley-redact", arguments);
    }
    /// `%1` is the program.
    int shell(const QString& command)
    {
        QProcess process;
        return finish(process, "/bin/sh", {"-c", command.arg(SMILEY_BIN_DIR "/smiley-redact")});
    }
    int finish(QProcess& process, const QString& program, const QStringList& arguments)
    {
        process.setWorkingDirectory(m_folder->path());
        process.start(program, arguments);
        const bool isFinished = process.waitForFinished(30000);
        m_output = process.readAllStandardOutput();
        m_errors = process.readAllStandardError();
        return isFinished && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(m_errors).object(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_output;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
