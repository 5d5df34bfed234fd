// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/stick.h"

#include "sync/central/data_folder.h"
#include "sync/central/ingest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <utility>

namespace smiley::central {

namespace {

namespace fs = std::filesystem;

constexpr const char* answersFolder = "til-standen";
constexpr std::string_view sealedEnding = ".jsonl.zst.sealed";
/// A sealed box is this much longer than what lies in it (an X25519 key and a Poly1305 tag).
constexpr std::size_t sealBytes = 48;

Kept<std::vector<fs::path>> sealedFiles(const fs::path& folder)
{
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    if (error) {
        return core::fail(LedgerFault::NotFound,
                          folder.string() + " can't be read: " + error.message() + "; is the stick mounted there?");
    }
    std::vector<fs::path> files;
    for (; entry != fs::recursive_directory_iterator() && files.size() < stickFilesMax; entry.increment(error)) {
        if (entry->is_directory(error) &&
            (entry.depth() + 1 >= stickDepthMax || entry->path().filename() == answersFolder)) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file(error) && entry->path().filename().string().ends_with(sealedEnding)) {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Opens the box and checks the envelope. On a fault of the file nothing, and `why` says it.
Kept<std::optional<CheckedEnvelope>> open(Ledger& ledger, const wire::SecretKey& centre, const fs::path& file,
                                          std::string& why)
{
    using Opened = std::optional<CheckedEnvelope>;
    const auto sealed = readWhole(file, wire::envelopeBytesMax + sealBytes);
    if (!sealed) {
        why = sealed.error().message;
        return Opened();
    }
    auto bytes = centre.open(*sealed);
    if (!bytes) {
        why = "it can't be opened with this centre's key: it is for another centre, or was damaged";
        return Opened();
    }
    const auto header = wire::peekEnvelope(*bytes);
    if (!header) {
        why = header.error().message;
        return Opened();
    }
    const auto stand = ledger.stand(header->stand);
    if (!stand) {
        return stand.error();
    }
    if (!*stand) {
        why = "stand " + header->stand.text() + " is unknown here";
        return Opened();
    }
    auto checked = checkEnvelope(**stand, std::move(*bytes), ledger.identity().example);
    if (!checked) {
        why = checked.error().message;
        return Opened();
    }
    return Opened(std::move(*checked));
}

/// Writes an answer for a stand to the stick.
void answer(Imported& imported, const fs::path& folder, const std::string& name, const std::string& bytes)
{
    const fs::path into = folder / answersFolder;
    std::error_code error;
    fs::create_directories(into, error);
    if (error) {
        imported.faults.push_back(into.string() + ": " + error.message());
        return;
    }
    if (auto written = putFile(into / name, bytes, files::Rights::Everyone); !written) {
        imported.faults.push_back(written.error().message);
    }
}

/// Puts the configuration of the stick's only stand on it.
Kept<core::Done> answerConfiguration(Imported& imported, Ledger& ledger, const fs::path& folder,
                                     const std::set<core::StandId>& stands)
{
    for (const auto& stand : stands) {
        const auto configuration = ledger.configuration(stand);
        if (!configuration) {
            return configuration.error();
        }
        const auto row = ledger.stand(stand);
        if (!row) {
            return row.error();
        }
        if (!*configuration || !*row || (*row)->state == StandState::Blocked) {
            continue;
        }
        if (stands.size() > 1) {
            imported.faults.push_back("the configuration of " + stand.text() +
                                      " was not written: the stick has "
                                      "envelopes of several stands; use a stick for each");
        } else {
            answer(imported, folder, "configuration.json", (*configuration)->signedJson);
        }
    }
    return core::Done{};
}

} // namespace

Kept<Imported> importStick(Ledger& ledger, const wire::SecretKey& centre, const core::Clock& clock,
                           const fs::path& folder)
{
    const auto files = sealedFiles(folder);
    if (!files) {
        return files.error();
    }
    Ingest ingest(ledger, clock);
    Imported imported;
    std::set<core::StandId> stands;
    for (const fs::path& file : *files) {
        std::string why;
        auto opened = open(ledger, centre, file, why);
        if (!opened) {
            return opened.error();
        }
        if (!*opened) {
            imported.files.push_back({file, false, why});
            continue;
        }
        const std::span<const CheckedEnvelope> one(&**opened, 1);
        const auto taken = ingest.store(one);
        if (!taken) {
            return taken.error();
        }
        if (auto read = ingest.read(one, *taken); !read) {
            return read.error();
        }
        const TakenEnvelope& envelope = taken->front();
        imported.files.push_back(
            {file, true, std::string(text(envelope.row.state)) + (envelope.isNew ? "" : " again")});
        stands.insert(envelope.receipt.stand);
        answer(imported, folder, wire::receiptFileName(envelope.receipt.epoch, envelope.receipt.number),
               wire::writeReceipt(envelope.receipt, centre));
    }
    if (auto done = answerConfiguration(imported, ledger, folder, stands); !done) {
        return done.error();
    }
    return imported;
}

} // namespace smiley::central
