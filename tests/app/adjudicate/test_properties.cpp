// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/taps.h"
#include "app/adjudicate/taps_csv.h"
#include "app/adjudicate/verdicts_csv.h"
#include "app/core/adjudicator.h"
#include "app/core/policy.h"

#include <QTest>
#include <rapidcheck.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

// What holds for every file of taps, whatever is in it.

using namespace smiley;
using namespace smiley::adjudicate;

namespace {

struct OwnedRow {
    std::string id;
    std::string kiosk;
    std::string day;
    std::string ticket;
    core::TapView tap;

    [[nodiscard]] TapRow view() const { return {id, kiosk, day, ticket, tap}; }
};

rc::Gen<std::string> names()
{
    return rc::gen::resize(8, rc::gen::nonEmpty(rc::gen::container<std::string>(
                                  rc::gen::element('a', 'B', '1', '0', ' ', ',', '"', ';', '-', '=', '\''))));
}

std::optional<std::uint32_t> passages()
{
    return *rc::gen::inRange(0, 3) == 0 ? std::nullopt : std::optional(*rc::gen::arbitrary<std::uint32_t>());
}

/// Some kiosks and days, their rows among each other.
std::vector<OwnedRow> aFile()
{
    std::vector<OwnedRow> rows;
    std::set<std::string> ids;
    std::map<std::string, std::pair<std::uint32_t, std::int64_t>> clocks;
    const auto kiosks = *rc::gen::container<std::vector<std::string>>(3, names());
    const auto size = *rc::gen::inRange<std::size_t>(0, 40);
    while (rows.size() < size) {
        OwnedRow row;
        row.id =
            *rc::gen::oneOf(names(), rc::gen::map(rc::gen::inRange(0, 200), [](int id) { return std::to_string(id); }));
        if (!ids.insert(row.id).second) {
            continue;
        }
        row.kiosk = *rc::gen::elementOf(kiosks);
        row.day = *rc::gen::element<std::string>("0", "1", "2026-11-22");
        row.ticket = *rc::gen::weightedOneOf<std::string>({{3, rc::gen::just(std::string())}, {1, names()}});
        auto& [boot, ms] = clocks[row.kiosk + '\n' + row.day];
        if (*rc::gen::inRange(0, 12) == 0) {
            ++boot;
            ms = *rc::gen::inRange<std::int64_t>(-5000, 5000);
        }
        ms += *rc::gen::inRange<std::int64_t>(0, 60000);
        row.tap.boot = boot;
        row.tap.at = core::MonotonicMs{ms};
        row.tap.face = *core::faceOf(*rc::gen::inRange(1, 6));
        row.tap.presence = static_cast<core::Presence>(*rc::gen::inRange(-1, 2));
        row.tap.screen = static_cast<core::ScreenContext>(*rc::gen::inRange(0, 5));
        row.tap.mode = static_cast<core::Mode>(*rc::gen::inRange(0, 5));
        row.tap.clock = static_cast<core::ClockQuality>(*rc::gen::inRange(0, 3));
        row.tap.doors = passages();
        row.tap.left = passages();
        row.tap.ticket = core::ticketKey(row.ticket);
        row.tap.withdrawn = *rc::gen::inRange(0, 10) == 0;
        row.tap.tap = rows.size() + 1;
        rows.push_back(row);
    }
    return rows;
}

std::string written(const std::vector<OwnedRow>& rows)
{
    std::string csv;
    appendHeader(csv);
    for (const OwnedRow& row : rows) {
        appendRow(csv, row.view());
    }
    return csv;
}

bool sameTap(const core::TapView& a, const core::TapView& b)
{
    return a.tap == b.tap && a.boot == b.boot && a.at == b.at && a.face == b.face && a.screen == b.screen &&
           a.presence == b.presence && a.doors == b.doors && a.left == b.left && a.ticket == b.ticket &&
           a.mode == b.mode && a.clock == b.clock && a.withdrawn == b.withdrawn;
}

void readInto(Taps& taps, const std::string& csv)
{
    TapReader reader([&taps](const TapRow& row) { return taps.add(row); });
    reader.feed(csv);
    reader.end();
    RC_ASSERT(reader.faults().empty());
}

std::string verdictsOf(const std::string& csv, const char* policy, Detail detail, Format format)
{
    Taps taps;
    readInto(taps, csv);
    std::string text;
    RC_ASSERT(Verdicts::of(taps, *core::Policy::named(policy), detail).write(format, [&text](std::string_view piece) {
        text += piece;
        return true;
    }));
    return text;
}

/// The first fields of each line but the first.
std::vector<std::vector<std::string>> cells(const std::string& csv)
{
    std::vector<std::vector<std::string>> lines{{}};
    std::string field;
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (quoted ? csv[i] == '"' && (i + 1 == csv.size() || csv[i + 1] != '"') : csv[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && (csv[i] == ',' || csv[i] == '\n')) {
            lines.back().push_back(std::exchange(field, {}));
            if (csv[i] == '\n') {
                lines.emplace_back();
            }
        } else if (quoted || csv[i] != '\r') {
            i += quoted && csv[i] == '"' ? 1U : 0U;
            field += csv[i];
        }
    }
    lines.pop_back();
    lines.erase(lines.begin());
    return lines;
}

} // namespace

class TestProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "max_success=1000 seed=20261122"); }

    void whatIsWrittenIsReadAgainAlike()
    {
        QVERIFY(rc::check([] {
            const auto rows = aFile();
            const std::string csv = written(rows);
            std::size_t at = 0;
            TapReader reader([&](const TapRow& row) -> TapReader::Complaint {
                RC_ASSERT(at < rows.size());
                const OwnedRow& expected = rows[at++];
                RC_ASSERT(row.id == expected.id && row.kiosk == expected.kiosk && row.day == expected.day &&
                          row.ticket == expected.ticket && sameTap(row.tap, expected.tap));
                return {};
            });
            const std::size_t piece = *rc::gen::inRange<std::size_t>(1, 300);
            for (std::size_t begin = 0; begin < csv.size(); begin += piece) {
                reader.feed(std::string_view(csv).substr(begin, piece));
            }
            reader.end();
            RC_ASSERT(reader.faults().empty());
            RC_ASSERT(at == rows.size());
        }));
    }

    void everyRawTapHasOneVerdictInTheOrderOfTheFile()
    {
        QVERIFY(rc::check([] {
            const auto rows = aFile();
            const auto* const policy = *rc::gen::element("raw", "window:5", "strict", "headline", "loose");
            const auto detail = *rc::gen::element(Detail::Plain, Detail::Explained);
            const auto lines = cells(verdictsOf(written(rows), policy, detail, Format::Csv));
            RC_ASSERT(lines.size() == rows.size());
            std::map<std::string, std::size_t> placeOf;
            std::map<std::string, int> countedPerVisit;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                RC_ASSERT(lines[i].size() == (detail == Detail::Plain ? 5U : 11U));
                RC_ASSERT(lines[i][0] == rows[i].id);
                placeOf[rows[i].id] = i;
                const bool counts = lines[i][2] == "count";
                RC_ASSERT(counts || lines[i][2] == "merged" || lines[i][2] == "excluded");
                RC_ASSERT(lines[i][3] == (counts ? "1" : "0"));
                countedPerVisit[lines[i][1]] += counts ? 1 : 0;
                // A visit is named by its first tap, and lies within one kiosk and day.
                const auto first = placeOf.find(lines[i][1]);
                RC_ASSERT(first != placeOf.end());
                RC_ASSERT(rows[first->second].kiosk == rows[i].kiosk && rows[first->second].day == rows[i].day);
            }
            for (const auto& [visit, counted] : countedPerVisit) {
                RC_ASSERT(counted <= 1);
            }
        }));
    }

    void eachDayIsAdjudicatedWithWhatTheKioskHadTaughtBefore()
    {
        // Busy days with a sensor and a counter that the engine has to get to know; two kiosks among each other.
        std::mt19937 random(20261122);
        const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
        const core::Policy policy = *core::Policy::named("headline");
        std::map<std::string, core::StandMemory> memories;
        std::vector<OwnedRow> rows;
        std::vector<std::vector<std::string>> expected;
        for (int day = 0; day < 12; ++day) {
            for (const char* kiosk : {"A", "B"}) {
                std::vector<core::TapView> taps;
                std::int64_t ms = 0;
                std::uint32_t doors = 0;
                for (int i = 0; i < 150; ++i) {
                    OwnedRow row{std::to_string(rows.size() + 7), kiosk, std::to_string(day), {}, {}};
                    ms += below(3) == 0 ? 1000 + below(20000) : 20000 + below(200000);
                    doors += below(3);
                    row.tap.tap = rows.size() + 1;
                    row.tap.at = core::MonotonicMs{ms};
                    row.tap.face = *core::faceOf(static_cast<int>(1 + below(5)));
                    row.tap.presence = below(4) == 0 ? core::Presence::Continuous : core::Presence::Broken;
                    row.tap.doors = doors;
                    row.tap.left = below(3);
                    taps.push_back(row.tap);
                    rows.push_back(row);
                }
                const core::AdjudicatedDay adjudicated = core::adjudicateDay(policy, taps, memories[kiosk]);
                memories[kiosk] = adjudicated.after;
                for (const core::Verdict& verdict : adjudicated.verdicts) {
                    expected.push_back({std::to_string(verdict.tap + 6), std::to_string(verdict.visit + 6),
                                        std::string(core::code(verdict.outcome)),
                                        verdict.outcome == core::Outcome::Count ? "1" : "0",
                                        std::string(core::code(verdict.reason))});
                }
            }
        }
        QVERIFY(cells(verdictsOf(written(rows), "headline", Detail::Plain, Format::Csv)) == expected);
    }

    void verdictsDoNotDependOnWhetherTheyAreExplainedNorOnOtherKiosks()
    {
        QVERIFY(rc::check([] {
            const auto rows = aFile();
            const auto all = cells(verdictsOf(written(rows), "headline", Detail::Plain, Format::Csv));
            auto explained = cells(verdictsOf(written(rows), "headline", Detail::Explained, Format::Csv));
            for (auto& line : explained) {
                line.resize(5);
            }
            RC_ASSERT(explained == all);

            std::map<std::string, std::vector<OwnedRow>> perKiosk;
            std::map<std::string, std::vector<std::vector<std::string>>> expected;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                perKiosk[rows[i].kiosk].push_back(rows[i]);
                expected[rows[i].kiosk].push_back(all[i]);
            }
            for (const auto& [kiosk, own] : perKiosk) {
                RC_ASSERT(cells(verdictsOf(written(own), "headline", Detail::Plain, Format::Csv)) == expected[kiosk]);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestProperties)
#include "test_properties.moc"
