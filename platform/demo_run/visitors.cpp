// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo_run/visitors.h"

#include "app/core/ports.h"

#include <string>

namespace smiley::demo {

namespace {

/// With a seen presence break a tap this long after the last is a new visit (app/core/METHOD.md 3).
constexpr int betweenPeopleMs = 2000;
/// Nobody is out of the sensor's sight the moment the finger leaves the glass.
constexpr int lingerMs = 400;
constexpr int questionsMax = 8;
/// The same key at once again would be a double strike.
constexpr int betweenSameKeysMs = 250;
constexpr int betweenSameStrikesMs = 600;

QString faceTarget(int face) { return QStringLiteral("face%1").arg(face); }

} // namespace

const std::array<Visitors::Behaviour, 13> Visitors::behaviours{{
    {&Visitors::oneTap, 1},
    {&Visitors::keysAlone, 1},
    {&Visitors::correction, 1},
    {&Visitors::comment, 1},
    {&Visitors::doubleTap, 1},
    {&Visitors::doubleStrike, 1},
    {&Visitors::fiveAngryTaps, 1},
    {&Visitors::withdrawal, 1},
    {&Visitors::pollAnswered, 1},
    {&Visitors::pollAbandoned, 1},
    {&Visitors::english, 1},
    {&Visitors::arabic, 1},
    {&Visitors::queueOfTwo, 2},
}};

void Visitors::come(int count, const std::function<void(const Truth&)>& between)
{
    for (std::size_t turn = 0; m_truth.visitors < count; ++turn) {
        const Behaviour& behaviour = behaviours.at(turn % behaviours.size());
        const bool roomForAll = m_truth.visitors + behaviour.people <= count;
        m_stand.presence(true);
        (this->*(roomForAll ? behaviour.act : &Visitors::oneTap))();
        m_truth.visitors += roomForAll ? behaviour.people : 1;
        leave();
        between(m_truth);
    }
}

int Visitors::anyFace() { return std::uniform_int_distribution<int>(1, 5)(m_engine); }

void Visitors::tapFace(int face)
{
    m_stand.tap(faceTarget(face));
    ++m_truth.taps;
}

void Visitors::counts(int face)
{
    ++m_truth.visits;
    ++m_truth.faces.at(static_cast<std::size_t>(face - 1));
}

void Visitors::leave()
{
    pause(lingerMs);
    m_stand.presence(false);
    m_stand.waitFor("page", "faces");
    pause(betweenPeopleMs);
}

void Visitors::oneTap()
{
    const int face = anyFace();
    tapFace(face);
    m_stand.waitFor("banner", "invitation");
    counts(face);
}

void Visitors::correction()
{
    const int first = anyFace();
    tapFace(first);
    m_stand.waitFor("banner", "invitation");
    pause(1800);
    const int second = first % 5 + 1;
    tapFace(second);
    m_stand.waitFor("banner", "changed");
    counts(second);
}

/// A hand that shakes: two strikes on one place are one press, and make one row.
void Visitors::doubleStrike()
{
    const int face = anyFace();
    tapFace(face);
    pause(180);
    m_stand.tap(faceTarget(face));
    m_stand.waitFor("banner", "invitation");
    counts(face);
}

/// Somebody who isn't sure that it was seen.
void Visitors::doubleTap()
{
    const int face = anyFace();
    tapFace(face);
    pause(900);
    tapFace(face);
    m_stand.waitFor("banner", "have_it");
    counts(face);
}

void Visitors::fiveAngryTaps()
{
    for (int tap = 0; tap < 5; ++tap) {
        tapFace(1);
        pause(650);
    }
    m_stand.waitFor("banner", "have_it");
    counts(1);
}

void Visitors::withdrawal()
{
    tapFace(anyFace());
    m_stand.waitFor("banner", "invitation");
    m_stand.tap("undo");
    m_stand.waitFor("banner", "withdrawn");
    ++m_truth.withdrawn;
}

void Visitors::pollAnswered()
{
    const int face = anyFace();
    tapFace(face);
    m_stand.tap("yes");
    m_stand.waitFor("page", "question");
    for (int question = 0; question < questionsMax && m_stand.shown("page") == "question"; ++question) {
        answerQuestion();
    }
    m_stand.waitFor("banner", "thanks");
    counts(face);
}

bool Visitors::comesToAComment()
{
    waitUntil("a question", 10, [&] { return m_stand.count("option-") > 0 || m_stand.has("key-space"); });
    return m_stand.has("key-space");
}

void Visitors::answerQuestion()
{
    const QString before = m_stand.shown("question");
    if (comesToAComment()) {
        m_stand.tap("skip");
    } else {
        m_stand.tap(m_stand.has("option-wait") ? "option-wait" : "option-4");
        m_stand.tap("next");
        ++m_truth.pollAnswers;
    }
    waitUntil("the next question", 10,
              [&] { return m_stand.shown("page") != "question" || m_stand.shown("question") != before; });
}

/// Somebody who has something to say, and who writes a number that is nobody's business.
void Visitors::comment()
{
    const int face = anyFace();
    tapFace(face);
    m_stand.tap("yes");
    m_stand.waitFor("page", "question");
    for (int question = 0; question < questionsMax && !comesToAComment(); ++question) {
        answerQuestion();
    }
    for (const char* key : {"key-t", "key-a", "key-k", "key-space"}) {
        m_stand.tap(key);
    }
    m_stand.tap("key-signs");
    for (const char digit : std::string("0101901234")) {
        m_stand.tap("key-" + QString(digit));
        pause(betweenSameKeysMs);
    }
    m_stand.tap("next");
    m_stand.waitFor("banner", "thanks");
    ++m_truth.comments;
    counts(face);
}

/// Somebody who doesn't see the screen well, or can't touch it.
void Visitors::keysAlone()
{
    const int face = anyFace();
    m_stand.press(face);
    ++m_truth.taps;
    ++m_truth.tapsByKeys;
    m_stand.waitFor("banner", "invitation");
    m_stand.press(core::key::next); // from the faces to what else can be pressed
    m_stand.press(1);               // "Ja, gerne"
    m_stand.waitFor("page", "question");
    const QString before = m_stand.shown("question");
    const int options = m_stand.count("option-");
    m_stand.press(4);
    waitUntil("a way on", 10, [&] { return m_stand.has("next"); });
    for (int five = 0; five < options; five += core::key::answersMax) {
        m_stand.press(core::key::next);
        pause(betweenSameStrikesMs);
    }
    m_stand.press(1); // "Næste" or "Færdig"
    ++m_truth.pollAnswers;
    waitUntil("the next question", 10,
              [&] { return m_stand.shown("page") != "question" || m_stand.shown("question") != before; });
    counts(face);
}

void Visitors::pollAbandoned()
{
    const int face = anyFace();
    tapFace(face);
    m_stand.tap("yes");
    m_stand.waitFor("page", "question");
    m_stand.tap(m_stand.has("option-wait") ? "option-wait" : "option-4");
    counts(face);
}

void Visitors::english()
{
    m_stand.tap("language-en");
    m_stand.waitFor("language", "en");
    oneTap();
}

void Visitors::arabic()
{
    m_stand.tap("language-ar");
    m_stand.waitFor("language", "ar");
    oneTap();
}

void Visitors::queueOfTwo()
{
    oneTap();
    pause(lingerMs);
    // The next one steps up as the first one goes: a handover, four seconds after the first tap.
    m_stand.presence(false);
    m_stand.presence(true);
    pause(3500);
    oneTap();
}

} // namespace smiley::demo
