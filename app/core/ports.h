// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"
#include "app/core/result.h"
#include "app/core/time.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

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

/// Where events are kept. Call from the thread that opened it.
class Journal {
public:
    virtual ~Journal() = default;
    /// Appends one event and returns its number when it is on disk.
    ///
    /// On any error nothing was written and nobody may be thanked.
    [[nodiscard]] virtual Result<Sequence, JournalFault> append(const Event& event) = 0;
    /// The start of the program under which it appends.
    [[nodiscard]] virtual Boot boot() const = 0;
};

/// Something that a peripheral said.
struct InputEvent {
    enum class Kind : std::uint8_t {
        KeyPressed,    ///< value: key number 1..8
        PresenceBegan, ///< somebody stands in the near zone
        PresenceEnded, ///< the near zone is empty
        Passage,       ///< somebody passed the door; value: how many
    };
    Kind kind = Kind::KeyPressed;
    int value = 0;
    MonotonicMs at{};
};

/// A source of input events (USB, a recorded trace). `deliver` may be called from any thread and only enqueues.
class InputSource {
public:
    virtual ~InputSource() = default;
    virtual void start(std::function<void(InputEvent)> deliver) = 0;
    virtual void stop() = 0;
};

/// Says a text aloud. Implemented with its own issue; the stand shows "Læs højt" only where one is given.
class Speech {
public:
    virtual ~Speech() = default;
    virtual void say(const std::string& text, const std::string& languageTag) = 0;
    virtual void silence() = 0;
};

} // namespace smiley::core
