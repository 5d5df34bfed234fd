// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/store/store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace smiley {

/// The stand's database file in its data folder.
[[nodiscard]] std::filesystem::path journalFile(const std::filesystem::path& data);

/// Opens the journal. A damaged file is set aside (never deleted) and a new one begun; `warn` gets the sentence.
[[nodiscard]] store::Result<std::unique_ptr<store::Store>> openJournal(const std::filesystem::path& data,
                                                                       core::Random& random, std::string& warning);

} // namespace smiley
