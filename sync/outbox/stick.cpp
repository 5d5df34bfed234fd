// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/stick.h"

#include "sync/outbox/audit.h"
#include "sync/outbox/files.h"
#include "sync/outbox/keeper.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/envelope.h"
#include "sync/wire/messages.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>

namespace smiley::outbox {

namespace {

constexpr std::string_view sealedEnding = ".jsonl.zst.sealed";
/// A sealed box is this much longer than what lies in it (an X25519 key and a Poly1305 tag).
constexpr std::size_t sealBytes = 48;
constexpr std::size_t receiptNameMax = 100;

constexpr std::array<std::string_view, 3> inboxNames{"enrolment.json", "configuration.json", "time.json"};

bool isEnvelopeName(std::string_view name)
{
    return name.find("-envelope-") != std::string_view::npos && name.ends_with(sealedEnding);
}

bool isReceiptName(std::string_view name)
{
    return name.starts_with("receipt-") && name.ends_with(".json") && name.size() <= receiptNameMax &&
           std::ranges::all_of(name, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '.'; });
}

core::Failure<StickFault> databaseFault(const store::Result<core::Done>& result)
{
    return core::fail(StickFault::Database, result.error().message);
}

/// How far it came, in words for the audit trail.
std::string filesText(std::size_t done, std::size_t total)
{
    return done == total ? std::to_string(total) + " files"
                         : std::to_string(done) + " of " + std::to_string(total) + " files";
}

/// What was written becomes safe to remove, and the trail says it, also where writing ended early: these files are whole.
StickResult<StickSummary> ended(const StickFolder& folder, StickResult<StickSummary> summary, store::Store& store,
                                const StickUse& use, const AuditEntry& entry, std::size_t written)
{
    const auto flushed = folder.flush();
    if (written > 0 || summary) {
        if (const auto recorded = record(store, entry, use.now); !recorded && summary) {
            return databaseFault(recorded);
        }
    }
    if (summary && !flushed) {
        return flushed.error();
    }
    return summary;
}

StickResult<std::optional<wire::Enrolment>> enrolmentOf(const store::Store& store)
{
    const auto stored = store.setting(setting::enrolment);
    if (!stored) {
        return core::fail(StickFault::Database, stored.error().message);
    }
    auto enrolment = wire::readEnrolment(stored->value_or(""));
    return enrolment ? std::optional(std::move(*enrolment)) : std::nullopt;
}

template <class Message>
std::optional<LeftOut> notFrom(const wire::Parsed<Message>& message, const wire::Enrolment& ours,
                               const std::string& name)
{
    if (!message) {
        return LeftOut{name, StickFault::Tampered, name + ": " + message.error().message};
    }
    if (message->stand != ours.stand) {
        return LeftOut{name, StickFault::OtherStand, name + " is for the stand " + message->stand.text() + "."};
    }
    return std::nullopt;
}

/// Why the stand would refuse the file; nothing where it would look into it. The keeper checks again.
std::optional<LeftOut> refusal(const std::string& name, const std::string& bytes,
                               const std::optional<wire::Enrolment>& ours)
{
    if (name == "enrolment.json") {
        const auto enrolment = wire::readEnrolment(bytes);
        if (!enrolment) {
            return LeftOut{name, StickFault::Tampered, name + ": " + enrolment.error().message};
        }
        if (ours && (enrolment->stand != ours->stand || enrolment->centreKey != ours->centreKey)) {
            return LeftOut{name, StickFault::OtherStand, name + " is for another stand, or from another centre."};
        }
        return std::nullopt;
    }
    if (!ours) { // the enrolment that may lie beside it says whose word counts
        return std::nullopt;
    }
    if (name == "configuration.json") {
        return notFrom(wire::readConfiguration(bytes, ours->centreKey), *ours, name);
    }
    if (isReceiptName(name)) {
        return notFrom(wire::readReceipt(bytes, ours->centreKey), *ours, name);
    }
    const auto time = wire::readReceivedTime(bytes);
    return time ? std::nullopt : std::optional(LeftOut{name, StickFault::Tampered, name + ": " + time.error().message});
}

/// Names of the receipts of the store's envelopes: those that it has, and those that it waits for.
struct Receipts {
    std::set<std::string> known;
    std::set<std::string> awaited;
};

StickResult<Receipts> receiptsOf(const store::Store& store)
{
    const auto envelopes = store.keptEnvelopes();
    if (!envelopes) {
        return core::fail(StickFault::Database, envelopes.error().message);
    }
    Receipts receipts;
    for (const store::KeptEnvelope& envelope : *envelopes) {
        (envelope.isReceipted ? receipts.known : receipts.awaited)
            .insert(wire::receiptFileName(envelope.epoch, envelope.number));
    }
    return receipts;
}

/// The keeper looks into the inbox once a minute: until then a newer configuration that waits there must not be lost.
std::optional<LeftOut> olderThanWaiting(const std::filesystem::path& inbox, const std::string& name,
                                        const std::string& bytes, const std::optional<wire::Enrolment>& ours)
{
    if (!ours || name != "configuration.json") {
        return std::nullopt;
    }
    const auto waiting = files::readWhole(inbox / name, inboxFileBytesMax);
    const auto kept = wire::readConfiguration(waiting ? *waiting : std::string(), ours->centreKey);
    const auto brought = wire::readConfiguration(bytes, ours->centreKey);
    if (!kept || !brought || kept->stand != ours->stand || kept->version <= brought->version) {
        return std::nullopt;
    }
    return LeftOut{name, StickFault::Older,
                   name + " has version " + std::to_string(brought->version) + ", and version " +
                       std::to_string(kept->version) + " waits already."};
}

} // namespace

