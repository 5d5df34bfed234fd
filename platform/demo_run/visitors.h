// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/demo_run/stand.h"

#include <array>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

namespace smiley::demo {

/// What the visitors did, by their own account: the figures that stand, centre and package have to agree with.
struct Truth {
    int visitors = 0;
    int taps = 0;
    int visits = 0; ///< people whose answer counts
    int withdrawn = 0;
    int pollAnswers = 0; ///< questions that were answered
    int comments = 0;
    int tapsByKeys = 0;         ///< of the taps
    int cards = 0;              ///< one-time cards with which somebody answered
    int passages = 0;           ///< at the door, until the last who tapped came
    std::array<int, 5> faces{}; ///< last choices that count, worst first
};

/// People of thirteen behaviours in turn: one tap, a poll answered by tactile keys alone, a correction, a comment, a double
/// tap, a double strike, five angry taps, a withdrawal, a poll answered, a poll abandoned, English, Arabic, and two people in a queue.
/// Faces are drawn from a seed.
class Visitors {
public:
    Visitors(Stand& stand, std::uint32_t seed) : m_stand(stand), m_engine(seed) {}

    /// Lets people come until `count` have been there. `between` is called after each, when nobody stands there.
    void come(int count, const std::function<void(const Truth&)>& between);
    [[nodiscard]] const Truth& truth() const { return m_truth; }

private:
    /// One behaviour and how many people it takes.
    struct Behaviour {
        void (Visitors::*act)();
        int people;
    };
    static const std::array<Behaviour, 13> behaviours;

    void oneTap();
    void correction();
    void doubleTap();
    void doubleStrike();
    void fiveAngryTaps();
    void withdrawal();
    void pollAnswered();
    void pollAbandoned();
    void comment();
    void keysAlone();
    void english();
    void arabic();
    void queueOfTwo();

    /// Waits for the question's targets; whether it is the comment.
    [[nodiscard]] bool comesToAComment();
    /// One question answered, whatever it is; a comment is skipped.
    void answerQuestion();
    [[nodiscard]] int anyFace();
    void tapFace(int face);
    void counts(int face);
    void leave();

    Stand& m_stand;
    std::mt19937 m_engine;
    Truth m_truth;
};

} // namespace smiley::demo
