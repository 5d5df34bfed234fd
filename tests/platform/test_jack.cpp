// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/alsa_jack.h"
#include "tests/support/fakes.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

using namespace smiley;
using core::InputEvent;
using Kind = core::InputEvent::Kind;

namespace {

const QTemporaryDir folder; ///< one for all: ALSA reads its configuration once

void put(const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

/// What the card does while somebody listens to it: see fake_card.cpp.
void happens(const char* bytes)
{
    const int fifo = ::open(folder.filePath("events").toLocal8Bit().constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(fifo >= 0);
    QCOMPARE(::write(fifo, bytes, qstrlen(bytes)), static_cast<ssize_t>(qstrlen(bytes)));
    ::close(fifo);
}

struct Listener {
    test::FakeClock clock;
    std::mutex mutex;
    std::vector<InputEvent> events;
    platform::AlsaJack jack{clock, "jack"};

    void start()
    {
        jack.start([this](InputEvent event) {
            const std::lock_guard lock(mutex);
            events.push_back(event);
        });
    }
    std::vector<Kind> heard()
    {
        const std::lock_guard lock(mutex);
        std::vector<Kind> kinds;
        for (const InputEvent& event : events) {
            kinds.push_back(event.kind);
        }
        return kinds;
    }
};

} // namespace

/// Against the real alsa-lib, whose card is a plugin of this test.
class TestJack : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        put("asoundrc", "ctl_type.fakecard { lib \"" FAKE_CARD "\" }\nctl.jack { type fakecard folder \"" +
                            folder.path().toUtf8() + "\" }\nctl.default { type fakecard folder \"" +
                            folder.path().toUtf8() + "\" }\n");
        QCOMPARE(::mkfifo(folder.filePath("events").toLocal8Bit().constData(), 0600), 0);
        qputenv("ALSA_CONFIG_PATH", folder.filePath("asoundrc").toLocal8Bit());
    }

    void init()
    {
        put("jack", "0");
        QFile::remove(folder.filePath("gone"));
    }

    void pluggingInAndOutIsTold()
    {
        Listener listener;
        listener.start();
        QTest::qWait(50);
        happens("1");
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard(), std::vector{Kind::HeadphonesIn}, 1000);
        QCOMPARE(listener.events[0].at, listener.clock.now().monotonic);
        happens("0");
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard(), (std::vector{Kind::HeadphonesIn, Kind::HeadphonesOut}), 1000);
    }

    void whatIsPluggedInAtTheStartIsToldAtOnce()
    {
        put("jack", "1");
        Listener listener;
        listener.start();
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard(), std::vector{Kind::HeadphonesIn}, 90);
    }

    void nothingPluggedInIsNotTold()
    {
        Listener listener;
        listener.start();
        QTest::qWait(300);
        QVERIFY(listener.heard().empty());
    }

    void aPlugThatBouncesIsInOnceAndOutAtOnce()
    {
        Listener listener;
        listener.start();
        QTest::qWait(50);
        for (const char* value : {"1", "0", "1", "0", "1"}) {
            happens(value);
            QTest::qWait(30);
        }
        QTest::qWait(300);
        QCOMPARE(listener.heard(), std::vector{Kind::HeadphonesIn});
        happens("0");
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard(), (std::vector{Kind::HeadphonesIn, Kind::HeadphonesOut}), 50);
        happens("1");
        QTest::qWait(40);
        QCOMPARE(listener.heard().size(), 2U);
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard().size(), 3U, 300);
        QCOMPARE(listener.heard().back(), Kind::HeadphonesIn);
    }

    void aCardThatGoesTakesItsHeadphonesAndComesBack()
    {
        put("jack", "1");
        Listener listener;
        listener.start();
        QTRY_COMPARE(listener.heard().size(), 1U);
        put("gone", "");
        happens("x");
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard(), (std::vector{Kind::HeadphonesIn, Kind::HeadphonesOut}), 1000);
        QFile::remove(folder.filePath("gone"));
        QTRY_COMPARE_WITH_TIMEOUT(listener.heard().size(), 3U, 3000);
        QCOMPARE(listener.heard().back(), Kind::HeadphonesIn);
    }

    void withoutACardItWaitsAndStopsAtOnce()
    {
        put("gone", "");
        Listener listener;
        listener.start();
        QTest::qWait(100);
        QElapsedTimer taken;
        taken.start();
        listener.jack.stop();
        QVERIFY2(taken.elapsed() < 100, qPrintable(QString::number(taken.elapsed())));
        QVERIFY(listener.heard().empty());
        listener.start(); // and again
        listener.jack.stop();
        listener.jack.stop();
    }

    void theDefaultCardIsListenedToWhenNoneIsNamed()
    {
        put("jack", "1");
        const test::FakeClock clock;
        std::atomic<int> heard = 0;
        platform::AlsaJack jack(clock);
        jack.start([&heard](InputEvent) { ++heard; });
        QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 1, 1000);
    }

    void aMissingDefaultIsWaitedFor()
    {
        put("gone", "");
        put("jack", "1");
        const test::FakeClock clock;
        std::atomic<int> heard = 0;
        platform::AlsaJack jack(clock);
        jack.start([&heard](InputEvent) { ++heard; });
        QTest::qWait(100);
        QCOMPARE(heard.load(), 0);
        QFile::remove(folder.filePath("gone"));
        QTRY_COMPARE_WITH_TIMEOUT(heard.load(), 1, 3000);
    }

    void jacksAreKnownByTheirNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isOne");
        for (const char* name : {"Headphone Jack", "Front Headphone Jack", "Headphone Front Jack", "Headset Jack",
                                 "Headphones Jack", "Dock Headphone Jack", "Headphone Mic Jack"}) {
            QTest::newRow(name) << QByteArray(name) << true;
        }
        for (const char* name : {"Headset Mic Jack", "Headphone Phantom Jack", "Mic Jack", "HDMI/DP,pcm=3 Jack",
                                 "Headphone Playback Switch", "Jack", "", "Line Out Jack", "Speaker Phantom Jack"}) {
            QTest::newRow(qPrintable(QString("not ") + name)) << QByteArray(name) << false;
        }
    }
    void jacksAreKnownByTheirNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, isOne);
        QCOMPARE(platform::isHeadphoneJack(name.toStdString()), isOne);
    }

    void anAudioDeviceIsOneThatPlays()
    {
        const QTemporaryDir machine;
        const std::filesystem::path root = machine.path().toStdString();
        QVERIFY(!platform::audioDeviceIsThere(root));
        std::filesystem::create_directories(root / "dev/snd");
        for (const char* name : {"controlC0", "pcmC0D0c", "timer", "seq"}) {
            std::ofstream(root / "dev/snd" / name).put(' ');
        }
        QVERIFY(!platform::audioDeviceIsThere(root));
        std::ofstream(root / "dev/snd/pcmC0D0p").put(' ');
        QVERIFY(platform::audioDeviceIsThere(root));
    }
};

QTEST_GUILESS_MAIN(TestJack)
#include "test_jack.moc"
