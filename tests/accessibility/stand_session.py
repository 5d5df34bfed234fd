# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private D-Bus session, a virtual display and the real smiley-stand in it; all of it ends with the `with` block.

Set up before Atspi is imported: libatspi asks the session bus of its own process for the accessibility bus, so the
session's address is put into this process's environment.
"""

import ctypes
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def _die_with_us() -> None:
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class StandSession:
    """`with StandSession(…) as session:` the stand runs on that questionnaire and those settings."""

    def __init__(self, program: Path, questionnaire: str, toml: str, size: tuple[int, int]) -> None:
        self._program = program
        self._questionnaire = questionnaire
        self._toml = toml
        self.size = size
        self._children: list[subprocess.Popen] = []
        # Short: the address of a socket may have 107 bytes, and the accessibility bus makes one in it.
        self.folder = Path(tempfile.mkdtemp(prefix="smiley-at-", dir="/tmp"))

    def __enter__(self) -> "StandSession":
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for child in reversed(self._children):
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stand_runs(self) -> bool:
        return self._children[-1].poll() is None

    def presence(self, somebody: bool) -> None:
        """Plays the presence sensor: somebody comes, or goes."""
        with open(self.folder / "sensor", "w", encoding="ascii") as sensor:
            sensor.write(f"presence {'begins' if somebody else 'ends'}\n")

    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")

    @contextmanager
    def journal_held(self) -> Iterator[None]:
        """Inside the `with` block the stand can't write: another program holds its journal."""
        with closing(sqlite3.connect(self.folder / "data/stand.sqlite", isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            yield
            database.execute("ROLLBACK")

    def journal(self) -> list[sqlite3.Row]:
        """The rows of the journal, in order."""
        with closing(sqlite3.connect(f"file:{self.folder}/data/stand.sqlite?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            return list(database.execute("SELECT * FROM event ORDER BY sequence"))

    def _start(self) -> None:
        os.environ["XDG_RUNTIME_DIR"] = str(self.folder)
        self._start_bus()
        self._start_display()
        (self.folder / "stand.toml").write_text(self._toml, encoding="utf-8")
        # The bridge is on without a screen reader that asks for it: see README.
        environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        os.mkfifo(self.folder / "sensor")
        folders = [x for name in ("data", "outbox", "inbox") for x in (f"--{name}", str(self.folder / name))]
        size = f"{self.size[0]}x{self.size[1]}"
        self._run([str(self._program), "--config", str(self.folder / "stand.toml"), *folders, "--example",
                   "--questionnaire", self._questionnaire, "--trace", str(self.folder / "sensor"), "--window", size],
                  env=environment)

    def _start_bus(self) -> None:
        bus = self._run(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise RuntimeError(f"dbus-daemon gave no address:\n{self.log()}")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_display(self) -> None:
        read, write = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        self._run(["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
                  pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb gave no display:\n{self.log()}")
        os.environ["DISPLAY"] = f":{number}"
        os.environ.pop("WAYLAND_DISPLAY", None)

    def _run(self, command: list[str], **options) -> subprocess.Popen:
        with open(self.folder / "log", "ab") as log:
            options.setdefault("stdout", log)
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=log, preexec_fn=_die_with_us, **options)
        self._children.append(child)
        return child
