// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/audit_model.h"
#include "app/ui/editor_model.h"
#include "app/ui/health_model.h"
#include "app/ui/overview_model.h"
#include "app/ui/settings_model.h"
#include "app/ui/staff_session.h"
#include "app/ui/stick_model.h"
#include "app/ui/typed_counts_model.h"

#include <QObject>
#include <QtQmlIntegration>

#include <functional>
#include <memory>
#include <vector>

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
    [[nodiscard]] EditorModel* editor() { return m_pages ? &m_pages->editor : nullptr; }
    [[nodiscard]] OverviewModel* overview() { return m_pages ? &m_pages->overview : nullptr; }
    [[nodiscard]] HealthModel* health() { return m_pages ? &m_pages->health : nullptr; }
    [[nodiscard]] StickModel* stick() { return m_pages ? &m_pages->stick : nullptr; }
    [[nodiscard]] SettingsModel* settings() { return m_pages ? &m_pages->settings : nullptr; }
    [[nodiscard]] AuditModel* trail() { return m_pages ? &m_pages->trail : nullptr; }
    [[nodiscard]] TypedCountsModel* typedCounts() { return m_pages ? &m_pages->typedCounts : nullptr; }

    /// Something that a peripheral said. True: staff are testing it, nobody else takes it.
    bool input(const core::InputEvent& event);

signals:
    /// The models are there.
    void opened();

private:
    void follow();

    /// The models of all pages: they come and go together.
    struct Pages {
        Pages(StaffSession& session, std::function<bool()> isStickTaken);

        EditorModel editor;
        OverviewModel overview;
        HealthModel health;
        SettingsModel settings;
        AuditModel trail;
        TypedCountsModel typedCounts;
        StickModel stick; ///< last: it hands what it read to the editor
    };

    void endLater();

    StaffSession m_session;
    std::shared_ptr<Pages> m_pages;
    std::vector<std::shared_ptr<Pages>> m_leaving; ///< of who has gone; they end before the session does
};

} // namespace smiley::ui
