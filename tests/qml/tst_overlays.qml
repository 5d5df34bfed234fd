// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Smileystand
import Smileystand.Test

ScreenTest {
    name: "Overlays"

    function test_aTouchAnywhereGoesOn_data() {
        return [
            {
                tag: "on the dimmed page",
                x: 40,
                y: 40
            },
            {
                tag: "on the dialog",
                x: 640,
                y: 420
            },
            {
                tag: "over a target of the page",
                x: 120,
                y: 720
            }
        ];
    }
    function test_aTouchAnywhereGoesOn(data) {
        show("timeOut");
        mouseClick(window.contentItem, data.x, data.y);
        compare(Stage.touches(), 1);
        compareCalls([]);
    }

    function test_theThreeAnswersOfTheTimeOut() {
        show("timeOut");
        tap("continue");
        compare(Stage.touches(), 1);
        tap("stop");
        tap("nextPerson");
        compareCalls(["stop", "nextPerson"]);
        compare(Stage.touches(), 1, "these two don't go on");
        compare(tabOrder().join(" "), "continue stop nextPerson");
    }

    function test_anyOtherKeyGoesOn() {
        show("timeOut");
        keyClick(Qt.Key_A);
        compare(Stage.touches(), 1);
    }

    function test_onlyTheOverlayCanBeReached() {
        show("about");
        compare(target("face1"), null);
        compare(tabOrder().join(" "), "close");
        mouseClick(window.contentItem, 150, 420);
        compareCalls([]);
        tap("close");
        compareCalls(["close"]);
    }

    function test_aSentenceIsThereWithItsSetting() {
        show("about");
        verify(shows("En føler"));
        verify(shows("Kamera og mikrofon"));
        Stage.set("presenceSensor", false);
        Stage.set("noCameraOrMicrophone", false);
        verify(!shows("En føler"));
        verify(!shows("Kamera og mikrofon"));
        verify(shows("Dataansvarlig: Fjordby Kommune"));
        Stage.set("presenceSensor", true);
        Stage.set("noCameraOrMicrophone", true);
    }

    function test_allLanguagesAreBehindMore() {
        show("languages");
        for (const tag of ["da", "da-x-let", "en", "ar", "uk", "pl", "tr", "so", "fa"])
            verify(target("language-" + tag), tag);
        tap("language-so");
        compareCalls(["language so"]);
    }

    function shows(words) {
        return find2(window.contentItem, words);
    }

    function find2(item, words) {
        if (item instanceof Text && item.visible && item.text === words)
            return true;
        for (let i = 0; i < item.children.length; ++i) {
            if (find2(item.children[i], words))
                return true;
        }
        return false;
    }
}
