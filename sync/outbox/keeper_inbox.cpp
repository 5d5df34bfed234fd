// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/audit.h"
#include "sync/outbox/closing.h"
#include "sync/outbox/keeper.h"
#include "sync/outbox/people.h"
#include "sync/outbox/sealing.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <variant>

namespace smiley::outbox {

void Keeper::takeInbox(const core::Now& now)
{
    takeEnrolment();
    if (m_enrolment) { // nobody else's word counts before
        takeReceipts(now);
        takeConfiguration(now);
        takeTime(now);
    }
}

// ---- files ---------------------------------------------------------------------------------------------------------

std::optional<std::string> Keeper::readInbox(const std::string& name)
{
    auto read = files::readWhole(m_setup.inbox / name, inboxFileBytesMax);
    if (read) {
        return std::move(*read);
    }
    switch (read.error().code) {
    case files::FileFault::Missing: break;
    case files::FileFault::TooLarge:
    case files::FileFault::Io: refuse(name, read.error().message); break;
    }
    return std::nullopt;
}

void Keeper::remove(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) {
        trouble(file.string() + ": can't remove: " + error.message() + ". Check the folder's owner.");
    }
}

/// One of each name is kept, so that a broken sender can't fill the disk.
void Keeper::refuse(const std::string& name, const std::string& why)
{
    const std::filesystem::path aside = m_setup.inbox / "refused";
    trouble("inbox/" + name + " is refused and moved to inbox/refused: " + why);
    std::error_code error;
    std::filesystem::create_directories(aside, error);
    std::filesystem::remove_all(aside / name, error);
    std::filesystem::rename(m_setup.inbox / name, aside / name, error);
    if (error) {
        trouble("inbox/" + name + ": can't be moved aside: " + error.message() + ". Check the folder's owner.");
    }
}

// ---- enrolment -----------------------------------------------------------------------------------------------------

void Keeper::takeEnrolment()
{
    const std::string name = "enrolment.json";
    const auto json = readInbox(name);
    if (!json) {
        return;
    }
    auto read = wire::readEnrolment(*json);
    if (!read) {
        return refuse(name, read.error().message);
    }
    if (read->envelopeKey != m_key.publicKey()) {
        return refuse(name, "it is for another stand program; enrol this one with a code of its own.");
    }
    if (read->example != m_setup.example) {
        return refuse(name, m_setup.example ? "this stand makes demonstration data, which only an example centre takes."
                                            : "it comes from an example centre, which takes no real answers.");
    }
    if (m_enrolment && (m_enrolment->centreKey != read->centreKey || m_enrolment->stand != read->stand)) {
        return refuse(name, "this stand belongs to " + m_enrolment->stand.text() +
                                " of another enrolment; to move it, set its data folder aside.");
    }
    if (!m_enrolment || m_enrolment->municipality != read->municipality) {
        if (!taken(m_store->setSetting(setting::enrolment, *json))) {
            return;
        }
        m_enrolment = std::move(*read);
        m_changes.enrolled = true;
        note("enrolled as " + m_enrolment->stand.text());
    }
    remove(m_setup.inbox / name);
}

// ---- receipts ------------------------------------------------------------------------------------------------------

void Keeper::takeReceipts(const core::Now& now)
{
    std::vector<std::string> names = namesIn(m_setup.inbox, "receipt-", ".json");
    names.resize(std::min(names.size(), inboxFilesMax));
    if (names.empty()) {
        return;
    }
    const auto envelopes = taken(m_store->envelopes());
    if (!envelopes) {
        return;
    }
    bool forks = false;
    for (const std::string& name : names) {
        const auto json = readInbox(name);
        if (!json) {
            continue;
        }
        const auto receipt = wire::readReceipt(*json, m_enrolment->centreKey);
        if (!receipt) {
            refuse(name, receipt.error().message);
        } else if (receipt->stand != m_enrolment->stand) {
            refuse(name, "it is for the stand " + receipt->stand.text() + ".");
        } else {
            forks = takeReceipt(name, *receipt, *json, *envelopes, now) || forks;
        }
    }
    if (forks) {
        fork(now);
    }
}

