// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"
#include "sync/central/json_text.h"
#include "sync/central/observations.h"

#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <system_error>
#include <variant>

namespace smiley::central {

namespace {

/// Every fault with the file and the line, as compilers do.
int saidFaults(const CommandOptions& options, const std::vector<LineFault>& faults)
{
    if (options.json) {
        JsonArray list;
        for (const LineFault& fault : faults) {
            list.raw(JsonObject().add("line", fault.line).add("message", fault.message).text());
        }
        std::cout << JsonObject().add("ok", false).raw("faults", list.text()).text() << std::endl;
        return Refused;
    }
    for (const LineFault& fault : faults) {
        std::cerr << options.path << ":" << fault.line << ": " << fault.message << "\n";
    }
    return said(Refused,
                std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults") + "; nothing was imported");
}

int saidContradictions(const CommandOptions& options, const ImportedObservations& imported)
{
    if (options.json) {
        JsonArray list;
        for (const Observation& row : imported.contradict) {
            list.raw(JsonObject()
                         .add("stand", row.stand.text())
                         .add("day", row.day.text())
                         .add("hour", row.hour)
                         .add("answered", row.answered)
                         .add("tapped_again", row.tappedAgain)
                         .add("passed_by", row.passedBy)
                         .text());
        }
        std::cout << JsonObject().add("ok", false).raw("contradictions", list.text()).text() << std::endl;
        return Refused;
    }
    for (const Observation& row : imported.contradict) {
        std::cerr << options.path << ": " << row.stand.text() << ", " << row.day.text() << ", hour " << row.hour
                  << " is in the ledger with " << row.answered << " answered, " << row.tappedAgain << " again, "
                  << row.passedBy << " passed by\n";
    }
    return said(Refused,
                "other figures for hours that were imported before; nothing was imported. Where this file is the "
                "right one, add --replace");
}

std::string hours(std::size_t count) { return std::to_string(count) + (count == 1 ? " hour" : " hours"); }

/// For a shell.
std::string quoted(const std::string& text)
{
    std::string word = "'";
    for (const char c : text) {
        word += c == '\'' ? "'\\''" : std::string(1, c);
    }
    word += '\'';
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-") ==
                   std::string::npos
               ? text
               : word;
}

/// What lets the stands exclude runs; of those that have a configuration to change.
Kept<std::string> advice(const CommandOptions& options, Ledger& ledger, const std::set<core::StandId>& stands)
{
    std::string text;
    for (const core::StandId& stand : stands) {
        const auto configuration = ledger.configuration(stand);
        if (!configuration) {
            return configuration.error();
        }
        if (*configuration) {
            text += "\nWhere the stand's figures agree with the observer's, let it exclude runs: smiley-central "
                    "configuration set --data " +
                    quoted(options.data) + " --stand " + stand.text() + " --counted-on-site yes";
        }
    }
    return text;
}

/// The stand of --stand, or the only one of --site; else says what is wrong.
std::optional<core::StandId> standOf(const CommandOptions& options, const std::vector<Stand>& stands, int& code)
{
    std::vector<core::StandId> found;
    for (const Stand& stand : stands) {
        const bool fits = options.site.empty()
                              ? stand.id.text() == options.stand
                              : stand.site.text() == options.site &&
                                    (options.municipality.empty() || stand.municipality.text() == options.municipality);
        if (fits) {
            found.push_back(stand.id);
        }
    }
    const std::string what = options.site.empty() ? "stand \"" + options.stand + "\"" : "site \"" + options.site + "\"";
    if (found.size() != 1) {
        code = said(Refused, found.empty() ? "there is no " + what
                                           : what + " has " + std::to_string(found.size()) +
                                                 " stands; name the stand with --stand");
        return std::nullopt;
    }
    return found.front();
}

} // namespace

int observeImport(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        std::error_code error;
        if (std::filesystem::is_directory(options.path, error)) {
            return said(Usage, options.path + " is a folder; give the CSV file");
        }
        const auto csv = readWhole(options.path, observationBytesMax);
        if (!csv) {
            return failed(csv.error());
        }
        const auto stands = ledger.stands();
        if (!stands) {
            return failed(stands.error());
        }
        const core::WallMs now = options.clock.now().wall;
        auto read = readObservations(*csv, *stands, core::localTime(now).day);
        if (const auto* faults = std::get_if<std::vector<LineFault>>(&read)) {
            return saidFaults(options, *faults);
        }
        auto& rows = std::get<std::vector<Observation>>(read);
        std::set<core::StandId> observed;
        for (const Observation& row : rows) {
            observed.insert(row.stand);
        }
        const auto imported = importObservations(ledger, std::move(rows),
                                                 options.replace ? OtherFigures::Replace : OtherFigures::Refuse, now);
        if (!imported) {
            return failed(imported.error());
        }
        if (!imported->contradict.empty()) {
            return saidContradictions(options, *imported);
        }
        if (options.json) {
            return printed(JsonObject()
                               .add("ok", true)
                               .add("added", imported->added)
                               .add("known", imported->known)
                               .add("replaced", imported->replaced)
                               .text());
        }
        const std::string text = "Imported " + hours(imported->added) + ", corrected " +
                                 std::to_string(imported->replaced) + ", " + std::to_string(imported->known) +
                                 (imported->known == 1 ? " was" : " were") + " there already.";
        if (imported->added + imported->replaced == 0) {
            return printed(text);
        }
        const auto next = advice(options, ledger, observed);
        return next ? printed(text + *next) : failed(next.error());
    });
}

int observeRemove(const CommandOptions& options)
{
    if (options.stand.empty() && options.site.empty()) {
        return said(Usage, "give --stand or --site");
    }
    const auto day = core::Day::parse(options.day);
    if (!day) {
        return said(Usage, "--day \"" + options.day + "\" must be a day as 2026-11-20");
    }
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        const auto stands = ledger.stands();
        if (!stands) {
            return failed(stands.error());
        }
        int code = Done;
        const auto stand = standOf(options, *stands, code);
        if (!stand) {
            return code;
        }
        const auto removed = removeObservations(ledger, *stand, *day, options.clock.now().wall);
        if (!removed) {
            return failed(removed.error());
        }
        if (*removed == 0) {
            return said(Refused, "nobody's count of " + stand->text() + " on " + day->text() + " is in the ledger");
        }
        return printed(options.json ? JsonObject()
                                          .add("ok", true)
                                          .add("stand", stand->text())
                                          .add("day", day->text())
                                          .add("removed", *removed)
                                          .text()
                                    : "Removed " + hours(*removed) + " of " + stand->text() + ", " + day->text() +
                                          "; packages of earlier nights keep them.");
    });
}

} // namespace smiley::central
