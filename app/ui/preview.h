// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/questionnaire.h"
#include "app/core/settings.h"
#include "app/ui/visitor_model.h"

#include <string>

namespace smiley::ui {

/// One question as visitors will see it: the real screen's model, fed with a moment of a visit that nobody makes. What is
/// done on it means nothing. Use on the GUI's thread.
class Preview {
public:
    [[nodiscard]] VisitorModel* visitor() { return &m_visitor; }

    /// Shows the question as the first face that it is asked after comes to it; a question that the questionnaire hasn't,
    /// and the core question: the faces. Where the language lacks it, its texts are empty.
    void show(const core::Questionnaire& questionnaire, const core::StandSettings& settings,
              const core::QuestionId& question, const std::string& language);

private:
    VisitorModel m_visitor{[](const core::VisitEvent&) {}};
};

/// The moment in which `question` is on the screen.
[[nodiscard]] core::State momentOf(const core::VisitContext& context, const core::Question& question,
                                   const std::string& language);

} // namespace smiley::ui
