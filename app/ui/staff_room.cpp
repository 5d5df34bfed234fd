// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/staff_room.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace smiley::ui {

StaffRoom::StaffRoom(StaffPorts ports, QObject* parent) : QObject(parent), m_session(std::move(ports))
{
    connect(&m_session, &StaffSession::phaseChanged, this, &StaffRoom::follow);
}

StaffRoom::~StaffRoom() = default;

StaffRoom::Pages::Pages(StaffSession& session, std::function<bool()> isStickTaken)
    : editor(session),
      overview(session),
      health(session),
      settings(session),
      trail(session),
      typedCounts(session),
      stick(
          session, [this](const core::Questionnaire& taken) { return editor.take(taken); }, std::move(isStickTaken))
{}

void StaffRoom::follow()
{
    // The pages' models are made here when somebody comes in, and all of them end when they are away.
    const auto phase = m_session.phase();
    if (phase == StaffSession::Inside && !m_pages) {
        m_pages = std::make_shared<Pages>(m_session, [this] {
            return std::ranges::any_of(m_leaving, [](const auto& pages) { return pages->stick.isBusy(); });
        });
        emit opened();
    } else if (phase == StaffSession::Away && m_pages) {
        // The pages still look at them and go some turns of the loop later, so nobody is told; the next who comes in gets
        // new ones at once.
        m_pages->stick.leave();
        m_leaving.push_back(std::exchange(m_pages, nullptr));
        endLater();
    }
}

bool StaffRoom::input(const core::InputEvent& event)
{
    if (!m_pages || !m_pages->health.input(event)) {
        return false;
    }
    if (event.kind == core::InputEvent::Kind::KeyPressed) {
        m_session.touched();
    }
    return true;
}

/// Not while a stick is busy: visitors have the screen by then, and it would stand still with the stick.
void StaffRoom::endLater()
{
    QTimer::singleShot(std::chrono::seconds(1), this, [this] {
        std::erase_if(m_leaving, [](const auto& pages) { return !pages->stick.isBusy(); });
        if (!m_leaving.empty()) {
            endLater();
        }
    });
}

} // namespace smiley::ui
