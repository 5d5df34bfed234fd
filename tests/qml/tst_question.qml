// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Smileystand
import Smileystand.Test

ScreenTest {
    name: "Question"

    function test_choosingOnlyMarks() {
        show("question:B1");
        tap("option-4");
        compareCalls(["option 4"]);
        verify(!target("option-4").chosen, "the model marks, not the screen");
        Stage.mark(["4"]);
        verify(target("option-4").chosen);
        compare(target("option-4").Accessible.checked, true);
        compare(target("option-3").Accessible.checked, false);
    }

    function test_nextIsThereOnceSomethingIsChosen() {
        show("question:B1");
        compare(target("next"), null);
        const skip = target("skip").mapToItem(null, 0, 0).x;
        Stage.mark(["dk"]);
        wait(20);
        compare(target("skip").mapToItem(null, 0, 0).x, skip);
        tap("next");
        compareCalls(["next"]);
    }

    function test_theWayOnCallsTheModel() {
        show("question:F1");
        tap("back");
        tap("stop");
        tap("skip");
        tap("nextPerson");
        compareCalls(["back", "stop", "skip", "nextPerson"]);
    }

    function test_reasonsAreBoxesAndTheDegreeIsOneChoice() {
        show("question:F1");
        compare(target("option-wait").role, Accessible.CheckBox);
        compare(target("option-wait").Accessible.name, "Ventetiden");
        show("question:B1");
        compare(target("option-1").role, Accessible.RadioButton);
        compare(target("option-1").Accessible.name, "Slet ikke");
    }

    function test_theScaleRunsFromTheReadersStart() {
        show("question:B1");
        verify(target("option-1").mapToItem(null, 0, 0).x < target("option-5").mapToItem(null, 0, 0).x);
        show("question:B1", "ar");
        verify(target("option-1").mapToItem(null, 0, 0).x > target("option-5").mapToItem(null, 0, 0).x);
    }

    function test_dontKnowStandsApart() {
        show("question:B1");
        const last = target("option-5");
        const apart = target("option-dk").mapToItem(null, 0, 0).x - last.mapToItem(null, last.width, 0).x;
        const between = last.mapToItem(null, 0, 0).x - target("option-4").mapToItem(null, target("option-4").width, 0).x;
        verify(apart > 2 * between, apart + " " + between);
    }

    function test_everyTargetIsReachedByTheTabKey() {
        show("question:B1");
        Stage.mark(["2"]);
        wait(20);
        compare(tabOrder().sort().join(" "), "back next nextPerson option-1 option-2 option-3 option-4 option-5 option-dk skip stop");
        target("option-2").forceActiveFocus();
        keyClick(Qt.Key_Space);
        compareCalls(["option 2"]);
    }

    function test_thePageBeforeIsOutOfReach() {
        show("question:B1");
        compare(target("face1"), null);
        show("faces");
        verify(target("face1"));
        compare(target("skip"), null);
    }
}
