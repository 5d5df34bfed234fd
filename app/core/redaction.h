// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What is taken out of a comment before it is written anywhere, and the length of a text as people count it.
///
/// Text is UTF-8 in and out; any bytes are taken. Everything here is pure, takes linear time and may be called from any
/// thread. What counts as what is said in README.md and, exactly, in redaction_numbers.cpp, redaction_addresses.cpp and
/// redaction_names.cpp.

namespace smiley::core {

/// What was found and taken out. `Hidden`: characters that nobody sees, or bytes that are no character.
enum class Trace : std::uint8_t { Cpr, Phone, Email, Url, Digits, StaffName, Hidden };

/// The text without them; names are "[medarbejder]", everything else "[fjernet]", hidden characters are just gone.
struct Cleaned {
    std::string text;
    std::set<Trace> removed;
};

/// Whether somebody is still writing. `Going`: what touches the end may be the beginning of something and is not yet
/// judged. What is stored was judged with `Done`.
enum class Typing : std::uint8_t { Going, Done };

/// A staff list made ready for many texts. One name each, as written ("Hanne Lund Sørensen"); cheap to copy.
class StaffNames {
public:
    StaffNames();
    explicit StaffNames(const std::vector<std::string>& names);
    struct Index;
    [[nodiscard]] const Index& index() const { return *m_index; }

private:
    std::shared_ptr<const Index> m_index;
};

inline constexpr std::size_t commentCharactersMax = 200;

/// A cleaned text is at most this many times as long as the text, in bytes.
inline constexpr std::size_t cleanedGrowthMax = 5;

/// Cleans one text. Cleaning what was cleaned changes nothing.
[[nodiscard]] Cleaned clean(std::string_view text, const StaffNames& staffNames, Typing typing = Typing::Done);

/// Characters as people count them: a letter with its accents, an emoji made of several and a flag are one.
/// At most `characterPointsMax` code points are taken for one.
[[nodiscard]] std::size_t characters(std::string_view utf8);
inline constexpr std::size_t characterPointsMax = 32;

/// The beginning of the text, at most so many characters.
[[nodiscard]] std::string firstCharacters(std::string_view utf8, std::size_t most);

/// What a backspace leaves. Of an empty text: nothing.
[[nodiscard]] std::string withoutLastCharacter(std::string_view utf8);

} // namespace smiley::core
