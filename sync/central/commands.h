// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "sync/central/administration.h"
#include "sync/central/data_folder.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The commands of smiley-central that need no more than this folder. Each prints what it did, or what was wrong on the
/// error stream, and gives the exit code.

namespace smiley::central {

enum ExitCode : int {
    Done = 0,
    Refused = 1, ///< what was asked for was refused, or a check found faults
    Usage = 2,   ///< wrong command line
    Folder = 3,  ///< the data folder can't be used
    Network = 4, ///< can't listen
};
/// The table above, for --help.
extern const char* const exitCodes;

/// Most cards of one file of `tickets`.
inline constexpr std::size_t ticketsMax = 2000;

/// What was given on the command line; a command reads its own part.
struct CommandOptions {
    explicit CommandOptions(const core::Clock& theClock) : clock(theClock) {}

    const core::Clock& clock;
    std::string data;
    std::string name;
    std::vector<std::string> hosts;
    bool example = false;
    bool json = false;
    bool release = false;
    std::string municipality;
    std::string municipalityName;
    std::string site;
    std::string siteName;
    std::string door;
    std::string stand;
    int codeHours = static_cast<int>(codeLifetimeMs / 3'600'000);
    std::string questionnaire;
    std::string settings;
    std::string policy;
    std::string shadowPolicy;
    std::string countedOnSite; ///< "yes", "no", or as it is
    bool replace = false;
    std::string day;
    std::string path;
    std::string listen = "0.0.0.0:8443";
    std::string portFile;
    std::string key;
    std::uint64_t again = 0;
    std::string newKey;
    std::string passphraseFile;
    std::string readBy;
    std::string dpiaDate;
    std::string dpiaName;
    std::string staffNames;
    std::string person;
    std::string role;
    std::optional<int> days; ///< or as they are
    std::size_t count = 0;
};

int init(const CommandOptions& options);
int certificate(const CommandOptions& options);
int standAdd(const CommandOptions& options);
int standCode(const CommandOptions& options);
int standList(const CommandOptions& options);
int standBlock(const CommandOptions& options);
int standUnblock(const CommandOptions& options);
int tokenAdd(const CommandOptions& options);
int configurationSet(const CommandOptions& options);
int observeImport(const CommandOptions& options);
int observeRemove(const CommandOptions& options);
int commentsEnable(const CommandOptions& options);
int commentsDisable(const CommandOptions& options);
int commentsStatus(const CommandOptions& options);
int peopleAdd(const CommandOptions& options);
int peopleRemove(const CommandOptions& options);
int peopleResetPin(const CommandOptions& options);
int peopleList(const CommandOptions& options);
int tickets(const CommandOptions& options);
int questionnaireCheck(const CommandOptions& options);
int importFolder(const CommandOptions& options);
int reprocess(const CommandOptions& options);
/// Lists what staff did at a stand and checks the chain; Refused where it is broken.
int standAudit(const CommandOptions& options);

/// The stand's audit trail as it has come, against its own chain and the heads in the envelopes' headers.
Kept<wire::AuditCheck> checkAudit(Ledger& ledger, const core::StandId& stand);

// --- What commands are made of

/// Says why on the error stream.
int said(ExitCode code, std::string_view message);
int failed(const core::Failure<LedgerFault>& failure);
int failed(const core::Failure<FolderFault>& failure);
/// Prints; Done.
int printed(std::string_view text);

/// Runs `work` with the ledger and the centre's key of --data.
template <class Work>
int withCentre(const CommandOptions& options, Work work)
{
    const DataFolder folder(options.data);
    auto ledger = folder.openLedger();
    if (!ledger) {
        return failed(ledger.error());
    }
    const auto key = folder.readCentreKey();
    if (!key) {
        return failed(key.error());
    }
    return work(folder, **ledger, *key);
}

/// Parses an id that was given as `option`, and runs `work` with it.
template <class Id, class Work>
int withId(const char* option, const std::string& text, Work work)
{
    const auto id = Id::parse(text);
    if (!id) {
        return said(Usage, std::string(option) + " \"" + text +
                               "\" must be 3 to 40 lower-case letters, digits and "
                               "hyphens, beginning with a letter");
    }
    return work(*id);
}

} // namespace smiley::central
