// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/keeper.h"

#include "sync/outbox/audit.h"
#include "sync/outbox/closing.h"
#include "sync/outbox/comments.h"
#include "sync/outbox/day_basis.h"
#include "sync/outbox/people.h"
#include "sync/outbox/policies.h"
#include "sync/outbox/running_day.h"
#include "sync/outbox/running_mark.h"
#include "sync/outbox/sealing.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <limits>
#include <sstream>
#include <variant>

namespace smiley::outbox {

namespace {

constexpr std::int64_t dayMs = std::int64_t{24} * 3'600'000;

std::string newNonce(core::Random& random)
{
    return wire::newEpoch(random).text(); // 128 random bits in hexadecimal
}

} // namespace

Keeper::Keeper(KeeperSetup setup, core::Random& random, std::unique_ptr<store::Store> store, const wire::SecretKey& key)
    : m_setup(std::move(setup)),
      m_random(random),
      m_store(std::move(store)),
      m_key(key),
      m_nonce(newNonce(random))
{
    m_setup.settings.comments.reset(); // only the centre turns them on
}

core::Result<std::unique_ptr<Keeper>, KeeperFault> Keeper::open(KeeperSetup setup, core::Random& random)
{
    for (const auto& [folder, rights] : {std::pair(setup.outbox, 0750U), std::pair(setup.inbox, 0770U)}) {
        if (const auto made = makeFolder(folder, rights); !made) {
            return core::fail(KeeperFault::Folder, made.error().message);
        }
    }
    auto store = store::Store::open(setup.database, random);
    if (!store) {
        return core::fail(KeeperFault::Database, store.error().message);
    }
    const auto stored = (*store)->setting(setting::envelopeKey);
    if (!stored) {
        return core::fail(KeeperFault::Database, stored.error().message);
    }
    auto key = stored->has_value() ? wire::SecretKey::parse(**stored) : std::nullopt;
    if (!key) {
        key = wire::SecretKey::generate();
        if (const auto kept = (*store)->setSetting(setting::envelopeKey, key->text()); !kept) {
            return core::fail(KeeperFault::Database, kept.error().message);
        }
    }
    std::unique_ptr<Keeper> keeper(new Keeper(std::move(setup), random, std::move(*store), *key));
    if (const auto loaded = keeper->load(); !loaded) {
        return loaded.error();
    }
    return keeper;
}

files::Result<core::Done> Keeper::askToSend()
{
    return files::writeWhole(m_setup.outbox / "send-now", newNonce(m_random), files::Rights::Group);
}

core::Result<core::Done, KeeperFault> Keeper::load()
{
    const auto own = wire::parseQuestionnaire(m_setup.questionnaire);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&own)) {
        return core::fail(KeeperFault::Questionnaire, "the stand's own questionnaire is broken:\n" +
                                                          wire::describe(*faults) +
                                                          "\nMend it, or name another in the settings.");
    }
    const auto enrolment = m_store->setting(setting::enrolment);
    const auto accepted = m_store->setting(setting::configuration);
    const auto inForce = m_store->setting(setting::configurationInForce);
    for (const auto* read : {&enrolment, &accepted, &inForce}) {
        if (!*read) {
            return core::fail(KeeperFault::Database, read->error().message);
        }
    }
    if (*enrolment) {
        if (auto parsed = wire::readEnrolment(**enrolment)) {
            m_enrolment = std::move(*parsed);
        }
    }
    const auto reload = [&](const std::optional<std::string>& json) -> std::optional<Accepted> {
        if (!json || !m_enrolment) {
            return std::nullopt;
        }
        auto taken = acceptable(*json, true);
        if (!taken) {
            trouble("the centre's configuration can't be used by this program: " + taken.error().message);
            return std::nullopt;
        }
        return std::move(*taken);
    };
    m_accepted = reload(*accepted);
    for (const auto* json : {&*accepted, &*inForce}) {
        const auto read =
            *json && m_enrolment
                ? wire::readConfiguration(**json, m_enrolment->centreKey)
                : wire::Parsed<wire::Configuration>(core::fail(wire::MessageFault::Malformed, std::string()));
        if (read && read->stand == m_enrolment->stand) {
            m_taken = std::max(m_taken, read->version);
        }
    }
    if (m_accepted) {
        if (const auto policies = policiesOf(m_accepted->source); !policies) {
            trouble(
                "of the centre's configuration " + policies.error().message +
                "\nThe headline counts instead of a policy that can't be read; the rest stays in force. Send the stand "
                "a configuration for its program.");
        }
    }
    if (auto counts = reload(*inForce)) {
        m_centre = std::move(counts->source);
    }
    auto promise = promiseFromStart(*m_store, core::shownFrom(m_setup.settings.smallestShown));
    if (!promise) {
        return core::fail(KeeperFault::Database, promise.error().message);
    }
    m_promise = *promise;
    const auto local = localState(*m_store);
    if (!local) {
        return core::fail(KeeperFault::Database, local.error().message);
    }
    m_local = local->inForce;
    if (local->isUnreadable) {
        trouble(
            "Det, som stedet selv har ændret, er skrevet af et andet program og kan ikke læses af dette. Det er ikke "
            "slettet. Sæt det igen, eller opdatér standens program.");
    }
    m_inForce = layered(m_centre, m_local);
    if (!m_inForce || !keepQuestionnaire(*m_inForce)) {
        return core::fail(KeeperFault::Database, m_changes.troubles.back());
    }
    return core::Done{};
}

