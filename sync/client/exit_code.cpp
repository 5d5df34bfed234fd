// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/exit_code.h"

#include <array>
#include <cstdio>

namespace smiley::client {

namespace {

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (static_cast<unsigned char>(letter) < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(letter));
            result += escape.data();
        } else {
            result += letter;
        }
    }
    return result + '"';
}

const char* truth(bool value) { return value ? "true" : "false"; }

ExitCode exitCodeOf(TransportFault fault)
{
    switch (fault) {
    case TransportFault::Unreachable:
    case TransportFault::Cut:
    case TransportFault::Stopped: return ExitCode::Unreachable;
    case TransportFault::NotTrusted: return ExitCode::NotTrusted;
    case TransportFault::Malformed: break;
    }
    return ExitCode::Centre;
}

} // namespace

std::string exitCodeHelp()
{
    return "Exit codes:\n"
           "  0  enrolled; all sent; ended by SIGTERM\n"
           "  1  unexpected\n"
           "  2  command line, settings file, server address or CA file\n"
           "  3  not enrolled\n"
           "  4  the centre can't be reached, or the connection was cut\n"
           "  5  certificate, CA, host name or TLS version not accepted\n"
           "  6  the centre refused: enrolment code, stand or envelope\n"
           "  7  outbox, inbox or state folder; stand.json missing\n"
           "  8  the centre is busy, failed, or its answer can't be used\n";
}

ExitCode exitCodeOf(EnrolFault fault)
{
    switch (fault) {
    case EnrolFault::BadCode: return ExitCode::Usage;
    case EnrolFault::NoStand:
    case EnrolFault::Folder: return ExitCode::Folder;
    case EnrolFault::Unreachable: return ExitCode::Unreachable;
    case EnrolFault::NotTrusted: return ExitCode::NotTrusted;
    case EnrolFault::Refused: return ExitCode::Refused;
    case EnrolFault::Unexpected: break;
    }
    return ExitCode::Centre;
}

ExitCode exitCodeOf(MembershipFault fault)
{
    return fault == MembershipFault::NotEnrolled ? ExitCode::NotEnrolled : ExitCode::Folder;
}

ExitCode exitCodeOf(const Summary& summary)
{
    if (summary.ended) {
        return exitCodeOf(*summary.ended);
    }
    if (summary.folderFault) {
        return ExitCode::Folder;
    }
    if (summary.refused) {
        return ExitCode::Refused;
    }
    if (!summary.troubles.empty() || summary.waiting > 0 || !summary.heartbeatTaken) {
        return ExitCode::Centre;
    }
    return ExitCode::Done;
}

std::string summaryText(const Summary& summary)
{
    return std::to_string(summary.sent) + " sent, " + std::to_string(summary.already) + " receipted before, " +
           std::to_string(summary.waiting) + " waiting";
}

std::string summaryJson(const Summary& summary)
{
    std::string troubles;
    for (const Trouble& trouble : summary.troubles) {
        troubles += (troubles.empty() ? "" : ",") + ("{\"what\":" + quoted(trouble.what)) +
                    ",\"why\":" + quoted(trouble.why) + "}";
    }
    return "{\"sent\":" + std::to_string(summary.sent) + ",\"already\":" + std::to_string(summary.already) +
           ",\"waiting\":" + std::to_string(summary.waiting) + ",\"heartbeat\":" + truth(summary.heartbeatTaken) +
           ",\"time\":" + truth(summary.timeReceived) + ",\"configuration\":" + truth(summary.configurationNew) +
           ",\"troubles\":[" + troubles + "],\"exit_code\":" + std::to_string(static_cast<int>(exitCodeOf(summary))) +
           "}";
}

} // namespace smiley::client
