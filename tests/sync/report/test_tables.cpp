// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/report/report_centre.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace smiley;
using namespace smiley::test;
using report::PackageKind;

namespace {

using Values = std::map<std::string, std::string>;

Values week(const char* place, const char* name, const char* value)
{
    return {{"period", "2026-W48"}, {"place", place}, {"question", "faces"}, {name, value}};
}

/// A week of days in which nothing happens after Monday, so that it is complete.
void finishWeek(ReportCentre& centre, const std::string& stand)
{
    for (const char* day : {"2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"}) {
        centre.send(stand, day, {});
    }
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT

private slots:
    void figuresBeginAtTheirFloors_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("all");
        QTest::addColumn<bool>("mean");
        QTest::addColumn<bool>("five");
        QTest::newRow("0") << 0 << "0" << false << false;
        QTest::newRow("9") << 9 << "" << false << false;
        QTest::newRow("10") << 10 << "10" << true << false;
        QTest::newRow("19") << 19 << "19" << true << false;
        QTest::newRow("20") << 20 << "20" << true << true;
        QTest::newRow("30") << 30 << "30" << true << true;
    }
    void figuresBeginAtTheirFloors()
    {
        QFETCH(int, n);
        QFETCH(QString, all);
        QFETCH(bool, mean);
        QFETCH(bool, five);
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        auto visits = centre.visits("2026-11-23", 1, n / 3);
        for (auto& visit : centre.visits("2026-11-23", 4, n - n / 3)) {
            visits.push_back(std::move(visit));
        }
        auto excluded = centre.visits("2026-11-23", 5, 40);
        for (auto& visit : excluded) {
            visit.outcome = core::Outcome::Excluded;
            visit.reason = core::Reason::Test;
            visits.push_back(visit);
        }
        centre.send("fjordby-1", "2026-11-23", std::move(visits));
        finishWeek(centre, "fjordby-1");
        centre.night("2026-11-30");
        const Csv counts = centre.table("fjordby", 1, PackageKind::Tables, "counts");
        const Csv means = centre.table("fjordby", 1, PackageKind::Tables, "means");
        const Csv shares = centre.table("fjordby", 1, PackageKind::Tables, "shares");
        for (const char* place : {"fjordby", "havnen"}) {
            QCOMPARE(QString::fromStdString(counts.one(week(place, "class", "all"), "count")), all);
            QCOMPARE(!means.one(week(place, "period_kind", "week"), "mean").empty(), mean);
            QCOMPARE(!shares.one(week(place, "class", "1"), "percent").empty(), five);
            QCOMPARE(!shares.one(week(place, "class", "green"), "percent_low").empty(), mean);
            QCOMPARE(!counts.one(week(place, "class", "4"), "count").empty(), five);
        }
        const std::string why = means.one(week("fjordby", "period_kind", "week"), "hidden");
        QCOMPARE(why, std::string(n == 0 ? "no-answers" : n < 10 ? "few" : ""));
    }

    void whatAStandPromisesIsTheFloorOfItsAnswers_data()
    {
        QTest::addColumn<int>("promise"); // 0: a stand of an older program, that says nothing of it
        QTest::addColumn<int>("n");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("30, of 20") << 30 << 20 << false;
        QTest::newRow("30, of 29") << 30 << 29 << false;
        QTest::newRow("30, of 30") << 30 << 30 << true;
        QTest::newRow("none said, of 20") << 0 << 20 << true;
        QTest::newRow("less than ten, of 9") << 3 << 9 << false;
        QTest::newRow("40, of 39") << 40 << 39 << false;
        QTest::newRow("40, of 40") << 40 << 40 << true;
    }
    void whatAStandPromisesIsTheFloorOfItsAnswers()
    {
        QFETCH(int, promise);
        QFETCH(int, n);
        QFETCH(bool, isShown);
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        const auto visits = [&](int face, int count) {
            return centre.visits("2026-11-23", face, count, {{"A1", {"4"}}, {"F1", {"wait"}}});
        };
        promise > 0 ? centre.promise(promise) : void();
        auto all = visits(2, n / 2);
        for (auto& visit : visits(5, n - n / 2)) {
            all.push_back(std::move(visit));
        }
        centre.send("fjordby-1", "2026-11-23", std::move(all));
        finishWeek(centre, "fjordby-1");
        centre.night("2026-11-30");
        centre.night("2027-01-05"); // the quarter has ended
        for (const std::uint64_t night : {1U, 2U}) {
            int shown = 0;
            for (const char* name : {"counts", "means", "shares", "sensitivity", "verdicts"}) {
                const Csv table = centre.table("fjordby", night, PackageKind::Tables, name);
                const auto hidden = std::find(table.header.begin(), table.header.end(), "hidden");
                const auto at = static_cast<std::size_t>(hidden - table.header.begin());
                for (const auto& row : table.rows) {
                    // Other weeks have no answers: that none were given is no figure of anybody.
                    const bool isOfNobody = table.header.at(8) == "class" && row.at(9) == "0";
                    shown += row.at(at).empty() && !isOfNobody ? 1 : 0;
                }
            }
            QVERIFY2((shown > 0) == isShown, qPrintable(QString::number(shown)));
        }
    }

