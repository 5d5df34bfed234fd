// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/files.h"

#include "sync/wire/envelope.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <map>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>

namespace smiley::client {

namespace {

namespace fs = std::filesystem;

/// The envelope that a file of this name holds, or nothing.
std::optional<EnvelopeName> envelopeOf(const std::string& fileName)
{
    constexpr std::string_view prefix = "envelope-";
    constexpr std::size_t epochLength = 32;
    const std::string_view text = fileName;
    if (!text.starts_with(prefix) || text.size() < prefix.size() + epochLength + 1) {
        return std::nullopt;
    }
    const auto epoch = core::Epoch::parse(text.substr(prefix.size(), epochLength));
    std::uint64_t number = 0;
    const char* digits = text.data() + prefix.size() + epochLength + 1;
    const auto parsed = std::from_chars(digits, text.data() + text.size(), number);
    if (!epoch || parsed.ec != std::errc() || number == 0) {
        return std::nullopt;
    }
    EnvelopeName name{*epoch, core::EnvelopeNumber{number}};
    if (wire::envelopeFileName(name.epoch, name.number) != fileName) {
        return std::nullopt;
    }
    return name;
}

core::Failure<files::FileFault> folderFailure(const char* name, const fs::path& path, const char* user)
{
    return core::fail(files::FileFault::Io, std::string("the ") + name + " folder " + path.string() +
                                                " can't be used (" + std::generic_category().message(errno) + "); " +
                                                user);
}

} // namespace

core::Result<core::Done, files::FileFault> prepareFolders(const Folders& folders)
{
    if (::mkdir(folders.state.c_str(), 0700) != 0 && errno != EEXIST) {
        return folderFailure("state", folders.state, "make the folder above it for the user of smiley-sync");
    }
    if (::access(folders.state.c_str(), R_OK | W_OK | X_OK) != 0) {
        return folderFailure("state", folders.state, "it must belong to the user of smiley-sync");
    }
    if (::access(folders.outbox.c_str(), R_OK | X_OK) != 0) {
        return folderFailure("outbox", folders.outbox, "smiley-stand makes it, readable by the user of smiley-sync");
    }
    if (::access(folders.inbox.c_str(), R_OK | W_OK | X_OK) != 0) {
        return folderFailure("inbox", folders.inbox, "it must be writable by the user of smiley-sync");
    }
    return core::Done{};
}

core::Result<std::vector<EnvelopeName>, files::FileFault> listEnvelopes(const fs::path& outbox,
                                                                        const std::optional<core::Epoch>& living)
{
    std::error_code error;
    std::vector<EnvelopeName> names;
    std::map<core::Epoch, fs::file_time_type> oldest;
    for (fs::directory_iterator entry(outbox, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = envelopeOf(entry->path().filename().string());
        if (!name) {
            continue;
        }
        std::error_code gone;
        const fs::file_time_type written = fs::last_write_time(entry->path(), gone);
        if (gone) {
            continue;
        }
        const auto known = oldest.emplace(name->epoch, written).first;
        known->second = std::min(known->second, written);
        names.push_back(*name);
        if (names.size() == outboxEnvelopesMax) {
            break;
        }
    }
    if (error) {
        return core::fail(files::FileFault::Io, "can't list " + outbox.string() + ": " + error.message());
    }
    const auto rank = [&](const EnvelopeName& name) {
        return std::tuple(living == name.epoch, oldest.at(name.epoch), name);
    };
    std::sort(names.begin(), names.end(),
              [&](const EnvelopeName& a, const EnvelopeName& b) { return rank(a) < rank(b); });
    return names;
}

} // namespace smiley::client
