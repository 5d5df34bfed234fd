# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stand may say in a language: its translations, its questionnaire, its own settings and its keyboard."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tree import one_line


class Texts:
    """The texts of one language; easy Danish falls back to Danish, no other language falls back to anything."""

    def __init__(self, language: str, qml: Path, questionnaire: dict, own: list[str]) -> None:
        self.language = language
        self.keyboard = Keyboard(qml / "keyboards" / f"Keys_{language.partition('-')[0]}.qml")
        self._by_id: dict[str, str] = {}
        for tag in ["da", language] if language.startswith("da") else [language]:
            for message in ElementTree.parse(qml / "i18n" / f"smileystand_{tag}.ts").getroot().iter("message"):
                words = message.findtext("translation") or message.findtext("source") if tag == "da" \
                    else message.findtext("translation")
                if words:
                    self._by_id[message.attrib["id"]] = words
        said = [*self._by_id.values(), *own, *(entry["name"] for entry in questionnaire["languages"])]
        for question in questionnaire["questions"]:
            for holder in (question, *question.get("options", [])):
                said += [self.of(holder.get(part, {})) for part in ("text", "hint")]
            if question["kind"] == "comment":  # its hint is said in parts
                said += re.split(r"(?<=\.) ", self.of(question["hint"]))
        parts = sorted({_pattern(words) for words in said if words}, key=len, reverse=True)
        one = "(?:" + "|".join(parts) + ")"
        self._any = re.compile(rf"{one}(?: {one})*\.?")

    def of(self, translations: dict[str, str]) -> str:
        """The text of a part of the questionnaire."""
        fallback = translations.get("da", "") if self.language.startswith("da") else ""
        return one_line(translations.get(self.language, fallback))

    def __call__(self, text: str, *arguments: object) -> str:
        """The stand's own text of this id, with its %1, %2 filled in."""
        words = self._by_id[text]
        for number, argument in enumerate(arguments, 1):
            words = words.replace(f"%{number}", str(argument))
        return one_line(words)

    def beginning(self, text: str) -> list[str]:
        """The ids that begin so."""
        return [known for known in self._by_id if known.startswith(text)]

    def knows(self, words: str) -> bool:
        """Is it made of this language's texts, and nothing else?"""
        return self._any.fullmatch(words) is not None


class Keyboard:
    """A language's keyboard as its file in qml/keyboards has it: each letter and sign by the name of its key."""

    def __init__(self, file: Path) -> None:
        content = file.read_text(encoding="utf-8")
        found = re.search(r"names: \((.*)\)", content)
        names = json.loads(found[1]) if found else {}
        given: dict[str, str] = {"comma": ",", "stop": "."}
        given |= dict(re.findall(r'^ +(\w+): "(.*)"$', content, re.MULTILINE))
        layers = re.findall(r"(?:letters|capitals|signs): (\[.*\])", content)
        small = {letter for layer in layers for row in json.loads(layer) for letter in row.split(" ")}
        letters = small | {letter.upper() for letter in small} | {given["comma"], given["stop"]}
        self._names = {letter: names.get(letter, letter) for letter in letters}
        self.says = {*self._names.values(), given.get("capitalsLabel", ""), given.get("lettersLabel", "")} - {""}

    def key(self, letter: str) -> str:
        """The name of the key that writes this letter or sign."""
        return self._names[letter]


def _pattern(words: str) -> str:
    pattern = re.escape(one_line(words))
    return re.sub(r"(?:\\ )?%\d", lambda _: r" ?.{0,60}?", pattern)
