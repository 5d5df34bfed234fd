// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/membership.h"
#include "sync/client/sync.h"

#include <string>

/// How the program ends, for people and scripts.

namespace smiley::client {

enum class ExitCode : int {
    Done = 0,        ///< enrolled; all sent; ended by SIGTERM
    Unexpected = 1,  ///< none of the others
    Usage = 2,       ///< command line, settings file, server address or CA file
    NotEnrolled = 3, ///< enrol first
    Unreachable = 4, ///< no name, no connection, cut, no answer in time
    NotTrusted = 5,  ///< certificate, CA, host name or TLS version
    Refused = 6,     ///< the centre's refusal: enrolment code, stand or envelope
    Folder = 7,      ///< outbox, inbox or state can't be read or written, or stand.json is missing
    Centre = 8,      ///< the centre is busy, failed, or answers what can't be used
};

/// The table above, for --help.
[[nodiscard]] std::string exitCodeHelp();

[[nodiscard]] ExitCode exitCodeOf(EnrolFault fault);
[[nodiscard]] ExitCode exitCodeOf(MembershipFault fault);
/// Done only where every envelope of the outbox is receipted, and the heartbeat was taken.
[[nodiscard]] ExitCode exitCodeOf(const Summary& summary);

/// One line for a person.
[[nodiscard]] std::string summaryText(const Summary& summary);
/// {"sent":…,"already":…,"waiting":…,"heartbeat":…,"time":…,"configuration":…,"troubles":[{"what":…,"why":…}],"exit_code":…}
[[nodiscard]] std::string summaryJson(const Summary& summary);

} // namespace smiley::client
