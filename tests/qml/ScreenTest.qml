// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Smileystand
import Smileystand.Test

// The window on the stage, and hands for it.
TestCase {
    id: root

    property Main window: null

    function init() {
        Stage.set("reducedMotion", true);
        Stage.show("faces");
        window = main.createObject(null);
        verify(waitForRendering(window.contentItem));
        Stage.clear();
    }

    function cleanup() {
        window.destroy();
        window = null;
        wait(0);
    }

    // A screen, laid out.
    function show(screen, language = "da", contrast = false) {
        Stage.show(screen, language, contrast);
        wait(20);
        tryVerify(() => !isLayingOut(window.contentItem));
    }

    // Rows and columns lay out with the next frame, which a busy machine draws late.
    function isLayingOut(item) {
        if (isPolishScheduled(item))
            return true;
        for (let i = 0; i < item.children.length; ++i) {
            if (isLayingOut(item.children[i]))
                return true;
        }
        return false;
    }

    // The visible, enabled item of that objectName; null where there is none.
    function target(name) {
        return find(window.contentItem, name);
    }

    function find(item, name) {
        if (!item.visible || !item.enabled)
            return null;
        if (item.objectName === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = find(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    function tap(name) {
        const item = target(name);
        verify(item, name);
        mouseClick(item);
    }

    // The objectNames in the order of the Tab key, from the first on, once round.
    function tabOrder() {
        const order = [];
        for (let i = 0; i < 40; ++i) {
            keyClick(Qt.Key_Tab);
            const name = window.activeFocusItem.objectName;
            if (order.includes(name))
                break;
            order.push(name);
        }
        return order;
    }

    function compareCalls(expected) {
        compare(Stage.calls.join(", "), expected.join(", "));
    }

    when: windowShown

    Component {
        id: main

        Main {
            visitor: Stage.visitor
            stand: Stage.stand
            keys: Stage.keys
            narrator: Stage.narrator
            visible: true
        }
    }
}
