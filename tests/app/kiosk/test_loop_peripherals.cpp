// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

// Peripherals that come and go, reports that come late, and a camera that appears.

using namespace smiley;
using namespace smiley::test;
using core::Face;
using core::Role;
using Kind = core::InputEvent::Kind;

namespace {

/// A loop, and what peripherals tell it now or told it a while ago.
struct Plugged {
    Stand stand;
    kiosk::Loop loop;

    explicit Plugged(bool asksForComments = false)
        : loop(stand.ports(), asksForComments ? stand.asksForComments(true) : stand.configuration())
    {}
    void say(Kind kind, int value = 0, std::int64_t ageMs = 0)
    {
        loop.handle(core::InputEvent{kind, value, core::MonotonicMs{core::count(stand.clock.now().monotonic) - ageMs}});
    }
    void found(Role role) { say(Kind::Found, static_cast<int>(role)); }
    void lost(Role role) { say(Kind::Lost, static_cast<int>(role)); }
    void pass(std::int64_t ms)
    {
        stand.clock.advance(ms);
        loop.handle(core::Ticked{});
    }
    core::Tap tap(Face face = Face::Good)
    {
        loop.handle(core::FaceTapped{face});
        return std::get<core::Tap>(stand.disk.rows.back().content);
    }
    core::Presence presenceOfTap() { return tap().presence; }
    std::optional<std::uint32_t> doorsOfTap() { return tap().doors; }
};

} // namespace

