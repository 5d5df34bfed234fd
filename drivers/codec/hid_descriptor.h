// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "app/core/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What a device's reports hold, as its report descriptor says (USB HID 1.11, 5 and 6.2.2).

namespace smiley::codec {

inline constexpr std::size_t descriptorBytesMax = 4096; ///< as the kernel's limit (HID_MAX_DESCRIPTOR_SIZE)
inline constexpr std::size_t nestingMax = 16;           ///< collections in collections, and pushes in pushes
inline constexpr std::size_t fieldsMax = 256;           ///< of input and feature reports, padding not counted
inline constexpr std::size_t usagesMax = 256;           ///< of one field; a range is one
inline constexpr std::size_t reportIdsMax = 32;

/// Usages of one page, both ends included.
struct UsageRange {
    core::Usage first;
    core::Usage last;
    [[nodiscard]] std::size_t size() const { return std::size_t{last.id} - first.id + 1; }
    bool operator==(const UsageRange&) const = default;
};

/// One main item: `count` values of `bits` bits each, one after the other.
struct Field {
    std::uint8_t reportId = 0; ///< 0: the device's reports have no id byte
    std::uint32_t bit = 0;     ///< where the first value begins, after the id byte
    std::uint8_t bits = 0;     ///< 1..32; 8 where isBuffered
    std::uint16_t count = 0;   ///< at least 1

    bool isVariable = false; ///< each value is a control of its own; else each names one of the usages (an array)
    bool isBuffered = false; ///< a string of bytes; counts as variable

    std::int64_t logicalMin = 0;
    std::int64_t logicalMax = 0;
    std::int64_t physicalMin = 0; ///< as the logical ones where the descriptor says nothing (or 0 and 0)
    std::int64_t physicalMax = 0;
    std::int8_t unitExponent = 0; ///< -8..7
    std::uint32_t unit = 0;       ///< as in HID 1.11, 6.2.2.7: 0x11 is centimetres, 0 what the usage says

    std::vector<UsageRange> usages; ///< at least one; of delimited alternatives the preferred one
    core::Usage collection;         ///< of the innermost collection around it; 0/0: none

    /// Of a variable field: what its value `index` is. The last usage goes for all that are left.
    [[nodiscard]] core::Usage usageAt(std::size_t index) const;
    /// Of an array: what a value in a report names. Nothing: out of the logical range, or no usage (id 0).
    [[nodiscard]] std::optional<core::Usage> selectedBy(std::int64_t value) const;
    /// Of a variable field: the first value that is this usage. Of an array: how the usage counts in its list.
    [[nodiscard]] std::optional<std::size_t> indexOf(core::Usage usage) const;
};

/// How long the reports of one id are, in bits after the id byte; 0: there are none.
struct ReportSize {
    std::uint8_t reportId = 0;
    std::uint32_t inputBits = 0;
    std::uint32_t featureBits = 0;
    bool operator==(const ReportSize&) const = default;
};

struct ReportLayout {
    bool hasIds = false; ///< every report begins with its id, one byte
    std::vector<Field> inputs;
    std::vector<Field> features;
    std::vector<ReportSize> reports; ///< one per id, in the order of the descriptor; 0 where there are no ids
    std::size_t inputBytesMax = 0;   ///< of the longest input report, id byte and all

    /// Bytes of this id's feature report, id byte and all; 0: there is none.
    [[nodiscard]] std::size_t featureBytes(std::uint8_t reportId) const;
};

/// Why a descriptor can't be used. The device is not: nothing of it is guessed.
enum class DescriptorFault {
    Empty,            ///< no bytes
    TooLong,          ///< descriptorBytesMax
    Cut,              ///< ends in the middle of an item
    Unclosed,         ///< a collection or a delimiter is never closed
    Unopened,         ///< End Collection, Pop or a delimiter's end without its beginning
    TooDeep,          ///< nestingMax
    BadReportId,      ///< 0, or above 255
    BadUsageRange,    ///< half of one, its end before its beginning, or its ends on two pages
    BadDelimiter,     ///< neither beginning nor end, or one in another
    ReportTooLong,    ///< core::reportBytesMax
    TooManyFields,    ///< fieldsMax
    TooManyUsages,    ///< usagesMax
    TooManyReportIds, ///< reportIdsMax
};

/// Reads a report descriptor. Fields without a usage, or with values of more than 32 bits, are padding: they take their
/// room and are not listed; output reports are passed over. Allocates; any thread.
[[nodiscard]] core::Result<ReportLayout, DescriptorFault> parseDescriptor(std::span<const std::byte> descriptor);

} // namespace smiley::codec