bool Keeper::takeReceipt(const std::string& name, const wire::Receipt& receipt, const std::string& json,
                         const std::vector<store::SealedEnvelope>& envelopes, const core::Now& now)
{
    const auto file = m_setup.outbox / wire::envelopeFileName(receipt.epoch, receipt.number);
    const auto known = std::ranges::find_if(envelopes, [&](const store::SealedEnvelope& each) {
        return each.epoch == receipt.epoch && each.number == receipt.number;
    });
    if (known == envelopes.end()) {
        // Of an earlier journal, replaced after a fork, or long gone. The file goes if it is what was receipted.
        if (const auto bytes = files::readWhole(file, wire::envelopeBytesMax);
            bytes && wire::sha256(*bytes) == receipt.hash) {
            remove(file);
        }
        remove(m_setup.inbox / name);
        return false;
    }
    if (known->hash != receipt.hash) {
        refuse(name, "it is for another envelope of this number; tell the centre.");
        return false;
    }
    if (known->receipt) {
        remove(file);
        remove(m_setup.inbox / name);
        return false;
    }
    if (receipt.outcome == wire::Receipt::Outcome::Fork) {
        remove(m_setup.inbox / name);
        return true;
    }
    if (taken(m_store->setReceipt(receipt.epoch, receipt.number, json, now.wall, bytesToKeep(known->bytes)))) {
        ++m_changes.receipted;
        remove(file); // before the receipt: the sync program goes by the receipts that lie in the inbox
        remove(m_setup.inbox / name);
    }
    return false;
}

/// What is kept of a receipted envelope: not what visitors wrote. Nobody asks for these bytes again: only what has no
/// receipt is sent or issued anew. Nothing: as they are.
std::optional<std::string> Keeper::bytesToKeep(const std::string& bytes)
{
    const auto header = wire::peekEnvelope(bytes);
    if (header && !header->counts.contains("comment")) {
        return std::nullopt;
    }
    auto rest = wire::withoutComments(bytes);
    if (!rest) {
        trouble("a receipted envelope in the database can't be read and isn't kept: " + rest.error().message);
        return std::string();
    }
    return std::move(*rest);
}

/// The centre knows another history of this epoch (a disk was put back, or copied): what it hasn't receipted is issued again
/// in an epoch of its own. The visits keep their ids.
void Keeper::fork(const core::Now& now)
{
    const auto old = taken(m_store->unreceipted());
    if (!old) {
        return;
    }
    const core::Epoch fresh = wire::newEpoch(m_random);
    std::vector<store::SealedEnvelope> again;
    std::set<core::Hash> sent;
    EnvelopeIdentity identity{m_enrolment->stand, fresh,           core::EnvelopeNumber{},
                              std::nullopt,       m_setup.program, m_setup.example};
    for (const store::SealedEnvelope& envelope : *old) {
        auto read = wire::readEnvelope(envelope.bytes, m_key.publicKey());
        if (!read) {
            trouble("an envelope in the database can't be read and isn't issued again: " + read.error().message);
            return;
        }
        identity.number = core::EnvelopeNumber{again.size() + 1};
        wire::Envelope content = reissued(
            std::move(read->envelope), identity, [&](const core::Hash& hash) { return documentJson(hash); }, sent);
        sent.merge(documentsIn(content));
        wire::SealedBytes sealed = wire::writeEnvelope(std::move(content), m_key, m_random);
        identity.previous = sealed.hash;
        again.push_back({fresh, identity.number, sealed.hash, envelope.firstDay, envelope.lastDay, now.wall,
                         std::move(sealed.bytes), std::nullopt, std::nullopt});
    }
    if (!taken(m_store->startEpoch(fresh, again))) {
        return;
    }
    noteSent(fresh, sent);
    for (const store::SealedEnvelope& envelope : *old) {
        remove(m_setup.outbox / wire::envelopeFileName(envelope.epoch, envelope.number));
    }
    m_envelopeFilesDue = true;
    m_changes.forked = true;
    trouble("the centre knows another history of this stand; " + std::to_string(again.size()) +
            " envelopes are issued again in the epoch " + fresh.text() + ". Was its disk copied or put back?");
}

// ---- configuration and time ----------------------------------------------------------------------------------------

