// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock.h"
#include "sync/central/administration.h"
#include "sync/central/certificates.h"
#include "sync/central/data_folder.h"
#include "sync/central/ingest.h"
#include "sync/central/json_text.h"
#include "sync/central/server.h"
#include "sync/central/stick.h"
#include "sync/report/nightly.h"
#include "sync/report/packages.h"
#include "sync/report/verify.h"
#include "sync/wire/questionnaire_json.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <string>
#include <sys/stat.h>
#include <vector>

/// smiley-central: composition root and command line. What the commands do is in this folder's libraries and in
/// sync/report.

namespace {

namespace central = smiley::central;
namespace core = smiley::core;
namespace report = smiley::report;
namespace wire = smiley::wire;
using central::JsonArray;
using central::JsonObject;

enum ExitCode : int {
    Done = 0,
    Refused = 1,
    Usage = 2,
    Folder = 3,
    Network = 4,
};

constexpr const char* exitCodes = "Exit codes:\n"
                                  "  0  done\n"
                                  "  1  what was asked for was refused, or a check found faults; the message names them\n"
                                  "  2  wrong command line\n"
                                  "  3  the data folder can't be used: missing, damaged, of a newer program, full, busy\n"
                                  "  4  can't listen: the port is in use, the address isn't this machine's\n";

struct Options {
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
    int codeHours = static_cast<int>(central::codeLifetimeMs / 3'600'000);
    std::string questionnaire;
    std::string settings;
    std::string path;
    std::string listen = "0.0.0.0:8443";
    std::string portFile;
    std::string key;
    std::uint64_t again = 0;
};

int said(ExitCode code, const std::string& message)
{
    std::cerr << "smiley-central: " << message << std::endl;
    return code;
}

int failed(const core::Failure<central::LedgerFault>& failure)
{
    const bool isRefusal =
        failure.code == central::LedgerFault::Exists || failure.code == central::LedgerFault::NotFound;
    return said(isRefusal ? Refused : Folder, failure.message);
}

int failed(const core::Failure<central::FolderFault>& failure)
{
    return said(failure.code == central::FolderFault::BadHost ? Refused : Folder, failure.message);
}

int printed(const std::string& text)
{
    std::cout << text << std::endl;
    return Done;
}

core::WallMs now() { return smiley::platform::SystemClock().now().wall; }

/// Runs `work` with the ledger and the centre's key of --data.
template <class Work>
int withCentre(const Options& options, Work work)
{
    const central::DataFolder folder(options.data);
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
        return said(Usage, std::string(option) + " \"" + text + "\" must be 3 to 40 lower-case letters, digits and "
                                                                "hyphens, beginning with a letter");
    }
    return work(*id);
}

// --- init, certificate

int init(const Options& options)
{
    const central::DataFolder folder(options.data);
    wire::SystemRandom random;
    if (const auto made = central::makeCentre(folder, {options.name, options.hosts, options.example}, now(), random);
        !made) {
        return failed(made.error());
    }
    const auto certificate = central::readWhole(folder.caCertificate(), 64 * 1024);
    return printed("Made the centre \"" + options.name + "\" in " + options.data +
                   (options.example ? " (an example centre: it takes example data only)" : "") +
                   "\n"
                   "\n"
                   "  CA of this centre   " + folder.caCertificate().string() +
                   "\n"
                   "  its fingerprint     " + (certificate ? central::fingerprint(*certificate) : "") +
                   "\n"
                   "\n"
                   "Next:\n"
                   "  smiley-central stand add --data " + options.data +
                   " --municipality fjordby --municipality-name \"Fjordby Kommune\" --site jobcenter\n"
                   "  smiley-central serve --data " + options.data +
                   "\n"
                   "Copy the CA file to each stand (sync.toml, ca_file). Keep " + folder.centreKey().string() +
                   " and " + folder.caKey().string() + " in your backup and nowhere else.");
}

int certificate(const Options& options)
{
    const central::DataFolder folder(options.data);
    if (const auto made = central::renewServerCertificate(folder, options.hosts, now()); !made) {
        return failed(made.error());
    }
    const auto text = central::readWhole(folder.serverCertificate(), 64 * 1024);
    return printed("Made " + folder.serverCertificate().string() + ", good until " +
                   central::describe(central::notAfter(text ? *text : "")) + ". Start `serve` again to use it.");
}

