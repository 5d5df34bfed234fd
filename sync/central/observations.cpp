// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/observations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace smiley::central {

namespace {

enum Column : std::size_t {
    StandColumn,
    SiteColumn,
    MunicipalityColumn,
    DayColumn,
    HourColumn,
    Answered,
    Again,
    Passed
};
constexpr std::array<std::string_view, 8> columnNames{"stand", "site",     "municipality", "day",
                                                      "hour",  "answered", "tapped_again", "passed_by"};

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// The cells of one line; quotes around a cell may hold the separator, doubled ones a quote.
std::vector<std::string> cellsOf(std::string_view line, char separator)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    for (std::string& cell : cells) {
        cell = std::string(trimmed(cell));
    }
    return cells;
}

std::string nameOf(const Observation& row)
{
    return row.stand.text() + ", " + row.day.text() + ", hour " + std::to_string(row.hour);
}

class ObservationReader {
public:
    ObservationReader(const std::vector<Stand>& stands, core::Day today) : m_stands(stands), m_today(today) {}

    void readAll(std::string_view csv)
    {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (csv.starts_with(mark)) {
            csv.remove_prefix(mark.size());
        }
        for (std::size_t number = 1; !csv.empty(); ++number) {
            const std::size_t end = std::min(csv.find('\n'), csv.size());
            const std::string_view line = trimmed(csv.substr(0, end));
            csv.remove_prefix(std::min(end + 1, csv.size()));
            m_line = number;
            if (line.empty()) {
                continue;
            }
            if (m_separator == '\0') {
                readHeader(line);
            } else {
                readLine(line);
            }
            if (m_separator == '\0') {
                return; // no line can be read without its columns
            }
        }
        if (m_separator == '\0' && faults.empty()) {
            fault(
                "the file is empty; its first line names the columns: stand,day,hour,answered,tapped_again,passed_by");
        } else if (rows.empty() && faults.empty()) {
            fault("there is no line of figures");
        }
    }

    std::vector<Observation> rows;
    std::vector<LineFault> faults;

private:
    void fault(std::string message) { faults.push_back({m_line, std::move(message)}); }

    void readHeader(std::string_view line)
    {
        const char separator = line.find(';') != std::string_view::npos ? ';' : ',';
        std::vector<std::string> cells = cellsOf(line, separator);
        for (std::string& name : cells) {
            std::transform(name.begin(), name.end(), name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        }
        for (std::size_t name = 0; name < columnNames.size(); ++name) {
            if (std::count(cells.begin(), cells.end(), columnNames.at(name)) > 1) {
                fault("the column " + std::string(columnNames.at(name)) + " is there twice");
            }
            const auto found = std::find(cells.begin(), cells.end(), columnNames.at(name));
            if (found != cells.end()) {
                m_columns[static_cast<Column>(name)] = static_cast<std::size_t>(found - cells.begin());
            } else if (name >= DayColumn) {
                fault("the column " + std::string(columnNames.at(name)) + " is missing");
            }
        }
        if (!m_columns.contains(StandColumn) && !m_columns.contains(SiteColumn)) {
            fault("a column stand or site is missing");
        }
        m_width = cells.size();
        m_separator = faults.empty() ? separator : '\0';
    }

    void readLine(std::string_view line)
    {
        const std::size_t before = faults.size();
        m_cells = cellsOf(line, m_separator);
        if (m_cells.size() != m_width) {
            return fault("has " + std::to_string(m_cells.size()) + " columns, the first line has " +
                         std::to_string(m_width));
        }
        const Stand* stand = standOf();
        const auto day = core::Day::parse(cell(DayColumn));
        if (!day) {
            fault("day \"" + cell(DayColumn) + "\" must be a day as 2026-11-20");
        } else if (*day > m_today) {
            fault("day " + day->text() + " hasn't come yet");
        } else if (stand != nullptr && *day < core::localTime(stand->addedAt).day) {
            fault("day " + day->text() + " is before " + stand->id.text() + " was added (" +
                  core::localTime(stand->addedAt).day.text() + ")");
        }
        const auto hour = number(HourColumn, 23);
        const auto answered = number(Answered, peoplePerHourMax);
        const auto again = number(Again, peoplePerHourMax);
        const auto passed = number(Passed, peoplePerHourMax);
        if (faults.size() != before) {
            return;
        }
        Observation row{stand->id, *day, static_cast<int>(*hour), *answered, *again, *passed, {}};
        if (row.tappedAgain > row.answered) {
            return fault("more people tapped again (" + std::to_string(row.tappedAgain) + ") than answered (" +
                         std::to_string(row.answered) + ")");
        }
        const auto [first, isNew] = m_lines.try_emplace({row.stand, row.day, row.hour}, m_line);
        if (!isNew) {
            return fault(nameOf(row) + " is in line " + std::to_string(first->second) + " already");
        }
        rows.push_back(std::move(row));
    }

    [[nodiscard]] std::string cell(Column column) const
    {
        const auto found = m_columns.find(column);
        return found == m_columns.end() ? "" : m_cells[found->second];
    }

    std::optional<std::uint64_t> number(Column column, std::uint64_t max)
    {
        const std::string text = cell(column);
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value > max) {
            fault(std::string(columnNames.at(column)) + " \"" + text + "\" must be a whole number from 0 to " +
                  std::to_string(max));
            return std::nullopt;
        }
        return value;
    }

