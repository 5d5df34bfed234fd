// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outbox/keeper.h"
#include "sync/outbox/local.h"
#include "sync/outbox/settings_keys.h"
#include "sync/wire/questionnaire_json.h"
#include "sync/wire/settings_json.h"

#include <algorithm>
#include <utility>

namespace smiley::outbox {

std::optional<InForce> Keeper::layered(const std::optional<wire::Configuration>& centre,
                                       const std::optional<LocalVersion>& local)
{
    auto base = taken(baseOf(*m_store, local));
    if (!base) {
        return std::nullopt;
    }
    std::vector<std::string> troubles;
    auto inForce = composed({m_setup.settings, m_setup.questionnaire, centre, local, std::move(*base)}, troubles);
    for (std::string& each : troubles) {
        if (std::ranges::find(m_changes.troubles, each) == m_changes.troubles.end()) {
            trouble(std::move(each));
        }
    }
    if (!inForce) {
        trouble(inForce.error().message);
        return std::nullopt;
    }
    return std::move(*inForce);
}

/// Both travel with the envelope of the visits that were asked by them.
bool Keeper::keepQuestionnaire(const InForce& inForce)
{
    const core::Questionnaire& asked = inForce.questionnaire;
    const core::Questionnaire& centre = inForce.centreQuestionnaire;
    return taken(m_store->addQuestionnaire(centre.hash, inForce.centreJson)) &&
           (asked.hash == centre.hash || taken(m_store->addQuestionnaire(asked.hash, wire::writeQuestionnaire(asked))));
}

/// A configuration of the centre counts at once while nobody has answered today; else from its day on.
bool Keeper::isCentreDue(bool hasAnswer, const core::Now& now)
{
    if (!m_accepted || m_accepted->content.version == m_inForce->version || hasAnswer) {
        return false;
    }
    const auto from = taken(m_store->setting(setting::configurationFrom));
    const auto day = from && *from ? core::Day::parse(**from) : std::nullopt;
    return from && (!day || hasCome(*day, now));
}

/// Staff's counts from its day on, once nobody has answered. One for today counts at once; where somebody was quicker, only
/// if it does nothing but hide.
bool Keeper::isLocalDue(const LocalVersion& version, bool hasAnswer, const core::Now& now)
{
    if (!hasAnswer) {
        return !version.from || hasCome(*version.from, now);
    }
    if (version.from ||
        !wire::changedKeys(m_local ? m_local->document.settings : "", version.document.settings).empty()) {
        return false;
    }
    const auto with = layered(m_centre, version);
    return with && core::hidesOnly(m_inForce->questionnaire, with->questionnaire);
}

void Keeper::putIntoForce(const core::Now& now)
{
    const auto state = taken(localState(*m_store));
    const auto hasAnswer = taken(dayHasAnswer(*m_store));
    if (!state || !hasAnswer) {
        return;
    }
    const bool isCentre = isCentreDue(*hasAnswer, now);
    std::optional<LocalVersion> due;
    for (const auto* each : {&state->atOnce, &state->waiting}) {
        if (*each && isLocalDue(**each, *hasAnswer, now)) {
            due = *each;
        }
    }
    if (!isCentre && !due) {
        return;
    }
    auto centre = isCentre ? std::optional(m_accepted->source) : m_centre;
    auto local = due ? due : m_local;
    auto next = layered(centre, local);
    if (!next || !keepQuestionnaire(*next)) {
        return;
    }
    if (isCentre && !taken(m_store->setSetting(setting::configurationInForce, m_accepted->json))) {
        return;
    }
    if (due) {
        const std::string& questions = due->document.questionnaire;
        const auto hash = questions.empty() ? std::nullopt : std::optional(wire::sha256(questions));
        if (!taken(m_store->setSetting(setting::localInForce, writeVersion(*due, hash)))) {
            return;
        }
    }
    m_centre = std::move(centre);
    m_local = std::move(local);
    m_inForce = std::move(next);
    m_changes.inForce = m_inForce;
    if (isCentre) {
        note("configuration " + std::to_string(m_inForce->version) + " is in force");
    }
    if (due) {
        note("local version " + std::to_string(m_inForce->localVersion) + " is in force");
    }
}

/// The newest versions, in force or waiting: which of them it is would tell whether today has an answer.
std::optional<wire::NewestVersions> Keeper::newestVersions()
{
    const auto state = taken(localState(*m_store));
    if (!state) {
        return std::nullopt;
    }
    const auto centre = m_accepted ? std::optional(m_accepted->source) : m_centre;
    const auto& local = state->newest();
    const bool isKnown = m_newest && m_newest->version == (centre ? centre->version : 0) &&
                         m_newest->localVersion == (local ? local->version : 0);
    if (!isKnown) {
        m_newest = layered(centre, local);
    }
    const InForce& newest = m_newest ? *m_newest : *m_inForce;
    return wire::NewestVersions{newest.version, newest.localVersion, newest.questionnaire.hash};
}

} // namespace smiley::outbox
