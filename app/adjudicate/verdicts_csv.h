// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/adjudicate/taps.h"
#include "app/core/policy.h"
#include "app/core/verdict.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// The file of verdicts (METHOD.md section 5), one row per raw tap in the order of the taps' file.
///
///   tap_id   as in the taps' file
///   visit    the tap_id of the visit's first tap, so it is unique in the file
///   verdict  count, merged, excluded
///   weight   1 where it counts, else 0
///   reason   METHOD.md section 3, "Reason codes"
/// and explained:
///   gap, presence, face, screen, doors   what each says, as natural logarithm of the odds: above 0 for a new visit
///   sentence                             why, in Danish
///
/// As CSV (RFC 4180, CRLF), or as JSON Lines with the same names; ids are strings there.

namespace smiley::adjudicate {

enum class Detail : std::uint8_t { Plain, Explained };
enum class Format : std::uint8_t { Csv, JsonLines };

/// What came of a file, for people.
struct Summary {
    std::uint64_t kiosks = 0;
    std::uint64_t days = 0;
    std::uint64_t taps = 0;
    std::uint64_t visits = 0;                                              ///< that count
    std::array<std::array<std::uint64_t, core::reasonCount>, 3> reasons{}; ///< taps by outcome and reason
    std::uint64_t underControl = 0;                                        ///< days on which the circuit breaker held
    std::uint64_t withoutPresence = 0;                                     ///< days without a healthy presence sensor
    std::uint64_t withoutDoors = 0;                                        ///< days without a healthy door counter
};
[[nodiscard]] std::string describe(const Summary& summary);

/// The verdicts of a file, by row.
class Verdicts {
public:
    /// Adjudicates each kiosk's days in their order, each with what was known of the kiosk at its start. Where no
    /// explanation is wanted the taps of a day are given up as soon as it is done.
    [[nodiscard]] static Verdicts of(Taps& taps, const core::Policy& policy, Detail detail);

    /// Gives the whole file to `write` in pieces of some 64 KiB. False as soon as `write` says so.
    [[nodiscard]] bool write(Format format, const std::function<bool(std::string_view)>& write) const;

    [[nodiscard]] const Summary& summary() const { return m_summary; }

private:
    struct Row {
        std::uint32_t visit = 0; ///< row of its first tap
        core::Outcome outcome{};
        core::Reason reason{};
    };
    struct Explanation {
        const core::TapView* tap = nullptr;
        bool firstOfDay = false;
        core::Evidence evidence;
    };

    Verdicts(const TapIds& ids, Detail detail) : m_ids(ids), m_explained(detail == Detail::Explained) {}
    void take(const KioskDay& day, const std::vector<core::Verdict>& verdicts);
    void appendCsv(std::string& text, std::size_t row) const;
    void appendJson(std::string& text, std::size_t row) const;
    [[nodiscard]] std::string sentenceOf(std::size_t row) const;

    const TapIds& m_ids; ///< of the Taps, which outlive this
    std::vector<Row> m_rows;
    bool m_explained;
    std::vector<Explanation> m_explanations; ///< empty where none is wanted
    Summary m_summary;
};

} // namespace smiley::adjudicate
