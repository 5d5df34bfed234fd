// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A step of the volume: after the first press each further one counts.
TargetButton {
    required property string text
    readonly property bool iconOnly: Theme.contrast && !Theme.portrait // no room for large text

    name: text
    label: iconOnly ? "" : text
    keyGroup: Target.Tools
    repeats: true
    padding: Theme.px(6)
    iconAbove: !iconOnly
    iconSize: Theme.px(iconOnly ? 72 : 38)
    textSize: Theme.toolText
}
