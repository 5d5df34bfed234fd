// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <unistd.h>

#include <filesystem>

namespace smiley::test {

/// For QTemporaryDir: in memory where that is possible. For tests that make thousands of syncs and don't mean the disk
/// itself (killed programs, simulated power cuts, the logic above); a busy disk takes a minute for what takes a second
/// there.
inline QString quickFolder()
{
    const bool inMemory = access("/dev/shm", W_OK | X_OK) == 0;
    return inMemory ? QStringLiteral("/dev/shm/smiley-test-XXXXXX") : QString();
}

/// Folders that don't exist yet, each asked for once; gone with the object.
class QuickFolders {
public:
    [[nodiscard]] std::filesystem::path next()
    {
        return std::filesystem::path(m_folder.path().toStdString()) / std::to_string(++m_count);
    }

private:
    QTemporaryDir m_folder{quickFolder()};
    int m_count = 0;
};

} // namespace smiley::test
