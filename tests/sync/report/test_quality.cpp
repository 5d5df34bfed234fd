// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/quality.h"

#include "sync/central/observations.h"
#include "tests/sync/report/report_centre.h"

#include <QtTest>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace smiley;
using namespace smiley::test;
using report::ObservedScope;
using report::ObservedStand;
using report::PackageKind;

namespace {

const char* const stand = "fjordby-1";
const char* const monday = "2026-11-23";
const char* const tuesday = "2026-11-24";

void observe(ReportCentre& centre, std::string_view on, int hour, std::uint64_t answered, std::uint64_t again = 0)
{
    const auto imported = central::importObservations(
        centre.ledger(), {{*core::StandId::parse(stand), day(on), hour, answered, again, 7, {}}},
        central::OtherFigures::Replace, centre.clock().now().wall);
    if (!imported) {
        qFatal("%s", imported.error().message.c_str());
    }
}

/// Visits of the day in one block.
std::vector<wire::VisitRecord> visitsIn(ReportCentre& centre, wire::Block block, int count)
{
    auto visits = centre.visits(block.lastDay.text(), 4, count);
    for (auto& visit : visits) {
        visit.block = block;
    }
    return visits;
}

std::string quality(ReportCentre& centre, std::uint64_t night, const char* column)
{
    return centre.table("fjordby", night, PackageKind::Rows, "quality").one({{"stand", stand}}, column);
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT

private slots:
    void theComparisonIsSaidInWords_data()
    {
        QTest::addColumn<quint64>("hours");
        QTest::addColumn<quint64>("observed");
        QTest::addColumn<quint64>("days");
        QTest::addColumn<quint64>("counted");
        QTest::addColumn<int>("scope");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, quint64 hours, quint64 observed, quint64 days, quint64 counted,
                            ObservedScope scope, const char* sentence) {
            QTest::newRow(name) << hours << observed << days << counted << static_cast<int>(scope) << sentence;
        };
        row("nobody counted", 0, 0, 0, 0, ObservedScope::Hours,
            "Simuleret nøjagtighed: ingen har talt ved standen endnu.");
        row("the same hours", 2, 58, 1, 56, ObservedScope::Hours,
            "Optalt på stedet: 58 personer svarede. Standen talte 56.");
        row("half-days", 2, 58, 1, 70, ObservedScope::HalfDays,
            "Optalt på stedet: 58 personer svarede. Standen talte 70 i de hele halve dage.");
        row("days", 2, 58, 1, 90, ObservedScope::Days,
            "Optalt på stedet: 58 personer svarede. Standen talte 90 på de hele dage.");
        row("spans", 2, 58, 1, 90, ObservedScope::Spans,
            "Optalt på stedet: 58 personer svarede. Standen talte 90 over flere dage.");
        row("not yet come", 2, 58, 0, 0, ObservedScope::Hours,
            "Simuleret nøjagtighed: ved standen er der talt, men dens egne tal for de dage er ikke kommet endnu.");
        row("ten", 1, 10, 1, 10, ObservedScope::Hours, "Optalt på stedet: 10 personer svarede. Standen talte 10.");
        row("nine were seen", 1, 9, 1, 10, ObservedScope::Hours,
            "Simuleret nøjagtighed: ved standen er der talt færre end 10 svar.");
        row("nine were counted", 1, 10, 1, 9, ObservedScope::Hours, "Optalt på stedet: færre end 10 svar.");
        row("few, not yet come", 1, 3, 0, 0, ObservedScope::Hours,
            "Simuleret nøjagtighed: ved standen er der talt færre end 10 svar.");
    }
    void theComparisonIsSaidInWords()
    {
        QFETCH(quint64, hours);
        QFETCH(quint64, observed);
        QFETCH(quint64, days);
        QFETCH(quint64, counted);
        QFETCH(int, scope);
        QFETCH(QString, sentence);
        ObservedStand seen;
        seen.hours = hours;
        seen.answered = observed;
        seen.observed = days > 0 ? observed : 0;
        seen.daysReceived = days;
        seen.counted = counted;
        seen.scope = static_cast<ObservedScope>(scope);
        QCOMPARE(QString::fromStdString(report::sentenceOf(seen)), sentence);
    }

