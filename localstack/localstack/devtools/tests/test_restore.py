"""A table as it was at a moment."""

import contextlib
import io
import unittest
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

from antrean_devtools import restore
from antrean_devtools.failure import CommandFailure
from antrean_devtools.restore import Restore
from antrean_devtools.stack import Stack
from antrean_devtools.stage import Stage

from tests.answers import AnsweringAccount
from tests.test_stack import described

_TABLE = "antrean-paspor-test-ApplicationsTable-1X"
_TO = datetime(2026, 11, 28, 2, tzinfo=UTC)
_COPY = f"{_TABLE}-at-20261128T020000Z"
_KEYS = {"id": "HASH", "part": "RANGE"}
_KEYS_ONLY = {
    "ProjectionExpression": "#0, #1",
    "ExpressionAttributeNames": {"#0": "id", "#1": "part"},
}


def _key(name: str) -> dict[str, Any]:
    return {"id": {"S": name}, "part": {"S": "whole"}}


class RestoreTest(unittest.TestCase):
    def setUp(self) -> None:
        self.account = AnsweringAccount()
        self.dynamodb = self.account.of("dynamodb")
        cloudformation = self.account.of("cloudformation")
        cloudformation.add_response("describe_stacks", described("UPDATE_COMPLETE"))
        listed = {
            "LogicalResourceId": "ApplicationsTable",
            "PhysicalResourceId": _TABLE,
            "ResourceType": "AWS::DynamoDB::Table",
            "LastUpdatedTimestamp": _TO,
            "ResourceStatus": "CREATE_COMPLETE",
        }
        cloudformation.add_response("list_stack_resources", {"StackResourceSummaries": [listed]})
        self.addCleanup(self.account.all_was_asked)

    def restores(
        self, table: str = "ApplicationsTable", decided: bool = True, missing: bool = False
    ) -> str:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            Restore(Stack(self.account, Stage("test")), decided).carry_out(table, _TO, missing)
        return out.getvalue()

    def is_kept(self, first: timedelta = timedelta(days=-35)) -> None:
        kept = {
            "PointInTimeRecoveryStatus": "ENABLED",
            "EarliestRestorableDateTime": _TO + first,
            "LatestRestorableDateTime": _TO + timedelta(days=1),
        }
        self.are_backups(kept)

    def are_backups(self, kept: dict[str, Any]) -> None:
        told = {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription": kept}
        self.dynamodb.add_response(
            "describe_continuous_backups", {"ContinuousBackupsDescription": told}
        )

    def is_described(self, table: str, status: str = "ACTIVE") -> None:
        keys = [{"AttributeName": name, "KeyType": kind} for name, kind in _KEYS.items()]
        told = {"Table": {"TableStatus": status, "TableSizeBytes": 3 * 2**20, "KeySchema": keys}}
        self.dynamodb.add_response("describe_table", told, {"TableName": table})

    def is_not_there(self, table: str) -> None:
        self.dynamodb.add_client_error(
            "describe_table",
            "ResourceNotFoundException",
            expected_params={"TableName": table},
        )

    def is_counted(self, table: str, *pages: int) -> None:
        for place, count in enumerate(pages):
            more = {"LastEvaluatedKey": {"id": {"S": "x"}}} if place < len(pages) - 1 else {}
            self.dynamodb.add_response("scan", {"Count": count} | more)

    def test_stands_beside_and_is_counted_page_by_page(self) -> None:
        self.is_kept()
        self.is_not_there(_COPY)
        self.is_described(_TABLE)
        self.dynamodb.add_response(
            "restore_table_to_point_in_time",
            {},
            {"SourceTableName": _TABLE, "TargetTableName": _COPY, "RestoreDateTime": _TO},
        )
        self.is_described(_COPY, "CREATING")
        self.is_described(_COPY)
        self.is_counted(_COPY, 1000, 200)
        self.is_counted(_TABLE, 7)
        told = self.restores()
        self.assertRegex(told, r"then +1,200 items +" + _COPY)
        self.assertRegex(told, r"now +7 items +" + _TABLE + r"\n")
        self.assertIn("infra/restore.md", told)

    @mock.patch("builtins.input", return_value="")
    def test_is_not_begun_before_somebody_says_yes(self, _: mock.Mock) -> None:
        self.is_kept()
        self.is_not_there(_COPY)
        self.is_described(_TABLE)
        with self.assertRaisesRegex(CommandFailure, "^Nothing was restored"):
            self.restores(decided=False)

    def test_is_refused_for_a_moment_that_is_not_kept(self) -> None:
        self.is_kept(first=timedelta(hours=1))
        with self.assertRaisesRegex(CommandFailure, "can be had from 2026-11-28T03:00:00"):
            self.restores()

    def test_is_refused_where_no_moments_are_kept(self) -> None:
        self.are_backups({"PointInTimeRecoveryStatus": "DISABLED"})
        with self.assertRaisesRegex(CommandFailure, "^No former moment of ApplicationsTable"):
            self.restores()

    def test_is_refused_where_a_copy_of_that_moment_stands(self) -> None:
        self.is_kept()
        self.is_described(_COPY)
        with self.assertRaisesRegex(CommandFailure, f"There is a table {_COPY} already"):
            self.restores()

    def test_is_refused_for_what_is_no_table(self) -> None:
        with self.assertRaisesRegex(
            CommandFailure, "^Applications is no table .*: Applicat.*Table"
        ):
            self.restores("Applications")

    def is_compared(self, copied: list[str], standing: list[str]) -> None:
        """The copy stands, and what of it the table has is asked for by keys."""
        self.is_described(_COPY)
        self.is_described(_COPY)
        self.is_described(_TABLE)
        keys = [_key(name) for name in copied]
        self.dynamodb.add_response(
            "scan", {"Items": keys}, {"TableName": _COPY, "ConsistentRead": True} | _KEYS_ONLY
        )
        asked = {"Keys": keys, "ConsistentRead": True} | _KEYS_ONLY
        # What DynamoDB did not come to is asked for again.
        self.dynamodb.add_response(
            "batch_get_item",
            {"Responses": {}, "UnprocessedKeys": {_TABLE: asked}},
            {"RequestItems": {_TABLE: asked}},
        )
        self.dynamodb.add_response(
            "batch_get_item",
            {"Responses": {_TABLE: [_key(name) for name in standing]}},
            {"RequestItems": {_TABLE: asked}},
        )

    def comes_back(self, name: str, stands: bool = False) -> None:
        item = _key(name) | {"colour": {"S": "red"}}
        self.dynamodb.add_response(
            "get_item",
            {"Item": item},
            {"TableName": _COPY, "Key": _key(name), "ConsistentRead": True},
        )
        put = {
            "TableName": _TABLE,
            "Item": item,
            "ConditionExpression": "attribute_not_exists(#key)",
            "ExpressionAttributeNames": {"#key": "id"},
        }
        if stands:
            refusal = "ConditionalCheckFailedException"
            self.dynamodb.add_client_error("put_item", refusal, expected_params=put)
        else:
            self.dynamodb.add_response("put_item", {}, put)

    def test_puts_back_what_is_missing_and_leaves_what_stands(self) -> None:
        self.is_compared(["a", "b", "c"], ["b"])
        self.comes_back("a")
        self.comes_back("c", stands=True)
        told = self.restores(missing=True)
        self.assertIn(f"2 of {_COPY} are not in {_TABLE}", told)
        self.assertIn("id a  part whole", told)
        self.assertIn("1 came back, 1 stood by then", told)

    @mock.patch("builtins.input", return_value="n")
    def test_puts_nothing_back_before_somebody_says_yes(self, _: mock.Mock) -> None:
        self.is_compared(["a"], [])
        with self.assertRaisesRegex(CommandFailure, "^Nothing was put back"):
            self.restores(decided=False, missing=True)

    def test_says_so_where_nothing_is_missing(self) -> None:
        self.is_compared(["a"], ["a"])
        self.assertIn("Everything of", self.restores(missing=True))


class MomentTest(unittest.TestCase):
    def test_is_read_in_its_zone(self) -> None:
        self.assertEqual(restore.moment("2026-11-28T09:00:00+07:00"), _TO)

    def test_without_a_zone_is_refused(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "does not say its zone"):
            restore.moment("2026-11-28T09:00:00")

    def test_that_is_none_is_refused(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "yesterday is no moment"):
            restore.moment("yesterday")
