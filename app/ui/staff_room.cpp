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

void StaffRoom::follow()
{
    // A page's model is made here when somebody comes in (Inside), and ended when they are away.
    const auto phase = m_session.phase();
    if (phase == StaffSession::Inside && !m_editor) {
        m_editor = std::make_unique<EditorModel>(m_session);
        m_settings = std::make_unique<SettingsModel>(m_session);
        m_stick = std::make_unique<StickModel>(
            m_session, [this](const core::Questionnaire& taken) { return m_editor->take(taken); });
    } else if (phase == StaffSession::Away) {
        // Its pages still look at it, and go some turns of the loop later.
        QTimer::singleShot(std::chrono::seconds(1), this, [this] {
            if (m_session.phase() == StaffSession::Away) {
                m_stick.reset();
                m_editor.reset();
                m_settings.reset();
            }
        });
    }
    if (phase == StaffSession::Inside && !m_health) {
        m_overview = std::make_unique<OverviewModel>(m_session);
        m_health = std::make_unique<HealthModel>(m_session);
        m_trail = std::make_unique<AuditModel>(m_session);
        m_typedCounts = std::make_unique<TypedCountsModel>(m_session);
    } else if (phase == StaffSession::Away) {
        m_overview.reset();
        m_health.reset();
        m_trail.reset();
        m_typedCounts.reset();
    }
    emit opened();
}

} // namespace smiley::ui
