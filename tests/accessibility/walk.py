# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every visitor's screen of a real smiley-stand by its accessibility tree alone, and answers.

example: /usr/bin/python3 tests/accessibility/walk.py --program build/dev/bin/smiley-stand

Prints a line a screen. Exit codes: 0 all is right, 1 something is not (told last), 2 wrong options.
"""

import argparse
import json
import sys
from pathlib import Path

from stand_session import StandSession
from texts import Texts
from tree import NotThere, Tree
from visitor import Visitor, rows

SOURCES = Path(__file__).resolve().parents[2]
QUESTIONNAIRE = SOURCES / "tests/accessibility/questionnaire.json"
LYING, STANDING = (1280, 800), (1080, 1920)
LANGUAGES = ("da", "da-x-let", "en", "ar")
MUNICIPALITY, PLACE, CONTACT = "Fjordby Kommune", "Jobcenter Fjordby", "dpo@fjordby.example, 12 34 56 78"
READ_BY = "Kommunikation, Fjordby Kommune"
SECRET, CPR = "zebra", "1203901234"
QUESTIONS = 5  # that may follow a face
SAID = {"da": ("Der er for lang ventetid.", "Vi er nu to i modtagelsen.")}
# What "Om dit svar" says under these settings, with the numbers in it.
ABOUT: dict[str, tuple] = {
    "about.title": (),
    "about.voluntary.lead": (),
    "about.voluntary": (),
    "about.time.lead": (),
    "about.time": (2,),
    "about.keep.lead": (),
    "about.keep": (),
    "about.sensor.lead": (),
    "about.sensor": (),
    "about.sent.lead": (),
    "about.sent": (10,),
    "about.text.lead": (),
    "about.text": (READ_BY, 90),
    "about.room.lead": (),
    "about.cctv.lead": (),
    "about.controller": (MUNICIPALITY,),
}
SETTINGS = f"""
municipality = "{MUNICIPALITY}"
place = "{PLACE}"
controller_contact = "{CONTACT}"
languages = ["da", "da-x-let", "en"]
more_languages = ["ar"]
raw_days = 2
smallest_shown = 10
room_cctv = true
presence_sensor = true
panel_dpi = 149.0
[said_done.said]
da = "{SAID["da"][0]}"
[said_done.done]
da = "{SAID["da"][1]}"
[times]
idle_ms = 8000
warning_ms = 30000
banner_ms = 30000
"""


def a_whole_poll(visitor: Visitor) -> None:
    """Danish: a face, the thanks, every question, a step back, a warning, a comment, the last thanks."""
    say = visitor.say
    visitor.screen("faces")
    visitor.press_face(2)
    visitor.wait_announced(say("thanks.saved"), say("thanks.more", QUESTIONS))
    visitor.screen("invitation")
    visitor.press_button("thanks.yes")

    errand = visitor.question(1)
    visitor.choose(errand, "meeting")
    visitor.go_on(errand, "meeting")
    reasons = visitor.question(2)
    visitor.press_button("nav.back")
    visitor.question(1)
    visitor.must(visitor.options(errand)["meeting"].checked, "a step back lost what was chosen")
    visitor.press_button("nav.next")
    visitor.question(2)
    visitor.choose(reasons, "wait", "help")
    visitor.go_on(reasons, "wait", "help")
    heard = visitor.question(3)
    visitor.choose(heard, "4")
    time_runs_out(visitor)
    visitor.must(visitor.options(heard)["4"].checked, "the warning lost what was chosen")
    visitor.go_on(heard, "4")
    purpose = visitor.question(4)
    visitor.choose(purpose, "dk")
    visitor.go_on(purpose, "dk")
    a_comment(visitor)
    visitor.press_button("nav.done")

    visitor.wait_announced(say("thanks.done"), say("comment.cprfound"))
    visitor.screen("thanks for a comment")
    visitor.leaves()


def a_comment(visitor: Visitor) -> None:
    """Written key by key: the capital falls off by itself, a slip is taken back, a CPR number does not stay."""
    say = visitor.say
    visitor.comment_page()
    shift = visitor.tree.need("check box", say("keyboard.shift"))
    visitor.must(shift.checked, "a comment doesn't begin with a capital")
    visitor.write(SECRET[0].upper())
    visitor.wait_checked(shift, False)
    visitor.write(SECRET[1:] + " ek")
    visitor.wait_written(f"{SECRET.capitalize()} ek")
    visitor.press_button("keyboard.erase")
    visitor.wait_written(f"{SECRET.capitalize()} e")
    visitor.press("check box", shift.name)
    visitor.wait_checked(shift, True)
    visitor.screen("comment with Shift")
    visitor.write("N")
    visitor.press_button("keyboard.signs")
    visitor.screen("comment with signs")
    visitor.write("," + CPR + " ")
    visitor.press_button("keyboard.letters")
    visitor.write("tak")  # what touches the end may go on, and is not judged yet
    visitor.wait_written(f"{SECRET.capitalize()} eN,[fjernet] tak")
    visitor.wait_announced(say("comment.cprfound"), say("comment.rest"))
    shown = visitor.screen("comment with a number taken out")
    said = [node for node in shown for words in (node.name, node.text or "") if CPR in words]
    visitor.must(not said, f"the number is still in the tree: {said}")


def time_runs_out(visitor: Visitor) -> None:
    say = visitor.say
    visitor.wait_announced(say("timeout.title"), say("timeout.body"), say("timeout.else"))
    visitor.dialog(say("timeout.title"))
    visitor.press_button("timeout.more")
    visitor.wait_gone("dialog", say("timeout.title"))


def about_your_answer(visitor: Visitor) -> None:
    """Every sentence that the settings make true is in the tree, and none that they don't."""
    say = visitor.say
    visitor.press_button("about.title")
    read = [node.name for node in visitor.dialog(say("about.title")) if not node.worked_with]
    for text in say.beginning("about."):
        wanted = text in ABOUT
        there = say(text, *ABOUT.get(text, ())) in read
        visitor.must(there == wanted, f"'{text}' is {'not ' * wanted}in the tree ({visitor.language}): {read}")
    visitor.must(any(say("anon.cctv") in words for words in read), "nothing is said of the CCTV")
    visitor.must(CONTACT in read, "nobody is named to write to")
    visitor.press_button("nav.close")
    visitor.wait_gone("dialog", say("about.title"))


