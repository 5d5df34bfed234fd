// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Smileystand.Ui

// The municipality's logo; where there is none, or none that can be drawn, the mark.
Item {
    id: root

    property alias png: picture.png
    readonly property alias shown: picture.shown
    required property real markSize
    required property real logoSize // its height; at most four times as wide

    implicitWidth: picture.shown ? picture.width : markSize
    implicitHeight: picture.shown ? logoSize : markSize

    Image {
        visible: !picture.shown
        width: root.markSize
        height: width
        sourceSize.width: width
        sourceSize.height: height
        source: "qrc:/qt/qml/Smileystand/brand.svg"
    }

    PngPicture {
        id: picture

        objectName: "logo"
        visible: shown
        width: height * Math.min(4, aspect)
        height: root.logoSize
    }
}
