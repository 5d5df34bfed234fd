// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/rotation.h"

#include <algorithm>
#include <utility>

namespace smiley::core {

RotationDeck::RotationDeck(const Questionnaire& questionnaire, Random& random) : m_random(random)
{
    for (const Question& question : questionnaire.questions) {
        if (question.rotates && !question.hidden) {
            m_pool.push_back(question.id);
            m_isProfile.push_back(question.profile);
        }
    }
    m_share = std::min(m_pool.size(), static_cast<std::size_t>(std::max(questionnaire.rotationDraw, 0)));
}

std::vector<QuestionId> RotationDeck::draw()
{
    std::vector<std::size_t> share;
    bool hasProfile = false;
    std::size_t at = 0;
    while (share.size() < m_share) {
        if (at == m_deck.size()) {
            if (m_deck.size() >= m_pool.size()) {
                break; // only questions that this visitor can't have any more
            }
            addBlock();
        }
        const std::size_t place = m_deck[at];
        if (std::ranges::find(share, place) != share.end() || (hasProfile && m_isProfile[place])) {
            ++at;
            continue;
        }
        share.push_back(place);
        hasProfile = hasProfile || m_isProfile[place];
        m_deck.erase(m_deck.begin() + static_cast<std::ptrdiff_t>(at));
    }
    std::ranges::sort(share);
    std::vector<QuestionId> questions;
    for (const std::size_t place : share) {
        questions.push_back(m_pool[place]);
    }
    return questions;
}

void RotationDeck::addBlock()
{
    const std::size_t begin = m_deck.size();
    for (std::size_t place = 0; place < m_pool.size(); ++place) {
        m_deck.push_back(place);
    }
    for (std::size_t i = m_pool.size(); i > 1; --i) { // Fisher-Yates
        const std::size_t other = m_random.below(static_cast<std::uint32_t>(i));
        std::swap(m_deck[begin + i - 1], m_deck[begin + other]);
    }
}

} // namespace smiley::core
