// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/tables.h"

#include "sync/report/quality.h"
#include "sync/report/sensitivity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace smiley::report {

namespace {

// Why a cell is empty.
constexpr const char* shown = "";
constexpr const char* few =
    "few"; // under the floor (10, or what was promised), or hidden so that such a one can't be worked out
constexpr const char* notEnded = "not-ended"; // the period runs
constexpr const char* waiting = "waiting";    // ended, days are still expected
constexpr const char* noAnswers = "no-answers";
constexpr const char* underTwenty = "under-20"; // five classes need 20, here and in what could be worked out
constexpr const char* underThirty = "under-30"; // reasons need 30, likewise

constexpr std::array<const char*, 3> threeNames{"red", "yellow", "green"};
constexpr std::array<unsigned, 3> threeBits{0b00011U, 0b00100U, 0b11000U};

std::string decimal(double value, int decimals)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

std::string percentText(double share) { return decimal(share * 100, 1); }

/// A period at a place: what the rows begin with, and the gate's node.
struct Spot {
    std::optional<std::size_t> site;
    Period period;
    std::size_t firstWeek = 0;
    std::size_t lastWeek = 0;
    std::uint64_t ready = 0;
};

std::vector<Spot> spotsOf(const NightView& view, const QuarterFigures& figures, bool quarterOnly)
{
    std::vector<Period> periods{figures.tree.quarter};
    if (!quarterOnly) {
        periods.insert(periods.end(), figures.tree.months.begin(), figures.tree.months.end());
        periods.insert(periods.end(), figures.tree.weeks.begin(), figures.tree.weeks.end());
    }
    std::optional<core::Day> begin;
    for (const central::Stand& stand : view.stands) {
        if (const auto from = expectedFrom(stand, view.night.stampedAt)) {
            begin = std::min(begin.value_or(*from), *from);
        }
    }
    std::vector<Spot> spots;
    for (const Period& period : periods) {
        if (!begin || period.last < *begin || period.first >= view.day()) {
            continue; // before the first stand, or not yet begun
        }
        Spot spot{std::nullopt, period, 0, 0, 0};
        spot.firstWeek = static_cast<std::size_t>(period.first.daysSince(figures.tree.quarter.first) / 7);
        spot.lastWeek = static_cast<std::size_t>(period.last.daysSince(figures.tree.quarter.first) / 7);
        bool ready = true;
        for (std::size_t week = spot.firstWeek; week <= spot.lastWeek; ++week) {
            ready = ready && figures.weekReady[week] != 0;
            spot.ready = std::max(spot.ready, figures.weekReady[week]);
        }
        spot.ready = ready ? spot.ready : 0;
        spots.push_back(spot);
        for (std::size_t site = 0; site < view.sites.size(); ++site) {
            spot.site = site;
            spots.push_back(spot);
        }
    }
    return spots;
}

/// The tables while they are filled.
struct Filled {
    Table counts;
    Table means;
    Table shares;
    PanelTables panel = emptyPanel();
};

class Writer {
public:
    Writer(const NightView& view, Filled& filled) : m_view(view), m_filled(filled) {}

