// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/publishing.h"

#include "app/core/questionnaire_merge.h"
#include "sync/wire/questionnaire_json.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace smiley::staff {

namespace {

constexpr std::string_view draftKey = "staff-draft";

using outbox::LocalDocument;
using outbox::LocalState;
using outbox::LocalVersion;
using outbox::PublishFault;
using outbox::Start;

core::Failure<PublishFault> fail(const core::Failure<store::StoreFault>& fault)
{
    return core::fail(PublishFault::Database, "Det kunne ikke gemmes, og intet er ændret: " + fault.message);
}

/// Staff's settings go on as they are: of what is in force for what begins at once, else of the newest version.
std::string settingsOf(const LocalState& local, Start start)
{
    const auto& version = start == Start::AtOnce ? local.inForce : local.newest();
    return version ? version->document.settings : std::string();
}

core::Result<LocalVersion, PublishFault> publish(store::Store& store, const core::Questionnaire& questionnaire,
                                                 const std::string& who, Start start, const outbox::InForce& inForce,
                                                 const core::Now& now, const std::string& what)
{
    const auto local = outbox::localState(store);
    if (!local) {
        return fail(local.error());
    }
    return outbox::publish(
        store, {wire::writeQuestionnaire(questionnaire), inForce.centreQuestionnaire.hash, settingsOf(*local, start)},
        who, start, inForce, now, what);
}

} // namespace

store::Result<std::optional<core::Questionnaire>> laidOver(const store::Store& store, const LocalDocument& document,
                                                           const outbox::InForce& inForce)
{
    if (document.questionnaire.empty()) {
        return std::optional(inForce.centreQuestionnaire);
    }
    auto read = wire::parseQuestionnaire(document.questionnaire);
    if (!std::holds_alternative<core::Questionnaire>(read)) {
        return std::optional<core::Questionnaire>();
    }
    const auto base = outbox::baseOf(store, LocalVersion{.document = document});
    if (!base) {
        return base.error();
    }
    return std::optional(wire::merged(inForce.centreQuestionnaire, std::get<core::Questionnaire>(read),
                                      base->value_or(inForce.centreQuestionnaire))
                             .questionnaire);
}

store::Result<Draft> openDraft(const store::Store& store, const outbox::InForce& inForce)
{
    const auto local = outbox::localState(store);
    const auto kept = store.setting(draftKey);
    if (!local || !kept) {
        return local ? kept.error() : local.error();
    }
    core::Questionnaire start = inForce.questionnaire;
    if (local->waiting) {
        auto waiting = laidOver(store, local->waiting->document, inForce);
        if (!waiting) {
            return waiting.error();
        }
        start = std::move(*waiting).value_or(std::move(start));
    }
    if (*kept && !(*kept)->empty()) {
        if (auto draft = Draft::fromText(**kept, start)) {
            return std::move(*draft);
        }
    }
    return Draft(std::move(start));
}

store::Result<core::Done> keepDraft(store::Store& store, const Draft& draft)
{
    return store.setSetting(draftKey, draft.isChanged() ? draft.toText() : std::string());
}

core::Result<LocalVersion, PublishFault> publishDraft(store::Store& store, const Draft& draft, const std::string& who,
                                                      Start start, const outbox::InForce& inForce, const core::Now& now,
                                                      core::Random& random)
{
    if (const auto faults = draft.faults(); !faults.empty()) {
        return core::fail(PublishFault::Malformed, faults.front());
    }
    return publish(store, draft.toPublish(random), who, start, inForce, now, "questionnaire-published");
}

core::Result<LocalVersion, PublishFault> hideNow(store::Store& store, const core::QuestionId& question,
                                                 const std::string& who, const outbox::InForce& inForce,
                                                 const core::Now& now)
{
    core::Questionnaire hiding = inForce.questionnaire;
    const auto found = std::ranges::find(hiding.questions, question, &core::Question::id);
    if (found == hiding.questions.end() || found->hidden) {
        return core::fail(PublishFault::Malformed, "Spørgsmålet stilles ikke til nogen lige nu.");
    }
    found->hidden = true;
    return publish(store, hiding, who, Start::AtOnce, inForce, now, "question-hidden");
}

core::Result<LocalVersion, PublishFault> restore(store::Store& store, const core::Hash& questionnaire,
                                                 const std::string& who, Start start, const outbox::InForce& inForce,
                                                 const core::Now& now)
{
    const auto document = outbox::publishedBefore(store, questionnaire);
    if (!document) {
        return fail(document.error());
    }
    std::optional<core::Questionnaire> before;
    if (*document) {
        auto read = laidOver(store, **document, inForce);
        if (!read) {
            return fail(read.error());
        }
        before = std::move(*read);
    }
    if (!before) {
        return core::fail(PublishFault::Malformed, "Den version kan ikke læses af dette program.");
    }
    return publish(store, *before, who, start, inForce, now, "questionnaire-restored");
}

} // namespace smiley::staff
