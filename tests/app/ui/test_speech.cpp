// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/qt_speech.h"
#include "app/ui/volume_steps.h"
#include "tests/app/ui/speech_server.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace smiley;
using namespace std::chrono_literals;

namespace {

const QString speaker = QString(SMILEY_BIN_DIR) + "/smiley-speaker";
constexpr const char* danish = "Hvor tilfreds er du med dit besøg i dag?";

ui::SpeechTimes quickTimes()
{
    ui::SpeechTimes times;
    times.firstLook = 1ms;
    times.lookAgain = 100ms;
    times.retry = 1s;
    return times;
}

/// Speech as the stand has it, with an audio device that the test plugs in.
struct Subject {
    bool audioIsThere = true;
    int ended = 0;
    int changed = 0;
    ui::QtSpeech speech;

    explicit Subject(ui::SpeechTimes times = quickTimes(), const QString& program = speaker)
        : speech(
              program, [this] { return audioIsThere; }, times)
    {
        speech.ended = [this] { ++ended; };
        speech.changed = [this] { ++changed; };
    }
    bool becomesReady()
    {
        return QTest::qWaitFor([this] { return speech.state() == ui::SpeechState::Ready; }, 20'000);
    }
    bool ends(int times)
    {
        return QTest::qWaitFor([&] { return ended >= times; }, 8000);
    }
};

} // namespace

/// Speech through a real speech-dispatcher and espeak-ng; what a loudspeaker would get is measured.
class TestSpeech : public QObject {
    Q_OBJECT

private slots:
    void eachLanguageIsHeard_data()
    {
        QTest::addColumn<std::string>("tag");
        QTest::addColumn<std::string>("text");
        QTest::newRow("da") << std::string("da") << std::string(danish);
        QTest::newRow("plain Danish") << std::string("da-x-let") << std::string("Tryk på et ansigt. Det er alt.");
        QTest::newRow("en") << std::string("en") << std::string("How satisfied are you with your visit today?");
        QTest::newRow("ar") << std::string("ar") << std::string("ما مدى رضاك عن زيارتك اليوم؟");
        QTest::newRow("a dot alone in a line") << std::string("da") << std::string("Tak for dit svar\r\n.\r\nQUIT");
    }
    void eachLanguageIsHeard()
    {
        QFETCH(std::string, tag);
        QFETCH(std::string, text);
        Subject& subject = *m_subject;
        QVERIFY(subject.becomesReady());
        QVERIFY(subject.speech.canSay(tag));
        (void)m_server->newSamples();
        subject.speech.say(text, tag, core::volumeDefault);
        QCOMPARE(subject.ended, 0);
        QVERIFY(subject.ends(1));
        const auto samples = m_server->newSamples();
        const double seconds = static_cast<double>(samples.size()) / test::SpeechServer::samplesPerSecond;
        QVERIFY2(seconds > 1.0 && seconds < 6.0, qPrintable(QString::number(seconds)));
        QVERIFY2(test::loudness(samples) > 50.0, qPrintable(QString::number(test::loudness(samples))));
        QTest::qWait(300);
        QCOMPARE(subject.ended, 1);
    }

    void languagesSoundDifferent()
    {
        Subject& subject = *m_subject;
        QVERIFY(subject.becomesReady());
        std::vector<std::vector<std::int16_t>> heard;
        for (const char* tag : {"da", "en", "da"}) {
            (void)m_server->newSamples();
            subject.speech.say("Tak for dit svar", tag, core::volumeDefault);
            QVERIFY(subject.ends(static_cast<int>(heard.size()) + 1));
            heard.push_back(m_server->newSamples());
        }
        QVERIFY(heard[0].size() != heard[1].size());
        const auto difference = static_cast<qint64>(heard[0].size()) - static_cast<qint64>(heard[2].size());
        QVERIFY2(std::abs(difference) < 500, qPrintable(QString::number(difference)));
    }

    void stepsAreSixDecibelsApart()
    {
        Subject& subject = *m_subject;
        QVERIFY(subject.becomesReady());
        std::vector<double> steps;
        for (int step = 1; step <= core::volumeSteps; ++step) {
            (void)m_server->newSamples();
            subject.speech.say(danish, "da", step);
            QVERIFY(subject.ends(step));
            steps.push_back(test::loudness(m_server->newSamples()));
        }
        for (std::size_t step = 0; step < steps.size(); ++step) {
            const double measured = steps[step] - steps.back();
            const double wanted = ui::stepDecibels.at(step);
            qInfo("step %zu: %.2f dB, wanted %.0f", step + 1, measured, wanted);
            QVERIFY(std::abs(measured - wanted) < 1.0);
        }
        for (std::size_t step = 1; step < steps.size(); ++step) {
            QVERIFY(std::abs(steps[step] - steps[step - 1] - 6.0) < 1.0);
        }
    }

