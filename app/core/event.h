// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/questionnaire.h"
#include "app/core/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

/// What the journal holds: one event a row, append-only. Presence and door events are not rows of their own; a tap
/// carries what they had said by then.

namespace smiley::core {

/// What the screen was doing when a face was tapped.
enum class ScreenContext : std::uint8_t {
    Faces,      ///< the bare faces
    Invitation, ///< the banner after a tap stood above them
    Poll,       ///< a poll that was taken up by a new person, or reached again by "Tilbage"
    Correcting, ///< the banner "ændret" or "vi har dit svar" stood above them
    Claimed,    ///< "Jeg er den næste" was pressed before this tap
};

/// Presence since the tap before.
enum class Presence : std::int8_t {
    Unknown = -1,   ///< no sensor, or an unhealthy one
    Continuous = 0, ///< the near zone was never empty
    Broken = 1,     ///< it was seen empty, or handed over
};

/// Who or what answers. Never leaves the stand on a visit, only as a tally.
enum class Input : std::uint8_t { Touch, Keys, Speech };

/// The one-time card with which a face was tapped.
enum class TicketUse : std::uint8_t {
    None,  ///< without a card
    Fresh, ///< a card that was never used
    Same,  ///< the card of the visit's tap before, shown again or still held before the stand by the same person
    Used,  ///< a card that another visit had used
};

struct Tap {
    Face face = Face::InBetween;
    ScreenContext screen = ScreenContext::Faces;
    Presence presence = Presence::Unknown;
    std::optional<std::uint32_t> doors; ///< cumulative passages of the day; nothing: no door counter
    Input input = Input::Touch;
    LanguageTag language; ///< shown when it was tapped
    Hash questionnaire;   ///< in force
    TicketUse ticket = TicketUse::None;
};

/// An answer of the poll. It belongs to the last tap before it. A later answer to the same question replaces it.
struct Answered {
    PollAnswer answer;
    LanguageTag language;
};

/// "Fortryd mit svar": the visit of the last tap before it doesn't count.
struct Withdrawn {};

/// The visit on the screen ended.
struct VisitEnded {
    enum class How : std::uint8_t {
        Finished, ///< all questions done, or the invitation ran out
        Stopped,  ///< "Stop her"
        TimedOut, ///< nobody touched the screen any more
        Left,     ///< the near zone was empty
        NextCame, ///< another person took over
    };
    How how = How::Finished;
};

/// Minutes in which the stand takes no answers, or not from visitors.
struct Period {
    enum class Kind : std::uint8_t { Staff, Cleaning, Test };
    Kind kind = Kind::Staff;
    bool begins = true;
};

struct QuestionnaireChanged {
    Hash questionnaire;
};

/// The stand program started.
struct Started {
    std::string version;
};

/// The wall clock stepped against the monotonic one by more than two seconds, or its quality changed.
struct ClockStepped {
    std::int64_t byMs = 0;
};

/// How long after a tap its passages are counted.
inline constexpr std::int64_t leftWithinMs = 20'000;

/// Passages in the `leftWithinMs` after a tap, written when they are over; only with a door counter. Where the program
/// ended before that, nobody knows.
struct LeftAfter {
    Sequence tap{}; ///< its number
    std::uint32_t count = 0;
};

using EventContent =
    std::variant<Tap, Answered, Withdrawn, VisitEnded, Period, QuestionnaireChanged, Started, ClockStepped, LeftAfter>;

struct Event {
    Now at;
    EventContent content;
    /// The visit on the screen, named by the number of its first tap; nothing outside a visit and for a first tap
    /// itself (its own number). The adjudicator, not this, decides what is one visit.
    std::optional<Sequence> visit;
};

/// An event as it stands in the journal.
struct Row {
    Sequence sequence{};
    Boot boot{};
    Event event;
};

} // namespace smiley::core
