// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/closing.h"

#include "app/core/visit_model.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace smiley::outbox {

namespace {

using core::ClockQuality;

constexpr std::int64_t minuteMs = 60'000;
constexpr const char* headlineName = "headline";
constexpr const char* shadowName = "shadow";

// ---- which day -----------------------------------------------------------------------------------------------------

/// Readings of both clocks of which the wall clock was worth something, by boot.
using Readings = std::map<core::Boot, core::Now>;

void dateBy(const Readings& readings, const core::Row& row, Dated& dated)
{
    const auto reading = readings.find(row.boot);
    if (!dated.wall && reading != readings.end()) {
        const core::Now& good = reading->second;
        const std::int64_t later = core::count(row.event.at.monotonic) - core::count(good.monotonic);
        dated = {core::WallMs{core::count(good.wall) + later}, good.quality};
    }
}

/// Dates what can be dated: by itself, by the next good reading of its boot, else by the one before.
std::vector<Dated> dateAll(std::span<const core::Row> rows, const core::Now& now, core::Day latest)
{
    std::vector<Dated> dated(rows.size());
    const auto visit = [&](std::size_t index, Readings& readings) {
        const core::Now& at = rows[index].event.at;
        if (isGood(at, latest)) {
            dated[index] = {at.wall, at.quality};
            readings[rows[index].boot] = at;
        } else {
            dateBy(readings, rows[index], dated[index]);
        }
    };
    Readings after;
    if (isGood(now, latest) && !rows.empty()) {
        after[rows.back().boot] = now;
    }
    for (std::size_t index = rows.size(); index-- > 0;) {
        visit(index, after);
    }
    Readings before;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        visit(index, before);
    }
    return dated;
}

/// The day of each row: see the top of the header. `first` and `last` bound them.
std::vector<core::Day> daysOf(std::span<const core::Row> rows, const std::vector<Dated>& dated, core::Day first,
                              core::Day last)
{
    std::vector<core::Day> days(rows.size(), last);
    core::Day next = last;
    for (std::size_t index = rows.size(); index-- > 0;) {
        if (dated[index].wall) {
            const core::Day own = core::localTime(*dated[index].wall).day;
            next = own <= last ? own : next; // a day that hasn't come is no date
        }
        days[index] = std::max(next, first);
    }
    std::map<core::Sequence, core::Day> firstTaps;
    core::Day latest = first;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        std::optional<core::Sequence> visit = rows[index].event.visit;
        if (const auto* left = std::get_if<core::LeftAfter>(&rows[index].event.content)) {
            visit = left->tap;
        }
        if (visit && firstTaps.contains(*visit)) {
            days[index] = firstTaps.at(*visit);
        }
        latest = days[index] = std::max(days[index], latest);
        if (std::holds_alternative<core::Tap>(rows[index].event.content)) {
            firstTaps.emplace(rows[index].sequence, latest);
        }
    }
    return days;
}

/// What a clock's day is measured by: the last closed day, else the first row's own, else the present one.
core::Day referenceOf(std::span<const core::Row> open, const std::optional<store::ClosedDay>& lastClosed,
                      const core::Now& now)
{
    const auto dated =
        std::ranges::find_if(open, [](const core::Row& row) { return row.event.at.quality != ClockQuality::None; });
    return lastClosed ? lastClosed->day : core::localTime(dated == open.end() ? now.wall : dated->event.at.wall).day;
}

std::optional<core::Day> firstKnownDay(const std::vector<Dated>& dated)
{
    for (const Dated& each : dated) {
        if (each.wall) {
            return core::localTime(*each.wall).day;
        }
    }
    return std::nullopt;
}

std::optional<core::Day> lastKnownDay(const std::vector<Dated>& dated)
{
    std::optional<core::Day> last;
    for (const Dated& each : dated) {
        if (each.wall) {
            last = std::max(last.value_or(core::Day{}), core::localTime(*each.wall).day);
        }
    }
    return last;
}

