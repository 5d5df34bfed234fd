// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/citizens/visitors.h"

#include <algorithm>

namespace smiley::citizens {

using core::ScreenContext;

namespace {

template <class Tap>
void tremor(Random& random, double at, int answer, Tap tap)
{
    const double gap = random.between(0.06, 0.4);
    switch (random.between(Count{0, 3})) {
    case 0: // strikes twice, sometimes three times
        tap(at, answer);
        tap(at + gap, answer);
        if (random.chance(0.3)) {
            tap(at + 2 * gap, answer);
        }
        break;
    case 1: // slips on the way in
        tap(at, Visitors::neighbour(random, answer));
        tap(at + gap, answer);
        break;
    case 2: // slips on the way out, and mostly sees it
        tap(at, answer);
        tap(at + gap, Visitors::neighbour(random, answer));
        if (random.chance(0.7)) {
            tap(at + gap + random.between(1.0, 4.0), answer);
        }
        break;
    default: // misses, sees it, and strikes twice
        tap(at, Visitors::neighbour(random, answer));
        at += random.between(1.0, 4.0);
        tap(at, answer);
        tap(at + gap, answer);
        break;
    }
}

template <class Tap>
void triesAll(const Scenario& s, Random& random, double at, int answer, Tap tap)
{
    const bool fromTheLeft = random.chance(0.7);
    for (int face = 1; face <= 5; ++face) {
        tap(at, fromTheLeft ? face : 6 - face);
        at += face < 5 ? std::max(0.3, random.around(s.tryAllGap)) : 0;
    }
    tap(at + random.between(s.tryAllPause), answer);
}

} // namespace

std::size_t Visitors::person(Behaviour behaviour, bool genuine, int answer)
{
    m_people.push_back({m_nextPerson++, behaviour, genuine, genuine ? answer : 0, false, 0, 0});
    return m_people.size() - 1;
}

void Visitors::press(Episode& episode, double at, int face, std::size_t person, Company company)
{
    episode.presses.push_back({at, face, person, 0, company});
    episode.end = std::max(episode.end, at);
}

int Visitors::neighbour(Random& random, int face)
{
    const int other = face + (random.chance(0.5) ? 1 : -1);
    return other < 1 ? 2 : other > 5 ? 4 : other;
}

void Visitors::visitor(Random& random, Episode& episode, double at, int answer, Company company, Behaviour plain,
                       ScreenContext screen)
{
    const Scenario& s = m_scenario;
    const std::size_t who = person(plain, true, answer);
    m_people[who].ticket = random.chance(s.ticketShare);
    const std::size_t first = episode.presses.size();
    const auto tap = [&](double time, int face) { press(episode, time, face, who, company); };
    const auto is = [&](Behaviour behaviour) { m_people[who].behaviour = behaviour; };

    double dice = random.unit();
    const auto drawn = [&](double probability) {
        const bool hit = dice >= 0 && dice < probability;
        dice = hit ? -1 : dice - probability;
        return hit;
    };
    if (drawn(answer <= 2 ? s.pFrustratedNeg : s.pMultiPos)) {
        is(Behaviour::Multi);
        double time = at;
        for (int n = random.between(s.frustratedTaps); n > 0; --n) {
            tap(time, answer);
            time += std::max(0.15, random.around(s.frustratedGap));
        }
    } else if (drawn(s.pCorrection)) {
        is(Behaviour::Correction);
        const int distance = random.between(Count{1, 2});
        const int wrong = std::clamp(random.chance(0.5) ? answer + distance : answer - distance, 1, 5);
        tap(at, wrong == answer ? neighbour(random, answer) : wrong);
        tap(at + std::max(0.5, random.around(s.correctionGap)), answer);
    } else if (drawn(s.pLinger)) {
        is(Behaviour::Linger);
        tap(at, random.chance(s.lingerSame) ? answer : random.face(m_shares));
        tap(at + std::max(3.0, random.around(s.lingerGap)), answer);
    } else if (drawn(s.pFastConfirm)) {
        is(Behaviour::Confirm);
        tap(at, answer);
        tap(at + random.between(0.25, 1.15), answer);
    } else if (drawn(s.pTremor)) {
        is(Behaviour::Tremor);
        tremor(random, at, answer, tap);
    } else if (drawn(s.pTryAll)) {
        is(Behaviour::TriesAll);
        triesAll(s, random, at, answer, tap);
    } else if (drawn(s.pWithdraw)) {
        is(Behaviour::Withdrew);
        withdraws(random, episode, at, who, company);
    } else {
        tap(at, answer);
    }
    episode.presses[first].screen = screen;
    if (m_people[who].genuine) {
        poll(random, episode, who, company);
    }
}

void Visitors::withdraws(Random& random, Episode& episode, double at, std::size_t who, Company company)
{
    Person& one = m_people[who];
    const bool again = random.chance(m_scenario.withdrawAgain);
    press(episode, at, again ? random.face(m_shares) : one.answer, who, company);
    episode.presses.back().withdrawn = true;
    if (again) {
        press(episode, at + random.between(3.0, 10.0), one.answer, who, company);
    } else {
        one.genuine = false;
        one.answer = 0;
        episode.end = at + random.between(1.5, 5.0);
    }
}

void Visitors::poll(Random& random, Episode& episode, std::size_t who, Company company)
{
    const Scenario& s = m_scenario;
    if (!random.chance(s.pollShare)) {
        return;
    }
    const double last = episode.presses.back().at;
    const double duration = random.around(s.pollDuration);
    if (random.chance(s.pollBack)) {
        Person& one = m_people[who];
        const int other = random.between(Count{1, 4});
        one.answer = other >= one.answer ? other + 1 : other;
        one.behaviour = Behaviour::PollBack;
        press(episode, last + std::max(2.0, duration * random.between(0.1, 0.9)), one.answer, who, company);
        episode.presses.back().screen = ScreenContext::Poll;
    }
    episode.end = std::max(episode.end, last + duration);
    m_people[who].staysAfter = episode.end - episode.presses.back().at;
    if (random.chance(s.pollTakeover)) {
        const double at = episode.end + random.between(s.takeoverGap);
        visitor(random, episode, at, random.face(m_shares), company, Behaviour::Takeover, ScreenContext::Poll);
    }
}

} // namespace smiley::citizens
