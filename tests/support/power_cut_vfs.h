// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace smiley::test {

/// SQLite's default VFS with a plug that can be pulled.
///
/// Every write goes to the real file and is kept in a list until the file's next xSync. At a cut each 512-byte sector of
/// each listed write was kept, dropped or torn in the middle; what was synced stays. An unlink that no sync followed may
/// not have happened. After the cut every operation fails, as for a program whose machine is gone; `powerOn` writes what
/// the disk holds then. It can also fail syncs and be a small disk.
///
/// While an object lives it is the default VFS of the process. One thread.
class PowerCutVfs {
public:
    explicit PowerCutVfs(std::uint64_t seed);
    ~PowerCutVfs();
    PowerCutVfs(const PowerCutVfs&) = delete;
    PowerCutVfs& operator=(const PowerCutVfs&) = delete;

    /// The plug is pulled in the middle of the n-th write, truncation, sync or unlink from now (n >= 1).
    void cutAfter(std::uint64_t operations) { m_untilCut = operations; }
    [[nodiscard]] bool isCut() const { return m_cut; }
    /// Writes every tracked file as the disk has it after the cut into `folder`, and forgets all.
    void powerOn(const std::filesystem::path& folder);

    /// This share of the syncs fails with EIO.
    void failSyncs(double share) { m_failingSyncs = share; }
    /// No file may end beyond this offset ("disk full"); nothing: no limit.
    void limitFileSize(std::optional<std::int64_t> bytes) { m_sizeMax = bytes; }
    [[nodiscard]] std::uint64_t syncs() const { return m_syncs; }

private:
    struct Change {
        std::int64_t offset = 0;
        std::string bytes;
        bool isTruncation = false;
    };
    struct Disk {
        std::string durable;
        std::vector<Change> pending;
        bool isUnlinked = false; ///< and no sync since
    };
    struct File;
    static File& fileOf(sqlite3_file* file);
    static PowerCutVfs& vfsOf(sqlite3_vfs* vfs);
    bool countDown();
    [[nodiscard]] std::string contentAfterCut(const Disk& disk);
    bool chance(double share) { return std::uniform_real_distribution<>(0, 1)(m_random) < share; }
    void fillMethods();

    sqlite3_vfs* m_real = nullptr;
    sqlite3_vfs m_vfs{};
    sqlite3_io_methods m_methods{};
    std::map<std::string, Disk> m_disks;
    std::mt19937_64 m_random;
    std::uint64_t m_untilCut = 0;
    bool m_cut = false;
    double m_failingSyncs = 0;
    std::optional<std::int64_t> m_sizeMax;
    std::uint64_t m_syncs = 0;
};

} // namespace smiley::test