def in_easy_danish(visitor: Visitor) -> None:
    visitor.press("radio button", "Let dansk")
    visitor.language = "da-x-let"
    visitor.faces()
    visitor.screen("faces")


def in_english(visitor: Visitor) -> None:
    visitor.press("radio button", "English")
    visitor.language = "en"
    say = visitor.say
    visitor.faces()
    visitor.must(visitor.tree.need("radio button", "English").checked, "English is not checked")
    visitor.must(not visitor.tree.need("radio button", "Dansk").checked, "Dansk is still checked")
    visitor.screen("faces")
    about_your_answer(visitor)
    visitor.press_face(5)
    visitor.wait_announced(say("thanks.saved"), say("thanks.more", QUESTIONS))
    visitor.screen("invitation")
    visitor.press_button("thanks.yes")
    visitor.question(1)
    visitor.press_button("nav.skip")
    visitor.question(2)
    visitor.press_button("nav.finish")
    visitor.wait_announced(say("thanks.saved"))
    visitor.press_face(4)
    visitor.wait_announced(say("repeat.updated"), say("repeat.updatedb"))
    visitor.screen("changed")
    visitor.press_face(4)
    visitor.wait_announced(say("repeat.have"), say("repeat.haveb"))
    visitor.screen("repeated")
    visitor.leaves()


def in_arabic(visitor: Visitor) -> None:
    """By "Flere sprog"; the poll's layout mirrors, the faces don't; "I am next" begins again in Danish."""
    visitor.press("radio button", "English")
    visitor.language = "en"
    say = visitor.say
    visitor.press_button("lang.more")
    visitor.dialog(say("lang.more"))
    visitor.press_button("nav.close")
    visitor.wait_gone("dialog", say("lang.more"))
    visitor.press_button("lang.more")
    visitor.press("radio button", "العربية")
    visitor.language = "ar"
    visitor.faces()
    visitor.screen("faces")
    about_your_answer(visitor)
    visitor.press_face(3)
    visitor.press_button("thanks.yes")
    errand = visitor.question(1)
    first, second = (visitor.options(errand)[option] for option in ("meeting", "desk"))
    mirrored = first.box is not None and second.box is not None and first.box[0] > second.box[0]
    visitor.must(mirrored, "the options don't begin at the right")
    visitor.choose(errand, "desk")
    visitor.go_on(errand, "desk")
    visitor.question(2)
    visitor.press_button("nav.nextperson")
    visitor.language = "da"
    visitor.faces()
    visitor.leaves()


