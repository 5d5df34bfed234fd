// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A button: outlined, primary (filled), or chosen (tinted, thick edge). The icon stands before, after or above the label.
Target {
    id: root

    required property string label
    property string icon: ""
    property real iconSize: Theme.px(34)
    property bool iconAbove: false
    property bool iconAfter: false
    property bool iconMirrorable: false
    property bool primary: false
    property bool quiet: false
    property int textSize: Theme.buttonText
    property int weight: Font.DemiBold
    property real padding: Theme.px(24)
    readonly property real iconSpace: icon === "" || iconAbove ? 0 : iconSize + Theme.px(14)
    readonly property color groundInk: chosen ? Theme.chosenInk : primary ? Theme.primaryInk : Theme.ink
    readonly property string tone: Theme.contrast ? (chosen || primary ? "black" : "white") : primary ? "white" : "ink"

    readonly property real labelWidth: Math.ceil(natural.implicitWidth)
    // As narrow as two lines of its words let it be.
    readonly property real narrowWidth: Math.max(Theme.target, Math.ceil(twoLines(label, metrics.font.pixelSize)) + 2 * padding + iconSpace)

    function twoLines(words: string, size: int): real {
        const parts = words.trim().split(/\s+/);
        let least = metrics.advanceWidth(words);
        for (let i = 1; i < parts.length; ++i)
            least = Math.min(least, Math.max(metrics.advanceWidth(parts.slice(0, i).join(" ")), metrics.advanceWidth(parts.slice(i).join(" "))));
        return least + size / 6; // a letter may lean out of its advance
    }
    // Of a label under an icon: one line, or two.
    readonly property real labelHeight: Math.ceil(natural.implicitHeight) * (labelWidth > width - 2 * padding ? 2 : 1)

    name: label
    keyGroup: Target.Actions
    implicitWidth: Math.max(Theme.target, labelWidth + 2 * padding + iconSpace)
    implicitHeight: Theme.target

    // The label as wide and high as it would like to be.
    Words {
        id: natural

        Accessible.ignored: true
        visible: false
        wrapMode: Text.NoWrap
        text: root.label
        size: root.textSize
        font.weight: root.weight
        spacing: words.spacing
    }

    FontMetrics {
        id: metrics

        font: natural.font
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: {
            if (root.primary)
                return root.pressed ? Theme.pressedPrimary : Theme.primary;
            if (root.pressed)
                return Theme.pressed;
            return root.chosen ? Theme.chosen : root.quiet ? "transparent" : Theme.surface;
        }
        border.width: root.chosen ? Theme.px(4) : Theme.edge
        border.color: root.chosen || root.primary ? Theme.primary : Theme.control
    }

    Item {
        anchors.centerIn: parent
        width: root.iconAbove ? root.width - 2 * root.padding : Math.min(root.width - 2 * root.padding, root.labelWidth + root.iconSpace)
        height: root.iconAbove ? root.iconSize + Theme.px(8) + root.labelHeight : root.height - Theme.px(6)

        Icon {
            name: root.icon
            size: root.iconSize
            tone: root.tone
            mirrorable: root.iconMirrorable
            visible: root.icon !== ""
            x: root.iconAbove ? (parent.width - width) / 2 : root.iconAfter !== LayoutMirroring.enabled ? parent.width - width : 0
            y: root.iconAbove ? 0 : (parent.height - height) / 2
        }

        Words {
            id: words

            Accessible.ignored: true
            text: root.label
            color: root.groundInk
            size: root.textSize
            font.weight: root.weight
            spacing: 0.96
            horizontalAlignment: root.icon === "" || root.iconAbove ? Text.AlignHCenter : Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            anchors.left: parent.left
            anchors.leftMargin: root.iconAbove || root.iconAfter ? 0 : root.iconSpace
            anchors.right: parent.right
            anchors.rightMargin: root.iconAfter ? root.iconSpace : 0
            anchors.bottom: parent.bottom
            height: root.iconAbove ? root.labelHeight : parent.height
            fits: true
        }
    }

    FocusRing {
        around: root
    }
}
