"""AWS as the tests have it: a client answers what it was told, in that order, and nothing else."""

from typing import Any

import boto3
from antrean_devtools.account import Account
from botocore.stub import Stubber


class AnsweringAccount(Account):
    """Talks to nobody. Whatever is asked without an answer is a mistake of the test or the code."""

    def __init__(self, region: str = "ap-southeast-3") -> None:
        session = boto3.Session("key", "secret", region_name=region)
        super().__init__(session, {}, pause=0)
        self._stubbers: dict[str, Stubber] = {}

    def client(self, service: str) -> Any:
        self.of(service)
        return super().client(service)

    def of(self, service: str) -> Stubber:
        if service not in self._stubbers:
            stubber = Stubber(super().client(service))
            stubber.activate()
            self._stubbers[service] = stubber
        return self._stubbers[service]

    def all_was_asked(self) -> None:
        for stubber in self._stubbers.values():
            stubber.assert_no_pending_responses()
