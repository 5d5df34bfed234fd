// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/files.h"

#include "sync/wire/envelope.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>

namespace smiley::client {

namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    int close()
    {
        const int result = m_descriptor >= 0 ? ::close(m_descriptor) : 0;
        m_descriptor = -1;
        return result;
    }

private:
    int m_descriptor;
};

core::Failure<FileFault> systemFailure(const char* what, const fs::path& path)
{
    const int error = errno;
    return core::fail(error == ENOENT ? FileFault::Missing : FileFault::Io,
                      std::string(what) + " " + path.string() + ": " + std::generic_category().message(error));
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

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

core::Failure<FileFault> folderFailure(const char* name, const fs::path& path, const char* user)
{
    return core::fail(FileFault::Io, std::string("the ") + name + " folder " + path.string() + " can't be used (" +
                                         std::generic_category().message(errno) + "); " + user);
}

} // namespace

core::Result<core::Done, FileFault> prepareFolders(const Folders& folders)
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

core::Result<std::string, FileFault> readFile(const fs::path& path, std::size_t bytesMax)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0) {
        return systemFailure("can't read", path);
    }
    if (!S_ISREG(status.st_mode)) {
        return core::fail(FileFault::Io, "can't read " + path.string() + ": it isn't a regular file");
    }
    std::string bytes;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t got = ::read(file.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return systemFailure("can't read", path);
        }
        if (got == 0) {
            return bytes;
        }
        if (bytes.size() + static_cast<std::size_t>(got) > bytesMax) {
            return core::fail(FileFault::TooLarge,
                              path.string() + " is larger than the " + std::to_string(bytesMax) + " bytes allowed");
        }
        bytes.append(block.data(), static_cast<std::size_t>(got));
    }
}

core::Result<core::Done, FileFault> writeFile(const fs::path& path, std::string_view bytes, Readable readable)
{
    const fs::path temporary = path.parent_path() / ("." + path.filename().string() + ".tmp");
    const mode_t mode = readable == Readable::OwnerOnly ? 0600 : 0644;
    ::unlink(temporary.c_str()); // what a crash left
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file.isOpen()) {
        return systemFailure("can't write", temporary);
    }
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0 || file.close() != 0 ||
        ::rename(temporary.c_str(), path.c_str()) != 0) {
        auto failure = systemFailure("can't write", path);
        ::unlink(temporary.c_str());
        return failure;
    }
    const Descriptor folder(::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::fsync(folder.get()) != 0) {
        return systemFailure("can't sync the folder of", path);
    }
    return core::Done{};
}

core::Result<std::vector<EnvelopeName>, FileFault> listEnvelopes(const fs::path& outbox,
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
        return core::fail(FileFault::Io, "can't list " + outbox.string() + ": " + error.message());
    }
    const auto rank = [&](const EnvelopeName& name) {
        return std::tuple(living == name.epoch, oldest.at(name.epoch), name);
    };
    std::sort(names.begin(), names.end(),
              [&](const EnvelopeName& a, const EnvelopeName& b) { return rank(a) < rank(b); });
    return names;
}

std::string receiptFileName(const EnvelopeName& envelope)
{
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%08llu",
                  static_cast<unsigned long long>(core::number(envelope.number)));
    return "receipt-" + envelope.epoch.text() + "-" + digits.data() + ".json";
}

} // namespace smiley::client