Changes Keeper::tick(const core::Now& now)
{
    if (reopenStore()) {
        takeInbox(now);
        if (m_accepted && !m_arePeopleTaken) {
            // The program that took the configuration may not have known of people.
            m_arePeopleTaken =
                taken(takePeople(*m_store, m_accepted->source.people, m_accepted->source.version, now)).has_value();
        }
        if (now.quality == core::ClockQuality::Anchored) {
            (void)taken(clampSchedule(*m_store, core::localTime(now.wall).day.next()));
        }
        closeDays(now);
        seal(now);
        writeEnvelopeFiles();
        putIntoForce(now);
        purge(now);
        (void)taken(markRunning(*m_store, m_inForce->settings, now));
        writeIdentityAndStatus(now);
    }
    return std::exchange(m_changes, {});
}

/// After a failed disk the file and SQLite's cache may differ.
bool Keeper::reopenStore()
{
    if (m_store) {
        return true;
    }
    auto opened = taken(store::Store::open(m_setup.database, m_random));
    if (opened) {
        m_store = std::move(*opened);
    }
    return opened.has_value();
}

// ---- closing -------------------------------------------------------------------------------------------------------

void Keeper::closeDays(const core::Now& now)
{
    const auto last = taken(m_store->lastClosedDay());
    const core::LocalTime local = core::localTime(now.wall);
    const bool isKnown = now.quality != core::ClockQuality::None;
    if (!last || (isKnown && *last && (*last)->day.next() >= local.day)) {
        return; // nothing can be over
    }
    if (isKnown && local.minuteOfDay < closingDelayMinutesMax && m_setup.visitInProgress()) {
        return;
    }
    const auto rows = taken(rowsAfter(*m_store, core::Sequence{}));
    if (!rows) {
        return;
    }
    core::StandMemory memory = rememberedBy(*last);
    store::ClosedDay closed{core::Day{}, *last ? (*last)->lastRow : core::Sequence{}, now.wall};
    for (const DayRows& day : daysThatAreOver(*rows, *last, now)) {
        const auto policies = taken(policiesOn(*m_store, day.day));
        if (!policies || !keepDocuments(*policies)) {
            return;
        }
        for (const std::string& each : policies->troubles) {
            trouble(each);
        }
        const ClosedContent content = contentOf(day, m_inForce->settings, {*policies, memory, m_setup.modelLimit()});
        closed.day = day.day;
        closed.lastRow = day.rows.empty() ? closed.lastRow : day.rows.back().sequence;
        closed.content = writeDay(content.content);
        closed.memory = core::textOf(content.after);
        closed.basis = writeBasis({
            .closed = *last ? std::optional(DayBasis::Closed{(*last)->day, (*last)->lastRow}) : std::nullopt,
            .until = rows->empty() ? core::Sequence{} : rows->back().sequence,
            .now = now,
            .mode = day.mode,
            .openingHours = m_inForce->settings.openingHours,
            .holidaysClosed = m_inForce->settings.holidaysClosed,
            .closedDays = m_inForce->settings.closedDays,
            .memory = memory,
            .policy = policies->counted.hash,
            .shadow = policies->shadow ? std::optional(policies->shadow->hash) : std::nullopt,
            .hasModel = std::ranges::any_of(content.content.tallies,
                                            [](const wire::TallyRecord& tally) { return tally.model.has_value(); }),
            .content = wire::sha256(closed.content),
        });
        if (!taken(m_store->closeDay(closed))) {
            return;
        }
        memory = content.after;
        note("closed " + day.day.text());
        m_changes.closed.push_back(day.day);
    }
}

/// What the last closed day left behind; nothing is known where there is none, or an older program closed it.
core::StandMemory Keeper::rememberedBy(const std::optional<store::ClosedDay>& last)
{
    if (!last || last->memory.empty()) {
        return {};
    }
    const auto memory = core::standMemoryOf(last->memory);
    if (!memory) {
        note("what was learned about the stand was written by another program; it is learned again");
    }
    return memory.value_or(core::StandMemory{});
}

