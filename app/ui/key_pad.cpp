// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/key_pad.h"

#include "app/core/ports.h"

#include <algorithm>
#include <chrono>

namespace smiley::ui {

namespace {

using namespace std::chrono_literals;

/// Whoever used the keys has gone: the numbers go, and keys 1..5 are the first targets again. The screen of the faces has
/// no time-out that would do it. As long as a question waits before it warns (core's idleMs), so that nobody who
/// reads loses their place to this alone.
constexpr auto aloneAfter = 60s;
constexpr int strikeMsOrdinary = 500;
constexpr int strikeMsTurning = 100; // as letters: whoever looks for a target turns fast

// Properties of Target.qml.
int groupOf(const QQuickItem& target) { return target.property("keyGroup").toInt(); }
int placeOf(const QQuickItem& target) { return target.property("keyPlace").toInt(); }

bool isTarget(const QQuickItem& item) { return item.metaObject()->indexOfProperty("keyGroup") >= 0; }

/// All targets that can be pressed now, in the order in which the screen declares them: its reading order.
void collect(QQuickItem& item, std::vector<QQuickItem*>& targets)
{
    if (!item.isVisible() || !item.isEnabled()) {
        return;
    }
    if (isTarget(item)) {
        targets.push_back(&item);
        return;
    }
    for (QQuickItem* child : item.childItems()) {
        collect(*child, targets);
    }
}

/// One group's targets, five to a page: those with a fixed place have it on the first page, the others take what is free.
std::vector<KeyPad::Page> deal(const std::vector<QQuickItem*>& group)
{
    std::vector<QQuickItem*> places;
    const auto slot = [&](std::size_t index) -> QQuickItem*& {
        if (places.size() <= index) {
            places.resize(index + 1);
        }
        return places[index];
    };
    for (QQuickItem* target : group) {
        if (const int place = placeOf(*target); place > 0) {
            slot(static_cast<std::size_t>(place) - 1) = target;
        }
    }
    for (QQuickItem* target : group) {
        if (placeOf(*target) == 0) {
            const auto free = std::find(places.begin(), places.end(), nullptr);
            slot(static_cast<std::size_t>(free - places.begin())) = target;
        }
    }
    std::vector<KeyPad::Page> pages;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i % core::key::answersMax == 0) {
            pages.emplace_back();
        }
        if (places[i] != nullptr) {
            pages.back().push_back({static_cast<int>(i % core::key::answersMax) + 1, places[i]});
        }
    }
    return pages;
}

} // namespace

bool KeyPad::Shown::isVisit() const
{
    return page == VisitorModel::QuestionPage || banner != VisitorModel::NoBanner || trouble || note;
}

KeyPad::KeyPad(VisitorModel& visitor, const StandInfo& stand, QObject* parent)
    : QObject(parent),
      m_visitor(visitor),
      m_stand(stand)
{
    m_sinceStart.start();
    m_alone.setSingleShot(true);
    m_alone.setInterval(aloneAfter);
    connect(&m_alone, &QTimer::timeout, this, [this] {
        startOver();
        emit leftAlone();
    });
    m_settled.setSingleShot(true);
    m_settled.setInterval(0);
    connect(&m_settled, &QTimer::timeout, this, &KeyPad::showNumbers);
    connect(&m_visitor, &VisitorModel::screenChanged, this, &KeyPad::follow);
}

void KeyPad::setScreen(QQuickItem* screen)
{
    m_screen = screen;
    m_settled.start();
    emit screenSet();
}

void KeyPad::press(int key)
{
    if (key < 1 || key > core::key::speech) {
        return;
    }
    m_alone.start();
    m_inUse = true;
    emit used();
    m_visitor.setByKeys(true);
    showNumbers();
    const auto numbered = page();
    const auto found = std::find_if(numbered.begin(), numbered.end(), [&](const auto& n) { return n.key == key; });
    QQuickItem* const target = found == numbered.end() ? nullptr : found->target;
    const bool warned = m_visitor.overlay() == VisitorModel::TimeOutOverlay;
    if (!warned || target == nullptr) {
        m_visitor.touched();
    }
    const Strikes::Press strike{nullptr, key, std::nullopt, m_nowMs()};
    const bool turns = key == core::key::next || key == core::key::back;
    const int limitMs = target != nullptr ? target->property("strikeMsMax").toInt()
                        : turns           ? strikeMsTurning
                                          : strikeMsOrdinary;
    if (!m_strikes.count(strike, std::min(limitMs, m_stand.doubleStrikeMs()))) {
        return;
    }
    if (target != nullptr) {
        QMetaObject::invokeMethod(target, "press");
    } else if (warned) {
        return; // it has said "go on"
    } else if (key == core::key::speech) {
        emit speechAsked();
    } else if (key == core::key::next) {
        turn(1);
    } else if (key == core::key::back) {
        turn(-1);
    } else {
        emit missed();
    }
}

