// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/visitor_model.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QQuickWindow>
#include <QTimer>

namespace smiley {

/// With --example: writes what the screen shows, one JSON object a line, each time it has come to rest with something
/// new. So the demonstration's visitors know where to tap:
///
///   {"page":"faces","banner":"invitation","overlay":"none","language":"da","question":"…","trouble":false,
///    "ticket":"","promises":"…","targets":[{"name":"face1","x":25,"y":297,"w":242,"h":285,"key":1},…]}
///
/// "ticket" is what is told of the one that was shown. "promises" is what stands at the foot of the faces; "key" the number on a target, where one is.
/// It never tells which face was tapped.
class ScreenLog : public QObject {
    Q_OBJECT

public:
    ScreenLog(const ui::VisitorModel& visitor, QQuickWindow& window, const QString& file);

private:
    void write();

    const ui::VisitorModel& m_visitor;
    QQuickWindow& m_window;
    QFile m_file;
    QTimer m_rest;
    QByteArray m_last;
};

} // namespace smiley
