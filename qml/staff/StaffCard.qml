// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand

// A white card; what stands on it is inside its margins.
Rectangle {
    id: root

    default property alias contents: inside.data
    property real inset: Theme.px(20)

    radius: Theme.px(20)
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    implicitHeight: inside.childrenRect.height + 2 * inset

    Item {
        id: inside

        anchors.fill: parent
        anchors.margins: root.inset
    }
}
