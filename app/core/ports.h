// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/peripherals.h"
#include "app/core/result.h"
#include "app/core/settings.h"
#include "app/core/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The ports: what the core and the kiosk need of the machine. Each has a real implementation (platform/, app/store/,
/// drivers/, app/ui/) and a fake one in tests/support/.

namespace smiley::core {

/// Reads the time. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Now now() const = 0;
};

/// Randomness of the operating system (tests: seeded). Any thread.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
    /// Uniform in 0..bound-1; `bound` is at least 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
};

/// What can go wrong with the journal, by what the caller should do.
enum class JournalFault : std::uint8_t {
    Full,    ///< no space: don't thank, say "kan ikke tage imod svar lige nu", try again on the next tap
    Io,      ///< the disk failed: don't thank, close and open again, check, tell staff
    Corrupt, ///< the file is damaged: set it aside (never delete), start a new one, tell the centre
};

/// A card's id as the stand keeps it: a hash with a key that is drawn for the day and forgotten with it.
using TicketMark = std::array<std::byte, 32>;

/// Where events are kept. Call from the thread that opened it.
class Journal {
public:
    virtual ~Journal() = default;
    /// Appends one event and returns its number when it is on disk.
    ///
    /// `used` is a card that this tap uses up, in the same transaction.
    /// On any error nothing was written and nobody may be thanked.
    [[nodiscard]] virtual Result<Sequence, JournalFault> append(const Event& event,
                                                                const std::optional<TicketMark>& used = {}) = 0;
    /// The start of the program under which it appends.
    [[nodiscard]] virtual Boot boot() const = 0;
};

/// The tactile keys by their number: five for answers (3 has the raised dot), back, next, and the raised one for speech.
namespace key {
inline constexpr int answersMax = 5; ///< 1..5
inline constexpr int back = 6;
inline constexpr int next = 7;
inline constexpr int speech = 8;
} // namespace key

/// Keeps what visitors write: sealed before it is written, so that this stand can't read it back, and apart from the
/// journal, so that nothing tells whose visit it was. Call from one thread.
class Comments {
public:
    virtual ~Comments() = default;
    /// Seals the cleaned text to the municipality's key and returns the name of its record when it is on disk. On any
    /// error nothing was written and nobody may be thanked.
    [[nodiscard]] virtual Result<std::string, JournalFault> keep(const CommentSettings& settings,
                                                                 const QuestionId& question, FaceGroup faces,
                                                                 const std::string& text, const Now& now) = 0;
    /// The answer of its visit was corrected. A record that has left already stays as it is.
    [[nodiscard]] virtual Result<Done, JournalFault> regroup(const std::string& id, FaceGroup faces) = 0;
    /// Its visit was withdrawn.
    [[nodiscard]] virtual Result<Done, JournalFault> drop(const std::string& id) = 0;
};

/// Something that a peripheral said.
struct InputEvent {
    enum class Kind : std::uint8_t {
        KeyPressed,    ///< a tactile key went down, once however long it is held; value: see `key`
        PresenceBegan, ///< somebody stands in the near zone
        PresenceEnded, ///< the near zone is empty
        Passage,       ///< somebody passed the door; value: how many
        HeadphonesIn,  ///< headphones were plugged in, or were when the source started
        HeadphonesOut,
        TicketShown, ///< a card was held before the scanner; text: what it read
        Found,       ///< a role became usable; value: its Role. In order with what the peripheral says
        Lost,        ///< no healthy peripheral has this role any more; value: its Role
        Watching,    ///< a camera or microphone is plugged in (value 1), or no longer (0)
    };
    Kind kind = Kind::KeyPressed;
    int value = 0;
    /// When it arrived at its source, before any queue: a peripheral's report is as old as this, not as its delivery.
    MonotonicMs at{};
    std::string text{}; ///< TicketShown: at most ticketTextMax bytes, any bytes
};

/// More is no card.
inline constexpr std::size_t ticketTextMax = 512;

/// A source of input events (USB, the headphone jack, a recorded trace). `deliver` may be called from any thread and only enqueues.
class InputSource {
public:
    virtual ~InputSource() = default;
    virtual void start(std::function<void(InputEvent)> deliver) = 0;
    virtual void stop() = 0;
    /// How each listed peripheral is, in the order of the list. Any thread.
    [[nodiscard]] virtual std::vector<PeripheralState> peripherals() const { return {}; }
};

/// What a card is found to be.
enum class TicketFinding : std::uint8_t {
    Fresh,       ///< genuine, of this stand and day, never used
    Used,        ///< genuine, and an answer was given with it
    OtherDay,    //
    OtherStand,  //
    NotACard,    ///< can't be read, or isn't signed by this stand's centre
    CannotCheck, ///< not enrolled, the date isn't known, or the journal can't be read
};

struct TicketCheck {
    TicketFinding finding = TicketFinding::CannotCheck;
    std::optional<TicketMark> mark; ///< Fresh and Used
};

/// Tells cards apart, without a network. Call from the thread that opens the journal.
class Tickets {
public:
    virtual ~Tickets() = default;
    [[nodiscard]] virtual TicketCheck check(const std::string& text, const Now& now) = 0;
};

/// Steps of the volume in speech mode, 6 dB apart (EN 301 549 8.2.1: a range of at least 18 dB).
inline constexpr int volumeSteps = 5;
inline constexpr int volumeDefault = 3;

/// Says a text aloud. Call from the thread that made it; `ended` is called on it too.
class Speech {
public:
    virtual ~Speech() = default;
    /// Whether there is an audio device, and a voice for this language. Changes when devices come and go.
    [[nodiscard]] virtual bool canSay(const std::string& languageTag) const = 0;
    /// Begins to say it, instead of what is being said. `volume` is 1..volumeSteps.
    virtual void say(const std::string& text, const std::string& languageTag, int volume) = 0;
    /// Stops at once. `ended` isn't called for what was stopped.
    virtual void silence() = 0;
    /// What was said has been heard to its end, or could not be said.
    std::function<void()> ended = [] {};
};

} // namespace smiley::core
