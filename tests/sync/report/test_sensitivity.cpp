// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/sensitivity.h"

#include "sync/report/verdict_cells.h"

#include "tests/sync/report/report_centre.h"

#include <QtTest>

#include <algorithm>

using namespace smiley;
using namespace smiley::test;
using core::ScoreCounts;
using report::PackageKind;
using report::PolicyCell;

namespace {

/// The last week of the quarter: its Thursday is the last of December.
const char* const weekDays[] = {"2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31",
                                "2027-01-01", "2027-01-02", "2027-01-03"};

PolicyCell policies(const ScoreCounts& headline)
{
    PolicyCell cell;
    for (const char* policy :
         {"headline", "raw", "strict", "loose", report::withoutClaims, report::runsExcluded, report::runsCounted}) {
        cell.faces[policy] = headline;
    }
    cell.envelopes = 1;
    return cell;
}

/// "sentence|depends_on_rule" of the headline.
std::string rangeShown(const PolicyCell& cell)
{
    report::PanelTables tables = report::emptyPanel();
    report::addPanels(tables, {{{"2026-Q4", "", "", "site", "havnen"}, "", cell, cell.faces.at("headline"), 7}});
    return tables.sensitivity.rows.front()[9] + "|" + tables.sensitivity.rows.front()[10];
}

/// "policy: n mean red hidden" of each row.
std::string panelOf(const PolicyCell& cell, const ScoreCounts& published)
{
    report::PanelTables tables = report::emptyPanel();
    report::addPanels(tables, {{{"2026-Q4", "", "", "site", "havnen"}, "", cell, published, 7}});
    std::string text;
    for (const auto& row : tables.sensitivity.rows) {
        text += row[5] + ":" + row[6] + " " + row[7] + " " + row[8] + row[12] + "\n";
    }
    return text;
}

void sendQuarterEnd(ReportCentre& centre, const std::string& stand, int perDay)
{
    for (const char* day : weekDays) {
        auto visits = centre.visits(day, 4, perDay - perDay / 4);
        for (auto& visit : centre.visits(day, 1, perDay / 4)) {
            visits.push_back(std::move(visit));
        }
        centre.send(stand, day, std::move(visits));
    }
}

Csv panel(ReportCentre& centre) { return centre.table("fjordby", 1, PackageKind::Tables, "sensitivity"); }

} // namespace

