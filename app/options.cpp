// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstddef>
#include <iostream>
#include <string_view>
#include <system_error>

namespace smiley {

namespace {

std::optional<WindowSize> sizeOf(std::string_view text)
{
    const auto sideOf = [](std::string_view digits) {
        int side = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), side);
        const bool isWhole = error == std::errc() && end == digits.data() + digits.size();
        return isWhole && side >= 320 && side <= 99'999 ? std::optional(side) : std::nullopt;
    };
    const std::size_t between = text.find('x');
    if (between == std::string_view::npos) {
        return std::nullopt;
    }
    const auto width = sideOf(text.substr(0, between));
    const auto height = sideOf(text.substr(between + 1));
    return width && height ? std::optional(WindowSize{*width, *height}) : std::nullopt;
}

/// What `smiley-stand settings` was asked; nothing where it wasn't.
class SettingsOptions {
public:
    explicit SettingsOptions(CLI::App& app)
        : m_command(*app.add_subcommand(
              "settings",
              "Show and change what staff can set, by the same rules and with the same audit trail, then end.\n"
              "Works beside a running stand, which takes a change within a minute; run it as the stand's user.\n"
              "Example: smiley-stand --config /etc/smileystand/stand.toml settings set help_phone \"12 34 56 78\"\n"
              "Exit codes: 0 done; 2 wrong options; 5 journal can't be used; 11 refused, nothing was changed;\n"
              "12 the file can't be read or written")),
          m_get(*m_command.add_subcommand("get", "Each setting's value, who sets it, and what waits for which day")),
          m_set(*m_command.add_subcommand("set", "From the next opening day on; without VALUE: back to stand.toml")),
          m_export(*m_command.add_subcommand("export", "Write what staff set (JSON); '-': standard output")),
          m_import(*m_command.add_subcommand("import", "Take such a file in place of what staff set"))
    {
        m_command.require_subcommand(1);
        m_get.add_option("key", m_request.key, "Only this setting");
        m_set.add_option("key", m_request.key, "Its name; `get` lists them")->required();
        m_set.add_option("value", m_value, "A text as it is, else JSON: true, 4, '[\"2026-12-24\"]'");
        m_export.add_option("file", m_request.file, "The file")->required();
        m_import.add_option("file", m_request.file, "The file")->required();
        for (CLI::App* each : {&m_get, &m_set, &m_import}) {
            each->add_flag("--json", m_request.json, "The answer as JSON");
        }
        for (CLI::App* each : {&m_set, &m_import}) {
            each->add_flag("--now", m_request.atOnce, "At once; only while nobody has answered today");
        }
    }

    [[nodiscard]] std::optional<SettingsRequest> request() const
    {
        if (!m_command.parsed()) {
            return std::nullopt;
        }
        SettingsRequest request = m_request;
        using Action = SettingsRequest::Action;
        request.action = m_set.parsed()      ? Action::Set
                         : m_export.parsed() ? Action::Export
                         : m_import.parsed() ? Action::Import
                                             : Action::Get;
        if (m_set.get_option("value")->count() > 0) {
            request.value = m_value;
        }
        return request;
    }

private:
    CLI::App& m_command;
    CLI::App& m_get;
    CLI::App& m_set;
    CLI::App& m_export;
    CLI::App& m_import;
    SettingsRequest m_request;
    std::string m_value;
};

} // namespace

