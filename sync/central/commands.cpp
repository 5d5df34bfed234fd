// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"

#include "sync/central/certificates.h"
#include "sync/central/ingest.h"
#include "sync/central/json_text.h"
#include "sync/central/observations.h"
#include "sync/central/stick.h"
#include "sync/wire/policy_json.h"
#include "sync/wire/questionnaire_json.h"

#include <iostream>
#include <optional>
#include <utility>
#include <variant>

namespace smiley::central {

const char* const exitCodes = "Exit codes:\n"
                              "  0  done\n"
                              "  1  what was asked for was refused, or a check found faults; the message names them\n"
                              "  2  wrong command line\n"
                              "  3  the data folder can't be used: missing, damaged, of a newer program, full, busy\n"
                              "  4  can't listen: the port is in use, the address isn't this machine's\n";

int said(ExitCode code, std::string_view message)
{
    std::cerr << "smiley-central: " << message << std::endl;
    return code;
}

int failed(const core::Failure<LedgerFault>& failure)
{
    const bool isRefusal = failure.code == LedgerFault::Exists || failure.code == LedgerFault::NotFound;
    return said(isRefusal ? Refused : Folder, failure.message);
}

int failed(const core::Failure<FolderFault>& failure)
{
    return said(failure.code == FolderFault::BadHost ? Refused : Folder, failure.message);
}

int printed(std::string_view text)
{
    std::cout << text << std::endl;
    return Done;
}

// --- init, certificate

int init(const CommandOptions& options)
{
    const DataFolder folder(options.data);
    wire::SystemRandom random;
    if (const auto made =
            makeCentre(folder, {options.name, options.hosts, options.example}, options.clock.now().wall, random);
        !made) {
        return failed(made.error());
    }
    const auto certificate = readWhole(folder.caCertificate(), smallFileBytesMax);
    return printed("Made the centre \"" + options.name + "\" in " + options.data +
                   (options.example ? " (an example centre: it takes example data only)" : "") +
                   "\n"
                   "\n"
                   "  CA of this centre   " +
                   folder.caCertificate().string() +
                   "\n"
                   "  its fingerprint     " +
                   (certificate ? fingerprint(*certificate) : "") +
                   "\n"
                   "\n"
                   "Next:\n"
                   "  smiley-central stand add --data " +
                   options.data +
                   " --municipality fjordby --municipality-name \"Fjordby Kommune\" --site jobcenter\n"
                   "  smiley-central serve --data " +
                   options.data +
                   "\n"
                   "Copy the CA file to each stand (sync.toml, ca_file). Keep " +
                   folder.centreKey().string() + " and " + folder.caKey().string() +
                   " in your backup and nowhere else.");
}

int certificate(const CommandOptions& options)
{
    const DataFolder folder(options.data);
    if (const auto made = renewServerCertificate(folder, options.hosts, options.clock.now().wall); !made) {
        return failed(made.error());
    }
    const auto text = readWhole(folder.serverCertificate(), smallFileBytesMax);
    return printed("Made " + folder.serverCertificate().string() + ", good until " +
                   describe(notAfter(text ? *text : "")) + ". Start `serve` again to use it.");
}

// --- token, configuration, questionnaire

int tokenAdd(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        return withId<core::MunicipalityId>("--municipality", options.municipality, [&](const auto& municipality) {
            wire::SystemRandom random;
            const auto token = addToken(ledger, municipality, options.clock.now().wall, random);
            if (!token) {
                return failed(token.error());
            }
            return printed(
                options.json ? JsonObject().add("municipality", municipality.text()).add("token", *token).text()
                             : *token + "\nShown this once. It reads the packages of " + municipality.text() +
                                   ":\n  curl --cacert ca.crt -H \"Authorization: Bearer <token>\" https://<host>:8443"
                                   "/v1/municipalities/" +
                                   municipality.text() + "/packages");
        });
    });
}

/// A questionnaire by the name of a shipped one, or from a file; faults are printed.
std::optional<std::string> loadQuestionnaire(const CommandOptions& options, const std::string& nameOrFile, int& code)
{
    std::string json(wire::shippedQuestionnaire(nameOrFile));
    if (json.empty()) {
        auto file = readWhole(nameOrFile, wire::questionnaireBytesMax);
        if (!file) {
            code = said(Refused, file.error().message);
            return std::nullopt;
        }
        json = std::move(*file);
    }
    const auto parsed = wire::parseQuestionnaire(json);
    const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed);
    if (options.json) {
        JsonArray list;
        for (const auto& fault : faults == nullptr ? std::vector<wire::DocumentFault>() : *faults) {
            list.raw(JsonObject().add("pointer", fault.pointer).add("message", fault.message).text());
        }
        JsonObject result;
        result.add("ok", faults == nullptr).raw("faults", list.text());
        if (const auto* questionnaire = std::get_if<core::Questionnaire>(&parsed)) {
            result.add("hash", questionnaire->hash.text()).add("questions", questionnaire->questions.size());
        }
        std::cout << result.text() << std::endl;
    } else if (faults != nullptr) {
        std::cerr << nameOrFile << " is refused, " << faults->size() << " faults:\n" << wire::describe(*faults) << "\n";
    }
    code = faults == nullptr ? Done : Refused;
    return faults == nullptr ? std::optional(json) : std::nullopt;
}