    const Stand* standOf()
    {
        const std::string id = cell(StandColumn);
        const std::string site = cell(SiteColumn);
        const std::string municipality = cell(MunicipalityColumn);
        const auto fits = [&](const Stand& stand) {
            return (id.empty() ? !site.empty() : stand.id.text() == id) &&
                   (site.empty() || stand.site.text() == site) &&
                   (municipality.empty() || stand.municipality.text() == municipality);
        };
        const auto found = std::count_if(m_stands.begin(), m_stands.end(), fits);
        if (found == 1) {
            return &*std::find_if(m_stands.begin(), m_stands.end(), fits);
        }
        const std::string what = id.empty() ? "site \"" + site + "\"" : "stand \"" + id + "\"";
        fault(found == 0 ? "there is no " + what + (municipality.empty() ? "" : " in \"" + municipality + "\"")
                         : what + " has " + std::to_string(found) + " stands; name the stand in a column stand");
        return nullptr;
    }

    const std::vector<Stand>& m_stands;
    core::Day m_today;
    std::size_t m_line = 1;
    char m_separator = '\0';
    std::size_t m_width = 0;
    std::map<Column, std::size_t> m_columns;
    std::vector<std::string> m_cells;
    std::map<std::tuple<core::StandId, core::Day, int>, std::size_t> m_lines;
};

bool isSame(const Observation& a, const Observation& b)
{
    return a.answered == b.answered && a.tappedAgain == b.tappedAgain && a.passedBy == b.passedBy;
}

} // namespace

std::variant<std::vector<Observation>, std::vector<LineFault>>
readObservations(std::string_view csv, const std::vector<Stand>& stands, core::Day today)
{
    ObservationReader reader(stands, today);
    reader.readAll(csv);
    if (!reader.faults.empty()) {
        return std::move(reader.faults);
    }
    return std::move(reader.rows);
}

std::vector<Observation> newestObservations(const std::vector<Observation>& all, core::WallMs by)
{
    std::vector<Observation> newest; // `all` is by stand, day, hour, time of import
    for (const Observation& row : all) {
        if (row.importedAt > by) {
            continue;
        }
        const bool corrects = !newest.empty() && newest.back().stand == row.stand && newest.back().day == row.day &&
                              newest.back().hour == row.hour;
        if (corrects) {
            newest.back() = row;
        } else {
            newest.push_back(row);
        }
    }
    std::erase_if(newest, [](const Observation& row) { return row.removed; });
    return newest;
}

std::vector<Observation> newestObservations(const std::vector<Observation>& all)
{
    return newestObservations(all, core::WallMs{std::numeric_limits<std::int64_t>::max()});
}

