// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/targets.h"

#include <QAccessible>
#include <QQuickItem>

namespace smiley::ui {

namespace {

bool isTargetRole(QAccessible::Role role)
{
    return role == QAccessible::Button || role == QAccessible::CheckBox || role == QAccessible::RadioButton;
}

void collect(QQuickItem* item, std::vector<Target>& targets)
{
    if (!item->isVisible() || !item->isEnabled()) {
        return;
    }
    if (!item->objectName().isEmpty() && !item->property("keysOnly").toBool()) {
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(item);
        if (interface != nullptr && isTargetRole(interface->role())) {
            targets.push_back({item->objectName(), interface->text(QAccessible::Name),
                               item->mapRectToScene(QRectF(0, 0, item->width(), item->height())),
                               item->property("keyNumber").toInt()});
        }
    }
    for (QQuickItem* child : item->childItems()) {
        collect(child, targets);
    }
}

} // namespace

std::vector<Target> targetsOf(const QQuickWindow& window)
{
    std::vector<Target> targets;
    collect(window.contentItem(), targets);
    return targets;
}

} // namespace smiley::ui
