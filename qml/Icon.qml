// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One drawing of the shipped set (qml/icons), in the colour of what it stands on. An unknown name draws nothing.
Image {
    id: root

    required property string name
    required property real size
    property string tone: Theme.contrast ? "white" : "ink" // ink, white or black
    property bool mirrorable: false

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name === "" ? "" : Qt.resolvedUrl("icons/" + tone + "/" + name + ".svg") // also from a folder below
    mirror: mirrorable && LayoutMirroring.enabled
}
