// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/visit_odds.h"

#include "app/core/log_normal.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace smiley::core {

namespace {

constexpr std::int64_t gapMsMin = 50;
constexpr std::int64_t aloneMs = 15'000;        ///< from here on the sensor has had time to see the zone empty
constexpr std::int64_t presenceEndsMs = 30'000; ///< without a sensor nobody stands there longer without tapping
constexpr std::int64_t afterTicketMs = 3500;
constexpr double falseBreakAtOnce = 0.005; ///< however short the gap
constexpr double falseBreakMax = 0.9;
constexpr float pollWord = 10;           ///< evidence of a face tapped in a poll: it decides
constexpr double oneClaimTooMany = -5.5; ///< evidence of a claim that the rule doesn't believe

/// Two people need between 1.3 and 2.5 s to change places.
double changePlaces(double gapSeconds) { return std::clamp((gapSeconds - 1.3) / 1.2, 0.0, 1.0); }

/// To seven digits: twice as quick.
double quickExp(double x) { return static_cast<double>(std::exp(static_cast<float>(x))); }

/// ln(p / q) within bounds.
float logOdds(double p, double q)
{
    constexpr double least = 1e-300;
    constexpr double most = 1.0686474581524463e13; // e^30
    const double ratio = std::clamp(std::max(p, least) / std::max(q, least), 1 / most, most);
    return std::log(static_cast<float>(ratio));
}

constexpr unsigned mantissaSteps = 19; ///< bits of a float that are left out: sixteen steps to a doubling

std::size_t stepOf(std::int64_t gapMs)
{
    return std::bit_cast<std::uint32_t>(static_cast<float>(gapMs)) >> mantissaSteps;
}

const std::size_t firstStep = stepOf(gapMsMin);
constexpr std::size_t steps = 240; ///< up to 27 minutes

} // namespace

struct VisitOdds::GapTable {
    struct Row {
        std::array<double, kinds> same{}; ///< of a further tap of the same person, by kind
        double queue = 0;
        double changes = 0; ///< changePlaces
    };
    std::array<Row, steps> rows{};

    [[nodiscard]] const Row& at(std::int64_t gapMs) const
    {
        return rows[std::min(stepOf(std::max(gapMs, gapMsMin)) - firstStep, steps - 1)];
    }
};

std::shared_ptr<const VisitOdds::GapTable> VisitOdds::tableOf(const VisitRule& rule)
{
    // A table takes as long as 300 taps; a replay makes one day's engine after another with the same rule.
    thread_local VisitRule lastRule;
    thread_local std::shared_ptr<const GapTable> lastTable;
    if (lastTable && lastRule == rule) {
        return lastTable;
    }
    auto table = std::make_shared<GapTable>();
    for (std::size_t step = 0; step < steps; ++step) {
        const auto bits =
            static_cast<std::uint32_t>(((step + firstStep) << mantissaSteps) + (1U << (mantissaSteps - 1)));
        const double gap = static_cast<double>(std::bit_cast<float>(bits)) / 1000;
        GapTable::Row& row = table->rows[step];
        std::size_t kind = 0;
        for (const Behaviour& each : {Behaviour{}, rule.correcting, rule.repeating, rule.playing, rule.lingering}) {
            row.same[kind++] = logNormalDensity(gap, each.gapSeconds, each.gapSpread);
        }
        row.queue = logNormalDensity(gap, rule.queueGapSeconds, rule.queueGapSpread);
        row.changes = changePlaces(gap);
    }
    lastRule = rule;
    lastTable = table;
    return table;
}

VisitOdds::VisitOdds(const VisitRule& rule, const DayFigures& figures)
    : m_rule(rule),
      m_figures(figures),
      m_table(tableOf(rule)),
      m_threshold(std::log(rule.newVisitOdds))
{
    const std::array<const Behaviour*, kinds - 1> behaviours{&rule.correcting, &rule.repeating, &rule.playing,
                                                             &rule.lingering};
    m_start[0] = 1;
    for (std::size_t kind = 1; kind < kinds; ++kind) {
        const Behaviour& behaviour = *behaviours[kind - 1];
        m_start[kind] = behaviour.share;
        m_start[0] -= behaviour.share;
        m_goesOn[kind] = behaviour.goesOn;
        m_sameFace[kind] = behaviour.sameFace;
    }
}

