// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/figures.h"
#include "sync/outbox/audit.h"
#include "sync/wire/policy_json.h"

#include "app/core/small_numbers.h"
#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

using namespace smiley;
using namespace smiley::test;
using staff::Overview;
using staff::WeekFigures;

/// The world begins on Monday 2 November 2026 (week 45).
class TestFigures final : public QObject {
    Q_OBJECT

private:
    QuickFolders m_folders;

    static Overview overviewOf(World& world, std::optional<std::uint64_t> passages = {})
    {
        const auto overview = staff::overview(world.store(), world.keeper().inForce().settings, world.now(), passages);
        if (!overview) {
            qFatal("%s", overview.error().message.c_str());
        }
        return *overview;
    }
    /// One day with visits of each face, by face, and the tick after its midnight.
    static void closeDay(World& world, int day, const std::array<int, 5>& faces)
    {
        world.goTo(day, 9);
        for (int face = 1; face <= 5; ++face) {
            world.visits(faces.at(static_cast<std::size_t>(face - 1)), face);
        }
        world.goTo(day + 1, 0, 1);
        world.tick();
    }
    static void tap(World& world, int face, std::int64_t afterMs)
    {
        world.pass(afterMs);
        core::Tap made = tapOn(face);
        made.presence = core::Presence::Continuous;
        made.questionnaire = world.keeper().inForce().questionnaire.hash;
        world.append(made);
    }

private slots:
    void aStandWithoutARowHasAnOverview()
    {
        World world(m_folders.next());
        const Overview overview = overviewOf(world);
        QCOMPARE(overview.today.answers->count, 0U);
        QVERIFY(!overview.today.answers->usual);
        QVERIFY(!overview.today.answers->repeats.share);
        QVERIFY(!overview.today.answers->participation);
        QCOMPARE(overview.today.dead.total(), 0U);
        QVERIFY(!overview.week);
        QVERIFY(!overview.sealedUntil);
    }

    void todayIsCountedAsItWillBeWhenItIsClosed()
    {
        World world(m_folders.next());
        world.enrol();
        world.goTo(0, 10);
        world.visits(11);
        tap(world, 4, 60'000); // a visit …
        tap(world, 4, 1'000);  // … the same face
        tap(world, 2, 1'000);  // … another one
        const auto answers = *overviewOf(world).today.answers;
        QCOMPARE(answers.count, 12U);
        QCOMPARE(answers.repeats.total(), 2U);
        QCOMPARE(answers.repeats.same + answers.repeats.corrected, 2U);
        QVERIFY(answers.repeats.corrected >= 1U);
        QCOMPARE(*answers.repeats.share, 2.0 / 14.0);
        world.goTo(1, 0, 1);
        world.tick();
        const auto visits = world.content(world.envelopes().back()).visits;
        QCOMPARE(
            static_cast<std::uint64_t>(std::ranges::count(visits, core::Outcome::Count, &wire::VisitRecord::outcome)),
            answers.count);
    }

    void whoAnswersWithoutTheCardThatIsAskedForIsNoRepeat()
    {
        World world(m_folders.next());
        world.enrol();
        core::VisitRule rule;
        rule.ticketsRequired = true;
        world.putInbox("configuration.json", world.configurationWith(3, wire::policyJson({"with-cards", rule}), ""));
        world.tick();
        world.closeDayWith(0, 3);
        world.goTo(1, 10);
        world.visits(11);
        const auto answers = *overviewOf(world).today.answers;
        QCOMPARE(answers.count, 0U);
        QCOMPARE(answers.withoutTicket, 11U);
        QCOMPARE(answers.repeats.total(), 0U);
    }

    void underTenAnswersNoShareIsTold()
    {
        World world(m_folders.next());
        world.goTo(0, 10);
        world.visits(8);
        tap(world, 4, 60'000);
        tap(world, 4, 1'000);
        const auto before = *overviewOf(world, 40).today.answers;
        QCOMPARE(before.count, 9U);
        QCOMPARE(before.repeats.total(), 1U);
        QVERIFY(!before.repeats.share);
        QVERIFY(before.participation);
        QVERIFY(!before.participation->share);
        world.pass(600'000);
        world.visits(1);
        const auto after = *overviewOf(world, 40).today.answers;
        QVERIFY(after.repeats.share);
        QCOMPARE(*after.participation->share, 0.25);
    }

    /// The rule of the house: nothing of today hangs on which faces were tapped, but for which taps were alike.
    void theFacesOfTodayChangeNothing()
    {
        std::mt19937 random(11);
        for (int round = 0; round < 12; ++round) {
            struct Press {
                int face;
                std::int64_t afterMs;
                bool isNew;
            };
            std::vector<Press> presses;
            for (int press = 0; press < 40; ++press) {
                const bool isNew = random() % 3 != 0;
                presses.push_back({1 + static_cast<int>(random() % 5),
                                   isNew ? 40'000 + static_cast<std::int64_t>(random() % 200'000)
                                         : 300 + static_cast<std::int64_t>(random() % 3000),
                                   isNew});
            }
            std::array<int, 5> other{1, 2, 3, 4, 5};
            std::shuffle(other.begin(), other.end(), random);
            std::vector<staff::Today> seen;
            for (const bool permuted : {false, true}) {
                World world(m_folders.next());
                world.goTo(0, 10);
                for (const Press& press : presses) {
                    world.pass(press.afterMs);
                    core::Tap made = tapOn(permuted ? other.at(static_cast<std::size_t>(press.face - 1)) : press.face);
                    made.presence = press.isNew ? core::Presence::Broken : core::Presence::Continuous;
                    made.questionnaire = world.keeper().inForce().questionnaire.hash;
                    world.append(made);
                }
                seen.push_back(overviewOf(world, 100).today);
            }
            QVERIFY(seen[0] == seen[1]);
            QVERIFY(seen[0].answers->count > 10);
            QVERIFY(seen[0].answers->repeats.total() > 0);
        }
    }

    void tapsOfTodayChangeNothingOfTheWeek()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 7; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 1});
        }
        world.goTo(7, 9);
        const auto before = overviewOf(world);
        world.visits(30, 1);
        const auto after = overviewOf(world);
        QCOMPARE(before.week->answers, 35U);
        QCOMPARE(after.week->answers, 35U);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(after.week->three->at(i).percent, before.week->three->at(i).percent);
            QCOMPARE(after.week->three->at(i).interval.high, before.week->three->at(i).interval.high);
        }
        QCOMPARE(after.today.answers->count, 30U);
    }