int questionnaireCheck(const CommandOptions& options)
{
    int code = Done;
    if (loadQuestionnaire(options, options.path, code) && !options.json) {
        std::cout << options.path << " is right.\n";
    }
    return code;
}

/// A standard policy's name, or the document in a file; "none" takes away what was set. Faults are printed.
std::optional<std::string> loadPolicy(const std::string& nameOrFile)
{
    if (nameOrFile == "none" || core::Policy::named(nameOrFile)) {
        return nameOrFile == "none" ? "" : nameOrFile;
    }
    auto file = readWhole(nameOrFile, wire::policyBytesMax);
    if (!file) {
        (void)said(Refused,
                   "\"" + nameOrFile + "\" is no standard policy's name, and as a file: " + file.error().message);
        return std::nullopt;
    }
    const auto parsed = wire::parsePolicy(*file);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        std::cerr << nameOrFile << " is refused:\n" << wire::describe(*faults) << "\n";
        return std::nullopt;
    }
    return std::move(*file);
}

/// Runs may be excluded where a person says so; but the figures should be there to see.
void warnUncounted(Ledger& ledger, const core::StandId& stand)
{
    const auto observations = ledger.observations();
    const auto envelopes = ledger.envelopes();
    if (observations && envelopes && !isCountedOnSite(newestObservations(*observations), *envelopes, stand)) {
        std::cerr << "smiley-central: warning: nobody has counted enough at " << stand.text()
                  << " to compare: its accuracy is simulated (`stand list`, `observe import`)\n";
    }
}

int configurationSet(const CommandOptions& options)
{
    if (options.questionnaire.empty() && options.settings.empty() && options.policy.empty() &&
        options.shadowPolicy.empty() && options.countedOnSite.empty()) {
        return said(Usage, "give --questionnaire, --settings, --policy, --shadow-policy or --counted-on-site");
    }
    NewConfiguration configuration;
    if (!options.questionnaire.empty()) {
        int code = Done;
        configuration.questionnaire = loadQuestionnaire(options, options.questionnaire, code);
        if (!configuration.questionnaire) {
            return code;
        }
    }
    if (!options.settings.empty()) {
        auto settings = readWhole(options.settings, smallFileBytesMax);
        if (!settings) {
            return said(Refused, settings.error().message);
        }
        if (const auto applied = wire::applySettings({}, *settings); !applied) {
            return said(Refused, options.settings + ": " + applied.error().message);
        }
        configuration.settings = std::move(*settings);
    }
    for (const auto& [given, taken] : {std::pair(&options.policy, &configuration.policy),
                                       std::pair(&options.shadowPolicy, &configuration.shadowPolicy)}) {
        if (!given->empty()) {
            *taken = loadPolicy(*given);
            if (!*taken) {
                return Refused;
            }
        }
    }
    if (!options.countedOnSite.empty()) {
        configuration.countedOnSite = options.countedOnSite == "yes";
    }
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey& key) {
        return withId<core::StandId>("--stand", options.stand, [&](const core::StandId& stand) {
            const auto version = configure(ledger, stand, configuration, key, options.clock.now().wall);
            if (version && configuration.countedOnSite.value_or(false)) {
                warnUncounted(ledger, stand);
            }
            return version ? printed("Set configuration " + std::to_string(*version) + " for " + stand.text() +
                                     "; it counts there from the next opening day.")
                           : failed(version.error());
        });
    });
}

// --- import, reprocess

int importFolder(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey& key) {
        const auto imported = importStick(ledger, key, options.clock, options.path);
        if (!imported) {
            return failed(imported.error());
        }
        JsonArray files;
        bool isWhole = imported->faults.empty();
        for (const auto& file : imported->files) {
            isWhole = isWhole && file.taken;
            files.raw(JsonObject()
                          .add("path", file.path.string())
                          .add("taken", file.taken)
                          .add("outcome", file.outcome)
                          .text());
            if (!options.json) {
                std::cout << (file.taken ? "" : "REFUSED ") << file.path.filename().string() << ": " << file.outcome
                          << "\n";
            }
        }
        for (const auto& fault : imported->faults) {
            std::cerr << "smiley-central: " << fault << "\n";
        }
        if (options.json) {
            std::cout << JsonObject().add("ok", isWhole).raw("files", files.text()).text() << std::endl;
        } else {
            std::cout << imported->files.size() << " files; answers for the stands are in " << options.path
                      << "/til-standen\n";
        }
        return static_cast<int>(isWhole ? Done : Refused);
    });
}

int reprocess(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        const auto result = Ingest(ledger, options.clock).reprocess();
        if (!result) {
            return failed(result.error());
        }
        std::string nights;
        for (const auto night : result->nights) {
            nights += " " + std::to_string(night);
        }
        return printed(
            "Read " + std::to_string(result->envelopes) + " flagged envelopes again; " +
            std::to_string(result->stillFlagged) + " are still flagged." +
            (nights.empty() ? "" : "\nTheir packages may differ now (`nightly --again N`): nights" + nights));
    });
}

} // namespace smiley::central
