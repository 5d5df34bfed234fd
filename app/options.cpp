// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace smiley {

namespace {

std::optional<WindowSize> sizeOf(const std::string& text)
{
    WindowSize size;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &size.width, &size.height, &rest) != 2 || size.width < 320 ||
        size.height < 320) {
        return std::nullopt;
    }
    return size;
}

} // namespace

std::variant<Options, ExitCode> readOptions(int argc, char** argv)
{
    Options options;
    std::string settings;
    std::string questionnaire;
    std::string window;
    std::string screenLog;
    std::string trace;
    std::string stick;
    CLI::App app{"The stand: shows the visitor's screens, keeps the journal, seals one envelope a day.\n"
                 "Example: smiley-stand --config /etc/smileystand/stand.toml"};
    app.set_version_flag("--version", "smiley-stand " SMILEY_VERSION);
    app.add_option("--config", settings, "Settings (TOML); platform/examples/stand.toml names every key");
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
    app.add_option("--trace", trace, "With --example: play sensors from a file or FIFO (drivers/replay)");
    CLI::App* stickCommand = app.add_subcommand(
        "stick", "Write unsent envelopes to a stick and take what the centre sent back on it, then end");
    stickCommand->add_option("folder", stick, "The stick's folder")->required();
    CLI::App* replayCommand = app.add_subcommand(
        "replay",
        "Count the days again whose taps are still held, compare with what was closed, then end; writes nothing");
    std::string poster = "-";
    CLI::App* posterCommand = app.add_subcommand(
        "poster", "Print what is promised about an answer under the settings in force, for the wall, then end");
    posterCommand->add_option("--language", options.posterLanguage, "A language tag")->capture_default_str();
    posterCommand->add_option("--out", poster, "Write a PDF page (A4) there instead of text");
    app.footer("Exit codes: 0 ended; 2 wrong options; 3 bad settings; 4 bad questionnaire and none in force;\n"
               "5 journal can't be used; 6 no display; 7 fonts missing; 8 stick can't be written;\n"
               "9 a replayed day came out differently, or could not be replayed;\n"
               "10 the poster can't be written.");
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
    options.screenLog = ifGiven(screenLog);
    options.trace = ifGiven(trace);
    options.stick = ifGiven(stick);
    options.replay = replayCommand->parsed();
    if (posterCommand->parsed()) {
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