// --- stands

int showCode(const Options& options, const central::DataFolder& folder, const central::GivenCode& given)
{
    const auto certificate = central::readWhole(folder.caCertificate(), 64 * 1024);
    const std::string print = certificate ? central::fingerprint(*certificate) : "";
    const std::string ca = folder.caCertificate().string();
    if (options.json) {
        return printed(JsonObject()
                           .add("stand", given.stand.text())
                           .add("code", given.code)
                           .add("expires_at_ms", core::count(given.expiresAt))
                           .add("ca", ca)
                           .add("ca_fingerprint", print)
                           .text());
    }
    return printed("Stand            " + given.stand.text() + "\nOne-time code    " + given.code + "   (until " +
                   central::describe(given.expiresAt) + ")\nCA file          " + ca + "\nIts fingerprint  " + print +
                   "\n\nOn the stand: smiley-sync enrol --config sync.toml --code " + given.code);
}

int standAdd(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder& folder, central::Ledger& ledger, const wire::SecretKey&) {
        return withId<core::MunicipalityId>("--municipality", options.municipality, [&](const auto& municipality) {
            return withId<core::SiteId>("--site", options.site, [&](const auto& site) {
                central::NewStand stand{municipality,     options.municipalityName, site,
                                        options.siteName, options.door,             std::nullopt};
                if (!options.name.empty()) {
                    stand.id = core::StandId::parse(options.name);
                    if (!stand.id) {
                        return said(Usage, "--name \"" + options.name + "\" must be 3 to 40 lower-case letters, digits "
                                                                        "and hyphens, beginning with a letter");
                    }
                }
                wire::SystemRandom random;
                const auto given = central::addStand(
                    ledger, stand, std::int64_t{options.codeHours} * 3'600'000, now(), random);
                return given ? showCode(options, folder, *given) : failed(given.error());
            });
        });
    });
}

int standCode(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder& folder, central::Ledger& ledger, const wire::SecretKey&) {
        return withId<core::StandId>("STAND", options.stand, [&](const core::StandId& stand) {
            wire::SystemRandom random;
            const auto given =
                central::renewCode(ledger, stand, std::int64_t{options.codeHours} * 3'600'000, now(), random);
            return given ? showCode(options, folder, *given) : failed(given.error());
        });
    });
}

int standList(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey&) {
        const auto stands = ledger.stands();
        const auto counts = ledger.counts();
        const auto heartbeats = ledger.heartbeats();
        if (!stands || !counts || !heartbeats) {
            return failed(!stands ? stands.error() : !counts ? counts.error() : heartbeats.error());
        }
        JsonArray list;
        std::string table;
        for (const central::Stand& stand : *stands) {
            const auto lastEnvelope = counts->lastEnvelopeAt.find(stand.id);
            const auto heartbeat = std::find_if(heartbeats->begin(), heartbeats->end(),
                                                [&](const auto& one) { return one.stand == stand.id; });
            JsonObject object;
            object.add("stand", stand.id.text())
                .add("municipality", stand.municipality.text())
                .add("site", stand.site.text())
                .add("door", stand.door)
                .add("state", text(stand.state))
                .add("clone", stand.clone);
            std::string line = stand.id.text() + "  " + stand.municipality.text() + "/" + stand.site.text() +
                               (stand.door.empty() ? "" : "/" + stand.door) + "  " + std::string(text(stand.state));
            if (lastEnvelope != counts->lastEnvelopeAt.end()) {
                object.add("last_envelope_at_ms", core::count(lastEnvelope->second));
                line += "  last envelope " + central::describe(lastEnvelope->second);
            }
            if (heartbeat != heartbeats->end()) {
                object.add("last_heartbeat_at_ms", core::count(heartbeat->receivedAt)).raw("heartbeat", heartbeat->json);
                line += "  heartbeat " + central::describe(heartbeat->receivedAt);
            }
            list.raw(object.text());
            table += line + (stand.clone ? "  CLONE: two epochs are alive" : "") + "\n";
        }
        if (options.json) {
            return printed(list.text());
        }
        std::cout << (table.empty() ? "There are no stands; `smiley-central stand add` makes one.\n" : table);
        return static_cast<int>(Done);
    });
}

