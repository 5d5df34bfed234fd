// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/ids.h"
#include "app/core/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
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
    std::string ticket;                 ///< one-time ticket id, or empty
    Mode mode = Mode::Normal;
    ClockQuality clock = ClockQuality::Anchored;
    bool withdrawn = false; ///< the person pressed "Fortryd" after this tap and before the next
};

enum class Outcome : std::uint8_t { Count, Merged, Excluded };

/// METHOD section 3, "Reason codes".
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
    ClosedHours,
    Maintenance,
    Test,
};

/// "OK", "OK_LAST", … as in METHOD.
[[nodiscard]] std::string_view code(Reason reason);
/// "count", "merged", "excluded".
[[nodiscard]] std::string_view code(Outcome outcome);

/// One per raw tap. A visit is named by the number of its first tap.
struct Verdict {
    std::uint64_t tap = 0;
    std::uint64_t visit = 0;
    Outcome outcome = Outcome::Count;
    Reason reason = Reason::Ok;
};

/// What "Jeg er den næste" is worth without presence break or door count (METHOD 3: a claim, not a verdict).
enum class Claims : std::uint8_t {
    Never,
    Sparingly, ///< at most one in `claimEveryMs` and one per presence
    Always,
};

/// The parameters of METHOD section 3, table "Parameters", in milliseconds: those of `headline`.
struct VisitRule {
    std::int64_t tooSoonMs = 1500;         ///< L1
    std::int64_t sameBrokenMs = 1800;      ///< L2, b = 1
    std::int64_t sameContinuousMs = 30000; ///< L2, b = 0
    std::int64_t sameQueueMs = 3500;       ///< L2, b = 0, queue mode and another choice
    std::int64_t sameNoSensorMs = 3500;    ///< L0 after a ticket, and L2, b = -1
    std::int64_t queueGapMs = 12000;
    Claims claims = Claims::Sparingly;
    std::int64_t claimEveryMs = 20000;
    auto operator<=>(const VisitRule&) const = default;
};

/// Counts a tap when at least `ms` have passed since the last counted tap; its face is that tap's.
struct FixedWindow {
    std::int64_t ms = 5000;
    auto operator<=>(const FixedWindow&) const = default;
};

/// Counts every tap.
struct EveryTap {
    auto operator<=>(const EveryTap&) const = default;
};

struct Policy {
    std::string name; ///< "raw", "window:5", "strict", "headline", "loose"
    std::variant<EveryTap, FixedWindow, VisitRule> rule;

    /// A standard policy by its name, or nothing. `window:W` takes W = 1..3600 seconds.
    [[nodiscard]] static std::optional<Policy> named(std::string_view name);
    /// Those whose tallies every envelope carries: raw, window:5|10|15|30|60|120, strict, headline, loose.
    [[nodiscard]] static std::span<const std::string_view> standardNames();
    auto operator<=>(const Policy&) const = default;
};

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
    explicit Adjudicator(Policy policy);

    /// Takes the next tap. Taps come in the journal's order; a new boot, another mode, a tap that lies before the last
    /// one, or one after a withdrawal opens a new visit.
    LiveVerdict tap(const TapView& tap);

    /// "Fortryd mit svar" was pressed after the last tap: its visit doesn't count, and the next tap opens a new one.
    void withdraw();

    /// The visit of the last tap, named by its first tap; 0 before the first tap.
    [[nodiscard]] std::uint64_t visit() const { return m_part.visit; }

private:
    friend std::vector<Verdict> adjudicate(const Policy&, std::span<const TapView>);

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
    std::string m_ticket; ///< of the visit of the last tap
    std::unordered_map<std::string, std::uint64_t> m_ticketVisits;
};

/// Adjudicates a closed day: one verdict per tap, in the order of `taps`. The last tap of a visit counts, the others are
/// merged into it (under a fixed window the first counts).
[[nodiscard]] std::vector<Verdict> adjudicate(const Policy& policy, std::span<const TapView> taps);

/// Counted answers by face, index 0 = VeryBad.
using FaceCounts = std::array<std::uint32_t, 5>;
[[nodiscard]] FaceCounts countedFaces(std::span<const TapView> taps, std::span<const Verdict> verdicts);

} // namespace smiley::core
