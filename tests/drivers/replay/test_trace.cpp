// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/replay/trace.h"
#include "drivers/replay/trace_writer.h"
#include "tests/support/fakes.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <sstream>
#include <sys/stat.h>
#include <thread>
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
        QTest::newRow("found") << QByteArray("found scanner") << 0;
        QTest::newRow("lost") << QByteArray("lost door") << 0;
        QTest::newRow("no role") << QByteArray("found camera") << 3;
        QTest::newRow("role and more") << QByteArray("lost door ") << 3;
        QTest::newRow("camera comes") << QByteArray("camera comes") << 0;
        QTest::newRow("camera goes") << QByteArray("camera goes") << 0;
        QTest::newRow("camera") << QByteArray("camera") << 3;
        QTest::newRow("ticket") << QByteArray("ticket ST1:A%20B%25") << 0;
        QTest::newRow("ticket of nothing") << QByteArray("ticket ") << 3;
        QTest::newRow("half an escape") << QByteArray("ticket A%2") << 3;
        QTest::newRow("no escape") << QByteArray("ticket A%2G") << 3;
        QTest::newRow("a sign in an escape") << QByteArray("ticket A%-1") << 3;
        QTest::newRow("ticket of 512") << "ticket " + QByteArray("%00").repeated(512) << 0;
        QTest::newRow("ticket of 513") << "ticket " + QByteArray("%00").repeated(513) << 3;
    }
    void linesAreReadOrRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(replay::parseLine(line.toStdString()).index()), kind);
    }

    void everyEventComesBackFromItsLine()
    {
        using Kind = InputEvent::Kind;
        std::string anyBytes;
        for (int byte = 0; byte < 256; ++byte) {
            anyBytes += static_cast<char>(byte);
        }
        std::vector<InputEvent> events{
            {Kind::PresenceBegan, 0, {}},   {Kind::PresenceEnded, 0, {}}, {Kind::HeadphonesIn, 0, {}},
            {Kind::HeadphonesOut, 0, {}},   {Kind::Passage, 1, {}},       {Kind::Passage, 1000, {}},
            {Kind::Watching, 1, {}},        {Kind::Watching, 0, {}},      {Kind::TicketShown, 0, {}, anyBytes},
            {Kind::TicketShown, 0, {}, " "}};
        for (const core::Role role : core::roles) {
            events.push_back({Kind::Found, static_cast<int>(role), {}});
            events.push_back({Kind::Lost, static_cast<int>(role), {}});
        }
        for (int key = 1; key <= core::key::speech; ++key) {
            events.push_back({Kind::KeyPressed, key, {}});
        }
        for (const InputEvent& event : events) {
            const std::string text = replay::lineOf(event);
            QVERIFY2(text.size() <= replay::lineBytesMax && text.find('\n') == std::string::npos, text.c_str());
            const replay::Line line = replay::parseLine(text);
            const auto* back = std::get_if<InputEvent>(&line);
            QVERIFY2(back != nullptr, text.c_str());
            QVERIFY2(back->kind == event.kind && back->value == event.value && back->text == event.text, text.c_str());
        }
    }

    void aWrittenTraceHasTheWaitsAndIsWholeAfterEveryEvent()
    {
        using Kind = InputEvent::Kind;
        std::ostringstream out;
        replay::TraceWriter writer(out, core::MonotonicMs{1000}, replay::TicketTexts::LeftOut);
        writer.write({Kind::PresenceBegan, 0, core::MonotonicMs{1000}});
        QCOMPARE(out.str(), "presence begins\n");
        writer.write({Kind::KeyPressed, 3, core::MonotonicMs{1250}});
        // Decoded later than it came, on another device's turn.
        writer.write({Kind::Passage, 2, core::MonotonicMs{1240}});
        writer.write({Kind::TicketShown, 0, core::MonotonicMs{1300}, "ST1:SECRET"});
        writer.write({Kind::Passage, 2500, core::MonotonicMs{1300 + 3'600'000 + 7}});
        writer.finish(core::MonotonicMs{1300 + 3'600'000 + 107});
        QCOMPARE(out.str(), "presence begins\nwait 250\nkey 3\npassage 2\nwait 50\n"
                            "# a card was shown; what it says was left out\n"
                            "wait 3600000\nwait 7\npassage 1000\npassage 1000\npassage 500\nwait 100\n");

        std::ostringstream withTickets;
        replay::TraceWriter(withTickets, core::MonotonicMs{0}, replay::TicketTexts::Written)
            .write({Kind::TicketShown, 0, core::MonotonicMs{0}, "ST1:A B"});
        QCOMPARE(withTickets.str(), "ticket ST1:A%20B\n");
    }

    void aTraceThatTellsOfRolesIsTakenAtItsWord()
    {
        using Kind = InputEvent::Kind;
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        std::ofstream(file) << "found scanner\nfound keys\nkey 2\nlost keys\ncamera comes\nlost keys\n";
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source(file, clock, [](const std::string& text) { QFAIL(text.c_str()); });
        QVERIFY(source.peripherals().empty());
        source.start([&](InputEvent event) {
            const std::lock_guard lock(collected.mutex);
            collected.events.push_back(event);
        });
        QTRY_COMPARE(collected.count(), 6U);
        source.stop();
        QCOMPARE(collected.events[0].kind, Kind::Found);
        QCOMPARE(collected.events[0].value, static_cast<int>(core::Role::Scanner));
        QCOMPARE(collected.events[4].kind, Kind::Watching);
        QCOMPARE(collected.events[4].value, 1);
        const auto states = source.peripherals();
        QCOMPARE(states.size(), 2U);
        QCOMPARE(states[0].role, core::Role::Scanner);
        QCOMPARE(states[0].link, core::LinkState::Connected);
        QVERIFY(states[0].isHealthy);
        QCOMPARE(states[1].role, core::Role::Keys);
        QCOMPARE(states[1].link, core::LinkState::NoDevice);
        QVERIFY(!states[1].isHealthy && !states[1].why.empty());
        QCOMPARE(states[1].lost, 1U);
    }

    void aTicketFindsItsScannerWhereNoLineTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<int>>("told"); ///< of scanners: found 1, lost 0; a ticket 2
        QTest::newRow("nothing told") << QByteArray("ticket A\nticket B\n") << QList<int>{1, 2, 2};
        QTest::newRow("another role") << QByteArray("found keys\nticket A\n") << QList<int>{1, 2};
        QTest::newRow("it tells") << QByteArray("found scanner\nticket A\n") << QList<int>{1, 2};
        QTest::newRow("it is gone") << QByteArray("lost scanner\nticket A\n") << QList<int>{0, 2};
    }
    void aTicketFindsItsScannerWhereNoLineTold()
    {
        using Kind = InputEvent::Kind;
        QFETCH(QByteArray, text);
        QFETCH(QList<int>, told);
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        std::ofstream(file) << text.toStdString() << "key 1\n";
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source(file, clock, [](const std::string& fault) { QFAIL(fault.c_str()); });
        source.start([&](InputEvent event) {
            const std::lock_guard lock(collected.mutex);
            collected.events.push_back(event);
        });
        const auto isOver = [&collected] {
            const std::lock_guard lock(collected.mutex);
            return !collected.events.empty() && collected.events.back().kind == Kind::KeyPressed;
        };
        QTRY_VERIFY(isOver());
        source.stop();
        QList<int> heard;
        for (const InputEvent& event : collected.events) {
            if (event.kind == Kind::TicketShown) {
                heard += 2;
            } else if (event.kind != Kind::KeyPressed && event.value == static_cast<int>(core::Role::Scanner)) {
                heard += event.kind == Kind::Found ? 1 : 0;
            }
        }
        QCOMPARE(heard, told);
    }

    void aLongLineIsNamedAndTheNextOnesAreRead()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        std::ofstream(file) << "found keys\n" << std::string(3 * replay::lineBytesMax, 'x') << "\nkey 1\n";
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
        QTRY_COMPARE(collected.count(), 2U);
        source.stop();
        QCOMPARE(collected.events[1].value, 1);
        QCOMPARE(collected.complaints.size(), 1U);
        QVERIFY2(collected.complaints[0].find("line 2") != std::string::npos, collected.complaints[0].c_str());
        QVERIFY(collected.complaints[0].size() < 400);
    }

    void theWaitsOfAFileAddUpFromItsStart()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        {
            std::ofstream out(file);
            out << "found keys\n";
            for (int turn = 0; turn < 10; ++turn) {
                out << "wait 40\nkey 1\n";
            }
        }
        const test::FakeClock clock;
        std::atomic<int> keys{0};
        replay::TraceSource source(file, clock, [](const std::string& text) { QFAIL(text.c_str()); });
        QElapsedTimer timer;
        timer.start();
        source.start([&](const InputEvent& event) {
            // Who takes an event takes his time: the day is no longer for it.
            std::this_thread::sleep_for(std::chrono::milliseconds(event.kind == InputEvent::Kind::KeyPressed ? 35 : 0));
            keys += event.kind == InputEvent::Kind::KeyPressed ? 1 : 0;
        });
        QTRY_COMPARE(keys.load(), 10);
        source.stop();
        QVERIFY2(timer.elapsed() >= 400 && timer.elapsed() < 730, qPrintable(QString::number(timer.elapsed())));
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
        QTRY_COMPARE(collected.count(), 6U);
        source.stop();
        // It says nothing of roles: keys, presence and door are there.
        for (std::size_t role = 0; role < 3; ++role) {
            QCOMPARE(collected.events[role].kind, InputEvent::Kind::Found);
            QCOMPARE(collected.events[role].value, static_cast<int>(role));
            QCOMPARE(source.peripherals().at(role).link, core::LinkState::Connected);
        }
        QCOMPARE(source.peripherals().size(), 3U);
        QCOMPARE(collected.events[3].kind, InputEvent::Kind::PresenceBegan);
        QCOMPARE(collected.events[4].kind, InputEvent::Kind::Passage);
        QCOMPARE(collected.events[4].value, 2);
        QCOMPARE(collected.events[5].value, 4);
        QCOMPARE(collected.events[3].at, clock.now().monotonic);
        QCOMPARE(collected.complaints.size(), 1U);
        QVERIFY(collected.complaints[0].find("line 2") != std::string::npos);
    }

    void headphonesAndEveryKeyArePlayed()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("trace").toStdString();
        {
            std::ofstream out(file);
            out << "found keys\nheadphones in\n";
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
        QTRY_COMPARE(collected.count(), static_cast<std::size_t>(core::key::speech + 3));
        source.stop();
        QCOMPARE(collected.events[1].kind, InputEvent::Kind::HeadphonesIn);
        QCOMPARE(collected.events.back().kind, InputEvent::Kind::HeadphonesOut);
        for (int number = 1; number <= core::key::speech; ++number) {
            const auto& event = collected.events[static_cast<std::size_t>(number) + 1];
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
            QTRY_COMPARE(collected.count(), 3 + round); // after keys, presence and door
        }
        source.stop();
    }

    void aFaultRepeatsNoCardAndNoControlCharacter()
    {
        for (const std::string beginning :
             {"Ticket ", "ticket  ", "key ", "passage ", "wait ", "found ", "lost ", "ticket %", ""}) {
            const auto line = replay::parseLine(beginning + "ST1:\x1B[SECRET" + std::string(2000, 'x'));
            const auto* fault = std::get_if<replay::Unreadable>(&line);
            QVERIFY2(fault != nullptr, beginning.c_str());
            QVERIFY2(fault->why.find("SECRET") == std::string::npos && fault->why.find('\x1B') == std::string::npos &&
                         fault->why.size() < 250,
                     fault->why.c_str());
        }
        const auto line = replay::parseLine("Ticket ST1:X");
        QVERIFY(std::get<replay::Unreadable>(line).why.starts_with("'Ticket' is none of: "));
    }

    void aFolderAsATraceIsReportedOnceAndEndsIt()
    {
        const QTemporaryDir folder;
        const test::FakeClock clock;
        Collected collected;
        replay::TraceSource source(folder.path().toStdString(), clock, [&](std::string text) {
            const std::lock_guard lock(collected.mutex);
            collected.complaints.push_back(std::move(text));
        });
        source.start([](const InputEvent&) {});
        QTRY_COMPARE(collected.complaintCount(), 1U);
        QTest::qWait(50);
        source.stop();
        QCOMPARE(collected.complaints.size(), 1U);
        QVERIFY(collected.complaints[0].find("directory") != std::string::npos);
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
