// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <variant>

/// A trace is a text of one event a line:
///
///   presence begins | presence ends | headphones in | headphones out | passage N (1..1000) | key N (1..8)
///   wait MS (0..3600000) | # comment | (empty)
///
/// `wait` puts off what follows it, so that a recorded hour plays as it was.

namespace smiley::replay {

struct Wait {
    std::int64_t ms = 0;
};
/// An empty line or a comment.
struct Nothing {};
/// Why a line can't be read.
struct Unreadable {
    std::string why;
};
using Line = std::variant<core::InputEvent, Wait, Nothing, Unreadable>;

/// Reads one line (without its end). The event's time is left 0.
[[nodiscard]] Line parseLine(std::string_view line);

/// Plays a trace from a file or a FIFO on a thread of its own. From a FIFO it goes on until stop(), also when the writer
/// goes and comes back.
class TraceSource final : public core::InputSource {
public:
    /// `complain` gets one sentence per unreadable line, or that the file can't be opened; from the source's thread.
    TraceSource(std::filesystem::path file, const core::Clock& clock, std::function<void(std::string)> complain);
    ~TraceSource() override;

    void start(std::function<void(core::InputEvent)> deliver) override;
    void stop() override;

private:
    void play(const std::function<void(core::InputEvent)>& deliver);

    std::filesystem::path m_file;
    const core::Clock& m_clock;
    std::function<void(std::string)> m_complain;
    int m_stopPipe[2] = {-1, -1};
    std::thread m_thread;
};

} // namespace smiley::replay
