// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/report/files.h"

#include "platform/files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace smiley::report {

namespace {

using Outcome = core::Result<core::Done, FileFault>;

Outcome failed(const char* what, const std::filesystem::path& path, int error)
{
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return core::fail(
        full ? FileFault::Full : FileFault::Io,
        std::string("can't ") + what + " " + path.string() + ": " + std::strerror(error) +
            (full ? "; free some space and run again" : "; check its rights and the disk, and run again"));
}

class SystemFiles final : public Files {
public:
    Outcome makeFolder(const std::filesystem::path& folder) override
    {
        if (folder.empty() || ::access(folder.c_str(), F_OK) == 0) {
            return core::Done{};
        }
        const auto parent = folder.parent_path();
        if (auto made = makeFolder(parent); !made) {
            return made;
        }
        if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) {
            return failed("make the folder", folder, errno);
        }
        return parent.empty() ? syncFolder(".") : syncFolder(parent);
    }

    Outcome write(const std::filesystem::path& file, std::string_view bytes) override
    {
        const files::Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
        if (out.number() < 0) {
            return failed("write", file, errno);
        }
        if (!files::writeAll(out, bytes)) {
            return failed("write", file, errno);
        }
        if (::fsync(out.number()) != 0) {
            return failed("sync", file, errno);
        }
        return core::Done{};
    }

    Outcome syncFolder(const std::filesystem::path& folder) override
    {
        const files::Descriptor in(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (in.number() < 0 || ::fsync(in.number()) != 0) {
            return failed("sync the folder", folder, errno);
        }
        return core::Done{};
    }

    Outcome rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        if (::rename(from.c_str(), to.c_str()) != 0) {
            return failed("rename to", to, errno);
        }
        return core::Done{};
    }

    Outcome removeAll(const std::filesystem::path& folder) override
    {
        std::error_code error;
        std::filesystem::remove_all(folder, error);
        if (error) {
            return failed("remove", folder, error.value());
        }
        return core::Done{};
    }
};

} // namespace

Files& systemFiles()
{
    static SystemFiles files;
    return files;
}

} // namespace smiley::report
