// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"
#include "tests/support/fakes.h"

#include <QtGlobal>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// What the store's tests share.

namespace smiley::test {

inline core::Hash hashOf(char digit) { return *core::Hash::parse(std::string(64, digit)); }

inline core::Epoch epochOf(char digit) { return *core::Epoch::parse(std::string(32, digit)); }

inline core::Event tapAt(std::int64_t monotonicMs, core::Face face = core::Face::Good)
{
    return {
        {core::MonotonicMs{monotonicMs}, core::WallMs{1'795'600'800'000 + monotonicMs}, core::ClockQuality::Anchored},
        core::Tap{face, core::ScreenContext::Faces, core::Presence::Broken, {}, core::Input::Touch, "da", hashOf('a')},
        {}};
}

inline std::unique_ptr<store::Store> openStore(const std::filesystem::path& file)
{
    SeededRandom random;
    auto opened = store::Store::open(file, random);
    if (!opened) {
        qFatal("%s", opened.error().message.c_str());
    }
    return std::move(*opened);
}

/// All rows; ends the test program where they can't be read.
inline std::vector<core::Row> allRows(const store::Store& store)
{
    auto rows = store.rows(core::Sequence{0}, 1'000'000);
    if (!rows) {
        qFatal("%s", rows.error().message.c_str());
    }
    return std::move(*rows);
}

/// Runs `work` in a child process; its exit code is what `work` returns.
template <class Work>
pid_t inChild(Work&& work)
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(work());
    }
    return child;
}

inline int exitCodeOf(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Days are counted from a Monday.
inline core::Day dayNumber(int number) { return {core::Day::parse("2026-11-02")->date + std::chrono::days{number}}; }

inline store::SealedEnvelope envelopeOf(const core::Epoch& epoch, std::uint64_t number, int day,
                                        const std::string& bytes = "b")
{
    return {epoch, core::EnvelopeNumber{number}, hashOf('c'), dayNumber(day), dayNumber(day), core::WallMs{}, bytes, {},
            {}};
}

/// Whether a trigger or a CHECK of the file says no.
inline bool refuses(SQLite::Database& database, const char* sql) { return database.tryExec(sql) == SQLITE_CONSTRAINT; }

} // namespace smiley::test
