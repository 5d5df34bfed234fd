// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The rules for plain Danish (METHOD.md 7), for the coach and for the tests of everything that is shipped. UTF-8 in and out,
/// any thread.
///
/// LIX (C. H. Björnsson, Läsbarhet, 1968): words a sentence, plus the percentage of words of more than six letters. What
/// stands alone (a button, an option) is a sentence; a placeholder ("%1") is a number.
///
/// One clause: no comma; no word that begins a subordinate clause; "at" only as the mark of an infinitive; "og",
/// "eller", "men" and "så" not before the subject or the verb of a further clause.

namespace smiley::staff {

/// Letters and digits, with hyphens between them, in lower case.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);
/// Why it has more than one clause; empty: it has one.
[[nodiscard]] std::string secondClause(std::string_view question);
[[nodiscard]] double lix(const std::vector<std::string>& texts);
/// Characters (code points).
[[nodiscard]] std::size_t characters(std::string_view text);
/// Words of more than six letters count as long.
[[nodiscard]] bool isLongWord(std::string_view word);

} // namespace smiley::staff
