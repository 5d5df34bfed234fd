// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/day_figures.h"
#include "app/core/policy.h"
#include "app/core/verdict.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

/// The running odds that a tap is another person's: METHOD.md section 3, L2, without the door.
///
/// A person is single, correcting, repeating, playing or lingering; all but the first tap at least twice, and go on after
/// each further tap with the probability `goesOn` (1 after the first). For the next tap, with gap g:
///
///   new   = Σ P(kind)·(1 − goesOn) · f_new(g)  · P(presence | new)  · P(same face or not | new)
///   same  = Σ P(kind)·goesOn·f_kind(g) · P(same face or not | kind) · P(presence | same)
///   f_new = (1 − q)·λ·exp(−λg) + q·LN(g), q = queueShare, half-way to queueShareInQueue after one visit that came
///           close behind another, queueShareInQueue after two
///
/// and the evidence is ln(new / same), split into what the gap, the presence and the faces say. Only whether two faces
/// agree is looked at, never which they are.

namespace smiley::core {

/// What is to be done with a tap before the door is heard.
struct TapOdds {
    enum class Fixed : std::uint8_t { No, New, Same }; ///< No: the odds decide
    enum class Claim : std::uint8_t { None, Heard, OneTooMany };
    Fixed fixed = Fixed::No;
    Claim claim = Claim::None;
    /// Another boot or mode, a clock that went back, a withdrawal: nothing joins it to the tap before.
    bool breaksOff = false;
    bool isFreshTicket = false;
    bool isOtherInPoll = false;                ///< taps a face in a poll, and the zone was seen empty before
    std::optional<std::uint64_t> usedTicketOf; ///< the visit that used this ticket before; the tap itself: nobody knows
    Evidence evidence;

    /// `threshold`: ln(VisitRule::newVisitOdds).
    [[nodiscard]] bool opensVisit(double threshold) const;
};

class VisitOdds {
public:
    VisitOdds(const VisitRule& rule, const DayFigures& figures);

    /// Weighs the next tap, in the journal's order. Constant work.
    TapOdds weigh(const TapView& tap);
    /// The last tap's visit was withdrawn.
    void withdraw();
    [[nodiscard]] bool opensVisit(const TapOdds& odds) const { return odds.opensVisit(m_threshold); }

private:
    static constexpr std::size_t kinds = 5;
    using Kinds = std::array<double, kinds>;
    /// Densities (1/s) by gap, sixteen steps to a doubling.
    struct GapTable;
    [[nodiscard]] static std::shared_ptr<const GapTable> tableOf(const VisitRule& rule);

    /// The near zone was seen empty since the tap before, by a sensor that is worth something.
    [[nodiscard]] bool seesBreak(const TapView& tap) const
    {
        return m_figures.usesPresence && tap.presence == Presence::Broken;
    }
    void weighTicket(const TapView& tap, std::int64_t gapMs, TapOdds& odds);
    void weighGap(const TapView& tap, std::int64_t gapMs, TapOdds& odds);
    void weighScreen(const TapView& tap, std::int64_t gapMs, TapOdds& odds);
    void take(const TapView& tap, const TapOdds& odds, std::int64_t gapMs);

    VisitRule m_rule;
    DayFigures m_figures;
    std::shared_ptr<const GapTable> m_table;
    double m_threshold = 0;
    Kinds m_start{}; ///< of a visit's first tap
    Kinds m_goesOn{};
    Kinds m_sameFace{};

    Kinds m_first{};    ///< how likely each is, and the last tap its first
    Kinds m_later{};    ///< how likely each is, and the last tap a later one
    Kinds m_followed{}; ///< and if the tap being weighed were the same person's
    bool m_hasLast = false;
    bool m_withdrawn = false;
    int m_inQueue = 0; ///< visits that came close behind another, 0 to 2
    std::uint32_t m_boot = 0;
    MonotonicMs m_at{};
    Face m_face = Face::InBetween;
    Mode m_mode = Mode::Normal;
    std::optional<MonotonicMs> m_claim; ///< the last that was heard
    bool m_claimedHere = false;         ///< in this presence
    struct TicketSpent {
        std::uint64_t visit = 0;
        bool counts = false; ///< as far as L0 can tell: in no mode that excludes it, and not withdrawn
    };
    TicketKey m_ticket = noTicket; ///< of the visit of the last tap
    /// That visit; 0 where the last tap is none of its own, but a used ticket's, a refused claimer's, or after one of these.
    std::uint64_t m_visit = 0;
    std::unordered_map<TicketKey, TicketSpent> m_tickets;
};

} // namespace smiley::core
