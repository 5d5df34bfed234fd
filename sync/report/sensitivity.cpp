// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/sensitivity.h"

#include "sync/report/gate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace smiley::report {

namespace {

/// What is compared; the headline first, so that it is the one that is shown.
constexpr std::array<const char*, 4> comparedPolicies{"headline", "raw", "strict", "loose"};
constexpr std::array<const char*, 4> besides{withoutClaims, runsExcluded, runsCounted, "shadow"};

constexpr double tiny = 1e-9; // 3.2 is not 3.2000000000000002 rounded up

double meanOfCounts(const ScoreCounts& scores)
{
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sum += static_cast<double>((i + 1) * scores.at(i));
    }
    return sum / static_cast<double>(answers(scores));
}

double redOf(const ScoreCounts& scores)
{
    return static_cast<double>(scores[0] + scores[1]) / static_cast<double>(answers(scores));
}

std::string oneDecimal(double value, char point)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::replace(text.begin(), text.end(), '.', point);
    return text.data();
}

const ScoreCounts& facesOf(const PolicyCell& policies, const std::string& policy)
{
    static const ScoreCounts none{};
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
                      "why there is no figure: few (under 10), under-30 (answers of the place), near (it has nearly as "
                      "many answers as one that is shown), part (a policy on trial for a part of the period), uneven "
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
bool mayStandBeside(const std::vector<std::uint64_t>& shown, std::uint64_t n)
{
    return std::all_of(shown.begin(), shown.end(), [&](std::uint64_t other) {
        const std::uint64_t apart = n > other ? n - other : other - n;
        return apart == 0 || apart >= showFrom;
    });
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
        {"sentence", FieldType::String, "of the headline: between which means all of raw, strict, headline, loose lie"},
        {"depends_on_rule", FieldType::Boolean,
         "of the headline, amber: the means are more than 0.15 or the red shares more than 3 points apart"},
    });
    tables.verdicts.name = "verdicts";
    tables.verdicts.description = "What the counting rule said of the taps, by reason code.";
    tables.verdicts.fields = panelFields({
        {"reason", FieldType::String, "reason code"},
        {"taps", FieldType::Integer, "taps with it; empty: under 10"},
    });
    return tables;
}

PanelRange rangeOf(const PolicyCell& policies)
{
    PanelRange range{std::numeric_limits<double>::max(), 0, 1, 0};
    for (const char* policy : comparedPolicies) {
        const ScoreCounts& scores = facesOf(policies, policy);
        if (answers(scores) > 0) {
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
    const std::string text = from == to ? "Under alle regler er gennemsnittet " + from
                                        : "Under alle regler ligger gennemsnittet mellem " + from + " og " + to;
    return text + (dependsOnRule() ? "; afhænger af tællereglen" : "");
}

void addPanel(PanelTables& tables, const std::vector<std::string>& prefix, const PolicyCell& policies,
              const ScoreCounts& published, std::uint64_t night)
{
    const std::uint64_t n = answers(published);
    if (n < panelFrom || facesOf(policies, "headline") != published) {
        return hidePanel(tables, prefix, n == 0 ? "no-answers" : n < panelFrom ? "under-30" : "uneven");
    }
    const PanelRange range = rangeOf(policies);
    std::vector<std::uint64_t> shown;
    const auto addPolicy = [&](const std::string& policy, const char* hidden) {
        const ScoreCounts& scores = facesOf(policies, policy);
        const std::uint64_t count = answers(scores);
        const bool isHeadline = policy == "headline";
        if (*hidden == '\0' && count < showFrom) {
            hidden = "few";
        } else if (*hidden == '\0' && !mayStandBeside(shown, count)) {
            hidden = "near";
        }
        if (*hidden != '\0') {
            return add(tables.sensitivity, prefix, {policy, "", "", "", "", ""}, night, hidden);
        }
        shown.push_back(count);
        add(tables.sensitivity, prefix,
            {policy, std::to_string(count), oneDecimal(meanOfCounts(scores), '.'),
             std::to_string(std::lround(redOf(scores) * 100)), isHeadline ? range.sentence() : "",
             isHeadline ? (range.dependsOnRule() ? "true" : "false") : ""},
            night, "");
    };
    for (const char* policy : comparedPolicies) {
        addPolicy(policy, "");
    }
    for (const char* policy : besides) {
        const bool isShadow = std::string_view(policy) == "shadow";
        if (!isShadow || policies.withShadow > 0) {
            addPolicy(policy, isShadow && policies.withShadow < policies.envelopes ? "part" : "");
        }
    }
    for (const auto& [reason, taps] : policies.reasons) {
        const bool isFew = taps < showFrom;
        add(tables.verdicts, prefix, {reason, isFew ? "" : std::to_string(taps)}, night, isFew ? "few" : "");
    }
}

void hidePanel(PanelTables& tables, const std::vector<std::string>& prefix, const char* why)
{
    add(tables.sensitivity, prefix, {"headline", "", "", "", "", ""}, 0, why);
}

} // namespace smiley::report
