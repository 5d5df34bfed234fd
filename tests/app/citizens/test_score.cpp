// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/floors.h"
#include "app/citizens/report.h"
#include "app/citizens/score.h"

#include <QtTest>

#include <cmath>

using namespace smiley;
using namespace smiley::citizens;

namespace {

/// A day written by hand: taps, who made them, and what a rule said.
struct Day {
    std::vector<core::TapView> taps;
    std::vector<Truth> truths;
    std::vector<core::Verdict> verdicts;

    void tap(std::uint32_t person, Behaviour behaviour, int answer, int face, core::Outcome outcome,
             core::Reason reason = core::Reason::Ok)
    {
        core::TapView view;
        view.tap = taps.size() + 1;
        view.face = static_cast<core::Face>(face);
        taps.push_back(view);
        truths.push_back({person, behaviour, answer != 0, answer, false});
        verdicts.push_back({view.tap, view.tap, outcome, reason, {}});
    }
    [[nodiscard]] Tally scored() const { return score(taps, truths, verdicts); }
};

bool near(double a, double b, double within) { return std::abs(a - b) < within; }

constexpr auto count = core::Outcome::Count;
constexpr auto merged = core::Outcome::Merged;
constexpr auto excluded = core::Outcome::Excluded;

} // namespace

class TestScore : public QObject {
    Q_OBJECT

private slots:
    void theFirstCountedTapWithTheTrueAnswerIsRightAndAllOthersAreWrong()
    {
        Day day;
        day.tap(1, Behaviour::Honest, 4, 4, count); // right
        day.tap(2, Behaviour::Correction, 2, 3, merged);
        day.tap(2, Behaviour::Correction, 2, 2, count); // right
        day.tap(3, Behaviour::Multi, 1, 1, count);      // right
        day.tap(3, Behaviour::Multi, 1, 1, count);      // a second answer
        day.tap(4, Behaviour::Honest, 5, 5, merged);    // lost
        day.tap(5, Behaviour::Correction, 5, 4, count); // the wrong face: no TP …
        day.tap(5, Behaviour::Correction, 5, 5, count); // … and then the right one: TP
        day.tap(6, Behaviour::Correction, 3, 2, count); // only the wrong face: lost
        day.tap(7, Behaviour::Child, 0, 1, count);      // an intruder
        const Tally tally = day.scored();
        QCOMPARE(tally.genuine, std::uint64_t{6});
        QCOMPARE(tally.counted, std::uint64_t{8});
        QCOMPARE(tally.right, std::uint64_t{4});
        QCOMPARE(tally.intruders, std::uint64_t{1});
        QCOMPARE(tally.precision(), 4.0 / 8);
        QCOMPARE(tally.recall(), 4.0 / 6);
        QCOMPARE(tally.visitsError(), 8.0 / 6 - 1);
        QCOMPARE(tally.intruderShare(), 1.0 / 8);
        QCOMPARE(tally.trueMean(), (4 + 2 + 1 + 5 + 5 + 3) / 6.0);
        QCOMPARE(tally.countedMean(), (4 + 2 + 1 + 1 + 4 + 5 + 2 + 1) / 8.0);
        QCOMPARE(tally.trueRedShare(), 2.0 / 6);
        QCOMPARE(tally.countedRedShare(), 5.0 / 8);
        QCOMPARE(tally.byBehaviour[static_cast<std::size_t>(Behaviour::Child)].counted, std::uint64_t{1});
        QCOMPARE(tally.byBehaviour[static_cast<std::size_t>(Behaviour::Correction)].right, std::uint64_t{2});
    }

    void onlyTheFiltersLossIsTheFiltersLoss()
    {
        Day day;
        day.tap(1, Behaviour::Honest, 4, 4, excluded, core::Reason::RunImplausible); // lost to a filter
        day.tap(2, Behaviour::Multi, 4, 4, excluded, core::Reason::BurstPlay);       // a filter, but it counts later
        day.tap(2, Behaviour::Multi, 4, 4, count);
        day.tap(3, Behaviour::Honest, 4, 4, merged, core::Reason::SameVisit); // lost, but to no filter
        day.tap(4, Behaviour::Honest, 4, 4, excluded, core::Reason::Withdrawn);
        day.tap(5, Behaviour::Staff, 0, 4, excluded, core::Reason::RunImplausible); // nobody genuine
        day.tap(6, Behaviour::Honest, 4, 4, excluded, core::Reason::ClosedHours);   // lost to a filter
        const Tally tally = day.scored();
        QCOMPARE(tally.genuine, std::uint64_t{5});
        QCOMPARE(tally.lostToFilters, std::uint64_t{2});
    }

