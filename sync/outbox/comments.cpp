// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/comments.h"

#include "sync/outbox/blocks.h"
#include "sync/outbox/closing.h"
#include "sync/wire/comments.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <utility>

namespace smiley::outbox {

namespace {

core::Failure<core::JournalFault> faultOf(const core::Failure<store::StoreFault>& failure)
{
    using store::StoreFault;
    switch (failure.code) {
    case StoreFault::Full: return core::fail(core::JournalFault::Full, failure.message);
    case StoreFault::NotADatabase:
    case StoreFault::NewerSchema:
    case StoreFault::Conflict:
    case StoreFault::Corrupt: return core::fail(core::JournalFault::Corrupt, failure.message);
    case StoreFault::NoAccess:
    case StoreFault::Busy:
    case StoreFault::Io: break;
    }
    return core::fail(core::JournalFault::Io, failure.message);
}

core::Day dayOf(const core::Now& now, const std::optional<store::ClosedDay>& lastClosed)
{
    const core::Day today = core::localTime(now.wall).day;
    if (!lastClosed) {
        return today;
    }
    const core::Day firstOpen = lastClosed->day.next();
    return isGood(now, latestAfter(lastClosed->day)) ? std::max(today, firstOpen) : firstOpen;
}

using Groups = std::array<std::size_t, 3>; ///< counted visits by face group

std::size_t groupIndex(const store::WaitingComment& comment) { return static_cast<std::size_t>(comment.faces); }

Groups countedVisits(const wire::Envelope& envelope)
{
    Groups groups{};
    for (const wire::VisitRecord& visit : envelope.visits) {
        groups.at(static_cast<std::size_t>(core::groupOf(visit.face))) +=
            visit.outcome == core::Outcome::Count ? 1U : 0U;
    }
    return groups;
}

/// Those that go without their group may be of any visit of a small one. So either five such visits hide each other, or there
/// are none, and no comment that waited for other visits either.
bool mayNameGroups(const Groups& counted, std::span<const store::WaitingComment> leaving)
{
    std::size_t inSmallOnes = 0;
    for (const std::size_t visits : counted) {
        inSmallOnes += visits < visitsTogetherMin ? visits : 0;
    }
    return inSmallOnes >= visitsTogetherMin ||
           (inSmallOnes == 0 && std::ranges::all_of(leaving, [&](const store::WaitingComment& comment) {
                return counted.at(groupIndex(comment)) >= visitsTogetherMin;
            }));
}

std::size_t thatFit(std::span<const store::WaitingComment> waiting)
{
    std::size_t bytes = 0;
    std::size_t count = 0;
    while (count < waiting.size() && bytes + waiting[count].sealed.size() <= envelopeCommentsBytesMax) {
        bytes += waiting[count].sealed.size();
        ++count;
    }
    return count;
}

} // namespace

SealedComments::SealedComments(std::filesystem::path database, core::Random& random)
    : m_database(std::move(database)),
      m_random(random)
{}

core::Result<std::string, core::JournalFault> SealedComments::keep(const core::CommentSettings& settings,
                                                                   const core::QuestionId& question,
                                                                   core::FaceGroup faces, const std::string& text,
                                                                   const core::Now& now)
{
    const auto key = wire::CommentKey::parse(settings.key);
    auto sealed = key ? wire::sealComment(*key, text) : std::nullopt;
    if (!sealed) {
        return core::fail(core::JournalFault::Io, std::string("a comment can't be sealed: ") +
                                                      (key ? "it is too long." : "the key isn't usable."));
    }
    const auto store = store::Store::open(m_database, m_random);
    if (!store) {
        return faultOf(store.error());
    }
    const auto last = (*store)->lastClosedDay();
    if (!last) {
        return faultOf(last.error());
    }
    store::WaitingComment comment{wire::uuid4(m_random),    dayOf(now, *last), question, faces,
                                  wire::commentKeyId(*key), std::move(*sealed)};
    if (const auto added = (*store)->addComment(comment); !added) {
        return faultOf(added.error());
    }
    return std::move(comment.id);
}

core::Result<core::Done, core::JournalFault> SealedComments::regroup(const std::string& id, core::FaceGroup faces)
{
    const auto store = store::Store::open(m_database, m_random);
    if (!store) {
        return faultOf(store.error());
    }
    const auto done = (*store)->regroupComment(id, faces);
    return done ? core::Result<core::Done, core::JournalFault>(core::Done{}) : faultOf(done.error());
}

core::Result<core::Done, core::JournalFault> SealedComments::drop(const std::string& id)
{
    const auto store = store::Store::open(m_database, m_random);
    if (!store) {
        return faultOf(store.error());
    }
    const auto done = (*store)->dropComment(id);
    return done ? core::Result<core::Done, core::JournalFault>(core::Done{}) : faultOf(done.error());
}

std::vector<std::string> addComments(wire::Envelope& envelope, std::span<const store::WaitingComment> waiting)
{
    if (waiting.empty()) {
        return {};
    }
    const Groups counted = countedVisits(envelope);
    const core::Day last = envelope.header.lastDay;
    const core::Day earliest{envelope.header.firstDay.date - std::chrono::days{commentWaitingDaysMax}};
    const bool hidesTheWriter =
        std::accumulate(counted.begin(), counted.end(), std::size_t{0}) >= std::size_t{visitsTogetherMin};
    const bool isLate = std::ranges::any_of(waiting, [&](const store::WaitingComment& comment) {
        return comment.day >= earliest && last.daysSince(comment.day) >= commentWaitingDaysMax;
    });
    if (!hidesTheWriter && !isLate) {
        return {};
    }
    const std::span leaving = waiting.first(thatFit(waiting));
    const bool namesGroups = mayNameGroups(counted, leaving);
    std::vector<std::string> ids;
    for (const store::WaitingComment& comment : leaving) {
        const bool isShared = namesGroups && counted.at(groupIndex(comment)) >= visitsTogetherMin;
        envelope.comments.push_back({comment.id, earliest, last, comment.question.text(),
                                     isShared ? std::optional(comment.faces) : std::nullopt, comment.key,
                                     comment.sealed});
        ids.push_back(comment.id);
    }
    return ids;
}

} // namespace smiley::outbox
