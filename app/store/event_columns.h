// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/event.h"

#include <SQLiteCpp/Statement.h>

/// An event to the columns of table `event`, and back.

namespace smiley::store {

/// Appends under the next number. Parameters: those that `bind` fills.
inline constexpr const char* insertEventSql =
    "INSERT INTO event(sequence, boot, monotonic_ms, wall_ms, quality, visit, kind, face, screen, presence, doors, "
    "input,"
    " language, questionnaire, question, answers, detail, step_ms, tap, ticket)"
    " SELECT last_sequence + 1, :boot, :monotonic_ms, :wall_ms, :quality, :visit, :kind, :face, :screen, :presence,"
    " :doors, :input, :language, :questionnaire, :question, :answers, :detail, :step_ms, :tap, :ticket FROM meta";

/// Columns in the order that `rowOf` reads.
inline constexpr const char* selectEventsSql =
    "SELECT sequence, boot, monotonic_ms, wall_ms, quality, visit, kind, face, screen, presence, doors, input, "
    "language,"
    " questionnaire, question, answers, detail, step_ms, tap, ticket FROM event WHERE sequence > ? ORDER BY sequence "
    "LIMIT ?";

void bind(SQLite::Statement& statement, const core::Event& event, core::Boot boot);

/// Throws BadRow where the row is none that `bind` wrote.
[[nodiscard]] core::Row rowOf(SQLite::Statement& statement);

} // namespace smiley::store
