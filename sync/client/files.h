// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "platform/files/files.h"
#include "sync/client/plan.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The three folders of the sync program, and the envelopes in them.
///
///   outbox/  only read: stand.json, status.json, envelope-<epoch>-<number>.jsonl.zst, send-now (other text in it: staff ask
///            to send at once). Written by the stand program.
///   inbox/   enrolment.json, receipt-<epoch>-<number>.json, time.json, configuration.json. The stand program takes them and
///            removes them; a receipt only after its envelope has left the outbox.
///   state/   its own: transport.key (0600), enrolment.json.

namespace smiley::client {

struct Folders {
    std::filesystem::path outbox;
    std::filesystem::path inbox;
    std::filesystem::path state;
};

/// Makes the state folder (0700) where it is missing, and checks that the three folders are there: the outbox readable, the
/// others writable.
[[nodiscard]] core::Result<core::Done, files::FileFault> prepareFolders(const Folders& folders);

/// At most this many envelopes of an outbox are looked at; a stand makes one a day.
inline constexpr std::size_t outboxEnvelopesMax = 4096;

/// The envelopes of the outbox in the order in which they should be sent: older epochs (every one but `living`; among
/// themselves by the time of their oldest file) before the living one, low numbers first. Other files are ignored.
[[nodiscard]] core::Result<std::vector<EnvelopeName>, files::FileFault>
listEnvelopes(const std::filesystem::path& outbox, const std::optional<core::Epoch>& living);

} // namespace smiley::client
