// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_questionnaire.h"

#include "sync/wire/questionnaire_json.h"

#include <fstream>
#include <iterator>
#include <variant>

namespace smiley {

namespace {

constexpr std::string_view keptUnder = "own-questionnaire";

/// The text of a shipped questionnaire or of a file; nothing where there is neither.
std::optional<std::string> textOf(const std::string& asked)
{
    if (const std::string_view shipped = wire::shippedQuestionnaire(asked); !shipped.empty()) {
        return std::string(shipped);
    }
    std::ifstream file(asked, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::string text(wire::questionnaireBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

} // namespace

OwnQuestionnaire ownQuestionnaire(store::Store& store, const std::optional<std::string>& asked)
{
    OwnQuestionnaire own;
    if (asked) {
        const auto text = textOf(*asked);
        if (!text) {
            own.faults = "questionnaire " + *asked + ": no such file, and no shipped one of this name";
        } else if (const auto parsed = wire::parseQuestionnaire(*text);
                   const auto* faults = std::get_if<std::vector<wire::DocumentFault>>(&parsed)) {
            own.faults = "questionnaire " + *asked + " is refused:\n" + wire::describe(*faults);
        } else if (const auto kept = store.setSetting(keptUnder, *text); !kept) {
            own.faults = "questionnaire " + *asked + " can't be kept: " + kept.error().message;
        }
    }
    const auto kept = store.setting(keptUnder);
    if (kept && *kept) {
        own.json = **kept;
    } else if (own.faults.empty()) {
        own.json = wire::shippedQuestionnaire("smiley");
    }
    return own;
}

} // namespace smiley
