"""The project's sandbox as a process of its own: identity, aggregators, Dukcapil."""

import os
import time

from antrean_devtools import console, endpoint, parameters, project
from antrean_devtools.background import Background
from antrean_devtools.failure import CommandFailure

_READY_WITHIN = 60
_LIBRARIES = project.EMBEDDED / "cli" / "target" / "lib"


class SandboxProcess:
    def __init__(self) -> None:
        self._process = Background("sandbox")

    def start(self, api: str, stack: str) -> None:
        """Anew, since it knows the stack as it was when it started."""
        self._process.stop()
        if endpoint.is_taken(endpoint.SANDBOX_PORT):
            raise CommandFailure(
                f"Port {endpoint.SANDBOX_PORT} of {endpoint.HOST}, for the sandbox, is taken;"
                " ANTREAN_SANDBOX_PORT names another."
            )
        folder = project.STATE / "sandbox"
        self._process.start(_command(), _environment(api, stack), folder)
        deadline = time.monotonic() + _READY_WITHIN
        while not endpoint.sandbox_answers():
            if not self._process.runs() or time.monotonic() > deadline:
                self._process.stop()
                raise CommandFailure(
                    f"The sandbox did not start:\n{console.last_lines(self._process.log)}"
                )
            time.sleep(0.1)

    def runs(self) -> bool:
        return self._process.runs()

    def stop(self) -> None:
        self._process.stop()

    def status(self) -> str:
        return f"{self._process.memory()} MB; log {self._process.log}"


def _command() -> list[str]:
    return [
        f"{os.environ['JAVA_HOME']}/bin/java",
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        f"{_LIBRARIES}/*",
        "id.antrean.sandbox.SandboxServer",
    ]


def _environment(api: str, stack: str) -> dict[str, str]:
    return endpoint.aws_environment() | {
        "SANDBOX_PORT": str(endpoint.SANDBOX_PORT),
        "SANDBOX_STACK": stack,
        "SANDBOX_API_URL": api,
        "SANDBOX_TOKEN_AUDIENCE": parameters.TOKEN_AUDIENCE,
        "SANDBOX_DATA": ".",
    }
