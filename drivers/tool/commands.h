// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "drivers/replay/trace_writer.h"
#include "drivers/tool/event_lines.h"

#include <cstdint>
#include <filesystem>
#include <string>

/// What smiley-usb does. Lines go to standard output, each whole and at once; complaints to standard error.

namespace smiley::tool {

enum class ExitCode : std::uint8_t {
    Done = 0,
    Failed = 1, ///< something nobody thought of
    Usage = 2,
    BadList = 3, ///< the list of devices can't be read, or has faults
    NoUsb = 4,   ///< libusb can't be used
    BadFile = 5, ///< a trace or a file of rules can't be read or written, or a trace has a line that can't be read
};
/// For --help.
[[nodiscard]] std::string exitCodeHelp();

/// SIGINT and SIGTERM as a question instead of an end. Make it before any thread: the others inherit that they are held
/// back.
class EndSignals {
public:
    EndSignals();
    /// Waits so long; whether one of them came, now or before.
    [[nodiscard]] bool cameWithin(std::int64_t ms);

private:
    bool m_came = false;
};

/// A line for each device on the bus; with `Form::Json` one object with all of them.
[[nodiscard]] ExitCode list(const core::DeviceList& devices, Form form);

struct WatchOptions {
    Form form = Form::Text;
    bool raw = false; ///< reports of listed devices, byte by byte
    TicketShown tickets = TicketShown::Length;
};
/// Until a signal. May run beside no stand: a device has one reader.
[[nodiscard]] ExitCode watch(const core::DeviceList& devices, const core::Clock& clock, const WatchOptions& options,
                             EndSignals& end);

/// Writes a trace into FILE, which must not exist and is its owner's alone, until a signal. What is written is whole at any moment.
[[nodiscard]] ExitCode record(const core::DeviceList& devices, const core::Clock& clock,
                              const std::filesystem::path& file, replay::TicketTexts tickets, EndSignals& end);

enum class Pace : std::uint8_t { AsItWas, Fast };
/// Prints a trace as `watch` would have; its stamps count from the trace's beginning. An unreadable line is named and
/// passed over.
[[nodiscard]] ExitCode replay(const std::filesystem::path& file, Form form, Pace pace, TicketShown tickets,
                              EndSignals& end);

} // namespace smiley::tool