    void facesAreComparedByTheirLoss()
    {
        Day day;
        for (std::uint32_t person = 1; person <= 200; ++person) {
            day.tap(person, Behaviour::Agreeing, 1, 1, person % 4 == 0 ? merged : count);        // loses 25 %
            day.tap(person + 200, Behaviour::Agreeing, 4, 4, person % 20 == 0 ? merged : count); // loses 5 %
        }
        day.tap(1000, Behaviour::Honest, 5, 5, merged); // too few to say
        const Tally tally = day.scored();
        QVERIFY(near(tally.unfairness(), 0.20, 1e-9));
        QVERIFY(near(tally.agreeingUnfairness(), 0.20, 1e-9));
        QVERIFY(near(tally.agreeingWorst(), 0.75, 1e-9));
    }

    void talliesAddUp()
    {
        Day day;
        day.tap(1, Behaviour::Agreeing, 4, 4, count);
        day.tap(2, Behaviour::Child, 0, 1, count);
        day.tap(3, Behaviour::Honest, 2, 2, excluded, core::Reason::RunImplausible);
        Tally twice = day.scored();
        twice += day.scored();
        QCOMPARE(twice.taps, std::uint64_t{6});
        QCOMPARE(twice.genuine, std::uint64_t{4});
        QCOMPARE(twice.right, std::uint64_t{2});
        QCOMPARE(twice.intruders, std::uint64_t{2});
        QCOMPARE(twice.lostToFilters, std::uint64_t{2});
        QCOMPARE(twice.agreeingByFace[3], std::uint64_t{2});
        QCOMPARE(twice.byBehaviour[static_cast<std::size_t>(Behaviour::Child)].persons, std::uint64_t{2});
    }

    void aReportSeesWhatPoliciesDo()
    {
        Scenario scenario;
        scenario.name = "impatient";
        scenario.days = 5;
        scenario.respondentsPerDay = 40;
        scenario.pFrustratedNeg = 1;
        scenario.pMultiPos = 1;
        scenario.childEpisodesPerDay = 0;
        const std::vector scenarios{scenario};
        const std::vector policies{*core::Policy::named("raw"), *core::Policy::named("window:15")};
        ReportOptions options;
        options.seeds = 4;
        std::size_t steps = 0;
        options.progress = [&](std::size_t done, std::size_t of) {
            QCOMPARE(done, ++steps);
            QCOMPARE(of, std::size_t{4});
        };
        const auto cells = makeReport(scenarios, policies, options);
        QCOMPARE(steps, std::size_t{4});
        QCOMPARE(cells.size(), std::size_t{2});
        QCOMPARE(cells[0].policy, std::string("raw"));
        QVERIFY(cells[0].visitsError > 3); // three to ten taps each
        QVERIFY(cells[0].precision < 0.25);
        QVERIFY(cells[0].recall > 0.999);
        QVERIFY(cells[1].precision > 0.9 && cells[1].recall > 0.8);
        QCOMPARE(cells[0].tally.genuine, cells[1].tally.genuine);
        const Cell worst = worstOf(cells, "window:15");
        QCOMPARE(worst.recall, cells[1].recall);
    }

    void floorsNameWhatFellBelow()
    {
        std::vector<Cell> cells(2);
        cells[0].scenario = "a";
        cells[0].policy = cells[1].policy = "headline";
        cells[0].recall = 0.9;
        cells[0].visitsError = -0.09;
        cells[1].scenario = "b";
        cells[1].recall = 0.8;
        const auto checked = [&](const char* floor) {
            const auto floors =
                floorsOf(QString(R"({"floors": [{"policy": "headline", %1}]})").arg(floor).toStdString(), "f");
            return check(floors.value(), cells);
        };
        const auto each = checked(R"("scenarios": ["*"], "metric": "recall", "least": 0.85)");
        QCOMPARE(each.compared, std::size_t{2});
        QCOMPARE(each.failures.size(), std::size_t{1});
        QCOMPARE(each.failures[0], std::string("b, headline: recall is 0.8000, must be at least 0.8500"));
        QVERIFY(checked(R"("scenarios": ["a"], "metric": "recall", "least": 0.9)").failures.empty());
        QVERIFY(checked(R"("scenarios": ["*"], "over": "mean", "metric": "recall", "least": 0.85)").failures.empty());
        QCOMPARE(checked(R"("scenarios": ["*"], "over": "worst", "metric": "recall", "least": 0.85)").failures.size(),
                 std::size_t{1});
        QCOMPARE(checked(R"("scenarios": ["a"], "metric": "visits_error", "most": 0.08)").failures.size(),
                 std::size_t{1});
        QCOMPARE(checked(R"("scenarios": ["c"], "metric": "recall", "least": 1)").compared, std::size_t{0});
    }

    void aFigureThatIsNoNumberIsBelowItsFloor()
    {
        std::vector<Cell> cells(1);
        cells[0].scenario = "a";
        cells[0].policy = "headline";
        cells[0].recall = std::nan("");
        const auto floors = floorsOf(
            R"({"floors": [{"policy": "headline", "scenarios": ["a"], "metric": "recall", "least": 0}]})", "f");
        QCOMPARE(check(floors.value(), cells).failures.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestScore)
#include "test_score.moc"
