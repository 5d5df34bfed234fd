// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/stick_questionnaires.h"

#include "sync/outbox/audit.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <cctype>
#include <variant>

namespace smiley::outbox {

namespace {

constexpr std::string_view nameBeginning = "smiley-spoergsmaal-";
constexpr std::string_view nameEnding = ".json";
constexpr std::size_t nameBytesMax = 80;

bool isQuestionnaireName(std::string_view name)
{
    return name.size() > nameBeginning.size() + nameEnding.size() && name.size() <= nameBytesMax &&
           name.starts_with(nameBeginning) && name.ends_with(nameEnding) &&
           std::ranges::all_of(name, [](unsigned char c) {
               return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '-' || c == '.';
           });
}

} // namespace

std::string questionnaireFileName(const core::Questionnaire& questionnaire)
{
    return std::string(nameBeginning) + questionnaire.id + "-" + std::to_string(questionnaire.version) +
           std::string(nameEnding);
}

StickResult<std::string> exportQuestionnaire(const std::filesystem::path& stick, std::string_view json,
                                             store::Store& store, const StickUse& use)
{
    const auto parsed = wire::parseQuestionnaire(json);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        return core::fail(StickFault::NotAQuestionnaire, wire::describe(*faults));
    }
    const std::string name = questionnaireFileName(std::get<core::Questionnaire>(parsed));
    if (const auto folder = StickFolder::open(stick)) {
        folder->removeHalfFiles(isQuestionnaireName);
    }
    auto written = writeDocuments(stick, {{name, wire::canonicalJson(json)}}, store, use, "questionnaire-exported");
    if (!written) {
        return written.error();
    }
    return name;
}

StickResult<std::string> exportQuestionnaire(const std::filesystem::path& stick,
                                             const core::Questionnaire& questionnaire, store::Store& store,
                                             const StickUse& use)
{
    return exportQuestionnaire(stick, wire::writeQuestionnaire(questionnaire), store, use);
}

StickResult<std::vector<std::string>> questionnairesOn(const std::filesystem::path& stick)
{
    const auto folder = StickFolder::open(stick);
    if (!folder) {
        return folder.error();
    }
    auto names = folder->names();
    std::erase_if(names, [](const std::string& name) { return !isQuestionnaireName(name); });
    names.resize(std::min(names.size(), questionnaireFilesMax));
    return names;
}

StickResult<ImportedQuestionnaire> importQuestionnaire(const std::filesystem::path& stick, const std::string& name,
                                                       store::Store& store, const StickUse& use)
{
    if (!isQuestionnaireName(name)) {
        return core::fail(StickFault::UnknownFile,
                          name +
                              " is no questionnaire's name; one is called smiley-spoergsmaal-<id>-<version>.json and "
                              "lies in the stick's own folder.");
    }
    const auto folder = StickFolder::open(stick);
    if (!folder) {
        return folder.error();
    }
    const auto bytes = folder->read(name, wire::questionnaireBytesMax);
    if (!bytes) {
        return bytes.error();
    }
    auto parsed = wire::parseQuestionnaire(*bytes);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
        return core::fail(StickFault::NotAQuestionnaire, name + ":\n" + wire::describe(*faults));
    }
    ImportedQuestionnaire imported{std::move(std::get<core::Questionnaire>(parsed)), wire::canonicalJson(*bytes)};
    if (const std::string own = questionnaireFileName(imported.questionnaire); own != name) {
        return core::fail(StickFault::Renamed, name + " holds what is called " + own + ". Give it that name again.");
    }
    const AuditEntry entry{use.who, "questionnaire-imported", imported.questionnaire.hash.text()};
    if (const auto recorded = record(store, entry, use.now); !recorded) {
        return core::fail(StickFault::Database, recorded.error().message);
    }
    return imported;
}

} // namespace smiley::outbox
