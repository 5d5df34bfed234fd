// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/kiosk/loop_stand.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace smiley;
using namespace smiley::test;
using core::Face;

class TestLoop : public QObject {
    Q_OBJECT

private slots:
    void aTapIsOnDiskBeforeTheScreenSaysThanks()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QCOMPARE(stand.screens.size(), 1U);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.count<core::Tap>(), 1U);
        QCOMPARE(std::get<core::Tap>(stand.disk.rows[0].content).face, Face::Good);
        QCOMPARE(std::get<core::Tap>(stand.disk.rows[0].content).questionnaire.text(), std::string(64, 'a'));
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
        QVERIFY(loop.visitInProgress());
    }

    void aFullDiskThanksNobodyAndTheNextTapTriesAgain()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        stand.disk.faults = {core::JournalFault::Full};
        loop.handle(core::FaceTapped{Face::Good});
        QVERIFY(!loop.screen().banner);
        QVERIFY(loop.screen().trouble);
        QCOMPARE(stand.count<core::Tap>(), 0U);
        QCOMPARE(stand.disk.opened, 1);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
        QCOMPARE(stand.count<core::Tap>(), 1U);
    }

    void aFailedDiskIsClosedAndOpenedAgain()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        stand.disk.faults = {core::JournalFault::Io};
        loop.handle(core::FaceTapped{Face::Bad});
        QVERIFY(loop.screen().trouble);
        loop.handle(core::FaceTapped{Face::Bad});
        QCOMPARE(stand.disk.opened, 2);
        QCOMPARE(stand.count<core::Tap>(), 1U);
        QVERIFY(!loop.screen().trouble);
    }

    void theScreenFollowsTheAdjudicator()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(2000);
        loop.handle(core::FaceTapped{Face::Good});
        // No sensor: 2 s is the same visit.
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::HaveIt));
        stand.clock.advance(2000);
        loop.handle(core::FaceTapped{Face::Bad});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Changed));
        stand.clock.advance(20000);
        loop.handle(core::Ticked{});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
    }

    void aCommentIsKeptApartFromTheJournal()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.asksForComments(true));
        stand.comment(loop, "Tak for kaffe");
        QCOMPARE(stand.comments.kept.size(), 1U);
        const auto& kept = stand.comments.kept.begin()->second;
        QCOMPARE(kept.settings.key + " " + kept.question.text() + " " + kept.text, std::string("key T1 Tak for kaffe"));
        QVERIFY(kept.faces == core::FaceGroup::High);
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Thanks));
        QCOMPARE(stand.count<core::Answered>(), 0U);
        loop.handle(core::FaceTapped{Face::VeryBad});
        QVERIFY(kept.faces == core::FaceGroup::Low);
        loop.handle(core::WithdrawPressed{});
        QVERIFY(stand.comments.kept.empty());
    }

    void whereCommentsAreOffNobodyIsAskedForOne()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.asksForComments(false));
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Thanks));
        loop.configure(stand.asksForComments(true));
        stand.clock.advance(20'000);
        loop.handle(core::Ticked{});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
        QCOMPARE(loop.screen().questionsOffered, 1);
    }

    void theNamesOfTheStaffListAreTakenOut()
    {
        Stand stand;
        kiosk::Configuration listed = *stand.asksForComments(true);
        listed.settings.comments->staffNames = {"Grethe Holm"};
        kiosk::Loop loop(stand.ports(), stand.asksForComments(true));
        loop.configure(std::make_shared<const kiosk::Configuration>(listed));
        stand.comment(loop, "Tak til Grethe Holm for hjaelpen");
        QCOMPARE(stand.comments.kept.begin()->second.text, std::string("Tak til [medarbejder] for hjaelpen"));
    }

    void aCommentThatCannotBeWrittenIsNotThankedFor()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.asksForComments(true));
        stand.comments.fault = core::JournalFault::Full;
        stand.comment(loop, "Hej");
        QVERIFY(loop.screen().trouble);
        QVERIFY(!loop.screen().banner);
        QCOMPARE(stand.reports.size(), 1U);
        stand.comments.fault.reset();
        loop.handle(core::NextPressed{});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Thanks));
        QCOMPARE(stand.comments.kept.size(), 1U);
    }

    void aWithdrawnCommentIsDeletedAsSoonAsItCanBe()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.asksForComments(true));
        stand.comment(loop, "Hej");
        stand.comments.fault = core::JournalFault::Full;
        loop.handle(core::WithdrawPressed{});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Withdrawn));
        QCOMPARE(stand.comments.kept.size(), 1U);
        QCOMPARE(stand.reports.size(), 1U);
        const int asked = stand.comments.drops;
        for (const Face face : {Face::Good, Face::Bad}) { // whoever answers doesn't wait for it
            stand.clock.advance(20'000);
            loop.handle(core::FaceTapped{face});
        }
        QCOMPARE(stand.comments.drops, asked);
        // By then it is nobody's visit, and no day is closed, so that no envelope takes it.
        stand.clock.advance(60'000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.comments.drops, asked + 1);
        QVERIFY(!loop.screen().banner && loop.visitInProgress());
        stand.comments.fault.reset();
        const auto again = loop.deadline();
        QVERIFY(again && *again > stand.clock.now().monotonic);
        stand.clock.advance(core::count(*again) - core::count(stand.clock.now().monotonic));
        loop.handle(core::Ticked{});
        QVERIFY(stand.comments.kept.empty());
        QCOMPARE(stand.reports.size(), 1U);
        QVERIFY(!loop.visitInProgress() && !loop.deadline());
    }

    void headphonesThatWereInBeforeTheVoiceSpeakWhenItComes()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::HeadphonesIn, 0, {}});
        QVERIFY(loop.screen().listening == core::Listening::Off);
        loop.setSpeech(true);
        QVERIFY(loop.screen().listening == core::Listening::Headphones);
        loop.setSpeech(false);
        QVERIFY(loop.screen().listening == core::Listening::Off);
    }

    void whoSwitchedSpeechOffIsNotSpokenToWhenAnotherVoiceComes()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.setSpeech(true);
        loop.handle(core::HeadphonesPlugged{});
        loop.handle(core::ReadAloudPressed{});
        QVERIFY(loop.screen().listening == core::Listening::Off);
        loop.setSpeech(true);
        QVERIFY(loop.screen().listening == core::Listening::Off);
    }

    void aVoiceThatComesOrGoesIsNobodysTouch()
    {
        for (const bool comes : {true, false}) {
            Stand stand;
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(stand.found(core::Role::Presence));
            loop.setSpeech(!comes);
            loop.handle(core::HeadphonesPlugged{});
            loop.handle(core::FaceTapped{Face::Good});
            loop.handle(core::InvitationAccepted{});
            loop.handle(core::PresenceEnded{});
            stand.clock.advance(1000);
            loop.setSpeech(comes);
            stand.clock.advance(500);
            loop.handle(core::Ticked{});
            QCOMPARE(loop.screen().page, core::Screen::Page::Faces); // has left
        }
    }

    void aPollAnswerIsAppendedWithItsVisit()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        loop.handle(core::InvitationAccepted{});
        QCOMPARE(loop.screen().page, core::Screen::Page::Question);
        loop.handle(core::OptionToggled{option("y")});
        loop.handle(core::NextPressed{});
        QCOMPARE(stand.count<core::Answered>(), 1U);
        QCOMPARE(stand.disk.rows[1].visit, std::optional(core::Sequence{1}));
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Thanks));
    }

    void aSteppedClockIsNotedOnce()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::Ticked{});
        stand.clock.setWall(core::WallMs{1'000'000'000'000});
        loop.handle(core::Ticked{});
        stand.clock.advance(1000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::ClockStepped>(), 1U);
    }

    void theRunnerTicksByItselfAndEndsTheBanner()
    {
        Stand stand;
        std::mutex mutex;
        std::vector<core::Screen> screens;
        kiosk::Ports ports = stand.ports();
        ports.publish = [&](const core::Screen& screen) {
            const std::lock_guard lock(mutex);
            screens.push_back(screen);
        };
        const auto lastBanner = [&]() -> std::optional<core::Banner> {
            const std::lock_guard lock(mutex);
            return screens.empty() ? std::nullopt : screens.back().banner;
        };
        kiosk::Runner runner(ports, stand.configuration());
        runner.post(core::FaceTapped{Face::Good});
        QTRY_COMPARE(lastBanner(), std::optional(core::Banner::Invitation));
        QTRY_VERIFY(runner.visitInProgress());
        stand.clock.advance(30000);
        runner.post(core::Touched{});
        QTRY_VERIFY(!lastBanner());
        QTRY_VERIFY(!runner.visitInProgress());
        QCOMPARE(runner.dropped(), 0U);
    }

    void moreThanTheLimitOfWaitingEventsIsDroppedAndCounted()
    {
        Stand stand;
        std::atomic<bool> open{false};
        kiosk::Ports ports = stand.ports();
        ports.publish = [&](const core::Screen&) {
            while (!open) {
                std::this_thread::yield();
            }
        };
        {
            kiosk::Runner runner(ports, stand.configuration());
            for (std::size_t i = 0; i < kiosk::waitingEventsMax; ++i) {
                runner.post(core::Touched{});
            }
            QCOMPARE(runner.dropped(), 0U);
            runner.post(core::Touched{});
            QCOMPARE(runner.dropped(), 1U);
            open = true;
        }
    }
};

QTEST_APPLESS_MAIN(TestLoop)
#include "test_loop.moc"