/// Whether the oldest open row of this boot has waited long enough for a clock.
bool hasWaitedInVain(std::span<const core::Row> open, const core::Now& now)
{
    const auto first = std::ranges::find_if(open, [&](const core::Row& row) { return row.boot == open.back().boot; });
    return first != open.end() && core::count(now.monotonic) - core::count(first->event.at.monotonic) >= undatedMs;
}

// ---- what a day holds ----------------------------------------------------------------------------------------------

/// Minutes of staff, cleaning and test periods, as the rows go by. Only these sums leave the stand: when a period began
/// would say when an answer beside it was given (a test of the keeper's holds it).
class DeadTime {
public:
    /// `mode`: before the row is applied.
    void apply(const core::Row& row, const core::StandMode& mode)
    {
        if (m_last != nullptr && m_last->boot == row.boot) {
            const std::int64_t gap = core::count(row.event.at.monotonic) - core::count(m_last->event.at.monotonic);
            for (const auto& [kind, name] : kinds) {
                m_ms[name] += mode.isOpen(kind) ? std::max<std::int64_t>(gap, 0) : 0;
            }
        }
        m_last = &row;
    }
    [[nodiscard]] std::map<std::string, std::uint64_t> minutes() const
    {
        std::map<std::string, std::uint64_t> minutes;
        for (const auto& [name, ms] : m_ms) {
            if (ms > 0) {
                minutes[name] = static_cast<std::uint64_t>((ms + minuteMs / 2) / minuteMs);
            }
        }
        return minutes;
    }

private:
    static constexpr std::array<std::pair<core::Period::Kind, const char*>, 3> kinds{
        {{core::Period::Kind::Staff, "staff"},
         {core::Period::Kind::Cleaning, "cleaning"},
         {core::Period::Kind::Test, "test"}}};
    std::map<std::string, std::int64_t> m_ms;
    const core::Row* m_last = nullptr;
};

/// What is read from the rows before anything is judged. `taps[i]` was written by `tapRows[i]`.
struct Reader {
    std::vector<core::TapView> taps;
    std::vector<const core::Tap*> tapRows;
    std::vector<Dated> tapTimes;
    std::vector<std::pair<std::size_t, const core::Answered*>> answers; ///< with the tap before
};

/// `left` belongs to an earlier tap of the day; it isn't there where that tap is of the day before.
void noteLeft(const core::LeftAfter& left, std::vector<core::TapView>& taps)
{
    const auto tap = std::ranges::lower_bound(taps, core::number(left.tap), {}, &core::TapView::tap);
    if (tap != taps.end() && tap->tap == core::number(left.tap)) {
        tap->left = left.count;
    }
}

Reader readRows(const DayRows& day, const core::StandSettings& settings, DayContent& content)
{
    Reader reader;
    core::StandMode mode = day.mode;
    DeadTime dead;
    core::TicketKeys tickets;
    std::map<core::Boot, std::uint64_t> passages; // a counter starts again with the program
    for (std::size_t index = 0; index < day.rows.size(); ++index) {
        const core::Row& row = day.rows[index];
        const Dated& dated = day.dated[index];
        dead.apply(row, mode);
        mode.apply(row.event.content);
        content.clock = std::min(content.clock, dated.quality);
        if (const auto* tap = std::get_if<core::Tap>(&row.event.content)) {
            const core::ClockQuality quality = dated.wall ? dated.quality : ClockQuality::None;
            core::TapView view =
                core::viewOf(row.sequence, row.boot, row.event.at.monotonic, *tap,
                             mode.at(settings, dated.wall.value_or(core::WallMs{}), quality), dated.quality, tickets);
            reader.taps.push_back(view);
            reader.tapRows.push_back(tap);
            reader.tapTimes.push_back(dated);
            if (tap->doors) {
                passages[row.boot] = std::max<std::uint64_t>(passages[row.boot], *tap->doors);
            }
        } else if (const auto* answered = std::get_if<core::Answered>(&row.event.content)) {
            if (!reader.taps.empty()) {
                reader.answers.emplace_back(reader.taps.size() - 1, answered);
            }
        } else if (std::holds_alternative<core::Withdrawn>(row.event.content)) {
            if (!reader.taps.empty()) {
                reader.taps.back().withdrawn = true;
            }
        } else if (const auto* left = std::get_if<core::LeftAfter>(&row.event.content)) {
            noteLeft(*left, reader.taps);
        } else if (std::holds_alternative<core::Started>(row.event.content)) {
            ++content.boots;
        }
    }
    for (const auto& [boot, count] : passages) {
        content.passages = content.passages.value_or(0) + count;
    }
    content.deadMinutes = dead.minutes();
    return reader;
}

