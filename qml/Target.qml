// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Whatever can be tapped: `pressed` from the touch on, `activated` when it is lifted inside however slowly, or by Enter or Space. While a finger is on
// one target, no other answers, but for keys that are `typed`. What it looks like is drawn by those who are made from it.
Item {
    id: root

    required property string name
    property int role: Accessible.Button
    property bool chosen: false
    readonly property bool pressed: Hands.finger === root && area.inside
    readonly property bool ringed: activeFocus && (Hands.onKeyboard || Hands.narrator.asksTwice)

    // For the tactile keys and for speech (KeyPad, Narrator).
    enum KeyGroup {
        Answers,
        Actions,
        Tools,
        Languages
    }
    property int keyGroup: Target.Answers
    property int keyPlace: 0 // always the same key, 1..5, on the group's first page; 0: the next that is free
    property int keyNumber: 0 // the key that presses it now; 0: none, or nobody uses keys
    property real numberOut: Theme.px(9) // how far its key's number stands out of its corner
    property int strikeMsMax: 500 // a second strike within this time at most is the same press
    property bool repeats: false // chosen once in speech mode, each further press counts
    property bool typed: false // keys that two hands type: the next finger on another of them lets this one count first
    property bool keysOnly: false // not shown and not touched: for the tactile keys alone
    property bool secret: false // what it stands for is never said
    property string languageTag: "" // of the language that it chooses: refused in speech mode where that has no voice

    signal activated

    // A press that is not a second strike.
    function press() {
        if (Hands.narrator.admits(root))
            activated();
    }

    function moveFocus(forward: bool) {
        Hands.key();
        nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    activeFocusOnTab: !keysOnly

    // Qt 6.4 doesn't tell assistive technology that something is disabled; what lies under an overlay isn't in the tree.
    Accessible.ignored: !enabled || keysOnly
    Accessible.role: role
    Accessible.name: name.replace("\n", " ")
    Accessible.focusable: true
    Accessible.checkable: role !== Accessible.Button
    // What only answers when pressed has no state to tell: nobody behind hears from a face that it was chosen.
    Accessible.checked: role !== Accessible.Button && chosen

    Keys.onTabPressed: moveFocus(true)
    Keys.onBacktabPressed: moveFocus(false)
    Keys.onDownPressed: moveFocus(true)
    Keys.onUpPressed: moveFocus(false)
    Keys.onRightPressed: moveFocus(!LayoutMirroring.enabled)
    Keys.onLeftPressed: moveFocus(LayoutMirroring.enabled)
    Keys.onReturnPressed: event => root.activateOnce(event)
    Keys.onEnterPressed: event => root.activateOnce(event)
    Keys.onSpacePressed: event => root.activateOnce(event)

    // Qt calls these by their names. Accessible.onPressAction would list the role's own action a second time.
    function accessiblePressAction() {
        if (enabled)
            activated();
    }
    function accessibleToggleAction() {
        accessiblePressAction();
    }

    // A key held down is one answer.
    function activateOnce(event: var) {
        Hands.key();
        if (!event.isAutoRepeat && Hands.keys.admits(root, mapToItem(null, width / 2, height / 2)))
            press();
    }

    // The finger was lifted here, in the window's terms.
    function lift(place: point) {
        letGo();
        if (Hands.keys.admits(root, place))
            press();
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
        enabled: !root.keysOnly
        onPressed: points => {
            const before = Hands.finger as Target;
            if (root.typed && before !== null && before !== root && before.typed && before.pressed)
                before.lift(before.mapToItem(null, before.width / 2, before.height / 2));
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
                    if (contains(Qt.point(lifted.x, lifted.y)))
                        root.lift(mapToItem(null, lifted.x, lifted.y));
                    else
                        root.letGo();
                }
            }
        }
        onCanceled: root.letGo()
    }

    // Made when it is first needed: most visitors see none.
    Loader {
        anchors.left: parent.left
        anchors.leftMargin: -root.numberOut
        anchors.top: parent.top
        anchors.topMargin: -root.numberOut
        z: 1
        source: root.keyNumber > 0 && !root.keysOnly ? "KeyBadge.qml" : ""
        onLoaded: (item as KeyBadge).number = Qt.binding(() => root.keyNumber)
    }
}
