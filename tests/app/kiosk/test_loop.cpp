// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/runner.h"
#include "tests/support/fakes.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace smiley;
using core::Face;

namespace {

core::OptionId option(const char* id) { return *core::OptionId::parse(id); }

/// The faces, and one question with two options.
core::Questionnaire questionnaire(char hashDigit = 'a')
{
    core::Questionnaire made{*core::Hash::parse(std::string(64, hashDigit)), "test", 1, "Test", {}, {}, 0};
    made.languages = {{"da", "Dansk", core::Direction::LeftToRight, false, {}},
                      {"en", "English", core::Direction::LeftToRight, false, {}}};
    core::Question faces{*core::QuestionId::parse("K0")};
    faces.kind = core::QuestionKind::Faces;
    faces.ownership = core::Ownership::Core;
    faces.text = {{"da", "Hvordan?"}, {"en", "How?"}};
    for (const char* id : {"1", "2", "3", "4", "5"}) {
        faces.options.push_back({option(id), {{"da", id}, {"en", id}}, ""});
    }
    core::Question choice{*core::QuestionId::parse("Q1")};
    choice.text = {{"da", "Hvad?"}, {"en", "What?"}};
    choice.options = {{option("x"), {{"da", "X"}, {"en", "X"}}, ""}, {option("y"), {{"da", "Y"}, {"en", "Y"}}, ""}};
    made.questions = {faces, choice};
    return made;
}

/// What was appended, and faults on demand. Lives longer than the connections to it.
struct Disk {
    std::vector<core::Event> rows;
    std::vector<core::JournalFault> faults; ///< for the next appends, first first
    int opened = 0;
    std::uint32_t boot = 1;
    bool countsBoots = false; ///< each opening is another boot, as the store's
};

class FakeJournal final : public core::Journal {
public:
    explicit FakeJournal(Disk& disk) : m_disk(disk)
    {
        ++m_disk.opened;
        m_disk.boot += m_disk.countsBoots ? 1 : 0;
    }
    core::Result<core::Sequence, core::JournalFault> append(const core::Event& event) override
    {
        if (!m_disk.faults.empty()) {
            const core::JournalFault fault = m_disk.faults.front();
            m_disk.faults.erase(m_disk.faults.begin());
            return core::fail(fault, "asked for by the test");
        }
        m_disk.rows.push_back(event);
        return core::Sequence{m_disk.rows.size()};
    }
    [[nodiscard]] core::Boot boot() const override { return core::Boot{m_disk.boot}; }

private:
    Disk& m_disk;
};

/// Keeps comments in memory; a fault on demand.
class FakeComments final : public core::Comments {
public:
    core::Result<std::string, core::JournalFault> keep(const core::CommentSettings& settings,
                                                       const core::QuestionId& question, core::FaceGroup faces,
                                                       const std::string& text, const core::Now& /*now*/) override
    {
        if (fails) {
            return core::fail(core::JournalFault::Full, "asked for by the test");
        }
        kept.push_back(settings.key + " " + question.text() + " " + std::to_string(static_cast<int>(faces)) + " " +
                       text);
        return "id" + std::to_string(kept.size());
    }
    core::Result<core::Done, core::JournalFault> regroup(const std::string& id, core::FaceGroup faces) override
    {
        kept.push_back("regroup " + id + " " + std::to_string(static_cast<int>(faces)));
        return core::Done{};
    }
    core::Result<core::Done, core::JournalFault> drop(const std::string& id) override
    {
        if (fails) {
            return core::fail(core::JournalFault::Full, "asked for by the test");
        }
        kept.push_back("drop " + id);
        return core::Done{};
    }
    std::vector<std::string> kept;
    bool fails = false;
};

struct Stand {
    test::FakeClock clock;
    test::SeededRandom random;
    Disk disk;
    std::vector<core::Screen> screens;
    kiosk::DaySoFar before;
    int daysBegun = 0;
    FakeComments comments;
    std::vector<std::string> reports;

