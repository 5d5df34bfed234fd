// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/commands.h"
#include "sync/central/json_text.h"
#include "sync/central/observations.h"

#include <iostream>
#include <set>
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
    for (const Observation& row : imported.contradict) {
        std::cerr << options.path << ": " << row.stand.text() << ", " << row.day.text() << ", hour " << row.hour
                  << " is in the ledger with " << row.answered << " answered, " << row.tappedAgain << " again, "
                  << row.passedBy << " passed by\n";
    }
    return said(Refused,
                "other figures for hours that were imported before; nothing was imported. Where this file is the "
                "right one, add --replace");
}

} // namespace

int observeImport(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
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
        std::set<std::string> names;
        for (const Observation& row : rows) {
            names.insert(row.stand.text());
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
        std::string text = "Imported " + std::to_string(imported->added) + " hours, corrected " +
                           std::to_string(imported->replaced) + ", " + std::to_string(imported->known) +
                           " were there already.\n";
        for (const std::string& name : names) {
            text += "Where the stand's figures agree with the observer's, let it exclude runs: smiley-central "
                    "configuration set --stand " +
                    name + " --counted-on-site yes\n";
        }
        text.pop_back();
        return printed(text);
    });
}

} // namespace smiley::central
