// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/hid_report.h"

#include "app/core/peripheral_limits.h"

#include <algorithm>
#include <cmath>

namespace smiley::codec {
namespace {

/// ErrorRollOver, POSTFail and ErrorUndefined: the keyboard can't say which keys are down (HUT 1.5, 10).
bool isKeyboardError(core::Usage usage) { return usage.page == core::keyboardPage && usage.id >= 1 && usage.id <= 3; }

/// A value out of the logical range leaves its control as it was. A device that gives no range isn't held to it.
bool isInRange(const Field& field, std::int64_t value)
{
    return field.logicalMin >= field.logicalMax || (value >= field.logicalMin && value <= field.logicalMax);
}

} // namespace

std::optional<std::uint32_t> readBits(std::span<const std::byte> bytes, std::size_t bit, std::size_t bits)
{
    const std::size_t all = bytes.size() * 8;
    if (bits < 1 || bits > 32 || bits > all || bit > all - bits) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    const std::size_t first = bit / 8;
    const std::size_t last = (bit + bits - 1) / 8;
    for (std::size_t at = first; at <= last; ++at) {
        value |= std::to_integer<std::uint64_t>(bytes[at]) << (8 * (at - first));
    }
    return static_cast<std::uint32_t>((value >> (bit % 8)) & ((std::uint64_t{1} << bits) - 1));
}

bool writeBits(std::span<std::byte> bytes, std::size_t bit, std::size_t bits, std::uint32_t value)
{
    const std::size_t all = bytes.size() * 8;
    if (bits < 1 || bits > 32 || bits > all || bit > all - bits) {
        return false;
    }
    for (std::size_t i = 0; i < bits; ++i) {
        const std::byte mask{static_cast<unsigned char>(1U << ((bit + i) % 8))};
        std::byte& place = bytes[(bit + i) / 8];
        place = ((value >> i) & 1) != 0 ? place | mask : place & ~mask;
    }
    return true;
}

double physical(const Field& field, std::int64_t value)
{
    auto result = static_cast<double>(value);
    const auto logical = static_cast<double>(field.logicalMax - field.logicalMin);
    if (logical > 0) {
        const auto range = static_cast<double>(field.physicalMax - field.physicalMin);
        result =
            static_cast<double>(field.physicalMin) + (result - static_cast<double>(field.logicalMin)) * range / logical;
    }
    return result * std::pow(10.0, field.unitExponent);
}

std::optional<std::int64_t> millimetres(const Field& field, std::int64_t value)
{
    // The lowest nibble names the system, the next one is the power of the length.
    constexpr std::uint32_t none = 0;
    constexpr std::uint32_t centimetres = 0x11;
    constexpr std::uint32_t inches = 0x13;
    double factor = 0;
    switch (field.unit) {
    case none: factor = 1000; break;
    case centimetres: factor = 10; break;
    case inches: factor = 25.4; break;
    default: return std::nullopt;
    }
    constexpr double most = 1e6;
    return std::llround(std::clamp(physical(field, value) * factor, -most, most));
}

ReportView::ReportView(const ReportLayout& layout, std::span<const std::byte> report)
    : m_layout(&layout),
      m_payload(report)
{
    if (layout.hasIds && !report.empty()) {
        m_reportId = std::to_integer<std::uint8_t>(report[0]);
        m_payload = report.subspan(1);
    }
}

bool ReportView::holds(const Field& field) const { return field.reportId == m_reportId; }

std::optional<std::int64_t> ReportView::value(const Field& field, std::size_t index) const
{
    if (!holds(field) || index >= field.count) {
        return std::nullopt;
    }
    const auto raw = readBits(m_payload, field.bit + index * field.bits, field.bits);
    if (!raw) {
        return std::nullopt;
    }
    const std::int64_t value = *raw;
    const bool isNegative = field.logicalMin < 0 && ((*raw >> (field.bits - 1)) & 1) != 0;
    return isNegative ? value - (std::int64_t{1} << field.bits) : value;
}

std::optional<std::int64_t> ReportView::value(core::Usage usage) const
{
    bool isInArray = false;
    for (const Field& field : m_layout->inputs) {
        const auto index = holds(field) ? field.indexOf(usage) : std::nullopt;
        if (!index) {
            continue;
        }
        if (field.isVariable) {
            const auto said = value(field, *index);
            return said && isInRange(field, *said) ? said : std::nullopt;
        }
        isInArray = true;
    }
    // No variable field holds it: arrays say it by naming it, all of them together.
    if (!isInArray || isRolledOver(usage.page)) {
        return std::nullopt;
    }
    for (const Field& field : m_layout->inputs) {
        if (!holds(field) || field.isVariable || !field.indexOf(usage)) {
            continue;
        }
        for (std::size_t i = 0; i < field.count; ++i) {
            const auto said = value(field, i);
            if (!said) {
                return std::nullopt;
            }
            if (field.selectedBy(*said) == usage) {
                return 1;
            }
        }
    }
    return 0;
}

std::optional<std::int64_t> ReportView::bits(core::BitField place) const
{
    return readBits(m_payload, place.bit, place.bits);
}

std::optional<core::Usage> ReportView::selected(core::Usage collection) const
{
    for (const Field& field : m_layout->inputs) {
        if (field.isVariable || field.collection != collection) {
            continue;
        }
        if (const auto said = value(field, 0)) {
            return field.selectedBy(*said);
        }
    }
    return std::nullopt;
}

std::size_t ReportView::bytes(core::Usage usage, std::span<std::byte> out) const
{
    std::size_t count = 0;
    for (const Field& field : m_layout->inputs) {
        if (!holds(field) || !field.isVariable || field.bits != 8 || !field.indexOf(usage)) {
            continue;
        }
        for (std::size_t i = 0; i < field.count && count < out.size(); ++i) {
            if (field.usageAt(i) != usage) {
                continue;
            }
            const auto said = readBits(m_payload, field.bit + i * 8, 8);
            if (!said) {
                return count;
            }
            out[count++] = static_cast<std::byte>(*said);
        }
    }
    return count;
}

bool ReportView::isRolledOver(std::uint16_t page) const
{
    if (page != core::keyboardPage) {
        return false;
    }
    return std::ranges::any_of(m_layout->inputs, [this](const Field& field) {
        if (field.isVariable || !holds(field)) {
            return false;
        }
        for (std::size_t i = 0; i < field.count; ++i) {
            const auto said = value(field, i);
            const auto named = said ? field.selectedBy(*said) : std::nullopt;
            if (named && isKeyboardError(*named)) {
                return true;
            }
        }
        return false;
    });
}

Pressed ReportView::pressedOn(std::uint16_t page, std::span<core::Usage> out) const
{
    Pressed result;
    if (isRolledOver(page)) {
        return result;
    }
    bool hasAny = false;
    bool isPart = false;
    const auto take = [&](core::Usage usage) {
        if (result.count < out.size()) {
            out[result.count++] = usage;
        }
    };
    for (const bool isVariable : {true, false}) {
        for (const Field& field : m_layout->inputs) {
            if (field.isVariable != isVariable || !holds(field) ||
                std::ranges::none_of(field.usages,
                                     [page](const UsageRange& range) { return range.first.page == page; })) {
                continue;
            }
            for (std::size_t i = 0; i < field.count; ++i) {
                if (isVariable && field.usageAt(i).page != page) {
                    continue;
                }
                hasAny = true;
                const auto said = value(field, i);
                if (!said || (isVariable && !isInRange(field, *said))) {
                    isPart = true;
                } else if (isVariable && *said != 0) {
                    take(field.usageAt(i));
                } else if (const auto named = isVariable ? std::nullopt : field.selectedBy(*said);
                           named && named->page == page) {
                    take(*named);
                }
            }
        }
    }
    result.areAllSaid = hasAny && !isPart;
    return result;
}

} // namespace smiley::codec
