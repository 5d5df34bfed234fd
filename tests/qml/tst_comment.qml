// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Smileystand
import Smileystand.Test
import Smileystand.Ui

ScreenTest {
    id: root

    name: "Comment"

    // A finger on one key after another.
    function touch(names) {
        for (const name of names.split(" ")) {
            const key = target("key-" + name);
            verify(key, name);
            const finger = touchEvent(key);
            finger.press(0, key).commit();
            verify(key.pressed, name);
            finger.release(0, key).commit();
        }
    }

    function keyboard() {
        return target("key-space").parent;
    }

    function test_theKeysWriteWhatStandsOnThem() {
        show("comment");
        touch("v e n t stop space comma newline");
        compareCalls(["type v", "type e", "type n", "type t", "type .", "type  ", "type ,", "type \n"]);
    }

    function test_aSentenceBeginsWithACapitalAndShiftIsForOneLetter() {
        show("comment:empty");
        compare(target("key-a").name, "A");
        verify(target("key-shift").chosen);
        touch("j");
        Stage.write("J");
        touch("e");
        touch("shift");
        compare(target("key-æ").Accessible.name, "Æ");
        touch("å o");
        compareCalls(["type J", "type e", "type Å", "type o"]);
        for (const begin of ["Godt. ", "Hvorfor? ", "Kom!  ", "En\n"]) {
            Stage.write(begin);
            compare(target("key-x").name, "X", begin);
        }
        for (const going of ["Godt.", "kl 10.30", "ja,", "[fjernet] "]) {
            Stage.write(going);
            compare(target("key-x").name, "x", going);
        }
        Stage.write("Godt. ");
        touch("shift");
        touch("i");
        compare(Stage.calls[Stage.calls.length - 1], "type i", "Shift also makes it small");
    }

    function test_digitsLieOneLayerDown() {
        show("comment");
        compare(target("key-1"), null);
        compare(target("key-signs").Accessible.name, "Tal og tegn");
        touch("signs");
        compare(target("key-a"), null);
        touch("1 0 ? @");
        touch("signs d");
        touch("signs 2 shift");
        compare(target("key-d").name, "D", "Shift leads to the capitals");
        touch("d");
        compareCalls(["type 1", "type 0", "type ?", "type @", "type d", "type 2", "type D"]);
    }

    function test_eraseTakesOneAwayAtEachTouch() {
        show("comment");
        touch("erase");
        const key = target("key-erase");
        const finger = touchEvent(key);
        finger.press(0, key).commit();
        wait(900);
        finger.release(0, key).commit();
        compareCalls(["erase", "erase"]);
    }

    function test_theArabicKeyboardWritesArabicAndLiesAsArabicKeyboardsDo() {
        show("comment", "ar");
        verify(target("key-ض").mapToItem(null, 0, 0).x < target("key-ج").mapToItem(null, 0, 0).x);
        verify(target("key-erase").mapToItem(null, 0, 0).x > root.window.width / 2);
        verify(target("back").mapToItem(null, 0, 0).x > target("skip").mapToItem(null, 0, 0).x, "the rest mirrors");
        touch("ش ا shift ا");
        touch("ا signs ؟ comma");
        compareCalls(["type ش", "type ا", "type أ", "type ا", "type ؟", "type ،"]);
        compare(target("key-space").Accessible.name, "مسافة");
    }

    function test_theLayoutIsThatOfTheLanguageOrOfTheNearest_data() {
        return [
            {
                tag: "easy Danish",
                language: "da-x-let",
                rightToLeft: false,
                letter: "å"
            },
            {
                tag: "Somali",
                language: "so",
                rightToLeft: false,
                letter: "q"
            },
            {
                tag: "Farsi",
                language: "fa",
                rightToLeft: true,
                letter: "چ"
            },
            {
                tag: "Kurdish",
                language: "ckb",
                rightToLeft: true,
                letter: "ض"
            },
            {
                tag: "Ukrainian",
                language: "uk",
                rightToLeft: false,
                letter: "ї"
            }
        ];
    }
    function test_theLayoutIsThatOfTheLanguageOrOfTheNearest(data) {
        const made = createTemporaryObject(keys, root.window.contentItem, {
            language: data.language,
            rightToLeft: data.rightToLeft
        });
        verify(made.layout.letters.join(" ").split(" ").includes(data.letter));
    }

    function test_turkishHasTwoCapitalIs() {
        const made = createTemporaryObject(keys, root.window.contentItem, {
            language: "tr",
            rightToLeft: false
        });
        made.beginsSentence = true;
        compare(find(made, "key-i").name, "İ");
        compare(find(made, "key-ı").name, "I");
    }

    function test_aLayoutThatIsNoLongerShownIsGone() {
        const made = createTemporaryObject(keys, root.window.contentItem, {
            language: "da",
            rightToLeft: false,
            width: 1280
        });
        let gone = 0;
        made.layout.Component.destruction.connect(() => ++gone);
        for (const tag of ["uk", "pl"]) {
            made.language = tag;
            gc();
            wait(0);
            gc();
            wait(0);
            compare(gone, 1, tag);
            verify(made.layout.letters.length > 0);
        }
    }

    function test_everyKeyOfEveryLayoutHasANameAndASizeAndAPlaceOfItsOwn_data() {
        const rows = [];
        for (const tag of ["da", "en", "ar", "fa", "uk", "pl", "tr"]) {
            for (const panel of [[1024, 169.5], [1280, 149], [1920, 141], [1080, 102.4]])
                rows.push({
                    tag: tag + " " + panel[0],
                    language: tag,
                    width: panel[0],
                    pxPerMm: panel[1] / 25.4
                });
        }
        return rows;
    }
    function test_everyKeyOfEveryLayoutHasANameAndASizeAndAPlaceOfItsOwn(data) {
        const made = createTemporaryObject(keys, root.window.contentItem, {
            language: data.language,
            rightToLeft: false,
            width: data.width
        });
        compare(made.layout.letters.map(made.keysOf).map(row => row.length), made.layout.capitals.map(made.keysOf).map(row => row.length));
        // Eleven letters, or twelve, side by side on the 154 mm of a 7" panel.
        const least = data.width === 1024 ? 12.7 : 15;
        for (const layer of ["letters", "capitals", "signs"]) {
            made.onSigns = layer === "signs";
            made.beginsSentence = layer === "capitals";
            const found = [];
            collect(made, found);
            verify(found.length >= 37, layer + " " + found.length);
            const places = {};
            for (const key of found) {
                verify(key.Accessible.name.trim() !== "", key.objectName);
                verify(key.label !== "" || key.icon !== "", key.objectName);
                verify(key.width >= least * data.pxPerMm, key.objectName + " " + key.width / data.pxPerMm);
                verify(!places[key.objectName], key.objectName + " is there twice");
                places[key.objectName] = true;
                const at = key.mapToItem(made, 0, 0);
                verify(at.x >= 0 && at.x + key.width <= made.width && at.y + key.height <= made.height, key.objectName);
                for (const other of found) {
                    const its = other.mapToItem(made, 0, 0);
                    verify(other === key || at.x + key.width <= its.x || its.x + other.width <= at.x || at.y + key.height <= its.y || its.y + other.height <= at.y, key.objectName + " over " + other.objectName);
                }
            }
        }
    }

    function collect(item, found) {
        if (item instanceof Key)
            found.push(item);
        else
            for (let i = 0; i < item.children.length; ++i)
                collect(item.children[i], found);
    }

    function test_twoFingersWriteOneLetter() {
        show("comment");
        const first = target("key-a");
        const second = target("key-p");
        const fingers = touchEvent(first);
        fingers.press(0, first).press(1, second).commit();
        fingers.release(0, first).release(1, second).commit();
        compareCalls(["type a"]);
    }

    function test_aPlainKeyboardTypesNothing() {
        show("comment");
        for (const key of [Qt.Key_A, Qt.Key_Z, Qt.Key_9, Qt.Key_Backspace, Qt.Key_Delete, Qt.Key_Space, Qt.Key_Return])
            keyClick(key);
        mouseClick(findAny(root.window.contentItem, "comment").parent);
        keyClick(Qt.Key_A);
        keySequence("Ctrl+V");
        compareCalls([]);
        compare(findAny(root.window.contentItem, "comment").text, Stage.visitor.comment);
    }

    function test_theCounterIsCalmToTheEnd() {
        show("comment");
        compare(target("left").text, "Spørgsmål 3 af 3. 139 tegn tilbage.");
        show("comment:full");
        compare(target("left").text, "Spørgsmål 3 af 3. 0 tegn tilbage.");
        const ink = target("left").color;
        show("comment:empty");
        compare(target("left").text, "Spørgsmål 3 af 3. 200 tegn tilbage.");
        verify(Qt.colorEqual(target("left").color, ink));
    }

    function test_theEndOfALongCommentIsSeen() {
        show("comment:full");
        const text = findAny(root.window.contentItem, "comment");
        const view = text.parent;
        const end = text.positionToRectangle(text.length);
        const bottom = text.mapToItem(view, 0, end.y + end.height).y;
        verify(bottom <= view.height + 1 && bottom > 0, bottom + " " + view.height);
        verify(text.contentWidth <= view.width);
        verify(text.contentHeight > view.height, "there is more than fits");
        verify(Math.abs((text.contentHeight - view.height) % (text.contentHeight / text.lineCount)) < 1, "whole lines");
    }

    function test_theCaretStandsAtTheEnd_data() {
        return [
            {
                tag: "lying",
                language: "da",
                contrast: false
            },
            {
                tag: "large text",
                language: "da",
                contrast: true
            },
            {
                tag: "Arabic",
                language: "ar",
                contrast: false
            }
        ];
    }
    function test_theCaretStandsAtTheEnd(data) {
        show("comment", data.language, data.contrast);
        const text = findAny(root.window.contentItem, "comment");
        const caret = findAny(root.window.contentItem, "caret");
        const end = text.positionToRectangle(text.length);
        fuzzyCompare(caret.x, end.x, 4);
        fuzzyCompare(caret.y, text.y + end.y, 1);
        if (data.language === "ar")
            verify(caret.x < text.positionToRectangle(text.length - 4).x, "to the left of what was written");
    }

    function findAny(item, name) {
        if (item.objectName === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = findAny(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    function test_whatWasTakenOutIsSaidHereAndInTheThanks() {
        show("comment");
        verify(shows("Skriv ikke navne eller numre."));
        show("comment:removed");
        verify(shows("Vi har fjernet et nummer, der ligner et CPR-nummer."));
        verify(shows("Resten af din tekst er her stadig."));
        verify(!shows("Skriv ikke navne eller numre."));
        show("thanks:removed");
        verify(shows("Vi har fjernet et navn."));
        show("thanks");
        verify(!shows("Vi har fjernet et navn."));
    }

    function test_theHelpStandsOnTop() {
        show("comment");
        verify(shows("Vi kan ikke svare dig her."));
        verify(shows("Har du brug for hjælp nu? Gå til skranken. Ved fare: ring 112."));
    }

    function shows(words) {
        return holds(root.window.contentItem, words);
    }
    function holds(item, words) {
        if (item instanceof Text && item.visible && item.text === words)
            return true;
        for (let i = 0; i < item.children.length; ++i) {
            if (holds(item.children[i], words))
                return true;
        }
        return false;
    }

    function test_theWayOnCallsTheModel() {
        show("comment");
        tap("back");
        tap("skip");
        tap("nextPerson");
        tap("next");
        compareCalls(["back", "skip", "nextPerson", "next"]);
        show("comment:empty");
        compare(target("next"), null);
    }

    function test_thePageComesAndGoesWithTheQuestion() {
        show("question:B1");
        compare(target("key-a"), null);
        show("comment");
        verify(target("key-a"));
        compare(target("option-1"), null);
        show("question:F1");
        verify(target("option-wait"));
        compare(target("key-a"), null);
        show("faces");
        compare(target("key-a"), null);
    }

    Component {
        id: keys

        Keyboard {
            width: 1280
            keyHeight: 118
        }
    }
}