std::string inputName(core::Input input)
{
    constexpr std::array<const char*, 3> names{"touch", "keys", "speech"};
    return names.at(static_cast<std::size_t>(input));
}

wire::TallyRecord tallyOf(std::string name, const core::Hash& policy, const Reader& reader,
                          const std::vector<core::Verdict>& verdicts)
{
    wire::TallyRecord tally;
    tally.policy = std::move(name);
    tally.faces = core::countedFaces(reader.taps, verdicts);
    tally.hash = policy;
    return tally;
}

std::uint32_t& countOf(core::FaceCounts& faces, core::Face face)
{
    return faces.at(static_cast<std::size_t>(core::score(face) - 1));
}

/// Counts per reason, what was corrected and what was withdrawn.
void addReasons(wire::TallyRecord& tally, const Reader& reader, const std::vector<core::Verdict>& verdicts)
{
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        const std::string face = std::to_string(core::score(reader.taps[index].face));
        ++tally.reasons[std::string(core::code(verdicts[index].reason))];
        if (verdicts[index].reason == core::Reason::Replaced) {
            const auto next = std::find_if(verdicts.begin() + static_cast<std::ptrdiff_t>(index) + 1, verdicts.end(),
                                           [&](const auto& each) { return each.visit == verdicts[index].visit; });
            if (next != verdicts.end()) {
                const auto at = static_cast<std::size_t>(next - verdicts.begin());
                ++tally.corrections[face + "-" + std::to_string(core::score(reader.taps[at].face))];
            }
        }
        if (verdicts[index].reason == core::Reason::Withdrawn && reader.taps[index].withdrawn) {
            ++tally.withdrawals[face];
        }
    }
}

wire::ClaimTally claimsOf(const wire::TallyRecord& tally, const Reader& reader,
                          const std::vector<core::Verdict>& verdicts)
{
    wire::ClaimTally claims{0, 0, tally.faces};
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        if (verdicts[index].reason != core::Reason::ClaimedNew) {
            continue;
        }
        if (verdicts[index].outcome == core::Outcome::Count) {
            ++claims.counted;
            --countOf(claims.facesWithout, reader.taps[index].face);
        } else {
            ++claims.merged;
        }
    }
    return claims;
}

/// Both figures, whatever was done with the runs.
wire::RunTally runsOf(const wire::TallyRecord& tally, const core::AdjudicatedDay& day,
                      const std::vector<DayVisit>& visits)
{
    wire::RunTally runs{day.visitsInRuns, day.underControl ? 1U : 0U, tally.faces, tally.faces};
    for (const DayVisit& visit : visits) {
        if (visit.reason == core::Reason::RunFlagged) {
            --countOf(runs.facesWithout, visit.face);
        } else if (visit.reason == core::Reason::RunImplausible) {
            ++countOf(runs.facesWith, visit.face);
        }
    }
    return runs;
}

/// A healthy sensor counts only where it was there.
wire::HealthTally healthOf(const Reader& reader, const core::DayFigures& figures)
{
    const bool hasPresence = std::ranges::any_of(
        reader.taps, [](const core::TapView& tap) { return tap.presence != core::Presence::Unknown; });
    const bool hasDoors =
        std::ranges::any_of(reader.taps, [](const core::TapView& tap) { return tap.doors.has_value(); });
    return {reader.taps.empty() ? 0U : 1U, hasPresence && figures.usesPresence ? 1U : 0U,
            hasDoors && figures.usesDoors ? 1U : 0U};
}

