// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Smileystand
import Smileystand.Ui

// The questions in their order. A row that is dragged follows the finger, the others make way, and near an edge the list scrolls.
Flickable {
    id: root

    required property EditorModel editor
    readonly property var lines: editor.lines
    readonly property int count: lines.length
    readonly property real rowHeight: Math.max(Theme.px(118), Math.ceil(12 * Theme.pxPerMm), Math.ceil(2 * Theme.staff(19) * 1.3 + 2 * Theme.staff(17) * 1.3 + Theme.px(28)))
    readonly property real step: rowHeight + Theme.px(12)
    property int shownAt: -1
    property int lifted: -1 // place of the row that is dragged
    property real held: 0 // of the finger, from the row's upper edge
    property real finger: 0 // in what is seen
    readonly property real liftedTop: contentY + finger - held
    readonly property int place: lifted < 0 ? -1 : Math.max(1, Math.min(count - 1, Math.round(liftedTop / step)))

    signal picked

    // Where a row stands while another one is dragged.
    function placeOf(index: int): int {
        return lifted < 0 || index === lifted ? index : index > lifted && index <= place ? index - 1 : index < lifted && index >= place ? index + 1 : index;
    }

    function drop() {
        const from = lifted;
        const to = place;
        const id = from < 0 ? "" : lines[from].id;
        lifted = -1;
        interactive = Qt.binding(() => contentHeight > height);
        if (from >= 0 && to !== from)
            editor.move(id, to);
    }

    // What is chosen is seen, also after it moved.
    function show(index: int) {
        if (index >= 0)
            contentY = Math.max(0, Math.min(contentHeight - height, Math.max((index + 1) * step - height, Math.min(contentY, index * step))));
    }

    contentWidth: width
    contentHeight: count * step
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: contentHeight > height

    Connections {
        target: root.editor

        function onChanged() {
            const at = root.lines.findIndex(line => line.id === root.editor.chosen);
            if (root.lifted < 0 && at !== root.shownAt) {
                root.shownAt = at;
                root.show(at);
            }
        }
    }

    Timer {
        interval: 16
        repeat: true
        running: root.lifted >= 0 && (root.finger < root.rowHeight / 2 || root.finger > root.height - root.rowHeight / 2)
        onTriggered: root.contentY = Math.max(0, Math.min(Math.max(0, root.contentHeight - root.height), root.contentY + (root.finger < root.rowHeight / 2 ? -1 : 1) * Theme.px(8)))
    }

    Repeater {
        model: root.count

        StaffQuestionRow {
            id: row

            required property int index

            y: lifted ? root.liftedTop : root.placeOf(index) * root.step
            z: lifted ? 1 : 0
            width: root.width
            height: root.rowHeight
            line: root.lines[index] ?? ({
                    id: "",
                    title: "",
                    detail: "",
                    locked: true,
                    hidden: false
                })
            movable: root.editor.canEdit && !line.locked
            chosen: root.editor.chosen === line.id
            lifted: root.lifted === index
            onActivated: {
                root.editor.choose(line.id);
                root.picked();
            }
            onGrabbed: y => {
                root.interactive = false;
                root.finger = root.mapFromItem(null, 0, y).y;
                root.held = root.contentY + root.finger - index * root.step;
                root.lifted = index;
            }
            onDragged: y => root.finger = root.mapFromItem(null, 0, y).y
            onDropped: root.drop()
        }
    }
}
