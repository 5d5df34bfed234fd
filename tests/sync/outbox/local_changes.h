// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/outbox/local.h"

#include "sync/outbox/in_force.h"
#include "tests/support/quick_folder.h"
#include "tests/sync/outbox/world.h"

#include <QTest>

#include <optional>
#include <string>
#include <vector>

/// What staff change on the spot: questions and settings of a stand, as its tests write them.

namespace smiley::test {

inline core::Question ownQuestion(const char* id, const core::Questionnaire& like)
{
    core::Question question{*core::QuestionId::parse(id)};
    question.theme = "local";
    for (const char* option : {"a", "b"}) {
        question.options.push_back({*core::OptionId::parse(option), {{like.languages.front().tag, option}}, ""});
    }
    question.text = {{like.languages.front().tag, "Var der plads til børn?"}};
    return question;
}

/// Below the faces: a comment stays last.
inline void add(core::Questionnaire& questionnaire, const char* id, core::Ownership ownership = core::Ownership::Local)
{
    core::Question question = ownQuestion(id, questionnaire);
    question.ownership = ownership;
    questionnaire.questions.insert(questionnaire.questions.begin() + 1, std::move(question));
}

inline outbox::LocalDocument documentOf(const core::Questionnaire& questionnaire, const core::Questionnaire& base,
                                        const std::string& settings = {})
{
    return {wire::writeQuestionnaire(questionnaire), base.hash, settings};
}

inline outbox::LocalDocument settingsOnly(World& world, const std::string& settings)
{
    return {{}, world.keeper().inForce().centreQuestionnaire.hash, settings};
}

inline core::Result<outbox::LocalVersion, outbox::PublishFault>
publish(World& world, const outbox::LocalDocument& document, outbox::Start start = outbox::Start::NextOpeningDay,
        const std::string& what = "questionnaire-published")
{
    return outbox::publish(world.store(), document, "kim", start, world.keeper().inForce(), world.now(), what);
}

inline std::optional<outbox::PublishFault>
faultOf(const core::Result<outbox::LocalVersion, outbox::PublishFault>& result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

inline std::vector<std::string> lastAudit(World& world)
{
    const auto row = *world.store().lastAuditRow();
    return row ? std::vector{row->who, row->what, row->detail} : std::vector<std::string>();
}

inline bool asks(World& world, const char* id)
{
    const core::Question* question = world.keeper().inForce().questionnaire.find(*core::QuestionId::parse(id));
    return question != nullptr && !question->hidden;
}

/// The centre sends a questionnaire that is the stand's own with something done to it.
inline std::string configurationOf(World& world, std::uint64_t version, const core::Questionnaire& questionnaire,
                                   const std::string& settings = "")
{
    return wire::writeConfiguration({world.stand, version, wire::writeQuestionnaire(questionnaire), settings},
                                    world.centre);
}

} // namespace smiley::test
