// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/ids.h"
#include "app/core/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What adjudication takes and gives: one TapView in, one Verdict out.

namespace smiley::core {

/// A one-time ticket, as a number that tells two tickets apart (a hash of its id).
using TicketKey = std::uint64_t;
inline constexpr TicketKey noTicket = 0;
/// A ticket that was used, nobody knows in which visit: it never counts. Any number of tickets.
inline constexpr TicketKey usedTicket = ~TicketKey{0};
/// FNV-1a of the id; never usedTicket, and noTicket only for an empty id.
[[nodiscard]] TicketKey ticketKey(std::string_view id);

/// When the stand was not for visitors.
enum class Mode : std::uint8_t { Normal, Staff, Cleaning, Test, Closed };

/// What a policy may see of a tap. Never the score so far, never who asks.
struct TapView {
    std::uint64_t tap = 0; ///< its number: the journal's sequence, or the file's tap_id
    std::uint32_t boot = 0;
    MonotonicMs at{};
    Face face = Face::InBetween;
    ScreenContext screen = ScreenContext::Faces;
    Presence presence = Presence::Unknown;
    std::optional<std::uint32_t> doors; ///< cumulative passages
    std::optional<std::uint32_t> left;  ///< passages in the 20 s after the tap
    TicketKey ticket = noTicket;
    Mode mode = Mode::Normal;
    ClockQuality clock = ClockQuality::Anchored;
    bool withdrawn = false; ///< the person pressed "Fortryd" after this tap and before the next
};

enum class Outcome : std::uint8_t { Count, Merged, Excluded };

/// METHOD.md section 3, "Reason codes".
enum class Reason : std::uint8_t {
    Ok,
    OkLast,
    Ticket,
    SameVisit,
    Replaced,
    ClaimedNew,
    Withdrawn,
    PollOther,
    DupTicket,
    BurstPlay,
    RunImplausible,
    RunFlagged, ///< counted; the day is marked
    ClosedHours,
    Maintenance,
    Test,
    Boot,     ///< counted; the first tap after a start
    Clock,    ///< counted; the clock was worth nothing
    NoTicket, ///< the policy asks for a ticket, and the visit began without
};
/// Number of reasons.
inline constexpr std::size_t reasonCount = static_cast<std::size_t>(Reason::NoTicket) + 1;

/// "OK", "OK_LAST", … as in METHOD.md.
[[nodiscard]] std::string_view code(Reason reason);
/// "count", "merged", "excluded".
[[nodiscard]] std::string_view code(Outcome outcome);

/// Why a tap was held for a new visit or for the same one: natural logarithms of odds, above 0 for a new visit. 0: says
/// nothing.
struct Evidence {
    float gap = 0;      ///< time since the tap before
    float presence = 0; ///< whether the near zone was seen empty
    float face = 0;     ///< another face, or the same
    float screen = 0;   ///< what the screen was doing
    float doors = 0;    ///< how many walked out
    [[nodiscard]] float total() const { return gap + presence + face + screen + doors; }
    auto operator<=>(const Evidence&) const = default;
};

/// One per raw tap. A visit is named by the number of its first tap.
struct Verdict {
    std::uint64_t tap = 0;
    std::uint64_t visit = 0;
    Outcome outcome = Outcome::Count;
    Reason reason = Reason::Ok;
    Evidence evidence; ///< of the tap against the tap before
    auto operator<=>(const Verdict&) const = default;
};

/// Counted answers by face, index 0 = VeryBad.
using FaceCounts = std::array<std::uint32_t, 5>;
[[nodiscard]] FaceCounts countedFaces(std::span<const TapView> taps, std::span<const Verdict> verdicts);

} // namespace smiley::core
