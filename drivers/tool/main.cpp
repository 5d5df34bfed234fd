// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tool/commands.h"
#include "drivers/tool/udev_rules.h"
#include "platform/clock.h"
#include "platform/devices_file.h"
#include "platform/files/files.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

/// smiley-usb: composition root. What it does is in commands.h and udev_rules.h.

namespace {

using namespace smiley;
using tool::ExitCode;

constexpr const char* watchHelp =
    "A line a happening: microseconds of CLOCK_MONOTONIC, the event, its values; with --json an object a line,\n"
    "{\"us\":N,\"event\":E,…}. E: started, seen, refused, gone (what is on the bus), link (how an entry of the list "
    "is),\n"
    "connected, lost (a role), key, presence, passage, ticket, watching, report (--raw), stopped; in replay also "
    "headphones.\n"
    "Example: smiley-usb watch --json --devices devices.toml";

int ended(ExitCode code) { return static_cast<int>(code); }

ExitCode complained(const std::string& what, ExitCode code)
{
    std::cerr << "smiley-usb: " << what << std::endl;
    return code;
}

struct Options {
    std::string devices = "/etc/smileystand/devices.toml";
    std::string file;
    std::string out;
    std::string group = tool::standGroup;
    bool json = false;
    bool raw = false;
    bool withTickets = false;
    bool fast = false;
    bool modprobe = false;

    [[nodiscard]] tool::Form form() const { return json ? tool::Form::Json : tool::Form::Text; }
    [[nodiscard]] tool::TicketShown tickets() const
    {
        return withTickets ? tool::TicketShown::Text : tool::TicketShown::Length;
    }
};

/// On a new stand, and on any other machine, nobody has written a list.
bool isMissing(const std::string& list)
{
    std::error_code unknown;
    return std::filesystem::symlink_status(list, unknown).type() == std::filesystem::file_type::not_found;
}

ExitCode printRules(const core::DeviceList& devices, const Options& options)
{
    const std::string text = options.modprobe ? tool::modprobeLines(devices, options.devices)
                                              : tool::udevRules(devices, options.group, options.devices);
    if (options.out.empty()) {
        std::cout << text << std::flush;
        return std::cout ? ExitCode::Done : ExitCode::BadFile;
    }
    const auto isWritten = files::writeWhole(options.out, text, files::Rights::Everyone);
    return isWritten ? ExitCode::Done : complained(isWritten.error().message, ExitCode::BadFile);
}

int run(int argc, char** argv)
{
    Options options;
    CLI::App app("Shows and records what is plugged into a stand, through the same code as the stand.\n"
                 "Example: smiley-usb list --devices platform/examples/devices.toml",
                 "smiley-usb");
    app.set_version_flag("--version", "smiley-usb " SMILEY_VERSION);
    app.footer(tool::exitCodeHelp());
    app.require_subcommand(1);
    auto* const list = app.add_subcommand("list", "Each device: what role it gets, and why. Opens none, so it may run "
                                                  "beside a stand.\nExample: smiley-usb list --json");
    auto* const watch = app.add_subcommand("watch", watchHelp);
    auto* const record =
        app.add_subcommand("record", "Writes a trace of what the devices say until SIGINT or SIGTERM.\n"
                                     "Example: smiley-usb record monday.trace");
    auto* const replay =
        app.add_subcommand("replay", "Prints a trace as watch would have, at its pace; `us` counts from "
                                     "its beginning.\nExample: smiley-usb replay --fast monday.trace");
    auto* const rules = app.add_subcommand("rules", "Prints the udev rules that let in the listed devices and nothing "
                                                    "else.\nExample: smiley-usb rules --out "
                                                    "/etc/udev/rules.d/61-smiley-usb-devices.rules");
    for (auto* const command : {list, watch, record, rules}) {
        command->add_option("--devices", options.devices, "The list (platform/examples/devices.toml explains it)")
            ->capture_default_str();
    }
    for (auto* const command : {list, watch, replay}) {
        command->add_flag("--json", options.json, "JSON instead of lines for people");
    }
    for (auto* const command : {watch, record, replay}) {
        command->add_flag("--with-tickets", options.withTickets,
                          "What cards say too: with it an answer could be given, for as long as their day lasts");
    }
    watch->add_flag("--raw", options.raw, "Every report of listed devices too, in hexadecimal digits");
    record->add_option("FILE", options.file, "A new file")->required();
    replay->add_option("FILE", options.file, "A trace")->required();
    replay->add_flag("--fast", options.fast, "Without waiting");
    rules->add_flag("--modprobe", options.modprobe, "The lines for /etc/modprobe.d instead");
    rules->add_option("--out", options.out,
                      "Into this file instead: whole, or left as it was where the list has faults");
    rules->add_option("--group", options.group, "Whose group may open them")->capture_default_str();
    for (auto* const command : {list, watch, record, replay, rules}) {
        command->footer(tool::exitCodeHelp());
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : ended(ExitCode::Usage);
    }

    tool::EndSignals end;
    if (*replay) {
        return ended(tool::replay(options.file, options.form(), options.fast ? tool::Pace::Fast : tool::Pace::AsItWas,
                                  options.tickets(), end));
    }
    if (*list && list->count("--devices") == 0 && isMissing(options.devices)) {
        std::cerr << "smiley-usb: there is no " << options.devices << " yet: nothing is listed" << std::endl;
        return ended(tool::list({}, options.form()));
    }
    const auto devices = platform::loadDevices(options.devices);
    if (!devices) {
        return ended(complained(devices.error().message, ExitCode::BadList));
    }
    if (*rules) {
        return ended(printRules(*devices, options));
    }
    if (*list) {
        return ended(tool::list(*devices, options.form()));
    }
    const platform::SystemClock clock;
    if (*record) {
        return ended(tool::record(
            *devices, clock, options.file,
            options.withTickets ? smiley::replay::TicketTexts::Written : smiley::replay::TicketTexts::LeftOut, end));
    }
    return ended(tool::watch(*devices, clock, {options.form(), options.raw, options.tickets()}, end));
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "smiley-usb: " << error.what() << std::endl;
        return ended(ExitCode::Failed);
    }
}