/// Policies that the envelope will name are kept, so that they can travel with it.
bool Keeper::keepDocuments(const DayPolicies& policies)
{
    std::vector<KnownPolicy> used{policies.counted};
    if (policies.shadow) {
        used.push_back(*policies.shadow);
    }
    for (const std::string_view name : core::Policy::standardNames()) {
        used.push_back(known(*core::Policy::named(name)));
    }
    return std::ranges::all_of(
        used, [&](const KnownPolicy& each) { return taken(m_store->addPolicy(each.hash, each.json)).has_value(); });
}

// ---- sealing -------------------------------------------------------------------------------------------------------

std::set<core::Hash> Keeper::sentDocuments(const core::Epoch& epoch)
{
    std::set<core::Hash> hashes;
    const auto stored = taken(m_store->setting(setting::documentsSent));
    std::istringstream words(stored ? stored->value_or("") : "");
    std::string word;
    if (!(words >> word) || word != epoch.text()) {
        return hashes;
    }
    while (words >> word) {
        if (const auto hash = core::Hash::parse(word)) {
            hashes.insert(*hash);
        }
    }
    return hashes;
}

/// After sealing: cut in between, a questionnaire is sent twice, which harms nobody.
void Keeper::noteSent(const core::Epoch& epoch, const std::set<core::Hash>& hashes)
{
    std::string text = epoch.text();
    for (const core::Hash& hash : hashes) {
        text += " " + hash.text();
    }
    (void)taken(m_store->setSetting(setting::documentsSent, text));
}

/// Number of the last audit row that has left in this epoch; noted after sealing, as documents are. Nothing: a fault.
std::optional<std::uint64_t> Keeper::sentAudit(const core::Epoch& epoch)
{
    const auto stored = taken(m_store->setting(setting::auditSent));
    if (!stored) {
        return std::nullopt;
    }
    std::istringstream words(stored->value_or(""));
    std::string word;
    std::uint64_t number = 0;
    return words >> word >> number && word == epoch.text() ? number : 0;
}

std::optional<std::string> Keeper::documentJson(const core::Hash& hash)
{
    auto questionnaire = taken(m_store->questionnaire(hash)).value_or(std::nullopt);
    return questionnaire ? questionnaire : taken(m_store->policy(hash)).value_or(std::nullopt);
}

/// Also those whose day hasn't come, where that can be said: a clock that ran years ahead would hold them for years.
std::optional<std::vector<store::WaitingComment>> Keeper::commentsUpTo(core::Day last, const core::Now& now)
{
    auto waiting = taken(m_store->waitingComments());
    const core::Day today = core::localTime(now.wall).day;
    const bool isToday = isGood(now, latestAfter(last));
    if (waiting) {
        std::erase_if(*waiting, [&](const store::WaitingComment& comment) {
            return comment.day > last && !(isToday && comment.day > today);
        });
    }
    return waiting;
}

void Keeper::seal(const core::Now& now)
{
    if (!m_enrolment) {
        return;
    }
    const auto closed = taken(m_store->unsealedDays());
    const auto epoch = taken(m_store->epoch());
    const auto newest = taken(m_store->lastEnvelope());
    if (!closed || !epoch || !newest) {
        return;
    }
    std::vector<WaitingDay> waiting;
    for (const store::ClosedDay& day : *closed) {
        auto content = readDay(day.content);
        if (!content) {
            trouble("the closed day " + day.day.text() +
                    " can't be read; it stays in the database unsealed. Check the disk.");
            return;
        }
        waiting.push_back({day.day, std::move(*content)});
    }
    EnvelopeIdentity identity{m_enrolment->stand, *epoch,          core::EnvelopeNumber{1},
                              std::nullopt,       m_setup.program, m_setup.example};
    if (*newest) {
        identity.number = core::EnvelopeNumber{core::number((*newest)->number) + 1};
        identity.previous = (*newest)->hash;
    }
    std::set<core::Hash> sent = sentDocuments(*epoch);
    auto auditSent = sentAudit(*epoch);
    if (!auditSent || !taken(recordCounts(*m_store, now))) {
        return;
    }
    std::span<const WaitingDay> rest = waiting;
    while (const std::size_t count = daysToSeal(rest)) {
        const std::span<const WaitingDay> days = rest.first(count);
        wire::Envelope envelope = envelopeOf(
            days, identity, [&](const core::Hash& hash) { return documentJson(hash); }, sent, m_random);
        envelope.statuses.front().newest = newestVersions();
        envelope.statuses.front().smallestShown = m_promise.largest();
        const auto waitingComments = commentsUpTo(days.back().day, now);
        if (!waitingComments) {
            return;
        }
        const std::vector<std::string> comments = addComments(envelope, *waitingComments);
        if (!taken(addAudit(envelope, *m_store, *auditSent))) {
            return;
        }
        const std::uint64_t auditRows = envelope.header.auditRows;
        const std::set<core::Hash> carried = documentsIn(envelope);
        wire::SealedBytes sealed = wire::writeEnvelope(std::move(envelope), m_key, m_random);
        if (!taken(m_store->seal({*epoch, identity.number, sealed.hash, days.front().day, days.back().day, now.wall,
                                  std::move(sealed.bytes), std::nullopt, std::nullopt},
                                 comments))) {
            return;
        }
        m_envelopeFilesDue = true;
        note("sealed envelope " + std::to_string(core::number(identity.number)) + " of " + days.front().day.text() +
             " to " + days.back().day.text());
        m_changes.sealed.push_back(identity.number);
        if (!carried.empty()) {
            sent.insert(carried.begin(), carried.end());
            noteSent(*epoch, sent);
        }
        if (auditRows != *auditSent) {
            auditSent = auditRows;
            (void)taken(m_store->setSetting(setting::auditSent, epoch->text() + " " + std::to_string(auditRows)));
        }
        identity.previous = sealed.hash;
        identity.number = core::EnvelopeNumber{core::number(identity.number) + 1};
        rest = rest.subspan(count);
        (void)taken(leftUpTo(*m_store, m_promise, (*closed)[waiting.size() - rest.size() - 1].lastRow));
    }
}

