// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

/// Real sticks of a sort: file systems in memory that are mounted, locked and pulled out under the code's hands.

namespace smiley::test {

/// From now on nobody else sees what this process mounts. Call it first in main: it needs a process of one thread. Without
/// root it asks for a user namespace.
inline void takeMountsOfOurOwn()
{
    const uid_t user = getuid();
    const gid_t group = getgid();
    if (user != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
            qFatal(
                "no mounts of our own: %s; allow user namespaces (kernel.unprivileged_userns_clone=1) or run as root",
                std::strerror(errno));
        }
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
        std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
    } else if (unshare(CLONE_NEWNS) != 0) {
        qFatal("no mounts of our own: %s", std::strerror(errno));
    }
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        qFatal("mounts can't be made private: %s", std::strerror(errno));
    }
}

/// Something mounted on a folder, until the end or until it is pulled.
class Mounted {
public:
    Mounted(std::filesystem::path folder, const char* type, unsigned long flags, const std::string& options)
        : m_folder(std::move(folder))
    {
        check(mount(type, m_folder.c_str(), type, flags, options.c_str()));
    }
    /// The folder over itself, read-only.
    explicit Mounted(std::filesystem::path folder) : m_folder(std::move(folder))
    {
        check(mount(m_folder.c_str(), m_folder.c_str(), nullptr, MS_BIND, nullptr));
        check(mount(nullptr, m_folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV,
                    nullptr));
    }
    ~Mounted() { pull(); }
    Mounted(const Mounted&) = delete;
    Mounted& operator=(const Mounted&) = delete;

    /// Away from the folder at once, whoever has files open on it.
    void pull()
    {
        if (m_isIn) {
            m_isIn = false;
            umount2(m_folder.c_str(), MNT_DETACH);
        }
    }

private:
    static void check(int result)
    {
        if (result != 0) {
            qFatal("can't mount: %s", std::strerror(errno));
        }
    }
    std::filesystem::path m_folder;
    bool m_isIn = true;
};

} // namespace smiley::test