bool isCountedOnSite(const std::vector<Observation>& newest, const std::vector<EnvelopeRow>& envelopes,
                     const core::StandId& stand)
{
    std::uint64_t answered = 0;
    bool isSent = false;
    for (const Observation& row : newest) {
        if (row.stand == stand) {
            answered += row.answered;
            isSent = isSent || std::any_of(envelopes.begin(), envelopes.end(), [&](const EnvelopeRow& envelope) {
                         return envelope.stand == stand && envelope.state == EnvelopeState::Stored &&
                                envelope.firstDay <= row.day && row.day <= envelope.lastDay;
                     });
        }
    }
    return isSent && answered >= observedAnswersMin;
}

namespace {

/// `now`, or later where the clock went back: a clock changes no order.
core::WallMs importTime(const std::vector<Observation>& all, core::WallMs now)
{
    for (const Observation& row : all) {
        now = std::max(now, core::WallMs{core::count(row.importedAt) + 1});
    }
    return now;
}

} // namespace

Kept<std::size_t> removeObservations(Ledger& ledger, const core::StandId& stand, core::Day day, core::WallMs now)
{
    auto transaction = Transaction::begin(ledger);
    if (!transaction) {
        return transaction.error();
    }
    const auto all = ledger.observations();
    if (!all) {
        return all.error();
    }
    std::vector<Observation> rows = newestObservations(*all);
    std::erase_if(rows, [&](const Observation& row) { return row.stand != stand || row.day != day; });
    if (rows.empty()) {
        return std::size_t{0};
    }
    for (Observation& row : rows) {
        row.importedAt = importTime(*all, now);
        row.removed = true;
    }
    if (auto added = ledger.addObservations(rows); !added) {
        return added.error();
    }
    if (auto noted = ledger.audit({now, operatorName, "observation.remove", stand.text(),
                                   day.text() + ", " + std::to_string(rows.size()) + " hours"});
        !noted) {
        return noted.error();
    }
    if (auto done = (*transaction)->commit(); !done) {
        return done.error();
    }
    return rows.size();
}

Kept<ImportedObservations> importObservations(Ledger& ledger, std::vector<Observation> rows, OtherFigures otherFigures,
                                              core::WallMs now)
{
    auto transaction = Transaction::begin(ledger);
    if (!transaction) {
        return transaction.error();
    }
    const auto all = ledger.observations();
    if (!all) {
        return all.error();
    }
    std::map<std::tuple<core::StandId, core::Day, int>, Observation> known;
    const core::WallMs at = importTime(*all, now);
    for (const Observation& row : newestObservations(*all)) {
        known.emplace(std::tuple(row.stand, row.day, row.hour), row);
    }
    ImportedObservations result;
    std::vector<Observation> fresh;
    std::set<std::string> stands;
    for (Observation& row : rows) {
        const auto there = known.find({row.stand, row.day, row.hour});
        if (there != known.end() && isSame(there->second, row)) {
            ++result.known;
            continue;
        }
        if (there != known.end() && otherFigures == OtherFigures::Refuse) {
            result.contradict.push_back(there->second);
            continue;
        }
        ++(there == known.end() ? result.added : result.replaced);
        stands.insert(row.stand.text());
        row.importedAt = at;
        fresh.push_back(std::move(row));
    }
    if (!result.contradict.empty() || fresh.empty()) {
        result.added = result.contradict.empty() ? result.added : 0;
        return result;
    }
    if (auto added = ledger.addObservations(fresh); !added) {
        return added.error();
    }
    for (const std::string& stand : stands) {
        if (auto noted = ledger.audit(
                {now, operatorName, "observation.import", stand,
                 std::to_string(result.added) + " hours, " + std::to_string(result.replaced) + " corrected"});
            !noted) {
            return noted.error();
        }
    }
    if (auto done = (*transaction)->commit(); !done) {
        return done.error();
    }
    return result;
}

} // namespace smiley::central