/// Makes the files of unreceipted envelopes where they are missing: after sealing, and at start.
void Keeper::writeEnvelopeFiles()
{
    if (!m_envelopeFilesDue) {
        return;
    }
    const auto envelopes = taken(m_store->unreceipted());
    bool allWritten = envelopes.has_value();
    for (const store::SealedEnvelope& envelope : envelopes.value_or(std::vector<store::SealedEnvelope>{})) {
        const auto file = m_setup.outbox / wire::envelopeFileName(envelope.epoch, envelope.number);
        if (const auto written = writeIfOther(file, envelope.bytes); !written) {
            trouble(written.error().message);
            allWritten = false;
        }
    }
    m_envelopeFilesDue = !allWritten;
}

// ---- configuration, purge, status ----------------------------------------------------------------------------------

void Keeper::purge(const core::Now& now)
{
    const auto ago = [&](int days) { return core::WallMs{core::count(now.wall) - days * dayMs}; };
    core::WallMs closedBefore = ago(std::clamp(m_inForce->settings.rawDays, 0, 14));
    // Closed by a clock that ran ahead: its time never comes. The content is kept in the closed day.
    const auto last = taken(m_store->lastClosedDay());
    if (last && *last && core::count((*last)->closedAt) > core::count(now.wall) + dayMs &&
        now.quality == core::ClockQuality::Anchored) {
        closedBefore = core::WallMs{std::numeric_limits<std::int64_t>::max()};
    }
    if (const auto rows = taken(m_store->purgeRows(closedBefore)); rows && *rows > 0) {
        note("deleted " + std::to_string(*rows) + " rows of closed days");
    }
    (void)taken(m_store->purgeEnvelopes(ago(envelopeDays)));
}

void Keeper::writeIdentityAndStatus(const core::Now& now)
{
    if (m_nonce.empty() && m_timeTakenAt &&
        core::count(now.monotonic) - core::count(*m_timeTakenAt) >= askTimeAgainMs) {
        m_nonce = newNonce(m_random);
    }
    const auto epoch = taken(m_store->epoch());
    const auto last = taken(m_store->lastClosedDay());
    const auto newest = taken(m_store->lastEnvelope());
    if (epoch && last && newest) {
        wire::Heartbeat status;
        status.standProgram = m_setup.program;
        status.lastClosedDay = *last ? std::optional((*last)->day) : std::nullopt;
        status.epoch = *epoch;
        status.lastEnvelope = *newest ? (*newest)->number : core::EnvelopeNumber{};
        status.clockQuality = nameOf(now.quality);
        status.sensors = m_setup.sensors();
        const wire::NewestVersions versions = newestVersions().value_or(wire::NewestVersions{});
        status.configurationVersion = versions.configuration;
        status.localVersion = versions.local;
        status.questionnaire = versions.questionnaire;
        status.timeNonce = m_nonce;
        const std::pair<const char*, std::string> files[] = {
            {"stand.json", wire::writeStandIdentity({m_key.publicKey(), *epoch, m_setup.example}, m_key)},
            {"status.json", wire::writeHeartbeat(status)}};
        for (const auto& [name, bytes] : files) {
            if (const auto written = writeIfOther(m_setup.outbox / name, bytes); !written) {
                trouble(written.error().message);
            }
        }
    }
    const auto fault = m_changes.storeFault;
    if (fault == store::StoreFault::Io || fault == store::StoreFault::Corrupt) {
        m_store.reset();
    }
}

} // namespace smiley::outbox
