// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/in_force.h"

#include "app/core/questionnaire_merge.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/settings_json.h"

#include <utility>
#include <variant>

namespace smiley::outbox {

namespace {

wire::Parsed<core::Questionnaire> parsed(std::string_view json)
{
    auto read = wire::parseQuestionnaire(json);
    if (const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&read)) {
        return core::fail(wire::MessageFault::Malformed, "its questionnaire is broken:\n" + wire::describe(*faults));
    }
    return std::move(std::get<core::Questionnaire>(read));
}

/// As staff know it.
std::string titleOf(const core::Questionnaire& questionnaire, const core::QuestionId& id)
{
    const core::Question* question = questionnaire.find(id);
    const auto text = question == nullptr || questionnaire.languages.empty()
                          ? std::nullopt
                          : core::textIn(questionnaire, question->text, questionnaire.languages.front().tag);
    return "“" + text.value_or(id.text()) + "”";
}

void layQuestions(InForce& result, const Layers& layers, std::vector<std::string>& troubles)
{
    const LocalDocument& document = layers.local->document;
    const auto local = parsed(document.questionnaire);
    if (!local) {
        troubles.push_back("Stedets egne spørgsmål (version " + std::to_string(layers.local->version) +
                           ") kan ikke læses af dette program, og centralenhedens stilles alene. Sæt en anden "
                           "version tilbage under Spørgsmål, Historik.");
        return;
    }
    core::Merged merged =
        wire::merged(result.centreQuestionnaire, *local, layers.base.value_or(result.centreQuestionnaire));
    if (!merged.leftOut.empty()) {
        std::string titles;
        for (const core::QuestionId& id : merged.leftOut) {
            titles += (titles.empty() ? "" : ", ") + titleOf(*local, id);
        }
        troubles.push_back("Spørgeskemaet fra centralenheden er ændret, og det her er der ikke længere plads til: " +
                           titles + ". Det stilles ikke, før nogen har rettet det under Spørgsmål.");
    }
    result.questionnaire = std::move(merged.questionnaire);
}

} // namespace

wire::Parsed<InForce> composed(const Layers& layers, std::vector<std::string>& troubles)
{
    const std::string& json = layers.centre ? layers.centre->questionnaire : layers.questionnaire;
    auto centre = parsed(json);
    if (!centre) {
        return centre.error();
    }
    core::StandSettings settings = layers.settings;
    if (layers.local) {
        auto staffs = wire::applyStaffSettings(settings, layers.local->document.settings, wire::Reading::Kept);
        if (staffs) {
            settings = std::move(*staffs);
        } else {
            troubles.push_back("Stedets egne indstillinger (version " + std::to_string(layers.local->version) +
                               ") kan ikke læses af dette program. Sæt dem igen under Stand.");
        }
    }
    const std::string_view centres = layers.centre ? std::string_view(layers.centre->settings) : std::string_view();
    const std::string_view comments = layers.centre ? std::string_view(layers.centre->comments) : std::string_view();
    std::string passedOver;
    auto all = layers.isCentreKept ? wire::applyKeptSettings(std::move(settings), centres, comments, passedOver)
                                   : wire::applySettings(std::move(settings), centres, comments);
    if (!all) {
        return all.error();
    }
    if (!passedOver.empty()) {
        troubles.push_back("Noget i centralenhedens opsætning (version " + std::to_string(layers.centre->version) +
                           ") kan ikke bruges af dette program og springes over. Bed centralenheden sende en ny. " +
                           passedOver);
    }
    InForce result{.version = layers.centre ? layers.centre->version : 0,
                   .questionnaire = *centre,
                   .settings = std::move(*all),
                   .localVersion = layers.local ? layers.local->version : 0,
                   .lockedSettings = layers.centre ? wire::keysIn(layers.centre->settings) : std::set<std::string>(),
                   .centreQuestionnaire = *centre,
                   .centreJson = wire::canonicalJson(json)};
    if (layers.local && !layers.local->document.questionnaire.empty()) {
        layQuestions(result, layers, troubles);
    }
    return result;
}

store::Result<std::optional<core::Questionnaire>> baseOf(const store::Store& store,
                                                         const std::optional<LocalVersion>& version)
{
    std::optional<core::Questionnaire> base;
    if (version && !version->document.questionnaire.empty() && version->document.base) {
        const auto json = store.questionnaire(*version->document.base);
        if (!json) {
            return json.error();
        }
        if (auto read = parsed(json->value_or("")); read) {
            base = std::move(*read);
        }
    }
    return base;
}

store::Result<std::optional<core::Questionnaire>> laidOver(const store::Store& store, const LocalDocument& document,
                                                           const InForce& inForce)
{
    if (document.questionnaire.empty()) {
        return std::optional(inForce.centreQuestionnaire);
    }
    const auto read = parsed(document.questionnaire);
    if (!read) {
        return std::optional<core::Questionnaire>();
    }
    const auto base = baseOf(store, LocalVersion{.document = document});
    if (!base) {
        return base.error();
    }
    return std::optional(
        wire::merged(inForce.centreQuestionnaire, *read, base->value_or(inForce.centreQuestionnaire)).questionnaire);
}

store::Result<Soon> countsSoon(const store::Store& store, const LocalState& local, const InForce& inForce,
                               bool hasAnswer)
{
    Soon soon{inForce.questionnaire, local.inForce ? local.inForce->document.settings : std::string()};
    if (local.atOnce) {
        const LocalDocument& document = local.atOnce->document;
        auto questionnaire = laidOver(store, document, inForce);
        if (!questionnaire) {
            return questionnaire.error();
        }
        const bool isTaken = !hasAnswer || (*questionnaire && core::hidesOnly(soon.questionnaire, **questionnaire) &&
                                            wire::changedKeys(soon.settings, document.settings).empty());
        if (isTaken) {
            soon = {std::move(*questionnaire).value_or(inForce.centreQuestionnaire), document.settings};
        }
    }
    return soon;
}

store::Result<std::optional<wire::Configuration>> configurationIn(const store::Store& store, std::string_view key)
{
    const auto enrolment = store.setting(setting::enrolment);
    const auto json = store.setting(key);
    for (const auto* read : {&enrolment, &json}) {
        if (!*read) {
            return read->error();
        }
    }
    std::optional<wire::Configuration> found;
    if (*enrolment && *json) {
        const auto enrolled = wire::readEnrolment(**enrolment);
        auto read = enrolled ? wire::readConfiguration(**json, enrolled->centreKey)
                             : wire::Parsed<wire::Configuration>(enrolled.error());
        if (read && read->stand == enrolled->stand) {
            found = std::move(*read);
        }
    }
    return found;
}

store::Result<InForce> inForceNow(const store::Store& store, const core::StandSettings& own,
                                  const std::string& ownQuestionnaire)
{
    auto centre = configurationIn(store, setting::configurationInForce);
    auto local = localState(store);
    if (!centre || !local) {
        return centre ? local.error() : centre.error();
    }
    auto base = baseOf(store, local->inForce);
    if (!base) {
        return base.error();
    }
    Layers layers{own, ownQuestionnaire, std::move(*centre), std::move(local->inForce), std::move(*base)};
    std::vector<std::string> troubles;
    auto inForce = composed(layers, troubles);
    if (!inForce && layers.centre) {
        layers.centre.reset();
        inForce = composed(layers, troubles);
    }
    if (!inForce) {
        return core::fail(store::StoreFault::Corrupt,
                          "the stand's own questionnaire can't be read: " + inForce.error().message);
    }
    return std::move(*inForce);
}

} // namespace smiley::outbox
