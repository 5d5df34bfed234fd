// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/staff/adopt.h"

#include "app/core/questionnaire_merge.h"
#include "sync/wire/questionnaire_json.h"

namespace smiley::staff {

bool adopt(Draft& draft, const core::Questionnaire& other, const outbox::InForce& inForce)
{
    return draft.replace(
        wire::merged(inForce.centreQuestionnaire, other, inForce.centreQuestionnaire).questionnaire.questions);
}

} // namespace smiley::staff
