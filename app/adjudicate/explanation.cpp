// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/explanation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace smiley::adjudicate {

namespace {

enum class Term : std::uint8_t { Gap, Presence, Face, Screen, Doors };

/// The term that spoke most for the decision (1: a new visit, -1: the same); nothing where none did. A sensor that
/// flickers may speak against what it saw; nobody would understand that, so it is left out.
std::optional<Term> strongest(const core::TapView& tap, const core::Evidence& evidence, float direction)
{
    const bool understood = (tap.presence == core::Presence::Broken) == (direction > 0);
    const std::array terms{evidence.gap, understood ? evidence.presence : 0, evidence.face, evidence.screen,
                           evidence.doors};
    const auto best =
        std::ranges::max_element(terms, {}, [direction](float term) { return static_cast<double>(term * direction); });
    if (!(*best * direction > 0)) {
        return std::nullopt;
    }
    return static_cast<Term>(best - terms.begin());
}

/// "0,8 sekunder", "45 sekunder", "12 minutter", "3 timer".
std::string duration(std::int64_t ms)
{
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t minute = 60 * second;
    constexpr std::int64_t hour = 60 * minute;
    if (ms < second / 10) {
        return "under 0,1 sekund";
    }
    if (ms < 10 * second) {
        return std::to_string(ms / second) + "," + std::to_string(ms % second / 100) + " sekunder";
    }
    if (ms < 2 * minute) {
        return std::to_string(ms / second) + " sekunder";
    }
    if (ms < 2 * hour) {
        return std::to_string(ms / minute) + " minutter";
    }
    return std::to_string(ms / hour) + " timer";
}

/// Nothing where the clock doesn't measure it.
std::optional<std::int64_t> gapMs(const core::TapView* before, const core::TapView& tap)
{
    if (before == nullptr || before->boot != tap.boot || before->at > tap.at) {
        return std::nullopt;
    }
    return count(tap.at) - count(before->at);
}

std::string passed(std::optional<std::int64_t> gap)
{
    return gap ? "der var gået " + duration(*gap) + " siden sidste tryk" : "standen blev startet siden sidste tryk";
}

std::string whyNewScreen(const core::TapView& tap)
{
    return tap.screen == core::ScreenContext::Poll ? "en ny person var gået i gang med spørgsmålene"
                                                   : "der blev trykket på »Jeg er den næste«";
}

std::string whySameScreen(const core::TapView& tap)
{
    return tap.screen == core::ScreenContext::Poll ? "personen var i gang med spørgsmålene"
                                                   : "»Jeg er den næste« blev trykket uden andre tegn på det";
}

std::string whyNew(const core::TapView* before, const core::TapView& tap, const core::Verdict& verdict)
{
    if (before == nullptr) {
        return "det er dagens første tryk på standen";
    }
    const auto gap = gapMs(before, tap);
    const auto term = strongest(tap, verdict.evidence, 1);
    if (!term || !gap) {
        return passed(gap);
    }
    switch (*term) {
    case Term::Gap: return passed(gap);
    case Term::Presence: return "der var ingen foran standen siden sidste tryk";
    case Term::Face:
        return before->face == tap.face ? "flere kom tæt efter hinanden og svarede ens"
                                        : "der blev valgt en anden smiley end ved sidste tryk";
    case Term::Screen: return whyNewScreen(tap);
    case Term::Doors: return "så mange gik ud ad døren, at der må være kommet en ny person";
    }
    return {};
}

std::string whySame(const core::TapView* before, const core::TapView& tap, const core::Verdict& verdict)
{
    constexpr std::int64_t shortMs = 10000;
    const auto gap = gapMs(before, tap);
    const std::string none = "intet tyder på, at en ny person kom til";
    const auto term = strongest(tap, verdict.evidence, -1);
    if (before == nullptr || (!term && !(gap && *gap < shortMs))) {
        return none;
    }
    switch (term.value_or(Term::Gap)) {
    case Term::Gap: return gap ? "der var kun gået " + duration(*gap) + " siden sidste tryk" : none;
    case Term::Presence: return "der stod nogen foran standen hele tiden siden sidste tryk";
    case Term::Face:
        return before->face == tap.face ? "det var samme smiley som ved sidste tryk"
                                        : "det ligner en person, der retter sit svar";
    case Term::Screen: return whySameScreen(tap);
    case Term::Doors: return "for få gik ud ad døren til to besøg";
    }
    return {};
}

std::string lastChoice(const core::TapView* before, const core::TapView& tap, const core::Verdict& verdict)
{
    if (verdict.visit == tap.tap) {
        return "Talt med: det er det svar, som personen holdt fast i.";
    }
    const bool corrected = before != nullptr && before->face != tap.face;
    return "Samme besøg: " + whySame(before, tap, verdict) +
           (corrected ? ", og det var en anden smiley, så svaret er rettet."
                      : ", så det er det sidste tryk, der tæller.");
}

} // namespace

