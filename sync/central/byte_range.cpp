// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace smiley::central {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

std::variant<WholeFile, Unsatisfiable, ByteRange> parseRange(std::string_view header, std::uint64_t fileBytes)
{
    constexpr std::string_view unit = "bytes=";
    header = trimmed(header);
    if (header.substr(0, unit.size()) != unit) {
        return WholeFile{};
    }
    const std::string_view spec = trimmed(header.substr(unit.size()));
    const std::size_t hyphen = spec.find('-');
    if (hyphen == std::string_view::npos) {
        return WholeFile{};
    }
    const std::string_view from = spec.substr(0, hyphen);
    const std::string_view to = spec.substr(hyphen + 1);
    const auto first = wholeNumber(from);
    const auto last = wholeNumber(to);
    if (from.empty() && last) { // the last so many bytes
        if (*last == 0 || fileBytes == 0) {
            return Unsatisfiable{};
        }
        return ByteRange{fileBytes - std::min(*last, fileBytes), fileBytes - 1};
    }
    if (!first || (!to.empty() && (!last || *last < *first))) {
        return WholeFile{};
    }
    if (*first >= fileBytes) {
        return Unsatisfiable{};
    }
    return ByteRange{*first, std::min(last.value_or(fileBytes - 1), fileBytes - 1)};
}

bool matchesEtag(std::string_view header, std::string_view etag)
{
    while (!header.empty()) {
        const std::size_t comma = std::min(header.find(','), header.size());
        std::string_view one = trimmed(header.substr(0, comma));
        if (one == "*") {
            return true;
        }
        if (one.substr(0, 2) == "W/") {
            one.remove_prefix(2);
        }
        if (one == etag) {
            return true;
        }
        header.remove_prefix(std::min(comma + 1, header.size()));
    }
    return false;
}

} // namespace smiley::central