bool KeyPad::admits(QQuickItem* target, const QPointF& place)
{
    const int limitMs = target->property("strikeMsMax").toInt();
    Strikes::Press press{target, 0, std::nullopt, m_nowMs()};
    if (limitMs >= strikeMsOrdinary) {
        press.placeMm = place / m_stand.pxPerMm();
    }
    return m_strikes.count(press, std::min(limitMs, m_stand.doubleStrikeMs()));
}

void KeyPad::moved(bool onKeyboard)
{
    m_alone.start();
    m_visitor.setByKeys(onKeyboard);
    if (!onKeyboard && m_inUse) {
        startOver(); // also where the touch changes no screen: the numbers that would warn are gone
    }
}

void KeyPad::lost()
{
    if (m_inUse) {
        startOver();
    }
}

KeyPad::Page KeyPad::page() const
{
    const auto all = pages();
    return all.empty() ? Page() : all[std::min(m_page, all.size() - 1)];
}

std::vector<KeyPad::Page> KeyPad::pages() const
{
    std::vector<QQuickItem*> targets;
    if (m_screen) {
        collect(*m_screen, targets);
    }
    std::stable_sort(targets.begin(), targets.end(),
                     [](const QQuickItem* a, const QQuickItem* b) { return groupOf(*a) < groupOf(*b); });
    std::vector<Page> all;
    for (auto begin = targets.begin(); begin != targets.end();) {
        const int group = groupOf(**begin);
        const auto end = std::find_if(begin, targets.end(), [&](const auto* t) { return groupOf(*t) != group; });
        const auto dealt = deal({begin, end});
        all.insert(all.end(), dealt.begin(), dealt.end());
        begin = end;
    }
    std::erase_if(all, [](const Page& page) { return page.empty(); });
    return all;
}

void KeyPad::follow()
{
    const Shown shown{m_visitor.page(),
                      m_visitor.overlay(),
                      m_visitor.banner(),
                      m_visitor.language(),
                      m_visitor.page() == VisitorModel::QuestionPage ? m_visitor.question() : QString(),
                      m_visitor.trouble(),
                      m_visitor.note() != VisitorModel::NoNote};
    if (shown != m_shown) {
        m_page = 0;
        const bool ended = m_shown.isVisit() && !shown.isVisit() && !m_shown.note; // whoever read it stands there
        m_shown = shown;
        if (ended) {
            m_inUse = false;
            emit leftAlone();
        }
    }
    m_settled.start();
}

void KeyPad::startOver()
{
    m_page = 0;
    m_inUse = false;
    showNumbers();
}

void KeyPad::turn(int by)
{
    const std::size_t count = pages().size();
    if (count > 0) {
        m_page = (std::min(m_page, count - 1) + count + static_cast<std::size_t>(by)) % count;
    }
    showNumbers();
    emit turned();
}

void KeyPad::showNumbers()
{
    const bool shown = m_inUse || m_visitor.listening() != VisitorModel::NotListening;
    if (!shown && m_numbered.empty()) {
        return;
    }
    const Page numbered = shown ? page() : Page();
    for (const QPointer<QQuickItem>& before : m_numbered) {
        if (before &&
            std::none_of(numbered.begin(), numbered.end(), [&](const auto& n) { return n.target == before; })) {
            before->setProperty("keyNumber", 0);
        }
    }
    m_numbered.clear();
    for (const Numbered& now : numbered) {
        now.target->setProperty("keyNumber", now.key);
        m_numbered.emplace_back(now.target);
    }
}

} // namespace smiley::ui
