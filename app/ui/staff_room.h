// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/audit_model.h"
#include "app/ui/health_model.h"
#include "app/ui/overview_model.h"
#include "app/ui/settings_model.h"
#include "app/ui/editor_model.h"
#include "app/ui/staff_session.h"
#include "app/ui/stick_model.h"
#include "app/ui/typed_counts_model.h"

#include <QObject>
#include <QtQmlIntegration>

#include <memory>

namespace smiley::ui {

/// All that staff's screens show: the session, and the models of its pages, which are there only while somebody is signed
/// in. Use on the GUI's thread.
class StaffRoom : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(smiley::ui::StaffSession* session READ session CONSTANT)
    Q_PROPERTY(smiley::ui::EditorModel* editor READ editor NOTIFY opened)
    Q_PROPERTY(smiley::ui::OverviewModel* overview READ overview NOTIFY opened)
    Q_PROPERTY(smiley::ui::HealthModel* health READ health NOTIFY opened)
    Q_PROPERTY(smiley::ui::StickModel* stick READ stick NOTIFY opened)
    Q_PROPERTY(smiley::ui::SettingsModel* settings READ settings NOTIFY opened)
    Q_PROPERTY(smiley::ui::AuditModel* trail READ trail NOTIFY opened)
    Q_PROPERTY(smiley::ui::TypedCountsModel* typedCounts READ typedCounts NOTIFY opened)

public:
    explicit StaffRoom(StaffPorts ports, QObject* parent = nullptr);
    ~StaffRoom() override;

    [[nodiscard]] StaffSession* session() { return &m_session; }
    [[nodiscard]] EditorModel* editor() { return m_editor.get(); }
    [[nodiscard]] OverviewModel* overview() { return m_overview.get(); }
    [[nodiscard]] HealthModel* health() { return m_health.get(); }
    [[nodiscard]] StickModel* stick() { return m_stick.get(); }
    [[nodiscard]] SettingsModel* settings() { return m_settings.get(); }
    [[nodiscard]] AuditModel* trail() { return m_trail.get(); }
    [[nodiscard]] TypedCountsModel* typedCounts() { return m_typedCounts.get(); }

    /// Something that a peripheral said. True: staff are testing it, nobody else takes it.
    bool input(const core::InputEvent& event) { return m_health && m_health->input(event); }

signals:
    /// The models are there, or are gone.
    void opened();

private:
    void follow();

    StaffSession m_session;
    std::unique_ptr<EditorModel> m_editor;
    std::unique_ptr<OverviewModel> m_overview;
    std::unique_ptr<HealthModel> m_health;
    std::unique_ptr<StickModel> m_stick;
    std::unique_ptr<SettingsModel> m_settings;
    std::unique_ptr<AuditModel> m_trail;
    std::unique_ptr<TypedCountsModel> m_typedCounts;
};

} // namespace smiley::ui
