// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

/// What a questionnaire file calls the values of the enumerations, in the order of their enumerators. Only for this
/// folder's .cpp files.

namespace smiley::wire {

inline constexpr std::array<std::string_view, 5> kindNames{"faces", "degree", "choice", "choices", "comment"};
inline constexpr std::array<std::string_view, 3> ownershipNames{"core", "mandatory", "local"};
inline constexpr std::array<std::string_view, 2> directionNames{"ltr", "rtl"};

/// The first enumerator for a name that isn't there.
template <class Enum, std::size_t Size>
Enum enumOf(const std::array<std::string_view, Size>& names, std::string_view name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? Enum{} : static_cast<Enum>(at - names.begin());
}

template <class Enum, std::size_t Size>
std::string_view nameOf(const std::array<std::string_view, Size>& names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

} // namespace smiley::wire