    /// All rows of one question in one quarter.
    void write(const QuarterFigures& figures, const Variable& variable, const Cells& cells)
    {
        const bool reasons = variable.kind == Variable::Kind::Reasons;
        const std::vector<Spot> spots = spotsOf(m_view, figures, variable.kind != Variable::Kind::Faces);
        std::vector<const Spot*> readySpots;
        std::vector<GateNode> nodes;
        for (const Spot& spot : spots) {
            if (spot.ready != 0) {
                readySpots.push_back(&spot);
                nodes.push_back({spot.site, spot.firstWeek, spot.lastWeek, spot.ready});
            }
        }
        std::vector<GateCell> gateCells;
        for (const auto& [key, content] : cells) {
            gateCells.push_back(
                {key.site, key.week, key.night, content.n, core::total(content.scores), content.promise});
        }
        const Release count = release(reasons ? Level::Reasons : Level::Count, gateCells, nodes);
        const Release three = reasons ? Release{} : release(Level::Three, gateCells, nodes, &count);
        const Release five = reasons ? Release{} : release(Level::Five, gateCells, nodes, &three);

        std::size_t node = 0;
        for (const Spot& spot : spots) {
            m_prefix = prefixOf(spot, variable);
            if (spot.ready == 0) {
                const char* why = spot.period.last >= m_view.day() ? notEnded : waiting;
                reasons ? hideReasons(figures, variable, why) : hideAll(why);
                hidePanelAt(spot, variable, why, figures);
                continue;
            }
            const auto contentAt = [&](const Release& released) -> std::optional<CellContent> {
                if (released[node].empty()) {
                    return std::nullopt;
                }
                m_night = released[node].back();
                return contentOf(nodes[node], cells, m_night);
            };
            if (reasons) {
                const auto content = contentAt(count);
                content ? writeReasons(figures, variable, *content) : hideReasons(figures, variable, underThirty);
            } else if (const auto counted = contentAt(count)) {
                writeCount(*counted);
                auto exact = contentAt(three);
                if (!exact && !mayShow(Level::Three, counted->n, core::total(counted->scores), counted->promise)) {
                    contentAt(count);
                    exact = counted; // nearly unanimous: shown by bounds only
                }
                const PolicyCell policies =
                    variable.kind == Variable::Kind::Faces ? policiesOf(nodes[node], figures) : PolicyCell{};
                if (exact) {
                    writeThree(*exact, policies.counting.of(exact->n));
                } else {
                    hideThree(few);
                }
                if (!three[node].empty()) {
                    addPanelAt(spot, variable, policies, *exact);
                } else {
                    hidePanelAt(spot, variable, counted->n == 0 ? noAnswers : few, figures);
                }
                const auto fiveWay = contentAt(five);
                if (fiveWay) {
                    const wire::Counting counting = variable.kind == Variable::Kind::Faces
                                                        ? policiesOf(nodes[node], figures).counting
                                                        : wire::Counting{};
                    writeFive(*fiveWay, counting.of(fiveWay->n));
                } else {
                    hideFive(counted->n == 0 ? noAnswers : underTwenty);
                }
            } else {
                hideAll(few);
                hidePanelAt(spot, variable, few, figures);
            }
            ++node;
        }
        addPanels(m_filled.panel, m_panel);
        m_panel.clear();
    }

private:
    static CellContent contentOf(const GateNode& node, const Cells& cells, std::uint64_t night)
    {
        CellContent sum;
        for (const auto& [key, content] : cells) {
            if (!contains(node, {key.site, key.week, key.night}, night)) {
                continue;
            }
            sum.n += content.n;
            sum.promise = std::max(sum.promise, content.promise);
            for (const auto& [cluster, scores] : content.scores) {
                for (std::size_t i = 0; i < 5; ++i) {
                    sum.scores[cluster][i] += scores[i];
                }
            }
            for (const auto& [option, number] : content.options) {
                sum.options[option] += number;
            }
        }
        return sum;
    }

    /// As of m_night.
    PolicyCell policiesOf(const GateNode& node, const QuarterFigures& figures) const
    {
        PolicyCell sum;
        for (const auto& [key, policies] : figures.policies) {
            if (contains(node, {key.site, key.week, key.night}, m_night)) {
                sum.add(policies);
            }
        }
        return sum;
    }

    /// The panel is of the core question, per quarter.
    static bool hasPanel(const Spot& spot, const Variable& variable)
    {
        return variable.kind == Variable::Kind::Faces && spot.period.kind == PeriodKind::Quarter;
    }
    [[nodiscard]] std::vector<std::string> panelPrefix() const { return {m_prefix.begin() + 1, m_prefix.begin() + 6}; }
    void addPanelAt(const Spot& spot, const Variable& variable, const PolicyCell& policies, const CellContent& content)
    {
        if (hasPanel(spot, variable)) {
            m_panel.push_back({panelPrefix(), "", policies, core::total(content.scores), m_night});
        }
    }
    void hidePanelAt(const Spot& spot, const Variable& variable, const char* why, const QuarterFigures& figures)
    {
        if (hasPanel(spot, variable)) {
            m_night = m_view.night.number;
            m_panel.push_back(
                {panelPrefix(), why, policiesOf({spot.site, spot.firstWeek, spot.lastWeek, 0}, figures), {}, 0});
        }
    }

