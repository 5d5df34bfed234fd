// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/qt_speech.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace smiley;
using namespace std::chrono_literals;

namespace {

/// Speech whose speaker is a script that fails in its own way.
struct Subject {
    QTemporaryDir folder;
    bool audioIsThere = true;
    int ended = 0;
    int changed = 0;
    std::unique_ptr<ui::QtSpeech> speech;

    explicit Subject(const QByteArray& script)
    {
        QFile file(folder.filePath("speaker"));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("#!/bin/bash\necho run >>" + folder.filePath("runs").toUtf8() + "\n" + script + "\n");
        }
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        file.close();
        ui::SpeechTimes times;
        times.firstLook = 1ms;
        times.lookAgain = 50ms;
        times.readyMax = 600ms;
        times.beginMax = 300ms;
        times.restartMax = 2000ms;
        times.endMax = 300ms;
        times.endPerByte = 1ms;
        times.retry = 1500ms;
        speech = std::make_unique<ui::QtSpeech>(
            folder.filePath("speaker"), [this] { return audioIsThere; }, times);
        speech->ended = [this] { ++ended; };
        speech->changed = [this] { ++changed; };
    }
    bool becomes(ui::SpeechState state)
    {
        return QTest::qWaitFor([&] { return speech->state() == state; }, 4000);
    }
    qint64 runs() const
    {
        QFile file(folder.filePath("runs"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    }
};

} // namespace

/// What a speaker can do wrong costs the stand a text, never its own time.
class TestSpeechFaults : public QObject {
    Q_OBJECT

private slots:
    void aSpeakerThatNeverSpeaksIsGivenUp_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("hangs at start") << QByteArray("sleep 30");
        QTest::newRow("ends at once") << QByteArray("exit 1");
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$");
        QTest::newRow("chatters") << QByteArray("while :; do printf nonsense; done");
    }
    void aSpeakerThatNeverSpeaksIsGivenUp()
    {
        QFETCH(QByteArray, script);
        Subject subject(script);
        QVERIFY(subject.becomes(ui::SpeechState::NoEngine));
        QVERIFY(!subject.speech->canSay("da"));
        QCOMPARE(subject.runs(), 2);
        subject.speech->say("Tak", "da", 3);
        QTRY_COMPARE(subject.ended, 1);
        QTRY_VERIFY_WITH_TIMEOUT(subject.runs() > 2, 3000); // and tried again by itself
    }

    void aTextThatIsNotBegunIsGivenToASecondSpeaker()
    {
        // The first run is deaf.
        Subject subject("echo voices da\nif [ -e $0.2 ]; then while read -r w id r; do [ $w = say ] && "
                        "printf 'began %s\\nended %s\\n' $id $id; done; else touch $0.2; sleep 30; fi");
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        subject.speech->say("Tak", "da", 3);
        QTRY_COMPARE_WITH_TIMEOUT(subject.ended, 1, 3000);
        QCOMPARE(subject.runs(), 2);
        QVERIFY(subject.speech->canSay("da"));
        QTest::qWait(300);
        QCOMPARE(subject.ended, 1);
    }

    void aTextThatNobodyBeginsEndsOnceAndTheButtonGoes()
    {
        Subject subject("echo voices da; sleep 30");
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        subject.speech->say("Tak", "da", 3);
        QTRY_COMPARE_WITH_TIMEOUT(subject.ended, 1, 3000);
        QVERIFY(subject.becomes(ui::SpeechState::NoEngine));
        QCOMPARE(subject.ended, 1);
    }

    void aTextWhoseEndIsNeverToldEndsByItsLength()
    {
        Subject subject("echo voices da\nwhile read -r w id r; do [ $w = say ] && echo began $id; done");
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        QElapsedTimer taken;
        taken.start();
        subject.speech->say(std::string(400, 'a'), "da", 3);
        QTRY_COMPARE_WITH_TIMEOUT(subject.ended, 1, 3000);
        QVERIFY2(taken.elapsed() >= 700, qPrintable(QString::number(taken.elapsed())));
    }

    void aTextSaidAtAnEndThatIsNeverToldWaitsForTheNextSpeaker()
    {
        // The first tells no end and the second is slow to start.
        Subject subject("if [ -e $0.2 ]; then sleep 0.45; fi\necho voices da\n"
                        "while read -r w id r; do [ $w = say ] && { echo began $id; "
                        "[ -e $0.2 ] && echo ended $id; touch $0.2; }; done");
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        subject.speech->ended = [&] {
            if (++subject.ended == 1) {
                subject.speech->say("Tak", "da", 3);
            }
        };
        subject.speech->say("Hej", "da", 3);
        QTRY_COMPARE_WITH_TIMEOUT(subject.ended, 2, 4000);
        QCOMPARE(subject.runs(), 2);
        QVERIFY(subject.speech->canSay("da"));
    }

    void aTextThatASpeakerDiesOfWaitsForTheNext()
    {
        Subject subject("if [ -e $0.2 ]; then sleep 0.45; fi\necho voices da\n"
                        "while read -r w id r; do [ $w = say ] && { [ -e $0.2 ] || { touch $0.2; exit 1; }; "
                        "printf 'began %s\\nended %s\\n' $id $id; }; done");
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        subject.speech->say("Tak", "da", 3);
        QTRY_COMPARE_WITH_TIMEOUT(subject.ended, 1, 4000);
        QCOMPARE(subject.runs(), 2);
        QVERIFY(subject.speech->canSay("da"));
    }

    void callsDontWaitForASpeakerThatDoesNotRead()
    {
        Subject subject("echo voices da; sleep 30");
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        QElapsedTimer taken;
        taken.start();
        for (int times = 0; times < 500; ++times) {
            subject.speech->say(std::string(1000, 'a'), "da", 3);
            subject.speech->silence();
        }
        QVERIFY2(taken.elapsed() < 500, qPrintable(QString::number(taken.elapsed())));
        taken.restart();
        subject.speech.reset();
        QVERIFY2(taken.elapsed() < 1000, qPrintable(QString::number(taken.elapsed())));
        QCOMPARE(subject.ended, 0);
    }

    void withoutAnAudioDeviceNothingIsStartedAndItsComingAndGoingIsTold()
    {
        Subject subject("echo voices da; while read -r line; do :; done");
        subject.audioIsThere = false;
        QVERIFY(subject.becomes(ui::SpeechState::NoAudioDevice));
        QTest::qWait(150);
        QCOMPARE(subject.runs(), 0);
        QVERIFY(!subject.speech->canSay("da"));
        const int before = subject.changed;
        subject.audioIsThere = true;
        QVERIFY(subject.becomes(ui::SpeechState::Ready));
        QVERIFY(subject.speech->canSay("da-x-let"));
        subject.speech->say("Tak", "da", 3);
        subject.audioIsThere = false;
        QVERIFY(subject.becomes(ui::SpeechState::NoAudioDevice));
        QCOMPARE(subject.ended, 1);
        QVERIFY(!subject.speech->canSay("da"));
        QCOMPARE(subject.changed, before + 3); // looking, ready, no device
    }

    void aProgramThatIsNotThereIsNoEngine()
    {
        ui::SpeechTimes times;
        times.firstLook = 1ms;
        ui::QtSpeech speech(
            "/nonexistent/smiley-speaker", [] { return true; }, times);
        QTRY_COMPARE(speech.state(), ui::SpeechState::NoEngine);
    }
};

QTEST_GUILESS_MAIN(TestSpeechFaults)
#include "test_speech_faults.moc"
