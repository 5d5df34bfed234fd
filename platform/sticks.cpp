// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sticks.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>

namespace fs = std::filesystem;

namespace smiley::platform {
namespace {

/// One line of /proc/self/mountinfo. Source: proc(5); "36 35 8:17 / /media/a\040b rw,nosuid - vfat /dev/sdb1 rw".
struct Mount {
    std::string number; ///< "8:17"
    std::string top;    ///< of the file system; "/" unless it is a bind mount of a part
    std::string folder;
    std::string device;
    bool readOnly = false;
};

/// "\040" is how the kernel writes a blank there.
std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto isOctal = [&](std::size_t place) {
            return place < text.size() && text[place] >= '0' && text[place] <= '7';
        };
        if (text[at] == '\\' && isOctal(at + 1) && isOctal(at + 2) && isOctal(at + 3)) {
            plain += static_cast<char>((text[at + 1] - '0') * 64 + (text[at + 2] - '0') * 8 + (text[at + 3] - '0'));
            at += 3;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

/// What udev writes in the names of links: "\x20".
std::string withoutHex(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\\x" && at + 3 < text.size()) {
            try {
                plain += static_cast<char>(std::stoi(std::string(text.substr(at + 2, 2)), nullptr, 16));
                at += 3;
                continue;
            } catch (const std::exception&) { // no number: it stands for itself
            }
        }
        plain += text[at];
    }
    return plain;
}

bool saysReadOnly(const std::string& options) { return options == "ro" || options.starts_with("ro,"); }

std::optional<Mount> mountOf(const std::string& line)
{
    std::istringstream words(line);
    std::string id;
    std::string parent;
    std::string options;
    std::string word;
    Mount mount;
    words >> id >> parent >> mount.number >> mount.top >> mount.folder >> options;
    while (words >> word && word != "-") {
    }
    std::string type;
    std::string superOptions;
    if (!(words >> type >> mount.device >> superOptions)) {
        return std::nullopt;
    }
    mount.folder = unescaped(mount.folder);
    mount.device = unescaped(mount.device);
    mount.readOnly = saysReadOnly(options) || saysReadOnly(superOptions);
    return mount;
}

std::string firstLineOf(const fs::path& file)
{
    std::string line;
    std::getline(std::ifstream(file) >> std::ws, line);
    line.erase(line.find_last_not_of(" \t") + 1);
    return line;
}

/// The kernel's folder of the whole disk; a partition's lies in it.
std::optional<fs::path> diskOf(const fs::path& root, const std::string& number)
{
    std::error_code error;
    fs::path disk = fs::canonical(root / "sys/dev/block" / number, error);
    if (error) {
        return std::nullopt;
    }
    if (fs::exists(disk / "partition", error)) {
        disk = disk.parent_path();
    }
    return disk;
}

bool canBePulledOut(const fs::path& disk)
{
    const bool onUsb = std::any_of(disk.begin(), disk.end(), [](const fs::path& part) {
        const std::string name = part.string();
        return name.size() > 3 && name.starts_with("usb") &&
               name.find_first_not_of("0123456789", 3) == std::string::npos;
    });
    return onUsb || firstLineOf(disk / "removable") == "1";
}

std::string nameOf(const fs::path& root, const Mount& mount, const fs::path& disk)
{
    const fs::path device = fs::path(mount.device).filename();
    std::error_code error;
    for (fs::directory_iterator link(root / "dev/disk/by-label", error); !error && link != fs::directory_iterator();
         link.increment(error)) {
        std::error_code unread;
        if (fs::read_symlink(link->path(), unread).filename() == device && !unread) {
            return withoutHex(link->path().filename().string());
        }
    }
    const std::string vendor = firstLineOf(disk / "device/vendor");
    const std::string model = firstLineOf(disk / "device/model");
    const std::string name = vendor + (vendor.empty() || model.empty() ? "" : " ") + model;
    return name.empty() ? device.string() : name;
}

} // namespace

std::vector<Stick> mountedSticks(const fs::path& root)
{
    std::vector<Mount> mounts;
    std::ifstream table(root / "proc/self/mountinfo");
    for (std::string line; std::getline(table, line);) {
        if (auto mount = mountOf(line)) {
            mounts.push_back(std::move(*mount));
        }
    }
    std::set<fs::path> own; // disks that the machine runs from
    for (const Mount& mount : mounts) {
        const bool isSystem = mount.folder == "/" || mount.folder.starts_with("/boot") || mount.folder == "/usr" ||
                              mount.folder.starts_with("/var") || mount.folder == "/home";
        if (const auto disk = isSystem ? diskOf(root, mount.number) : std::nullopt) {
            own.insert(*disk);
        }
    }
    std::vector<Stick> sticks;
    std::set<std::string> seen;
    std::sort(mounts.begin(), mounts.end(), [](const Mount& a, const Mount& b) { return a.folder < b.folder; });
    for (const Mount& mount : mounts) {
        const auto disk = diskOf(root, mount.number);
        if (!disk || own.contains(*disk) || mount.top != "/" || !canBePulledOut(*disk) ||
            !seen.insert(mount.number).second) {
            continue;
        }
        Stick stick{mount.folder, mount.device, nameOf(root, mount, *disk), 0, 0, mount.readOnly};
        struct statvfs room {};
        const fs::path folder = root / fs::path(mount.folder).relative_path();
        if (::statvfs(folder.c_str(), &room) != 0) {
            continue; // pulled out while we looked
        }
        stick.freeBytes = static_cast<std::uint64_t>(room.f_bavail) * room.f_frsize;
        stick.totalBytes = static_cast<std::uint64_t>(room.f_blocks) * room.f_frsize;
        stick.readOnly = stick.readOnly || (room.f_flag & ST_RDONLY) != 0;
        sticks.push_back(std::move(stick));
    }
    return sticks;
}

/// The thread holds it too: one that waits for a broken stick outlives the watch.
struct StickWatch::Shared {
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<Stick> latest;
    bool looks = false;
    bool ending = false;
};

StickWatch::StickWatch(std::function<std::vector<Stick>()> look, std::chrono::milliseconds every)
    : m_shared(std::make_shared<Shared>()),
      m_thread([shared = m_shared, look = std::move(look), every] {
          std::unique_lock lock(shared->mutex);
          while (!shared->ending) {
              shared->looks = true;
              lock.unlock();
              std::vector<Stick> found = look();
              lock.lock();
              shared->looks = false;
              shared->latest = std::move(found);
              shared->wake.wait_for(lock, every, [&] { return shared->ending; });
          }
      })
{}

StickWatch::~StickWatch()
{
    bool looks = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->ending = true;
        looks = m_shared->looks;
    }
    m_shared->wake.notify_one();
    if (looks) {
        m_thread.detach();
    } else {
        m_thread.join();
    }
}

std::vector<Stick> StickWatch::latest() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->latest;
}

} // namespace smiley::platform
