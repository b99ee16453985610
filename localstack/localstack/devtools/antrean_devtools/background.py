"""Processes that outlive the command that starts them."""

import os
import signal
import subprocess
import time
from pathlib import Path

from antrean_devtools import project


class Background:
    """A process in a session of its own. Whatever it starts stays in that session, so that all of
    it can be ended, even when the first process is gone already."""

    def __init__(self, name: str) -> None:
        self.log = project.LOGS / f"{name}.log"
        self._file = project.STATE / f"{name}.session"

    def start(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._file.write_text(str(process.pid))

    def runs(self) -> bool:
        session = self._session()
        return session is not None and session in self.processes()

    def processes(self) -> list[int]:
        """Every living process of the session."""
        session = self._session()
        return [] if session is None else [pid for pid in _living() if _session_of(pid) == session]

    def memory(self) -> int:
        """Resident memory of all of them, in MB."""
        pids = self.processes()
        if not pids:
            return 0
        listed = _ps("-o", "rss=", "-p", ",".join(map(str, pids)))
        return sum(int(line) for line in listed) // 1024

    def stop(self, patience: float = 5) -> None:
        """Asks the first process, then ends what is left."""
        session = self._session()
        if session is None:
            return
        _kill(session, signal.SIGTERM)
        deadline = time.monotonic() + patience
        while session in self.processes() and time.monotonic() < deadline:
            time.sleep(0.1)
        while left := self.processes():
            for pid in left:
                _kill(pid, signal.SIGKILL)
            time.sleep(0.05)
        self._file.unlink(missing_ok=True)

    def _session(self) -> int | None:
        try:
            return int(self._file.read_text())
        except (FileNotFoundError, ValueError):
            return None


def _living() -> list[int]:
    listed = [line.split() for line in _ps("-A", "-o", "pid=,stat=")]
    return [int(pid) for pid, state in listed if not state.startswith("Z")]


def _ps(*arguments: str) -> list[str]:
    listed = subprocess.run(["ps", *arguments], capture_output=True, text=True, check=False)
    return listed.stdout.splitlines()


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None


def _kill(pid: int, how: signal.Signals) -> None:
    try:
        os.kill(pid, how)
    except ProcessLookupError:
        pass
