// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <unistd.h>

namespace smiley::test {

/// For QTemporaryDir: in memory where that is possible. For tests that make thousands of syncs and don't mean the disk
/// itself (killed programs, simulated power cuts, the logic above); a busy disk takes a minute for what takes a second
/// there.
inline QString quickFolder()
{
    const bool inMemory = access("/dev/shm", W_OK | X_OK) == 0;
    return inMemory ? QStringLiteral("/dev/shm/smiley-test-XXXXXX") : QString();
}

} // namespace smiley::test
