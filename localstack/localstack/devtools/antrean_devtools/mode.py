"""How LocalStack runs on this machine: in a container, or as processes."""

import os
from typing import Protocol

from antrean_devtools.compose_mode import ComposeMode, engine_runs
from antrean_devtools.failure import CommandFailure
from antrean_devtools.host_mode import HostMode


class Mode(Protocol):
    name: str

    def up(self) -> None:
        """Starts LocalStack and returns once it answers; leaves nothing if it does not."""

    def down(self) -> bool:
        """Ends it, the sandbox, and every function; whether anything ran."""

    def runs(self) -> bool: ...

    def status(self) -> str: ...

    def reachable_sandbox(self) -> str:
        """The sandbox's base URL as functions see it."""

    def start_sandbox(self, api: str, stack: str) -> None:
        """Anew, since it knows the stack as it was when it started. Takes the API's base URL, and
        the stack's name."""

    def sandbox_status(self) -> str: ...


def of_this_machine() -> Mode:
    """What ANTREAN_LOCALSTACK says, else a container where Docker's engine runs."""
    wished = os.environ.get("ANTREAN_LOCALSTACK", "")
    match wished:
        case "docker":
            return ComposeMode()
        case "host":
            return HostMode()
        case "":
            return ComposeMode() if engine_runs() else HostMode()
    raise CommandFailure(f"ANTREAN_LOCALSTACK is docker or host, not {wished!r}.")
