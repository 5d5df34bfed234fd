// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Whatever can be tapped: `pressed` from the touch on, `activated` when it is lifted inside however slowly, or by Enter or Space. While a finger is on
// one target, no other answers. What it looks like is drawn by those who are made from it.
Item {
    id: root

    required property string name
    property int role: Accessible.Button
    property bool chosen: false
    readonly property bool pressed: Hands.finger === root && area.inside
    readonly property bool ringed: activeFocus && Hands.onKeyboard

    signal activated

    function moveFocus(forward: bool) {
        Hands.key();
        nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    activeFocusOnTab: true

    Accessible.role: role
    Accessible.name: name.replace("\n", " ")
    Accessible.focusable: true
    Accessible.checkable: role !== Accessible.Button
    Accessible.checked: chosen
    Accessible.onPressAction: activated()
    Accessible.onToggleAction: activated()

    Keys.onTabPressed: moveFocus(true)
    Keys.onBacktabPressed: moveFocus(false)
    Keys.onDownPressed: moveFocus(true)
    Keys.onUpPressed: moveFocus(false)
    Keys.onRightPressed: moveFocus(!LayoutMirroring.enabled)
    Keys.onLeftPressed: moveFocus(LayoutMirroring.enabled)
    Keys.onReturnPressed: event => root.activateOnce(event)
    Keys.onEnterPressed: event => root.activateOnce(event)
    Keys.onSpacePressed: event => root.activateOnce(event)

    // A key held down is one answer.
    function activateOnce(event: var) {
        Hands.key();
        if (!event.isAutoRepeat)
            activated();
    }

    // The finger is gone, or what it was on.
    function letGo() {
        if (Hands.finger === root)
            Hands.finger = null;
    }

    onVisibleChanged: letGo()
    onEnabledChanged: letGo()
    Component.onDestruction: letGo()

    MultiPointTouchArea {
        id: area

        property int point: 0 // the finger that counts
        property bool inside: false

        anchors.fill: parent
        onPressed: points => {
            if (Hands.finger === null) {
                point = points[0].pointId;
                inside = true;
                Hands.finger = root;
            }
            Hands.touch();
        }
        onUpdated: points => {
            for (const moved of points) {
                if (moved.pointId === point)
                    inside = contains(Qt.point(moved.x, moved.y));
            }
        }
        onReleased: points => {
            for (const lifted of points) {
                if (lifted.pointId === point && Hands.finger === root) {
                    root.letGo();
                    if (contains(Qt.point(lifted.x, lifted.y)))
                        root.activated();
                }
            }
        }
        onCanceled: root.letGo()
    }
}