int standBlock(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey&) {
        return withId<core::StandId>("STAND", options.stand, [&](const core::StandId& stand) {
            const auto done = central::blockStand(ledger, stand, now());
            return done ? printed("Blocked " + stand.text() + ": its envelopes are kept aside and don't count.")
                        : failed(done.error());
        });
    });
}

int standUnblock(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey&) {
        return withId<core::StandId>("STAND", options.stand, [&](const core::StandId& stand) {
            const auto released = central::unblockStand(
                ledger, stand, options.release ? central::KeptAside::Release : central::KeptAside::Stay, now());
            if (!released) {
                return failed(released.error());
            }
            const smiley::platform::SystemClock clock;
            if (const auto read = central::Ingest(ledger, clock).finishReading(); !read) {
                return failed(read.error());
            }
            return printed("Unblocked " + stand.text() + "; " + std::to_string(*released) +
                           " envelopes that were kept aside count from the next night on.");
        });
    });
}

// --- token, configuration, questionnaire

int tokenAdd(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey&) {
        return withId<core::MunicipalityId>("--municipality", options.municipality, [&](const auto& municipality) {
            wire::SystemRandom random;
            const auto token = central::addToken(ledger, municipality, now(), random);
            if (!token) {
                return failed(token.error());
            }
            return printed(options.json
                               ? JsonObject().add("municipality", municipality.text()).add("token", *token).text()
                               : *token + "\nShown this once. It reads the packages of " + municipality.text() +
                                     ":\n  curl --cacert ca.crt -H \"Authorization: Bearer <token>\" https://<host>:8443"
                                     "/v1/municipalities/" + municipality.text() + "/packages");
        });
    });
}

/// A questionnaire by the name of a shipped one, or from a file; faults are printed.
std::optional<std::string> loadQuestionnaire(const Options& options, const std::string& nameOrFile, int& code)
{
    std::string json(wire::shippedQuestionnaire(nameOrFile));
    if (json.empty()) {
        auto file = central::readWhole(nameOrFile, wire::questionnaireBytesMax);
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

int questionnaireCheck(const Options& options)
{
    int code = Done;
    if (loadQuestionnaire(options, options.path, code) && !options.json) {
        std::cout << options.path << " is right.\n";
    }
    return code;
}

int configurationSet(const Options& options)
{
    if (options.questionnaire.empty() && options.settings.empty()) {
        return said(Usage, "give --questionnaire, --settings or both");
    }
    central::NewConfiguration configuration;
    if (!options.questionnaire.empty()) {
        int code = Done;
        configuration.questionnaire = loadQuestionnaire(options, options.questionnaire, code);
        if (!configuration.questionnaire) {
            return code;
        }
    }
    if (!options.settings.empty()) {
        auto settings = central::readWhole(options.settings, 64 * 1024);
        if (!settings) {
            return said(Refused, settings.error().message);
        }
        if (const auto applied = wire::applySettings({}, *settings); !applied) {
            return said(Refused, options.settings + ": " + applied.error().message);
        }
        configuration.settings = std::move(*settings);
    }
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey& key) {
        return withId<core::StandId>("--stand", options.stand, [&](const core::StandId& stand) {
            const auto version = central::configure(ledger, stand, configuration, key, now());
            return version ? printed("Set configuration " + std::to_string(*version) + " for " + stand.text() +
                                     "; it counts there from the next opening day.")
                           : failed(version.error());
        });
    });
}

// --- import, reprocess, nightly, verify

int importFolder(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey& key) {
        const smiley::platform::SystemClock clock;
        const auto imported = central::importStick(ledger, key, clock, options.path);
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

int reprocess(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder&, central::Ledger& ledger, const wire::SecretKey&) {
        const smiley::platform::SystemClock clock;
        const auto result = central::Ingest(ledger, clock).reprocess();
        if (!result) {
            return failed(result.error());
        }
        std::string nights;
        for (const auto night : result->nights) {
            nights += " " + std::to_string(night);
        }
        return printed("Read " + std::to_string(result->envelopes) + " flagged envelopes again; " +
                       std::to_string(result->stillFlagged) + " are still flagged." +
                       (nights.empty() ? "" : "\nTheir packages may differ now (`nightly --again N`): nights" + nights));
    });
}

