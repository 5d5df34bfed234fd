// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/verdict.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// The file of raw taps (METHOD.md section 5): CSV of RFC 4180 in UTF-8, the names of the columns in the first line, in
/// any order.
///
///   tap_id          1-64 printable characters, unique in the file
///   kiosk           1-64 printable characters
///   day             a whole number, or a date such as 2026-11-22
///   t_ms            whole milliseconds of a clock that never steps; never less than before in this kiosk, day and boot
///   choice          1 (most negative) to 5
///   presence_break  1 the near zone was seen empty since the tap before, 0 it never was, -1 no sensor
///   visitors        passages at the door so far that day; empty: no counter
///   ticket          one-time ticket; empty: none
/// and, where the stand knows them (a column that is missing or a field that is empty means what stands first):
///   left            passages in the 20 s after the tap; empty: no counter
///   boot            0, 1, 2 …; never less than before in this kiosk and day
///   screen          faces, invite, poll, correcting, next ("Jeg er den næste" was pressed before this tap)
///   mode            normal, staff, cleaning, test, closed
///   clock           anchored, set, none
///   withdrawn       0, 1 ("Fortryd" was pressed after this tap and before the next)
///
/// Line ends are LF or CRLF, a byte order mark is skipped, empty lines too. Rows of several kiosks and days may stand
/// among each other.

namespace smiley::adjudicate {

inline constexpr std::size_t recordBytesMax = 4096; ///< a row, with its line breaks in quotes
inline constexpr std::size_t columnsMax = 64;
inline constexpr std::size_t nameBytesMax = 64; ///< tap_id, kiosk, ticket
inline constexpr std::uint64_t rowsMax = 20'000'000;
inline constexpr std::int64_t timeMsMax = 1'000'000'000'000'000; ///< of t_ms, in both directions
inline constexpr std::size_t faultsMax = 20;

/// One row. In a row that was read the texts are only valid until the sink returns, and `tap.tap` is the number of the
/// row: 1, 2, 3 …
struct TapRow {
    std::string_view id;
    std::string_view kiosk;
    std::string_view day;
    std::string_view ticket;
    core::TapView tap; ///< `tap.ticket` is the key of `ticket`
};

/// What is wrong in the file.
struct RowFault {
    std::uint64_t line = 0; ///< 1 = the first; 0: the file as a whole
    std::string column;     ///< may be empty
    std::string message;    ///< what was wrong and what to do
};
/// "line 3, choice: …".
[[nodiscard]] std::string describe(const RowFault& fault);

/// Reads the file in pieces of any size. Rows go to the sink as they come; at the end, no faults means that all of them
/// were good. Each row is checked by itself; what needs other rows (unique ids, time) the sink checks (`Taps::add`).
/// After `faultsMax` faults, or one in the first line, the rest is not read. Not thread-safe.
class TapReader {
public:
    /// What is wrong with a row beside others; an empty message where nothing is.
    struct Complaint {
        std::string_view column;
        std::string message;
    };
    using Sink = std::function<Complaint(const TapRow&)>;
    explicit TapReader(Sink sink);

    /// Takes the next piece. False: the rest need not be read, `faults()` says why.
    bool feed(std::string_view piece);
    /// The file is at its end. To be called once, after the last `feed`.
    void end();

    [[nodiscard]] const std::vector<RowFault>& faults() const { return m_faults; }
    /// Names in the first line that no column has; what stands under them was not read.
    [[nodiscard]] const std::vector<std::string>& unknownColumns() const { return m_unknown; }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }

private:
    enum class Cut : std::uint8_t { Record, Nothing };
    void takeRecords(bool atEnd);
    bool skipMark(bool atEnd);
    Cut cut(bool atEnd);
    Cut cutQuoted(bool atEnd);
    Cut cutTooLong();
    void split(std::string_view line);
    void takeRecord();
    void takeHeader();
    void takeRow();
    void fault(std::string_view column, std::string message);

    Sink m_sink;
    std::string m_buffer;                   ///< what came and isn't read yet, from m_begin on
    std::size_t m_begin = 0;                ///< of the next record
    std::vector<std::string_view> m_fields; ///< of the record
    std::string m_unquoted;                 ///< texts of its quoted fields; never grows beyond what it reserved
    std::string m_formFault;                ///< what is wrong with its quotes or length
    std::uint64_t m_line = 1;               ///< of m_begin
    std::uint64_t m_recordLine = 1;
    std::uint64_t m_rows = 0;
    std::vector<std::size_t> m_columns; ///< per column of the file, its place in our table; empty: no first line yet
    bool m_skipsLine = false;           ///< the rest of a line that is too long
    bool m_markLookedFor = false;
    bool m_stopped = false;
    std::vector<RowFault> m_faults;
    std::vector<std::string> m_unknown;
};

/// Appends the first line, with all columns.
void appendHeader(std::string& csv);
/// Appends a row for it, CRLF at its end. `tap.tap` and `tap.ticket` are not written: `id` and `ticket` are.
void appendRow(std::string& csv, const TapRow& row);

} // namespace smiley::adjudicate