    std::vector<std::string> prefixOf(const Spot& spot, const Variable& variable) const
    {
        return {std::string(text(spot.period.kind)),
                spot.period.name,
                spot.period.first.text(),
                spot.period.last.text(),
                spot.site ? "site" : "municipality",
                spot.site ? m_view.sites[*spot.site].id.text() : m_view.municipality.id.text(),
                variable.question,
                variable.wording};
    }

    void add(Table& table, std::vector<std::string> cells, const char* hidden)
    {
        std::vector<std::string> row = m_prefix;
        row.insert(row.end(), cells.begin(), cells.end());
        row.push_back(*hidden == '\0' ? std::to_string(m_night) : "");
        row.emplace_back(hidden);
        table.rows.push_back(std::move(row));
    }

    void addCount(const std::string& name, core::CountRange range)
    {
        const bool exact = range.low == range.high;
        add(m_filled.counts,
            {name, exact ? std::to_string(range.low) : "", std::to_string(range.low), std::to_string(range.high)},
            shown);
    }
    void hideCount(const std::string& name, const char* why) { add(m_filled.counts, {name, "", "", ""}, why); }

    void hideAll(const char* why)
    {
        hideCount("all", why);
        hideThree(why);
        hideFive(why);
    }

    void hideThree(const char* why)
    {
        add(m_filled.means, {"", "", "", "", "", ""}, why);
        for (const char* name : threeNames) {
            hideCount(name, why);
            add(m_filled.shares, {"three", name, "", "", "", "", ""}, why);
        }
    }

    void hideFive(const char* why)
    {
        for (int score = 1; score <= 5; ++score) {
            hideCount(std::to_string(score), why);
            add(m_filled.shares, {"five", std::to_string(score), "", "", "", "", ""}, why);
        }
    }

    void writeCount(const CellContent& content) { addCount("all", {content.n, content.n}); }

    void writeThree(const CellContent& content, const wire::Counting& counting)
    {
        if (content.n == 0) {
            hideThree(noAnswers);
            return;
        }
        const core::ScoreCounts scores = core::total(content.scores);
        const core::ThreeView view = core::threeView(scores);
        if (const auto mean = core::meanOf(content.scores, counting.mean)) {
            const char* bound = view.meanBound == core::MeanBound::AtMost    ? "at-most"
                                : view.meanBound == core::MeanBound::AtLeast ? "at-least"
                                                                             : "";
            const int decimals = view.bounded ? 1 : mean->decimals;
            // Where classes are bounded, the interval would tell how they lie.
            add(m_filled.means,
                {decimal(view.mean, decimals), bound, view.bounded ? "" : decimal(mean->interval.low, decimals),
                 view.bounded ? "" : decimal(mean->interval.high, decimals), std::to_string(mean->days),
                 mean->fewDays ? "true" : "false"},
                shown);
        }
        const core::ThreeCounts three = core::threeOf(scores);
        const std::vector<int> percents = core::roundedPercents({three.begin(), three.end()});
        const double n = static_cast<double>(content.n);
        for (std::size_t i = 0; i < 3; ++i) {
            const core::CountRange range = view.classes[i];
            addCount(threeNames[i], range);
            if (view.bounded) {
                const auto low = static_cast<double>(range.low);
                const auto high = static_cast<double>(range.high);
                addShare("three", threeNames[i], std::nullopt, std::floor(low / n * 100), std::ceil(high / n * 100),
                         {core::wilson(low, n, core::boundedDesignEffect).low,
                          core::wilson(high, n, core::boundedDesignEffect).high});
            } else if (const auto share = core::shareOf(content.scores, threeBits[i], counting.three.at(i))) {
                addShare("three", threeNames[i], percents[i], percents[i], percents[i], share->interval);
            }
        }
    }

