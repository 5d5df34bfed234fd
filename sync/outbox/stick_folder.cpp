// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/stick_folder.h"

#include "platform/files/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace smiley::outbox {

namespace {

/// Between two looks at `cancelled`: a tenth of a second on a slow stick.
constexpr std::size_t chunkBytes = std::size_t{128} * 1024;
constexpr std::string_view halfEnding = ".part";

std::string halfNameOf(const std::string& name) { return "." + name + std::string(halfEnding); }

bool isPlainName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

StickFault faultOf(int reason)
{
    switch (reason) {
    case ENOSPC:
    case EDQUOT: return StickFault::Full;
    case EROFS:
    case EACCES:
    case EPERM: return StickFault::ReadOnly;
    case ENODEV:
    case ENXIO:
    case ESTALE: return StickFault::NoStick;
    case EISDIR:
    case ENOTEMPTY:
    case EEXIST:
    case ELOOP: return StickFault::NotAFile;
    default: return StickFault::Damaged;
    }
}

/// Names in a folder that is open, at most stickEntriesMax; none where it can't be read.
std::vector<std::string> entriesOf(int folder, const std::function<bool(std::string_view)>& wanted)
{
    std::vector<std::string> found;
    const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* entries = copy < 0 ? nullptr : ::fdopendir(copy);
    if (entries == nullptr) {
        if (copy >= 0) {
            ::close(copy);
        }
        return found;
    }
    for (const dirent* entry = ::readdir(entries); entry != nullptr && found.size() < stickEntriesMax;
         entry = ::readdir(entries)) {
        if (wanted(entry->d_name)) {
            found.emplace_back(entry->d_name);
        }
    }
    ::closedir(entries);
    return found;
}

} // namespace

StickResult<StickFolder> StickFolder::open(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        const int reason = errno;
        return core::fail(reason == EIO ? StickFault::Damaged : StickFault::NoStick,
                          folder.string() + ": " + std::strerror(reason) + ". Name the folder of a stick that is in.");
    }
    return StickFolder(folder, descriptor);
}

