# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be true of the accessibility tree on every screen (EN 301 549 V3.2.1, 11.5.2.5 to 11.5.2.17)."""

from collections import Counter

from texts import Texts
from tree import Node

READ = {"heading", "paragraph", "notification", "text"}
HOLDS = {"frame", "panel", "dialog"}
CHOSEN = {"check box", "radio button"}
USABLE = {"enabled", "sensitive", "focusable", "showing", "visible"}


def audit(nodes: list[Node], window: tuple[int, int], texts: Texts) -> list[str]:
    """Everything that is wrong with this screen, a sentence each; nothing where it is right."""
    shown = [node for node in nodes if node.shown]
    faults = [f"{node}: visible and showing disagree" for node in nodes if node.shown != ("visible" in node.states)]
    frames = [node for node in shown if node.role == "frame"]
    if len(frames) != 1 or not frames[0].name:
        faults.append(f"the window has no name, or there are several: {[str(node) for node in frames]}")
    modal = any(node.role == "dialog" for node in shown)
    for node in shown:
        faults += [f"{node}: {fault}" for fault in _faults(node, window, texts, modal)]
    usable = [node for node in shown if node.usable]
    for (role, name), count in Counter((node.role, node.name) for node in usable).items():
        if count > 1:
            faults.append(f"{role} '{name}': {count} of them")
    for place, one in enumerate(usable):
        faults += [f"{one} and {other} overlap" for other in usable[place + 1 :] if _overlap(one, other)]
    if not usable:
        faults.append("there is nothing to work with")
    return faults + _order_faults(shown)


def _faults(node: Node, window: tuple[int, int], texts: Texts, modal: bool) -> list[str]:
    faults = []
    if node.role not in READ | HOLDS and not node.worked_with:
        faults.append("a role that says nothing here")
    if not node.name:
        faults.append("no name")
    elif node.role != "frame" and not texts.knows(node.name) and not _is_key(node, texts):
        faults.append(f"not a text of the language shown, {texts.language}")
    if node.role != "frame" and (not node.ancestors or node.ancestors[0].role != "frame"):
        faults.append("its parents don't lead to the window")
    if node.accessible.get_parent().get_child_at_index(node.accessible.get_index_in_parent()) != node.accessible:
        faults.append("its parent does not have it where it says that it is")
    if not node.box or node.box[2] < 1 or node.box[3] < 1:
        faults.append("no place on the screen")
    elif not _inside(node.box, window):
        faults.append(f"outside the window: {node.box}")
    if node.checked and node.role not in CHOSEN:
        faults.append("checked, but no choice")
    if len(set(node.actions)) != len(node.actions) or "" in node.actions:
        faults.append(f"actions without a name, or twice: {node.actions}")
    if node.text is not None and node.role != "text" and node.text != node.name:
        faults.append(f"its text is another: '{node.text}'")
    return faults + (_worked_with_faults(node, modal) if node.worked_with else _read_faults(node))


def _is_key(node: Node, texts: Texts) -> bool:
    """A letter stands alone on the keyboard, and nowhere else."""
    on_keyboard = node.worked_with and node.ancestors[-1].name == texts("keyboard.name")
    return on_keyboard and node.name in texts.keyboard.says


def _worked_with_faults(node: Node, modal: bool) -> list[str]:
    if modal and not node.inside("dialog"):
        return ["can be used behind a dialog"] if node.usable else []
    faults = []
    if missing := USABLE - node.states:
        faults.append(f"lacks {sorted(missing)}")
    if node.role in CHOSEN and not {"Press", "Toggle"} & set(node.actions):
        faults.append(f"can't be chosen: {node.actions}")
    if node.role == "push button" and "Press" not in node.actions:
        faults.append(f"can't be pressed: {node.actions}")
    if node.role == "push button" and "Toggle" in node.actions:
        faults.append("a button has nothing to toggle")
    return faults


def _read_faults(node: Node) -> list[str]:
    if node.role == "text":  # Qt says of every text field that it takes the focus
        return [] if "read-only" in node.states else ["can be written in past the keyboard"]
    if "focusable" in node.states or node.actions:
        return [f"is only read, but can be focused or worked with: {node.actions}"]
    return []


def _order_faults(shown: list[Node]) -> list[str]:
    """The heading or announcement first, then what is to be chosen, row by row; the innermost dialog counts alone."""
    dialog = any(node.role == "dialog" for node in shown)
    here = [node for node in shown if not dialog or node.inside("dialog")]
    heads = [place for place, node in enumerate(here) if node.role in {"heading", "notification"}]
    works = [place for place, node in enumerate(here) if node.worked_with]
    faults = []
    if not heads or (works and works[0] < heads[0]):
        faults.append("what is to be done comes before its heading, or there is none")
    for panel in {id(node.ancestors[-1]): node.ancestors[-1] for node in here if node.inside("panel")}.values():
        members = [node for node in here if node.ancestors and node.ancestors[-1] is panel and node.box]
        tops = [node.box[1] for node in members]
        if tops != sorted(tops):
            faults.append(f"{panel}: not in the order of its rows")
    return faults


def _inside(box: tuple[int, int, int, int], window: tuple[int, int]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[0] + box[2] <= window[0] and box[1] + box[3] <= window[1]


def _overlap(one: Node, other: Node) -> bool:
    if not one.box or not other.box:
        return False
    return all(
        one.box[axis] < other.box[axis] + other.box[axis + 2] and other.box[axis] < one.box[axis] + one.box[axis + 2]
        for axis in (0, 1)
    )
