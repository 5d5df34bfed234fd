// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/faults.h"

#include <sqlite3.h>

namespace smiley::store {

namespace {

StoreFault codeOf(int extended)
{
    if (extended == SQLITE_IOERR_SHMSIZE) {
        return StoreFault::Full; // the WAL's index could not grow
    }
    switch (extended & 0xff) {
    case SQLITE_FULL: return StoreFault::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreFault::Busy;
    case SQLITE_CORRUPT: return StoreFault::Corrupt;
    case SQLITE_NOTADB: return StoreFault::NotADatabase;
    case SQLITE_CONSTRAINT: return StoreFault::Conflict;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY: return StoreFault::NoAccess;
    default: return StoreFault::Io;
    }
}

const char* remedy(StoreFault code)
{
    switch (code) {
    case StoreFault::NotADatabase: return "Name another file, or move this one away.";
    case StoreFault::NewerSchema: return "Install the newer program again.";
    case StoreFault::NoAccess: return "Let the stand's user own the folder and the file.";
    case StoreFault::Busy: return "Another program holds the file; try again.";
    case StoreFault::Full: return "Free space on this disk; nothing was written.";
    case StoreFault::Io: return "The disk failed; open again and check.";
    case StoreFault::Corrupt: return "Set the file aside and start a new one.";
    case StoreFault::Conflict: return "Read again; somebody else was first.";
    }
    return "";
}

} // namespace

core::Failure<StoreFault> faultOf(const SQLite::Exception& exception, const std::string& file)
{
    const StoreFault code = codeOf(exception.getExtendedErrorCode());
    return core::fail(code, file + ": " + exception.what() + " (SQLite " +
                                std::to_string(exception.getExtendedErrorCode()) + "). " + remedy(code));
}

core::Failure<StoreFault> faultOf(const BadRow& exception, const std::string& file)
{
    return core::fail(StoreFault::Corrupt, file + ": " + exception.what() + ". " + remedy(StoreFault::Corrupt));
}

} // namespace smiley::store