std::variant<Options, ExitCode> readOptions(int argc, char** argv)
{
    Options options;
    std::string settings;
    std::string questionnaire;
    std::string window;
    std::string devices;
    std::string screenLog;
    std::string trace;
    std::string stick;
    CLI::App app{"The stand: shows the visitor's screens, keeps the journal, seals one envelope a day.\n"
                 "Example: smiley-stand --config /etc/smileystand/stand.toml"};
    app.set_version_flag("--version", "smiley-stand " SMILEY_VERSION);
    app.add_option("--config", settings, "Settings (TOML); platform/examples/stand.toml names every key");
    app.add_option(
        "--devices", devices,
        "Keys, sensors and scanner that may be plugged in (TOML); platform/examples/devices.toml names every\n"
        "key. Without it no USB device is touched");
    app.add_option("--data", options.data, "Folder of the journal, 0700")->capture_default_str();
    app.add_option("--outbox", options.outbox, "Folder that the sync program reads")->capture_default_str();
    app.add_option("--inbox", options.inbox, "Folder that the sync program writes")->capture_default_str();
    app.add_option("--questionnaire", questionnaire,
                   "A questionnaire file, or the name of a shipped one; from now on in force");
    app.add_option("--window", window, "A window of WIDTHxHEIGHT pixels instead of the whole screen")
        ->check([](const std::string& text) {
            return sizeOf(text) ? std::string() : "'" + text + "' is no size such as 1280x800 (at least 320x320)";
        });
    app.add_flag("--example", options.example, "Demonstration: the data is marked as example and no centre mixes it");
    app.add_option("--screen-log", screenLog, "With --example: write what the screen shows, a JSON object a line");
    app.add_option("--trace", trace,
                   "With --example: play keys and sensors from a file or FIFO (drivers/replay), in place of --devices");
    CLI::App* stickCommand = app.add_subcommand(
        "stick", "Write unsent envelopes to a stick and take what the centre sent back on it, then end");
    stickCommand->add_option("folder", stick, "The stick's folder")->required();
    CLI::App* replayCommand = app.add_subcommand(
        "replay",
        "Count the days again whose taps are still held, compare with what was closed, then end; writes nothing");
    std::string poster = "-";
    CLI::App* posterCommand = app.add_subcommand(
        "poster", "Print what is promised about an answer under the settings in force, for the wall, then end");
    CLI::App* councilCommand = app.add_subcommand(
        "works-council",
        "Print what is measured and what never, under the settings in force, for the works council, then end.\n"
        "Example: smiley-stand --config /etc/smileystand/stand.toml works-council --out hvad-maales.pdf");
    CLI::App* receptionCommand = app.add_subcommand(
        "reception", "Print how reception invites people to the stand, under the settings in force, then end.\n"
                     "Example: smiley-stand --config /etc/smileystand/stand.toml reception --out reception.pdf");
    for (CLI::App* command : {posterCommand, councilCommand, receptionCommand}) {
        command
            ->add_option("--language", options.posterLanguage,
                         command == posterCommand ? "A language tag" : "Danish or English: da, en")
            ->capture_default_str();
        command->add_option("--out", poster, "Write a PDF (A4) there instead of text");
    }
    const SettingsOptions settingsOptions(app);
    app.footer("Exit codes: 0 ended; 2 wrong options; 3 bad settings; 4 bad questionnaire and none in force;\n"
               "5 journal can't be used; 6 no display; 7 fonts missing; 8 stick can't be written;\n"
               "9 a replayed day came out differently, or could not be replayed;\n"
               "10 the page can't be written; 11 a setting is refused, nothing was changed;\n"
               "12 a file of settings can't be read or written.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ExitCode::Ended : ExitCode::WrongOptions;
    }
    if (!options.example && (!screenLog.empty() || !trace.empty())) {
        std::cerr << "smiley-stand: --screen-log and --trace need --example: real answers are watched by nobody"
                  << std::endl;
        return ExitCode::WrongOptions;
    }
    const auto ifGiven = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional<std::filesystem::path>(text);
    };
    options.settings = ifGiven(settings);
    options.devices = ifGiven(devices);
    options.screenLog = ifGiven(screenLog);
    options.trace = ifGiven(trace);
    options.stick = ifGiven(stick);
    options.settingsRequest = settingsOptions.request();
    options.replay = replayCommand->parsed();
    if (posterCommand->parsed() || councilCommand->parsed() || receptionCommand->parsed()) {
        options.page = posterCommand->parsed()    ? Page::Poster
                       : councilCommand->parsed() ? Page::WorksCouncil
                                                  : Page::Reception;
        options.poster = poster;
    }
    if (!questionnaire.empty()) {
        options.questionnaire = questionnaire;
    }
    if (!window.empty()) {
        options.window = sizeOf(window);
    }
    return options;
}

} // namespace smiley
