// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adjudicate/taps_csv.h"

#include "app/adjudicate/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <limits>
#include <optional>
#include <utility>

namespace smiley::adjudicate {

namespace {

enum Column : std::size_t {
    TapId,
    Kiosk,
    Day,
    Time,
    Choice,
    PresenceBreak,
    Visitors,
    Ticket,
    Left,
    Boot,
    Screen,
    Mode,
    Clock,
    Withdrawn,
    columnCount,
};
constexpr std::size_t requiredColumns = Left;
constexpr std::array<std::string_view, columnCount> columnNames{
    "tap_id", "kiosk", "day",  "t_ms",   "choice", "presence_break", "visitors",
    "ticket", "left",  "boot", "screen", "mode",   "clock",          "withdrawn"};
constexpr std::size_t noColumn = columnCount;

using Values = std::array<std::string_view, columnCount + 1>; ///< the last takes what stands under unknown columns

template <class Enum, std::size_t Size>
using Words = std::array<std::pair<std::string_view, Enum>, Size>;

constexpr Words<core::ScreenContext, 5> screenWords{{{"faces", core::ScreenContext::Faces},
                                                     {"invite", core::ScreenContext::Invitation},
                                                     {"poll", core::ScreenContext::Poll},
                                                     {"correcting", core::ScreenContext::Correcting},
                                                     {"next", core::ScreenContext::Claimed}}};
constexpr Words<core::Mode, 5> modeWords{{{"normal", core::Mode::Normal},
                                          {"staff", core::Mode::Staff},
                                          {"cleaning", core::Mode::Cleaning},
                                          {"test", core::Mode::Test},
                                          {"closed", core::Mode::Closed}}};
constexpr Words<core::ClockQuality, 3> clockWords{
    {{"anchored", core::ClockQuality::Anchored}, {"set", core::ClockQuality::Set}, {"none", core::ClockQuality::None}}};

/// Reads the fields of one row; remembers the first that is wrong.
class RowParser {
public:
    explicit RowParser(const Values& values) : m_values(values) {}

