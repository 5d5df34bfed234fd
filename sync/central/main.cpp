// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock.h"
#include "sync/central/api.h"
#include "sync/central/commands.h"
#include "sync/central/comments.h"
#include "sync/central/ingest.h"
#include "sync/central/ledger_thread.h"
#include "sync/central/server.h"
#include "sync/report/nightly.h"
#include "sync/report/packages.h"
#include "sync/report/verify.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <string>
#include <sys/stat.h>
#include <utility>
#include <vector>

/// smiley-central: composition root and command line. What most commands do is in commands.h; here are those that put this
/// folder and sync/report together.

namespace {

namespace central = smiley::central;
namespace core = smiley::core;
namespace report = smiley::report;
namespace wire = smiley::wire;
using namespace smiley::central; // the commands

/// Whatever comes of it, the packages are made.
int deleteComments(central::Ledger& ledger, core::WallMs now)
{
    const auto deleted = central::deleteOldComments(ledger, now);
    if (!deleted) {
        return failed(deleted.error());
    }
    if (deleted->comments > 0) {
        spdlog::info("Deleted {} comments whose time was over", deleted->comments);
    }
    for (const std::int64_t envelope : deleted->unreadable) {
        (void)said(Folder, "the bytes of envelope " + std::to_string(envelope) +
                               " in the ledger can't be read, so its comments can't be taken out of them: restore the "
                               "ledger from its backup");
    }
    return deleted->unreadable.empty() ? Done : Folder;
}

/// Of every stand; a broken trail is told each night and holds nothing up.
int checkTrails(central::Ledger& ledger)
{
    const auto stands = ledger.stands();
    if (!stands) {
        return failed(stands.error());
    }
    for (const central::Stand& stand : *stands) {
        const auto check = central::checkAudit(ledger, stand.id);
        if (!check) {
            return failed(check.error());
        }
        if (!check->faults.empty()) {
            spdlog::warn("The audit trail of {} has {} fault(s): see `smiley-central audit --stand {}`",
                         stand.id.text(), check->faults.size(), stand.id.text());
        }
    }
    return Done;
}

int nightly(const central::CommandOptions& options)
{
    return withCentre(
        options, [&](const central::DataFolder& folder, central::Ledger& ledger, const wire::SecretKey& key) {
            // First: an envelope that can't be read holds up the packages, but no deletion.
            const int comments = deleteComments(ledger, options.clock.now().wall);
            if (const auto read = central::Ingest(ledger, options.clock).finishReading(); !read) {
                return failed(read.error());
            }
            if (const int trails = checkTrails(ledger); trails != Done) {
                return trails;
            }
            const auto made = options.again == 0 ? report::runNightly(ledger, key, folder.packages(), options.clock)
                                                 : report::remakeNight(ledger, key, folder.packages(), options.again);
            if (!made) {
                const bool isRefusal = made.error().code == report::ReportFault::NotFound ||
                                       made.error().code == report::ReportFault::Clock;
                return said(isRefusal ? Refused : Folder, made.error().message);
            }
            (void)printed(report::describe(*made));
            return comments;
        });
}

int verify(const central::CommandOptions& options)
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

int serve(const central::CommandOptions& options)
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
    central::LedgerThread thread(std::move(*ledger), options.clock);
    const NightlyPackages packages(folder.packages());
    central::Api api(thread, *key, options.clock, packages);
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
        const auto written = central::putFile(options.portFile, std::to_string((*server)->port()) + "\n",
                                              smiley::files::Rights::Everyone);
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
    std::function<int(const central::CommandOptions&)> run;
};

CLI::App* addCommand(std::vector<Command>& commands, CLI::App& parent, const char* name, const char* text,
                     const char* example, int (*run)(const central::CommandOptions&))
{
    CLI::App* const app = parent.add_subcommand(name, text);
    app->footer(std::string("Example:\n  ") + example + "\n\n" + exitCodes);
    commands.push_back({app, run});
    return app;
}

void addData(CLI::App* app, central::CommandOptions& options)
{
    app->add_option("--data", options.data, "the centre's folder, from `init`")->required();
}

void defineStands(CLI::App& app, std::vector<Command>& commands, central::CommandOptions& options)
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
    auto* const unblock =
        addCommand(commands, *stand, "unblock", "count a stand's envelopes again",
                   "smiley-central stand unblock --data /var/lib/smiley-central jobcenter-1 --release", standUnblock);
    for (auto* const one : {add, code, list, block, unblock}) {
        addData(one, options);
    }
    add->add_option("--municipality", options.municipality, "its id, as in addresses; made where it is new")
        ->required();
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

