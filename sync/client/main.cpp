// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settings.h"
#include "sync/client/confine.h"
#include "sync/client/exit_code.h"
#include "sync/client/https.h"
#include "sync/client/machine.h"
#include "sync/client/membership.h"
#include "sync/client/stop.h"
#include "sync/client/sync.h"
#include "sync/wire/keys.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <string>

/// smiley-sync: composition root. What it does is in sync.h and membership.h.

namespace {

namespace client = smiley::client;
using client::ExitCode;

constexpr const char* program = "smiley-sync " SMILEY_VERSION;

struct Options {
    std::string config;
    smiley::platform::SyncSettings settings;
    std::string code;
    bool json = false;
};

int ended(ExitCode code) { return static_cast<int>(code); }

int ended(ExitCode code, const std::string& message)
{
    spdlog::error("{}", message);
    return ended(code);
}

void addSettings(CLI::App& command, Options& options)
{
    auto* config = command.add_option("--config", options.config, "settings file (examples/sync.toml explains it)");
    const auto own = [&](const char* name, auto& value, const char* text) {
        command.add_option(name, value, text)->excludes(config);
    };
    own("--server", options.settings.server, "https://host[:port] of the centre");
    own("--ca", options.settings.caFile, "PEM file of the only certificate authority that is believed");
    own("--outbox", options.settings.outbox, "the stand program's outbox, only read");
    own("--inbox", options.settings.inbox, "where receipts, time and configuration go");
    own("--state", options.settings.state, "this program's own folder");
}

/// The settings, or a message.
std::optional<std::string> settle(Options& options)
{
    if (!options.config.empty()) {
        auto loaded = smiley::platform::loadSyncSettings(options.config);
        if (!loaded) {
            return loaded.error().message;
        }
        options.settings = std::move(*loaded);
        return std::nullopt;
    }
    const auto& settings = options.settings;
    if (settings.server.empty() || settings.caFile.empty() || settings.outbox.empty() || settings.inbox.empty() ||
        settings.state.empty()) {
        return "give --config FILE, or all of --server, --ca, --outbox, --inbox and --state";
    }
    return std::nullopt;
}

/// Keeps only outbox (to read), inbox and state.
std::optional<std::string> giveUpTheRest(const client::Folders& folders)
{
    client::Reach reach{client::nameLookupPaths(), {folders.inbox, folders.state}};
    reach.read.push_back(folders.outbox);
    spdlog::info("Giving up all files but the outbox, the inbox and the state folder …");
    const auto confinement = client::confine(reach);
    if (!confinement) {
        return "the kernel has Landlock and refuses it; see the kernel's log";
    }
    if (*confinement == client::Confinement::Unsupported) {
        spdlog::warn("This kernel has no Landlock (Linux 5.13): only file modes keep other folders closed");
    }
    return std::nullopt;
}

int enrolled(const client::Folders& folders, const std::string& code, client::Https& https)
{
    const auto enrolment = client::enrol(folders, code, https);
    if (!enrolment) {
        return ended(client::exitCodeOf(enrolment.error().code), enrolment.error().message);
    }
    std::cout << "Enrolled as stand " << enrolment->stand.text() << " of " << enrolment->municipality.text()
              << (enrolment->example ? " (example)" : "") << std::endl;
    return ended(ExitCode::Done);
}

} // namespace

int main(int argc, char** argv)
{
    spdlog::set_default_logger(spdlog::stderr_logger_st("smiley-sync"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
    // A name server that doesn't answer holds up the end of the program by at most some seconds.
    ::setenv("RES_OPTIONS", "timeout:2 attempts:2", 0);

    Options options;
    CLI::App app("Carries a stand's envelopes to the centre and brings back receipts, time and configuration.",
                 "smiley-sync");
    app.set_version_flag("--version", program);
    app.footer(client::exitCodeHelp());
    app.require_subcommand(1);
    auto* const enrol = app.add_subcommand("enrol", "make a transport key and enrol the stand with a one-time code");
    auto* const once = app.add_subcommand("once", "one pass: everything that waits is sent once");
    auto* const run = app.add_subcommand("run", "go on until SIGTERM");
    enrol->add_option("--code", options.code, "XXXX-XXXX, from `smiley-central stand add`")->required();
    once->add_flag("--json", options.json, "print what was done as JSON");
    for (auto* const command : {enrol, once, run}) {
        addSettings(*command, options);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ended(ExitCode::Done) : ended(ExitCode::Usage);
    }
    if (const auto fault = settle(options)) {
        return ended(ExitCode::Usage, *fault);
    }

    const client::Folders folders{options.settings.outbox, options.settings.inbox, options.settings.state};
    if (const auto fault = client::prepareFolders(folders); !fault) {
        return ended(ExitCode::Folder, fault.error().message);
    }
    const client::Stop stop = client::Stop::onSignals();
    auto https = client::Https::open(options.settings.server, options.settings.caFile, program, stop);
    if (!https) {
        return ended(ExitCode::Usage, https.error().message);
    }
    const client::SystemMachine machine(folders.state); // reads /proc, which is given up next
    if (const auto fault = giveUpTheRest(folders)) {
        return ended(ExitCode::Unexpected, *fault);
    }
    if (*enrol) {
        return enrolled(folders, options.code, **https);
    }

    auto membership = client::loadMembership(folders);
    if (!membership) {
        return ended(client::exitCodeOf(membership.error().code), membership.error().message);
    }
    smiley::wire::SystemRandom random;
    client::Sync sync(folders, *membership, program, **https, machine, random);
    if (*run) {
        sync.run(stop);
        return ended(ExitCode::Done);
    }
    const client::Summary summary = sync.once();
    const ExitCode code = client::exitCodeOf(summary);
    std::cout << (options.json ? client::summaryJson(summary) : client::summaryText(summary)) << std::endl;
    return ended(code);
}
