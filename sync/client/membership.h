// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ids.h"
#include "app/core/result.h"
#include "sync/client/files.h"
#include "sync/client/transport.h"
#include "sync/wire/keys.h"
#include "sync/wire/messages.h"

#include <filesystem>
#include <string>

/// Whom the sync program speaks for, and how it came to: enrolment.
///
///   1. the sync program makes its transport key (state/transport.key) and reads the stand program's signed
///      outbox/stand.json;
///   2. POST /v1/enrolments {code, stand.json, transport key}, signed by the transport key;
///   3. the answer, signed by the centre, goes as it stands to inbox/enrolment.json, then to state/enrolment.json.
///
/// The key stays when a step fails, and the centre gives the same keys the same answer: enrolling again with the same code
/// after a cut is safe.

namespace smiley::client {

/// What the sync program knows after enrolment.
struct Membership {
    core::StandId stand;
    wire::PublicKey centreKey;
    wire::SecretKey transportKey;
};

enum class MembershipFault : std::uint8_t {
    NotEnrolled, ///< run `smiley-sync enrol`
    Damaged,     ///< a file of the state folder isn't what it should be: the message says which and what to do
};

/// Reads the state folder.
[[nodiscard]] core::Result<Membership, MembershipFault> loadMembership(const Folders& folders);

enum class EnrolFault : std::uint8_t {
    BadCode,     ///< not 8 letters and digits as XXXX-XXXX: nothing was sent; type it again
    NoStand,     ///< outbox/stand.json isn't there or can't be used: start the stand program first
    Folder,      ///< a folder or file can't be written or read: see the message
    Unreachable, ///< no answer: the same code can be used again
    NotTrusted,  ///< certificate, CA, host name or TLS version: see the message
    Refused,     ///< the centre's problem (code wrong, used or too late …): the message is its own
    Unexpected,  ///< the centre's answer can't be used: tell the centre
};

/// Enrols, see the top of this file. Also where the stand is enrolled already (it was replaced or moved).
[[nodiscard]] core::Result<wire::Enrolment, EnrolFault> enrol(const Folders& folders, const std::string& code,
                                                              Transport& transport);

/// Title and detail of a refusal, or what the answer was where it is no problem document. For people and logs.
[[nodiscard]] std::string describeRefusal(const Response& response);

} // namespace smiley::client
