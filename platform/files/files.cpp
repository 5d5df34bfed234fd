// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/files.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace smiley::files {

namespace {

constexpr std::size_t blockBytes = std::size_t{64} * 1024;
constexpr std::string_view partEnding = ".part";

/// With errno.
core::Failure<FileFault> failure(const char* what, const std::filesystem::path& file)
{
    const int error = errno;
    return core::fail(error == ENOENT ? FileFault::Missing : FileFault::Io,
                      file.string() + ": " + what + ": " + std::generic_category().message(error));
}

/// Whether the file is a half that a process which is gone has left.
bool isLeft(std::string_view name, std::string_view beginning)
{
    pid_t writer = 0;
    if (!name.starts_with(beginning) || !name.ends_with(partEnding)) {
        return false;
    }
    name.remove_prefix(beginning.size());
    name.remove_suffix(partEnding.size());
    const auto read = std::from_chars(name.data(), name.data() + name.size(), writer);
    return read.ec == std::errc() && read.ptr == name.data() + name.size() && ::kill(writer, 0) != 0 && errno == ESRCH;
}

/// Takes away what cuts have left of this file; what can't be taken away does no harm.
void sweep(const std::filesystem::path& folder, std::string_view beginning)
{
    std::error_code error;
    for (std::filesystem::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
        if (isLeft(each->path().filename().string(), beginning)) {
            ::unlink(each->path().c_str());
        }
    }
}

bool syncFolder(const std::filesystem::path& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // A stick's file system may not sync a folder; then there is nothing more to do.
    return folder.isOpen() && (::fsync(folder.number()) == 0 || errno == EINVAL);
}

} // namespace

bool Descriptor::close()
{
    const int number = std::exchange(m_number, -1);
    return number < 0 || ::close(number) == 0;
}

bool writeAll(const Descriptor& file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

Result<std::string> readWhole(const std::filesystem::path& path, std::size_t bytesMax)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0) {
        return failure("can't be read", path);
    }
    if (!S_ISREG(status.st_mode)) {
        return core::fail(FileFault::Io, path.string() + ": can't be read: it isn't a regular file");
    }
    std::string bytes;
    for (;;) {
        const std::size_t had = bytes.size();
        bytes.resize(std::min(had + blockBytes, bytesMax + 1));
        const ssize_t got = ::read(file.number(), bytes.data() + had, bytes.size() - had);
        if (got < 0 && errno != EINTR) {
            return failure("can't be read", path);
        }
        bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0) {
            return bytes;
        }
        if (bytes.size() > bytesMax) {
            return core::fail(FileFault::TooLarge, path.string() + ": larger than the " + std::to_string(bytesMax) +
                                                       " bytes allowed; nothing was read");
        }
    }
}

Result<core::Done> writeWhole(const std::filesystem::path& path, std::string_view bytes, Rights rights)
{
    const auto mode = static_cast<mode_t>(rights);
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    // Of each writer its own: two programs may write the same file at once, and the last whole one stays.
    const std::string beginning = "." + path.filename().string() + ".";
    sweep(folder, beginning);
    const std::filesystem::path part = folder / (beginning + std::to_string(::gettid()) + std::string(partEnding));
    ::unlink(part.c_str()); // of a process that is gone and had this one's number
    Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file.isOpen()) {
        return failure("can't be written", path);
    }
    // What the umask took away is given back, where the file system knows rights.
    const bool isShared = ::fchmod(file.number(), mode) == 0 || errno == EPERM || errno == ENOTSUP;
    if (!isShared || !writeAll(file, bytes) || ::fsync(file.number()) != 0 || !file.close() ||
        ::rename(part.c_str(), path.c_str()) != 0) {
        auto fault = failure("can't be written", path);
        ::unlink(part.c_str());
        return fault;
    }
    if (!syncFolder(folder)) {
        return failure("can't be synced", folder);
    }
    return core::Done{};
}

} // namespace smiley::files
