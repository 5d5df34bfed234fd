// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/staff_list.h"
#include "sync/central/commands.h"
#include "sync/central/comments.h"
#include "sync/central/json_text.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

/// `smiley-central comments`: what the operator decides, and numbers. Never a text: the ledger can't read one.

namespace smiley::central {

namespace {

constexpr std::size_t passphraseCharactersMin = 12;

std::string trimmed(const std::string& line)
{
    const std::size_t from = line.find_first_not_of(" \t\r");
    return from == std::string::npos ? "" : line.substr(from, line.find_last_not_of(" \t\r") + 1 - from);
}

/// Faults are printed.
std::optional<std::vector<std::string>> readNames(const std::string& file)
{
    const auto text = readWhole(file, smallFileBytesMax);
    if (!text) {
        (void)said(Refused, text.error().message);
        return std::nullopt;
    }
    auto names = core::readStaffList(*text);
    if (!names) {
        (void)said(Refused, file + ": " + names.error().message);
        return std::nullopt;
    }
    return std::move(*names);
}

/// The first line of the file, or of standard input, without blanks at its ends. Faults are printed.
std::optional<std::string> readPassphrase(const std::string& file)
{
    std::string line;
    if (file.empty()) {
        std::cerr << "Pass-phrase of the moderators (at least " << passphraseCharactersMin << " characters): ";
        std::getline(std::cin, line);
    } else if (const auto text = readWhole(file, smallFileBytesMax)) {
        line = text->substr(0, text->find('\n'));
    } else {
        (void)said(Refused, text.error().message);
        return std::nullopt;
    }
    line = trimmed(line);
    if (core::characters(line) < passphraseCharactersMin) {
        (void)said(Refused, "the pass-phrase must have at least " + std::to_string(passphraseCharactersMin) +
                                " characters; several words are best");
        return std::nullopt;
    }
    return line;
}

/// Writes the secret into --new-key, wrapped. Faults are printed.
bool writeKeyFile(const CommandOptions& options, const wire::CommentSecret& secret)
{
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(options.newKey, error))) {
        (void)said(Refused, options.newKey + " is there already, and was left as it is: name another file, or use its "
                                             "key (--key)");
        return false;
    }
    const auto passphrase = readPassphrase(options.passphraseFile);
    if (!passphrase) {
        return false;
    }
    const auto file = secret.wrap(*passphrase);
    if (!file) {
        (void)said(Refused, file.error().message);
        return false;
    }
    if (const auto written = putFile(options.newKey, *file, files::Rights::Owner); !written) {
        (void)failed(written.error());
        return false;
    }
    return true;
}

/// The key in --key. Faults are printed.
std::optional<wire::CommentKey> readKey(const std::string& path)
{
    const auto file = readWhole(path, smallFileBytesMax);
    if (!file) {
        (void)said(Refused, file.error().message);
        return std::nullopt;
    }
    auto key = wire::publicCommentKey(*file);
    if (!key) {
        (void)said(Refused, path + " holds no comment key; --new-key makes one");
    }
    return key;
}

/// What is missing among the options; empty: nothing.
std::string whyUnusable(const CommandOptions& options)
{
    if (options.key.empty() == options.newKey.empty()) {
        return "give --key or --new-key";
    }
    if (options.dpiaDate.empty() || options.dpiaName.empty()) {
        return "comments need an approved assessment of the consequences for data protection: give its day "
               "(--dpia-date) and who approved it (--dpia-name). What it must consider is in sync/central/dpia.md";
    }
    return core::Day::parse(options.dpiaDate) ? ""
                                              : "--dpia-date \"" + options.dpiaDate + "\" must be a day, as 2026-11-01";
}

} // namespace