std::string sentence(const core::TapView* before, const core::TapView& tap, const core::Verdict& verdict)
{
    const bool opensVisit = verdict.visit == tap.tap;
    const bool counts = verdict.outcome == core::Outcome::Count;
    switch (verdict.reason) {
    case core::Reason::Ok: return "Nyt besøg: " + whyNew(before, tap, verdict) + ".";
    case core::Reason::OkLast: return lastChoice(before, tap, verdict);
    case core::Reason::Ticket:
        return opensVisit ? "Nyt besøg: personen brugte en engangsbillet, som ikke var brugt før."
                          : "Talt med: det er det sidste valg, der blev givet med denne engangsbillet.";
    case core::Reason::SameVisit:
        return opensVisit ? "Ikke talt for sig: personen trykkede på samme smiley igen, og et besøg giver ét svar."
                          : "Gentagelse i samme besøg: " + whySame(before, tap, verdict) + ".";
    case core::Reason::Replaced:
        return "Rettet: personen valgte bagefter en anden smiley i samme besøg, og det sidste valg tæller.";
    case core::Reason::ClaimedNew:
        return counts
                   ? "Talt med: personen trykkede på »Jeg er den næste« før sit svar."
                   : "Ikke talt for sig: »Jeg er den næste« blev trykket, men intet andet viser, at en ny person kom.";
    case core::Reason::Withdrawn: return "Ikke talt med: personen fortrød sit svar på skærmen.";
    case core::Reason::PollOther:
        return "Nyt besøg: en ny person overtog spørgsmålene på skærmen og svarede selv med en smiley.";
    case core::Reason::DupTicket: return "Ikke talt for sig: engangsbilletten er allerede brugt i et tidligere besøg.";
    case core::Reason::BurstPlay: return "Ikke talt med: mange tryk på flere smileyer på kort tid ligner leg.";
    case core::Reason::RunImplausible:
        return "Ikke talt med: mange ens svar i træk, uden at nogen gik fra standen, ligner én persons serie.";
    case core::Reason::RunFlagged:
        return "Talt med, men dagen er markeret: mange ens svar i træk kan være én persons serie.";
    case core::Reason::ClosedHours: return "Ikke talt med: trykket kom længe uden for åbningstiden.";
    case core::Reason::Maintenance:
        return "Ikke talt med: standen var i brug af personalet eller ved at blive gjort ren.";
    case core::Reason::Test: return "Ikke talt med: det var et prøvetryk.";
    case core::Reason::Boot: return "Nyt besøg: det er det første tryk, efter at standen blev startet.";
    case core::Reason::Clock: return "Talt med: svaret er godt nok, selv om standens ur ikke var stillet.";
    case core::Reason::NoTicket: return "Ikke talt med: der blev svaret uden det kort, som denne optælling kræver.";
    }
    return {};
}

} // namespace smiley::adjudicate