int nightly(const Options& options)
{
    return withCentre(options, [&](const central::DataFolder& folder, central::Ledger& ledger,
                                   const wire::SecretKey& key) {
        const smiley::platform::SystemClock clock;
        if (const auto read = central::Ingest(ledger, clock).finishReading(); !read) {
            return failed(read.error());
        }
        const auto made = options.again == 0
                              ? report::runNightly(ledger, key, folder.packages(), clock)
                              : report::remakeNight(ledger, key, folder.packages(), options.again);
        if (!made) {
            const bool isRefusal = made.error().code == report::ReportFault::NotFound ||
                                   made.error().code == report::ReportFault::Clock;
            return said(isRefusal ? Refused : Folder, made.error().message);
        }
        return printed(report::describe(*made));
    });
}

int verify(const Options& options)
{
    std::optional<wire::PublicKey> key;
    if (!options.key.empty()) {
        key = wire::PublicKey::parse(options.key);
        if (!key) {
            return said(Usage, "--key \"" + options.key + "\" is no public key (43 letters of base64url)");
        }
    } else if (!options.data.empty()) {
        const auto secret = central::DataFolder(options.data).readCentreKey();
        if (!secret) {
            return failed(secret.error());
        }
        key = secret->publicKey();
    }
    const auto verification = report::verify(options.path, key);
    (verification.ok() || options.json ? std::cout : std::cerr)
        << (options.json ? report::toJson(verification) : report::describe(verification)) << std::endl;
    return verification.ok() ? Done : Refused;
}

// --- serve

class NightlyPackages final : public central::Packages {
public:
    explicit NightlyPackages(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] std::vector<Listed> list(const core::MunicipalityId& municipality) const override
    {
        std::vector<Listed> all;
        for (const auto& night : report::listNights(m_folder, municipality)) {
            for (const auto kind : night.kinds) {
                all.push_back({night.night, std::string(text(kind)), std::string(report::manifestName)});
            }
        }
        return all;
    }
    [[nodiscard]] std::optional<File> file(const core::MunicipalityId& municipality, std::uint64_t night,
                                           std::string_view kind, std::string_view name) const override
    {
        const auto which = report::packageKind(kind);
        const auto found = which ? report::packageFile(m_folder, municipality, night, *which, name) : std::nullopt;
        return found ? std::optional(File{found->path, found->sha256}) : std::nullopt;
    }

private:
    std::filesystem::path m_folder;
};

int serve(const Options& options)
{
    const std::size_t colon = options.listen.rfind(':');
    unsigned long port = 65536;
    try {
        port = colon == std::string::npos ? port : std::stoul(options.listen.substr(colon + 1));
    } catch (const std::exception&) {
        port = 65536;
    }
    if (port > 65535) {
        return said(Usage, "--listen \"" + options.listen + "\" must be address:port, as 0.0.0.0:8443");
    }
    std::string address = options.listen.substr(0, colon);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']') {
        address = address.substr(1, address.size() - 2);
    }
    const central::DataFolder folder(options.data);
    auto ledger = folder.openLedger();
    if (!ledger) {
        return failed(ledger.error());
    }
    const auto key = folder.readCentreKey();
    if (!key) {
        return failed(key.error());
    }
    const smiley::platform::SystemClock clock;
    central::LedgerThread thread(std::move(*ledger), clock);
    const NightlyPackages packages(folder.packages());
    central::Api api(thread, *key, clock, packages);
    central::ServerOptions serverOptions;
    serverOptions.address = address;
    serverOptions.port = static_cast<std::uint16_t>(port);
    serverOptions.certificate = folder.serverCertificate();
    serverOptions.key = folder.serverKey();
    auto server = central::Server::open(serverOptions, api);
    if (!server) {
        const bool isFolder = server.error().code == central::ServerFault::BadCertificate;
        return said(isFolder ? Folder : Network, server.error().message);
    }
    (*server)->stopOnSignals();
    spdlog::info("Listening on {}:{}", address, (*server)->port());
    if (!options.portFile.empty()) {
        const auto written =
            central::writeWhole(options.portFile, std::to_string((*server)->port()) + "\n", central::FileMode::Readable);
        if (!written) {
            return failed(written.error());
        }
    }
    (*server)->run();
    spdlog::info("Ended");
    return Done;
}