    kiosk::Ports ports()
    {
        return {clock,
                random,
                [this] { return std::make_unique<FakeJournal>(disk); },
                [this](const core::Screen& screen) { screens.push_back(screen); },
                [this](const core::Now&) {
                    ++daysBegun;
                    return before;
                },
                &comments,
                [this](const std::string& said) { reports.push_back(said); }};
    }
    /// The faces, and a comment; on or off.
    std::shared_ptr<const kiosk::Configuration> asksForComments(bool on)
    {
        kiosk::Configuration made = *configuration();
        made.questionnaire.questions.back() = core::Question{*core::QuestionId::parse("T1")};
        made.questionnaire.questions.back().kind = core::QuestionKind::Comment;
        made.questionnaire.questions.back().text = {{"da", "Skriv"}, {"en", "Write"}};
        if (on) {
            made.settings.comments = core::CommentSettings{.key = "key"};
        }
        return std::make_shared<const kiosk::Configuration>(made);
    }
    /// Somebody taps, says yes, writes and confirms.
    void comment(kiosk::Loop& loop, const char* text)
    {
        loop.handle(core::FaceTapped{Face::Good});
        loop.handle(core::InvitationAccepted{});
        loop.handle(core::TextTyped{text});
        loop.handle(core::NextPressed{});
    }
    /// What stands on the disk, as a program that starts now finds it.
    void readBack()
    {
        for (const core::Event& row : disk.rows) {
            before.rows.push_back({core::Sequence{before.rows.size() + 1}, core::Boot{disk.boot}, row});
        }
    }
    std::shared_ptr<const kiosk::Configuration> configuration(char hashDigit = 'a')
    {
        core::StandSettings settings;
        settings.languages = {"da", "en"};
        return std::make_shared<const kiosk::Configuration>(kiosk::Configuration{questionnaire(hashDigit), settings});
    }
    template <class Content>
    std::size_t count() const
    {
        std::size_t found = 0;
        for (const core::Event& row : disk.rows) {
            found += std::holds_alternative<Content>(row.content) ? std::size_t{1} : 0;
        }
        return found;
    }
};

} // namespace

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
        QCOMPARE(stand.comments.kept, std::vector<std::string>{"key T1 2 Tak for kaffe"});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Thanks));
        QCOMPARE(stand.count<core::Answered>(), 0U);
        loop.handle(core::FaceTapped{Face::VeryBad});
        QCOMPARE(stand.comments.kept.back(), std::string("regroup id1 0"));
        loop.handle(core::WithdrawPressed{});
        QCOMPARE(stand.comments.kept.back(), std::string("drop id1"));
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
        QCOMPARE(stand.comments.kept, std::vector<std::string>{"key T1 2 Tak til [medarbejder] for hjaelpen"});
    }

    void aCommentThatCannotBeWrittenIsNotThankedFor()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.asksForComments(true));
        stand.comments.fails = true;
        stand.comment(loop, "Hej");
        QVERIFY(loop.screen().trouble);
        QVERIFY(!loop.screen().banner);
        QCOMPARE(stand.reports.size(), 1U);
        stand.comments.fails = false;
        loop.handle(core::NextPressed{});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Thanks));
        QCOMPARE(stand.comments.kept.size(), 1U);
    }

    void aWithdrawnCommentIsDeletedAsSoonAsItCanBe()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.asksForComments(true));
        stand.comment(loop, "Hej");
        stand.comments.fails = true;
        loop.handle(core::WithdrawPressed{});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Withdrawn));
        QCOMPARE(stand.comments.kept.size(), 1U);
        stand.comments.fails = false;
        loop.handle(core::Ticked{});
        QCOMPARE(stand.comments.kept.back(), std::string("drop id1"));
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

    void aNewConfigurationWaitsForACleanScreenAndIsNoted()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration('a'));
        loop.handle(core::FaceTapped{Face::Good});
        loop.configure(stand.configuration('b'));
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 0U);
        stand.clock.advance(60000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::QuestionnaireChanged>(), 1U);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows.back().content).questionnaire.text(), std::string(64, 'b'));
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

    void passagesAreCountedByTheDayAndTravelWithTheTap()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 2, {}});
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, {}});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows[0].content).doors, std::optional<std::uint32_t>(3));
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, {}});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows.back().content).doors, std::optional<std::uint32_t>(1));
    }

    void theCountOfADayDoesNotReachIntoTheNext()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 2, {}});
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(std::get<core::Tap>(stand.disk.rows.back().content).doors, std::optional<std::uint32_t>(0));
    }

    void whoLeavesIsCountedForTwentySecondsAfterEachTap()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        const auto passes = [&](int howMany) {
            loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, howMany, {}});
        };
        passes(1);
        loop.handle(core::FaceTapped{Face::Good}); // at 0 s
        stand.clock.advance(5000);
        passes(2);
        stand.clock.advance(5000);
        loop.handle(core::FaceTapped{Face::Bad}); // at 10 s
        stand.clock.advance(9999);
        passes(1);
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        stand.clock.advance(1);
        passes(4); // at 20 s: no more for the first
        QCOMPARE(stand.count<core::LeftAfter>(), 1U);
        QVERIFY(loop.visitInProgress());
        stand.clock.advance(10000);
        QVERIFY(loop.deadline() && *loop.deadline() <= stand.clock.now().monotonic);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::LeftAfter>(), 2U);
        std::vector<core::LeftAfter> found;
        std::vector<core::Sequence> taps;
        for (std::size_t row = 0; row < stand.disk.rows.size(); ++row) {
            const core::EventContent& content = stand.disk.rows[row].content;
            if (const auto* left = std::get_if<core::LeftAfter>(&content)) {
                found.push_back(*left);
            } else if (std::holds_alternative<core::Tap>(content)) {
                taps.push_back(core::Sequence{row + 1});
            }
        }
        QCOMPARE(found[0].tap, taps[0]);
        QCOMPARE(found[0].count, 3U);
        QCOMPARE(found[1].tap, taps[1]);
        QCOMPARE(found[1].count, 5U);
        stand.clock.advance(60000);
        loop.handle(core::Ticked{});
        QVERIFY(!loop.visitInProgress());
        QVERIFY(!loop.deadline());
    }

    void withoutADoorCounterNothingIsWrittenAboutWhoLeaves()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        for (int second = 0; second < 60; ++second) {
            stand.clock.advance(1000);
            loop.handle(core::Ticked{});
        }
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QVERIFY(!loop.visitInProgress());
    }

    void whoLeavesAndCantBeWrittenIsUnknown()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, {}});
        loop.handle(core::FaceTapped{Face::Good});
        stand.disk.faults = {core::JournalFault::Full};
        stand.clock.advance(21000);
        loop.handle(core::Ticked{});
        QVERIFY(stand.disk.faults.empty());
        stand.clock.advance(60000);
        loop.handle(core::Ticked{});
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QVERIFY(!loop.screen().trouble);
    }

    void aFailedNoteOfWhoLeavesSplitsNoVisit()
    {
        Stand stand;
        stand.disk.countsBoots = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::InputEvent{core::InputEvent::Kind::Passage, 1, {}});
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(19000);
        loop.handle(core::FaceTapped{Face::Good});
        const std::uint32_t boot = stand.disk.boot;
        stand.disk.faults = {core::JournalFault::Io};
        stand.clock.advance(1000);
        loop.handle(core::FaceTapped{Face::Bad}); // the first tap's note is due just before
        QVERIFY(stand.disk.faults.empty());
        QCOMPARE(stand.count<core::LeftAfter>(), 0U);
        QCOMPARE(stand.count<core::Tap>(), 3U);
        QCOMPARE(stand.disk.boot, boot);
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Changed));
        // A disk that stays broken is found by the next answer.
        stand.disk.faults = {core::JournalFault::Io, core::JournalFault::Io};
        stand.clock.advance(19000);
        loop.handle(core::FaceTapped{Face::Bad});
        QVERIFY(loop.screen().trouble);
        loop.handle(core::FaceTapped{Face::Bad});
        QVERIFY(!loop.screen().trouble);
        QCOMPARE(stand.disk.boot, boot + 1);
    }

    void theLiveEngineSeesAnotherStartOfTheJournal()
    {
        Stand stand;
        stand.disk.countsBoots = true;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        stand.disk.faults = {core::JournalFault::Io};
        stand.clock.advance(200);
        loop.handle(core::FaceTapped{Face::Good}); // fails, and the journal is opened again
        stand.clock.advance(200);
        loop.handle(core::FaceTapped{Face::Good});
        // Closing will see another boot, so the screen says the same: a new visit, however soon.
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
    }

    void theLiveEngineSeesThatTheStandIsClosed()
    {
        Stand stand;
        const core::LocalTime now = core::localTime(stand.clock.now().wall);
        core::StandSettings settings;
        settings.languages = {"da", "en"};
        settings.openingHours.fill(core::OpeningHours{0, now.minuteOfDay + 1 - core::closedAfterMinutes});
        kiosk::Loop loop(stand.ports(),
                         std::make_shared<const kiosk::Configuration>(kiosk::Configuration{questionnaire(), settings}));
        stand.clock.advance(59'500 - core::count(stand.clock.now().wall) % 60'000);
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(1000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation)); // another mode, so not the same visit
    }

    void eachLocalDayHasAnEngineOfItsOwn()
    {
        Stand stand;
        kiosk::Loop loop(stand.ports(), stand.configuration());
        QCOMPARE(stand.daysBegun, 1); // nobody waits for it
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(3600000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 1);
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 2);
        stand.clock.advance(std::int64_t{24} * 3600 * 1000);
        loop.handle(core::PresenceBegan{}); // whoever comes near doesn't wait for it either
        QCOMPARE(stand.daysBegun, 3);
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(stand.daysBegun, 3);
    }

    void theDaysPolicyIsTheOneThatTheScreenFollows()
    {
        Stand stand;
        stand.before.rule.newVisitOdds = 1e30; // never another person
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        stand.clock.advance(50000);
        loop.handle(core::Ticked{});
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::HaveIt));
    }

    void aStartWithinTheDayGoesOnWithItsRows()
    {
        // The first tap of an engine is a new visit; that this one comes too soon can't be known but from the rows. (With
        // the store a start is another boot, and so a new visit anyhow; here the boot stays, to see the rows at work.)
        Stand stand;
        {
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(core::FaceTapped{Face::Good});
        }
        stand.readBack();
        stand.clock.advance(1000);
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::HaveIt));
    }

    void rowsOfAnotherDayAreNotTodays()
    {
        Stand stand;
        {
            kiosk::Loop loop(stand.ports(), stand.configuration());
            loop.handle(core::FaceTapped{Face::Good});
        }
        stand.readBack();
        stand.before.rows.front().event.at.wall =
            core::WallMs{core::count(stand.clock.now().wall) - std::int64_t{24} * 3600 * 1000};
        stand.clock.advance(1000);
        kiosk::Loop loop(stand.ports(), stand.configuration());
        loop.handle(core::FaceTapped{Face::Good});
        QCOMPARE(loop.screen().banner, std::optional(core::Banner::Invitation));
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
