"""What a new stack is given once: the first offices, and their calendar."""

import json
from typing import Any

from botocore.exceptions import ClientError

from antrean_devtools import project
from antrean_devtools.functions import Functions
from antrean_devtools.stack import Stack

_OFFICES = project.ROOT / "infra" / "offices.json"


def offices(stack: Stack, functions: Functions) -> int:
    """Writes those that are not there, and says how many. What an office has changed stays."""
    tables = stack.resources("AWS::DynamoDB::Table")
    dynamodb = stack.account.client("dynamodb")
    written = sum(_put(dynamodb, tables[table], item) for table, item in _items())
    if written:
        functions.run("CalendarFunction")
    return written


def ids() -> set[str]:
    """The first offices, as clients call them."""
    return {item["id"]["S"] for _, item in _items()}


def _items() -> list[tuple[str, dict[str, Any]]]:
    """Each with the table that it is written to."""
    given = json.loads(_OFFICES.read_text(encoding="utf-8"))
    return [
        (table, request["PutRequest"]["Item"])
        for table, requests in given.items()
        for request in requests
    ]


def _put(dynamodb: Any, table: str, item: dict[str, Any]) -> bool:
    try:
        dynamodb.put_item(
            TableName=table, Item=item, ConditionExpression="attribute_not_exists(id)"
        )
    except ClientError as refused:
        if refused.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True
