// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports.h"
#include "app/kiosk/loop.h"
#include "app/ui/visitor_model.h"

#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>

#include <memory>

namespace smiley::ui {

/// "Prøv på skærmen": the whole visit with a questionnaire that nobody is asked yet, by the same loop and the same screens
/// as for visitors. Its journal and its comments keep nothing, so there is nothing that could count, and it has no way to
/// the stand's own. Use on the GUI's thread.
class Rehearsal : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

    Q_PROPERTY(smiley::ui::VisitorModel* visitor READ visitor CONSTANT)

public:
    /// Clock and random outlive it.
    Rehearsal(const core::Clock& clock, core::Random& random, kiosk::Configuration configuration,
              QObject* parent = nullptr);
    ~Rehearsal() override;

    [[nodiscard]] VisitorModel* visitor() { return &m_visitor; }

private:
    class NoComments;

    void handle(const core::VisitEvent& event);
    void wakeAtDeadline();

    const core::Clock& m_clock;
    VisitorModel m_visitor;
    std::unique_ptr<NoComments> m_comments;
    std::unique_ptr<kiosk::Loop> m_loop;
    QTimer m_tick;
};

} // namespace smiley::ui
