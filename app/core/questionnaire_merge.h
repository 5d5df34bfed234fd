// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"

#include <functional>
#include <vector>

/// Staff's questionnaire laid over the centre's: three versions, as a merge of texts has them.
///
/// The centre's are: id, version, title, languages, rotation, every core and mandatory question, and the order of its own
/// questions but for local ones that staff moved. Staff's are: questions of their own, and what they did to the centre's
/// local ones (text, condition, hidden, place, taken away). A question new at the centre comes; one that it took out
/// goes, unless staff had changed it. A text in a language that the centre no longer has is left out.

namespace smiley::core {

struct Merged {
    Questionnaire
        questionnaire; ///< where nothing is staff's: the centre's, with its hash; else with no hash of its own
    std::vector<QuestionId> leftOut; ///< questions of staff's, or their changes, that would have broken a rule
};

/// Whether a questionnaire keeps all rules.
using Sound = std::function<bool(const Questionnaire&)>;

/// Lays `local`, which staff made from `base`, over `centre`. Begins with the centre's and takes over staff's changes one
/// by one, each only where the result is still `sound`: so the result is sound where the centre's is, whatever `local` is.
///
/// The caller gives the result its hash: sync/wire's `merged` does both. Pure, any thread.
[[nodiscard]] Merged merged(const Questionnaire& centre, const Questionnaire& local, const Questionnaire& base,
                            const Sound& sound);

/// Whether `after` is `before` with nothing done but local questions hidden, one at least: what may start at once
/// although the day has visits. Hashes and notes don't count.
[[nodiscard]] bool hidesOnly(const Questionnaire& before, const Questionnaire& after);

} // namespace smiley::core
