// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Smileystand
import Smileystand.Test

ScreenTest {
    name: "Faces"

    function test_aTapOnAFaceIsOneAnswer() {
        for (let face = 1; face <= 5; ++face)
            tap("face" + face);
        compareCalls(["face 1", "face 2", "face 3", "face 4", "face 5"]);
    }

    function test_theFaceChangesInItsMiddleBeforeItIsLifted() {
        const face = target("face4");
        const place = face.mapToItem(null, face.width / 2, face.faceSize * 0.6);
        const x = Math.round(place.x);
        const y = Math.round(place.y);
        const before = grabImage(window.contentItem);
        mousePress(face);
        const during = grabImage(window.contentItem);
        verify(!Qt.colorEqual(before.pixel(x, y), during.pixel(x, y)));
        compareCalls([]);
        mouseRelease(face);
        compareCalls(["face 4"]);
        const after = grabImage(window.contentItem);
        verify(Qt.colorEqual(before.pixel(x, y), after.pixel(x, y)));
    }

    function test_liftedOutsideIsNoAnswer() {
        const face = target("face2");
        mousePress(face);
        mouseMove(face, face.width / 2, face.height + 60, -1, Qt.LeftButton);
        verify(!face.pressed);
        mouseRelease(face, face.width / 2, face.height + 60);
        compareCalls([]);
    }

    function test_aFingerAnswersOnce() {
        const face = target("face3");
        const fingers = touchEvent(face);
        fingers.press(0, face).commit();
        verify(face.pressed);
        fingers.release(0, face).commit();
        compareCalls(["face 3"]);
    }

    function test_quickTapsAllCountAndSoDoesASlowOne() {
        const face = target("face1");
        const fingers = touchEvent(face);
        for (let i = 0; i < 5; ++i) {
            fingers.press(0, face).commit();
            fingers.release(0, face).commit();
        }
        compareCalls(["face 1", "face 1", "face 1", "face 1", "face 1"]);
        Stage.clear();
        for (let i = 0; i < 5; ++i)
            mouseClick(face);
        compare(Stage.calls.length, 5);
        Stage.clear();
        fingers.press(0, face).commit();
        wait(1200);
        fingers.release(0, face).commit();
        compareCalls(["face 1"]);
    }

    function test_aTargetThatGoesAwayUnderTheFingerLetsGo() {
        const fingers = touchEvent(target("face1"));
        show("invite");
        const yes = target("yes");
        fingers.press(0, yes).commit();
        show("faces");
        fingers.release(0, window.contentItem, 10, 10).commit();
        compareCalls([]);
        tap("face2");
        compareCalls(["face 2"]);
    }

    function test_twoFingersNeverAnswerTwice_data() {
        return [
            {
                tag: "on two faces",
                second: "face5"
            },
            {
                tag: "on the same face",
                second: "face2"
            }
        ];
    }
    function test_twoFingersNeverAnswerTwice(data) {
        const first = target("face2");
        const second = target(data.second);
        const fingers = touchEvent(first);
        fingers.press(0, first).press(1, second).commit();
        fingers.release(0, first).release(1, second).commit();
        compareCalls(["face 2"]);
        Stage.clear();
        fingers.press(0, first).commit();
        fingers.stationary(0).press(1, second).commit();
        fingers.release(0, first).stationary(1).commit();
        fingers.release(1, second).commit();
        compareCalls(["face 2"]);
    }

    function test_everyTouchIsReportedAlsoBesideTheTargets() {
        mouseClick(window.contentItem, 640, 620);
        compare(Stage.touches(), 1);
        tap("face1");
        compare(Stage.touches(), 2);
        const fingers = touchEvent(window.contentItem);
        fingers.press(0, window.contentItem, 640, 620).commit();
        fingers.release(0, window.contentItem, 640, 620).commit();
        compare(Stage.touches(), 3);
    }

    function test_facesKeepTheirPlacesInArabic() {
        const places = [];
        for (let face = 1; face <= 5; ++face)
            places.push(target("face" + face).mapToItem(null, 0, 0).x);
        const contrast = target("contrast").mapToItem(null, 0, 0).x;
        show("faces", "ar");
        for (let face = 1; face <= 5; ++face)
            compare(target("face" + face).mapToItem(null, 0, 0).x, places[face - 1]);
        verify(places[0] < places[4]);
        verify(target("contrast").mapToItem(null, 0, 0).x < 200 && contrast > 1000, "the rest mirrors");
        compare(target("face1").Accessible.name, "سيئة جدًا");
    }

    function test_theTabKeyGoesRoundAndShowsWhereItIs() {
        compare(tabOrder().join(" "), "face1 face2 face3 face4 face5 about language-da language-da-x-let language-en language-ar moreLanguages contrast");
        const face = target("face1");
        face.forceActiveFocus();
        verify(face.ringed);
        mouseClick(window.contentItem, 640, 620);
        verify(!face.ringed, "no ring after a touch");
    }

    function test_keysChooseAFaceAndCountAsTouches() {
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Left);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Return);
        compareCalls(["face 2", "face 2"]);
        verify(Stage.touches() >= 5);
    }

    function test_arrowsFollowTheFacesAlsoInArabic() {
        show("faces", "ar");
        target("face1").forceActiveFocus();
        keyClick(Qt.Key_Right);
        compare(window.activeFocusItem.objectName, "face2");
        target("language-da").forceActiveFocus();
        keyClick(Qt.Key_Left);
        compare(window.activeFocusItem.objectName, "language-da-x-let");
    }

    function test_whatIsPromisedUnderTheFacesIsAlsoSaid_data() {
        return [
            {
                tag: "no camera",
                cctv: false,
                noCamera: true
            },
            {
                tag: "a camera in the room",
                cctv: true,
                noCamera: true
            },
            {
                tag: "nobody looked for a camera",
                cctv: false,
                noCamera: false
            }
        ];
    }
    function test_whatIsPromisedUnderTheFacesIsAlsoSaid(data) {
        Stage.set("roomCctv", data.cctv);
        Stage.set("noCameraOrMicrophone", data.noCamera);
        wait(0);
        const said = Stage.narrator.screenText;
        verify(said.includes("Svaret kommer ikke i din sag."), said);
        compare(said.includes("Standen har hverken kamera eller mikrofon."), data.noCamera);
        compare(said.includes("Der er tv-overvågning i lokalet."), data.cctv);
        Stage.set("roomCctv", false);
        Stage.set("noCameraOrMicrophone", true);
    }

    function test_toolsCallTheModel() {
        tap("contrast");
        tap("about");
        tap("language-en");
        tap("moreLanguages");
        compareCalls(["contrast", "about", "language en", "languages"]);
        compare(target("language-da").Accessible.checked, true);
        compare(target("language-en").Accessible.checked, false);
        compare(target("contrast").Accessible.checked, false);
    }

    function test_eachBannerHasItsButtons_data() {
        return [
            {
                tag: "invite",
                buttons: "undo yes",
                calls: ["withdraw", "accept"]
            },
            {
                tag: "thanks",
                buttons: "undo",
                calls: ["withdraw"]
            },
            {
                tag: "changed",
                buttons: "undo nextPerson",
                calls: ["withdraw", "nextPerson"]
            },
            {
                tag: "haveIt",
                buttons: "nextPerson",
                calls: ["nextPerson"]
            },
            {
                tag: "withdrawn",
                buttons: "",
                calls: []
            },
            {
                tag: "trouble",
                buttons: "",
                calls: []
            },
            {
                tag: "ticket:needed",
                buttons: "",
                calls: []
            },
            {
                tag: "ticket:taken",
                buttons: "",
                calls: []
            },
            {
                tag: "ticket:used",
                buttons: "",
                calls: []
            },
            {
                tag: "ticket:first",
                buttons: "",
                calls: []
            }
        ];
    }
    function test_eachBannerHasItsButtons(data) {
        show(data.tag);
        const there = ["undo", "nextPerson", "yes"].filter(name => target(name) !== null);
        compare(there.join(" "), data.buttons);
        there.forEach(name => tap(name));
        compareCalls(data.calls);
        Stage.clear();
        tap("face3");
        compareCalls(["face 3"]);
    }

    function test_theMarkIsOnOneFaceOnly() {
        show("marked");
        for (let face = 1; face <= 5; ++face)
            compare(target("face" + face).marked, face === 4);
        show("invite");
        compare(target("face4").marked, false);
    }

    function test_promisesComeFromTheSettings() {
        const camera = "Standen har hverken kamera eller mikrofon.";
        const cctv = "Der er tv-overvågning i lokalet. Den hører ikke til standen.";
        verify(shows(camera));
        verify(!shows(cctv));
        Stage.set("noCameraOrMicrophone", false);
        Stage.set("roomCctv", true);
        verify(!shows(camera));
        verify(shows(cctv));
        Stage.set("noCameraOrMicrophone", true);
        Stage.set("roomCctv", false);
    }

    function test_largeTextIsLarge() {
        show("invite", "da", true);
        for (const text of texts(window.contentItem, []))
            verify(text.fontInfo.pixelSize >= 40, text.text + " " + text.fontInfo.pixelSize);
    }

    function shows(words) {
        return texts(window.contentItem, []).some(item => item.text === words);
    }

    function texts(item, found) {
        if (!item.visible)
            return found;
        if (item instanceof Text && item.text !== "")
            found.push(item);
        for (let i = 0; i < item.children.length; ++i)
            texts(item.children[i], found);
        return found;
    }
}
