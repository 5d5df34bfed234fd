// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smiley::core {

/// A short name made of a fixed alphabet; each id has a type of its own so that none stands in for another.
/// Rules are checked in one place, `parse`, and tested by a table.
template <class Tag>
class Name {
public:
    /// The name, or nothing where `text` breaks the tag's rule (Tag::isValid).
    [[nodiscard]] static std::optional<Name> parse(std::string_view text)
    {
        if (!Tag::isValid(text)) {
            return std::nullopt;
        }
        return Name(std::string(text));
    }

    [[nodiscard]] const std::string& text() const { return m_text; }
    auto operator<=>(const Name&) const = default;

private:
    explicit Name(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

/// Lower-case letters, digits and hyphens, 3 to 40, beginning with a letter: used in paths and URLs.
struct SlugRule {
    [[nodiscard]] static bool isValid(std::string_view text);
};
/// Letters, digits, '_', '-' and '.', 1 to 32, beginning with a letter or digit: questions and options.
struct KeyRule {
    [[nodiscard]] static bool isValid(std::string_view text);
};
/// 64 lower-case hexadecimal digits.
struct HashRule {
    [[nodiscard]] static bool isValid(std::string_view text);
};
/// 32 lower-case hexadecimal digits (128 random bits).
struct EpochRule {
    [[nodiscard]] static bool isValid(std::string_view text);
};

struct StandTag : SlugRule {};
struct MunicipalityTag : SlugRule {};
struct SiteTag : SlugRule {};
struct QuestionTag : KeyRule {};
struct OptionTag : KeyRule {};
struct HashTag : HashRule {};
struct EpochTag : EpochRule {};

using StandId = Name<StandTag>;
using MunicipalityId = Name<MunicipalityTag>;
using SiteId = Name<SiteTag>;
using QuestionId = Name<QuestionTag>;
using OptionId = Name<OptionTag>;
/// SHA-256 in hexadecimal: of a questionnaire's canonical JSON, of an envelope, of a policy.
using Hash = Name<HashTag>;
/// Drawn when a journal is made; a new one after a fork.
using Epoch = Name<EpochTag>;

/// Number of a row in the journal: 1, 2, 3 … without a gap within one epoch.
enum class Sequence : std::uint64_t {};
/// Number of a start of the stand program: 1, 2, 3 … within one journal.
enum class Boot : std::uint32_t {};
/// Number of an envelope: 1, 2, 3 … without a gap within one epoch.
enum class EnvelopeNumber : std::uint64_t {};

[[nodiscard]] constexpr std::uint64_t number(Sequence sequence) { return static_cast<std::uint64_t>(sequence); }
[[nodiscard]] constexpr std::uint32_t number(Boot boot) { return static_cast<std::uint32_t>(boot); }
[[nodiscard]] constexpr std::uint64_t number(EnvelopeNumber value) { return static_cast<std::uint64_t>(value); }

/// The five faces, worst first. The order never changes, in no language and no mirror.
enum class Face : std::uint8_t { VeryBad = 1, Bad = 2, InBetween = 3, Good = 4, VeryGood = 5 };

[[nodiscard]] constexpr int score(Face face) { return static_cast<int>(face); }
/// The face with this score, or nothing outside 1..5.
[[nodiscard]] std::optional<Face> faceOf(int score);

/// The faces as a comment tells them: 1-2, 3, 4-5.
enum class FaceGroup : std::uint8_t { Low, Middle, High };
/// As it is written in files and messages, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> faceGroupNames{"1-2", "3", "4-5"};

[[nodiscard]] constexpr FaceGroup groupOf(Face face)
{
    return score(face) < 3 ? FaceGroup::Low : score(face) == 3 ? FaceGroup::Middle : FaceGroup::High;
}

} // namespace smiley::core