void defineComments(CLI::App& app, std::vector<Command>& commands, central::CommandOptions& options)
{
    auto* const comments = app.add_subcommand("comments", "free texts of visitors, sealed to a municipality's key");
    comments->require_subcommand(1);
    auto* const enable = addCommand(
        commands, *comments, "enable",
        "turn comments on for a municipality, or change what was set\n"
        "Needs an approved assessment of the consequences for data protection (DPIA).",
        "smiley-central comments enable --data /var/lib/smiley-central --municipality fjordby --new-key fjordby.key "
        "--read-by \"Kommunikation, Fjordby Kommune\" --dpia-date 2026-11-01 --dpia-name \"Mette Holm, DPO\" "
        "--staff-names staff.txt",
        commentsEnable);
    auto* const disable = addCommand(
        commands, *comments, "disable", "turn comments off; what was written still comes",
        "smiley-central comments disable --data /var/lib/smiley-central --municipality fjordby", commentsDisable);
    auto* const status =
        addCommand(commands, *comments, "status", "where comments are on, and how many are held; never a text",
                   "smiley-central comments status --data /var/lib/smiley-central --json", commentsStatus);
    for (auto* const one : {enable, disable, status}) {
        addData(one, options);
    }
    for (auto* const one : {enable, disable}) {
        one->add_option("--municipality", options.municipality, "its id")->required();
    }
    auto* const key =
        enable->add_option("--key", options.key, "a key file of --new-key, or a file with the public key");
    enable
        ->add_option("--new-key", options.newKey,
                     "make a key pair and write it there, its secret wrapped by a pass-phrase")
        ->excludes(key);
    enable->add_option("--passphrase-file", options.passphraseFile,
                       "its first line is the pass-phrase, without blanks at its ends; without it standard input's");
    enable->add_option("--read-by", options.readBy, "who reads the texts, as the stand says it")->required();
    enable->add_option("--dpia-date", options.dpiaDate, "the day on which the DPIA was approved, as 2026-11-01");
    enable->add_option("--dpia-name", options.dpiaName, "who approved it");
    enable->add_option("--staff-names", options.staffNames,
                       "a file with one name a line, at most 500; in texts they become [medarbejder]. "
                       "A line that begins with # is a remark. Without it the names stay as set; an empty file "
                       "takes them away");
    enable
        ->add_option("--days", options.days,
                     "the centre deletes the sealed texts so many days after they came (as set; at first 90)")
        ->check(CLI::Range(1, wire::commentDaysMax));
    for (auto* const one : {enable, disable, status}) {
        one->add_flag("--json", options.json, "print JSON");
    }
}

void definePeople(CLI::App& app, std::vector<Command>& commands, central::CommandOptions& options)
{
    auto* const people = app.add_subcommand("people", "who may run a stand, each with a PIN of their own");
    people->require_subcommand(1);
    auto* const add =
        addCommand(commands, *people, "add", "name somebody and give their first PIN, once; the stand must be enrolled",
                   "smiley-central people add --data /var/lib/smiley-central --stand jobcenter-1 --name \"Mette Holm\" "
                   "--role editor",
                   peopleAdd);
    auto* const remove = addCommand(
        commands, *people, "remove", "take somebody's way in away",
        "smiley-central people remove --data /var/lib/smiley-central --stand jobcenter-1 mette-holm", peopleRemove);
    auto* const reset =
        addCommand(commands, *people, "reset-pin", "give somebody another first PIN; the one that they chose is void",
                   "smiley-central people reset-pin --data /var/lib/smiley-central --stand jobcenter-1 mette-holm",
                   peopleResetPin);
    auto* const list =
        addCommand(commands, *people, "list", "show who may run a stand; never a PIN",
                   "smiley-central people list --data /var/lib/smiley-central --stand jobcenter-1 --json", peopleList);
    for (auto* const one : {add, remove, reset, list}) {
        addData(one, options);
        one->add_option("--stand", options.stand, "the stand's id")->required();
        one->add_flag("--json", options.json, "print JSON");
    }
    add->add_option("--name", options.name, "as the stand shows it, 1 to 60 characters")->required();
    add->add_option("--role", options.role, "reader (looks) or editor (looks and changes)")
        ->required()
        ->check(CLI::IsMember({std::string(wire::roleNames[0]), std::string(wire::roleNames[1])}));
    add->add_option("--id", options.person, "the person's id; without it made from the name");
    for (auto* const one : {remove, reset}) {
        one->add_option("PERSON", options.person, "the person's id")->required();
    }
}