/// The day seeds the draws, so that a replay gives the same.
std::optional<wire::ModelTally> modelOf(core::Day day, const Reader& reader, const DayRules& rules)
{
    if (!rules.modelIsCancelled) {
        return std::nullopt;
    }
    const auto seed = static_cast<std::uint64_t>(day.date.time_since_epoch().count());
    const auto* rule = std::get_if<core::VisitRule>(&rules.policies.counted.policy.rule);
    const auto run = core::runModel(reader.taps, rules.memory, seed, rules.modelIsCancelled,
                                    rule != nullptr ? *rule : core::VisitRule{});
    if (!run || run->draws == 0) {
        return std::nullopt;
    }
    wire::ModelTally model{1,
                           run->draws,
                           run->visits.mean,
                           run->faces,
                           {},
                           run->mean.variance,
                           run->red.variance,
                           run->yellow.variance,
                           run->green.variance};
    for (std::size_t face = 0; face < model.faceVariance.size(); ++face) {
        model.faceVariance.at(face) = run->faceCovariance.at(face).at(face);
    }
    return model;
}

/// One record per visit that counts or was excluded as a whole; withdrawn ones are only in the tallies.
std::vector<DayVisit> visitsOf(const Reader& reader, const std::vector<core::Verdict>& verdicts)
{
    std::map<std::uint64_t, std::size_t> deciding; // visit -> the tap whose face it has
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        const core::Verdict& verdict = verdicts[index];
        const auto known = deciding.find(verdict.visit);
        const bool hasCounted = known != deciding.end() && verdicts[known->second].outcome == core::Outcome::Count;
        const bool isRecord = verdict.outcome == core::Outcome::Count ||
                              (verdict.outcome == core::Outcome::Excluded && verdict.reason != core::Reason::Withdrawn);
        if (isRecord && !hasCounted) {
            deciding[verdict.visit] = index;
        }
    }
    std::map<std::uint64_t, DayVisit> visits;
    for (const auto& [name, index] : deciding) {
        const Dated& when = reader.tapTimes[index];
        const core::Tap& tap = *reader.tapRows[index];
        const auto hour = when.wall ? std::optional(core::localTime(*when.wall).minuteOfDay / 60) : std::nullopt;
        visits.emplace(
            name,
            DayVisit{
                hour, tap.face, verdicts[index].outcome, verdicts[index].reason, tap.language, tap.questionnaire, {}});
    }
    for (const auto& [tap, answered] : reader.answers) {
        const auto found = visits.find(verdicts[tap].visit);
        if (found == visits.end() || verdicts[tap].reason == core::Reason::Withdrawn) {
            continue;
        }
        DayVisit& visit = found->second;
        visit.language = answered->language;
        std::vector<std::string> options;
        for (const core::OptionId& option : answered->answer.options) {
            options.push_back(option.text());
        }
        const std::string question = answered->answer.question.text();
        if (options.empty() && !answered->answer.notAsked) {
            visit.answers.erase(question); // taken back
        } else {
            visit.answers[question] = std::move(options);
        }
    }
    std::vector<DayVisit> records;
    for (auto& [name, visit] : visits) {
        records.push_back(std::move(visit));
    }
    return records;
}

} // namespace

bool isGood(const core::Now& at, core::Day latest)
{
    return at.quality == ClockQuality::Anchored ||
           (at.quality == ClockQuality::Set && core::localTime(at.wall).day <= latest);
}

core::Day latestAfter(core::Day reference) { return {reference.date + std::chrono::days{leapDaysMax}}; }

