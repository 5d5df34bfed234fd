// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/policy.h"
#include "app/core/stand_memory.h"
#include "app/core/time.h"
#include "app/core/verdict.h"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

/// One visit, one answer: which taps belong to one visit, and which visits count.
///
/// One engine, no clock reads: live for the screen (`Adjudicator::tap`), and once more over the whole day at closing
/// (`adjudicate`), which is final. Layers L0 (ticket), L1 (too soon), L2 (visit) and L5 (closed) and the fixed windows
/// of METHOD section 3. For each tap, in this order, with g the time since the tap before and b its presence:
///
///   a new boot, another mode, a step back in time, or a withdrawal before it   a new visit
///   L0  a fresh ticket                      a new visit;      the ticket of this visit   the same
///       a ticket of an earlier visit        DUP_TICKET;       none after a ticket        a new visit if g >= 3.5 s
///   L1  g < 1.5 s                           the same visit
///   the poll's face screen (Poll), b != 1   the same visit: who went back corrects an answer
///   L2  g and b by the table of parameters  a new visit or the same
///   "Jeg er den næste" and L2 says the same a new visit if the claim is believed, else CLAIMED_NEW merged

namespace smiley::core {

struct AdjudicatedDay;

/// What the screen follows while the day runs.
enum class LiveVerdict : std::uint8_t {
    NewVisit, ///< a new answer
    Changed,  ///< the same visit, another face: it replaces the answer
    Repeated, ///< the same visit, the same face: the answer is already there; or a claim that the rule doesn't believe
};

/// The running engine: constant work a tap, no clock reads. Its state is constant but for the tickets used. One per
/// day. Not thread-safe.
class Adjudicator {
public:
    explicit Adjudicator(Policy policy, const StandMemory& memory = {});

    /// Takes the next tap. Taps come in the journal's order; a new boot, another mode, a tap that lies before the last
    /// one, or one after a withdrawal opens a new visit.
    LiveVerdict tap(const TapView& tap);

    /// "Fortryd mit svar" was pressed after the last tap: its visit doesn't count, and the next tap opens a new one.
    void withdraw();

    /// The visit of the last tap, named by its first tap; 0 before the first tap.
    [[nodiscard]] std::uint64_t visit() const { return m_part.visit; }

private:
    friend AdjudicatedDay adjudicateDay(const Policy&, std::span<const TapView>, const StandMemory&);

    /// What makes a visit count as something else than OK.
    enum class Origin : std::uint8_t { Ordinary, Ticket, Claim, OtherInPoll };
    /// Taps that stand and fall together: a visit, or what a claimer who isn't believed tapped within it.
    struct Part {
        std::uint64_t number = 0; ///< its first tap
        std::uint64_t visit = 0;
        Origin origin = Origin::Ordinary;
        bool claimRefused = false;
        bool ticketUsed = false; ///< a ticket of an earlier visit
    };

    Part place(const TapView& tap, const EveryTap& rule);
    Part place(const TapView& tap, const FixedWindow& rule);
    Part place(const TapView& tap, const VisitRule& rule);
    Part placeByLayers(const TapView& tap, bool continues, std::int64_t gap, const VisitRule& rule);
    Part placeByTicket(const TapView& tap);
    [[nodiscard]] bool opensVisit(const TapView& tap, std::int64_t gap, const VisitRule& rule) const;
    bool believesClaim(const TapView& tap, std::int64_t gap, const VisitRule& rule);
    [[nodiscard]] static Part newVisit(const TapView& tap, Origin origin);

    Policy m_policy;
    std::optional<TapView> m_last;
    Part m_part; ///< of the last tap
    bool m_queue = false;
    bool m_withdrawn = false;
    std::optional<MonotonicMs> m_lastCounted; ///< FixedWindow
    std::optional<MonotonicMs> m_lastClaim;
    bool m_claimedInPresence = false;
    TicketKey m_ticket = noTicket; ///< of the visit of the last tap
    std::unordered_map<TicketKey, std::uint64_t> m_ticketVisits;
};

/// A closed day.
struct AdjudicatedDay {
    std::vector<Verdict> verdicts; ///< one per tap, in their order
    /// The circuit breaker: runs and closed hours would have taken more than a fifth of the visits, so they took none.
    bool underControl = false;
    std::uint32_t visitsInRuns = 0; ///< excluded as RUN_IMPLAUSIBLE or, where runs are only flagged, marked
    bool usesPresence = false;      ///< the presence sensor was there and healthy
    bool usesDoors = false;         ///< the door counter was there and healthy
    StandMemory after;              ///< for the next day
};

/// Adjudicates a closed day, with what was known of the stand at its start. The last tap of a visit counts, the others are
/// merged into it (under a fixed window the first counts). `taps`: one stand's, in the journal's order.
[[nodiscard]] AdjudicatedDay adjudicateDay(const Policy& policy, std::span<const TapView> taps,
                                           const StandMemory& before = {});

} // namespace smiley::core
