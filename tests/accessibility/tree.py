# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of the stand: its AT-SPI tree and its events. Nothing else is looked at."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WAIT_S = 20.0
# Roles that are worked with; the rest is read.
WORKED_WITH = {"push button", "check box", "radio button"}


@dataclass(frozen=True)
class Node:
    """One object of the tree. Role, name and states are of the moment of the look; the rest is read when it is asked
    for, and GLib.Error says that the object went meanwhile."""

    accessible: Atspi.Accessible
    role: str
    name: str
    states: frozenset[str]
    ancestors: tuple["Node", ...]  # the parent last

    @cached_property
    def actions(self) -> tuple[str, ...]:
        if "Action" not in self._interfaces:
            return ()
        count = Atspi.Action.get_n_actions(self.accessible)
        return tuple(Atspi.Action.get_action_name(self.accessible, index) for index in range(count))

    @cached_property
    def box(self) -> tuple[int, int, int, int] | None:
        """x, y, width, height on the screen; None where it has no place."""
        if "Component" not in self._interfaces:
            return None
        extents = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.SCREEN)
        return (extents.x, extents.y, extents.width, extents.height)

    @cached_property
    def text(self) -> str | None:
        """What the text interface gives, where there is one."""
        if "Text" not in self._interfaces:
            return None
        return one_line(Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible)))

    @cached_property
    def _interfaces(self) -> list[str]:
        return self.accessible.get_interfaces()

    @property
    def shown(self) -> bool:
        return "showing" in self.states

    @property
    def worked_with(self) -> bool:
        return self.role in WORKED_WITH

    @property
    def usable(self) -> bool:
        return self.worked_with and "sensitive" in self.states

    @property
    def checked(self) -> bool:
        return "checked" in self.states

    def inside(self, role: str) -> bool:
        return any(ancestor.role == role for ancestor in self.ancestors)

    def __str__(self) -> str:
        return f"{self.role} '{self.name}'"


class NotThere(Exception):
    """What was waited for did not come to the tree; the message has the tree."""


class Tree:
    """The tree of one application, and what it announces. Everything is read anew at each look.

    It listens before the program is started: Qt asks once who listens, and may miss one who comes while it asks.
    """

    def __init__(self, application: str, runs: Callable[[], bool]) -> None:
        Atspi.init()
        self._name = application
        self._runs = runs
        self._events: list[tuple[str, Atspi.Accessible]] = []
        self.announced: list[str] = []
        self._desktop = Atspi.get_desktop(0)
        self._desktop.set_cache_mask(Atspi.Cache.NONE)  # Qt doesn't say when an object gets its place on the screen
        self._listener = Atspi.EventListener.new(self._heard)
        self._listener.register("object:state-changed:showing")
        self._desktop.get_child_count()  # answered after the registration, which does not wait for its own answer

    def find_application(self) -> None:
        """The program was started, again too: its tree is another."""
        self._application = self.wait("the application", self._find_application, 30)

    def look(self) -> list[Node]:
        """All objects of the window, shown or not, in the tree's order."""
        for _ in range(50):
            try:
                nodes: list[Node] = []
                self._collect(self._application, (), nodes)
                return nodes
            except (GLib.Error, AttributeError):  # an object went while it was being read
                self.spin(0.02)
        raise NotThere("the tree does not come to rest")

    def shown(self) -> list[Node]:
        return [node for node in self.look() if node.shown]

    def wait(self, what: str, ready: Callable[[], object], seconds: float = WAIT_S):
        """The first true value of `ready`."""
        end = time.monotonic() + seconds
        while True:
            value = ready()
            if value:
                return value
            if not self._runs():
                raise NotThere(f"{what}: the stand ended")
            if time.monotonic() > end:
                raise NotThere(f"{what}: not within {seconds:.0f} s\n{self.text()}")
            self.spin(0.02)

    def find(self, role: str, name: str) -> Node | None:
        """The shown object of this role and name; if it is to be worked with, only where that can be done."""
        for node in self.shown():
            if node.role == role and node.name == name and (node.usable or not node.worked_with):
                return node
        return None

    def need(self, role: str, name: str) -> Node:
        return self.wait(f"{role} '{name}'", lambda: self.find(role, name))

    def press(self, role: str, name: str) -> None:
        """Finds it, and does its own action."""
        node = self.need(role, name)
        action = next((x for x in ("Press", "Toggle") if x in node.actions), None)
        if action is None or not Atspi.Action.do_action(node.accessible, node.actions.index(action)):
            raise NotThere(f"{node} has no action that can be done: {node.actions}")

    def wait_announced(self, words: str) -> None:
        """Waits until a screen reader would have read these words unasked; forgets what was read till then."""
        try:
            self.wait(f"announcement '{words}'", lambda: words in self.announced)
        except NotThere as fault:
            raise NotThere(f"{fault}\nannounced was {self.announced}") from None
        self.announced.clear()

    def text(self) -> str:
        return "\n".join(f"    {'  ' * len(n.ancestors)}{n} {sorted(n.states)}" for n in self.shown())

    def spin(self, seconds: float) -> None:
        """Lets time pass and events come in."""
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while True:
            while context.iteration(False):
                pass
            self._read_events()
            if time.monotonic() >= end:
                return
            time.sleep(0.005)

    def _heard(self, event: Atspi.Event) -> None:
        if event.detail1 == 1:
            self._events.append((event.type, event.source))

    def _read_events(self) -> None:
        # As Orca does it: a notification that comes to the screen is read at once.
        events, self._events = self._events, []
        for _, source in events:
            try:
                if source.get_role() == Atspi.Role.NOTIFICATION:
                    self.announced.append(one_line(source.get_name()))
            except GLib.Error:
                continue  # it went before it could be read

    def _find_application(self) -> Atspi.Accessible | None:
        for index in range(self._desktop.get_child_count()):
            child = self._desktop.get_child_at_index(index)
            try:
                if child is not None and child.get_name() == self._name and child.get_child_count() > 0:
                    return child
            except GLib.Error:
                continue  # one that ended
        return None

    def _collect(self, parent: Atspi.Accessible, ancestors: tuple[Node, ...], nodes: list[Node]) -> None:
        for index in range(parent.get_child_count()):
            child = parent.get_child_at_index(index)
            node = read(child, ancestors)
            nodes.append(node)
            self._collect(child, (*ancestors, node), nodes)


def read(accessible: Atspi.Accessible, ancestors: tuple[Node, ...]) -> Node:
    states = frozenset(state.value_nick for state in accessible.get_state_set().get_states())
    hidden = not states & {"showing", "visible"}  # what it would be called doesn't matter, and each question takes time
    return Node(
        accessible=accessible,
        role="hidden" if hidden else accessible.get_role_name(),
        name="" if hidden else one_line(accessible.get_name()),
        states=states,
        ancestors=ancestors,
    )


def one_line(words: str) -> str:
    return " ".join(words.split())