// --- command line

struct Command {
    CLI::App* app = nullptr;
    std::function<int(const Options&)> run;
};

CLI::App* addCommand(std::vector<Command>& commands, CLI::App& parent, const char* name, const char* text,
                     const char* example, int (*run)(const Options&))
{
    CLI::App* const app = parent.add_subcommand(name, text);
    app->footer(std::string("Example:\n  ") + example + "\n\n" + exitCodes);
    commands.push_back({app, run});
    return app;
}

void addData(CLI::App* app, Options& options)
{
    app->add_option("--data", options.data, "the centre's folder, from `init`")->required();
}

void defineStands(CLI::App& app, std::vector<Command>& commands, Options& options)
{
    auto* const stand = app.add_subcommand("stand", "add, list and block stands");
    stand->require_subcommand(1);
    auto* const add = addCommand(commands, *stand, "add", "add a stand and give its one-time code",
                                 "smiley-central stand add --data /var/lib/smiley-central --municipality fjordby "
                                 "--municipality-name \"Fjordby Kommune\" --site jobcenter --door syd",
                                 standAdd);
    auto* const code = addCommand(commands, *stand, "code", "give another one-time code to a stand that waits",
                                  "smiley-central stand code --data /var/lib/smiley-central jobcenter-1", standCode);
    auto* const list = addCommand(commands, *stand, "list", "show all stands, by name",
                                  "smiley-central stand list --data /var/lib/smiley-central --json", standList);
    auto* const block = addCommand(commands, *stand, "block", "keep a stand's envelopes aside from now on",
                                   "smiley-central stand block --data /var/lib/smiley-central jobcenter-1", standBlock);
    auto* const unblock = addCommand(commands, *stand, "unblock", "count a stand's envelopes again",
                                     "smiley-central stand unblock --data /var/lib/smiley-central jobcenter-1 --release",
                                     standUnblock);
    for (auto* const one : {add, code, list, block, unblock}) {
        addData(one, options);
    }
    add->add_option("--municipality", options.municipality, "its id, as in addresses; made where it is new")->required();
    add->add_option("--municipality-name", options.municipalityName, "its name, where it is new");
    add->add_option("--site", options.site, "the place's id; made where it is new")->required();
    add->add_option("--site-name", options.siteName, "the place's name, where it is new");
    add->add_option("--door", options.door, "which door of the place, where it has several");
    add->add_option("--name", options.name, "the stand's id; without it the site's with a number");
    for (auto* const one : {code, block, unblock}) {
        one->add_option("STAND", options.stand, "the stand's id")->required();
    }
    for (auto* const one : {add, code}) {
        one->add_option("--code-hours", options.codeHours, "how long the code is good, in hours (168)")
            ->check(CLI::Range(1, 24 * 90));
    }
    for (auto* const one : {add, code, list}) {
        one->add_flag("--json", options.json, "print JSON");
    }
    unblock->add_flag("--release", options.release, "also count what was kept aside");
}