    template <class Number>
    Number whole(Column column, Number min, Number max)
    {
        const std::string_view text = m_values[column];
        Number number{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || number < min || number > max) {
            fault(column,
                  "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max) + hereIs(text));
        }
        return number;
    }

    std::optional<std::uint32_t> passages(Column column)
    {
        if (m_values[column].empty()) {
            return std::nullopt;
        }
        return whole<std::uint32_t>(column, 0, std::numeric_limits<std::uint32_t>::max());
    }

    template <class Enum, std::size_t Size>
    Enum word(Column column, const Words<Enum, Size>& words)
    {
        const std::string_view text = m_values[column];
        if (text.empty()) {
            return words.front().second;
        }
        const auto found = std::ranges::find(words, text, [](const auto& pair) { return pair.first; });
        if (found == words.end()) {
            std::string known;
            for (const auto& [name, value] : words) {
                known += (known.empty() ? "" : ", ") + std::string(name);
            }
            fault(column, "must be one of " + known + ", or empty" + hereIs(text));
            return words.front().second;
        }
        return found->second;
    }

    std::string_view name(Column column)
    {
        const std::string_view text = m_values[column];
        if (text.empty()) {
            fault(column, "is empty; give it 1 to " + std::to_string(nameBytesMax) + " characters");
        }
        return optionalName(column);
    }

    std::string_view optionalName(Column column)
    {
        const std::string_view text = m_values[column];
        if (text.size() > nameBytesMax) {
            fault(column, "has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(nameBytesMax) +
                              " are read");
        } else if (!isPrintableUtf8(text)) {
            fault(column, "holds control characters, or isn't UTF-8" + hereIs(text));
        }
        return text;
    }

    std::string_view day()
    {
        const std::string_view text = m_values[Day];
        const bool number =
            !text.empty() && text.size() <= 9 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        if (!number && !core::Day::parse(text)) {
            fault(Day, "must be a whole number or a date such as 2026-11-22" + hereIs(text));
        }
        return text;
    }

    void fault(Column column, std::string message)
    {
        if (m_complaint.message.empty()) {
            m_complaint = {columnNames[column], std::move(message)};
        }
    }

    [[nodiscard]] const TapReader::Complaint& complaint() const { return m_complaint; }

private:
    static std::string hereIs(std::string_view text)
    {
        return text.empty() ? "; the field is empty" : "; here is " + shown(text);
    }

    const Values& m_values;
    TapReader::Complaint m_complaint;
};

TapRow rowOf(RowParser& parser, const Values& values)
{
    TapRow row;
    row.id = parser.name(TapId);
    row.kiosk = parser.name(Kiosk);
    row.day = parser.day();
    row.tap.at = core::MonotonicMs{parser.whole<std::int64_t>(Time, -timeMsMax, timeMsMax)};
    row.tap.face = core::faceOf(parser.whole<int>(Choice, 1, 5)).value_or(core::Face::InBetween);
    row.tap.presence = static_cast<core::Presence>(parser.whole<int>(PresenceBreak, -1, 1));
    row.tap.doors = parser.passages(Visitors);
    row.ticket = parser.optionalName(Ticket);
    row.tap.ticket = core::ticketKey(row.ticket);
    row.tap.left = parser.passages(Left);
    row.tap.boot = parser.passages(Boot).value_or(0);
    row.tap.screen = parser.word(Screen, screenWords);
    row.tap.mode = parser.word(Mode, modeWords);
    row.tap.clock = parser.word(Clock, clockWords);
    row.tap.withdrawn = !values[Withdrawn].empty() && parser.whole<int>(Withdrawn, 0, 1) == 1;
    return row;
}

std::string requiredNames()
{
    std::string names;
    for (std::size_t column = 0; column < requiredColumns; ++column) {
        names += (column == 0 ? "" : ",") + std::string(columnNames[column]);
    }
    return names;
}

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16Marks[]{"\xFF\xFE", "\xFE\xFF"};

} // namespace

std::string describe(const RowFault& fault)
{
    std::string text;
    if (fault.line > 0) {
        text = "line " + std::to_string(fault.line);
        if (!fault.column.empty()) {
            text += ", " + fault.column;
        }
        text += ": ";
    }
    return text + fault.message;
}

// ---------------------------------------------------------------------------------------------------------------------
// Records

TapReader::TapReader(Sink sink) : m_sink(std::move(sink)) { m_unquoted.reserve(recordBytesMax); }

bool TapReader::feed(std::string_view piece)
{
    if (!m_stopped) {
        m_buffer.erase(0, m_begin);
        m_begin = 0;
        m_buffer += piece;
        takeRecords(false);
    }
    return !m_stopped;
}

void TapReader::end()
{
    if (m_stopped) {
        return;
    }
    takeRecords(true);
    if (m_columns.empty() && m_faults.empty()) {
        m_recordLine = 0;
        fault("", "the file is empty; its first line must name the columns " + requiredNames());
    }
    m_stopped = true;
}

void TapReader::takeRecords(bool atEnd)
{
    if (!m_markLookedFor && !skipMark(atEnd)) {
        return;
    }
    while (!m_stopped && m_begin < m_buffer.size()) {
        m_formFault.clear();
        m_recordLine = m_line;
        if (cut(atEnd) == Cut::Nothing) {
            return;
        }
        takeRecord();
    }
}

/// False: more bytes are needed, or the file can't be read.
bool TapReader::skipMark(bool atEnd)
{
    for (const std::string_view mark : utf16Marks) {
        if (m_buffer.starts_with(mark)) {
            fault("", "the file is in UTF-16; save it as CSV in UTF-8");
            m_stopped = true;
            return false;
        }
    }
    if (!atEnd && m_buffer.size() < utf8Mark.size()) {
        return false;
    }
    m_markLookedFor = true;
    m_begin = m_buffer.starts_with(utf8Mark) ? utf8Mark.size() : 0;
    return true;
}

/// Finds the next record: m_fields or m_formFault, and moves m_begin behind it.
TapReader::Cut TapReader::cut(bool atEnd)
{
    const std::string_view rest = std::string_view(m_buffer).substr(m_begin);
    const auto lineEnd = rest.find('\n');
    const bool whole = lineEnd != std::string_view::npos;
    const std::string_view line = rest.substr(0, lineEnd);
    if (m_skipsLine) {
        m_begin += whole ? lineEnd + 1 : rest.size();
        m_line += whole ? 1U : 0U;
        m_skipsLine = !whole;
        m_fields.assign(1, {});
        return whole ? Cut::Record : Cut::Nothing;
    }
    if (line.size() > recordBytesMax) {
        return cutTooLong();
    }
    if (line.find('"') != std::string_view::npos) {
        return cutQuoted(atEnd);
    }
    if (!whole && !atEnd) {
        return Cut::Nothing;
    }
    split(line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0)));
    m_begin += line.size() + (whole ? 1 : 0);
    ++m_line;
    return Cut::Record;
}