std::optional<StickFolder> StickFolder::in(const std::string& name) const
{
    const int descriptor =
        isPlainName(name) ? ::openat(m_descriptor, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (descriptor < 0) {
        return std::nullopt;
    }
    return StickFolder(m_path / name, descriptor);
}

StickFolder::~StickFolder()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool StickFolder::isThere() const
{
    struct stat held {};
    struct stat named {};
    return ::fstat(m_descriptor, &held) == 0 && ::stat(m_path.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

core::Failure<StickFault> StickFolder::gone() const
{
    return core::fail(StickFault::NoStick, m_path.string() + ": the stick was taken out. Put it in and begin anew.");
}

core::Failure<StickFault> StickFolder::failed(const std::string& name, const char* what) const
{
    const int reason = errno;
    if (!isThere()) {
        return gone();
    }
    return core::fail(faultOf(reason), (m_path / name).string() + ": can't " + what + ": " + std::strerror(reason));
}

void StickFolder::removeHalfFiles(const std::function<bool(std::string_view)>& isOurs) const
{
    const auto half = entriesOf(m_descriptor, [&](std::string_view name) {
        return name.size() > 1 + halfEnding.size() && name.starts_with('.') && name.ends_with(halfEnding) &&
               isOurs(name.substr(1, name.size() - 1 - halfEnding.size()));
    });
    for (const std::string& name : half) {
        ::unlinkat(m_descriptor, name.c_str(), 0);
    }
}

std::optional<core::Failure<StickFault>> StickFolder::noRoomFor(const std::string& name, std::size_t bytes) const
{
    struct statvfs room {};
    if (::fstatvfs(m_descriptor, &room) != 0) {
        return failed(name, "ask for the room on the stick");
    }
    const std::uint64_t block = std::max<std::uint64_t>(room.f_frsize, 512);
    const std::uint64_t blocks = (bytes + block - 1) / block + 1; // and one for the folder's entry
    if (room.f_bavail < blocks) {
        return core::fail(StickFault::Full, m_path.string() + ": " + std::to_string(room.f_bavail * block) +
                                                " bytes are free and " + name + " needs " +
                                                std::to_string(blocks * block) + ". Make room, or take another stick.");
    }
    return std::nullopt;
}

StickResult<core::Done> StickFolder::write(const std::string& name, std::string_view bytes, StickProgress& progress,
                                           const StickWatch& watch) const
{
    if (!isPlainName(name)) {
        return core::fail(StickFault::NotAFile, name + " is no file name.");
    }
    if (!isThere()) {
        return gone();
    }
    if (auto fault = noRoomFor(name, bytes.size())) {
        return *fault;
    }
    const std::string half = halfNameOf(name);
    ::unlinkat(m_descriptor, half.c_str(), 0);
    const auto stopped = [&](core::Failure<StickFault> fault) {
        ::unlinkat(m_descriptor, half.c_str(), 0);
        return fault;
    };
    {
        const files::Descriptor file(
            ::openat(m_descriptor, half.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file.isOpen()) {
            return failed(name, "write");
        }
        while (!bytes.empty()) {
            if (watch.cancelled()) {
                return stopped(core::fail(StickFault::Cancelled, "Stopped before " + name + " was written."));
            }
            const ssize_t written = ::write(file.number(), bytes.data(), std::min(bytes.size(), chunkBytes));
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written <= 0) {
                return stopped(failed(name, "write"));
            }
            bytes.remove_prefix(static_cast<std::size_t>(written));
            progress.bytesDone += static_cast<std::uint64_t>(written);
            watch.progress(progress);
        }
        if (::fsync(file.number()) != 0) {
            return stopped(failed(name, "write"));
        }
    }
    if (!isThere()) {
        return stopped(gone());
    }
    if (::renameat(m_descriptor, half.c_str(), m_descriptor, name.c_str()) != 0) {
        return stopped(failed(name, "rename"));
    }
    if (::fsync(m_descriptor) != 0) {
        return failed(name, "write the folder of");
    }
    ++progress.filesDone;
    watch.progress(progress);
    return core::Done{};
}

StickResult<std::string> StickFolder::read(const std::string& name, std::size_t bytesMax) const
{
    if (!isPlainName(name)) {
        return core::fail(StickFault::NotAFile, name + " is no file name; what lies deeper isn't read.");
    }
    if (!isThere()) {
        return gone();
    }
    const files::Descriptor file(::openat(m_descriptor, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat about {};
    if (!file.isOpen() && errno == ENOENT) {
        return core::fail(StickFault::NoSuchFile, (m_path / name).string() + ": there is no such file.");
    }
    if (!file.isOpen() || ::fstat(file.number(), &about) != 0) {
        return failed(name, "read");
    }
    if (!S_ISREG(about.st_mode)) {
        return core::fail(StickFault::NotAFile,
                          (m_path / name).string() + ": no plain file, so it was left where it is.");
    }
    const auto tooLarge = [&] {
        return core::fail(StickFault::TooLarge, (m_path / name).string() + ": larger than " + std::to_string(bytesMax) +
                                                    " bytes; nothing was taken.");
    };
    if (about.st_size < 0 || static_cast<std::uint64_t>(about.st_size) > bytesMax) {
        return tooLarge();
    }
    std::string bytes(bytesMax + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failed(name, "read");
        }
        if (got == 0) {
            bytes.resize(size);
            return bytes;
        }
        size += static_cast<std::size_t>(got);
    }
    return tooLarge();
}

void StickFolder::remove(const std::string& name) const
{
    if (isPlainName(name) && isThere()) {
        ::unlinkat(m_descriptor, name.c_str(), 0);
    }
}

std::vector<std::string> StickFolder::names() const
{
    auto found = entriesOf(m_descriptor, [](std::string_view name) { return !name.starts_with('.'); });
    std::ranges::sort(found);
    return found;
}

StickResult<core::Done> StickFolder::flush() const
{
    if (::fsync(m_descriptor) != 0 || ::syncfs(m_descriptor) != 0) {
        return failed("", "write to");
    }
    if (!isThere()) {
        return gone();
    }
    return core::Done{};
}

} // namespace smiley::outbox
