// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

/// A trace is a text of one event a line:
///
///   presence begins | presence ends | headphones in | headphones out | passage N (1..1000) | key N (1..8)
///   ticket TEXT | found ROLE | lost ROLE (keys, presence, door, scanner) | camera comes | camera goes
///   wait MS (0..3600000) | # comment | (empty)
///
/// `wait` puts off what follows it, so that a recorded hour plays as it was. Of a ticket's text, bytes other than letters,
/// digits and $*+-./: are written %XX, as in an address.

namespace smiley::replay {

/// Longest line: a ticket of core::ticketTextMax bytes, each of them written %XX.
inline constexpr std::size_t lineBytesMax = 2048;

struct Wait {
    std::int64_t ms = 0;
};
/// Longest wait of one line; a longer one is several.
inline constexpr std::int64_t waitMsMax = 3'600'000;

/// An empty line or a comment.
struct Nothing {};
/// Why a line can't be read. It repeats a value's beginning at most: a line that is nearly a ticket's holds a card.
struct Unreadable {
    std::string why;
};
using Line = std::variant<core::InputEvent, Wait, Nothing, Unreadable>;

/// Reads one line (without its end). The event's time is left 0.
[[nodiscard]] Line parseLine(std::string_view line);
/// The line of an event, without its end; parseLine() gives the event back.
[[nodiscard]] std::string lineOf(const core::InputEvent& event);

/// Plays a trace from a file or a FIFO on a thread of its own. From a FIFO it goes on until stop(), also when the writer
/// goes and comes back.
///
/// A file in which a line says `found` or `lost` tells itself which roles there are. With any other, and with a FIFO, keys,
/// presence and door are found when it starts. A scanner is found before the first ticket, where no line told of one.
class TraceSource final : public core::InputSource {
public:
    /// `complain` gets one sentence per unreadable line, or that the file can't be read; from the source's thread.
    TraceSource(std::filesystem::path file, const core::Clock& clock, std::function<void(std::string)> complain);
    ~TraceSource() override;

    void start(std::function<void(core::InputEvent)> deliver) override;
    void stop() override;
    /// The roles of which the trace has told so far, each named "trace".
    [[nodiscard]] std::vector<core::PeripheralState> peripherals() const override;

private:
    void play(const std::function<void(core::InputEvent)>& deliver);
    [[nodiscard]] bool knows(core::Role role) const;
    void note(const core::InputEvent& event);

    std::filesystem::path m_file;
    const core::Clock& m_clock;
    std::function<void(std::string)> m_complain;
    mutable std::mutex m_mutex; ///< of m_peripherals
    std::vector<core::PeripheralState> m_peripherals;
    bool m_foundAtStart = true;
    int m_stopPipe[2] = {-1, -1};
    std::thread m_thread;
};

} // namespace smiley::replay