def with_contrast_then_withdrawn(visitor: Visitor) -> None:
    say = visitor.say
    contrast = visitor.tree.need("check box", say("tool.contrast"))
    visitor.must(not contrast.checked, "Kontrast is checked before anybody chose it")
    visitor.press("check box", contrast.name)
    visitor.tree.wait("Kontrast to be checked", lambda: visitor.tree.need("check box", contrast.name).checked)
    visitor.screen("faces with Kontrast")
    visitor.press_face(1)
    visitor.wait_announced(say("thanks.saved"), say("thanks.more", QUESTIONS))
    visitor.screen("invitation with Kontrast")
    visitor.press_button("thanks.undo")
    visitor.journal.append(("withdrawn",))
    visitor.wait_announced(say("withdrawn"), say("withdrawn.b"))
    visitor.screen("withdrawn with Kontrast")


def nothing_is_saved(visitor: Visitor, session: StandSession) -> None:
    """A tap that could not be written is not thanked for, and that is said at once too."""
    say = visitor.say
    face = visitor.faces()[0]
    with session.journal_held():
        visitor.press("push button", face.name)
        visitor.wait_announced(say("trouble.title"), say("trouble.body"))
        visitor.screen("trouble")


def standing(visitor: Visitor, session: StandSession) -> None:
    """In a portrait window, after a start: the layouts are others, what is found is the same."""
    session.restart(STANDING)
    visitor.window = STANDING
    visitor.tree.find_application()
    visitor.arrives()
    visitor.faces()
    visitor.screen("faces, standing")
    about_your_answer(visitor)
    visitor.press_face(4)
    visitor.press_button("thanks.yes")
    errand = visitor.question(1)
    visitor.choose(errand, "other")
    visitor.go_on(errand, "other")
    visitor.question(2)
    visitor.press_button("nav.skip")
    visitor.comment_page()
    visitor.write("N")
    visitor.wait_written("N")
    visitor.press_button("nav.skip")
    visitor.wait_announced(visitor.say("thanks.done"))
    shown = {node.name for node in visitor.screen("thanks, standing")}
    visitor.must(set(SAID["da"]) <= shown, "what people said, and what was done, is not in the tree")
    visitor.leaves()


def what_is_kept(visitor: Visitor, session: StandSession) -> None:
    """Exactly what was answered; of the comment one sealed row, and nothing that can be read."""
    written = rows(session.journal())
    print(f"the journal has {len(written)} rows of visitors")
    visitor.must(written == visitor.journal, f"the journal has\n    {written}\n  not\n    {visitor.journal}")
    sealed = [row["question"] for row in session.comments()]
    visitor.must(sealed == ["T1"], f"comments to {sealed} are sealed, not one to T1")
    visitor.must(bool(session.files_with(CONTACT)), "the search finds nothing in any file")
    for words in (SECRET, CPR):
        visitor.must(not session.files_with(words), f"'{words}' stands in {session.files_with(words)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True, help="the smiley-stand to walk through")
    options = parser.parse_args()
    questionnaire = json.loads(QUESTIONNAIRE.read_text(encoding="utf-8"))
    own = [MUNICIPALITY, PLACE, CONTACT, READ_BY, *SAID["da"]]
    texts = {tag: Texts(tag, SOURCES / "qml", questionnaire, own) for tag in LANGUAGES}
    with StandSession(options.program, str(QUESTIONNAIRE), SETTINGS, [LYING, STANDING], READ_BY) as session:
        visitor = None
        try:
            tree = Tree("smiley-stand", session.stand_runs)
            session.start()
            tree.find_application()
            visitor = Visitor(tree, texts, questionnaire, LYING, session.presence)
            for part in (a_whole_poll, in_easy_danish, in_english, in_arabic, with_contrast_then_withdrawn):
                part(visitor)
            nothing_is_saved(visitor, session)
            standing(visitor, session)
            what_is_kept(visitor, session)
            faults = visitor.faults
        except NotThere as fault:
            faults = [*(visitor.faults if visitor else []), f"{fault}\nThe stand's log:\n{session.log()}"]
    for fault in faults:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"{visitor.screens if visitor else 0} screens walked, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
