// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/event_columns.h"

#include "app/store/faults.h"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace smiley::store {

namespace {

// Texts of the enumerators, in their order.
constexpr std::array<std::string_view, 3> qualities{"none", "set", "anchored"};
constexpr std::array<std::string_view, 5> screens{"faces", "invitation", "poll", "correcting", "claimed"};
constexpr std::array<std::string_view, 3> inputs{"touch", "keys", "speech"};
constexpr std::array<std::string_view, 4> ticketUses{"none", "fresh", "same", "used"}; ///< the first is NULL in a row
constexpr std::array<std::string_view, 5> ends{"finished", "stopped", "timed-out", "left", "next-came"};
constexpr std::array<std::string_view, 6> periods{"staff-ends",      "staff-begins", "cleaning-ends",
                                                  "cleaning-begins", "test-ends",    "test-begins"};
/// In the order of core::EventContent's alternatives.
constexpr std::array<std::string_view, 9> kinds{"tap",           "answered", "withdrawn", "ended", "period",
                                                "questionnaire", "started",  "clock",     "left"};
static_assert(std::variant_size_v<core::EventContent> == kinds.size());

template <std::size_t Count>
std::size_t indexIn(const std::array<std::string_view, Count>& names, const std::string& text)
{
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) {
        throw BadRow("event: unknown word '" + text + "'");
    }
    return static_cast<std::size_t>(found - names.begin());
}

template <class Id>
Id idOf(const std::string& text)
{
    const auto id = Id::parse(text);
    if (!id) {
        throw BadRow("event: not an id: '" + text + "'");
    }
    return *id;
}

template <class Enum, std::size_t Count>
std::string nameOf(const std::array<std::string_view, Count>& names, Enum value)
{
    return std::string(names.at(static_cast<std::size_t>(value)));
}

/// Binds the columns of one kind of event; those that it doesn't name stay NULL.
struct Binder {
    SQLite::Statement& statement;

    void operator()(const core::Tap& tap) const
    {
        statement.bind(":face", core::score(tap.face));
        statement.bind(":screen", nameOf(screens, tap.screen));
        statement.bind(":presence", static_cast<int>(tap.presence));
        if (tap.doors) {
            statement.bind(":doors", static_cast<std::int64_t>(*tap.doors));
        }
        statement.bind(":input", nameOf(inputs, tap.input));
        statement.bind(":language", tap.language);
        statement.bind(":questionnaire", tap.questionnaire.text());
        if (tap.ticket != core::TicketUse::None) {
            statement.bind(":ticket", nameOf(ticketUses, tap.ticket));
        }
    }
    void operator()(const core::Answered& answered) const
    {
        statement.bind(":language", answered.language);
        statement.bind(":question", answered.answer.question.text());
        if (answered.answer.notAsked) {
            return;
        }
        std::string options;
        for (const core::OptionId& option : answered.answer.options) {
            options += (options.empty() ? "" : " ") + option.text();
        }
        statement.bind(":answers", options);
    }
    void operator()(const core::Withdrawn& /*unused*/) const {}
    void operator()(const core::VisitEnded& ended) const { statement.bind(":detail", nameOf(ends, ended.how)); }
    void operator()(const core::Period& period) const
    {
        const std::size_t index = 2 * static_cast<std::size_t>(period.kind) + (period.begins ? 1 : 0);
        statement.bind(":detail", std::string(periods.at(index)));
    }
    void operator()(const core::QuestionnaireChanged& changed) const
    {
        statement.bind(":questionnaire", changed.questionnaire.text());
    }
    void operator()(const core::Started& started) const { statement.bind(":detail", started.version); }
    void operator()(const core::ClockStepped& stepped) const { statement.bind(":step_ms", stepped.byMs); }
    void operator()(const core::LeftAfter& left) const
    {
        statement.bind(":tap", static_cast<std::int64_t>(core::number(left.tap)));
        statement.bind(":doors", static_cast<std::int64_t>(left.count));
    }
};

/// Positions in selectEventsSql.
enum Column : int {
    SequenceColumn,
    BootColumn,
    MonotonicColumn,
    WallColumn,
    QualityColumn,
    VisitColumn,
    KindColumn,
    FaceColumn,
    ScreenColumn,
    PresenceColumn,
    DoorsColumn,
    InputColumn,
    LanguageColumn,
    QuestionnaireColumn,
    QuestionColumn,
    AnswersColumn,
    DetailColumn,
    StepColumn,
    TapColumn,
    TicketColumn,
};

