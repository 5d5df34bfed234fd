// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using core::Face;

// From the scanner to the row: which mark is written with which tap, and what a scanner that babbles costs.

namespace {

/// Texts and what they are found to be. A mark that was written with a tap is used.
class FakeTickets final : public core::Tickets {
public:
    explicit FakeTickets(const Disk& disk) : m_disk(disk) {}

    core::TicketCheck check(const std::string& text, const core::Now& /*now*/) override
    {
        ++checks;
        const auto known = unmarked.find(text);
        if (known != unmarked.end()) {
            return {known->second, {}};
        }
        const core::TicketMark mark = markOf(text);
        const bool isUsed = std::ranges::find(m_disk.used, mark) != m_disk.used.end();
        return {isUsed ? core::TicketFinding::Used : core::TicketFinding::Fresh, mark};
    }
    static core::TicketMark markOf(const std::string& text)
    {
        core::TicketMark mark{};
        for (std::size_t at = 0; at < text.size() && at < mark.size(); ++at) {
            mark.at(at) = static_cast<std::byte>(text[at]);
        }
        return mark;
    }

    std::map<std::string, core::TicketFinding> unmarked{{"noise", core::TicketFinding::NotACard},
                                                        {"yesterday", core::TicketFinding::OtherDay}};
    std::atomic<int> checks = 0;

private:
    const Disk& m_disk;
};

struct TicketStand : Stand {
    FakeTickets tickets{disk};

    kiosk::Ports ports()
    {
        kiosk::Ports made = Stand::ports();
        made.tickets = &tickets;
        return made;
    }
    [[nodiscard]] core::InputEvent shown(const std::string& text) const
    {
        return {core::InputEvent::Kind::TicketShown, 0, clock.now().monotonic, text};
    }
    [[nodiscard]] std::vector<core::TicketUse> uses() const
    {
        std::vector<core::TicketUse> all;
        for (const core::Event& row : disk.rows) {
            if (const auto* tap = std::get_if<core::Tap>(&row.content)) {
                all.push_back(tap->ticket);
            }
        }
        return all;
    }
};

using Uses = std::vector<core::TicketUse>;

} // namespace

