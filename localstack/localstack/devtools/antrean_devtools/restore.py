"""./antrean restore: a table as it was at a moment, beside the one that is in use."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from botocore.exceptions import ClientError

from antrean_devtools import confirmation, console
from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure
from antrean_devtools.put_back import PutBack

_RUNBOOK = "infra/restore.md"


def moment(text: str) -> datetime:
    """Such as 2026-11-28T09:00:00+07:00: without its zone it would be read wrongly by somebody."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise CommandFailure(
            f"{text} is no moment: write it as 2026-11-28T09:00:00+07:00."
        ) from wrong
    if read.tzinfo is None:
        raise CommandFailure(f"{text} does not say its zone: +07:00 is Jakarta's.")
    return read.astimezone(UTC)


class System(Protocol):
    """A stage, or the local stack."""

    name: str
    account: Account

    def exists(self) -> bool: ...

    def resources(self, kind: str) -> dict[str, str]: ...


@dataclass(frozen=True)
class Restoring:
    """One table, from where to where."""

    logical_id: str
    table: str
    copy: str
    to: datetime


class Restore:
    def __init__(self, stack: System, decided: bool) -> None:
        self._stack = stack
        self._decided = decided
        self._dynamodb = stack.account.client("dynamodb")

    def carry_out(self, logical_id: str, to: datetime, missing: bool = False) -> None:
        """Touches nothing that is in use, but that it puts back what is missing, where wished.
        The copy is made for that, or is there already."""
        table = self._table(logical_id)
        copy = f"{table}-at-{to:%Y%m%dT%H%M%SZ}"
        restoring = Restoring(logical_id, table, copy, to)
        if missing and self._described(copy) is not None:
            print(f"{logical_id} of {self._stack.name}, by the copy {copy}")
            self._await(copy)
        else:
            self._make(restoring)
        if missing:
            PutBack(self._dynamodb, table, copy, self._decided).carry_out()
        self._tell_next_steps(restoring, missing)

    def _make(self, restoring: Restoring) -> None:
        self._demand_kept(restoring)
        self._demand_free(restoring.copy)
        self._show(restoring)
        if not self._decided and not confirmation.says_yes("Restore it?"):
            raise CommandFailure("Nothing was restored.")
        with console.step("Restoring, which takes from minutes to hours on AWS"):
            self._restore(restoring)
        with console.step("Counting both"):
            then, now = self._count(restoring.copy), self._count(restoring.table)
        print(
            f"\n  then  {then:>10,} items  {restoring.copy}"
            f"\n  now   {now:>10,} items  {restoring.table}\n"
        )

    def _table(self, logical_id: str) -> str:
        if not self._stack.exists():
            raise CommandFailure(f"There is no stack {self._stack.name}.")
        tables = self._stack.resources("AWS::DynamoDB::Table")
        if logical_id not in tables:
            known = ", ".join(sorted(tables))
            raise CommandFailure(f"{logical_id} is no table of {self._stack.name}: {known}.")
        return tables[logical_id]

    def _demand_kept(self, restoring: Restoring) -> None:
        """Refuses a moment that is not kept any more, or not yet."""
        logical_id, to = restoring.logical_id, restoring.to
        described = self._dynamodb.describe_continuous_backups(TableName=restoring.table)
        kept = described["ContinuousBackupsDescription"].get("PointInTimeRecoveryDescription", {})
        if kept.get("PointInTimeRecoveryStatus") != "ENABLED":
            raise CommandFailure(
                f"No former moment of {logical_id} is kept here: its point-in-time recovery is off."
            )
        first, last = kept["EarliestRestorableDateTime"], kept["LatestRestorableDateTime"]
        if not first <= to <= last:
            raise CommandFailure(
                f"{logical_id} can be had from {first.isoformat()} to {last.isoformat()},"
                f" and not as of {to.isoformat()}."
            )

    def _demand_free(self, copy: str) -> None:
        if self._described(copy) is not None:
            raise CommandFailure(
                f"There is a table {copy} already: look at it, put back from it with --missing,"
                " or delete it."
            )

    def _show(self, restoring: Restoring) -> None:
        size = self._dynamodb.describe_table(TableName=restoring.table)["Table"]
        print(
            f"{restoring.logical_id} of {self._stack.name}, as of {restoring.to.isoformat()}\n"
            f"  from  {restoring.table}, which stays as it is and in use\n"
            f"  to    {restoring.copy}, with indexes and encryption, without expiry of items,\n"
            "        stream, point-in-time recovery and tags\n"
            f"  Both are counted then: {size['TableSizeBytes'] / 2**20:,.0f} MB to read, twice."
        )

    def _restore(self, restoring: Restoring) -> None:
        try:
            self._dynamodb.restore_table_to_point_in_time(
                SourceTableName=restoring.table,
                TargetTableName=restoring.copy,
                RestoreDateTime=restoring.to,
            )
        except ClientError as refused:
            reason = refused.response["Error"]["Message"]
            raise CommandFailure(f"DynamoDB does not restore it: {reason}") from refused
        self._await(restoring.copy)

    def _await(self, copy: str) -> None:
        while (described := self._described(copy) or {}).get("TableStatus") != "ACTIVE":
            if not described:
                raise CommandFailure(f"{copy} is gone before it was there.")
            time.sleep(self._stack.account.pause)

    def _described(self, table: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = self._dynamodb.describe_table(TableName=table)["Table"]
            return found
        except self._dynamodb.exceptions.ResourceNotFoundException:
            return None

    def _count(self, table: str) -> int:
        """What is there, which the table's own figure tells hours later."""
        pages = self._dynamodb.get_paginator("scan")
        return sum(page["Count"] for page in pages.paginate(TableName=table, Select="COUNT"))

    def _tell_next_steps(self, restoring: Restoring, missing: bool) -> None:
        at = self._stack.account.endpoint_url
        delete = f"aws dynamodb delete-table --table-name {restoring.copy}" + (
            f" --endpoint-url {at}" if at else ""
        )
        steps = [
            "Look in the copy for what was lost, and say which items come back.",
            "Put these back, each only where none stands by now: the same with --missing does so.",
            "Let the sweeps pass, reconcile the money, and look as people do.",
            delete,
        ]
        unchanged = "" if missing else f"{restoring.logical_id} is in use as before. "
        print(f"{unchanged}Next ({_RUNBOOK}):")
        for place, step in enumerate(steps[2:] if missing else steps, start=1):
            print(f"  {place}. {step}")
