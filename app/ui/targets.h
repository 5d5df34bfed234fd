// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickWindow>
#include <QRectF>
#include <QString>

#include <vector>

namespace smiley::ui {

/// Something that can be tapped, as it stands in the window.
struct Target {
    QString name;       ///< objectName: "face4", "next", …
    QString accessible; ///< its name for assistive technology, in the language shown
    QRectF rect;        ///< in the window's pixels
    int key = 0;        ///< the number that stands on it; 0: none does
};

/// All visible, enabled targets of the window: items with an objectName whose role for assistive technology is a button,
/// check box or radio button. What lies under an overlay isn't one of them. GUI thread.
[[nodiscard]] std::vector<Target> targetsOf(const QQuickWindow& window);

} // namespace smiley::ui