    void writeFive(const CellContent& content, const wire::Counting& counting)
    {
        if (content.n == 0) {
            hideFive(noAnswers);
            return;
        }
        const core::ScoreCounts scores = core::total(content.scores);
        const std::vector<int> percents = core::roundedPercents({scores.begin(), scores.end()});
        for (std::size_t i = 0; i < 5; ++i) {
            const std::string name = std::to_string(i + 1);
            addCount(name, {scores[i], scores[i]});
            if (const auto share = core::shareOf(content.scores, 1U << i, counting.five.at(i))) {
                addShare("five", name, percents[i], percents[i], percents[i], share->interval);
            }
        }
    }

    void addShare(const char* scale, const std::string& name, std::optional<int> percent, double low, double high,
                  core::Interval interval)
    {
        add(m_filled.shares,
            {scale, name, percent ? std::to_string(*percent) : "", decimal(low, 0), decimal(high, 0),
             percentText(interval.low), percentText(interval.high)},
            shown);
    }

    void writeReasons(const QuarterFigures& figures, const Variable& variable, const CellContent& content)
    {
        addCount("all", {content.n, content.n});
        for (const std::string& option : optionsOf(figures, variable)) {
            const auto found = content.options.find(option);
            const std::uint64_t number = found == content.options.end() ? 0 : found->second;
            addCount(option, {number, number});
        }
    }

    void hideReasons(const QuarterFigures& figures, const Variable& variable, const char* why)
    {
        hideCount("all", why);
        for (const std::string& option : optionsOf(figures, variable)) {
            hideCount(option, why);
        }
    }

    static std::vector<std::string> optionsOf(const QuarterFigures& figures, const Variable& variable)
    {
        const auto found = figures.options.find(variable);
        return found == figures.options.end() ? std::vector<std::string>{} : found->second;
    }

