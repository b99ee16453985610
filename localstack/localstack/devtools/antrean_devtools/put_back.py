"""Items that a copy of a table has and the table has not: back into it."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

from botocore.exceptions import ClientError

from antrean_devtools import confirmation, console
from antrean_devtools.failure import CommandFailure

# As many as DynamoDB takes at once.
_AT_ONCE = 100
_SHOWN = 20


class PutBack:
    """What stands in the table is left alone, whatever it says."""

    def __init__(self, dynamodb: Any, table: str, copy: str, decided: bool) -> None:
        self._dynamodb = dynamodb
        self._table = table
        self._copy = copy
        self._decided = decided
        schema = dynamodb.describe_table(TableName=table)["Table"]["KeySchema"]
        self._names = [part["AttributeName"] for part in schema]
        self._keys_only = {
            "ProjectionExpression": ", ".join(f"#{place}" for place in range(len(self._names))),
            "ExpressionAttributeNames": {f"#{place}": it for place, it in enumerate(self._names)},
        }

    def carry_out(self) -> None:
        with console.step("Looking for what is missing"):
            missing = list(self._missing())
        if not missing:
            print(f"Everything of {self._copy} stands in {self._table}.")
            return
        self._show(missing)
        if not self._decided and not confirmation.says_yes("Put them back?"):
            raise CommandFailure("Nothing was put back.")
        came = 0
        with console.step("Putting them back"):
            for key in missing:
                came += self._put(key, came)
        stood = len(missing) - came
        print(f"\n  {came:,} came back, {stood:,} stood by then and were left alone.")

    def _show(self, missing: list[dict[str, Any]]) -> None:
        print(f"\n{len(missing):,} of {self._copy} are not in {self._table}:")
        for key in missing[:_SHOWN]:
            print("  " + "  ".join(f"{name} {self._text(key[name])}" for name in self._names))
        if len(missing) > _SHOWN:
            print(f"  and {len(missing) - _SHOWN:,} more")
        print("What was rightly deleted since is among them: whoever knows looks at the list.")

    @staticmethod
    def _text(value: dict[str, Any]) -> str:
        return str(next(iter(value.values())))

    def _missing(self) -> Iterator[dict[str, Any]]:
        pages = self._dynamodb.get_paginator("scan")
        found = pages.paginate(TableName=self._copy, ConsistentRead=True, **self._keys_only)
        kept = (key for page in found for key in page["Items"])
        for keys in batched(kept, _AT_ONCE, strict=False):
            standing = self._standing(list(keys))
            yield from (key for key in keys if key not in standing)

    def _standing(self, keys: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Which of the keys the table has."""
        asked = {self._table: {"Keys": keys, "ConsistentRead": True} | self._keys_only}
        standing = []
        while asked:
            answer = self._dynamodb.batch_get_item(RequestItems=asked)
            standing += answer["Responses"].get(self._table, [])
            asked = answer.get("UnprocessedKeys", {})
        return standing

    def _put(self, key: dict[str, Any], came: int) -> bool:
        """Whether it came back; not if one stands by now."""
        kept = self._dynamodb.get_item(TableName=self._copy, Key=key, ConsistentRead=True)
        try:
            self._dynamodb.put_item(
                TableName=self._table,
                Item=kept["Item"],
                ConditionExpression="attribute_not_exists(#key)",
                ExpressionAttributeNames={"#key": self._names[0]},
            )
        except ClientError as refused:
            error = refused.response["Error"]
            if error["Code"] == "ConditionalCheckFailedException":
                return False
            raise CommandFailure(
                f"{came:,} came back, and then: {error['Message']}. The same again goes on."
            ) from refused
        return True
