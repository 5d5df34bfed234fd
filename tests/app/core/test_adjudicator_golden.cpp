// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/adjudicate/taps.h"
#include "app/adjudicate/verdicts_csv.h"
#include "app/citizens/write.h"

#include <QTest>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// What `headline` makes of three days with a little of everything, tap by tap: data/golden_taps.csv in, data/golden_verdicts.csv
// out. A change of the rule shows here; look at each changed line before it is kept:
//
//   SMILEY_WRITE_GOLDEN=1 app_core_adjudicator_golden       writes the verdicts anew
//   SMILEY_WRITE_GOLDEN=taps app_core_adjudicator_golden    simulates the taps anew first

using namespace smiley;

namespace {

const std::string folder = std::string(SMILEY_SOURCE_DIR) + "/tests/app/core/data/";

std::string read(const std::string& name)
{
    std::ifstream file(folder + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& name, std::string_view text)
{
    std::ofstream file(folder + name, std::ios::binary);
    file << text;
}

/// A little of everything.
std::string simulatedTaps()
{
    citizens::Scenario s;
    s.days = 3;
    s.respondentsPerDay = 70;
    s.queueBurstsPerDay = 2;
    s.childEpisodesPerDay = 1.5;
    s.staffRunsPerDay = 0.7;
    s.agreeingPerDay = 0.7;
    s.couplesPerDay = 2;
    s.mashersPerDay = 0.5;
    s.cleanersPerDay = 2;
    s.closedTapsPerDay = 2;
    s.pTryAll = 0.02;
    s.pWithdraw = 0.04;
    s.ticketShare = 0.05;
    s.pNextPressed = 0.1;
    s.invitationS = 10;
    s.pollShare = 0.3;
    s.pollBack = 0.1;
    s.pollTakeover = 0.1;
    return citizens::tapsCsv(citizens::simulate(s, 20261122));
}

std::string verdictsOf(std::string_view csv)
{
    adjudicate::Taps taps;
    adjudicate::TapReader reader([&](const adjudicate::TapRow& row) { return taps.add(row); });
    reader.feed(csv);
    reader.end();
    if (!reader.faults().empty()) {
        return "can't be read: " + describe(reader.faults().front());
    }
    std::string text;
    const auto verdicts = adjudicate::Verdicts::of(taps, *core::Policy::named("headline"), adjudicate::Detail::Plain);
    if (!verdicts.write(adjudicate::Format::Csv, [&](std::string_view piece) {
            text += piece;
            return true;
        })) {
        return "can't be written";
    }
    return text;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace

class TestAdjudicatorGolden : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const char* asked = std::getenv("SMILEY_WRITE_GOLDEN");
        if (asked != nullptr) {
            if (std::string_view(asked) == "taps") {
                write("golden_taps.csv", simulatedTaps());
            }
            write("golden_verdicts.csv", verdictsOf(read("golden_taps.csv")));
        }
    }

    void everyTapGetsTheVerdictThatWasLookedAt()
    {
        const auto taps = linesOf(read("golden_taps.csv"));
        const auto expected = linesOf(read("golden_verdicts.csv"));
        const auto made = linesOf(verdictsOf(read("golden_taps.csv")));
        QVERIFY(taps.size() > 300);
        QCOMPARE(made.size(), taps.size());
        QStringList changed;
        for (std::size_t line = 0; line < made.size(); ++line) {
            const std::string was = line < expected.size() ? expected[line] : "";
            if (made[line] != was) {
                changed += QString("%1 was %2 is %3")
                               .arg(QString::fromStdString(taps[line]), QString::fromStdString(was),
                                    QString::fromStdString(made[line]));
            }
        }
        QVERIFY2(changed.empty(), qPrintable("\n" + changed.join("\n")));
        QCOMPARE(made.size(), expected.size());
    }

    void everyKindOfVerdictIsAmongThem_data()
    {
        QTest::addColumn<QString>("verdict");
        for (const char* verdict :
             {"count,1,OK", "count,1,OK_LAST", "count,1,TICKET", "merged,0,SAME_VISIT", "merged,0,REPLACED",
              "merged,0,CLAIMED_NEW", "excluded,0,WITHDRAWN", "count,1,POLL_OTHER", "excluded,0,BURST_PLAY",
              "excluded,0,RUN_IMPLAUSIBLE", "excluded,0,CLOSED_HOURS", "excluded,0,MAINTENANCE"}) {
            QTest::newRow(verdict) << verdict;
        }
    }
    void everyKindOfVerdictIsAmongThem()
    {
        QFETCH(QString, verdict);
        const QString all = QString::fromStdString(read("golden_verdicts.csv"));
        QVERIFY(all.contains("," + verdict + "\r\n"));
    }
};

QTEST_APPLESS_MAIN(TestAdjudicatorGolden)
#include "test_adjudicator_golden.moc"
