// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/confine.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace smiley::client {

namespace {

/// LANDLOCK_ACCESS_FS_TRUNCATE of ABI 3 (Linux 6.2), newer than Debian 12's headers.
constexpr std::uint64_t truncateFile = 1ULL << 14;

constexpr std::uint64_t readFiles = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writeFiles = readFiles | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                                     LANDLOCK_ACCESS_FS_REMOVE_FILE | truncateFile;
/// Rights that make sense for a file that isn't a folder.
constexpr std::uint64_t ofOneFile = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | truncateFile;
/// All that ABI 1 knows.
constexpr std::uint64_t handledByFirst = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

bool allow(int ruleset, const std::filesystem::path& path, std::uint64_t rights)
{
    const int place = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0) {
        return errno == ENOENT || errno == EACCES;
    }
    struct stat status = {};
    const bool isFolder = ::fstat(place, &status) == 0 && S_ISDIR(status.st_mode);
    landlock_path_beneath_attr rule = {};
    rule.allowed_access = isFolder ? rights : rights & ofOneFile;
    rule.parent_fd = place;
    const bool added = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    ::close(place);
    return added;
}

} // namespace

std::vector<std::filesystem::path> nameLookupPaths()
{
    return {"/etc",
            "/lib",
            "/lib64",
            "/usr/lib",
            "/usr/lib64",
            "/run/systemd/resolve",
            "/run/resolvconf",
            "/run/NetworkManager",
            "/usr/share/zoneinfo"};
}

std::optional<Confinement> confine(const Reach& reach)
{
    constexpr long abiWithTruncate = 3;
    const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) {
        return Confinement::Unsupported;
    }
    landlock_ruleset_attr attributes = {};
    attributes.handled_access_fs = handledByFirst | (abi >= abiWithTruncate ? truncateFile : 0);
    const int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0) {
        return std::nullopt;
    }
    bool good = true;
    for (const auto& path : reach.read) {
        good = good && allow(ruleset, path, readFiles & attributes.handled_access_fs);
    }
    for (const auto& path : reach.write) {
        good = good && allow(ruleset, path, writeFiles & attributes.handled_access_fs);
    }
    good =
        good && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return good ? std::optional(Confinement::Enforced) : std::nullopt;
}

} // namespace smiley::client
