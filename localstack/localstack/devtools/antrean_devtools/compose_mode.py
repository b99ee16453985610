"""LocalStack and the sandbox by Docker Compose, as localstack/localstack/compose.yaml has them."""

import os
import subprocess
import time
from collections.abc import Callable

from antrean_devtools import console, endpoint, parameters, project
from antrean_devtools.failure import CommandFailure

_FILE = project.LOCALSTACK / "compose.yaml"
_READY_WITHIN = 300
_SANDBOX = "http://sandbox:8090"


def engine_runs() -> bool:
    return _quietly("docker", "info") and _quietly("docker", "compose", "version")


class ComposeMode:
    name = "Docker Compose"

    def up(self) -> None:
        if not engine_runs():
            raise CommandFailure("Docker's engine does not run here, or it has no Compose.")
        if endpoint.is_taken(endpoint.LOCALSTACK_PORT):
            raise CommandFailure(
                f"Port {endpoint.LOCALSTACK_PORT} of {endpoint.HOST} is taken by another program."
            )
        with console.step(f"Starting LocalStack ({self.name}; the first time fetches its image)"):
            try:
                _compose("up", "--detach", "localstack")
                self._await(lambda: endpoint.health() is not None, "LocalStack")
            except BaseException:
                self.down()
                raise

    def down(self) -> bool:
        found = self.runs()
        _compose("--profile", "*", "down", "--volumes", "--remove-orphans")
        return found

    def runs(self) -> bool:
        return "localstack" in _running()

    def status(self) -> str:
        return f"containers {', '.join(sorted(_running()))}; docker compose -f {_FILE} logs"

    def reachable_sandbox(self) -> str:
        return _SANDBOX

    def start_sandbox(self, api: str, stack: str) -> None:
        _compose(
            *("up", "--detach", "--force-recreate", "sandbox"),
            SANDBOX_API_URL=api.replace(endpoint.LOCALSTACK, "http://localstack:4566"),
            SANDBOX_STACK=stack,
            SANDBOX_TOKEN_AUDIENCE=parameters.TOKEN_AUDIENCE,
        )
        self._await(endpoint.sandbox_answers, "The sandbox")

    def sandbox_status(self) -> str:
        return "container sandbox" if "sandbox" in _running() else "not running"

    def _await(self, ready: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _READY_WITHIN
        while not ready():
            if time.monotonic() > deadline:
                raise CommandFailure(f"{what} did not start:\n{_logs()}")
            time.sleep(0.5)


def _running() -> set[str]:
    listed = _run("ps", "--services", "--status", "running")
    return set(listed.stdout.split())


def _logs() -> str:
    return _run("logs", "--tail", "15").stdout


def _compose(*arguments: str, **environment: str) -> None:
    done = _run(*arguments, **environment)
    if done.returncode != 0:
        raise CommandFailure(f"docker compose {arguments[0]} failed:\n{done.stderr.strip()}")


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["docker", "compose", "--file", str(_FILE), *arguments],
        env=os.environ | environment | {"SANDBOX_PORT": str(endpoint.SANDBOX_PORT)},
        capture_output=True,
        text=True,
        check=False,
    )


def _quietly(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
