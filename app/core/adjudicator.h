// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/day_figures.h"
#include "app/core/policy.h"
#include "app/core/stand_memory.h"
#include "app/core/time.h"
#include "app/core/verdict.h"
#include "app/core/visit_odds.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// One visit, one answer: which taps belong to one visit, and which visits count.
///
/// One engine, no clock reads: live for the screen (`Adjudicator`), and once more over the whole day at closing
/// (`adjudicateDay`), which is final. The layers, in this order:
///
///   a new boot, another mode, a step back in time, or a withdrawal before it   a new visit
///   L0  a fresh ticket                      a new visit;      the ticket of this visit   the same
///       a ticket of an earlier visit        DUP_TICKET;       none after a ticket        a new visit if g >= 3.5 s
///       where the rule asks for tickets, a visit that begins without a fresh one   NO_TICKET
///   L1  g < 1.5 s                           the same visit
///       the poll's face screen (Poll)       with a break POLL_OTHER, else the same: who went back corrects an answer
///   L2  the running odds of gap, presence, faces and claim (visit_odds.h), at closing with the door's count (door_count.h)
///   L3  five taps or more, three faces or more, quick      BURST_PLAY, but for a calm head
///   L4  somebody presses one face over minutes (runs.h)    RUN_IMPLAUSIBLE, or RUN_FLAGGED
///   L5  more than 60 min outside opening hours, staff, cleaning and test mode    excluded
///   and the circuit breaker: where L4 and L5 would take too much of a day (README), they take nothing.
///
/// What closing may say otherwise than the live engine: whatever the door's count, L3, L4, L5 and the day's own figures of
/// sensor and counter change.
///
/// What a longer day may change in a shorter one's verdicts, with the same figures: the last episode; with a door counter,
/// from the episode on in which the counter's last number was first seen (it may prove dead); the whole visit in which that
/// begins, and a calm head split off it; RUN_IMPLAUSIBLE and RUN_FLAGGED; the breaker.

namespace smiley::core {

/// What the screen follows while the day runs.
enum class LiveVerdict : std::uint8_t {
    NewVisit, ///< a new answer
    Changed,  ///< the same visit, another face: it replaces the answer
    Repeated, ///< the same visit, the same face: the answer is already there; or a claim that the rule doesn't believe
    WithoutTicket, ///< the visit began without the ticket that the rule asks for: kept, but it doesn't count
};

/// The running engine: constant work a tap, no clock reads. Its state is constant but for the tickets used. One per
/// day. Not thread-safe.
class Adjudicator {
public:
    /// `rule`: of the policy in force. `memory`: what is known of the stand as the day begins.
    explicit Adjudicator(const VisitRule& rule, const StandMemory& memory = {});

    /// Takes the next tap. Taps come in the journal's order.
    LiveVerdict tap(const TapView& tap);

    /// "Fortryd mit svar" was pressed after the last tap: its visit doesn't count, and the next tap opens a new one.
    void withdraw();

    /// The visit of the last tap, named by its first tap; 0 before the first tap.
    [[nodiscard]] std::uint64_t visit() const { return m_visit; }

private:
    VisitOdds m_odds;
    bool m_asksForTickets = false;
    std::uint64_t m_visit = 0;
    bool m_lacksTicket = false; ///< m_visit
    std::optional<Face> m_face; ///< that counts, of m_visit
};

/// A closed day.
struct AdjudicatedDay {
    std::vector<Verdict> verdicts; ///< one per tap, in their order
    /// The circuit breaker: runs and closed hours would have taken too many of the visits, so they took none.
    bool underControl = false;
    std::uint32_t visitsInRuns = 0; ///< that L4 found, whether excluded, marked or kept by the breaker
    DayFigures figures;
    StandMemory after; ///< for the next day
};

/// Adjudicates a closed day, with what was known of the stand at its start. The last tap of a visit counts, the others are
/// merged into it (under a fixed window the first counts). `taps`: one stand's, in the journal's order.
[[nodiscard]] AdjudicatedDay adjudicateDay(const Policy& policy, std::span<const TapView> taps,
                                           const StandMemory& before = {});

/// The same with figures from elsewhere.
[[nodiscard]] AdjudicatedDay adjudicateWith(const DayFigures& figures, const Policy& policy,
                                            std::span<const TapView> taps);

} // namespace smiley::core