std::string text(SQLite::Statement& statement, Column column) { return statement.getColumn(column).getString(); }

std::uint32_t doorsOf(SQLite::Statement& row)
{
    const std::int64_t count = row.getColumn(DoorsColumn).getInt64();
    if (count < 0 || count > std::numeric_limits<std::uint32_t>::max()) {
        throw BadRow("event: an impossible door count");
    }
    return static_cast<std::uint32_t>(count);
}

core::Tap tapOf(SQLite::Statement& row)
{
    const auto face = core::faceOf(row.getColumn(FaceColumn).getInt());
    const int presence = row.getColumn(PresenceColumn).getInt();
    if (!face || presence < -1 || presence > 1) {
        throw BadRow("event: a tap without a face or presence");
    }
    std::optional<std::uint32_t> doors;
    if (!row.isColumnNull(DoorsColumn)) {
        doors = doorsOf(row);
    }
    return {*face,
            static_cast<core::ScreenContext>(indexIn(screens, text(row, ScreenColumn))),
            static_cast<core::Presence>(presence),
            doors,
            static_cast<core::Input>(indexIn(inputs, text(row, InputColumn))),
            text(row, LanguageColumn),
            idOf<core::Hash>(text(row, QuestionnaireColumn)),
            row.isColumnNull(TicketColumn)
                ? core::TicketUse::None
                : static_cast<core::TicketUse>(indexIn(ticketUses, text(row, TicketColumn)))};
}

core::Answered answeredOf(SQLite::Statement& row)
{
    core::PollAnswer answer{idOf<core::QuestionId>(text(row, QuestionColumn)), {}, row.isColumnNull(AnswersColumn)};
    const std::string all = text(row, AnswersColumn);
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find(' ', begin), all.size());
        answer.options.push_back(idOf<core::OptionId>(all.substr(begin, end - begin)));
        begin = end + 1;
    }
    return {std::move(answer), text(row, LanguageColumn)};
}

core::EventContent contentOf(SQLite::Statement& row)
{
    switch (indexIn(kinds, text(row, KindColumn))) {
    case 0: return tapOf(row);
    case 1: return answeredOf(row);
    case 2: return core::Withdrawn{};
    case 3: return core::VisitEnded{static_cast<core::VisitEnded::How>(indexIn(ends, text(row, DetailColumn)))};
    case 4: {
        const std::size_t index = indexIn(periods, text(row, DetailColumn));
        return core::Period{static_cast<core::Period::Kind>(index / 2), index % 2 == 1};
    }
    case 5: return core::QuestionnaireChanged{idOf<core::Hash>(text(row, QuestionnaireColumn))};
    case 6: return core::Started{text(row, DetailColumn)};
    case 7: return core::ClockStepped{row.getColumn(StepColumn).getInt64()};
    default:
        return core::LeftAfter{core::Sequence{static_cast<std::uint64_t>(row.getColumn(TapColumn).getInt64())},
                               doorsOf(row)};
    }
}

} // namespace

void bind(SQLite::Statement& statement, const core::Event& event, core::Boot boot)
{
    statement.clearBindings();
    statement.bind(":boot", static_cast<std::int64_t>(core::number(boot)));
    statement.bind(":monotonic_ms", core::count(event.at.monotonic));
    statement.bind(":wall_ms", core::count(event.at.wall));
    statement.bind(":quality", nameOf(qualities, event.at.quality));
    if (event.visit) {
        statement.bind(":visit", static_cast<std::int64_t>(core::number(*event.visit)));
    }
    statement.bind(":kind", std::string(kinds.at(event.content.index())));
    std::visit(Binder{statement}, event.content);
}

core::Row rowOf(SQLite::Statement& statement)
{
    core::Now at{core::MonotonicMs{statement.getColumn(MonotonicColumn).getInt64()},
                 core::WallMs{statement.getColumn(WallColumn).getInt64()},
                 static_cast<core::ClockQuality>(indexIn(qualities, text(statement, QualityColumn)))};
    std::optional<core::Sequence> visit;
    if (!statement.isColumnNull(VisitColumn)) {
        visit = core::Sequence{static_cast<std::uint64_t>(statement.getColumn(VisitColumn).getInt64())};
    }
    return {core::Sequence{static_cast<std::uint64_t>(statement.getColumn(SequenceColumn).getInt64())},
            core::Boot{statement.getColumn(BootColumn).getUInt()},
            {at, contentOf(statement), visit}};
}

} // namespace smiley::store