class TestLoopTickets : public QObject {
    Q_OBJECT

private slots:
    void aTicketIsWrittenWithItsTap()
    {
        TicketStand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(stand.shown("A"));
        QCOMPARE(loop.screen().note, std::optional(core::TicketNote::Taken));
        QVERIFY(stand.disk.rows.empty());
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::Fresh});
        QVERIFY(stand.disk.used == std::vector{FakeTickets::markOf("A")});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
    }

    void aScannerWithoutAPortMeansNothing()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        const core::Screen before = loop.screen();
        loop.handle(core::InputEvent{core::InputEvent::Kind::TicketShown, 0, stand.clock.now().monotonic, "A"});
        QVERIFY(loop.screen() == before);
        QVERIFY(!loop.deadline());
    }

    void aFullDiskLeavesTheTicketUnused()
    {
        TicketStand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(stand.shown("A"));
        stand.disk.faults = {core::JournalFault::Full};
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(loop.screen().trouble && !loop.screen().banner);
        QVERIFY(stand.disk.used.empty() && stand.disk.rows.empty());
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::Fresh});
        QCOMPARE(stand.disk.used.size(), 1U);
    }

    void afterAFailedDiskTheTicketIsShownAgain()
    {
        for (const auto fault : {core::JournalFault::Io, core::JournalFault::Corrupt}) {
            TicketStand stand;
            stand.disk.countsBoots = true;
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(stand.shown("A"));
            stand.disk.faults = {fault};
            loop.handle(core::FaceTapped{Face::Good});
            loop.handle(core::FaceTapped{Face::Good}); // written to the journal that was opened since
            QVERIFY(stand.uses() == Uses{core::TicketUse::None});
            stand.clock.advance(1000);
            loop.handle(stand.shown("A"));
            QCOMPARE(loop.screen().note, std::optional(core::TicketNote::Taken));
            loop.handle(core::FaceTapped{Face::Good});
            QVERIFY(stand.uses().back() == core::TicketUse::Fresh);
        }
    }

    void whereTheJournalIsAwayNothingIsChecked()
    {
        TicketStand stand;
        kiosk::Ports ports = stand.ports();
        bool isAway = true;
        ports.openJournal = [&]() -> std::unique_ptr<core::Journal> {
            return isAway ? nullptr : std::make_unique<FakeJournal>(stand.disk);
        };
        kiosk::Loop loop(ports, stand.configuration());
        loop.handle(stand.shown("A"));
        QCOMPARE(loop.screen().note, std::optional(core::TicketNote::CannotCheck));
        QCOMPARE(stand.tickets.checks.load(), 0);
        isAway = false;
        stand.clock.advance(4000);
        loop.handle(stand.shown("A"));
        QCOMPARE(loop.screen().note, std::optional(core::TicketNote::Taken));
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::Fresh});
    }

    void aTicketDoesntWaitOverMidnight()
    {
        TicketStand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        const core::Day day = core::localTime(stand.clock.now().wall).day;
        while (core::localTime(stand.clock.now().wall).day == day) {
            stand.clock.advance(60'000);
        }
        stand.clock.advance(-1000);
        loop.handle(stand.shown("A"));
        stand.clock.advance(2000);
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::None});
        QVERIFY(stand.disk.used.empty());
    }

    void aRestartForgetsWhatWasShown()
    {
        TicketStand stand;
        {
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(stand.shown("A"));
        }
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QVERIFY(!loop.screen().note);
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::None});
        QVERIFY(stand.disk.used.empty());
    }

    void theTicketsTimeRunsFromItsArrival()
    {
        TicketStand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        const core::InputEvent early = stand.shown("A");
        stand.clock.advance(20'000); // it waited for the disk
        loop.handle(early);
        stand.clock.advance(10'000);
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::None});
    }

    void whetherTicketsAreRequiredIsTheDaysRule()
    {
        TicketStand stand;
        stand.before.rule.ticketsRequired = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QVERIFY(stand.screens.back().ticketFirst && loop.screen().ticketFirst); // on the first screen
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::WithoutTicket));
        QCOMPARE(stand.count<core::Tap>(), 1U); // it is kept
        stand.clock.advance(60'000);
        loop.handle(core::Ticked{});
        // The next day's rule doesn't; nobody touches anything.
        stand.before.rule.ticketsRequired = false;
        const core::Day day = core::localTime(stand.clock.now().wall).day;
        std::int64_t passed = 0;
        while (stand.screens.back().ticketFirst && passed < 48 * 3'600'000LL) {
            const auto due = loop.deadline();
            QVERIFY(due.has_value());
            const std::int64_t wait = core::count(*due) - core::count(stand.clock.now().monotonic);
            QVERIFY(wait > 0);
            passed += wait;
            stand.clock.advance(wait);
            loop.handle(core::Ticked{});
        }
        const core::LocalTime local = core::localTime(stand.clock.now().wall);
        QCOMPARE(local.day.text(), day.next().text());
        QVERIFY2(local.minuteOfDay >= 60 && local.minuteOfDay < 80, "after the day before was closed");
        QCOMPARE(stand.daysBegun, 2);
    }

    void withoutAScannerThatAnswersNobodyIsAskedToShowATicket()
    {
        TicketStand stand;
        stand.before.rule.ticketsRequired = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QVERIFY(stand.screens.back().ticketsUnread); // none was found yet
        loop.handle(stand.found(core::Role::Scanner));
        QVERIFY(!stand.screens.back().ticketsUnread);
        loop.handle(stand.lost(core::Role::Scanner));
        QVERIFY(stand.screens.back().ticketsUnread && stand.screens.back().ticketsRequired);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::WithoutTicket));
        QVERIFY(loop.screen().ticketsUnread); // and is told why

        TicketStand free;
        kiosk::Loop unasked(free.ports(), free.configuration());
        unasked.handle(free.lost(core::Role::Scanner));
        QVERIFY(!unasked.screen().ticketsUnread); // nobody is asked for one
    }

    void aTicketThatWaitedBringsNoScannerBack()
    {
        TicketStand stand;
        stand.before.rule.ticketsRequired = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(stand.found(core::Role::Scanner));
        loop.handle(stand.shown("noise"));
        stand.clock.advance(100);
        loop.handle(stand.shown("A"));
        loop.handle(stand.lost(core::Role::Scanner));
        QVERIFY(stand.screens.back().ticketsUnread);
        stand.clock.advance(400);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.tickets.checks.load(), 1);
        QVERIFY(stand.screens.back().ticketsUnread);
    }

    void aDayThatCantBeReadKeepsTheRuleBeforeItAndIsTriedAgain()
    {
        TicketStand stand;
        stand.before.rule.ticketsRequired = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(stand.found(core::Role::Scanner));
        stand.isDayUnreadable = true;
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(loop.screen().ticketsRequired);
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::WithoutTicket)); // not thanked for what won't count
        QCOMPARE(stand.daysBegun, 2);
        // Meanwhile the engine sees what was tapped.
        loop.handle(stand.shown("A"));
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
        stand.clock.advance(100);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::HaveIt));
        QCOMPARE(stand.daysBegun, 4);
        // It can be read again.
        stand.isDayUnreadable = false;
        stand.before.rule.ticketsRequired = false;
        stand.clock.advance(60'000);
        loop.handle(core::Ticked{});
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(!loop.screen().ticketsRequired);
        QCOMPARE(stand.daysBegun, 5);
        stand.clock.advance(60'000);
        loop.handle(core::Ticked{});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 5);
    }

    void aDayThatCouldntBeReadIsLookedAtAgainWithoutAnybody()
    {
        TicketStand stand;
        stand.isDayUnreadable = true;
        stand.before.rule.ticketsRequired = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QVERIFY(!loop.screen().ticketsRequired);
        stand.isDayUnreadable = false;
        stand.clock.advance(600'000);
        loop.handle(core::Ticked{});
        QVERIFY(stand.screens.back().ticketsRequired);
        QCOMPARE(stand.daysBegun, 2);
    }

    void ticketsThatNobodyCanReadAreReported()
    {
        TicketStand withScanner;
        withScanner.before.rule.ticketsRequired = true;
        const kiosk::Loop loop(withScanner.ports(), withScanner.configuration());
        QVERIFY(withScanner.reports.empty());
        Stand stand;
        const kiosk::Loop free(stand.ports(), stand.configuration());
        QVERIFY(stand.reports.empty());
        stand.before.rule.ticketsRequired = true;
        const kiosk::Loop required(stand.ports(), stand.configuration());
        QCOMPARE(stand.reports.size(), 1U);
        QVERIFY(!required.screen().ticketsRequired);
    }

    void aScannerThatBabblesIsLookedAtAFewTimesASecond()
    {
        TicketStand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        std::vector<std::int64_t> changes;
        stand.disk.used = {FakeTickets::markOf("used")};
        for (int i = 0; i < 6000; ++i) { // a minute
            stand.clock.advance(10);
            const std::size_t before = stand.screens.size();
            loop.handle(stand.shown(i % 3 == 0 ? "noise" : i % 3 == 1 ? "yesterday" : "used"));
            loop.handle(core::Ticked{});
            if (stand.screens.size() != before) {
                changes.push_back(core::count(stand.clock.now().monotonic));
            }
        }
        QVERIFY2(stand.tickets.checks <= 151, qPrintable(QString::number(stand.tickets.checks)));
        // Nothing flashes oftener than three times a second (WCAG 2.3.1).
        for (std::size_t at = 3; at < changes.size(); ++at) {
            QVERIFY(changes[at] - changes[at - 3] >= 1000);
        }
        QVERIFY(!loop.visitInProgress()); // the day can be closed, and settings come in
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(loop.screen().banner.has_value());
    }

    void aBabblingScannerTakesNoTapsPlace()
    {
        TicketStand stand;
        std::mutex mutex;
        std::size_t banners = 0;
        kiosk::Ports ports = stand.ports();
        ports.publish = [&](const core::Screen& screen) {
            const std::lock_guard lock(mutex);
            banners += screen.banner ? 1U : 0U;
        };
        std::atomic<bool> isOpen = false;
        ports.openJournal = [&]() -> std::unique_ptr<core::Journal> { // the disk stands still
            while (!isOpen) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return std::make_unique<FakeJournal>(stand.disk);
        };
        {
            kiosk::Runner runner(ports, stand.configuration());
            for (int i = 0; i < 2000; ++i) {
                runner.post(stand.shown("noise"));
            }
            for (int i = 0; i < 10; ++i) {
                runner.post(core::VisitEvent{core::FaceTapped{Face::Good}});
            }
            QCOMPARE(runner.dropped(), 2000U - kiosk::waitingTicketsMax);
            isOpen = true;
        }
        QCOMPARE(stand.count<core::Tap>(), 10U);
        QVERIFY(banners > 0);
    }

    void theGoodReadingBehindAGarbledOneIsTaken()
    {
        TicketStand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(stand.shown("noise"));
        stand.clock.advance(150);
        loop.handle(stand.shown("noise"));
        stand.clock.advance(100);
        loop.handle(stand.shown("A"));
        QCOMPARE(stand.tickets.checks.load(), 1);
        const auto due = loop.deadline();
        QVERIFY(due.has_value());
        QCOMPARE(core::count(*due) - core::count(stand.clock.now().monotonic), std::int64_t{150});
        stand.clock.advance(150);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.tickets.checks.load(), 2); // the last only
        QCOMPARE(loop.screen().note, std::optional(core::TicketNote::Taken));
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(stand.uses() == Uses{core::TicketUse::Fresh});
        stand.clock.advance(1000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.tickets.checks.load(), 2);
    }
};

QTEST_APPLESS_MAIN(TestLoopTickets)
#include "test_loop_tickets.moc"
