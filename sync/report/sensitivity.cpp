// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/sensitivity.h"

#include "sync/report/gate.h"
#include "sync/report/verdict_cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string_view>

namespace smiley::report {

namespace {

/// What is compared; the headline first, so that it is the one that is shown.
constexpr std::array<const char*, 4> comparedPolicies{"headline", "raw", "strict", "loose"};
constexpr std::array<const char*, 4> besides{withoutClaims, runsExcluded, runsCounted, "shadow"};

constexpr double tiny = 1e-9; // 3.2 is not 3.2000000000000002 rounded up

double meanOfCounts(const core::ScoreCounts& scores)
{
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sum += static_cast<double>((i + 1) * scores.at(i));
    }
    return sum / static_cast<double>(core::answers(scores));
}

double redOf(const core::ScoreCounts& scores)
{
    return static_cast<double>(scores[0] + scores[1]) / static_cast<double>(core::answers(scores));
}

std::string oneDecimal(double value, char point)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::replace(text.begin(), text.end(), '.', point);
    return text.data();
}

const core::ScoreCounts& facesOf(const PolicyCell& policies, const std::string& policy)
{
    static const core::ScoreCounts none{};
    const auto found = policies.faces.find(policy);
    return found == policies.faces.end() ? none : found->second;
}

std::vector<Field> panelFields(std::vector<Field> own)
{
    std::vector<Field> fields{
        {"period", FieldType::String, "quarter, as 2026-Q4"},
        {"first_day", FieldType::Date, "its first day, a Monday"},
        {"last_day", FieldType::Date, "its last day, a Sunday"},
        {"place_kind", FieldType::String, "municipality or site"},
        {"place", FieldType::String, "the municipality or the site"},
    };
    fields.insert(fields.end(), own.begin(), own.end());
    fields.push_back({"as_of_night", FieldType::Integer, "the night up to which answers are in the figure"});
    fields.push_back({"hidden", FieldType::String,
                      "why there is no figure: few (under 10 or what was promised), under-30 (answers of the place, "
                      "likewise), near (it has nearly as "
                      "many answers as one that is shown, or would come out as the municipality less other sites), "
                      "part (a policy on trial for a part of the period), uneven "
                      "(envelopes reach over the end of the period), not-ended, waiting, no-answers; empty: shown"});
    return fields;
}

void add(Table& table, const std::vector<std::string>& prefix, std::vector<std::string> cells, std::uint64_t night,
         const char* hidden)
{
    std::vector<std::string> row = prefix;
    row.insert(row.end(), std::make_move_iterator(cells.begin()), std::make_move_iterator(cells.end()));
    row.push_back(*hidden == '\0' ? std::to_string(night) : "");
    row.emplace_back(hidden);
    table.rows.push_back(std::move(row));
}

/// Whether a set of n answers may stand beside those that are shown.
bool mayStandBeside(const std::vector<std::uint64_t>& shown, std::uint64_t n, std::uint64_t floor)
{
    return std::all_of(shown.begin(), shown.end(), [&](std::uint64_t other) {
        const std::uint64_t apart = n > other ? n - other : other - n;
        return apart == 0 || apart >= floor;
    });
}

/// Why the panel of the place is hidden as a whole; empty: it isn't.
const char* whyClosed(const PanelPlace& place)
{
    const std::uint64_t n = core::answers(place.published);
    if (*place.hidden != '\0') {
        return place.hidden;
    }
    if (n < std::max(panelFrom, place.policies.promise)) {
        return n == 0 ? "no-answers" : "under-30";
    }
    return facesOf(place.policies, "headline") == place.published ? "" : "uneven";
}

/// Which rules are shown where.
class RuleRows {
public:
    /// Why a rule has no figures at a place; nothing: it has no row there.
    using Why = std::optional<const char*>;

    explicit RuleRows(const std::vector<PanelPlace>& places) : m_places(places)
    {
        m_rules.insert(m_rules.end(), comparedPolicies.begin(), comparedPolicies.end());
        m_rules.insert(m_rules.end(), besides.begin(), besides.end());
        for (const PanelPlace& place : places) {
            m_closed.push_back(whyClosed(place));
            m_why.push_back(isOpen(m_why.size()) ? ownRows(place) : std::vector<Why>(m_rules.size()));
        }
        for (std::size_t rule = 1; rule < m_rules.size() && !m_places.empty() && isOpen(0); ++rule) {
            hideFromSubtraction(rule);
        }
    }