void defineTickets(CLI::App& app, std::vector<Command>& commands, central::CommandOptions& options)
{
    auto* const tickets =
        addCommand(commands, app, "tickets",
                   "make one-time cards for a stand's day: a PDF to print, ten cards a page, each with a QR code",
                   "smiley-central tickets --data /var/lib/smiley-central --site jobcenter --day 2026-12-04 "
                   "--count 200 --out cards.pdf",
                   central::tickets);
    addData(tickets, options);
    tickets->add_option("--site", options.site, "the site's id")->required();
    tickets->add_option("--municipality", options.municipality, "the site's, where two have one of that name");
    tickets->add_option("--stand", options.stand, "which stand, where the site has several: a card is for one of them");
    tickets->add_option("--day", options.day, "the day on which they count: today, or at most 60 days ahead")
        ->required();
    tickets->add_option("--count", options.count, "how many, 1 to " + std::to_string(ticketsMax))
        ->required()
        ->check(CLI::Range(std::size_t{1}, ticketsMax));
    tickets->add_option("--out", options.path, "the PDF file; it must not exist")->required();
    tickets->add_flag("--json", options.json, "print JSON");
}

void defineFiles(CLI::App& app, std::vector<Command>& commands, central::CommandOptions& options)
{
    auto* const token = app.add_subcommand("token", "tokens that read a municipality's packages");
    token->require_subcommand(1);
    auto* const add =
        addCommand(commands, *token, "add", "make a token and show it once",
                   "smiley-central token add --data /var/lib/smiley-central --municipality fjordby", tokenAdd);
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
    set->add_option("--questionnaire", options.questionnaire,
                    "a file, or a shipped one: smiley, exit-poll, rotation …");
    set->add_option("--settings", options.settings, "JSON file of the centre's settings, as {\"room_cctv\":true}");
    set->add_option("--policy", options.policy,
                    "what counts from the next opening day: a standard policy's name, a file, or none (headline)");
    set->add_option("--shadow-policy", options.shadowPolicy,
                    "on trial beside it: a standard policy's name, a file, or none");
    set->add_option("--counted-on-site", options.countedOnSite,
                    "an observer has counted there: runs may be excluded, not only marked")
        ->check(CLI::IsMember({"yes", "no"}));

    auto* const observe = app.add_subcommand("observe", "what an observer counted at a stand");
    observe->require_subcommand(1);
    auto* const counts =
        addCommand(commands, *observe, "import",
                   "take an observer's hourly counts: CSV with the columns\n"
                   "stand (or site), day, hour, answered, tapped_again, passed_by",
                   "smiley-central observe import --data /var/lib/smiley-central counted.csv", observeImport);
    addData(counts, options);
    counts->add_option("FILE", options.path, "the CSV file")->required();
    counts->add_flag("--replace", options.replace, "correct hours that were imported before with other figures");
    counts->add_flag("--json", options.json, "print JSON");

    auto* const remove = addCommand(commands, *observe, "remove", "take the counts of a stand's day back",
                                    "smiley-central observe remove --data /var/lib/smiley-central --stand jobcenter-1 "
                                    "--day 2026-11-20",
                                    observeRemove);
    addData(remove, options);
    auto* const ofStand = remove->add_option("--stand", options.stand, "the stand's id");
    auto* const ofSite = remove->add_option("--site", options.site, "or its site's, where that has one stand");
    ofSite->excludes(ofStand);
    remove->add_option("--municipality", options.municipality, "the site's, where two have one of that name")
        ->needs(ofSite);
    remove->add_option("--day", options.day, "the day that was counted, as 2026-11-20")->required();
    remove->add_flag("--json", options.json, "print JSON");

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

    auto* const trail =
        addCommand(commands, app, "audit", "list what staff did at a stand, and check that it is whole",
                   "smiley-central audit --data /var/lib/smiley-central --stand jobcenter-1 --json", standAudit);
    addData(trail, options);
    trail->add_option("--stand", options.stand, "the stand's id")->required();
    trail->add_flag("--json", options.json, "print JSON");

    auto* const night = addCommand(commands, app, "nightly", "stamp what came and write the night's packages",
                                   "smiley-central nightly --data /var/lib/smiley-central", nightly);
    addData(night, options);
    night->add_option("--again", options.again, "make the packages of this night again")->check(CLI::Range(1, 999'999));

    auto* const check2 =
        addCommand(commands, app, "verify", "check packages: hashes, signatures, chain",
                   "smiley-central verify packages/fjordby/000042/rows --key <centre's public key>", verify);
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

    const smiley::platform::SystemClock clock;
    central::CommandOptions options(clock);
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

    auto* const renew =
        addCommand(commands, app, "certificate", "make another server certificate of the same authority",
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
    definePeople(app, commands, options);
    defineTickets(app, commands, options);
    defineFiles(app, commands, options);
    defineComments(app, commands, options);
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