    void theLastClosedWeekIsShownOnceItsSundayIsClosed()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 6; ++day) {
            closeDay(world, day, {1, 1, 2, 3, 1});
            QVERIFY(!overviewOf(world).week || overviewOf(world).week->answers == 0);
        }
        closeDay(world, 6, {0, 0, 0, 0, 0});
        const auto week = *overviewOf(world).week;
        QCOMPARE(week.number, 45);
        QCOMPARE(week.first.text(), std::string("2026-11-02"));
        QCOMPARE(week.last.text(), std::string("2026-11-08"));
        QCOMPARE(week.answers, 48U);
        QCOMPARE(*week.three->at(0).percent, 25);
        QCOMPARE(*week.three->at(1).percent, 25);
        QCOMPARE(*week.three->at(2).percent, 50);
        QCOMPARE(*week.five->at(3).percent, 37);
        // The days are alike, so the interval is Wilson's of 48 answers and what counting adds, clustered or not.
        const core::Interval plain = core::wilson(12, 48);
        QVERIFY(week.three->at(0).interval.low <= plain.low + 1e-9);
        QVERIFY(week.three->at(0).interval.high >= plain.high - 1e-9);
        QVERIFY(week.three->at(0).interval.high < plain.high + 0.02);
        QCOMPARE(overviewOf(world).sealedUntil->text(), std::string("2026-11-08"));
        QVERIFY(!overviewOf(world).receiptedAt);
    }

    void fewAnswersShowThreeSharesAndFewerNone()
    {
        for (const int answers : {9, 10, 19, 20}) {
            World world(m_folders.next());
            world.enrol();
            closeDay(world, 0, {answers / 3, 0, answers / 3, 0, answers - 2 * (answers / 3)});
            for (int day = 1; day < 9; ++day) {
                closeDay(world, day, {0, 0, 0, 0, 0});
            }
            const auto week = *overviewOf(world).week;
            QCOMPARE(week.answers, answers < 10 ? 0U : static_cast<std::uint64_t>(answers));
            QCOMPARE(week.three.has_value(), answers >= 10);
            QCOMPARE(week.five.has_value(), answers >= 20);
            QCOMPARE(week.shown == WeekFigures::Shown::Few, answers < 10);
        }
    }

    void underTwentyNoneAndAllAreBounds()
    {
        const auto weekWith = [&](const std::array<int, 5>& faces) {
            World world(m_folders.next());
            world.enrol();
            closeDay(world, 0, faces);
            for (int day = 1; day < 7; ++day) {
                closeDay(world, day, {0, 0, 0, 0, 0});
            }
            return *overviewOf(world).week;
        };
        const auto none = weekWith({0, 0, 4, 4, 4});
        QCOMPARE(none.answers, 12U);
        QVERIFY(!none.three->at(0).percent);
        QCOMPARE(none.three->at(0).low, 0);
        QCOMPARE(none.three->at(0).high, 9);
        QVERIFY(!none.three->at(2).percent);
        const auto alike = weekWith({0, 0, 0, 0, 15});
        QVERIFY(alike.shown == WeekFigures::Shown::Unanimous);
        QVERIFY(!alike.three);
        QCOMPARE(*weekWith({0, 0, 0, 0, 20}).three->at(2).percent, 100);
    }

    void aWeekWithDaysThatWaitIsNotShownBitByBit()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 13; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 1});
        }
        closeDay(world, 13, {0, 0, 0, 0, 2}); // Sunday: two answers wait for company
        const auto waiting = overviewOf(world);
        QCOMPARE(waiting.week->number, 45);
        QCOMPARE(waiting.daysNotSealed, 1U);
        closeDay(world, 14, {1, 1, 1, 1, 1});
        const auto sealed = overviewOf(world);
        QCOMPARE(sealed.week->number, 46);
        QCOMPARE(sealed.week->answers, 30U); // Sunday's went with Monday's: they are of the next week
        QCOMPARE(sealed.daysNotSealed, 0U);
    }

    void aReceiptedEnvelopeWhoseCommentsWereTakenOutIsStillRead()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 7; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 1});
        }
        for (const auto& envelope : world.envelopes()) {
            QVERIFY(world.store().setReceipt(envelope.epoch, envelope.number, "{}", world.now().wall,
                                             *wire::withoutComments(envelope.bytes)));
        }
        QCOMPARE(overviewOf(world).week->answers, 35U);
        QVERIFY(overviewOf(world).receiptedAt);
    }

    void theUsualRangeNeedsFourDaysOfTheWeekday()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 28; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 2 + day / 7});
            if (day == 27) {
                break;
            }
            world.goTo(day + 1, 9);
            QVERIFY(!overviewOf(world).today.answers->usual);
        }
        world.goTo(28, 9); // the fifth Monday
        const auto usual = overviewOf(world).today.answers->usual;
        QVERIFY(usual);
        QCOMPARE(usual->low, 6U);
        QCOMPARE(usual->high, 9U);
    }

    void participationIsOfTheDoorCounterElseOfWhatStaffTyped()
    {
        using Source = staff::Participation::Source;
        World world(m_folders.next());
        world.goTo(0, 10);
        world.visits(10);
        const core::Day today = core::localTime(world.now().wall).day;
        QVERIFY(!overviewOf(world).today.answers->participation);
        const auto type = [&](const char* what, std::uint64_t count) {
            QVERIFY(
                outbox::record(world.store(), {"mette", "typed-count", ""}, world.now(), {}, {{today, what, count}}));
        };
        type("appointments", 20);
        QVERIFY(overviewOf(world).today.answers->participation->source == Source::TypedAppointments);
        type("door", 50);
        const auto typed = *overviewOf(world).today.answers->participation;
        QVERIFY(typed.source == Source::TypedDoor);
        QCOMPARE(*typed.share, 0.2);
        const auto counted = *overviewOf(world, 40).today.answers->participation;
        QVERIFY(counted.source == Source::DoorCounter);
        QCOMPARE(*counted.share, 0.25);
        QVERIFY(!overviewOf(world, 9).today.answers->participation->share); // more answers than people: a broken count
    }

    void deadMinutesCountAPeriodThatIsOpenUntilNow()
    {
        World world(m_folders.next());
        world.setup.settings.openingHours.fill(core::OpeningHours{8 * 60, 16 * 60});
        world.goTo(0, 9);
        world.tick();
        world.append(core::Period{core::Period::Kind::Cleaning, true});
        world.pass(5 * 60'000);
        world.append(core::Period{core::Period::Kind::Cleaning, false});
        world.append(core::Period{core::Period::Kind::Staff, true});
        for (int minute = 0; minute < 7; ++minute) {
            world.pass(60'000);
        }
        const auto dead = overviewOf(world).today.dead;
        QCOMPARE(dead.cleaning, 5U);
        QCOMPARE(dead.staff, 7U);
        QCOMPARE(dead.test, 0U);
    }

    /// Whether the day in which it began is closed by then or not.
    void deadMinutesOfAPeriodThatIsOpenOverMidnight()
    {
        for (const bool closes : {false, true}) {
            World world(m_folders.next());
            world.goTo(0, 9);
            world.tick();
            world.append(core::Period{core::Period::Kind::Staff, true});
            world.goTo(1, 0, 1);
            if (closes) {
                world.tick();
            }
            world.append(core::ClockStepped{});
            world.pass(7 * 60'000);
            QCOMPARE(overviewOf(world).today.dead.staff, 7U);
        }
    }

    void minutesOffAreThoseBetweenTwoMarksWithinTheOpeningHours()
    {
        World world(m_folders.next());
        world.setup.settings.openingHours.fill(core::OpeningHours{8 * 60, 16 * 60});
        world.goTo(0, 9);
        QVERIFY(!overviewOf(world).today.dead.off); // nobody has looked today
        for (int minute = 0; minute < 5; ++minute) {
            world.tick();
            world.pass(60'000);
        }
        QCOMPARE(*overviewOf(world).today.dead.off, 0U);
        world.pass(9 * 60'000); // without power
        world.start();
        world.tick();
        QCOMPARE(*overviewOf(world).today.dead.off, 10U);
        world.goTo(1, 7, 0); // off over night, from 9.14 to 16 of the day before and until it opens
        world.tick();
        QCOMPARE(*overviewOf(world).today.dead.off, 0U);
        world.goTo(1, 8, 30);
        world.tick();
        QCOMPARE(*overviewOf(world).today.dead.off, 30U);
    }

    void theWeekIsShownFromAsManyAnswersAsTheStandPromises()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 7; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 1});
        }
        world.goTo(7, 9);
        core::StandSettings settings;
        settings.smallestShown = 35;
        const auto enough = *staff::overview(world.store(), settings, world.now(), {});
        QCOMPARE(enough.week->answers, 35U);
        settings.smallestShown = 36;
        const auto few = *staff::overview(world.store(), settings, world.now(), {});
        QVERIFY(few.week->shown == staff::WeekFigures::Shown::Few && !few.week->three && few.week->answers == 0);
        settings.smallestShown = 0; // never from fewer than ten
        QCOMPARE(staff::overview(world.store(), settings, world.now(), {})->week->shownFrom, core::showFrom);
    }

    void whatVisitorsWereToldHoldsForTheirWeekAlsoAfterItWasLowered()
    {
        World world(m_folders.next());
        world.setup.settings.smallestShown = 36;
        world.enrol();
        for (int day = 0; day < 7; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 1});
        }
        world.goTo(7, 9);
        const auto lowered = *staff::overview(world.store(), core::StandSettings{}, world.now(), {});
        QCOMPARE(lowered.week->shownFrom, 36U);
        QVERIFY(lowered.week->shown == staff::WeekFigures::Shown::Few);
    }

    void whereTheCentreHidesFiguresNothingOfAnswersIsLeft()
    {
        World world(m_folders.next());
        world.enrol();
        for (int day = 0; day < 7; ++day) {
            closeDay(world, day, {1, 1, 1, 1, 1});
        }
        world.goTo(7, 9);
        world.visits(20);
        core::StandSettings settings;
        settings.figuresHidden = true;
        const auto hidden = *staff::overview(world.store(), settings, world.now(), 40);
        QVERIFY(hidden.isHidden);
        QVERIFY(!hidden.today.answers);
        QVERIFY(!hidden.week);
        QVERIFY(hidden.sealedUntil);
        QVERIFY(staff::overview(world.store(), {}, world.now(), 40)->week);
    }
};

QTEST_APPLESS_MAIN(TestFigures)
#include "test_figures.moc"