int commentsEnable(const CommandOptions& options)
{
    if (const std::string why = whyUnusable(options); !why.empty()) {
        return said(Usage, why);
    }
    if (core::localTime(options.clock.now().wall).day < core::Day::parse(options.dpiaDate)) {
        return said(Refused,
                    "--dpia-date " + options.dpiaDate + " hasn't come yet; comments are turned on once it is approved");
    }
    std::optional<std::vector<std::string>> names;
    if (!options.staffNames.empty()) {
        names = readNames(options.staffNames);
        if (!names) {
            return Refused;
        }
    }
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey& centre) {
        return withId<core::MunicipalityId>("--municipality", options.municipality, [&](const auto& municipality) {
            const auto known = ledger.municipalities();
            if (!known) {
                return failed(known.error());
            }
            if (std::ranges::find(*known, municipality, &Municipality::id) == known->end()) {
                return said(Refused, "there is no municipality " + municipality.text() +
                                         "; add a stand of it first (`stand add`)");
            }
            const auto before = commentSettings(ledger, municipality);
            if (!before) {
                return failed(before.error());
            }
            const auto fresh = options.newKey.empty() ? std::nullopt : std::optional(wire::CommentSecret::generate());
            const auto key = fresh ? std::optional(fresh->publicKey()) : readKey(options.key);
            if (!key) {
                return static_cast<int>(Refused);
            }
            core::CommentSettings settings = before->value_or(core::CommentSettings{});
            settings.key = key->text();
            settings.readBy = options.readBy;
            settings.deletedAfterDays = options.days.value_or(settings.deletedAfterDays);
            settings.staffNames = names.value_or(settings.staffNames);
            settings.approvedOn = options.dpiaDate;
            settings.approvedBy = trimmed(options.dpiaName);
            if (const auto checked = wire::readCommentSettings(wire::writeCommentSettings(settings)); !checked) {
                return said(Usage, "--read-by, --dpia-name: " + checked.error().message);
            }
            // Last, so that a mistake leaves no key file behind.
            if (fresh && !writeKeyFile(options, *fresh)) {
                return static_cast<int>(Refused);
            }
            const auto configured = enableComments(ledger, municipality, settings, centre, options.clock.now().wall);
            if (!configured) {
                return failed(configured.error());
            }
            if (options.json) {
                return printed(JsonObject()
                                   .add("municipality", municipality.text())
                                   .add("key", settings.key)
                                   .add("key_id", wire::commentKeyId(*key))
                                   .add("staff_names", settings.staffNames.size())
                                   .add("deleted_after_days", settings.deletedAfterDays)
                                   .add("configured", *configured)
                                   .text());
            }
            return printed(
                "Comments are on in " + municipality.text() + "; " + std::to_string(*configured) +
                " stands have a new configuration, which counts from their next opening day.\n" +
                std::to_string(settings.staffNames.size()) + " staff names are taken out of texts. Texts are deleted " +
                std::to_string(settings.deletedAfterDays) + " days after they came.\nKey " + wire::commentKeyId(*key) +
                (options.newKey.empty()
                     ? "."
                     : ". " + options.newKey +
                           " is the only copy of its secret: give it to the moderators, with a copy in a "
                           "safe, and delete it here."));
        });
    });
}

int commentsDisable(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey& centre) {
        return withId<core::MunicipalityId>("--municipality", options.municipality, [&](const auto& municipality) {
            const auto configured = disableComments(ledger, municipality, centre, options.clock.now().wall);
            if (!configured) {
                return failed(configured.error());
            }
            return printed(
                options.json
                    ? JsonObject().add("municipality", municipality.text()).add("configured", *configured).text()
                    : "Comments are off in " + municipality.text() + "; " + std::to_string(*configured) +
                          " stands have a new configuration. What was written still comes.");
        });
    });
}

int commentsStatus(const CommandOptions& options)
{
    return withCentre(options, [&](const DataFolder&, Ledger& ledger, const wire::SecretKey&) {
        const auto switches = ledger.commentSwitches();
        const auto counts = ledger.commentCounts();
        if (!switches || !counts) {
            return failed(!switches ? switches.error() : counts.error());
        }
        JsonArray list;
        std::string table;
        for (const CommentSwitch& one : *switches) {
            const auto settings = wire::readCommentSettings(one.settings);
            if (!settings) {
                return said(Folder, "the comments of " + one.municipality.text() +
                                        " in the ledger: " + settings.error().message);
            }
            const auto key = wire::CommentKey::parse(settings->key);
            const std::string keyId = key ? wire::commentKeyId(*key) : "";
            const auto count = counts->find(one.municipality);
            const std::uint64_t held = count == counts->end() ? 0 : count->second;
            list.raw(JsonObject()
                         .add("municipality", one.municipality.text())
                         .add("on", one.isOn)
                         .add("key_id", keyId)
                         .add("read_by", settings->readBy)
                         .add("approved_on", settings->approvedOn)
                         .add("approved_by", settings->approvedBy)
                         .add("deleted_after_days", settings->deletedAfterDays)
                         .add("staff_names", settings->staffNames.size())
                         .add("held", held)
                         .text());
            table += one.municipality.text() + "  " + (one.isOn ? "on" : "off") + "  key " + keyId + "  read by " +
                     settings->readBy + "  DPIA " + settings->approvedOn + ", " + settings->approvedBy + "  " +
                     std::to_string(settings->staffNames.size()) + " staff names  " + std::to_string(held) +
                     " held, each for " + std::to_string(settings->deletedAfterDays) + " days\n";
        }
        if (options.json) {
            return printed(list.text());
        }
        std::cout << (table.empty() ? "No municipality has comments; `smiley-central comments enable` turns them on.\n"
                                    : table);
        return static_cast<int>(Done);
    });
}

} // namespace smiley::central