void TapReader::split(std::string_view line)
{
    m_fields.clear();
    for (;;) {
        const auto comma = line.find(',');
        m_fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) {
            return;
        }
        line.remove_prefix(comma + 1);
    }
}

/// The record ends with its first line, however it goes on, so that the rows behind it are read.
TapReader::Cut TapReader::cutTooLong()
{
    m_formFault = "is longer than " + std::to_string(recordBytesMax) +
                  " bytes; a line break or the second of two quotes may be missing";
    const auto lineEnd = m_buffer.find('\n', m_begin);
    m_skipsLine = lineEnd == std::string::npos;
    m_begin = m_skipsLine ? m_buffer.size() : lineEnd + 1;
    m_line += m_skipsLine ? 0U : 1U;
    return Cut::Record;
}

TapReader::Cut TapReader::cutQuoted(bool atEnd)
{
    const std::string_view rest = std::string_view(m_buffer).substr(m_begin);
    m_fields.clear();
    m_unquoted.clear();
    std::size_t at = 0;
    std::uint64_t lines = 0;
    const auto wants = [&] { return at > recordBytesMax ? cutTooLong() : Cut::Nothing; };
    for (;;) {
        const bool quoted = at < rest.size() && rest[at] == '"';
        const std::size_t textBegin = m_unquoted.size();
        const std::size_t fieldBegin = at;
        if (quoted) {
            for (++at;; ++at) {
                if (at >= rest.size() || at > recordBytesMax) {
                    if (!atEnd || at > recordBytesMax) {
                        return wants();
                    }
                    m_formFault = "a quote is opened here and never closed; close it, or double a quote within a text";
                    break;
                }
                if (rest[at] == '"' && (at + 1 >= rest.size() || rest[at + 1] != '"')) {
                    ++at;
                    break;
                }
                at += rest[at] == '"' ? 1U : 0U;
                lines += rest[at] == '\n' ? 1U : 0U;
                m_unquoted += rest[at];
            }
        }
        const std::size_t tailBegin = at;
        while (at < rest.size() && rest[at] != ',' && rest[at] != '\n') {
            ++at;
        }
        if ((at >= rest.size() && !atEnd) || at > recordBytesMax) {
            return wants();
        }
        std::string_view tail = rest.substr(tailBegin, at - tailBegin);
        const bool last = at >= rest.size() || rest[at] == '\n';
        tail.remove_suffix(last && tail.ends_with('\r') ? 1 : 0);
        if (quoted ? !tail.empty() : tail.find('"') != std::string_view::npos) {
            m_formFault = quoted ? "text stands behind a closing quote; double a quote within a text"
                                 : "a quote stands within a field; put the field in quotes and double the quote";
        }
        m_fields.push_back(quoted ? std::string_view(m_unquoted).substr(textBegin)
                                  : rest.substr(fieldBegin, tail.size()));
        ++at;
        if (last) {
            m_begin = std::min(m_begin + at, m_buffer.size());
            m_line += lines + 1;
            return Cut::Record;
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Rows

void TapReader::fault(std::string_view column, std::string message)
{
    if (m_faults.size() < faultsMax) { // the first line may have more
        m_faults.push_back({m_recordLine, std::string(column), std::move(message)});
    }
    m_stopped = m_stopped || m_faults.size() >= faultsMax;
}

void TapReader::takeRecord()
{
    if (!m_formFault.empty()) {
        fault("", std::move(m_formFault));
        m_formFault.clear();
        m_stopped = m_stopped || m_columns.empty();
    } else if (m_fields.size() == 1 && m_fields.front().empty()) {
        return;
    } else if (m_columns.empty()) {
        takeHeader();
    } else {
        takeRow();
    }
}

void TapReader::takeHeader()
{
    std::array<bool, columnCount> seen{};
    for (const std::string_view name : m_fields) {
        const auto column =
            static_cast<std::size_t>(std::ranges::find(columnNames, name) - columnNames.begin()); // or noColumn
        if (column == noColumn) {
            m_unknown.emplace_back(shown(name));
        } else if (std::exchange(seen[column], true)) {
            fault(name, "two columns have this name; keep one");
        }
        m_columns.push_back(column);
    }
    if (m_fields.size() > columnsMax) {
        fault("", "there are more than " + std::to_string(columnsMax) + " columns");
    } else if (m_fields.size() == 1 && m_fields.front().find(';') != std::string_view::npos) {
        fault("", "the columns are separated by semicolons; save the file with commas");
    } else {
        for (std::size_t column = 0; column < requiredColumns; ++column) {
            if (!seen[column]) {
                fault(columnNames[column], "this column is missing; the first line must name " + requiredNames());
            }
        }
    }
    m_stopped = !m_faults.empty();
}

void TapReader::takeRow()
{
    if (m_fields.size() != m_columns.size()) {
        fault("", "has " + std::to_string(m_fields.size()) + " fields where the first line names " +
                      std::to_string(m_columns.size()) + " columns; a comma is missing or too many");
        return;
    }
    if (m_rows == rowsMax) {
        fault("", "more than " + std::to_string(rowsMax) + " rows; give each kiosk or year a file of its own");
        m_stopped = true;
        return;
    }
    Values values;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        values[m_columns[i]] = m_fields[i];
    }
    RowParser parser(values);
    TapRow row = rowOf(parser, values);
    row.tap.tap = ++m_rows;
    Complaint complaint = parser.complaint();
    if (complaint.message.empty()) {
        complaint = m_sink(row);
    }
    if (!complaint.message.empty()) {
        fault(complaint.column, std::move(complaint.message));
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Writing

namespace {

template <class Number>
void appendNumber(std::string& csv, Number number)
{
    std::array<char, 24> digits; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    csv.append(digits.data(), end);
}

void appendPassages(std::string& csv, const std::optional<std::uint32_t>& passages)
{
    if (passages) {
        appendNumber(csv, *passages);
    }
}

template <class Enum, std::size_t Size>
void appendWord(std::string& csv, const Words<Enum, Size>& words, Enum value)
{
    const auto found = std::ranges::find(words, value, [](const auto& pair) { return pair.second; });
    csv += found->first;
}

} // namespace

void appendHeader(std::string& csv)
{
    for (std::size_t column = 0; column < columnCount; ++column) {
        csv += column == 0 ? "" : ",";
        csv += columnNames[column];
    }
    csv += "\r\n";
}

void appendRow(std::string& csv, const TapRow& row)
{
    appendField(csv, row.id);
    csv += ',';
    appendField(csv, row.kiosk);
    csv += ',';
    appendField(csv, row.day);
    csv += ',';
    appendNumber(csv, count(row.tap.at));
    csv += ',';
    appendNumber(csv, score(row.tap.face));
    csv += ',';
    appendNumber(csv, static_cast<int>(row.tap.presence));
    csv += ',';
    appendPassages(csv, row.tap.doors);
    csv += ',';
    appendField(csv, row.ticket);
    csv += ',';
    appendPassages(csv, row.tap.left);
    csv += ',';
    appendNumber(csv, row.tap.boot);
    csv += ',';
    appendWord(csv, screenWords, row.tap.screen);
    csv += ',';
    appendWord(csv, modeWords, row.tap.mode);
    csv += ',';
    appendWord(csv, clockWords, row.tap.clock);
    csv += row.tap.withdrawn ? ",1\r\n" : ",0\r\n";
}

} // namespace smiley::adjudicate
