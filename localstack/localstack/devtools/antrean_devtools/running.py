"""The local stack that ./antrean up runs, as far as a command asks for its tables."""

import os

import boto3
from botocore.config import Config

from antrean_devtools import endpoint
from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure

_TABLE = "AWS::DynamoDB::Table"


def url() -> str:
    """Where it is by ANTREAN_HOST and ANTREAN_PORT."""
    host = os.environ.get("ANTREAN_HOST", "").strip() or "127.0.0.1"
    port = os.environ.get("ANTREAN_PORT", "").strip() or "8080"
    return f"http://{host}:{port}"


class RunningStack:
    """Refuses where none runs. What it answers is DynamoDB's own, in business time."""

    def __init__(self, base: str) -> None:
        told = endpoint.answer(f"{base.rstrip('/')}/sandbox/aws")
        if told is None:
            raise CommandFailure(
                f"No stack answers at {base}; start one with ./antrean up, or set ANTREAN_PORT."
                " A stage on AWS is named: --stage prod."
            )
        if "tables" not in told:
            raise CommandFailure(f"{base} is a sandbox beside LocalStack: --on localstack.")
        self.name = f"the stack at {base}"
        self._tables: dict[str, str] = told["tables"]
        session = boto3.Session(told["accessKeyId"], told["secretAccessKey"], None, told["region"])
        config = Config(read_timeout=120, retries={"total_max_attempts": 1})
        self.account = Account(session, {}, told["endpoint"], 0.3, config)

    def exists(self) -> bool:
        return True

    def resources(self, kind: str) -> dict[str, str]:
        """Physical ids by logical ones; of tables, and of nothing else."""
        return self._tables if kind == _TABLE else {}