bool TapOdds::opensVisit(double threshold) const
{
    switch (fixed) {
    case Fixed::No: break;
    case Fixed::New: return true;
    case Fixed::Same: return false;
    }
    return static_cast<double>(evidence.total()) > threshold;
}

TapOdds VisitOdds::weigh(const TapView& tap)
{
    TapOdds odds;
    const std::int64_t gap = m_hasLast ? count(tap.at) - count(m_at) : 0;
    odds.breaksOff = !m_hasLast || m_boot != tap.boot || m_mode != tap.mode || gap < 0 || m_withdrawn;
    if (odds.breaksOff) {
        odds.fixed = TapOdds::Fixed::New;
        m_claim.reset();
        m_claimedHere = false;
    } else {
        weighGap(tap, gap, odds);
        weighScreen(tap, gap, odds);
    }
    weighTicket(tap, gap, odds);
    take(tap, odds, gap);
    return odds;
}

void VisitOdds::weighGap(const TapView& tap, std::int64_t gapMs, TapOdds& odds)
{
    const double gap = static_cast<double>(std::max(gapMs, gapMsMin)) / 1000;
    const bool sameFace = tap.face == m_face;
    const GapTable::Row& row = m_table->at(gapMs);

    double stays = 0;         // the same person, by the gap alone
    double agrees = 0;        // and by the faces too
    double ends = m_first[0]; // the person is done: whoever is of another kind taps at least twice
    for (std::size_t kind = 1; kind < kinds; ++kind) {
        const double weight = (m_first[kind] + m_later[kind] * m_goesOn[kind]) * row.same[kind];
        m_followed[kind] = weight * (sameFace ? m_sameFace[kind] : 1 - m_sameFace[kind]);
        stays += weight;
        agrees += m_followed[kind];
        ends += m_later[kind] * (1 - m_goesOn[kind]);
    }
    const double share = 1 / std::max(agrees, 1e-300);
    for (double& kind : m_followed) {
        kind *= share;
    }

    const double q = m_rule.queueShare + m_inQueue * 0.5 * (m_rule.queueShareInQueue - m_rule.queueShare);
    const double rate = m_figures.visitsPerSecond;
    const double comes = row.changes * ((1 - q) * rate * quickExp(-rate * gap) + q * row.queue);
    const double agreement = sameFace ? m_rule.agreement : 1 - m_rule.agreement;
    odds.evidence.gap = logOdds(ends * comes, stays);
    odds.evidence.face = logOdds(agreement * stays, agrees);
    if (m_figures.usesPresence && tap.presence != Presence::Unknown) {
        const double seen = gapMs < aloneMs ? m_figures.breakInQueue : m_figures.breakAlone;
        const double flicker =
            std::min(falseBreakMax, 1 - quickExp(-m_figures.falseBreaksPerSecond * gap) + falseBreakAtOnce);
        const bool broken = tap.presence == Presence::Broken;
        odds.evidence.presence = broken ? logOdds(seen, flicker) : logOdds(1 - seen, 1 - flicker);
    }
    if (gapMs < m_rule.tooSoonMs) {
        odds.fixed = TapOdds::Fixed::Same;
    }
}

