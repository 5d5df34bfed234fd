// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ui/targets.h"

#include <QColor>
#include <QFont>
#include <QQuickWindow>
#include <QRectF>
#include <QString>

#include <vector>

namespace smiley::test {

/// A text as it stands in the window.
struct DrawnText {
    QString words;
    QRectF rect;        ///< of its lines, in the window's pixels
    QRectF room;        ///< of what it has to stay in: its own item, and the target or ground that it is on
    double capital = 0; ///< height in pixels of a capital letter of the font really used; of an alef where it is Arabic
    QColor ink;
    QString target;          ///< the target that it is in, if any
    bool aside = false;      ///< not needed to answer
    bool badge = false;      ///< a key's number: on a ground of its own, over the corner of its target
    bool cut = false;        ///< elided
    bool breaksWord = false; ///< a word is wider than its room
};

/// A picture or an edge that says something without words.
struct DrawnShape {
    enum class Kind { Icon, Edge, Face };

    Kind kind = Kind::Icon;
    QString what;
    QRectF rect;
};

/// What a visitor sees: everything enabled and visible. What lies under an overlay isn't part of it.
struct Drawn {
    std::vector<ui::Target> targets;
    std::vector<DrawnText> texts;
    std::vector<DrawnShape> shapes;
    QStringList scrolling; ///< whatever could be scrolled
};

/// Reads the window's items. Lay them out first (grabWindow does). GUI thread.
[[nodiscard]] Drawn drawnOn(const QQuickWindow& window);

} // namespace smiley::test