    const NightView& m_view;
    Filled& m_filled;
    std::vector<std::string> m_prefix;
    std::uint64_t m_night = 0;
    std::vector<PanelPlace> m_panel; ///< of the quarter that is written
};

std::vector<Field> fieldsWith(std::vector<Field> own)
{
    std::vector<Field> fields{
        {"period_kind", FieldType::String, "week, month or quarter"},
        {"period", FieldType::String, "2026-W48, 2026-11, 2026-Q4; a week belongs to the month of its Thursday"},
        {"first_day", FieldType::Date, "first day of the period, a Monday"},
        {"last_day", FieldType::Date, "last day of the period, a Sunday"},
        {"place_kind", FieldType::String, "municipality or site"},
        {"place", FieldType::String, "the municipality or the site"},
        {"question", FieldType::String, "id of the question; faces: the core question"},
        {"wording", FieldType::String, "the question in Danish; another wording is another question; faces: empty"},
    };
    fields.insert(fields.end(), own.begin(), own.end());
    fields.push_back({"as_of_night", FieldType::Integer, "the night up to which answers are in the figure"});
    fields.push_back(
        {"hidden", FieldType::String,
         "why there is no figure: few (under 10 answers or what a stand promises its visitors, or hidden so that such "
         "a figure can't be worked out), under-20 (five classes), under-30 (reasons, or more as promised), not-ended, "
         "waiting (days are still expected), "
         "no-answers; empty: shown"});
    return fields;
}

Filled emptyTables()
{
    Filled filled;
    filled.counts.name = "counts";
    filled.counts.description = "How many counted answers, in all and by class.";
    filled.counts.fields = fieldsWith({
        {"class", FieldType::String,
         "all; red (1-2), yellow (3), green (4-5); 1 .. 5; or an option of a reason question"},
        {"count", FieldType::Integer, "answers; empty where only the bounds are shown"},
        {"count_low", FieldType::Integer, "at least; under 20 answers a class of none or one is 0 to 1"},
        {"count_high", FieldType::Integer, "at most"},
    });
    filled.means.name = "means";
    filled.means.description = "Mean of 1 (worst) .. 5 (best) with its 95 % interval, clustered by day.";
    filled.means.fields = fieldsWith({
        {"mean", FieldType::Number, "mean; two decimals only where the interval is narrow"},
        {"bound", FieldType::String,
         "at-least or at-most: under 20 answers that are nearly all alike; empty: the mean itself"},
        {"interval_low", FieldType::Number, "lower end of the 95 % interval; empty where classes are bounded"},
        {"interval_high", FieldType::Number, "upper end"},
        {"days", FieldType::Integer, "days (or spans of days) with answers, the clusters of the interval"},
        {"few_days", FieldType::Boolean, "under four: the variance between days is not known, it is taken double"},
    });
    filled.shares.name = "shares";
    filled.shares.description = "Shares in percent with their 95 % interval (Wilson, effective number of answers).";
    filled.shares.fields = fieldsWith({
        {"scale", FieldType::String, "three or five"},
        {"class", FieldType::String, "red, yellow, green; or 1 .. 5"},
        {"percent", FieldType::Integer, "whole percent, adding up to 100; empty where only the bounds are shown"},
        {"percent_low", FieldType::Integer, "at least"},
        {"percent_high", FieldType::Integer, "at most"},
        {"interval_low", FieldType::Number, "lower end of the 95 % interval, percent"},
        {"interval_high", FieldType::Number, "upper end, percent"},
    });
    return filled;
}

std::string readme(const NightView& view)
{
    return "# Figures of " + view.municipality.name + ", night " + std::to_string(view.night.number) + "\n\n" +
           (view.identity.example ? "EXAMPLE DATA: nobody gave these answers.\n\n" : "") +
           "Counts, means and shares per municipality and site. One visit gives one answer; only counted visits are "
           "in.\n\n"
           "Periods are weeks (ISO 8601), months and quarters made of whole weeks: a week belongs to the month of its "
           "Thursday. A week is shown when it has ended and every expected day has come, at the latest in the first "
           "night "
           "more than " +
           std::to_string(waitDaysMax) +
           " days after its end. What comes later is added in the night in "
           "which it came (`as_of_night`), where the difference alone could be shown too.\n\n"
           "Small numbers: nothing under 10 answers, five classes from 20, reasons from 30 a quarter. Where a stand "
           "promises its visitors that figures are shown from more answers, nothing with an answer of that time is "
           "shown under that number; of several the largest. A figure is also "
           "hidden where somebody could work out one of those from it (`hidden`). Under 20 answers, a class of none or "
           "one is shown as 0 to 1.\n\n"
           "Intervals are for chance between days and for how unsure the counting is; who didn't answer may differ "
           "from "
           "who did. `sensitivity` shows the figures under other counting rules. How much the rule loses and lets "
           "through "
           "is simulated until an observer has counted at the stand: `accuracy` says where (\"optalt på stedet\") and "
           "where not (\"simuleret nøjagtighed\").\n";
}

} // namespace

std::vector<Table> tablesOf(const NightView& view, const std::vector<QuarterFigures>& quarters)
{
    Filled filled = emptyTables();
    Writer writer(view, filled);
    for (const QuarterFigures& figures : quarters) {
        const Variable faces{Variable::Kind::Faces, "faces", ""};
        if (!figures.cells.contains(faces)) {
            writer.write(figures, faces, {});
        }
        for (const auto& [variable, cells] : figures.cells) {
            writer.write(figures, variable, cells);
        }
    }
    return {std::move(filled.counts),         std::move(filled.means),
            std::move(filled.shares),         std::move(filled.panel.sensitivity),
            std::move(filled.panel.verdicts), accuracyTable(view)};
}

central::Kept<DataPackage> tablesPackage(central::Ledger& ledger, const NightView& view)
{
    auto quarters = figuresOf(ledger, view);
    if (!quarters) {
        return quarters.error();
    }
    DataPackage package;
    package.name = "smileystand-tables-" + view.municipality.id.text() + "-" + std::to_string(view.night.number);
    package.title = "Figures, " + view.municipality.name + ", night " + std::to_string(view.night.number);
    package.description =
        std::string(view.identity.example ? "EXAMPLE DATA. " : "") +
        "Counts, means and shares per municipality and site; nothing under 10 answers, or what stands promise.";
    package.created = utcText(view.night.stampedAt);
    package.readme = readme(view);
    package.tables = tablesOf(view, *quarters);
    return package;
}

} // namespace smiley::report