core::Result<Keeper::Accepted, wire::MessageFault> Keeper::acceptable(const std::string& json, bool isKept) const
{
    auto read = wire::readConfiguration(json, m_enrolment->centreKey);
    if (!read) {
        return read.error();
    }
    if (read->stand != m_enrolment->stand) {
        return core::fail(wire::MessageFault::Malformed, "it is for the stand " + read->stand.text() + ".");
    }
    std::vector<std::string> troubles;
    auto content = composed({.settings = m_setup.settings, .centre = *read, .isCentreKept = isKept}, troubles);
    if (!content) {
        return content.error();
    }
    return Accepted{json, std::move(*read), std::move(*content)};
}

/// The next opening day after the one on which something is taken. While no clock says which day it is, or one that
/// isn't believed, the days that are still to be closed keep the policy that they have.
core::Day Keeper::nextOpeningDay(const core::Now& now)
{
    const core::Day next = core::nextOpeningDay(m_inForce->settings, core::localTime(now.wall).day);
    const auto last = taken(m_store->lastClosedDay());
    if (!last || !*last || isGood(now, latestAfter((*last)->day))) {
        return next;
    }
    return (*last)->day.next().next();
}

/// The audit trail has it once, however often it is sent.
void Keeper::refuseConfiguration(const std::string& json, const std::string& why, const core::Now& now)
{
    const core::Hash hash = wire::sha256(json);
    if (m_refused != hash) {
        m_refused = hash;
        (void)taken(record(*m_store, {"centre", "configuration-refused", why}, now));
    }
    refuse("configuration.json", why);
}

void Keeper::takeConfiguration(const core::Now& now)
{
    const std::string name = "configuration.json";
    const auto json = readInbox(name);
    if (!json) {
        return;
    }
    auto accepted = acceptable(*json);
    if (!accepted) {
        return refuseConfiguration(*json, accepted.error().message + " The one before stays in force.", now);
    }
    if (const auto policies = policiesOf(accepted->source); !policies) {
        return refuseConfiguration(*json, policies.error().message + " The one before stays in force.", now);
    }
    const std::uint64_t current = m_taken;
    const std::uint64_t version = accepted->content.version;
    if (m_accepted && version == current) {
        return remove(m_setup.inbox / name);
    }
    if (version <= current) {
        return refuseConfiguration(
            *json, "its version " + std::to_string(version) + " is not newer than " + std::to_string(current) + ".",
            now);
    }
    const auto hasAnswer = taken(dayHasAnswer(*m_store, core::localTime(now.wall).day));
    if (!hasAnswer || !keepQuestionnaire(accepted->content) ||
        !taken(schedule(*m_store, accepted->source, nextOpeningDay(now))) ||
        !taken(takePeople(*m_store, accepted->source.people, version, now)) ||
        !taken(record(*m_store, {"centre", "configuration-taken", "version " + std::to_string(version)}, now,
                      {{std::string(setting::configuration), *json},
                       {std::string(setting::configurationFrom), *hasAnswer ? nextOpeningDay(now).text() : ""}}))) {
        return;
    }
    m_accepted = std::move(*accepted);
    m_taken = version;
    note("configuration " + std::to_string(version) + " is taken");
    remove(m_setup.inbox / name);
}

void Keeper::takeTime(const core::Now& now)
{
    const std::string name = "time.json";
    const auto json = readInbox(name);
    if (!json) {
        return;
    }
    const auto received = wire::readReceivedTime(*json);
    if (!received) {
        return refuse(name, received.error().message);
    }
    const auto answer = wire::readCentreTime(received->answer, m_enrolment->centreKey);
    if (!answer) {
        return refuse(name, answer.error().message);
    }
    const bool isOurs = !m_nonce.empty() && answer->nonce == m_nonce && received->machineBoot == m_setup.machineBoot &&
                        received->at <= now.monotonic;
    if (isOurs && received->roundTripMs >= 0 && received->roundTripMs <= roundTripMsMax) {
        // Half of the round trip is the best guess; it is off by at most the other half.
        m_setup.anchor(received->at, core::WallMs{core::count(answer->time) + received->roundTripMs / 2});
        m_nonce.clear();
        m_timeTakenAt = now.monotonic;
        note("the centre gave the time");
    }
    remove(m_setup.inbox / name); // else the answer to an older question
}

} // namespace smiley::outbox
