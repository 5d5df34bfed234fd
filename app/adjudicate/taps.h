// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/adjudicate/taps_csv.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace smiley::adjudicate {

/// The tap ids of a file, by row: 8 bytes for a plain number, the text besides for others.
class TapIds {
public:
    /// Of row 1, 2, 3 …; false where a row before has this id.
    bool add(std::string_view id);
    [[nodiscard]] std::uint64_t rows() const { return m_ids.size(); }
    /// Of a row that was added.
    void append(std::string& text, std::uint64_t row) const;

private:
    [[nodiscard]] std::uint64_t packed(std::string_view id);
    [[nodiscard]] bool same(std::uint64_t packed, std::string_view id) const;
    [[nodiscard]] std::string_view longText(std::uint64_t packed) const;
    bool remember(std::uint32_t row, std::string_view id);
    void grow();

    std::vector<std::uint64_t> m_ids;
    std::string m_texts;              ///< a length byte and the text, for ids that aren't plain numbers
    std::vector<std::uint32_t> m_set; ///< rows by the hash of their id, 0 = free; empty while the ids only rise
    std::uint64_t m_highest = 0;
};

struct KioskDay {
    std::string day;
    std::vector<core::TapView> taps; ///< in the file's order
};

struct Kiosk {
    std::string name;
    std::vector<KioskDay> days; ///< in the order in which each first appears
};

/// All taps of a file, by kiosk and day.
class Taps {
public:
    /// Takes the next row, or says what is wrong with it: an id that came before, time or boot that goes back.
    TapReader::Complaint add(const TapRow& row);

    [[nodiscard]] const TapIds& ids() const { return m_ids; }
    /// In the order in which each first appears; may be emptied bit by bit.
    [[nodiscard]] std::vector<Kiosk>& kiosks() { return m_kiosks; }
    [[nodiscard]] const std::vector<Kiosk>& kiosks() const { return m_kiosks; }

private:
    KioskDay& dayOf(const TapRow& row);

    TapIds m_ids;
    std::vector<Kiosk> m_kiosks;
    std::unordered_map<std::string, std::size_t> m_kioskPlaces;
    std::unordered_map<std::string, std::size_t> m_dayPlaces; ///< by kiosk, line feed, day
    std::size_t m_kiosk = 0;                                  ///< of the row before
    std::size_t m_day = 0;
};

} // namespace smiley::adjudicate