    [[nodiscard]] const std::vector<std::string>& rules() const { return m_rules; }
    [[nodiscard]] const char* closed(std::size_t place) const { return m_closed[place]; }
    [[nodiscard]] bool isOpen(std::size_t place) const { return *m_closed[place] == '\0'; }
    [[nodiscard]] Why why(std::size_t place, std::size_t rule) const { return m_why[place][rule]; }
    [[nodiscard]] bool isShown(std::size_t place, std::size_t rule) const
    {
        return m_why[place][rule] && **m_why[place][rule] == '\0';
    }

private:
    /// What a place says by itself.
    [[nodiscard]] std::vector<Why> ownRows(const PanelPlace& place) const
    {
        std::vector<Why> rows;
        std::vector<std::uint64_t> shown;
        for (const std::string& rule : m_rules) {
            const std::uint64_t count = core::answers(facesOf(place.policies, rule));
            const bool isShadow = rule == "shadow";
            if (isShadow && place.policies.withShadow == 0) {
                rows.emplace_back();
            } else if (isShadow && place.policies.withShadow < place.policies.envelopes) {
                rows.emplace_back("part");
            } else if (count < place.policies.promise) {
                rows.emplace_back("few");
            } else if (!mayStandBeside(shown, count, place.policies.promise)) {
                rows.emplace_back("near");
            } else {
                rows.emplace_back("");
                shown.push_back(count);
            }
        }
        return rows;
    }

    [[nodiscard]] std::uint64_t count(std::size_t place, std::size_t rule) const
    {
        return core::answers(facesOf(m_places[place].policies, m_rules[rule]));
    }

    /// The municipality is the sum of its sites: hides the smallest sites until nothing small is left over.
    void hideFromSubtraction(std::size_t rule)
    {
        for (;;) {
            std::size_t hidden = 0;
            std::vector<std::size_t> shown; // sites
            for (std::size_t site = 1; site < m_places.size(); ++site) {
                if (isShown(site, rule)) {
                    shown.push_back(site);
                } else if (count(site, rule) + count(site, 0) > 0) {
                    ++hidden;
                }
            }
            const bool atAll = isShown(0, rule);
            const bool isSafe = atAll ? hidden == 0 || (hidden > 1 && leavesEnough(rule, shown)) : hidden > 0;
            const bool isSecret = atAll || (why(0, rule) && std::string_view(*why(0, rule)) != "part");
            if (isSafe || !isSecret) {
                return;
            }
            if (shown.empty()) {
                m_why[0][rule] = atAll ? "near" : m_why[0][rule];
                return;
            }
            const auto smallest = std::min_element(shown.begin(), shown.end(),
                                                   [&](auto a, auto b) { return count(a, rule) < count(b, rule); });
            m_why[*smallest][rule] = "near";
        }
    }

    /// Whether the municipality less these sites could be shown beside what else is known of the rest.
    [[nodiscard]] bool leavesEnough(std::size_t rule, const std::vector<std::size_t>& sites) const
    {
        const auto rest = [&](std::size_t of) {
            auto left = static_cast<std::int64_t>(count(0, of));
            for (const std::size_t site : sites) {
                left -= static_cast<std::int64_t>(count(site, of));
            }
            return left;
        };
        const std::int64_t left = rest(rule);
        std::uint64_t floor = core::showFrom;
        for (const PanelPlace& place : m_places) {
            floor = std::max(floor, place.policies.promise);
        }
        if (left < static_cast<std::int64_t>(floor)) {
            return false;
        }
        for (std::size_t other = 0; other < rule; ++other) {
            const bool isKnown = isShown(0, other) && std::all_of(sites.begin(), sites.end(), [&](std::size_t site) {
                                     return isShown(site, other);
                                 });
            const auto apart = static_cast<std::uint64_t>(std::abs(left - rest(other)));
            if (isKnown && apart != 0 && apart < floor) {
                return false;
            }
        }
        return true;
    }

    const std::vector<PanelPlace>& m_places;
    std::vector<std::string> m_rules;
    std::vector<const char*> m_closed;
    std::vector<std::vector<Why>> m_why; ///< by place, rule
};