class TestLoopPeripherals : public QObject {
    Q_OBJECT

private slots:
    void aPresenceSensorCountsFromTheMomentItIsFound()
    {
        Plugged plugged;
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Unknown);
        plugged.found(Role::Presence);
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Unknown); // between the two nobody watched
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Continuous);
        plugged.say(Kind::PresenceEnded);
        plugged.say(Kind::PresenceBegan);
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Broken);
        plugged.lost(Role::Presence);
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Unknown);
        plugged.found(Role::Presence);
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Unknown);
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Continuous);
    }

    void aSensorThatComesBackAndSeesNobodyIsBelieved()
    {
        Plugged plugged;
        plugged.found(Role::Presence);
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        plugged.lost(Role::Presence);
        plugged.found(Role::Presence);
        plugged.pass(1500);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Question);
        plugged.say(Kind::PresenceEnded); // its first word
        plugged.pass(1500);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Faces); // whoever was asked has left
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Broken);
    }

    void aSensorThatGoesEndsNoVisitAndTakesItsPromiseWithIt()
    {
        Plugged plugged;
        plugged.found(Role::Presence);
        plugged.say(Kind::PresenceBegan);
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        const std::size_t rows = plugged.stand.disk.rows.size();
        plugged.lost(Role::Presence);
        plugged.pass(5000);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Question);
        QCOMPARE(plugged.stand.disk.rows.size(), rows);
        plugged.loop.handle(core::StopPressed{});
        QVERIFY(!plugged.loop.screen().canWithdraw); // nobody can tell whether it is the same person
        QVERIFY(plugged.stand.screens.back() == plugged.loop.screen());
    }

    void undoGoesFromTheScreenWithTheSensor()
    {
        Plugged plugged;
        plugged.found(Role::Presence);
        (void)plugged.tap();
        QVERIFY(plugged.stand.screens.back().canWithdraw);
        plugged.lost(Role::Presence);
        QVERIFY(!plugged.stand.screens.back().canWithdraw);
    }

    void aDoorCounterThatIsLostSaysNothing()
    {
        Plugged plugged;
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>());
        plugged.found(Role::Door);
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>(0));
        plugged.say(Kind::Passage, 3);
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>(3));
        plugged.lost(Role::Door);
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>());
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>());
        plugged.found(Role::Door);
        plugged.say(Kind::Passage, 1);
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>(4)); // the tap before knew nothing: no false zero
    }

    void passagesThatWereMissedAreNotTakenForNobody()
    {
        Plugged plugged;
        plugged.found(Role::Door);
        plugged.say(Kind::Passage, 3);
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>(3));
        plugged.lost(Role::Door);
        plugged.pass(600'000); // people come and go
        plugged.found(Role::Door);
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>()); // "3" would say that nobody passed
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>(3));
    }

    void whoLeftIsUnknownWhereTheCounterWasLostMeanwhile()
    {
        Plugged plugged;
        plugged.found(Role::Door);
        (void)plugged.tap();
        plugged.say(Kind::Passage, 1);
        plugged.lost(Role::Door);
        plugged.pass(60'000);
        QCOMPARE(plugged.stand.count<core::LeftAfter>(), 0U);
        QVERIFY(!plugged.loop.visitInProgress());
    }

    void aCounterThatComesBackAnotherDayBeginsAtZero()
    {
        Plugged plugged;
        plugged.found(Role::Door);
        plugged.say(Kind::Passage, 7);
        plugged.lost(Role::Door);
        plugged.pass(std::int64_t{24} * 3600 * 1000);
        plugged.found(Role::Door);
        (void)plugged.tap();
        QCOMPARE(plugged.doorsOfTap(), std::optional<std::uint32_t>(0));
    }

    void aReportIsAsOldAsItsArrival()
    {
        Plugged plugged;
        plugged.found(Role::Presence);
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        plugged.stand.clock.advance(1400);
        plugged.say(Kind::PresenceEnded, 0, 1000); // waited a second in a queue
        plugged.stand.clock.advance(499);
        plugged.loop.handle(core::Ticked{});
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Question);
        plugged.stand.clock.advance(1);
        plugged.loop.handle(core::Ticked{});
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Faces);
    }

    void aPassageIsCountedByWhenItHappened()
    {
        Plugged plugged;
        plugged.found(Role::Door);
        (void)plugged.tap();
        plugged.stand.clock.advance(20'500);
        plugged.say(Kind::Passage, 1, 1000); // 19.5 s after the tap, told a second later
        plugged.loop.handle(core::Ticked{});
        QCOMPARE(plugged.stand.count<core::LeftAfter>(), 1U);
        for (const core::Event& row : plugged.stand.disk.rows) {
            const auto* left = std::get_if<core::LeftAfter>(&row.content);
            QVERIFY(left == nullptr || left->count == 1);
        }
    }

    void nothingHappensBeforeWhatHappenedAlready_orLaterThanNow()
    {
        Plugged plugged;
        plugged.found(Role::Presence);
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        plugged.say(Kind::PresenceEnded, 0, 3'600'000); // a clock that isn't ours
        plugged.pass(1499);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Question);
        plugged.pass(1);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Faces);
        plugged.pass(300'000);
        plugged.say(Kind::PresenceBegan);
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        plugged.say(Kind::PresenceEnded, 0, -3'600'000);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Question);
        plugged.pass(1500);
        QVERIFY(plugged.loop.screen().page == core::Screen::Page::Faces);
        for (std::size_t row = 1; row < plugged.stand.disk.rows.size(); ++row) {
            QVERIFY(plugged.stand.disk.rows[row - 1].at.monotonic <= plugged.stand.disk.rows[row].at.monotonic);
            QVERIFY(!std::holds_alternative<core::ClockStepped>(plugged.stand.disk.rows[row].content));
        }
    }

    void keysAndScannersThatComeAndGoDisturbNobody()
    {
        Plugged plugged;
        (void)plugged.tap();
        const core::Screen before = plugged.loop.screen();
        for (const Role role : {Role::Keys, Role::Scanner}) {
            plugged.lost(role);
            plugged.found(role);
        }
        plugged.say(Kind::Watching, 1);
        QVERIFY(plugged.loop.screen() == before);
        QCOMPARE(plugged.presenceOfTap(), core::Presence::Unknown);
    }

    void aCameraClosesTheCommentThatIsBeingWritten()
    {
        Plugged plugged(true);
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        plugged.loop.handle(core::TextTyped{"Jeg hedder"});
        QVERIFY(plugged.loop.screen().kind == core::QuestionKind::Comment);
        plugged.loop.setCommentsAllowed(false);
        const core::Screen& shown = plugged.stand.screens.back();
        QVERIFY(shown.page == core::Screen::Page::Faces);
        QCOMPARE(shown.banner, std::optional(core::Banner::Thanks));
        QVERIFY(shown.comment.empty());
        QVERIFY(plugged.stand.comments.kept.empty());
        // What comes too late from the page that was open.
        plugged.loop.handle(core::TextTyped{"Jens"});
        plugged.loop.handle(core::NextPressed{});
        QVERIFY(plugged.stand.comments.kept.empty());
    }

    void nobodyIsAskedToWriteUntilItIsGoneAndTheNextVisitorComes()
    {
        Plugged plugged(true);
        plugged.loop.setCommentsAllowed(false);
        (void)plugged.tap();
        QCOMPARE(plugged.loop.screen().banner, std::optional(core::Banner::Thanks)); // nothing to ask
        plugged.loop.configure(plugged.stand.asksForComments(true));
        plugged.pass(60'000);
        (void)plugged.tap();
        QCOMPARE(plugged.loop.screen().banner, std::optional(core::Banner::Thanks));
        plugged.loop.setCommentsAllowed(true);
        QCOMPARE(plugged.loop.screen().banner, std::optional(core::Banner::Thanks)); // not under anybody's hands
        plugged.pass(60'000);
        plugged.stand.comment(plugged.loop, "Tak");
        QCOMPARE(plugged.stand.comments.kept.size(), 1U);
    }

    void anInvitationNoLongerCountsTheComment()
    {
        Plugged plugged(true);
        (void)plugged.tap();
        QCOMPARE(plugged.loop.screen().banner, std::optional(core::Banner::Invitation));
        plugged.loop.setCommentsAllowed(false);
        QCOMPARE(plugged.loop.screen().banner, std::optional(core::Banner::Thanks));
    }

    void aCameraLeavesAnAnswerAndItsQuestionAlone()
    {
        Plugged plugged;
        (void)plugged.tap();
        plugged.loop.handle(core::InvitationAccepted{});
        plugged.loop.handle(core::OptionToggled{option("x")});
        const core::Screen before = plugged.loop.screen();
        plugged.loop.setCommentsAllowed(false);
        QVERIFY(plugged.loop.screen() == before);
        plugged.loop.handle(core::NextPressed{});
        QCOMPARE(plugged.stand.count<core::Answered>(), 1U);
    }

    void aCommentThatWasGivenBeforeItCameStays()
    {
        Plugged plugged(true);
        plugged.stand.comment(plugged.loop, "Tak");
        QCOMPARE(plugged.stand.comments.kept.size(), 1U);
        plugged.loop.setCommentsAllowed(false);
        QCOMPARE(plugged.stand.comments.kept.size(), 1U);
        QCOMPARE(plugged.loop.screen().banner, std::optional(core::Banner::Thanks));
    }

    void theRunnerPassesItOn()
    {
        Stand stand;
        {
            kiosk::Runner runner(stand.ports(), stand.asksForComments(true));
            runner.setCommentsAllowed(false);
            runner.post(core::VisitEvent{core::FaceTapped{Face::Good}});
        }
        QCOMPARE(stand.screens.back().banner, std::optional(core::Banner::Thanks));
    }
};

QTEST_GUILESS_MAIN(TestLoopPeripherals)
#include "test_loop_peripherals.moc"
