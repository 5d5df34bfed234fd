// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "drivers/usb/usb_source.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The lines of `smiley-usb watch`, one a happening, the same in two forms (README.md lists all of them):
///
///   1234567 key key=3
///   {"us":1234567,"event":"key","key":3}
///
/// The number is in microseconds of CLOCK_MONOTONIC, when the line was made.

namespace smiley::tool {

enum class Form : std::uint8_t { Text, Json };

/// Builds one line: the stamp, the event, then its values in the order given.
class LineBuilder {
public:
    LineBuilder(Form form, std::int64_t us, std::string_view event);
    LineBuilder& add(std::string_view key, std::string_view value);
    LineBuilder& add(std::string_view key, const char* value) { return add(key, std::string_view(value)); }
    LineBuilder& add(std::string_view key, std::int64_t value);
    LineBuilder& addFlag(std::string_view key, bool value);
    /// Nothing is known of it.
    LineBuilder& addNothing(std::string_view key);
    /// The line, with its end.
    [[nodiscard]] std::string take();

private:
    void beginValue(std::string_view key);

    Form m_form;
    std::string m_line;
};

/// A text as JSON writes it, with its quotes. A byte that is no text (UTF-8), or that nobody sees, becomes \u00XX.
[[nodiscard]] std::string quoted(std::string_view text);
/// "0102ff".
[[nodiscard]] std::string hex(std::span<const std::byte> bytes);
/// "1209:5b01".
[[nodiscard]] std::string idOf(std::uint16_t vendor, std::uint16_t product);

enum class TicketShown : std::uint8_t { Length, Text };

/// What a peripheral said. Of a ticket only its length, unless its text is asked for.
[[nodiscard]] std::string lineOf(Form form, std::int64_t us, const core::InputEvent& event, TicketShown tickets);
/// `event` is "seen" or "refused", by whether it has an entry.
[[nodiscard]] std::string lineOf(Form form, std::int64_t us, const core::DeviceList& list,
                                 const usb::SeenDevice& device);
/// "link": how an entry of the list is now.
[[nodiscard]] std::string lineOf(Form form, std::int64_t us, const core::PeripheralState& state);

} // namespace smiley::tool
