// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/peripherals.h"
#include "drivers/codec/hid_descriptor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// The values of one report. Nothing here allocates, and nothing is read beyond the bytes that came: what lies there
/// is "not said", never 0.

namespace smiley::codec {

/// Bits of little-endian bytes, the lowest bit of the first byte first (HID 1.11, 8.4). Nothing where they end after
/// the bytes, or `bits` is not 1..32.
[[nodiscard]] std::optional<std::uint32_t> readBits(std::span<const std::byte> bytes, std::size_t bit,
                                                    std::size_t bits);
/// The other way round; the higher bits of `value` are left out. False: there is no such place, nothing was written.
bool writeBits(std::span<std::byte> bytes, std::size_t bit, std::size_t bits, std::uint32_t value);

/// What a value of this field is in the unit of the field: the physical range and the exponent are applied
/// (HID 1.11, 6.2.2.7).
[[nodiscard]] double physical(const Field& field, std::int64_t value);
/// A value of a field that tells a length, in millimetres; without a unit it is in metres, as the Sensor page says.
/// Nothing where the unit is no length. At most a million, at least minus a million.
[[nodiscard]] std::optional<std::int64_t> millimetres(const Field& field, std::int64_t value);

/// What pressedOn() found.
struct Pressed {
    std::size_t count = 0;   ///< written
    bool areAllSaid = false; ///< every control of the page is in this report; false where it has none of them, is too
                             ///< short, or a keyboard says ErrorRollOver: what is not in the list may then be pressed
};

/// A report as it came; the layout and the bytes have to outlive it.
class ReportView {
public:
    ReportView(const ReportLayout& layout, std::span<const std::byte> report);

    /// 0 where the device has no ids, and where the report is empty.
    [[nodiscard]] std::uint8_t reportId() const { return m_reportId; }
    /// What comes after the id byte.
    [[nodiscard]] std::span<const std::byte> payload() const { return m_payload; }
    /// Whether the field is in reports of this id (the report may still be too short for it).
    [[nodiscard]] bool holds(const Field& field) const;

    /// Value `index` of a field as it stands in the report, by the field's sign. Nothing: another id's field, no such
    /// index, or the report is too short.
    [[nodiscard]] std::optional<std::int64_t> value(const Field& field, std::size_t index) const;
    /// The value of a control; where an array names it 1, and where it could and does not 0. Nothing: not said. A
    /// value out of the logical range says nothing either (HID 1.11, 5.10), nor does a keyboard whose array is full of
    /// ErrorRollOver.
    [[nodiscard]] std::optional<std::int64_t> value(core::Usage usage) const;
    /// Unsigned.
    [[nodiscard]] std::optional<std::int64_t> bits(core::BitField place) const;
    /// Which selector an array in a collection of this usage names: {0x20, 0x201} (Sensor State) gives {0x20, 0x801}
    /// (Ready). Nothing: not said, or nothing selected.
    [[nodiscard]] std::optional<core::Usage> selected(core::Usage collection) const;
    /// Copies the bytes of a usage (Decoded Data of a scanner), in order, and says how many there were: only those that
    /// came, and no more than fit.
    [[nodiscard]] std::size_t bytes(core::Usage usage, std::span<std::byte> out) const;

    /// Writes every control of the page that is not 0: variable ones in order, then what arrays name, each as often as
    /// it is named; no more than fit.
    [[nodiscard]] Pressed pressedOn(std::uint16_t page, std::span<core::Usage> out) const;

private:
    [[nodiscard]] bool isRolledOver(std::uint16_t page) const;

    const ReportLayout* m_layout;
    std::span<const std::byte> m_payload;
    std::uint8_t m_reportId = 0;
};

} // namespace smiley::codec