void defineFiles(CLI::App& app, std::vector<Command>& commands, Options& options)
{
    auto* const token = app.add_subcommand("token", "tokens that read a municipality's packages");
    token->require_subcommand(1);
    auto* const add = addCommand(commands, *token, "add", "make a token and show it once",
                                 "smiley-central token add --data /var/lib/smiley-central --municipality fjordby",
                                 tokenAdd);
    addData(add, options);
    add->add_option("--municipality", options.municipality, "whose packages it reads")->required();
    add->add_flag("--json", options.json, "print JSON");

    auto* const configuration = app.add_subcommand("configuration", "what the centre sets for a stand");
    configuration->require_subcommand(1);
    auto* const set = addCommand(commands, *configuration, "set", "sign a stand's next configuration",
                                 "smiley-central configuration set --data /var/lib/smiley-central --stand jobcenter-1 "
                                 "--questionnaire exit-poll --settings jobcenter.json",
                                 configurationSet);
    addData(set, options);
    set->add_option("--stand", options.stand, "the stand's id")->required();
    set->add_option("--questionnaire", options.questionnaire, "a file, or a shipped one: smiley, exit-poll, rotation …");
    set->add_option("--settings", options.settings, "JSON file of the centre's settings, as {\"room_cctv\":true}");

    auto* const questionnaire = app.add_subcommand("questionnaire", "questionnaire files");
    questionnaire->require_subcommand(1);
    auto* const check = addCommand(commands, *questionnaire, "check", "name every fault of a questionnaire file",
                                   "smiley-central questionnaire check my-questions.json", questionnaireCheck);
    check->add_option("FILE", options.path, "the file, or a shipped one's name")->required();
    check->add_flag("--json", options.json, "print JSON");

    auto* const import = addCommand(commands, app, "import", "take the envelopes of a USB stick, write its answers",
                                    "smiley-central import --data /var/lib/smiley-central /media/stick", importFolder);
    addData(import, options);
    import->add_option("DIR", options.path, "the stick's folder")->required();
    import->add_flag("--json", options.json, "print JSON");

    auto* const again = addCommand(commands, app, "reprocess", "read flagged envelopes again, after an update",
                                   "smiley-central reprocess --data /var/lib/smiley-central", reprocess);
    addData(again, options);

    auto* const night = addCommand(commands, app, "nightly", "stamp what came and write the night's packages",
                                   "smiley-central nightly --data /var/lib/smiley-central", nightly);
    addData(night, options);
    night->add_option("--again", options.again, "make the packages of this night again")->check(CLI::Range(1, 999'999));

    auto* const check2 = addCommand(commands, app, "verify", "check packages: hashes, signatures, chain",
                                    "smiley-central verify packages/fjordby/000042/rows --key <centre's public key>",
                                    verify);
    check2->add_option("DIR", options.path, "a package, a night, a municipality or all packages")->required();
    auto* const data = check2->add_option("--data", options.data, "the centre's folder: its key is the one to trust");
    check2->add_option("--key", options.key, "the centre's public key, where the folder isn't at hand")->excludes(data);
    check2->add_flag("--json", options.json, "print JSON");
}

} // namespace

int main(int argc, char** argv)
{
    spdlog::set_default_logger(spdlog::stderr_logger_mt("smiley-central"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
    ::umask(S_IWGRP | S_IRWXO); // what is made here is not for others

    Options options;
    std::vector<Command> commands;
    CLI::App app("The centre: takes the stands' envelopes, keeps the ledger, gives out the nightly packages.",
                 "smiley-central");
    app.set_version_flag("--version", "smiley-central " SMILEY_VERSION);
    app.footer(exitCodes);
    app.require_subcommand(1);

    auto* const makeIt = addCommand(commands, app, "init", "make a centre in an empty folder",
                                    "smiley-central init --data /var/lib/smiley-central --name \"Fjordby\" "
                                    "--host smiley.fjordby.example --host 10.0.0.5",
                                    init);
    addData(makeIt, options);
    makeIt->add_option("--name", options.name, "the centre's name, for people")->required();
    makeIt->add_option("--host", options.hosts, "name or IP address under which stands reach it; several are allowed")
        ->required();
    makeIt->add_flag("--example", options.example, "takes example data, and nothing else");

    auto* const renew = addCommand(commands, app, "certificate", "make another server certificate of the same authority",
                                   "smiley-central certificate --data /var/lib/smiley-central "
                                   "--host smiley.fjordby.example",
                                   certificate);
    addData(renew, options);
    renew->add_option("--host", options.hosts, "name or IP address under which stands reach it")->required();

    auto* const listen = addCommand(commands, app, "serve", "serve stands and analysts over HTTPS until SIGTERM",
                                    "smiley-central serve --data /var/lib/smiley-central --listen 0.0.0.0:8443", serve);
    addData(listen, options);
    listen->add_option("--listen", options.listen, "address:port; port 0 is a free one (0.0.0.0:8443)");
    listen->add_option("--port-file", options.portFile, "write the port there when it listens");

    defineStands(app, commands, options);
    defineFiles(app, commands, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Done : Usage;
    }
    for (const Command& command : commands) {
        if (command.app->parsed()) {
            return command.run(options);
        }
    }
    return Usage;
}
