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

using outbox::LocalState;
using outbox::LocalVersion;
using outbox::PublishFault;
using outbox::Start;

core::Failure<PublishFault> fail(const core::Failure<store::StoreFault>& fault)
{
    return core::fail(PublishFault::Database, "Det kunne ikke gemmes, og intet er ændret: " + fault.message);
}

core::Result<outbox::Soon, PublishFault> soonOf(const store::Store& store, const LocalState& local,
                                                const outbox::InForce& inForce)
{
    const auto hasAnswer = outbox::dayHasAnswer(store);
    if (!hasAnswer) {
        return fail(hasAnswer.error());
    }
    auto soon = outbox::countsSoon(store, local, inForce, *hasAnswer);
    if (!soon) {
        return fail(soon.error());
    }
    return std::move(*soon);
}

/// Staff's settings go on as they are: of what counts soon for what begins at once, else of the newest version.
core::Result<LocalVersion, PublishFault> publish(store::Store& store, const core::Questionnaire& questionnaire,
                                                 const std::string& who, Start start, const outbox::InForce& inForce,
                                                 const core::Now& now, const std::string& what)
{
    const auto local = outbox::localState(store);
    if (!local) {
        return fail(local.error());
    }
    const auto& newest = local->newest();
    std::string settings = newest ? newest->document.settings : std::string();
    if (start == Start::AtOnce) {
        auto soon = soonOf(store, *local, inForce);
        if (!soon) {
            return soon.error();
        }
        settings = std::move(soon->settings);
    }
    return outbox::publish(
        store, {wire::writeQuestionnaire(questionnaire), inForce.centreQuestionnaire.hash, std::move(settings)}, who,
        start, inForce, now, what, newest ? newest->version : 0);
}

} // namespace

store::Result<Draft> openDraft(const store::Store& store, const outbox::InForce& inForce)
{
    const auto local = outbox::localState(store);
    const auto kept = store.setting(draftKey);
    if (!local || !kept) {
        return local ? kept.error() : local.error();
    }
    core::Questionnaire start = inForce.questionnaire;
    if (local->waiting) {
        auto waiting = outbox::laidOver(store, local->waiting->document, inForce);
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

bool canStartNow(const store::Store& store, const core::Questionnaire& questionnaire, const outbox::InForce& inForce,
                 bool hasAnswer)
{
    const auto local = outbox::localState(store);
    if (!local) {
        return false;
    }
    const bool isFree = !hasAnswer && !(local->waiting && local->waiting->from);
    const auto soon = outbox::countsSoon(store, *local, inForce, hasAnswer);
    return isFree || (soon && core::hidesOnly(soon->questionnaire, questionnaire));
}

core::Result<LocalVersion, PublishFault> hideNow(store::Store& store, const core::QuestionId& question,
                                                 const std::string& who, const outbox::InForce& inForce,
                                                 const core::Now& now)
{
    const auto local = outbox::localState(store);
    if (!local) {
        return fail(local.error());
    }
    auto soon = soonOf(store, *local, inForce); // what was hidden a moment ago stays so
    if (!soon) {
        return soon.error();
    }
    core::Questionnaire hiding = std::move(soon->questionnaire);
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
        auto read = outbox::laidOver(store, **document, inForce);
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
