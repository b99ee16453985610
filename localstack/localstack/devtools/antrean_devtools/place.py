"""Where a stage is deployed to: what is there beside AWS's APIs, and what a failure leaves."""

from pathlib import Path
from typing import Protocol

from antrean_devtools import account, console, endpoint, parameters, quotas, unversioned
from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure
from antrean_devtools.mode import Mode
from antrean_devtools.stack import Stack, StackFailed


class Place(Protocol):
    account: Account
    # Whether somebody is called when a function meets what it cannot understand.
    watched: bool

    def demand(self) -> None:
        """Refuses where nothing can be deployed."""

    def introduce(self) -> None:
        """Says what whoever decides should know of the place."""

    def fitted(self, built: Path) -> Path:
        """The template without what the place cannot do."""

    def parameters(self) -> dict[str, str]:
        """What the place says of them; a stage's file has the last word."""

    def accompany(self, stack: Stack) -> None:
        """Starts what has to stand beside the stack."""

    def after_failure(self, stack: Stack, failure: BaseException, new: bool) -> str:
        """Clears away what was begun and says what is left; nothing if all of it is there."""

    def outputs(self) -> dict[str, str]:
        """What is there beside what the stack says of itself."""

    def taken_away(self, stack: Stack) -> str:
        """How a new stack is taken away again."""


class LocalStack:
    watched = False

    def __init__(self, mode: Mode) -> None:
        self.account = account.of_localstack()
        self._mode = mode

    def demand(self) -> None:
        if not self._mode.runs() or endpoint.health() is None:
            raise CommandFailure("LocalStack is not up; ./antrean localstack up starts it.")

    def introduce(self) -> None:
        """It has no limits that matter."""

    def fitted(self, built: Path) -> Path:
        return unversioned.without_versions(built)

    def parameters(self) -> dict[str, str]:
        return parameters.on_localstack(self._mode.reachable_sandbox())

    def accompany(self, stack: Stack) -> None:
        """There is one sandbox, which pays to the stage that was deployed last."""
        self._mode.start_sandbox(stack.api_url(), stack.name)

    def after_failure(self, stack: Stack, failure: BaseException, new: bool) -> str:
        """LocalStack does not roll a failed stack back, and keeps what has DeletionPolicy: Retain.
        It forgets everything with its end."""
        with console.step("Clearing away what was begun"):
            self._mode.down()
            self._mode.up()
        return "Nothing of the stack is left."

    def outputs(self) -> dict[str, str]:
        return {"Sandbox": f"{endpoint.SANDBOX}/sandbox"}

    def taken_away(self, stack: Stack) -> str:
        return "./antrean localstack down"


class Aws:
    watched = True

    def __init__(self, profile: str | None, region: str | None) -> None:
        self.account = account.of_aws(profile, region)

    def demand(self) -> None:
        self.account.number()

    def introduce(self) -> None:
        print(f"Account {self.account.number()}, region {self.account.region}, what it may do:")
        quotas.tell(self.account)

    def fitted(self, built: Path) -> Path:
        return built

    def parameters(self) -> dict[str, str]:
        return {}

    def accompany(self, stack: Stack) -> None:
        """The world outside is there."""

    def after_failure(self, stack: Stack, failure: BaseException, new: bool) -> str:
        if isinstance(failure, KeyboardInterrupt):
            return f"CloudFormation goes on by itself with what was begun of {stack.name}."
        if not isinstance(failure, StackFailed):
            return ""
        if not new:
            return "CloudFormation has rolled it back, unless its status above says that it failed."
        # Rolled back to nothing, it still has its name, under which nothing can be made.
        try:
            stack.take_away()
        except StackFailed as stays:
            return str(stays)
        return "Nothing of the stack is left."

    def outputs(self) -> dict[str, str]:
        return {}

    def taken_away(self, stack: Stack) -> str:
        return (
            f"aws cloudformation delete-stack --stack-name {stack.name}"
            " (tables, papers, keys and their secrets stay)"
        )
