// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/closing.h"

#include "tests/sync/outbox/rows.h"

#include <QTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;
using core::ClockQuality;
using outbox::DayContent;
using outbox::DayRows;

namespace {

std::string daysIn(const std::vector<DayRows>& over)
{
    std::string text;
    for (const DayRows& day : over) {
        text += (text.empty() ? "" : " ") + day.day.text().substr(5) + ":" + std::to_string(day.rows.size());
    }
    return text;
}

/// "MM-DD:rows …" of the days that are over.
std::string over(const Rows& rows, const core::Now& now, const std::optional<store::ClosedDay>& last = {})
{
    return daysIn(outbox::daysThatAreOver(rows.all(), last, now));
}

store::ClosedDay closed(const char* day, std::uint64_t lastRow)
{
    return {dayOf(day), core::Sequence{lastRow}, core::WallMs{}, ""};
}

/// Content of the only day that is over at noon of the day after.
DayContent contentAfter(const Rows& rows, const char* nextDay, const core::StandSettings& settings = {})
{
    const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at(nextDay, 12)));
    if (days.size() != 1) {
        qFatal("%zu days", days.size());
    }
    return outbox::contentOf(days.front(), settings).content;
}

const wire::TallyRecord& tally(const DayContent& content, const char* policy)
{
    const auto found = std::ranges::find(content.tallies, policy, &wire::TallyRecord::policy);
    if (found == content.tallies.end()) {
        qFatal("no tally %s", policy);
    }
    return *found;
}

/// A counted visit whose reason says something about its first tap, not about the visit.
bool isNote(core::Reason reason) { return reason == core::Reason::Boot || reason == core::Reason::Clock; }

/// "face@hour outcome/reason question=options …", sorted.
std::vector<std::string> visitsIn(const DayContent& content)
{
    std::vector<std::string> lines;
    for (const outbox::DayVisit& visit : content.visits) {
        std::string line = std::to_string(core::score(visit.face)) + "@" +
                           (visit.hour ? std::to_string(*visit.hour) : "-") + " " +
                           std::string(isNote(visit.reason) ? "OK" : core::code(visit.reason));
        for (const auto& [question, options] : visit.answers) {
            line += " " + question + "=";
            for (const std::string& option : options) {
                line += option + ";";
            }
        }
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
}

using Lines = std::vector<std::string>;

core::StandSettings openFrom(int from, int to)
{
    core::StandSettings settings;
    settings.openingHours.fill(core::OpeningHours{from, to});
    return settings;
}

} // namespace

