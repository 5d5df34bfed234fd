// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/figures.h"

#include "app/core/small_numbers.h"
#include "app/staff/week_figures.h"
#include "sync/outbox/closing.h"
#include "sync/outbox/running_day.h"
#include "sync/outbox/running_mark.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/keys.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>

namespace smiley::staff {

namespace {

core::Day daysBefore(core::Day day, int days) { return {day.date - std::chrono::days{days}}; }

core::Day mondayOf(core::Day day)
{
    return daysBefore(day, static_cast<int>(std::chrono::weekday(day.date).iso_encoding()) - 1);
}

// ---- today -----------------------------------------------------------------------------------------------------------

/// Rows of the day, and the present as a row that says nothing, so that a period that is open counts until now. What went
/// before is in `mode`.
std::vector<core::Row> rowsOf(std::vector<core::Row> open, const core::Now& now, core::StandMode& mode)
{
    const core::Day today = core::localTime(now.wall).day;
    std::erase_if(open, [&](const core::Row& row) {
        const bool isEarlier =
            row.event.at.quality != core::ClockQuality::None && core::localTime(row.event.at.wall).day < today;
        if (isEarlier) {
            mode.apply(row.event.content);
        }
        return isEarlier;
    });
    if (!open.empty()) {
        const core::Row& last = open.back();
        open.push_back({core::Sequence{core::number(last.sequence) + 1}, last.boot, {now, core::ClockStepped{}, {}}});
    }
    return open;
}

/// The running day as closing would see it now, by the same code.
store::Result<outbox::DayContent> runningContent(const store::Store& store, const core::StandSettings& settings,
                                                 const core::Now& now)
{
    auto running = outbox::runningDay(store, now);
    if (!running) {
        return running.error();
    }
    const auto last = store.lastClosedDay();
    const auto kept = outbox::rowsAfter(store, core::Sequence{});
    if (!last || !kept) {
        return last ? kept.error() : last.error();
    }
    core::StandMode mode;
    for (const core::Row& row : *kept) { // a period may be open since before a day that is closed
        if (*last && row.sequence <= (*last)->lastRow) {
            mode.apply(row.event.content);
        }
    }
    const core::Day today = core::localTime(now.wall).day;
    auto policies = outbox::policiesOn(store, today);
    if (!policies) {
        return policies.error();
    }
    policies->shadow.reset();
    const std::vector<core::Row> rows = rowsOf(std::move(running->rows), now, mode);
    std::vector<outbox::Dated> dated;
    for (const core::Row& row : rows) {
        const core::Now& at = row.event.at;
        const bool isKnown = at.quality != core::ClockQuality::None;
        dated.push_back({isKnown ? std::optional(at.wall) : std::nullopt, at.quality});
    }
    const outbox::DayRows day{today, rows, mode, std::move(dated), now.quality};
    return outbox::contentOf(day, settings, {std::move(*policies), running->memory, {}}).content;
}

std::uint64_t countIn(const std::map<std::string, std::uint64_t>& counts, std::string_view key)
{
    const auto found = counts.find(std::string(key));
    return found == counts.end() ? 0 : found->second;
}

/// How many answers, and what the other presses were. Sums the faces up before anything else is done with them.
TodayAnswers answersOf(const outbox::DayContent& content)
{
    TodayAnswers today;
    const auto tally = std::ranges::find(content.tallies, "headline", &wire::TallyRecord::policy);
    if (tally == content.tallies.end()) {
        return today;
    }
    for (const std::uint32_t count : tally->faces) {
        today.count += count;
    }
    const auto presses = [&](core::Reason reason) { return countIn(tally->reasons, core::code(reason)); };
    const std::uint64_t claims = tally->claims ? tally->claims->merged : 0;
    today.repeats.same =
        presses(core::Reason::SameVisit) + presses(core::Reason::PollOther) + presses(core::Reason::DupTicket) + claims;
    today.repeats.corrected = presses(core::Reason::Replaced);
    today.repeats.play = presses(core::Reason::BurstPlay);
    today.repeats.run = presses(core::Reason::RunImplausible);
    today.withoutTicket = presses(core::Reason::NoTicket);
    if (today.count >= core::showFrom) {
        const auto repeats = static_cast<double>(today.repeats.total());
        today.repeats.share = repeats / (repeats + static_cast<double>(today.count));
    }
    return today;
}

store::Result<std::optional<Participation>>
participationOf(const store::Store& store, core::Day day, std::uint64_t answers, std::optional<std::uint64_t> passages)
{
    using Source = Participation::Source;
    std::optional<Participation> found;
    if (passages) {
        found = Participation{*passages, Source::DoorCounter, {}};
    } else {
        const auto typed = store.typedCounts(day, day);
        if (!typed) {
            return typed.error();
        }
        for (const store::TypedCount& count : *typed) {
            const bool isDoor = count.what == "door";
            if (isDoor || !found) { // the door goes before appointments
                found = Participation{count.count, isDoor ? Source::TypedDoor : Source::TypedAppointments, {}};
            }
        }
    }
    if (found && answers >= core::showFrom && answers <= found->of) {
        found->share = static_cast<double>(answers) / static_cast<double>(found->of);
    }
    return found;
}

// ---- closed days -----------------------------------------------------------------------------------------------------

store::Result<std::optional<wire::PublicKey>> ownKey(const store::Store& store)
{
    const auto text = store.setting(outbox::setting::envelopeKey);
    if (!text) {
        return text.error();
    }
    const auto key = wire::SecretKey::parse(text->value_or(""));
    return key ? std::optional(key->publicKey()) : std::nullopt;
}

/// Its comments may have been taken out once the centre had them; the signature was verified before that.
std::optional<wire::Envelope> read(const store::SealedEnvelope& sealed, const wire::PublicKey& key)
{
    if (auto whole = wire::readEnvelope(sealed.bytes, key)) {
        return std::move(whole->envelope);
    }
    if (sealed.receipt) {
        if (auto rest = wire::readWithoutComments(sealed.bytes)) {
            return std::move(rest->envelope);
        }
    }
    return std::nullopt;
}

/// Fewest and most answers of this weekday, over the days that were sealed by themselves.
std::optional<Range> usualRange(const std::vector<store::SealedEnvelope>& sealed, const wire::PublicKey& key,
                                core::Day today)
{
    std::map<core::Day, std::uint64_t> days;
    for (const store::SealedEnvelope& each : sealed) {
        const bool isWeekday = each.firstDay == each.lastDay && each.lastDay < today &&
                               std::chrono::weekday(each.lastDay.date) == std::chrono::weekday(today.date);
        const auto envelope = isWeekday ? read(each, key) : std::nullopt;
        if (envelope) {
            const auto counted =
                std::ranges::count(envelope->visits, core::Outcome::Count, &wire::VisitRecord::outcome);
            if (counted > 0) { // a day on which nobody came, or nobody could, is no usual one
                days[each.lastDay] = static_cast<std::uint64_t>(counted);
            }
        }
    }
    if (days.size() < usualDaysMin) {
        return std::nullopt;
    }
    Range range{days.begin()->second, days.begin()->second};
    for (const auto& [day, count] : days) {
        range = {std::min(range.low, count), std::max(range.high, count)};
    }
    return range;
}

/// A week is shown when nothing of it waits any more: a figure that grew would tell what the last day brought.
std::optional<core::Day> mondayToShow(const std::vector<store::ClosedDay>& unsealed, core::Day newest)
{
    for (int weeks = 0; weeks <= weeksBackMax; ++weeks) {
        const core::Day monday = daysBefore(newest, 7 * weeks);
        if (std::ranges::none_of(unsealed, [&](const auto& day) { return mondayOf(day.day) == monday; })) {
            return monday;
        }
    }
    return std::nullopt;
}

std::vector<wire::Envelope> ofWeek(const std::vector<store::SealedEnvelope>& sealed, const wire::PublicKey& key,
                                   core::Day monday)
{
    std::vector<wire::Envelope> envelopes;
    for (const store::SealedEnvelope& each : sealed) {
        if (each.lastDay >= monday && each.firstDay <= daysBefore(monday, -6)) {
            if (auto envelope = read(each, key)) {
                envelopes.push_back(std::move(*envelope));
            }
        }
    }
    return envelopes;
}

/// What is told of closed days.
store::Result<core::Done> addClosed(const store::Store& store, const core::StandSettings& settings,
                                    const core::Now& now, Overview& overview)
{
    const auto newest = store.lastEnvelope();
    if (!newest) {
        return newest.error();
    }
    if (*newest) {
        overview.sealedUntil = (*newest)->lastDay;
        overview.receiptedAt = (*newest)->receiptedAt;
    }
    if (overview.isHidden) {
        return core::Done{};
    }
    const auto last = store.lastClosedDay();
    const auto unsealed = store.unsealedDays();
    const auto sealed = store.envelopes();
    const auto key = ownKey(store);
    if (!last || !unsealed || !sealed || !key) {
        return !last ? last.error() : !unsealed ? unsealed.error() : !sealed ? sealed.error() : key.error();
    }
    if (!*key || !*last) {
        return core::Done{};
    }
    const core::Day today = core::localTime(now.wall).day;
    overview.today.answers->usual = usualRange(*sealed, **key, today);
    const core::Day newestMonday = mondayOf(daysBefore((*last)->day, 6)); // whose Sunday is closed
    const auto monday = mondayToShow(*unsealed, newestMonday);
    if (monday != newestMonday) {
        overview.daysNotSealed = static_cast<std::size_t>(std::ranges::count_if(
            *unsealed, [&](const store::ClosedDay& day) { return mondayOf(day.day) == newestMonday; }));
    }
    if (monday) {
        overview.week = weekFigures(*monday, ofWeek(*sealed, **key, *monday), settings.smallestShown);
    }
    return core::Done{};
}

} // namespace

store::Result<Overview> overview(const store::Store& store, const core::StandSettings& settings, const core::Now& now,
                                 std::optional<std::uint64_t> passages)
{
    Overview overview;
    overview.isHidden = settings.figuresHidden;
    overview.today.day = core::localTime(now.wall).day;
    const auto content = runningContent(store, settings, now);
    const auto off = outbox::offMinutes(store, overview.today.day);
    if (!content || !off) {
        return !content ? content.error() : off.error();
    }
    overview.today.dead = {countIn(content->deadMinutes, "staff"), countIn(content->deadMinutes, "cleaning"),
                           countIn(content->deadMinutes, "test"), *off};
    if (!overview.isHidden) {
        TodayAnswers answers = answersOf(*content);
        auto participation =
            participationOf(store, overview.today.day, answers.count, passages ? passages : content->passages);
        if (!participation) {
            return participation.error();
        }
        answers.participation = *participation;
        overview.today.answers = answers;
    }
    if (const auto closed = addClosed(store, settings, now, overview); !closed) {
        return closed.error();
    }
    return overview;
}

} // namespace smiley::staff
