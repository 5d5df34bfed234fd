// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/replay/trace.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

using namespace smiley;
using core::InputEvent;

namespace {

/// Collects what a source delivers, from whatever thread.
struct Collected {
    std::mutex mutex;
    std::vector<InputEvent> events;
    std::vector<std::string> complaints;

    std::size_t count()
    {
        const std::lock_guard lock(mutex);
        return events.size();
    }
    std::size_t complaintCount()
    {
        const std::lock_guard lock(mutex);
        return complaints.size();
    }
};

} // namespace

class TestTrace : public QObject {
    Q_OBJECT

private slots:
    void linesAreReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind"); // index in the variant
        QTest::newRow("begins") << QByteArray("presence begins") << 0;
        QTest::newRow("ends") << QByteArray("presence ends") << 0;
        QTest::newRow("passage") << QByteArray("passage 3") << 0;
        QTest::newRow("passage 1000") << QByteArray("passage 1000") << 0;
        QTest::newRow("passage 1001") << QByteArray("passage 1001") << 3;
        QTest::newRow("passage 0") << QByteArray("passage 0") << 3;
        QTest::newRow("key") << QByteArray("key 8") << 0;
        QTest::newRow("key 1") << QByteArray("key 1") << 0;
        QTest::newRow("key 0") << QByteArray("key 0") << 3;
        QTest::newRow("key 9") << QByteArray("key 9") << 3;
        QTest::newRow("headphones in") << QByteArray("headphones in") << 0;
        QTest::newRow("headphones out") << QByteArray("headphones out") << 0;
        QTest::newRow("headphones") << QByteArray("headphones") << 3;
        QTest::newRow("headphones off") << QByteArray("headphones off") << 3;
        QTest::newRow("wait") << QByteArray("wait 3600000") << 1;
        QTest::newRow("wait too long") << QByteArray("wait 3600001") << 3;
        QTest::newRow("comment") << QByteArray("# a") << 2;
        QTest::newRow("empty") << QByteArray("") << 2;
        QTest::newRow("no number") << QByteArray("key") << 3;
        QTest::newRow("rest") << QByteArray("key 1x") << 3;
        QTest::newRow("other") << QByteArray("presence") << 3;
    }
    void linesAreReadOrRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(replay::parseLine(line.toStdString()).index()), kind);
    }

    void aFileIsPlayedToItsEndAndABadLineIsNamedAndPassedOver()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        std::ofstream(file) << "presence begins\nnonsense\nwait 20\npassage 2\nkey 4";
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source(file, clock, [&](std::string text) {
            const std::lock_guard lock(collected.mutex);
            collected.complaints.push_back(std::move(text));
        });
        source.start([&](InputEvent event) {
            const std::lock_guard lock(collected.mutex);
            collected.events.push_back(event);
        });
        QTRY_COMPARE(collected.count(), 3U);
        source.stop();
        QCOMPARE(collected.events[1].kind, InputEvent::Kind::Passage);
        QCOMPARE(collected.events[1].value, 2);
        QCOMPARE(collected.events[2].value, 4);
        QCOMPARE(collected.events[0].at, clock.now().monotonic);
        QCOMPARE(collected.complaints.size(), 1U);
        QVERIFY(collected.complaints[0].find("line 2") != std::string::npos);
    }

    void headphonesAndEveryKeyArePlayed()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        {
            std::ofstream out(file);
            out << "headphones in\n";
            for (int number = 1; number <= core::key::speech; ++number) {
                out << "key " << number << '\n';
            }
            out << "headphones out\n";
        }
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source(file, clock, [](const std::string& text) { QFAIL(text.c_str()); });
        source.start([&](InputEvent event) {
            const std::lock_guard lock(collected.mutex);
            collected.events.push_back(event);
        });
        QTRY_COMPARE(collected.count(), static_cast<std::size_t>(core::key::speech + 2));
        source.stop();
        QCOMPARE(collected.events.front().kind, InputEvent::Kind::HeadphonesIn);
        QCOMPARE(collected.events.back().kind, InputEvent::Kind::HeadphonesOut);
        for (int number = 1; number <= core::key::speech; ++number) {
            const auto& event = collected.events[static_cast<std::size_t>(number)];
            QCOMPARE(event.kind, InputEvent::Kind::KeyPressed);
            QCOMPARE(event.value, number);
        }
    }

    void aFifoGoesOnWhenItsWriterComesBack()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("fifo").toStdString();
        QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source(file, clock, [](const std::string&) {});
        source.start([&](InputEvent event) {
            const std::lock_guard lock(collected.mutex);
            collected.events.push_back(event);
        });
        for (std::size_t round = 1; round <= 2; ++round) {
            const int writer = ::open(file.c_str(), O_WRONLY);
            QVERIFY(writer >= 0);
            // One line in two writes: the halves are put together.
            QCOMPARE(::write(writer, "presence be", 11), 11);
            QTest::qWait(20);
            QCOMPARE(::write(writer, "gins\n", 5), 5);
            ::close(writer);
            QTRY_COMPARE(collected.count(), round);
        }
        source.stop();
    }

    void aMissingFileIsReported()
    {
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source("/nonexistent/trace", clock, [&](std::string text) {
            const std::lock_guard lock(collected.mutex);
            collected.complaints.push_back(std::move(text));
        });
        source.start([](InputEvent) {});
        QTRY_COMPARE(collected.complaintCount(), 1U);
        QVERIFY(collected.complaints[0].find("/nonexistent/trace") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTrace)
#include "test_trace.moc"
