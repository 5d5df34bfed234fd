// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/key_pad.h"
#include "app/ui/narrator.h"
#include "app/ui/staff_room.h"
#include "app/ui/stand_info.h"
#include "app/ui/translations.h"
#include "app/ui/visitor_model.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSize>

#include <optional>

namespace smiley::ui {

/// The window with the visitor's screens: engine, faces, translations, Main.qml. GUI thread.
class VisitorWindow {
public:
    /// Loads the screens. `size` in pixels; nothing: the whole screen, without a frame. Without `speech` nothing is read
    /// aloud, without `staff` nobody gets in; both outlive the window.
    VisitorWindow(VisitorModel& visitor, StandInfo& stand, std::optional<QSize> size, core::Speech* speech = nullptr,
                  StaffRoom* staff = nullptr);

    [[nodiscard]] QQuickWindow& window() const { return *m_window; }
    [[nodiscard]] KeyPad& keys() { return m_keys; }
    [[nodiscard]] Narrator& narrator() { return m_narrator; }
    void show();

private:
    KeyPad m_keys;
    Narrator m_narrator;
    QQmlApplicationEngine m_engine;
    Translations m_translations;
    QQuickWindow* m_window = nullptr;
    bool m_fullScreen = false;
};

/// Chooses the renderer, before the first window: Qt Quick's software renderer, unless QT_QUICK_BACKEND or
/// QSG_RHI_BACKEND says otherwise. It starts three times faster than OpenGL without a graphics processor.
void chooseRenderer();

} // namespace smiley::ui
