# SPDX-FileCopyrightText: 2026 Smileystand contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real example centre on a free port of this machine, which lets one stand ask for comments."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

SETTINGS = """server = "https://localhost:{port}"
ca_file = "{centre}/ca.crt"
outbox = "outbox"
inbox = "inbox"
state = "sync"
"""


class Centre:
    """Everything is in the folder of the stand that it configures; `start` starts a child that the caller ends."""

    def __init__(self, programs: Path, folder: Path, start: Callable[[list[str]], object]) -> None:
        self._programs = programs
        self._folder = folder
        self._start = start

    def configure(self, questionnaire: str, read_by: str, wait_for: Callable[[Path], None]) -> None:
        """The stand runs already; its next configuration is on its way when this returns."""
        data = str(self._folder / "central")
        self._central("init", "--data", data, "--name", "Eksempelcentralen", "--host", "localhost", "--example")
        port = self._folder / "port"
        self._start([str(self._programs / "smiley-central"), "serve", "--data", data, "--listen", "127.0.0.1:0",
                     "--port-file", str(port)])
        stand = json.loads(self._central("stand", "add", "--data", data, "--municipality", "fjordby", "--site",
                                         "jobcenter", "--json"))
        self._central("configuration", "set", "--data", data, "--stand", stand["stand"], "--questionnaire",
                      questionnaire)
        passphrase = self._folder / "passphrase"
        passphrase.write_text("hav bro sten lygte\n", encoding="utf-8")
        self._central("comments", "enable", "--data", data, "--municipality", "fjordby", "--new-key",
                      str(self._folder / "comment-key.json"), "--passphrase-file", str(passphrase), "--read-by",
                      read_by, "--dpia-date", date.today().isoformat(), "--dpia-name", "Eksempel, DPO")
        (self._folder / "sync").mkdir()
        settings = self._folder / "sync.toml"
        wait_for(port)
        settings.write_text(SETTINGS.format(port=port.read_text().strip(), centre=data), encoding="utf-8")
        wait_for(self._folder / "outbox/stand.json")
        sync = str(self._programs / "smiley-sync")
        self._run(sync, "enrol", "--code", stand["code"], "--config", str(settings))
        self._start([sync, "run", "--config", str(settings)])

    def _central(self, *arguments: str) -> str:
        return self._run(str(self._programs / "smiley-central"), *arguments)

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
                              cwd=self._folder, env=dict(os.environ), check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: exit code {done.returncode}\n{done.stderr}")
        return done.stdout
