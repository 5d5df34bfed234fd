// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A card's edge in dashes: apart from the scale.
Canvas {
    id: root

    property bool filled: false
    readonly property color edge: Theme.control
    readonly property color ground: filled ? Theme.pressed : "transparent"

    onEdgeChanged: requestPaint()
    onGroundChanged: requestPaint()
    onWidthChanged: requestPaint()
    onHeightChanged: requestPaint()
    onPaint: {
        const context = getContext("2d");
        const inset = Theme.edge / 2;
        context.reset();
        context.lineWidth = Theme.edge;
        context.strokeStyle = root.edge;
        context.fillStyle = root.ground;
        context.setLineDash([3, 2.5]);
        context.beginPath();
        context.roundedRect(inset, inset, width - 2 * inset, height - 2 * inset, Theme.cardRadius, Theme.cardRadius);
        context.fill();
        context.stroke();
    }
}