void VisitOdds::weighScreen(const TapView& tap, std::int64_t gapMs, TapOdds& odds)
{
    const bool broken = seesBreak(tap);
    const bool isWatched = m_figures.usesPresence && tap.presence != Presence::Unknown;
    if (broken || (!isWatched && gapMs >= presenceEndsMs)) {
        m_claimedHere = false;
    }
    if (odds.fixed != TapOdds::Fixed::No) {
        return;
    }
    if (tap.screen == ScreenContext::Poll) { // without a break: who went back corrects an answer
        odds.fixed = broken ? TapOdds::Fixed::New : TapOdds::Fixed::Same;
        odds.isOtherInPoll = broken;
        odds.evidence.screen = broken ? pollWord : -pollWord;
        return;
    }
    if (tap.screen != ScreenContext::Claimed || broken) {
        return;
    }
    const bool isTooMany = m_claimedHere || (m_claim && count(tap.at) - count(*m_claim) < m_rule.claimEveryMs);
    const double weight = std::log(m_rule.claimOdds);
    switch (m_rule.claims) {
    case Claims::Always:
        odds.claim = TapOdds::Claim::Heard;
        odds.fixed = TapOdds::Fixed::New;
        odds.evidence.screen = static_cast<float>(weight);
        break;
    case Claims::Never: odds.claim = TapOdds::Claim::OneTooMany; break;
    case Claims::Sparingly:
        odds.claim = isTooMany ? TapOdds::Claim::OneTooMany : TapOdds::Claim::Heard;
        odds.evidence.screen = static_cast<float>(odds.claim == TapOdds::Claim::Heard ? weight : oneClaimTooMany);
        m_claimedHere = true;
        m_claim = odds.claim == TapOdds::Claim::Heard ? tap.at : m_claim;
        break;
    }
}

void VisitOdds::weighTicket(const TapView& tap, std::int64_t gapMs, TapOdds& odds)
{
    if (tap.ticket == noTicket) {
        if (m_ticket != noTicket && gapMs >= afterTicketMs) {
            odds.fixed = TapOdds::Fixed::New;
        }
        return;
    }
    if (tap.ticket == usedTicket) {
        odds.usedTicketOf = tap.tap;
        odds.fixed = TapOdds::Fixed::Same;
        return;
    }
    const auto [found, isFirst] = m_tickets.try_emplace(tap.ticket);
    TicketSpent& spent = found->second;
    const bool mayCount = tap.mode == Mode::Normal || tap.mode == Mode::Closed;
    const bool isOwn = tap.ticket == m_ticket;
    const bool isAgain = isOwn && (m_withdrawn || m_mode != tap.mode); // the person answers again
    if (isFirst || (isAgain && !(spent.counts && mayCount))) {
        spent = spent.counts ? spent : TicketSpent{tap.tap, mayCount};
        odds.isFreshTicket = true;
        odds.fixed = TapOdds::Fixed::New;
    } else if (isOwn && !isAgain) {
        odds.fixed = TapOdds::Fixed::Same;
    } else {
        odds.usedTicketOf = spent.visit;
        odds.fixed = TapOdds::Fixed::Same;
    }
}

void VisitOdds::withdraw()
{
    m_withdrawn = m_hasLast;
    if (const auto its = m_tickets.find(m_ticket); its != m_tickets.end() && its->second.visit == m_visit) {
        its->second.counts = false;
    }
}

void VisitOdds::take(const TapView& tap, const TapOdds& odds, std::int64_t gapMs)
{
    const bool opens = opensVisit(odds);
    if (odds.breaksOff) {
        m_first = m_start;
        m_later = {};
        m_inQueue = 0;
    } else {
        double isOther = opens ? 1 : 0;
        if (odds.fixed == TapOdds::Fixed::No) {
            isOther = static_cast<double>(1 / (1 + std::exp(-odds.evidence.total())));
        }
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            m_first[kind] = isOther * m_start[kind];
            m_later[kind] = (1 - isOther) * m_followed[kind];
        }
        const bool likely = isOther > 0.5; // below the rule's threshold too
        m_inQueue = gapMs < m_rule.queueMs ? std::min(2, m_inQueue + (likely ? 1 : 0)) : 0;
    }
    if (opens) {
        m_ticket = tap.ticket;
        m_visit = tap.tap;
    } else if (odds.usedTicketOf || odds.claim != TapOdds::Claim::None) {
        m_visit = 0;
    }
    m_hasLast = true;
    m_withdrawn = false;
    m_boot = tap.boot;
    m_at = tap.at;
    m_face = tap.face;
    m_mode = tap.mode;
}

} // namespace smiley::core