StickResult<StickSummary> exportTo(const std::filesystem::path& stick, store::Store& store, const StickUse& use)
{
    const auto enrolment = enrolmentOf(store);
    if (!enrolment) {
        return enrolment.error();
    }
    const auto envelopes = store.envelopes();
    if (!envelopes) {
        return core::fail(StickFault::Database, envelopes.error().message);
    }
    if (!*enrolment) {
        return core::fail(
            StickFault::NotEnrolled,
            "this stand is not enrolled, so there is no centre to seal its envelopes to. Enrol it first.");
    }
    const wire::Enrolment& ours = **enrolment;
    const auto folder = StickFolder::open(stick);
    if (!folder) {
        return folder.error();
    }
    folder->removeHalfFiles(isEnvelopeName);
    StickProgress progress;
    for (const store::SealedEnvelope& envelope : *envelopes) {
        if (!envelope.receipt) {
            ++progress.filesTotal;
            progress.bytesTotal += envelope.bytes.size() + sealBytes;
        }
    }
    use.watch.progress(progress);
    StickResult<StickSummary> summary = StickSummary{};
    for (const store::SealedEnvelope& envelope : *envelopes) {
        const std::string name = wire::stickFileName(ours.stand, envelope.epoch, envelope.number);
        if (envelope.receipt) {
            folder->remove(name);
            continue;
        }
        const auto written = folder->write(name, wire::sealTo(ours.centreKey, envelope.bytes), progress, use.watch);
        if (!written) {
            summary = written.error();
            break;
        }
        ++summary->files;
    }
    return ended(*folder, std::move(summary), store, use,
                 {use.who, "stick-exported", filesText(progress.filesDone, progress.filesTotal)}, progress.filesDone);
}

