// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace smiley {

/// Exit codes of smiley-stand.
enum class ExitCode : int {
    Ended = 0,
    WrongOptions = 2,
    BadSettings = 3,
    BadQuestionnaire = 4, ///< and none in force to go on with
    BadDatabase = 5,      ///< not a database, a newer schema, no access, no space
    NoDisplay = 6,
    NoFonts = 7,
    NoStick = 8,   ///< the stick could not be written
    OtherDay = 9,  ///< a replayed day did not come out as it was closed
    NoPoster = 10, ///< the poster could not be written
    Refused = 11,  ///< a setting isn't possible, or the centre's; nothing was changed
    NoFile = 12,   ///< a file of settings could not be read or written
};

struct WindowSize {
    int width = 0;
    int height = 0;
};

/// `smiley-stand settings …`.
struct SettingsRequest {
    enum class Action : std::uint8_t { Get, Set, Export, Import };
    Action action = Action::Get;
    std::string key;                  ///< Get: empty: all
    std::optional<std::string> value; ///< Set; nothing: back to stand.toml
    std::filesystem::path file;       ///< Export, Import
    bool atOnce = false;              ///< not from the next opening day
    bool json = false;
};

/// A page that is made from the settings in force.
enum class Page : std::uint8_t {
    Poster,       ///< what is promised about an answer, for the wall; in each language of the stand
    WorksCouncil, ///< what is measured and what never; Danish and English
    Reception,    ///< how to invite; Danish and English
};

/// What the command line of smiley-stand says.
struct Options {
    std::optional<std::filesystem::path> settings; ///< stand.toml; nothing: defaults
    std::filesystem::path data = "/var/lib/smiley-stand";
    std::filesystem::path outbox = "/var/spool/smileystand/outbox";
    std::filesystem::path inbox = "/var/spool/smileystand/inbox";
    std::optional<std::string> questionnaire; ///< a file, or the name of a shipped one
    std::optional<WindowSize> window;         ///< nothing: the whole screen
    bool example = false;
    std::optional<std::filesystem::path> screenLog;
    std::optional<std::filesystem::path> devices; ///< devices.toml; nothing: no USB is touched
    std::optional<std::filesystem::path> trace;   ///< in place of USB
    std::optional<std::filesystem::path> stick;   ///< export to and import from this folder, then end
    Page page = Page::Poster;
    std::optional<std::filesystem::path> poster; ///< write the page there as PDF, or "-": as text; then end
    std::string posterLanguage = "da";
    std::optional<SettingsRequest> settingsRequest; ///< do it, then end
    bool replay = false;                            ///< do the held days again and compare, then end
};

/// Reads the command line. Help, version and mistakes are printed; then the exit code is given.
[[nodiscard]] std::variant<Options, ExitCode> readOptions(int argc, char** argv);

} // namespace smiley