    /// What visitors were told takes the place of 10.
    void countsOfAnswersKeepWhatWasPromised()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.promise(31);
        centre.send(stand, monday, centre.visits(monday, 4, 30));
        centre.setClock(tuesday, 1);
        observe(centre, monday, 10, 30, 4);
        centre.night(tuesday);
        QCOMPARE(quality(centre, 1, "sentence"), std::string("Optalt på stedet: færre end 31 svar."));
        for (const char* column : {"observed_answered", "observed_tapped_again", "stand_counted"}) {
            QCOMPARE(quality(centre, 1, column), std::string());
        }
        observe(centre, monday, 11, 1);
        centre.send(stand, tuesday, centre.visits(tuesday, 4, 31));
        centre.setClock("2026-11-25", 1);
        observe(centre, tuesday, 10, 32);
        centre.night("2026-11-25");
        QCOMPARE(quality(centre, 2, "sentence"),
                 std::string("Optalt på stedet: 63 personer svarede. Standen talte 61."));
        QCOMPARE(quality(centre, 2, "observed_answered"), std::string("63"));
        // Analysts are told what they may pass on.
        const Csv counting = centre.table("fjordby", 2, PackageKind::Rows, "counting");
        QCOMPARE(counting.one({{"policy", "headline"}}, "smallest_shown"), std::string("31"));
        std::ifstream readme(centre.package("fjordby", 2, PackageKind::Rows) / "README.md");
        const std::string text{std::istreambuf_iterator<char>(readme), {}};
        QVERIFY(text.find("No figure under this number may be passed on") != std::string::npos);
    }

    void aPromiseOfLaterDaysHidesNoEarlierCount()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.send(stand, monday, centre.visits(monday, 4, 30));
        centre.promise(50);
        centre.send(stand, tuesday, centre.visits(tuesday, 4, 60));
        centre.setClock("2026-11-25", 1);
        observe(centre, monday, 10, 30);
        centre.night("2026-11-25");
        QCOMPARE(quality(centre, 1, "stand_counted"), std::string("30"));
    }

    void untilSomebodyHasCountedTheAccuracyIsSimulated()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.send(stand, monday, centre.visits(monday, 4, 12));
        centre.night(tuesday);
        QCOMPARE(quality(centre, 1, "accuracy"), std::string("simuleret nøjagtighed"));
        QCOMPARE(centre.table("fjordby", 1, PackageKind::Tables, "accuracy").one({{"stand", stand}}, "accuracy"),
                 std::string("simuleret nøjagtighed"));
        QCOMPARE(quality(centre, 1, "stand_counted"), std::string());
        observe(centre, monday, 10, 12);
        centre.night("2026-11-25");
        QCOMPARE(quality(centre, 2, "accuracy"), std::string("optalt på stedet"));
        QCOMPARE(centre.table("fjordby", 2, PackageKind::Tables, "accuracy").one({{"stand", stand}}, "accuracy"),
                 std::string("optalt på stedet"));
    }

    void theObserversHoursAreComparedWithTheStandsOwn()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        auto visits = centre.visits(monday, 4, 30); // at ten
        for (auto& visit : visitsIn(centre, {wire::Block::Span::Hour, day(monday), day(monday), 11}, 26)) {
            visits.push_back(std::move(visit));
        }
        for (auto& visit : visitsIn(centre, {wire::Block::Span::Hour, day(monday), day(monday), 13}, 9)) {
            visits.push_back(std::move(visit));
        }
        for (int i = 0; i < 3; ++i) { // tests of the stand at ten don't count
            visits.push_back(centre.visits(monday, 5, 1).front());
            visits.back().outcome = core::Outcome::Excluded;
            visits.back().reason = core::Reason::Test;
        }
        centre.send(stand, monday, std::move(visits));
        centre.setClock(tuesday, 1);
        observe(centre, monday, 10, 31, 4);
        observe(centre, monday, 11, 27, 1);
        observe(centre, "2026-11-20", 10, 100); // of a day that hasn't come
        centre.night(tuesday);
        QCOMPARE(quality(centre, 1, "sentence"),
                 std::string("Optalt på stedet: 58 personer svarede. Standen talte 56."));
        QCOMPARE(quality(centre, 1, "scope"), std::string("hours"));
        QCOMPARE(quality(centre, 1, "observed_hours"), std::string("3"));
        QCOMPARE(quality(centre, 1, "observed_answered"), std::string("158"));
        QCOMPARE(quality(centre, 1, "observed_tapped_again"), std::string("5"));
        QCOMPARE(quality(centre, 1, "stand_counted"), std::string("56"));
        // Never an answer: the visits are what the stand sent.
        QCOMPARE(centre.table("fjordby", 1, PackageKind::Rows, "visits").rows.size(), 68U);
    }

    void whereTheVisitsLieInLargerBlocksTheScopeSaysSo_data()
    {
        QTest::addColumn<int>("span");
        QTest::addColumn<int>("hour");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("counted");
        // 20 visits at ten, 11 at fourteen, 5 in the block; observed at ten.
        QTest::newRow("hours") << static_cast<int>(wire::Block::Span::Hour) << 9 << "hours"
                               << "20";
        QTest::newRow("the half-day of the hour") << static_cast<int>(wire::Block::Span::HalfDay) << 0 << "half-days"
                                                  << "25";
        QTest::newRow("the other half-day") << static_cast<int>(wire::Block::Span::HalfDay) << 12 << "hours"
                                            << "20";
        QTest::newRow("the day") << static_cast<int>(wire::Block::Span::Day) << 0 << "days"
                                 << "36";
        QTest::newRow("several days") << static_cast<int>(wire::Block::Span::Days) << 0 << "spans"
                                      << "36";
    }
    void whereTheVisitsLieInLargerBlocksTheScopeSaysSo()
    {
        QFETCH(int, span);
        QFETCH(int, hour);
        QFETCH(QString, scope);
        QFETCH(QString, counted);
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        auto visits = centre.visits(monday, 4, 20);
        const auto addIn = [&](wire::Block block, int count) {
            for (auto& visit : visitsIn(centre, block, count)) {
                visits.push_back(std::move(visit));
            }
        };
        addIn({wire::Block::Span::Hour, day(monday), day(monday), 14}, 11);
        const auto kind = static_cast<wire::Block::Span>(span);
        const core::Day last = kind == wire::Block::Span::Days ? day(tuesday) : day(monday);
        addIn({kind, day(monday), last, hour}, 5);
        centre.deliver(centre.seal(stand, monday, tuesday, std::move(visits)));
        centre.setClock("2026-11-25", 1);
        observe(centre, monday, 10, 21);
        centre.night("2026-11-25");
        QCOMPARE(QString::fromStdString(quality(centre, 1, "scope")), scope);
        QCOMPARE(QString::fromStdString(quality(centre, 1, "stand_counted")), counted);
    }

    void underTenNothingIsSaid()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.send(stand, monday, centre.visits(monday, 4, 9));
        centre.setClock(tuesday, 1);
        observe(centre, monday, 10, 9, 2);
        centre.night(tuesday);
        QCOMPARE(quality(centre, 1, "accuracy"), std::string("simuleret nøjagtighed"));
        for (const char* column : {"observed_answered", "observed_tapped_again", "stand_counted"}) {
            QCOMPARE(quality(centre, 1, column), std::string());
        }
        QCOMPARE(quality(centre, 1, "sentence"),
                 std::string("Simuleret nøjagtighed: ved standen er der talt færre end 10 svar."));
    }

    void aDayThatTheStandDidNotSendIsNoComparison()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.send(stand, tuesday, centre.visits(tuesday, 4, 20));
        centre.setClock("2026-11-25", 1);
        observe(centre, monday, 10, 58);
        centre.night("2026-11-25");
        QCOMPARE(quality(centre, 1, "accuracy"), std::string("simuleret nøjagtighed"));
        observe(centre, tuesday, 10, 1);
        centre.night("2026-11-26");
        QCOMPARE(quality(centre, 2, "accuracy"), std::string("optalt på stedet"));
    }

    void aVisitOfSeveralObservedDaysIsCountedOnce()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.deliver(centre.seal(stand, monday, tuesday,
                                   visitsIn(centre, {wire::Block::Span::Days, day(monday), day(tuesday), 0}, 25)));
        centre.setClock("2026-11-25", 1);
        observe(centre, monday, 10, 12);
        observe(centre, tuesday, 10, 14);
        centre.night("2026-11-25");
        QCOMPARE(quality(centre, 1, "sentence"),
                 std::string("Optalt på stedet: 26 personer svarede. Standen talte 25 over flere dage."));
    }

    void aNightKnowsTheCountsAsTheyWereThen()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", monday);
        centre.send(stand, monday, centre.visits(monday, 4, 20));
        centre.setClock(tuesday, 1);
        observe(centre, monday, 10, 31);
        centre.night(tuesday);
        const auto before = readTree(centre.package("fjordby", 1, PackageKind::Rows));
        centre.setClock("2026-11-25", 1);
        observe(centre, monday, 10, 21); // a correction
        centre.night("2026-11-25");
        QCOMPARE(quality(centre, 2, "observed_answered"), std::string("21"));
        // Made again, the first night is what it was.
        std::filesystem::remove_all(centre.packages() / "fjordby" / "000001");
        QVERIFY(report::remakeNight(centre.ledger(), centre.key(), centre.packages(), 1));
        QVERIFY(readTree(centre.package("fjordby", 1, PackageKind::Rows)) == before);
    }

    void oneSidedCorrectionsAreFlagged_data()
    {
        QTest::addColumn<quint64>("up");
        QTest::addColumn<quint64>("down");
        QTest::addColumn<bool>("flag");
        QTest::newRow("none") << quint64{0} << quint64{0} << false;
        QTest::newRow("few") << quint64{9} << quint64{0} << false;
        QTest::newRow("ten up") << quint64{10} << quint64{0} << true;
        QTest::newRow("three times") << quint64{9} << quint64{3} << false;
        QTest::newRow("more than three times") << quint64{10} << quint64{3} << true;
        QTest::newRow("down") << quint64{3} << quint64{30} << false;
    }
    void oneSidedCorrectionsAreFlagged()
    {
        QFETCH(quint64, up);
        QFETCH(quint64, down);
        QFETCH(bool, flag);
        QCOMPARE((report::CorrectionCounts{up, down}.isOneSided()), flag);
    }

    void sensorsRunsAndCorrectionsOfFourWeeksAreSummed()
    {
        ReportCentre centre;
        centre.addStand(stand, "fjordby", "havnen", "2026-10-19");
        centre.amend = [](wire::Envelope& envelope) {
            wire::TallyRecord& headline = envelope.tallies.front();
            headline.corrections = {{"1-4", 3}, {"2-5", 2}, {"5-1", 1}, {"3-4", 9}, {"1-2", 9}};
            headline.withdrawals = {{"1", 1}, {"4", 2}};
            headline.health = {1, 1, 0};
            headline.runs = {6, 1, headline.faces, headline.faces};
            headline.claims = {2, 3, headline.faces};
        };
        centre.send(stand, "2026-10-20", centre.visits("2026-10-20", 4, 12)); // too long ago
        centre.send(stand, monday, centre.visits(monday, 4, 12));
        centre.send(stand, tuesday, centre.visits(tuesday, 4, 12));
        centre.night("2026-11-25");
        const std::map<std::string, std::string> expected{{"days", "2"},
                                                          {"presence_days", "2"},
                                                          {"doors_days", "0"},
                                                          {"days_under_control", "2"},
                                                          {"visits_in_runs", "12"},
                                                          {"claims_counted", "4"},
                                                          {"claims_merged", "6"},
                                                          {"withdrawals", "6"},
                                                          {"corrections_up", "10"},
                                                          {"corrections_down", "2"},
                                                          {"corrections_one_sided", "true"}};
        for (const auto& [column, value] : expected) {
            QCOMPARE(quality(centre, 1, column.c_str()), value);
        }
    }
};

QTEST_APPLESS_MAIN(TestQuality)
#include "test_quality.moc"