StickResult<StickSummary> importFrom(const std::filesystem::path& stick, const std::filesystem::path& inbox,
                                     store::Store& store, const StickUse& use)
{
    const auto ours = enrolmentOf(store);
    if (!ours) {
        return ours.error();
    }
    const auto root = StickFolder::open(stick);
    if (!root) {
        return root.error();
    }
    StickSummary summary;
    const auto folder = root->in(toTheStand);
    if (!folder) {
        const auto there = root->names();
        if (std::ranges::find(there, toTheStand) != there.end()) {
            summary.leftOut.push_back(
                {toTheStand, StickFault::NotAFile, std::string(toTheStand) + " is no folder, so nothing was taken."});
        }
        return summary;
    }
    StickProgress progress;
    const auto receipts = receiptsOf(store);
    if (!receipts) {
        return receipts.error();
    }
    std::vector<std::string> wanted;
    for (const std::string& name : folder->names()) {
        if (receipts->known.contains(name)) {
            continue;
        }
        if (isReceiptName(name) || std::ranges::find(inboxNames, name) != inboxNames.end()) {
            wanted.push_back(name);
        } else {
            summary.leftOut.push_back(
                {name, StickFault::UnknownFile, name + " is no file that a stand takes; it was left where it is."});
        }
    }
    // The centre leaves receipts on the stick for good: those of envelopes long gone come last.
    std::ranges::stable_sort(wanted, {}, [&](const std::string& name) {
        return !isReceiptName(name) ? 0 : receipts->awaited.contains(name) ? 1 : 2;
    });
    progress.filesTotal = wanted.size();
    use.watch.progress(progress);
    StickResult<StickSummary> taken = summary;
    for (const std::string& name : wanted) {
        if (use.watch.cancelled()) {
            taken = core::fail(StickFault::Cancelled, "Stopped before " + name + " was read.");
            break;
        }
        if (taken->files == inboxFilesMax) {
            break;
        }
        const auto bytes = folder->read(name, inboxFileBytesMax);
        if (!bytes && (bytes.error().code == StickFault::NoStick || bytes.error().code == StickFault::Damaged)) {
            taken = bytes.error();
            break;
        }
        auto refused = bytes ? refusal(name, *bytes, *ours)
                             : std::optional(LeftOut{name, bytes.error().code, bytes.error().message});
        if (!refused) {
            refused = olderThanWaiting(inbox, name, *bytes, *ours);
        }
        if (refused) {
            taken->leftOut.push_back(*refused);
        } else if (const auto written = files::writeWhole(inbox / name, *bytes, files::Rights::Group); !written) {
            taken = core::fail(StickFault::Inbox, written.error().message);
            break;
        } else {
            ++taken->files;
        }
        ++progress.filesDone;
        progress.bytesDone += bytes ? bytes->size() : 0;
        progress.bytesTotal = progress.bytesDone;
        use.watch.progress(progress);
    }
    if (progress.filesDone > 0) {
        const AuditEntry entry{use.who, "stick-imported",
                               filesText(taken ? taken->files : progress.filesDone, progress.filesTotal)};
        if (const auto recorded = record(store, entry, use.now); !recorded && taken) {
            return databaseFault(recorded);
        }
    }
    return taken;
}

StickResult<StickSummary> writeDocuments(const std::filesystem::path& stick, const std::vector<StickFile>& documents,
                                         store::Store& store, const StickUse& use, const std::string& what)
{
    const auto folder = StickFolder::open(stick);
    if (!folder) {
        return folder.error();
    }
    StickProgress progress;
    std::string names;
    for (const StickFile& document : documents) {
        ++progress.filesTotal;
        progress.bytesTotal += document.bytes.size();
        names += (names.empty() ? "" : " ") + document.name;
    }
    folder->removeHalfFiles([&](std::string_view name) {
        return std::ranges::any_of(documents, [&](const StickFile& document) { return document.name == name; });
    });
    StickResult<StickSummary> summary = StickSummary{};
    for (const StickFile& document : documents) {
        if (const auto written = folder->write(document.name, document.bytes, progress, use.watch); !written) {
            summary = written.error();
            break;
        }
        ++summary->files;
    }
    return ended(*folder, std::move(summary), store, use, {use.who, what, names}, progress.filesDone);
}

} // namespace smiley::outbox
