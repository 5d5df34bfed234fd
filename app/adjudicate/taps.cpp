// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/taps.h"

#include "app/adjudicate/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

namespace smiley::adjudicate {

namespace {

/// Marks an id that is an offset into the texts.
constexpr std::uint64_t textBit = std::uint64_t{1} << 63U;
constexpr std::size_t plainDigitsMax = 18;

/// The number, where writing it gives the same text.
std::optional<std::uint64_t> plainNumber(std::string_view id)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    const bool plain = error == std::errc{} && end == id.data() + id.size() && id.size() <= plainDigitsMax &&
                       (id.size() == 1 || id.front() != '0');
    return plain ? std::optional(number) : std::nullopt;
}

} // namespace

bool TapIds::add(std::string_view id)
{
    const auto number = plainNumber(id);
    const bool rises = number && (m_ids.empty() || *number > m_highest);
    const auto row = static_cast<std::uint32_t>(m_ids.size() + 1);
    if (m_set.empty() && rises) {
        m_highest = *number;
        m_ids.push_back(*number);
        return true;
    }
    if (m_set.empty()) {
        std::string text;
        m_set.resize(16);
        for (std::uint32_t earlier = 1; earlier < row; ++earlier) {
            text.clear();
            append(text, earlier);
            remember(earlier, text);
        }
    }
    const bool isNew = remember(row, id);
    m_ids.push_back(packed(id));
    return isNew;
}

void TapIds::append(std::string& text, std::uint64_t row) const
{
    const std::uint64_t packed = m_ids[row - 1];
    if ((packed & textBit) != 0) {
        text += longText(packed);
        return;
    }
    std::array<char, 24> digits; // NOLINT(cppcoreguidelines-pro-type-member-init)
    text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), packed).ptr);
}

std::uint64_t TapIds::packed(std::string_view id)
{
    if (const auto number = plainNumber(id)) {
        return *number;
    }
    const std::uint64_t offset = m_texts.size();
    m_texts += static_cast<char>(id.size());
    m_texts += id;
    return offset | textBit;
}

std::string_view TapIds::longText(std::uint64_t packed) const
{
    const std::size_t offset = packed & ~textBit;
    return std::string_view(m_texts).substr(offset + 1, static_cast<unsigned char>(m_texts[offset]));
}

bool TapIds::same(std::uint64_t packed, std::string_view id) const
{
    const auto number = plainNumber(id);
    return (packed & textBit) != 0 ? !number && longText(packed) == id : number == packed;
}

/// False where a row before has it. Open addressing, at most half full.
bool TapIds::remember(std::uint32_t row, std::string_view id)
{
    if (std::size_t{row} * 2 > m_set.size()) {
        grow();
    }
    for (std::size_t at = std::hash<std::string_view>{}(id);; ++at) {
        std::uint32_t& place = m_set[at & (m_set.size() - 1)];
        if (place == 0) {
            place = row;
            return true;
        }
        if (same(m_ids[place - 1], id)) {
            return false;
        }
    }
}

void TapIds::grow()
{
    std::vector<std::uint32_t> old(m_set.size() * 2);
    std::swap(old, m_set);
    std::string text;
    for (const std::uint32_t row : old) {
        if (row != 0) {
            text.clear();
            append(text, row);
            remember(row, text);
        }
    }
}

KioskDay& Taps::dayOf(const TapRow& row)
{
    if (m_kiosks.empty() || m_kiosks[m_kiosk].name != row.kiosk || m_kiosks[m_kiosk].days[m_day].day != row.day) {
        m_kiosk = m_kioskPlaces.try_emplace(std::string(row.kiosk), m_kiosks.size()).first->second;
        if (m_kiosk == m_kiosks.size()) {
            m_kiosks.push_back({std::string(row.kiosk), {}});
        }
        std::vector<KioskDay>& days = m_kiosks[m_kiosk].days;
        std::string name = m_kiosks[m_kiosk].name;
        name += '\n';
        name += row.day;
        m_day = m_dayPlaces.try_emplace(std::move(name), days.size()).first->second;
        if (m_day == days.size()) {
            days.push_back({std::string(row.day), {}});
        }
    }
    return m_kiosks[m_kiosk].days[m_day];
}

TapReader::Complaint Taps::add(const TapRow& row)
{
    if (!m_ids.add(row.id)) {
        return {"tap_id", "stands here a second time: " + shown(row.id) + "; every tap needs an id of its own"};
    }
    std::vector<core::TapView>& taps = dayOf(row).taps;
    if (!taps.empty() && row.tap.boot < taps.back().boot) {
        return {"boot", "goes back from " + std::to_string(taps.back().boot) + " to " + std::to_string(row.tap.boot) +
                            " within a kiosk and day; keep the order in which the stand wrote them"};
    }
    if (!taps.empty() && row.tap.boot == taps.back().boot && row.tap.at < taps.back().at) {
        return {"t_ms", "goes back from " + std::to_string(count(taps.back().at)) + " to " +
                            std::to_string(count(row.tap.at)) +
                            " within a kiosk, day and boot; sort the rows by it, or give each start a boot of its own"};
    }
    taps.push_back(row.tap);
    return {};
}

} // namespace smiley::adjudicate