    void silenceCutsWhatIsBeingPlayed()
    {
        test::SpeechServer slow(test::SpeechServer::Card::RealTime);
        QVERIFY(slow.start());
        Subject subject;
        QVERIFY(subject.becomesReady());
        const std::string longText = "En lang tekst om svar, valg og samtaler, der bliver ved og ved og ved, og som "
                                     "ingen har tid til at høre til ende, for den varer mange sekunder.";
        subject.speech.say(longText, "da", core::volumeDefault);
        QTRY_VERIFY(slow.secondsHeard() > 0.5);
        subject.speech.silence();
        QTest::qWait(500);
        const double cut = slow.secondsHeard();
        QTest::qWait(700);
        QVERIFY2(slow.secondsHeard() - cut < 0.1 && cut < 2.5,
                 qPrintable(QString("%1 %2").arg(cut).arg(slow.secondsHeard())));
        QCOMPARE(subject.ended, 0);
    }

    void aTextThatTakesTheOthersPlaceIsTheOneThatEnds()
    {
        Subject& subject = *m_subject;
        QVERIFY(subject.becomesReady());
        (void)m_server->newSamples();
        for (int times = 0; times < 3; ++times) {
            subject.speech.say("En tekst, som bliver afbrudt.", "da", core::volumeDefault);
        }
        subject.speech.say(danish, "da", core::volumeDefault);
        QVERIFY(subject.ends(1));
        QTest::qWait(400);
        QCOMPARE(subject.ended, 1);
        QVERIFY(m_server->newSamples().size() > test::SpeechServer::samplesPerSecond);
    }

    void aServerThatIsStartedAgainIsFoundWithinTheSameText()
    {
        Subject subject;
        QVERIFY(subject.becomesReady());
        m_server->stop();
        QVERIFY(m_server->start());
        (void)m_server->newSamples();
        subject.speech.say(danish, "da", core::volumeDefault);
        QVERIFY(subject.ends(1));
        QVERIFY(m_server->newSamples().size() > test::SpeechServer::samplesPerSecond);
        QVERIFY(subject.speech.canSay("da"));
    }

    void whatHasNoVoiceIsNotPromisedAndEndsAtOnce()
    {
        Subject& subject = *m_subject;
        QVERIFY(subject.becomesReady());
        for (const char* tag : {"so", "", "-", "tlh", "../da"}) {
            QVERIFY2(!subject.speech.canSay(tag), tag);
        }
        for (const char* tag : {"uk", "pl", "tr", "fa", "DA"}) {
            QVERIFY2(subject.speech.canSay(tag), tag);
        }
        subject.speech.say("Mahadsanid", "so", core::volumeDefault);
        QCOMPARE(subject.ended, 0);
        QVERIFY(subject.ends(1));
        subject.speech.say(" \n", "da", core::volumeDefault);
        QVERIFY(subject.ends(2));
        subject.speech.say("Tak", "so", core::volumeDefault);
        subject.speech.silence();
        QTest::qWait(50);
        QCOMPARE(subject.ended, 2);
    }

    void withoutAServerNothingIsPromisedUntilItComes()
    {
        m_server->stop();
        Subject subject;
        QVERIFY(QTest::qWaitFor([&] { return subject.speech.state() == ui::SpeechState::NoEngine; }, 8000));
        QVERIFY(!subject.speech.canSay("da"));
        QVERIFY(m_server->start());
        QVERIFY(subject.becomesReady());
        QVERIFY(subject.speech.canSay("da"));
    }

    void initTestCase()
    {
        m_server = std::make_unique<test::SpeechServer>(test::SpeechServer::Card::Instant);
        QVERIFY(m_server->start());
        m_subject = std::make_unique<Subject>();
    }
    void init()
    {
        m_server->use();
        m_subject->ended = 0;
    }
    void cleanupTestCase()
    {
        m_subject.reset();
        m_server.reset();
    }

private:
    std::unique_ptr<test::SpeechServer> m_server;
    std::unique_ptr<Subject> m_subject; ///< of the tests that leave server and devices as they are
};

QTEST_GUILESS_MAIN(TestSpeech)
#include "test_speech.moc"
