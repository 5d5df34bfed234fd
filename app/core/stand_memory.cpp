// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/stand_memory.h"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace smiley::core {

namespace {

constexpr std::string_view format = "1";

/// Calls `each` with every number, in the order of the text.
template <typename Memory, typename Each>
void forEachNumber(Memory& memory, Each each)
{
    each(memory.openSeconds);
    each(memory.arrivals);
    each(memory.passages);
    each(memory.aloneVisits);
    each(memory.aloneExits);
    each(memory.longGaps);
    each(memory.longBreaks);
    each(memory.queueGaps);
    each(memory.queueBreaks);
    each(memory.sameSeconds);
    each(memory.sameBreaks);
}

} // namespace

std::string textOf(const StandMemory& memory)
{
    std::string text(format);
    forEachNumber(memory, [&](double number) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::hex);
        text += ' ';
        text.append(digits.data(), end.ptr);
    });
    return text;
}

std::optional<StandMemory> standMemoryOf(std::string_view text)
{
    if (!text.starts_with(format)) {
        return std::nullopt;
    }
    text.remove_prefix(format.size());
    StandMemory memory;
    bool good = true;
    forEachNumber(memory, [&](double& number) {
        if (!good || !text.starts_with(' ')) {
            good = false;
            return;
        }
        text.remove_prefix(1);
        const auto end = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::hex);
        good = end.ec == std::errc{} && std::isfinite(number) && number >= 0;
        text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
    });
    return good && text.empty() ? std::optional(memory) : std::nullopt;
}

} // namespace smiley::core
