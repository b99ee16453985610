"""One process that polls the Runtime API, from its start to its end."""

import os
import queue
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from antrean_host.runtime_api import Event, Outcome, RuntimeApi


class Died(Exception):
    """The process has ended without an answer. The message says how."""


class Execution:
    """A runtime's process and the API it polls. It is in a process group of its own, so that what
    it starts ends with it, and in LocalStack's session, so that all can be found."""

    def __init__(
        self,
        command: list[str],
        code: Path,
        variables: dict[str, str],
        on_line: Callable[[str], None],
    ) -> None:
        self._api = RuntimeApi()
        self._on_line = on_line
        self._process = subprocess.Popen(
            command,
            cwd=code,
            env=self._environment(code, variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            process_group=0,
        )
        self._ended = threading.Event()
        threading.Thread(target=self._read_lines, daemon=True).start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def await_start(self, seconds: float) -> Outcome | None:
        """Nothing once it polls, else what the runtime says of its failure."""
        self._api.settled.wait(seconds)
        if self._api.init_error is not None:
            return self._api.init_error
        if self._ended.is_set():
            raise Died(f"exit status {self._process.poll()}")
        if not self._api.settled.is_set():
            raise Died(f"did not ask for an event within {seconds} s")
        return None

    def handle(self, event: Event, seconds: float) -> Outcome:
        """Raises TimeoutError when the time is over, Died when the process ends before."""
        self._api.give(event)
        waited = 0.0
        # Short looks, because a process that dies leaves nothing in the queue.
        step = 0.25
        while waited < seconds:
            try:
                return self._api.outcome_of(event.request_id, min(step, seconds - waited))
            except queue.Empty:
                waited += step
            if self._ended.is_set():
                raise Died(f"exit status {self._process.poll()}")
        raise TimeoutError

    def end(self) -> None:
        """At once, with everything it has started: AWS does not wait either."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
        self._api.close()

    def _environment(self, code: Path, variables: dict[str, str]) -> dict[str, str]:
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "en_US.UTF-8",
            **variables,
            "LAMBDA_TASK_ROOT": str(code),
            "LAMBDA_RUNTIME_DIR": str(code),
            "AWS_LAMBDA_RUNTIME_API": self._api.address,
        }

    def _read_lines(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._on_line(line.rstrip("\n"))
        self._process.wait()
        self._ended.set()
        self._api.settled.set()
