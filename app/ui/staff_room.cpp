// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/staff_room.h"

#include <chrono>
#include <utility>

namespace smiley::ui {

StaffRoom::StaffRoom(StaffPorts ports, QObject* parent) : QObject(parent), m_session(std::move(ports))
{
    connect(&m_session, &StaffSession::phaseChanged, this, &StaffRoom::follow);
}

StaffRoom::~StaffRoom() = default;

StaffRoom::Pages::Pages(StaffSession& session)
    : editor(session),
      overview(session),
      health(session),
      settings(session),
      trail(session),
      typedCounts(session),
      stick(session, [this](const core::Questionnaire& taken) { return editor.take(taken); })
{}

void StaffRoom::follow()
{
    // The pages' models are made here when somebody comes in, and all of them end when they are away.
    const auto phase = m_session.phase();
    if (phase == StaffSession::Inside && !m_pages) {
        m_pages = std::make_unique<Pages>(m_session);
        emit opened();
    } else if (phase == StaffSession::Away && m_pages) {
        // The pages still look at them and go some turns of the loop later, so nobody is told; the next who comes in gets
        // new ones at once.
        m_ended.push_back(std::move(m_pages));
        QTimer::singleShot(std::chrono::seconds(1), this, [this] { m_ended.pop_front(); });
    }
}

} // namespace smiley::ui
