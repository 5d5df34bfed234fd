// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/verdicts_csv.h"

#include "app/adjudicate/explanation.h"
#include "app/adjudicate/text.h"
#include "app/core/adjudicator.h"

#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

namespace smiley::adjudicate {

namespace {

constexpr std::size_t pieceBytes = std::size_t{64} * 1024;
constexpr std::array<std::string_view, 5> termNames{"gap", "presence", "face", "screen", "doors"};

std::array<float, termNames.size()> termsOf(const core::Evidence& evidence)
{
    return {evidence.gap, evidence.presence, evidence.face, evidence.screen, evidence.doors};
}

/// With two decimals and a point.
void appendLogOdds(std::string& text, float value)
{
    const double cents = std::round(static_cast<double>(value) * 100);
    std::array<char, 64> digits; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), cents == 0 ? 0.0 : cents / 100,
                                   std::chars_format::fixed, 2);
    text.append(digits.data(), end.ptr);
}

std::string line(std::uint64_t number, std::string_view what) { return std::to_string(number) + std::string(what); }

} // namespace

std::string describe(const Summary& summary)
{
    std::string text = line(summary.taps, " taps, ") + line(summary.visits, " visits that count; ") +
                       line(summary.kiosks, " kiosks, ") + line(summary.days, " kiosk-days\n");
    for (std::size_t outcome = 0; outcome < summary.reasons.size(); ++outcome) {
        for (std::size_t reason = 0; reason < core::reasonCount; ++reason) {
            if (const std::uint64_t taps = summary.reasons[outcome][reason]; taps > 0) {
                text += "  ";
                text += core::code(static_cast<core::Outcome>(outcome));
                text += ' ';
                text += core::code(static_cast<core::Reason>(reason));
                text += ": " + std::to_string(taps) + '\n';
            }
        }
    }
    text += line(summary.withoutPresence, " days without a healthy presence sensor, ") +
            line(summary.withoutDoors, " without a healthy door counter, ") +
            line(summary.underControl, " under control (a rule would have taken too much and took nothing)\n");
    return text;
}

Verdicts Verdicts::of(Taps& taps, const core::Policy& policy, Detail detail)
{
    Verdicts result(taps.ids(), detail);
    result.m_rows.resize(taps.ids().rows());
    if (result.m_explained) {
        result.m_explanations.resize(result.m_rows.size());
    }
    Summary& summary = result.m_summary;
    summary.taps = result.m_rows.size();
    summary.kiosks = taps.kiosks().size();
    for (Kiosk& kiosk : taps.kiosks()) {
        core::StandMemory memory;
        for (KioskDay& day : kiosk.days) {
            const core::AdjudicatedDay adjudicated = core::adjudicateDay(policy, day.taps, memory);
            memory = adjudicated.after;
            result.take(day, adjudicated.verdicts);
            ++summary.days;
            summary.underControl += adjudicated.underControl ? 1U : 0U;
            summary.withoutPresence += adjudicated.figures.usesPresence ? 0U : 1U;
            summary.withoutDoors += adjudicated.figures.usesDoors ? 0U : 1U;
            if (!result.m_explained) {
                std::vector<core::TapView>().swap(day.taps);
            }
        }
    }
    return result;
}

void Verdicts::take(const KioskDay& day, const std::vector<core::Verdict>& verdicts)
{
    assert(verdicts.size() == day.taps.size());
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const core::Verdict& verdict = verdicts[i];
        assert(verdict.tap == day.taps[i].tap && verdict.visit >= 1 && verdict.visit <= m_rows.size());
        m_rows[verdict.tap - 1] = {static_cast<std::uint32_t>(verdict.visit), verdict.outcome, verdict.reason};
        if (m_explained) {
            m_explanations[verdict.tap - 1] = {&day.taps[i], i == 0, verdict.evidence};
        }
        ++m_summary.reasons[static_cast<std::size_t>(verdict.outcome)][static_cast<std::size_t>(verdict.reason)];
        m_summary.visits += verdict.outcome == core::Outcome::Count ? 1U : 0U;
    }
}

std::string Verdicts::sentenceOf(std::size_t row) const
{
    const Explanation& explanation = m_explanations[row];
    const core::Verdict verdict{row + 1, m_rows[row].visit, m_rows[row].outcome, m_rows[row].reason,
                                explanation.evidence};
    return sentence(explanation.firstOfDay ? nullptr : explanation.tap - 1, *explanation.tap, verdict);
}

void Verdicts::appendCsv(std::string& text, std::size_t row) const
{
    const Row& verdict = m_rows[row];
    std::string id;
    m_ids.append(id, row + 1);
    appendField(text, id);
    text += ',';
    id.clear();
    m_ids.append(id, verdict.visit);
    appendField(text, id);
    text += ',';
    text += core::code(verdict.outcome);
    text += verdict.outcome == core::Outcome::Count ? ",1," : ",0,";
    text += core::code(verdict.reason);
    if (m_explained) {
        for (const float term : termsOf(m_explanations[row].evidence)) {
            text += ',';
            appendLogOdds(text, term);
        }
        text += ',';
        appendField(text, sentenceOf(row));
    }
    text += "\r\n";
}

void Verdicts::appendJson(std::string& text, std::size_t row) const
{
    const Row& verdict = m_rows[row];
    std::string id;
    m_ids.append(id, row + 1);
    text += "{\"tap_id\":";
    appendJsonString(text, id);
    id.clear();
    m_ids.append(id, verdict.visit);
    text += ",\"visit\":";
    appendJsonString(text, id);
    text += ",\"verdict\":\"";
    text += core::code(verdict.outcome);
    text += verdict.outcome == core::Outcome::Count ? "\",\"weight\":1" : "\",\"weight\":0";
    text += ",\"reason\":\"";
    text += core::code(verdict.reason);
    text += '"';
    if (m_explained) {
        const auto terms = termsOf(m_explanations[row].evidence);
        for (std::size_t i = 0; i < terms.size(); ++i) {
            text += ",\"";
            text += termNames[i];
            text += "\":";
            appendLogOdds(text, terms[i]);
        }
        text += ",\"sentence\":";
        appendJsonString(text, sentenceOf(row));
    }
    text += "}\n";
}

bool Verdicts::write(Format format, const std::function<bool(std::string_view)>& write) const
{
    std::string piece;
    piece.reserve(pieceBytes + 1024);
    if (format == Format::Csv) {
        piece = "tap_id,visit,verdict,weight,reason";
        if (m_explained) {
            for (const std::string_view name : termNames) {
                piece += ',';
                piece += name;
            }
            piece += ",sentence";
        }
        piece += "\r\n";
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (format == Format::Csv) {
            appendCsv(piece, row);
        } else {
            appendJson(piece, row);
        }
        if (piece.size() >= pieceBytes) {
            if (!write(piece)) {
                return false;
            }
            piece.clear();
        }
    }
    return write(piece);
}

} // namespace smiley::adjudicate
