// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/core/ports.h"
#include "app/core/questionnaire.h"

#include <cstddef>
#include <vector>

namespace smiley::core {

/// Deals the rotation pool: every visitor gets `rotationDraw` different questions of it, by chance, and over the day
/// each question equally often (METHOD.md 6.9: balanced shuffled blocks, so that what is missing is missing completely
/// at random).
///
/// The pool is shuffled into a block that holds each question once; visitors are dealt from its front, and the next
/// block is shuffled when it runs short. At most one profile question goes to one visitor; where the pool holds so many
/// of them that this would starve the others, a visitor gets fewer questions and the balance stays. Kept in memory
/// only: a stored seed would tell the order of visits. Not thread-safe.
class RotationDeck {
public:
    /// `random` must outlive the deck. A questionnaire without a pool gives an empty deck.
    RotationDeck(const Questionnaire& questionnaire, Random& random);

    /// The next visitor's share, in the order of the questionnaire.
    [[nodiscard]] std::vector<QuestionId> draw();

private:
    void addBlock();

    Random& m_random;
    std::vector<QuestionId> m_pool;
    std::vector<bool> m_isProfile; ///< by place in the pool
    std::size_t m_share = 0;
    std::vector<std::size_t> m_deck; ///< places in the pool, next first; at most two blocks
};

} // namespace smiley::core
