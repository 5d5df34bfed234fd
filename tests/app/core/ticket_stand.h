// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/core/stand.h"

#include <string>

/// What the tests of tickets ask a stand.

namespace smiley::test {

using namespace smiley::core;

/// The note on the screen, as a word; "": none.
inline std::string note(const Stand& stand)
{
    static constexpr const char* words[] = {"taken", "used", "other day", "other stand", "none", "can't check"};
    const auto shown = stand.screen().note;
    return shown ? words[static_cast<int>(*shown)] : "";
}

/// The taps, in their order.
inline std::string taps(const Stand& stand)
{
    std::string text;
    for (const Stand::Row& row : stand.rows) {
        if (std::holds_alternative<Tap>(row.append.content)) {
            text += (text.empty() ? "" : " ") + row.text.substr(row.text.find("tap"));
        }
    }
    return text;
}

/// No answer counts without a ticket, by the rule too.
inline void requireTickets(Stand& stand)
{
    stand.ticketsRequired = true;
    VisitRule rule;
    rule.ticketsRequired = true;
    stand.adjudicator = Adjudicator(rule);
}

/// Somebody comes into the near zone of a stand with a sensor.
inline Stand standWithSomebody()
{
    Stand stand(neutralQuestionnaire(), true);
    stand.send(PresenceBegan{});
    return stand;
}

} // namespace smiley::test