class TestSensitivity : public QObject {
    Q_OBJECT

private slots:
    void theSentenceRoundsOutwards_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, double low, double high, const char* sentence) {
            QTest::newRow(name) << low << high << sentence;
        };
        row("apart", 3.24, 3.31, "Under alle regler ligger gennemsnittet mellem 3,2 og 3,4");
        row("on the tenth", 3.2, 3.3, "Under alle regler ligger gennemsnittet mellem 3,2 og 3,3");
        row("one tenth", 3.2, 3.2, "Under alle regler er gennemsnittet 3,2");
        row("0.15 apart", 3.2, 3.35, "Under alle regler ligger gennemsnittet mellem 3,2 og 3,4");
        row("more than 0.15 apart", 3.2, 3.36,
            "Under alle regler ligger gennemsnittet mellem 3,2 og 3,4; afhænger af tællereglen");
    }
    void theSentenceRoundsOutwards()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(report::PanelRange{low, high, 0.2, 0.23}.sentence()), sentence);
    }

    void redSharesThreePointsApartAreAmberToo()
    {
        QVERIFY(!(report::PanelRange{3, 3, 0.2, 0.229}.dependsOnRule()));
        QVERIFY((report::PanelRange{3, 3, 0.2, 0.231}.dependsOnRule()));
    }

    void theRangeIsOverTheFourStandardRulesOnly()
    {
        PolicyCell cell = policies({10, 0, 0, 0, 30}); // mean 4
        cell.faces["raw"] = {20, 0, 0, 0, 30};         // 3.4
        cell.faces["loose"] = {};
        cell.faces["shadow"] = {100, 0, 0, 0, 0};
        cell.faces["window:60"] = {0, 0, 0, 0, 9};
        const auto range = report::rangeOf(cell);
        QCOMPARE(range.low, 3.4);
        QCOMPARE(range.high, 4.0);
        QCOMPARE(range.redHigh, 0.4);
        QVERIFY(range.dependsOnRule());
    }

    void setsThatDifferByOneToNineAreNotBothShown()
    {
        PolicyCell cell = policies({10, 0, 0, 0, 30});
        cell.faces["raw"] = {20, 0, 0, 0, 40};    // 60: 20 more
        cell.faces["strict"] = {10, 0, 0, 0, 29}; // 39: one fewer
        cell.faces["loose"] = {20, 0, 0, 0, 35};  // 55: five fewer than raw
        cell.faces[report::withoutClaims] = {4, 0, 0, 0, 5};
        cell.faces[report::runsExcluded] = {5, 0, 0, 0, 25}; // 30: ten fewer
        QCOMPARE(panelOf(cell, {10, 0, 0, 0, 30}), std::string("headline:40 4.0 25\n"
                                                               "raw:60 3.7 33\n"
                                                               "strict:  near\n"
                                                               "loose:  near\n"
                                                               "without-claims:  few\n"
                                                               "runs-excluded:30 4.3 17\n"
                                                               "runs-counted:40 4.0 25\n"));
    }

    void whatWasPromisedTakesThePlaceOfTenAndThirty()
    {
        const ScoreCounts forty{10, 0, 0, 0, 30};
        PolicyCell cell = policies(forty);
        cell.faces["raw"] = {30, 0, 0, 0, 50};    // 80
        cell.faces["strict"] = {10, 0, 0, 0, 29}; // 39
        cell.faces["loose"] = {20, 0, 0, 0, 59};  // 79
        cell.promise = 40;
        QCOMPARE(panelOf(cell, forty), std::string("headline:40 4.0 25\n"
                                                   "raw:80 3.5 38\n"
                                                   "strict:  few\n"
                                                   "loose:  near\n"
                                                   "without-claims:40 4.0 25\n"
                                                   "runs-excluded:40 4.0 25\n"
                                                   "runs-counted:40 4.0 25\n"));
        // Without strict, whose mean is 4.0 too; then with another one, which the sentence must not tell.
        const std::string shown = "Under de regler, der kan vises, ligger gennemsnittet mellem 3,5 og 4,0";
        QCOMPARE(rangeShown(cell), shown + "; afhænger af tællereglen|true");
        cell.faces["strict"] = {29, 0, 0, 0, 10};
        QCOMPARE(rangeShown(cell), shown + "; afhænger af tællereglen|true");
        cell.promise = 41;
        QCOMPARE(panelOf(cell, forty), std::string("headline:  under-30\n"));
        // Of the municipality less its other sites, too.
        const auto place = [](const char* name, const ScoreCounts& scores, std::uint64_t promise) {
            PolicyCell own = policies(scores);
            own.promise = promise;
            return report::PanelPlace{{"2026-Q4", "", "", "", name}, "", own, scores, 7};
        };
        report::PanelTables tables = report::emptyPanel();
        report::addPanels(tables, {place("fjordby", {0, 0, 80, 0, 0}, 50), place("havnen", {0, 0, 40, 0, 0}, 50),
                                   place("torvet", {0, 0, 40, 0, 0}, 10)});
        for (const auto& row : tables.sensitivity.rows) {
            QVERIFY2(row[4] != "torvet" || row[5] == "headline" || !row[12].empty(), row[5].c_str());
        }
        const std::map<std::string, std::uint64_t> taps{{"OK", 90}, {"SAME_VISIT", 50}, {"TEST", 39}};
        QVERIFY((report::hiddenReasons({{taps, true, true, 40}, {taps, true, true, 40}}) ==
                 std::vector<std::set<std::string>>{{"SAME_VISIT", "TEST"}, {"SAME_VISIT", "TEST"}}));
        QVERIFY((report::hiddenReasons({{taps, true, true, 39}, {taps, true, true, 39}}) ==
                 std::vector<std::set<std::string>>{{}, {}}));
    }

    /// A rule that is hidden because it has few answers isn't in the sentence either.
    void theSentenceSaysNothingOfARuleThatHasFew()
    {
        PolicyCell cell = policies({10, 0, 0, 0, 20}); // 3.67
        QCOMPARE(rangeShown(cell), std::string("Under alle regler ligger gennemsnittet mellem 3,6 og 3,7|false"));
        cell.faces["strict"] = {0, 0, 0, 0, 5};
        const std::string without = "Under de regler, der kan vises, ligger gennemsnittet mellem 3,6 og 3,7";
        QCOMPARE(rangeShown(cell), without + "|"); // whether it depends on that rule isn't said
        cell.faces["strict"] = {};
        QCOMPARE(rangeShown(cell), without + "|");
        cell.faces["strict"] = {0, 0, 0, 0, 10};
        QCOMPARE(rangeShown(cell), std::string("Under alle regler ligger gennemsnittet mellem 3,6 og 5,0; "
                                               "afhænger af tællereglen|true"));
    }

    void underThirtyAndUnevenPanelsAreHidden()
    {
        QCOMPARE(panelOf(policies({10, 0, 0, 0, 19}), {10, 0, 0, 0, 19}), std::string("headline:  under-30\n"));
        QCOMPARE(panelOf(policies({10, 0, 0, 0, 20}), {10, 0, 0, 0, 20}).substr(0, 12), std::string("headline:30 "));
        QCOMPARE(panelOf(policies({10, 0, 0, 0, 21}), {10, 0, 0, 0, 20}), std::string("headline:  uneven\n"));
        QCOMPARE(panelOf(policies({}), {}), std::string("headline:  no-answers\n"));
    }

    void aTrialOfAPartOfThePeriodIsNotCompared()
    {
        PolicyCell cell = policies({10, 0, 0, 0, 30});
        cell.faces["shadow"] = {10, 0, 0, 0, 10};
        QVERIFY(panelOf(cell, {10, 0, 0, 0, 30}).find("shadow") == std::string::npos);
        cell.envelopes = 2;
        cell.withShadow = 1;
        QVERIFY(panelOf(cell, {10, 0, 0, 0, 30}).find("shadow:  part\n") != std::string::npos);
        cell.withShadow = 2;
        QVERIFY(panelOf(cell, {10, 0, 0, 0, 30}).find("shadow:20 3.0 50\n") != std::string::npos);
    }

    void theNightlyTablesHaveThePanelOfTheQuarter()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", weekDays[0]);
        centre.amend = [](wire::Envelope& envelope) {
            wire::TallyRecord headline = envelope.tallies.front();
            headline.reasons = {{"OK", 20}, {"SAME_VISIT", 1}, {"BURST_PLAY", 4}};
            headline.claims = {0, 2, headline.faces};
            headline.runs = {0, 0, headline.faces, headline.faces};
            envelope.tallies = {headline};
            for (const char* policy : {"raw", "strict", "loose"}) {
                wire::TallyRecord other;
                other.policy = policy;
                other.faces = headline.faces;
                other.faces[0] += other.policy == "raw" ? 5U : 0U; // somebody hammers
                envelope.tallies.push_back(other);
            }
        };
        sendQuarterEnd(centre, "fjordby-1", 20);
        centre.night("2027-01-05");
        const Csv table = panel(centre);
        for (const char* place : {"fjordby", "havnen"}) {
            const auto at = [&](const char* policy, const char* column) {
                return table.one({{"period", "2026-Q4"}, {"place", place}, {"policy", policy}}, column);
            };
            QCOMPARE(at("headline", "n"), std::string("140"));
            QCOMPARE(at("headline", "mean"), std::string("3.2")); // 15 times 4, 5 times 1
            QCOMPARE(at("headline", "red_percent"), std::string("25"));
            QCOMPARE(at("raw", "n"), std::string("175"));
            QCOMPARE(at("raw", "red_percent"), std::string("40"));
            QCOMPARE(at("strict", "n"), std::string("140"));
            QCOMPARE(at("headline", "sentence"),
                     std::string("Under alle regler ligger gennemsnittet mellem 2,8 og 3,3; afhænger af tællereglen"));
            QCOMPARE(at("headline", "depends_on_rule"), std::string("true"));
            QCOMPARE(at("raw", "sentence"), std::string());
            const Csv verdicts = centre.table("fjordby", 1, PackageKind::Tables, "verdicts");
            QCOMPARE(verdicts.one({{"place", place}, {"reason", "OK"}}, "taps"), std::string("140"));
            QCOMPARE(verdicts.one({{"place", place}, {"reason", "SAME_VISIT"}}, "hidden"), std::string("few"));
        }
    }

    void oneHiddenReasonTakesTheSmallestOthersWithIt()
    {
        using Hidden = std::vector<std::set<std::string>>;
        const std::map<std::string, std::uint64_t> small{
            {"OK", 90}, {"SAME_VISIT", 40}, {"BURST_PLAY", 30}, {"TEST", 4}};
        const std::map<std::string, std::uint64_t> big{
            {"OK", 90}, {"SAME_VISIT", 40}, {"BURST_PLAY", 30}, {"TEST", 20}};
        const std::map<std::string, std::uint64_t> all{
            {"OK", 180}, {"SAME_VISIT", 80}, {"BURST_PLAY", 60}, {"TEST", 24}};
        // At one place the next smallest too, so that the sum of all doesn't give it.
        QVERIFY((report::hiddenReasons({{small, true, true}, {small, true, true}}) ==
                 Hidden{{"BURST_PLAY", "TEST"}, {"BURST_PLAY", "TEST"}}));
        // At one of two sites: at the other too, so that the municipality doesn't give it.
        const auto two = report::hiddenReasons({{all, true, true}, {small, true, true}, {big, true, true}});
        QVERIFY(two[1].contains("TEST") && two[1].size() >= 2);
        QVERIFY(two[0].contains("TEST") || two[2].contains("TEST"));
        // A site without a panel doesn't come out either.
        const auto closed = report::hiddenReasons({{all, true, true}, {big, true, true}, {small, false, false}});
        for (const char* reason : {"SAME_VISIT", "BURST_PLAY", "TEST"}) {
            QVERIFY2(closed[0].contains(reason) || closed[1].contains(reason), reason);
        }
        QVERIFY((report::hiddenReasons({{big, true, true}, {big, true, true}}) == Hidden{{}, {}}));
    }

    void aRuleThatIsHiddenAtOneSiteDoesNotComeOutBySubtraction()
    {
        const auto place = [](const char* name, const PolicyCell& cell) {
            return report::PanelPlace{{"2026-Q4", "", "", "", name}, "", cell, cell.faces.at("headline"), 7};
        };
        const auto rawOf = [](const std::vector<report::PanelPlace>& places) {
            report::PanelTables tables = report::emptyPanel();
            report::addPanels(tables, places);
            std::string raw;
            for (const auto& row : tables.sensitivity.rows) {
                raw += row[5] == "raw" ? row[4] + ":" + row[6] + row[12] + " " : "";
            }
            return raw;
        };
        PolicyCell near = policies({10, 0, 0, 0, 30});
        near.faces["raw"] = {13, 0, 0, 0, 30}; // three more
        PolicyCell far = policies({10, 0, 0, 0, 50});
        far.faces["raw"] = {40, 0, 0, 0, 50};
        PolicyCell farther = policies({10, 0, 0, 0, 70});
        farther.faces["raw"] = {50, 0, 0, 0, 70};
        PolicyCell two = near;
        two.add(far);
        PolicyCell three = two;
        three.add(farther);
        QCOMPARE(rawOf({place("fjordby", three), place("a", near), place("b", far), place("c", farther)}),
                 std::string("fjordby:253 a:near b:near c:120 "));
        // A site without a panel doesn't come out either.
        auto closed = place("a", near);
        closed.hidden = "few";
        QCOMPARE(rawOf({place("fjordby", two), closed, place("b", far)}), std::string("fjordby:133 b:near "));
    }

    void whereTheMeanIsHiddenSoIsThePanel()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", weekDays[0]);
        centre.addStand("fjordby-2", "fjordby", "torvet", weekDays[0]);
        sendQuarterEnd(centre, "fjordby-1", 20);
        for (const char* day : weekDays) { // seven answers in all
            centre.send("fjordby-2", day, centre.visits(day, 1, 1));
        }
        centre.night("2027-01-05");
        const Csv table = panel(centre);
        const Csv means = centre.table("fjordby", 1, PackageKind::Tables, "means");
        int hidden = 0;
        for (const char* place : {"fjordby", "havnen", "torvet"}) {
            const bool hasMean =
                !means.one({{"period", "2026-Q4"}, {"place", place}, {"question", "faces"}}, "mean").empty();
            QCOMPARE(!table.one({{"period", "2026-Q4"}, {"place", place}, {"policy", "headline"}}, "mean").empty(),
                     hasMean);
            hidden += hasMean ? 0 : 1;
        }
        QVERIFY(hidden > 0);
    }

    void anEnvelopeThatReachesOverTheQuartersEndHidesThePanel()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", weekDays[0]);
        for (int day = 0; day < 6; ++day) {
            centre.send("fjordby-1", weekDays[day], centre.visits(weekDays[day], 4, 20));
        }
        auto visits = centre.visits(weekDays[6], 4, 20);
        centre.deliver(centre.seal("fjordby-1", weekDays[6], "2027-01-04", std::move(visits)));
        centre.night("2027-01-05");
        QCOMPARE(panel(centre).one({{"period", "2026-Q4"}, {"place", "havnen"}, {"policy", "headline"}}, "hidden"),
                 std::string("uneven"));
    }

    void theModelsVarianceWidensTheIntervals()
    {
        const auto interval = [](double variance, double visits = 20) {
            ReportCentre centre;
            centre.addStand("fjordby-1", "fjordby", "havnen", weekDays[0]);
            centre.amend = [&](wire::Envelope& envelope) {
                if (variance > 0) {
                    envelope.tallies.front().model = {
                        1,        30,       visits, {5, 0, 0, 15, 0}, {16 * variance, 0, 0, 16 * variance, 0},
                        variance, variance, 0,      variance};
                }
            };
            sendQuarterEnd(centre, "fjordby-1", 20);
            centre.night("2027-01-05");
            const auto width = [&](const char* table, std::map<std::string, std::string> where) {
                where.insert({{"period", "2026-Q4"}, {"place", "havnen"}, {"question", "faces"}});
                const Csv csv = centre.table("fjordby", 1, PackageKind::Tables, table);
                return std::stod(csv.one(where, "interval_high")) - std::stod(csv.one(where, "interval_low"));
            };
            return std::array{width("means", {}), width("shares", {{"class", "red"}}),
                              width("shares", {{"class", "1"}})};
        };
        const auto without = interval(0);
        const auto with = interval(0.5);
        const auto half = interval(0.5, 10); // the model went through half of the visits
        QVERIFY(without[0] < half[0] && half[0] < with[0]);
        for (std::size_t i = 0; i < without.size(); ++i) {
            QVERIFY2(with[i] > without[i], qPrintable(QString("%1: %2, %3").arg(i).arg(without[i]).arg(with[i])));
        }
    }
};

QTEST_APPLESS_MAIN(TestSensitivity)
#include "test_sensitivity.moc"
