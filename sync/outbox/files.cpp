// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace smiley::outbox {

namespace {

core::Failure<FileFault> ioFault(const std::filesystem::path& file, const char* what)
{
    const int reason = errno;
    return core::fail(reason == ENOENT ? FileFault::Missing : FileFault::Io,
                      file.string() + ": can't " + what + ": " + std::strerror(reason) +
                          ". Check the folder's owner and the free space.");
}

/// Closes on the way out.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) {
            close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

FileResult<core::Done> makeFolder(const std::filesystem::path& folder, unsigned rights)
{
    std::error_code error;
    std::filesystem::create_directories(folder.parent_path(), error);
    if (mkdir(folder.c_str(), 0700) == 0) {
        // What the umask took away is given back.
        if (chmod(folder.c_str(), rights) != 0) {
            return ioFault(folder, "set the rights");
        }
    } else if (errno != EEXIST) {
        return ioFault(folder, "make the folder");
    }
    return core::Done{};
}

FileResult<std::string> readFile(const std::filesystem::path& file, std::size_t bytesMax)
{
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat about {};
    if (!descriptor.isOpen() || fstat(descriptor.number(), &about) != 0) {
        return ioFault(file, "read");
    }
    if (!S_ISREG(about.st_mode)) {
        errno = EINVAL;
        return ioFault(file, "read what is no file");
    }
    std::string bytes(bytesMax + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = read(descriptor.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return ioFault(file, "read");
        }
        if (got == 0) {
            bytes.resize(size);
            return bytes;
        }
        size += static_cast<std::size_t>(got);
    }
    return core::fail(FileFault::TooLarge,
                      file.string() + ": larger than " + std::to_string(bytesMax) + " bytes; nothing was read.");
}

FileResult<core::Done> writeFile(const std::filesystem::path& file, std::string_view bytes, Rights rights)
{
    const std::filesystem::path folder = file.parent_path();
    const std::filesystem::path part = folder / ("." + file.filename().string() + ".part");
    {
        const Descriptor descriptor(open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        const bool written = descriptor.isOpen() &&
                             (rights == Rights::AsMounted || fchmod(descriptor.number(), 0640) == 0) &&
                             writeAll(descriptor.number(), bytes) && fsync(descriptor.number()) == 0;
        if (!written) {
            const auto fault = ioFault(part, "write");
            unlink(part.c_str());
            return fault;
        }
    }
    if (rename(part.c_str(), file.c_str()) != 0) {
        return ioFault(file, "rename");
    }
    const Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isOpen() || fsync(directory.number()) != 0) {
        return ioFault(folder, "sync");
    }
    return core::Done{};
}

FileResult<bool> writeIfOther(const std::filesystem::path& file, std::string_view bytes)
{
    if (const auto present = readFile(file, bytes.size()); present && *present == bytes) {
        return false;
    }
    if (auto written = writeFile(file, bytes); !written) {
        return written.error();
    }
    return true;
}

std::vector<std::string> namesIn(const std::filesystem::path& folder, std::string_view beginning,
                                 std::string_view ending)
{
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator each(folder, error);
         !error && each != std::filesystem::directory_iterator(); each.increment(error)) {
        std::string name = each->path().filename().string();
        if (name.starts_with(beginning) && name.ends_with(ending)) {
            names.push_back(std::move(name));
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace smiley::outbox
