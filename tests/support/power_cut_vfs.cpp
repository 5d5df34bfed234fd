// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/power_cut_vfs.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

namespace smiley::test {

namespace {

constexpr std::int64_t sectorBytes = 512;

std::string readAll(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(std::string& content, std::int64_t offset, std::string_view bytes)
{
    const auto begin = static_cast<std::size_t>(offset);
    content.resize(std::max(content.size(), begin + bytes.size()));
    std::copy(bytes.begin(), bytes.end(), content.begin() + offset);
}

} // namespace

/// What SQLite sees as the open file; the real VFS's own object follows behind it in memory.
struct PowerCutVfs::File {
    sqlite3_file base;
    PowerCutVfs* vfs;
    Disk* disk; ///< none for temporary files

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

PowerCutVfs::File& PowerCutVfs::fileOf(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

PowerCutVfs& PowerCutVfs::vfsOf(sqlite3_vfs* vfs) { return *static_cast<PowerCutVfs*>(vfs->pAppData); }

bool PowerCutVfs::countDown()
{
    if (m_untilCut > 0 && --m_untilCut == 0) {
        m_cut = true;
    }
    return m_cut;
}

PowerCutVfs::PowerCutVfs(std::uint64_t seed) : m_real(sqlite3_vfs_find(nullptr)), m_random(seed)
{
    fillMethods();
    m_vfs = *m_real;
    m_vfs.pNext = nullptr;
    m_vfs.zName = "power-cut";
    m_vfs.pAppData = this;
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    m_vfs.xOpen = [](sqlite3_vfs* self, const char* path, sqlite3_file* handle, int flags, int* outFlags) {
        PowerCutVfs& vfs = vfsOf(self);
        File& file = fileOf(handle);
        file.base.pMethods = nullptr;
        file.vfs = &vfs;
        file.disk = nullptr;
        if (vfs.m_cut) {
            return SQLITE_IOERR;
        }
        const int code = vfs.m_real->xOpen(vfs.m_real, path, file.real(), flags, outFlags);
        if (code != SQLITE_OK) {
            return code;
        }
        if (path != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0) {
            const auto [found, isNew] = vfs.m_disks.try_emplace(path);
            if (isNew || found->second.isUnlinked) {
                found->second = {readAll(path), {}, false};
            }
            file.disk = &found->second;
        }
        file.base.pMethods = &vfs.m_methods;
        return SQLITE_OK;
    };
    m_vfs.xDelete = [](sqlite3_vfs* self, const char* path, int syncFolder) {
        PowerCutVfs& vfs = vfsOf(self);
        if (vfs.countDown()) {
            return SQLITE_IOERR_DELETE;
        }
        if (const auto found = vfs.m_disks.find(path); found != vfs.m_disks.end()) {
            found->second.isUnlinked = true;
        }
        return vfs.m_real->xDelete(vfs.m_real, path, syncFolder);
    };
    // The rest of the real VFS finds its own data in pAppData.
    m_vfs.xAccess = [](sqlite3_vfs* self, const char* path, int flags, int* result) {
        return vfsOf(self).m_real->xAccess(vfsOf(self).m_real, path, flags, result);
    };
    m_vfs.xFullPathname = [](sqlite3_vfs* self, const char* path, int size, char* out) {
        return vfsOf(self).m_real->xFullPathname(vfsOf(self).m_real, path, size, out);
    };
    sqlite3_vfs_register(&m_vfs, 1);
}

PowerCutVfs::~PowerCutVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

void PowerCutVfs::fillMethods()
{
    m_methods.iVersion = 2; // shared memory, no memory-mapped reads
    m_methods.xClose = [](sqlite3_file* handle) {
        return fileOf(handle).real()->pMethods->xClose(fileOf(handle).real());
    };
    m_methods.xRead = [](sqlite3_file* handle, void* bytes, int size, sqlite3_int64 offset) {
        File& file = fileOf(handle);
        return file.vfs->m_cut ? SQLITE_IOERR_READ : file.real()->pMethods->xRead(file.real(), bytes, size, offset);
    };
    m_methods.xWrite = [](sqlite3_file* handle, const void* bytes, int size, sqlite3_int64 offset) {
        File& file = fileOf(handle);
        PowerCutVfs& vfs = *file.vfs;
        if (vfs.m_cut) {
            return SQLITE_IOERR_WRITE;
        }
        if (vfs.m_sizeMax && offset + size > *vfs.m_sizeMax) {
            return SQLITE_FULL;
        }
        if (file.disk != nullptr) {
            file.disk->pending.push_back(
                {offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)), false});
            if (vfs.countDown()) {
                return SQLITE_IOERR_WRITE;
            }
        }
        return file.real()->pMethods->xWrite(file.real(), bytes, size, offset);
    };
    m_methods.xTruncate = [](sqlite3_file* handle, sqlite3_int64 size) {
        File& file = fileOf(handle);
        if (file.disk != nullptr) {
            if (!file.vfs->m_cut) {
                file.disk->pending.push_back({size, {}, true});
            }
            if (file.vfs->countDown()) {
                return SQLITE_IOERR_TRUNCATE;
            }
        }
        return file.real()->pMethods->xTruncate(file.real(), size);
    };
    m_methods.xSync = [](sqlite3_file* handle, int /*flags*/) {
        File& file = fileOf(handle);
        PowerCutVfs& vfs = *file.vfs;
        ++vfs.m_syncs;
        if (vfs.chance(vfs.m_failingSyncs)) {
            return SQLITE_IOERR_FSYNC;
        }
        const bool wasCut = vfs.m_cut;
        const bool isCut = vfs.countDown();
        // Pulled in the middle of a sync: the disk may have finished it, and nobody was told.
        if (file.disk != nullptr && !wasCut && (!isCut || vfs.chance(0.5))) {
            for (const Change& change : file.disk->pending) {
                if (change.isTruncation) {
                    file.disk->durable.resize(static_cast<std::size_t>(change.offset));
                } else {
                    put(file.disk->durable, change.offset, change.bytes);
                }
            }
            file.disk->pending.clear();
            std::erase_if(vfs.m_disks, [](const auto& entry) { return entry.second.isUnlinked; });
        }
        return isCut ? SQLITE_IOERR_FSYNC : SQLITE_OK; // this is the disk: the real one needn't do it as well
    };
    m_methods.xFileSize = [](sqlite3_file* handle, sqlite3_int64* size) {
        return fileOf(handle).real()->pMethods->xFileSize(fileOf(handle).real(), size);
    };
    m_methods.xLock = [](sqlite3_file* handle, int level) {
        return fileOf(handle).real()->pMethods->xLock(fileOf(handle).real(), level);
    };
    m_methods.xUnlock = [](sqlite3_file* handle, int level) {
        return fileOf(handle).real()->pMethods->xUnlock(fileOf(handle).real(), level);
    };
    m_methods.xCheckReservedLock = [](sqlite3_file* handle, int* result) {
        return fileOf(handle).real()->pMethods->xCheckReservedLock(fileOf(handle).real(), result);
    };
    m_methods.xFileControl = [](sqlite3_file* handle, int operation, void* argument) {
        return fileOf(handle).real()->pMethods->xFileControl(fileOf(handle).real(), operation, argument);
    };
    m_methods.xSectorSize = [](sqlite3_file* handle) {
        return fileOf(handle).real()->pMethods->xSectorSize(fileOf(handle).real());
    };
    m_methods.xDeviceCharacteristics = [](sqlite3_file* handle) {
        return fileOf(handle).real()->pMethods->xDeviceCharacteristics(fileOf(handle).real());
    };
    m_methods.xShmMap = [](sqlite3_file* handle, int page, int size, int extend, void volatile** out) {
        return fileOf(handle).real()->pMethods->xShmMap(fileOf(handle).real(), page, size, extend, out);
    };
    m_methods.xShmLock = [](sqlite3_file* handle, int offset, int count, int flags) {
        return fileOf(handle).real()->pMethods->xShmLock(fileOf(handle).real(), offset, count, flags);
    };
    m_methods.xShmBarrier = [](sqlite3_file* handle) {
        fileOf(handle).real()->pMethods->xShmBarrier(fileOf(handle).real());
    };
    m_methods.xShmUnmap = [](sqlite3_file* handle, int remove) {
        return fileOf(handle).real()->pMethods->xShmUnmap(fileOf(handle).real(), remove);
    };
}

std::string PowerCutVfs::contentAfterCut(const Disk& disk)
{
    std::string content = disk.durable;
    for (const Change& change : disk.pending) {
        if (change.isTruncation) {
            if (chance(0.5)) {
                content.resize(static_cast<std::size_t>(change.offset));
            }
            continue;
        }
        const std::string_view bytes = change.bytes;
        const auto end = change.offset + static_cast<std::int64_t>(bytes.size());
        for (std::int64_t at = change.offset; at < end;) {
            const std::int64_t next = std::min(end, (at / sectorBytes + 1) * sectorBytes);
            const auto begin = static_cast<std::size_t>(at - change.offset);
            auto kept = static_cast<std::size_t>(next - at);
            if (chance(0.45)) {
                kept = 0;
            } else if (chance(0.2)) {
                kept = std::uniform_int_distribution<std::size_t>(0, kept)(m_random);
            }
            if (kept > 0) {
                put(content, at, bytes.substr(begin, kept));
            }
            at = next;
        }
    }
    return content;
}

void PowerCutVfs::powerOn(const std::filesystem::path& folder)
{
    for (const auto& [path, disk] : m_disks) {
        if (disk.isUnlinked && chance(0.5)) {
            continue;
        }
        const std::string content = contentAfterCut(disk);
        std::ofstream stream(folder / std::filesystem::path(path).filename(), std::ios::binary);
        stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    }
    m_disks.clear();
    m_cut = false;
    m_untilCut = 0;
}

} // namespace smiley::test