std::vector<DayRows> daysThatAreOver(std::span<const core::Row> rows, const std::optional<store::ClosedDay>& lastClosed,
                                     const core::Now& now)
{
    const auto firstOpen = std::ranges::find_if(
        rows, [&](const core::Row& row) { return !lastClosed || row.sequence > lastClosed->lastRow; });
    const std::span<const core::Row> open(firstOpen, rows.end());
    if (open.empty() && !lastClosed) {
        return {};
    }
    const core::Day reference = referenceOf(open, lastClosed, now);
    const core::Day latest = latestAfter(reference);
    const bool knowsToday = isGood(now, latest);
    std::vector<Dated> dated = dateAll(open, now, latest);
    const std::optional<core::Day> firstRow = firstKnownDay(dated);

    std::vector<DayRows> over;
    core::StandMode mode;
    for (const core::Row& row : rows.first(static_cast<std::size_t>(firstOpen - rows.begin()))) {
        mode.apply(row.event.content);
    }
    if (!knowsToday && !open.empty() && hasWaitedInVain(open, now)) {
        const core::Day label = lastClosed ? lastClosed->day.next() : reference;
        over.push_back({label, open, mode, std::vector<Dated>(open.size()), ClockQuality::None});
        return over;
    }
    // Without a clock at least the days before the last dated row are over.
    const core::Day today = knowsToday ? core::localTime(now.wall).day : lastKnownDay(dated).value_or(reference);
    const core::Day first = lastClosed ? lastClosed->day.next() : std::min(firstRow.value_or(today), today);
    // Years in a cupboard, or a closed day with a senseless date: the days between stay unknown.
    const bool fills = today.daysSince(first) <= leapDaysMax;
    if (first >= today) {
        return {};
    }
    const std::vector<core::Day> days = daysOf(open, dated, first, today);
    for (std::size_t index = 0; index < open.size(); ++index) {
        Dated& row = dated[index];
        if (row.wall && core::localTime(*row.wall).day != days[index]) {
            row = {std::nullopt, std::min(row.quality, ClockQuality::Set)}; // the hour is as wrong as the day
        }
    }
    std::size_t begin = 0;
    for (core::Day day = first; day < today; day = day.next()) {
        std::size_t end = begin;
        while (end < open.size() && days[end] == day) {
            ++end;
        }
        if (fills || end > begin) {
            const auto firstDated = dated.begin() + static_cast<std::ptrdiff_t>(begin);
            over.push_back({day,
                            open.subspan(begin, end - begin),
                            mode,
                            {firstDated, firstDated + static_cast<std::ptrdiff_t>(end - begin)},
                            now.quality});
        }
        for (const core::Row& row : open.subspan(begin, end - begin)) {
            mode.apply(row.event.content);
        }
        begin = end;
    }
    return over;
}

std::vector<core::TapView> tapsOf(const DayRows& day, const core::StandSettings& settings)
{
    DayContent content;
    return readRows(day, settings, content).taps;
}

ClosedContent contentOf(const DayRows& day, const core::StandSettings& settings, const DayRules& rules)
{
    ClosedContent closed;
    DayContent& content = closed.content;
    content.clock = day.rows.empty() ? day.clock : ClockQuality::Anchored; // rows can only make it worse
    const Reader reader = readRows(day, settings, content);
    const auto adjudicate = [&](const core::Policy& policy) {
        return core::adjudicateDay(policy, reader.taps, rules.memory);
    };
    for (const std::string_view name : core::Policy::standardNames()) {
        if (name == headlineName) {
            core::AdjudicatedDay counted = adjudicate(rules.policies.counted.policy);
            content.visits = visitsOf(reader, counted.verdicts);
            wire::TallyRecord tally = tallyOf(headlineName, rules.policies.counted.hash, reader, counted.verdicts);
            addReasons(tally, reader, counted.verdicts);
            tally.claims = claimsOf(tally, reader, counted.verdicts);
            tally.runs = runsOf(tally, counted, content.visits);
            tally.health = healthOf(reader, counted.figures);
            tally.model = modelOf(day.day, reader, rules);
            content.tallies.push_back(std::move(tally));
            closed.after = counted.after;
            continue;
        }
        const KnownPolicy standard = known(*core::Policy::named(name));
        wire::TallyRecord tally =
            tallyOf(std::string(name), standard.hash, reader, adjudicate(standard.policy).verdicts);
        if (name == "raw") {
            for (const core::Tap* tap : reader.tapRows) {
                ++tally.inputs[inputName(tap->input)];
            }
        }
        content.tallies.push_back(std::move(tally));
    }
    if (const auto& shadow = rules.policies.shadow) {
        const core::AdjudicatedDay tried = adjudicate(shadow->policy);
        wire::TallyRecord tally = tallyOf(shadowName, shadow->hash, reader, tried.verdicts);
        addReasons(tally, reader, tried.verdicts);
        content.tallies.push_back(std::move(tally));
    }
    return closed;
}

} // namespace smiley::outbox
