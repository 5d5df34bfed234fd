// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/day.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace smiley;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

int runDemo(const QStringList& arguments, QByteArray* errors = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(errors != nullptr ? QProcess::ForwardedOutputChannel : QProcess::ForwardedChannels);
    process.start(SMILEY_BIN_DIR "/smiley-demo", arguments);
    if (!process.waitForFinished(380000)) {
        return -1;
    }
    if (errors != nullptr) {
        *errors = process.readAllStandardError();
    }
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

/// A whole day from peripherals alone: what the trace tells is in the nightly package.
class TestDemoPeripherals : public QObject {
    Q_OBJECT

private slots:
    void theShippedDayIsWhatItsGeneratorMakes()
    {
        const QByteArray shipped = contentOf(SMILEY_SOURCE_DIR "/platform/demo_run/day.trace");
        QVERIFY2(shipped == QByteArray::fromStdString(demo::writtenDay(1)),
                 "make it again: smiley-demo --write-day platform/demo_run/day.trace --seed 1");
        QVERIFY(demo::writtenDay(2) != demo::writtenDay(1));
    }

    void aDaysTraceEndsInTheNightlyPackage()
    {
        const QTemporaryDir folder;
        const QString out = folder.filePath("demo");
        QCOMPARE(runDemo({"--headless", "--peripherals", "--out", out}), 0);
        const QJsonDocument summary = QJsonDocument::fromJson(contentOf(out + "/summary.json"));
        QVERIFY(summary["agrees"].toBool());
        // By the lines of day.trace, counted by hand: agreement alone could be that of two wrong sides.
        const QByteArray day = contentOf(SMILEY_SOURCE_DIR "/platform/demo_run/day.trace");
        int visits = 0;
        int taps = 0;
        for (const QByteArray& line : day.split('\n')) {
            if (line.startsWith("# person: ")) {
                const QList<QByteArray> words = line.split(' ');
                taps += words[3].toInt();
                visits += words[5] == "0" ? 0 : 1;
            }
        }
        QVERIFY(visits > 15);
        QCOMPARE(summary["visits_in_package"].toInt(), visits);
        QCOMPARE(summary["taps_in_journal"].toInt(), taps);
        QCOMPARE(summary["taps_by_keys_in_envelopes"].toInt(), taps);
        QCOMPARE(summary["visits_on_stand"].toInt(), visits);
        QVERIFY(summary["poll_answers_in_journal"].toInt() >= 3);
        QVERIFY(summary["cards_in_journal"].toInt() >= 3);
        QVERIFY(summary["passages_in_journal"].toInt() > 50);
        // What a visit looks like in the package says nothing of cards.
        const QByteArray visitsFile = contentOf(out + "/nightly/visits.csv");
        QVERIFY(!visitsFile.isEmpty() && !visitsFile.contains("ST1:"));
    }

    void aTraceThatCantBePlayedIsRefusedWithItsLine()
    {
        const QTemporaryDir folder;
        const QString trace = folder.filePath("bad.trace");
        QFile file(trace);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("found keys\nkey 1\nkey 11\n");
        file.close();
        QByteArray errors;
        const QString out = folder.filePath("out");
        QCOMPARE(runDemo({"--headless", "--peripherals", trace, "--out", out}, &errors), 3);
        QVERIFY2(errors.contains("bad.trace, line 3: '11' is not a number from 1 to 8"), errors);
        QVERIFY(!QFile::exists(out)); // before anything was made
        QCOMPARE(runDemo({"--headless", "--peripherals", folder.filePath("none"), "--out", out}, &errors), 3);
        QCOMPARE(runDemo({"--peripherals", trace, "--out", out}, &errors), 2);
    }
};

QTEST_GUILESS_MAIN(TestDemoPeripherals)
#include "test_demo_peripherals.moc"
