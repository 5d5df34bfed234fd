# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who has nothing but the accessibility tree: looks, presses, reads, and remembers what was answered."""

from collections.abc import Callable

from audit import audit
from texts import Texts
from tree import GLib, Node, NotThere, Tree, one_line

AWAY_S = 2.2  # longer than 1.5 s of an empty near zone: the person has left (app/core/METHOD.md 3)
REST_S = 3.0  # a page fades in, words change one after the other: a screen is judged when it is at rest


class Visitor:
    """One person after the other at the stand; `faults` has what the screens were wrong in."""

    def __init__(self, tree: Tree, texts: dict[str, Texts], questionnaire: dict, window: tuple[int, int],
                 presence: Callable[[bool], None]) -> None:
        self.tree = tree
        self.faults: list[str] = []
        self.screens = 0
        self.journal: list[tuple] = []  # what it has to hold in the end, as Visitor.rows() reads it
        self._texts = texts
        self._questions = {question["id"]: question for question in questionnaire["questions"]}
        self.window = window
        self._presence = presence
        self.arrives()

    @property
    def say(self) -> Texts:
        return self._texts[self.language]

    def screen(self, name: str) -> list[Node]:
        """Judges the screen, and gives what is shown on it."""
        found: list[str] = []
        nodes: list[Node] = []

        def right() -> bool:
            nonlocal found, nodes
            nodes = self.tree.look()
            try:
                found = audit(nodes, self.window, self.say)
            except GLib.Error as gone:
                found = [f"the tree does not come to rest: {gone.message}"]
            return not found

        try:
            self.tree.wait("", right, REST_S)
        except NotThere:
            self.faults += [f"{name} ({self.language}): {fault}" for fault in found]
        shown = [node for node in nodes if node.shown]
        self.screens += 1
        usable = sum(node.usable for node in shown)
        print(f"{name} ({self.language}): {len(shown)} objects, {usable} to work with, {len(found)} faults", flush=True)
        return shown

    def must(self, fact: bool, otherwise: str) -> None:
        if not fact:
            self.faults.append(otherwise)
            print(f"  {otherwise}", flush=True)

    def arrives(self) -> None:
        """Comes to a stand that nobody has changed the language of."""
        self.language = next(iter(self._texts))
        self._presence(True)
        self.tree.announced.clear()

    def leaves(self) -> None:
        """Goes, long enough to be missed; the next person finds clean faces in the first language."""
        self._presence(False)
        self.tree.spin(AWAY_S)
        self.language = next(iter(self._texts))
        self.tree.need("paragraph", self.say.of(self._questions["K0"]["hint"]))
        self.arrives()

    # ---- the faces ---------------------------------------------------------------------------------------------------

    def faces(self) -> list[Node]:
        """The five faces by role and name, in the questionnaire's order, under the question that they answer."""
        question = self._questions["K0"]
        names = [self.say.of(option["text"]) for option in question["options"]]
        faces = self._need_all("push button", names)
        self.must([face.name for face in faces] == names, f"the faces' order in the tree ({self.language})")
        lefts = [face.box[0] for face in faces if face.box]
        self.must(lefts == sorted(lefts), f"the faces' order on the screen ({self.language})")
        group = self.say.of(question["text"])
        self.must(all(face.ancestors[-1].name == group for face in faces), f"the faces are not held by '{group}'")
        return faces

    def press_face(self, face: int) -> None:
        self.press("push button", self.faces()[face - 1].name)
        self.journal.append(("tap", face, self.language))

    def press(self, role: str, name: str) -> None:
        self.tree.press(role, name)

    def press_button(self, text: str) -> None:
        self.press("push button", self.say(text))

    # ---- the poll ----------------------------------------------------------------------------------------------------

    def question(self, number: int) -> dict:
        """Waits for this question, and gives it as the questionnaire has it."""
        places = [self.say("progress", number, total) for total in range(number, len(self._questions))]
        self.tree.wait(f"one of {places}", lambda: any(self.tree.find("paragraph", place) for place in places))
        headings = {node.name for node in self.tree.shown() if node.role == "heading"}
        found = [question for question in self._questions.values() if self.say.of(question["text"]) in headings]
        if len(found) != 1:
            raise NotThere(f"question {number} has no heading of its own: {headings}\n{self.tree.text()}")
        self.screen(f"question {found[0]['id']}")
        return found[0]

    def options(self, question: dict) -> dict[str, Node]:
        """The question's options by their ids, all of the role that fits."""
        role = "check box" if question["kind"] == "choices" else "radio button"
        names = {self.say.of(option["text"]): option["id"] for option in question["options"]}
        found = self._need_all(role, list(names))
        self.must([node.name for node in found] == list(names), f"{question['id']}: the options' order in the tree")
        return {names[node.name]: node for node in found}

    def choose(self, question: dict, *ids: str) -> None:
        """Chooses, and sees each state change; of several it takes one back, of one it changes its mind."""
        several = question["kind"] == "choices"
        before = self.options(question)
        other = next(option for option in before if option not in ids)
        for option in (other, *ids, *([other] if several else [])):
            marked = not before[option].checked if several else True
            self.press(before[option].role, before[option].name)
            self.wait_checked(before[option], marked)
            before = self.options(question)
        marked_now = {option for option, node in before.items() if node.checked}
        self.must(marked_now == set(ids), f"{question['id']}: {sorted(marked_now)} are checked, not {sorted(ids)}")

    def go_on(self, question: dict, *ids: str, last: bool = False) -> None:
        self.journal.append(("answered", question["id"], " ".join(ids), self.language))
        self.press_button("nav.done" if last else "nav.next")

    def _need_all(self, role: str, names: list[str]) -> list[Node]:
        def all_there() -> list[Node] | None:
            found = [node for node in self.tree.shown() if node.role == role and node.usable and node.name in names]
            return found if len(found) == len(names) else None

        return self.tree.wait(f"{role}s {names}", all_there)

    def wait_checked(self, node: Node, checked: bool) -> None:
        def there() -> bool:
            now = self.tree.find(node.role, node.name)
            return now is not None and now.checked == checked

        self.tree.wait(f"{node} to be {'checked' if checked else 'not checked'}", there)

    # ---- the comment -------------------------------------------------------------------------------------------------

    def comment_page(self) -> None:
        """Waits for the page of the comment, and judges it."""
        question = next(question for question in self._questions.values() if question["kind"] == "comment")
        self.tree.need("heading", self.say.of(question["text"]))
        self.screen(f"comment {question['id']}")

    def write(self, letters: str) -> None:
        """By the keys of these names, as they are shown: a layer or Shift is chosen by whoever calls."""
        for letter in letters:
            self.press("push button", self.say("keyboard.space") if letter == " " else self.say.keyboard.key(letter))

    def wait_written(self, words: str) -> None:
        """The tree has this comment, and no other."""

        def written() -> list[str | None]:
            return [node.text for node in self.tree.shown() if node.role == "text"]

        try:
            self.tree.wait(f"the comment '{words}'", lambda: written() == [words], REST_S)
        except NotThere:
            raise NotThere(f"the comment is not '{words}' in the tree, but {written()}") from None

    # ---- overlays ----------------------------------------------------------------------------------------------------

    def dialog(self, name: str) -> list[Node]:
        """Waits for the dialog, judges it, and gives what it holds."""
        self.tree.need("dialog", name)
        return [node for node in self.screen(f"dialog '{name}'") if node.inside("dialog")]

    def wait_gone(self, role: str, name: str) -> None:
        self.tree.wait(f"{role} '{name}' to go", lambda: self.tree.find(role, name) is None)

    def wait_announced(self, *parts: str) -> None:
        self.tree.wait_announced(one_line(" ".join(parts)))


def rows(journal: list) -> list[tuple]:
    """The journal's rows about visitors, as Visitor.journal has them; the order of the options is the stand's own."""
    made: dict[str, Callable] = {
        "tap": lambda row: ("tap", row["face"], row["language"]),
        "answered": lambda row: ("answered", row["question"], row["answers"], row["language"]),
        "withdrawn": lambda _: ("withdrawn",),
    }
    return [made[row["kind"]](row) for row in journal if row["kind"] in made]