    void theLargestPromiseCountsForAllThatItIsAddedTo()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        centre.addStand("fjordby-2", "fjordby", "kursus", "2026-11-23");
        centre.addStand("fjordby-3", "fjordby", "torvet", "2026-11-23");
        const auto twenty = [&] {
            auto visits = centre.visits("2026-11-23", 2, 12);
            for (auto& visit : centre.visits("2026-11-23", 5, 8)) {
                visits.push_back(std::move(visit));
            }
            return visits;
        };
        centre.promise(30);
        centre.send("fjordby-1", "2026-11-23", twenty());
        centre.promise(10);
        centre.send("fjordby-2", "2026-11-23", twenty());
        centre.send("fjordby-3", "2026-11-23", twenty());
        for (const char* stand : {"fjordby-1", "fjordby-2", "fjordby-3"}) {
            finishWeek(centre, stand);
        }
        centre.night("2026-11-30");
        const Csv counts = centre.table("fjordby", 1, PackageKind::Tables, "counts");
        const auto all = [&](const char* place) { return counts.one(week(place, "class", "all"), "count"); };
        QCOMPARE(all("fjordby"), std::string("60"));
        QCOMPARE(all("havnen"), std::string());
        // One of the two others is hidden with it: the municipality less both would be the site that promised more.
        QCOMPARE((all("kursus") + all("torvet")), std::string("20"));
    }

    void aPromiseOfOneWeekHoldsForItsQuarter()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-16");
        centre.promise(50);
        centre.send("fjordby-1", "2026-11-16", centre.visits("2026-11-16", 4, 20));
        centre.promise(10); // it promises less from here on: what was said before stays said
        for (const char* day : {"2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"}) {
            centre.send("fjordby-1", day, {});
        }
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 29));
        finishWeek(centre, "fjordby-1");
        centre.setClock("2027-01-05");
        centre.night("2027-01-05");
        const Csv counts = centre.table("fjordby", 1, PackageKind::Tables, "counts");
        const auto all = [&](const char* period) {
            return counts.one({{"period", period}, {"place", "havnen"}, {"question", "faces"}, {"class", "all"}},
                              "count");
        };
        QCOMPARE(all("2026-W47"), std::string());
        QCOMPARE(all("2026-W48"), std::string("29"));
        QCOMPARE(all("2026-11"), std::string()); // 49
        QCOMPARE(all("2026-Q4"), std::string());
    }

    void aMeanHasItsValue()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        auto visits = centre.visits("2026-11-23", 2, 5);
        for (auto& visit : centre.visits("2026-11-23", 5, 15)) {
            visits.push_back(std::move(visit));
        }
        centre.send("fjordby-1", "2026-11-23", std::move(visits));
        finishWeek(centre, "fjordby-1");
        centre.night("2026-11-30");
        const Csv means = centre.table("fjordby", 1, PackageKind::Tables, "means");
        QCOMPARE(means.one(week("havnen", "period_kind", "week"), "mean"), std::string("4.2")); // 4.25 to one decimal
        QCOMPARE(means.one(week("havnen", "period_kind", "week"), "few_days"), std::string("true"));
        const Csv shares = centre.table("fjordby", 1, PackageKind::Tables, "shares");
        QCOMPARE(shares.one(week("havnen", "class", "red"), "percent"), std::string("25"));
        QCOMPARE(shares.one(week("havnen", "class", "5"), "percent"), std::string("75"));
        QVERIFY(std::stod(shares.one(week("havnen", "class", "red"), "interval_low")) < 25);
    }

    void runningAndIncompletePeriodsWait()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        centre.addStand("fjordby-2", "fjordby", "kursus", "2026-11-23");
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 25));
        const auto late = centre.seal("fjordby-2", "2026-11-23", "2026-11-29", centre.visits("2026-11-23", 2, 25));
        centre.night("2026-11-25");
        const auto hidden = [&](std::uint64_t night) {
            return centre.table("fjordby", night, PackageKind::Tables, "counts")
                .one(week("fjordby", "class", "all"), "hidden");
        };
        QCOMPARE(hidden(1), std::string("not-ended"));
        finishWeek(centre, "fjordby-1");
        centre.night("2026-11-30");
        QCOMPARE(hidden(2), std::string("waiting"));
        centre.night("2026-12-07"); // eight days after its end
        QCOMPARE(hidden(3), std::string("waiting"));
        centre.night("2026-12-08"); // no longer
        QCOMPARE(hidden(4), std::string());
        centre.deliver(late);
        centre.night("2026-12-09");
        const Csv counts = centre.table("fjordby", 5, PackageKind::Tables, "counts");
        QCOMPARE(counts.one(week("fjordby", "class", "all"), "count"), std::string("50"));
        QCOMPARE(counts.one(week("fjordby", "class", "all"), "as_of_night"), std::string("5"));
    }

    void aFewLateAnswersDontChangeWhatWasPublished()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-11-23");
        centre.addStand("fjordby-2", "fjordby", "havnen", "2026-11-23");
        centre.send("fjordby-1", "2026-11-23", centre.visits("2026-11-23", 4, 25));
        finishWeek(centre, "fjordby-1");
        const auto few = centre.seal("fjordby-2", "2026-11-23", "2026-11-28", centre.visits("2026-11-23", 1, 5));
        const auto more = centre.seal("fjordby-2", "2026-11-29", "2026-11-29", centre.visits("2026-11-29", 1, 7));
        centre.night("2026-12-08");
        centre.deliver(few);
        centre.night("2026-12-09");
        const auto all = [&](std::uint64_t night) {
            return centre.table("fjordby", night, PackageKind::Tables, "counts")
                .one(week("fjordby", "class", "all"), "count");
        };
        QCOMPARE(all(1), std::string("25"));
        QCOMPARE(all(2), std::string("25"));
        centre.deliver(more);
        centre.night("2026-12-10");
        QCOMPARE(all(3), std::string("37"));
    }

    void aSmallSiteHidesItsSmallestNeighbour()
    {
        ReportCentre centre;
        const std::map<std::string, int> sizes{{"havnen", 60}, {"kursus", 4}, {"nord", 25}};
        for (const auto& [site, size] : sizes) {
            centre.addStand(site + "-1", "fjordby", site, "2026-11-23");
            auto visits = centre.visits("2026-11-23", 2, size / 2);
            for (auto& visit : centre.visits("2026-11-23", 4, size - size / 2)) {
                visits.push_back(std::move(visit));
            }
            centre.send(site + "-1", "2026-11-23", std::move(visits));
            finishWeek(centre, site + "-1");
        }
        centre.night("2026-11-30");
        const Csv counts = centre.table("fjordby", 1, PackageKind::Tables, "counts");
        QCOMPARE(counts.one(week("fjordby", "class", "all"), "count"), std::string("89"));
        QCOMPARE(counts.one(week("havnen", "class", "all"), "count"), std::string("60"));
        for (const char* site : {"kursus", "nord"}) {
            for (const char* name : {"all", "red", "green", "4"}) {
                QCOMPARE(counts.one(week(site, "class", name), "count"), std::string());
                QVERIFY(counts.one(week(site, "class", name), "hidden") != "");
            }
        }
    }

    void reasonsNeedThirtyAQuarter_data()
    {
        QTest::addColumn<int>("n");
        QTest::newRow("29") << 29;
        QTest::newRow("30") << 30;
    }
    void reasonsNeedThirtyAQuarter()
    {
        QFETCH(int, n);
        ReportCentre centre;
        // The last week of 2026-Q4.
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-12-28");
        centre.send("fjordby-1", "2026-12-28", centre.visits("2026-12-28", 1, n, {{"F1", {"wait"}}}));
        for (const char* day : {"2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"}) {
            centre.send("fjordby-1", day, {});
        }
        centre.night("2027-01-04");
        const Csv counts = centre.table("fjordby", 1, PackageKind::Tables, "counts");
        const Values row{{"period", "2026-Q4"}, {"place", "havnen"}, {"question", "F1"}};
        const auto with = [&](const char* name) {
            Values values = row;
            values["class"] = name;
            return counts.one(values, n < 30 ? "hidden" : "count");
        };
        QCOMPARE(with("all"), std::string(n < 30 ? "under-30" : "30"));
        QCOMPARE(with("wait"), std::string(n < 30 ? "under-30" : "30"));
        QCOMPARE(with("rules"), std::string(n < 30 ? "under-30" : "0"));
    }

    void degreeQuestionsAreCountedByQuarterWithoutDontKnow()
    {
        ReportCentre centre;
        centre.addStand("fjordby-1", "fjordby", "havnen", "2026-12-28");
        auto visits = centre.visits("2026-12-28", 4, 12, {{"A1", {"5"}}});
        for (auto& visit : centre.visits("2026-12-28", 4, 12, {{"A1", {"2"}}})) {
            visits.push_back(std::move(visit));
        }
        for (auto& visit : centre.visits("2026-12-28", 4, 7, {{"A1", {"dk"}}})) {
            visits.push_back(std::move(visit));
        }
        centre.send("fjordby-1", "2026-12-28", std::move(visits));
        for (const char* day : {"2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"}) {
            centre.send("fjordby-1", day, {});
        }
        centre.night("2027-01-04");
        const Csv means = centre.table("fjordby", 1, PackageKind::Tables, "means");
        QCOMPARE(means.where({{"question", "A1"}, {"place", "fjordby"}}).size(), std::size_t{1});
        QCOMPARE(means.one({{"question", "A1"}, {"place", "fjordby"}}, "mean"), std::string("3.5"));
        QCOMPARE(centre.table("fjordby", 1, PackageKind::Tables, "counts")
                     .one({{"question", "A1"}, {"place", "fjordby"}, {"class", "all"}}, "count"),
                 std::string("24"));
    }

    void whatIsPublishedNightAfterNightAddsUpToNothingSmall()
    {
        // Random fleets over seven weeks; then every pair of published counts of one place and kind is subtracted.
        for (unsigned seed = 0; seed < 6; ++seed) {
            std::mt19937 random(seed);
            ReportCentre centre;
            const std::vector<std::string> sites{"havnen", "kursus", "nord"};
            for (const auto& site : sites) {
                centre.addStand(site + "-1", "fjordby", site, "2026-10-05");
            }
            std::vector<ReportCentre::Sealed> held;
            core::Day day = test::day("2026-10-05");
            std::uint64_t nights = 0;
            for (int i = 0; i < 7; ++i) {
                const core::Day last{day.date + std::chrono::days{6}};
                for (std::size_t site = 0; site < sites.size(); ++site) {
                    const int usual = std::array{70, 9, 18}[site];
                    std::vector<wire::VisitRecord> visits;
                    for (int n = static_cast<int>(random() % static_cast<unsigned>(2 * usual)); n > 0; --n) {
                        visits.push_back(centre.visits(day.text(), 1 + static_cast<int>(random() % 5), 1).front());
                    }
                    auto sealed = centre.seal(sites[site] + "-1", day.text(), last.text(), std::move(visits));
                    if (random() % 5 == 0) {
                        held.push_back(std::move(sealed));
                    } else {
                        centre.deliver(sealed);
                    }
                }
                day = last.next();
                centre.night(day.text());
                ++nights;
                if (random() % 2 == 0) {
                    for (const auto& sealed : held) {
                        centre.deliver(sealed);
                    }
                    held.clear();
                }
            }
            centre.night("2026-12-20");
            ++nights;
            std::map<std::tuple<std::string, std::string>, std::set<int>> published; // by place and period
            for (std::uint64_t night = 1; night <= nights; ++night) {
                const Csv counts = centre.table("fjordby", night, PackageKind::Tables, "counts");
                for (const std::size_t row : counts.where({{"class", "all"}, {"question", "faces"}, {"hidden", ""}})) {
                    published[{counts.at(row, "place"), counts.at(row, "period")}].insert(
                        std::stoi(counts.at(row, "count")));
                }
            }
            int shown = 0;
            for (const auto& [key, values] : published) {
                int before = 0;
                for (const int value : values) {
                    QVERIFY2(value == before || value - before >= 10, qPrintable(QString::number(value - before)));
                    before = value;
                    ++shown;
                }
                // The municipality less what is shown of its sites, as of the last night.
            }
            QVERIFY(shown > 7);
            const Csv counts = centre.table("fjordby", nights, PackageKind::Tables, "counts");
            for (const std::size_t row :
                 counts.where({{"class", "all"}, {"place", "fjordby"}, {"question", "faces"}, {"hidden", ""}})) {
                int rest = std::stoi(counts.at(row, "count"));
                bool sameNight = true;
                for (const std::size_t site : counts.where({{"class", "all"},
                                                            {"place_kind", "site"},
                                                            {"question", "faces"},
                                                            {"hidden", ""},
                                                            {"period", counts.at(row, "period")}})) {
                    rest -= std::stoi(counts.at(site, "count"));
                    sameNight = sameNight && counts.at(site, "as_of_night") == counts.at(row, "as_of_night");
                }
                QVERIFY2(!sameNight || rest == 0 || rest >= 10, qPrintable(QString::number(rest)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTables)
#include "test_tables.moc"