void addRules(Table& table, const PanelPlace& place, const RuleRows& rows, std::size_t index)
{
    const PanelRange range = rangeOf(place.policies);
    for (std::size_t rule = 0; rule < rows.rules().size(); ++rule) {
        const std::string& name = rows.rules()[rule];
        const auto why = rows.why(index, rule);
        if (why && **why != '\0') {
            add(table, place.prefix, {name, "", "", "", "", ""}, place.night, *why);
        } else if (why) {
            const core::ScoreCounts& scores = facesOf(place.policies, name);
            const bool isHeadline = rule == 0;
            const char* otherwise = range.leavesOut ? "" : "false";
            add(table, place.prefix,
                {name, std::to_string(core::answers(scores)), oneDecimal(meanOfCounts(scores), '.'),
                 std::to_string(std::lround(redOf(scores) * 100)), isHeadline ? range.sentence() : "",
                 isHeadline ? (range.dependsOnRule() ? "true" : otherwise) : ""},
                place.night, "");
        }
    }
}

} // namespace

PanelTables emptyPanel()
{
    PanelTables tables;
    tables.sensitivity.name = "sensitivity";
    tables.sensitivity.description =
        "The core question under other counting rules. headline is what counts; raw counts "
        "every tap; without-claims leaves out what only \"Jeg er den næste\" made a visit; "
        "runs-excluded and runs-counted are both ways to treat runs of one face; shadow is a "
        "policy on trial.";
    tables.sensitivity.fields = panelFields({
        {"policy", FieldType::String, "counting rule"},
        {"n", FieldType::Integer, "answers"},
        {"mean", FieldType::Number, "mean of 1 .. 5"},
        {"red_percent", FieldType::Integer, "share of 1-2"},
        {"sentence", FieldType::String,
         "of the headline: between which means raw, strict, headline and loose lie; a rule with few answers isn't in "
         "it, then it says: Under de regler, der kan vises"},
        {"depends_on_rule", FieldType::Boolean,
         "of the headline, amber: these means are more than 0.15 or the red shares more than 3 points apart; empty: "
         "they aren't, and of a rule that isn't in the sentence nothing is said"},
    });
    tables.verdicts.name = "verdicts";
    tables.verdicts.description = "What the counting rule said of the taps, by reason code.";
    tables.verdicts.fields = panelFields({
        {"reason", FieldType::String, "reason code"},
        {"taps", FieldType::Integer,
         "taps with it; empty: under 10 or what was promised, or hidden so that such a number can't be worked out"},
    });
    return tables;
}

PanelRange rangeOf(const PolicyCell& policies)
{
    PanelRange range{std::numeric_limits<double>::max(), 0, 1, 0};
    for (const char* policy : comparedPolicies) {
        const core::ScoreCounts& scores = facesOf(policies, policy);
        if (core::answers(scores) < policies.promise) {
            range.leavesOut = true;
        } else {
            range.low = std::min(range.low, meanOfCounts(scores));
            range.high = std::max(range.high, meanOfCounts(scores));
            range.redLow = std::min(range.redLow, redOf(scores));
            range.redHigh = std::max(range.redHigh, redOf(scores));
        }
    }
    return range;
}

bool PanelRange::dependsOnRule() const { return high - low > meansApart + tiny || redHigh - redLow > redApart + tiny; }

std::string PanelRange::sentence() const
{
    const std::string from = oneDecimal(std::floor(low * 10 + tiny) / 10, ',');
    const std::string to = oneDecimal(std::ceil(high * 10 - tiny) / 10, ',');
    const std::string under = leavesOut ? "Under de regler, der kan vises, " : "Under alle regler ";
    const std::string text =
        from == to ? under + "er gennemsnittet " + from : under + "ligger gennemsnittet mellem " + from + " og " + to;
    return text + (dependsOnRule() ? "; afhænger af tællereglen" : "");
}

void addPanels(PanelTables& tables, const std::vector<PanelPlace>& places)
{
    const RuleRows rows(places);
    std::vector<VerdictPlace> taps;
    for (std::size_t place = 0; place < places.size(); ++place) {
        taps.push_back({places[place].policies.reasons, rows.isOpen(place), rows.isShown(place, 1),
                        places[place].policies.promise}); // 1: raw
    }
    const auto hidden = hiddenReasons(taps);
    for (std::size_t place = 0; place < places.size(); ++place) {
        if (!rows.isOpen(place)) {
            add(tables.sensitivity, places[place].prefix, {"headline", "", "", "", "", ""}, 0, rows.closed(place));
            continue;
        }
        addRules(tables.sensitivity, places[place], rows, place);
        for (const auto& [reason, number] : places[place].policies.reasons) {
            const bool isHidden = hidden[place].contains(reason);
            add(tables.verdicts, places[place].prefix, {reason, isHidden ? "" : std::to_string(number)},
                places[place].night, isHidden ? "few" : "");
        }
    }
}

} // namespace smiley::report
