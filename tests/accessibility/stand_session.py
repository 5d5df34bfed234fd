# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private D-Bus session, a virtual display, the real smiley-stand and its centre; all ends with the `with` block.

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
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from centre import Centre

START_S = 60.0
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def _die_with_us() -> None:
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _end(child: subprocess.Popen) -> None:
    child.terminate()
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


class StandSession:
    """`with StandSession(…) as session:` bus and display are there; after `start` the stand runs on that questionnaire
    and those settings, and takes comments.

    `sizes` are those of the windows that will be asked for; the stand begins with the first.
    """

    def __init__(self, program: Path, questionnaire: str, toml: str, sizes: list[tuple[int, int]],
                 read_by: str) -> None:
        self._program = program.resolve()
        self._questionnaire = questionnaire
        self._toml = toml
        self._sizes = sizes
        self._read_by = read_by
        self._children: list[subprocess.Popen] = []
        # Short: the address of a socket may have 107 bytes, and the accessibility bus makes one in it.
        self.folder = Path(tempfile.mkdtemp(prefix="smiley-at-", dir="/tmp"))

    def __enter__(self) -> "StandSession":
        try:
            os.environ["XDG_RUNTIME_DIR"] = str(self.folder)
            self._start_bus()
            self._start_display()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for child in reversed(self._children):
            _end(child)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        (self.folder / "stand.toml").write_text(self._toml, encoding="utf-8")
        os.mkfifo(self.folder / "sensor")
        self._start_stand(self._sizes[0])
        Centre(self._program.parent, self.folder, self._run).configure(
            self._questionnaire, self._read_by, lambda file: self._wait(str(file), file.exists))
        # In force before the first visitor taps: what was set today is for a day that nobody has begun.
        self._wait("the centre's configuration", lambda: self._rows(
            "SELECT 1 FROM setting WHERE key = 'configuration-in-force'"))

    def stand_runs(self) -> bool:
        return self._stand.poll() is None

    def restart(self, size: tuple[int, int]) -> None:
        """Ends the stand, and starts it again on the same data in a window of this size."""
        _end(self._stand)
        self._start_stand(size)

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
        return self._rows("SELECT * FROM event ORDER BY sequence")

    def comments(self) -> list[sqlite3.Row]:
        """The sealed comments that have not left the stand."""
        return self._rows("SELECT * FROM comment")

    def files_with(self, words: str) -> list[str]:
        """The files of the stand, the sync program and the centre, logs too, that have these words, in any case."""
        clear = [words.lower().encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
        found = []
        for path in (path for path in self.folder.rglob("*") if path.is_file()):
            with suppress(FileNotFoundError):  # one that was only there for a moment
                content = path.read_bytes().lower()
                found += [str(path)] * any(form in content for form in clear)
        return found

    def _rows(self, query: str) -> list[sqlite3.Row]:
        with closing(sqlite3.connect(f"file:{self.folder}/data/stand.sqlite?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            return list(database.execute(query))

    def _start_stand(self, size: tuple[int, int]) -> None:
        # The bridge is on without a screen reader that asks for it: see README.
        environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        folders = [x for name in ("data", "outbox", "inbox") for x in (f"--{name}", str(self.folder / name))]
        self._stand = self._run(
            [str(self._program), "--config", str(self.folder / "stand.toml"), *folders, "--example", "--questionnaire",
             self._questionnaire, "--trace", str(self.folder / "sensor"), "--window", f"{size[0]}x{size[1]}"],
            env=environment)

    def _wait(self, what: str, ready: Callable[[], object]) -> None:
        end = time.monotonic() + START_S
        while not ready():
            if not self.stand_runs() or time.monotonic() > end:
                raise RuntimeError(f"{what} did not come:\n{self.log()}")
            time.sleep(0.05)

    def _start_bus(self) -> None:
        bus = self._run(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise RuntimeError(f"dbus-daemon gave no address:\n{self.log()}")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_display(self) -> None:
        read, write = os.pipe()
        screen = f"{max(size[0] for size in self._sizes)}x{max(size[1] for size in self._sizes)}x24"
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