class TestClosing final : public QObject {
    Q_OBJECT

private slots:
    void aDayIsOverAtMidnightInCopenhagen()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 10), tapOn(4));
        QCOMPARE(over(rows, rows.now(at("2026-11-02", 23, 59, 59))), std::string());
        QCOMPARE(over(rows, rows.now(at("2026-11-03", 0))), std::string("11-02:2"));
        QCOMPARE(core::count(at("2026-11-03", 0)) % 86'400'000, 23 * 3'600'000); // 23:00 UTC
    }

    void nothingIsClosedBeforeTheJournalBegins()
    {
        const Rows rows;
        QCOMPARE(over(rows, {core::MonotonicMs{1}, at("2026-11-03", 0), ClockQuality::Anchored}), std::string());
    }

    void daysWithoutRowsAreClosedToo()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-04", 10), tapOn(4));
        QCOMPARE(over(rows, rows.now(at("2026-11-06", 1))), std::string("11-02:1 11-03:0 11-04:1 11-05:0"));
        QCOMPARE(over(rows, rows.now(at("2026-11-06", 1)), closed("2026-11-03", 1)), std::string("11-04:1 11-05:0"));
        QCOMPARE(over(rows, rows.now(at("2026-11-06", 1)), closed("2026-11-05", 2)), std::string());
        QCOMPARE(over(rows, rows.now(at("2026-11-07", 1)), closed("2026-11-05", 2)), std::string("11-06:0"));
    }

    void theClockChangesMoveMidnightNotTheHours_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<int>("hours");
        QTest::newRow("spring, 23 hours") << "2026-03-29" << 23;
        QTest::newRow("autumn, 25 hours") << "2026-10-25" << 25;
        QTest::newRow("an ordinary day") << "2026-11-02" << 24;
    }
    void theClockChangesMoveMidnightNotTheHours()
    {
        QFETCH(QString, day);
        QFETCH(int, hours);
        const std::string text = day.toStdString();
        Rows rows;
        rows.boot(at(text.c_str(), 0));
        for (int hour = 0; hour < hours; ++hour) {
            rows.add(at(text.c_str(), hour, 30), tapOn(3));
        }
        const core::WallMs end{core::count(at(text.c_str(), hours)) - 1};
        QCOMPARE(over(rows, rows.now(end)), std::string());
        const core::WallMs midnight = at(text.c_str(), hours);
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(midnight));
        QCOMPARE(days.size(), 1U);
        QCOMPARE(days.front().rows.size(), static_cast<std::size_t>(hours) + 1);
        std::vector<int> seen(24);
        for (const outbox::DayVisit& visit : outbox::contentOf(days.front(), {}).content.visits) {
            ++seen.at(static_cast<std::size_t>(*visit.hour));
        }
        QCOMPARE(seen[1], 1);
        QCOMPARE(seen[2], hours - 23);
        QCOMPARE(seen[23], 1);
    }

    void aVisitThatBeganBeforeMidnightStaysWhole()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        const core::Sequence visit = rows.add(at("2026-11-02", 23, 59, 50), tapOn(2));
        rows.add(at("2026-11-03", 0, 0, 5), answer("Q1", {"a"}), ClockQuality::Anchored, visit);
        rows.add(at("2026-11-03", 0, 0, 9), core::VisitEnded{}, ClockQuality::Anchored, visit);
        rows.add(at("2026-11-03", 0, 3), tapOn(5));
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-03", 0, 4)));
        QCOMPARE(daysIn(days), std::string("11-02:4"));
        QCOMPARE(visitsIn(outbox::contentOf(days.front(), {}).content), (Lines{"2@23 OK Q1=a;"}));
    }

    void aClockThatStepsBackOpensNoDayAgain()
    {
        Rows rows;
        rows.boot(at("2026-11-04", 7));
        rows.add(at("2026-11-04", 8), tapOn(4));
        rows.add(at("2026-11-01", 9), tapOn(4)); // somebody set it back by three days
        rows.add(at("2026-11-04", 10), tapOn(4));
        QCOMPARE(over(rows, rows.now(at("2026-11-05", 1)), closed("2026-11-03", 0)), std::string("11-04:4"));
    }

    void aGlitchOfASetClockClosesNoYears()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7), ClockQuality::Set);
        rows.add(at("2026-11-02", 8), tapOn(4), ClockQuality::Set);
        const core::Now glitch{rows.now(at("2026-11-02", 9)).monotonic, at("2036-11-02", 9), ClockQuality::Set};
        QCOMPARE(over(rows, glitch), std::string());
        rows.add(at("2026-11-02", 9), tapOn(4), ClockQuality::Set);
        std::vector<core::Row> withGlitch = rows.all();
        withGlitch.back().event.at.wall = glitch.wall;
        QCOMPARE(daysIn(outbox::daysThatAreOver(withGlitch, {}, glitch)), std::string());
        const core::Now next = rows.now(at("2026-11-03", 1), ClockQuality::Set);
        const auto days = outbox::daysThatAreOver(withGlitch, {}, next);
        QCOMPARE(daysIn(days), std::string("11-02:3"));
        QCOMPARE(visitsIn(outbox::contentOf(days.front(), {}).content), (Lines{"4@8 OK", "4@9 OK"}));
    }

    void aRowOfADayThatHasNotComeGoesWithTheRowAfterIt()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7), ClockQuality::Set);
        rows.add(at("2026-11-02", 8), tapOn(1), ClockQuality::Set);
        rows.add(at("2026-11-02", 9), tapOn(2), ClockQuality::Set);
        rows.add(at("2026-11-02", 10), tapOn(3), ClockQuality::Set);
        rows.add(at("2026-11-03", 10), tapOn(4), ClockQuality::Set);
        std::vector<core::Row> glitch = rows.all();
        glitch[2].event.at.wall = at("2026-12-24", 20);
        const auto first = outbox::daysThatAreOver(glitch, {}, rows.now(at("2026-11-03", 1)));
        QCOMPARE(daysIn(first), std::string("11-02:4"));
        QCOMPARE(visitsIn(outbox::contentOf(first.front(), {}).content), (Lines{"1@8 OK", "2@- OK", "3@10 OK"}));
        QCOMPARE(over(rows, rows.now(at("2026-11-04", 1)), closed("2026-11-02", 4)), std::string("11-03:1"));
    }

    void yearsInACupboardStayUnknown()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        const auto days = over(rows, rows.now(at("2029-11-05", 1)), closed("2026-11-01", 0));
        QCOMPARE(days, std::string("11-02:1"));
    }

    void rowsWithoutAClockAreDatedByTheirBootsOwnLaterReading()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7), ClockQuality::None);
        rows.add(at("2026-11-02", 9, 15), tapOn(1), ClockQuality::None);
        rows.add(at("2026-11-03", 8, 15), tapOn(2), ClockQuality::None);
        QCOMPARE(over(rows, rows.now(at("2026-11-03", 9), ClockQuality::None)), std::string());
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-03", 9)));
        QCOMPARE(daysIn(days), std::string("11-02:2"));
        const DayContent content = outbox::contentOf(days.front(), {}).content;
        QCOMPARE(visitsIn(content), (Lines{"1@9 OK"}));
        QVERIFY(content.clock == ClockQuality::Anchored);
    }

    void noDurationIsTakenAcrossABoot()
    {
        Rows rows;
        rows.boot(at("2026-11-01", 7), ClockQuality::None);
        rows.add(at("2026-11-01", 9), tapOn(1), ClockQuality::None);
        rows.boot(at("2026-11-03", 7)); // the clock is right again, in another boot
        rows.add(at("2026-11-03", 10), tapOn(5));
        const auto days = outbox::daysThatAreOver(rows.all(), {}, rows.now(at("2026-11-04", 1)));
        QCOMPARE(daysIn(days), std::string("11-03:4"));
        const DayContent content = outbox::contentOf(days.front(), {}).content;
        QCOMPARE(visitsIn(content), (Lines{"1@- OK", "5@10 OK"}));
        QVERIFY(content.clock == ClockQuality::None);
    }

    void withoutAnyClockEverythingBecomesOneDayAfterEightDays()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7), ClockQuality::None);
        rows.add(at("2026-11-02", 9), tapOn(1), ClockQuality::None);
        rows.add(at("2026-11-05", 9), tapOn(4), ClockQuality::None);
        const auto none = ClockQuality::None;
        const core::WallMs eightDaysOn{core::count(at("2026-11-02", 7)) + outbox::undatedMs};
        QCOMPARE(over(rows, rows.now(core::WallMs{core::count(eightDaysOn) - 1}, none), closed("2026-10-31", 0)),
                 std::string());
        const auto days = outbox::daysThatAreOver(rows.all(), closed("2026-10-31", 0), rows.now(eightDaysOn, none));
        QCOMPARE(daysIn(days), std::string("11-01:3"));
        const DayContent content = outbox::contentOf(days.front(), openFrom(600, 601)).content;
        QCOMPARE(visitsIn(content), (Lines{"1@- OK", "4@- OK"})); // and never "closed"
        QVERIFY(content.clock == none);
    }

    void withoutAClockTheDaysBeforeTheLastDatedOneAreOver()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 9), tapOn(1));
        rows.add(at("2026-11-03", 9), tapOn(1));
        rows.boot(at("2026-11-03", 12), ClockQuality::None);
        rows.add(at("2026-11-03", 13), tapOn(1), ClockQuality::None);
        QCOMPARE(over(rows, rows.now(at("2026-11-03", 14), ClockQuality::None)), std::string("11-02:2"));
    }

    void theLastAnswerOfAVisitCountsAndBelongsToTheTapBefore()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 8, 59, 30), answer("Q0", {"lost"})); // no tap before it
        rows.add(at("2026-11-02", 9), tapOn(1));
        rows.add(at("2026-11-02", 9, 0, 3), answer("Q1", {"a"}));
        rows.add(at("2026-11-02", 9, 0, 4), answer("Q2", {"x", "y"}));
        rows.add(at("2026-11-02", 9, 0, 5), answer("Q1", {"b"}, "en"));
        core::Answered notAsked = answer("Q3", {}, "en");
        notAsked.answer.notAsked = true;
        rows.add(at("2026-11-02", 9, 0, 6), notAsked);
        rows.add(at("2026-11-02", 9, 0, 7), answer("Q4", {"a"}, "en"));
        rows.add(at("2026-11-02", 9, 0, 8), answer("Q4", {}, "en")); // taken back
        rows.add(at("2026-11-02", 9, 2), tapOn(5));
        rows.add(at("2026-11-02", 9, 2, 5), answer("Q1", {"c"}));
        const DayContent content = contentAfter(rows, "2026-11-03");
        QCOMPARE(visitsIn(content), (Lines{"1@9 OK Q1=b; Q2=x;y; Q3=", "5@9 OK Q1=c;"}));
        const auto first = std::ranges::find(content.visits, core::Face::VeryBad, &outbox::DayVisit::face);
        QCOMPARE(first->language, std::string("en"));
    }

    void aCorrectedVisitKeepsItsAnswersAndCountsOnce()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 9), tapOn(1));
        core::Tap second = tapOn(4);
        second.presence = core::Presence::Continuous;
        rows.add(at("2026-11-02", 9, 0, 2), answer("Q1", {"a"}));
        rows.add(at("2026-11-02", 9, 0, 4), second);
        rows.add(at("2026-11-02", 9, 0, 6), answer("Q2", {"b"}));
        const DayContent content = contentAfter(rows, "2026-11-03");
        QCOMPARE(visitsIn(content), (Lines{"4@9 OK_LAST Q1=a; Q2=b;"}));
        QCOMPARE(tally(content, "headline").faces, (core::FaceCounts{0, 0, 0, 1, 0}));
        QCOMPARE(tally(content, "headline").corrections, (std::map<std::string, std::uint64_t>{{"1-4", 1}}));
        QCOMPARE(tally(content, "raw").faces, (core::FaceCounts{1, 0, 0, 1, 0}));
    }

    void aWithdrawnVisitIsOnlyInTheTallies()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 9), tapOn(2));
        rows.add(at("2026-11-02", 9, 0, 2), answer("Q1", {"secret"}));
        rows.add(at("2026-11-02", 9, 0, 4), core::Withdrawn{});
        rows.add(at("2026-11-02", 9, 5), tapOn(5));
        const DayContent content = contentAfter(rows, "2026-11-03");
        QCOMPARE(visitsIn(content), (Lines{"5@9 OK"}));
        QCOMPARE(tally(content, "headline").withdrawals, (std::map<std::string, std::uint64_t>{{"2", 1}}));
        QCOMPARE(tally(content, "headline").faces, (core::FaceCounts{0, 0, 0, 0, 1}));
        QVERIFY(outbox::writeDay(content).find("secret") == std::string::npos);
    }

    void answersOfAWithdrawnClaimDontGoToTheVisitBefore()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        core::Tap claimed = tapOn(5);
        claimed.screen = core::ScreenContext::Claimed;
        claimed.presence = core::Presence::Continuous;
        rows.add(at("2026-11-02", 9), tapOn(1));
        rows.add(at("2026-11-02", 9, 0, 5), claimed);  // believed
        rows.add(at("2026-11-02", 9, 0, 10), claimed); // too soon after it: counts with the visit before
        rows.add(at("2026-11-02", 9, 0, 12), answer("Q1", {"secret"}));
        rows.add(at("2026-11-02", 9, 0, 14), core::Withdrawn{});
        const DayContent content = contentAfter(rows, "2026-11-03");
        QCOMPARE(visitsIn(content), (Lines{"1@9 OK", "5@9 CLAIMED_NEW"}));
    }

    void everyStandardPolicyHasATally()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 9), tapOn(2, "da", core::Input::Keys));
        rows.add(at("2026-11-02", 9, 0, 7), tapOn(2));
        rows.add(at("2026-11-02", 9, 1), tapOn(2));
        const DayContent content = contentAfter(rows, "2026-11-03");
        std::vector<std::string> names;
        for (const wire::TallyRecord& each : content.tallies) {
            names.push_back(each.policy);
        }
        const auto standard = core::Policy::standardNames();
        QCOMPARE(names, Lines(standard.begin(), standard.end()));
        QCOMPARE(tally(content, "window:5").faces[1], 3U);
        QCOMPARE(tally(content, "window:10").faces[1], 2U);
        QCOMPARE(tally(content, "window:120").faces[1], 1U);
        QCOMPARE(tally(content, "raw").inputs, (std::map<std::string, std::uint64_t>{{"keys", 1}, {"touch", 2}}));
        QVERIFY(tally(content, "headline").inputs.empty());
    }

    void answersOutsideTheOpeningHoursDontCount_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<QString>("reason");
        QTest::newRow("an hour and a minute early") << 8 * 60 - 1 << "CLOSED_HOURS";
        QTest::newRow("an hour early") << 8 * 60 << "OK";
        QTest::newRow("an hour late, less a minute") << 16 * 60 - 1 << "OK";
        QTest::newRow("an hour late") << 16 * 60 << "CLOSED_HOURS";
    }
    void answersOutsideTheOpeningHoursDontCount()
    {
        QFETCH(int, minute);
        QFETCH(QString, reason);
        Rows rows;
        rows.boot(at("2026-11-02", 0));
        rows.add(at("2026-11-02", 0, minute), tapOn(3));
        const DayContent content = contentAfter(rows, "2026-11-03", openFrom(9 * 60, 15 * 60));
        QCOMPARE(visitsIn(content).size(), 1U);
        QVERIFY(visitsIn(content).front().ends_with(reason.toStdString()));
        QCOMPARE(content.visits.front().outcome == core::Outcome::Count, reason == "OK");
    }

    void aClosedWeekdayIsClosedAllDay()
    {
        core::StandSettings settings = openFrom(0, 1440);
        settings.openingHours[0].reset(); // Monday
        Rows rows;
        rows.boot(at("2026-11-02", 7)); // a Monday
        rows.add(at("2026-11-02", 12), tapOn(3));
        QCOMPARE(visitsIn(contentAfter(rows, "2026-11-03", settings)), (Lines{"3@12 CLOSED_HOURS"}));
        settings.openingHours[1].reset();
        settings.openingHours[0] = core::OpeningHours{0, 1440};
        QCOMPARE(visitsIn(contentAfter(rows, "2026-11-03", settings)), (Lines{"3@12 OK"}));
    }

    void periodsExcludeAndAreDeadTime()
    {
        using Kind = core::Period::Kind;
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 8), core::Period{Kind::Cleaning, true});
        rows.add(at("2026-11-02", 8, 5), tapOn(1));
        rows.add(at("2026-11-02", 8, 12), core::Period{Kind::Cleaning, false});
        rows.add(at("2026-11-02", 9), tapOn(2));
        rows.add(at("2026-11-02", 10), core::Period{Kind::Test, true});
        rows.add(at("2026-11-02", 10, 1), tapOn(3));
        rows.boot(at("2026-11-02", 11)); // a program that starts is for visitors
        rows.add(at("2026-11-02", 11, 1), tapOn(4));
        const DayContent content = contentAfter(rows, "2026-11-03");
        QCOMPARE(visitsIn(content), (Lines{"1@8 MAINTENANCE", "2@9 OK", "3@10 TEST", "4@11 OK"}));
        QCOMPARE(content.deadMinutes, (std::map<std::string, std::uint64_t>{{"cleaning", 12}, {"test", 1}}));
        QCOMPARE(content.boots, 2U);
    }

    void aPeriodThatBeganYesterdayIsStillOpen()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 22), core::Period{core::Period::Kind::Staff, true});
        rows.add(at("2026-11-03", 8), tapOn(1));
        const auto days = outbox::daysThatAreOver(rows.all(), closed("2026-11-02", 2), rows.now(at("2026-11-04", 1)));
        QCOMPARE(daysIn(days), std::string("11-03:1"));
        QCOMPARE(visitsIn(outbox::contentOf(days.front(), {}).content), (Lines{"1@8 MAINTENANCE"}));
    }

    void passagesAreCountedOverTheBootsOfADay()
    {
        Rows rows;
        const auto withDoors = [](std::uint32_t doors) {
            core::Tap tap = tapOn(3);
            tap.doors = doors;
            return tap;
        };
        rows.boot(at("2026-11-02", 7));
        rows.add(at("2026-11-02", 8), withDoors(10));
        rows.add(at("2026-11-02", 9), withDoors(40));
        rows.boot(at("2026-11-02", 10));
        rows.add(at("2026-11-02", 11), withDoors(5));
        QCOMPARE(contentAfter(rows, "2026-11-03").passages, std::optional<std::uint64_t>(45));
    }

    void aDayComesBackAsItWasWrittenWithoutTimesOrOrder()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7, 3, 17));
        for (int visit = 0; visit < 40; ++visit) {
            rows.add(at("2026-11-02", 8, visit * 7, 13), tapOn(visit % 5 + 1, visit % 3 == 0 ? "da-x-let" : "ar"));
            rows.add(at("2026-11-02", 8, visit * 7, 19), answer("Q1", {"a", "b"}));
        }
        const DayContent content = contentAfter(rows, "2026-11-03");
        const std::string text = outbox::writeDay(content);
        const auto read = outbox::readDay(text);
        QVERIFY(read.has_value());
        QCOMPARE(outbox::writeDay(*read), text);
        QCOMPARE(visitsIn(*read), visitsIn(content));
        QCOMPARE(read->tallies.size(), content.tallies.size());
        for (const core::Row& row : rows.all()) {
            QVERIFY(text.find(std::to_string(core::count(row.event.at.wall) / 1000)) == std::string::npos);
            QVERIFY(text.find(" " + std::to_string(core::count(row.event.at.monotonic))) == std::string::npos);
        }
        std::vector<std::string> visits;
        for (std::size_t begin = text.find("visit "); begin != std::string::npos;
             begin = text.find("visit ", begin + 1)) {
            visits.push_back(text.substr(begin, text.find('\n', begin) - begin));
        }
        QCOMPARE(visits.size(), 40U);
        QVERIFY(std::ranges::is_sorted(visits));
    }

    void claimsAndRunsAddUpAndComeBackAsWritten()
    {
        Rows rows;
        rows.boot(at("2026-11-02", 7));
        for (int tap = 0; tap < 200; ++tap) { // somebody claims, somebody else hammers one face
            core::Tap next = tapOn(tap % 40 < 20 ? 1 : tap % 5 + 1);
            next.presence = core::Presence::Unknown;
            next.screen = tap % 3 == 0 ? core::ScreenContext::Claimed : core::ScreenContext::Faces;
            rows.add(core::WallMs{core::count(at("2026-11-02", 8)) + tap * std::int64_t{7000}}, next);
        }
        const DayContent content = contentAfter(rows, "2026-11-03");
        const wire::TallyRecord& headline = tally(content, "headline");
        QVERIFY(headline.claims && headline.runs && headline.health && headline.model && headline.hash);
        std::uint64_t byClaims = 0;
        for (std::size_t face = 0; face < 5; ++face) {
            byClaims += headline.faces.at(face) - headline.claims->facesWithout.at(face);
            QVERIFY(headline.runs->facesWithout.at(face) <= headline.faces.at(face));
            QVERIFY(headline.faces.at(face) <= headline.runs->facesWith.at(face));
        }
        QCOMPARE(byClaims, headline.claims->counted);
        const auto reasons = headline.reasons.find("CLAIMED_NEW");
        QCOMPARE(reasons == headline.reasons.end() ? 0U : reasons->second,
                 headline.claims->counted + headline.claims->merged);
        QVERIFY(headline.claims->counted + headline.claims->merged > 0);
        QVERIFY(headline.health == (wire::HealthTally{1, 0, 0}));
        const auto read = outbox::readDay(outbox::writeDay(content));
        QVERIFY(read);
        const wire::TallyRecord& back = tally(*read, "headline");
        QVERIFY(back.claims == headline.claims && back.runs == headline.runs && back.health == headline.health);
        QVERIFY(back.model == headline.model);
        QVERIFY(back.hash == headline.hash);
    }

    void whatIsNoDayIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("another format") << "day 2\n";
        QTest::newRow("cut") << "day 1\nclock set";
        QTest::newRow("unknown line") << "day 1\nweather fine\n";
        QTest::newRow("unknown clock") << "day 1\nclock gone\n";
        QTest::newRow("a count before its tally") << "day 1\nreason OK 1\n";
        QTest::newRow("face 6") << "day 1\nvisit 8 6 count OK da " + QString(64, 'a') + "\n";
        QTest::newRow("hour 24") << "day 1\nvisit 24 5 count OK da " + QString(64, 'a') + "\n";
        QTest::newRow("merged visit") << "day 1\nvisit 4 5 merged OK da " + QString(64, 'a') + "\n";
        QTest::newRow("no hash") << "day 1\nvisit 4 5 count OK da x\n";
        QTest::newRow("a word too few") << "day 1\ntally raw 1 2 3 4\n";
        QTest::newRow("claims too short") << "day 1\ntally raw 1 2 3 4 5\nclaims 1 2 3 4 5 6\n";
        QTest::newRow("runs too long") << "day 1\ntally raw 1 2 3 4 5\nruns 1 0 1 2 3 4 5 1 2 3 4 5 6\n";
        QTest::newRow("model of words") << "day 1\ntally raw 1 2 3 4 5\nmodel 1 30 many\n";
        QTest::newRow("policy of a name") << "day 1\ntally raw 1 2 3 4 5\npolicy raw\n";
        QTest::newRow("a number too large") << "day 1\nboots 99999999999999999999\n";
    }
    void whatIsNoDayIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!outbox::readDay(text.toStdString()));
    }
};

QTEST_APPLESS_MAIN(TestClosing)
#include "test_closing.moc"
