// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "sync/outbox/stick.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Questionnaire files on a stick: `smiley-spoergsmaal-<id>-<version>.json`, as sync/wire/questionnaire.schema.json says.
/// Nothing here puts one into force: what is imported becomes the editor's draft.

namespace smiley::outbox {

/// Most questionnaire files of one stick that are listed.
inline constexpr std::size_t questionnaireFilesMax = 50;

/// The file's name on a stick.
[[nodiscard]] std::string questionnaireFileName(const core::Questionnaire& questionnaire);

/// Writes `json` as canonical JSON; it may be a draft, but must be a questionnaire. Audited as questionnaire-exported.
/// Returns the file's name. Errors: as exportTo, and NotAQuestionnaire.
[[nodiscard]] StickResult<std::string> exportQuestionnaire(const std::filesystem::path& stick, std::string_view json,
                                                           store::Store& store, const StickUse& use);

[[nodiscard]] StickResult<std::string> exportQuestionnaire(const std::filesystem::path& stick,
                                                           const core::Questionnaire& questionnaire,
                                                           store::Store& store, const StickUse& use);

/// Names of questionnaire files in the stick's own folder, sorted. What lies deeper isn't looked for. Errors: NoStick,
/// Damaged.
[[nodiscard]] StickResult<std::vector<std::string>> questionnairesOn(const std::filesystem::path& stick);

struct ImportedQuestionnaire {
    core::Questionnaire questionnaire;
    std::string json; ///< canonical
};

/// Reads and checks one. Audited as questionnaire-imported, with its hash.
///
/// Errors: Database, NoStick, NoSuchFile, NotAFile, TooLarge (questionnaireBytesMax), UnknownFile (no such name),
/// NotAQuestionnaire (every fault is in the message, one a line), Renamed, Damaged.
[[nodiscard]] StickResult<ImportedQuestionnaire> importQuestionnaire(const std::filesystem::path& stick,
                                                                     const std::string& name, store::Store& store,
                                                                     const StickUse& use);

} // namespace smiley::outbox
