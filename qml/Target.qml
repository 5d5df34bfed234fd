// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Whatever can be tapped: `pressed` from the touch on, `activated` when it is lifted inside, or by Enter or Space. What it looks like is drawn by those
// who are made from it. A MouseArea sees only the first finger, so two fingers never answer twice.
Item {
    id: root

    required property string name
    property int role: Accessible.Button
    property bool chosen: false
    readonly property bool pressed: area.pressed && area.containsMouse
    readonly property bool ringed: activeFocus && Keyboard.inUse

    signal activated

    function moveFocus(forward: bool) {
        Keyboard.inUse = true;
        Keyboard.used();
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
        Keyboard.inUse = true;
        Keyboard.used();
        if (!event.isAutoRepeat)
            activated();
    }

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: root.activated()
    }
}
