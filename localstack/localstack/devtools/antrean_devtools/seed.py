"""What a new stack is given once: the first offices, and their calendar."""

import json

from botocore.exceptions import ClientError

from antrean_devtools import functions, project, stack
from antrean_devtools.aws import client

_OFFICES = project.ROOT / "infra" / "offices.json"


def offices() -> int:
    """Writes those that are not there, and says how many. What an office has changed stays."""
    tables = stack.resources("AWS::DynamoDB::Table")
    written = 0
    for table, requests in json.loads(_OFFICES.read_text(encoding="utf-8")).items():
        written += sum(_put(tables[table], request["PutRequest"]["Item"]) for request in requests)
    if written:
        functions.run("CalendarFunction")
    return written


def _put(table: str, item: dict[str, object]) -> bool:
    try:
        client("dynamodb").put_item(
            TableName=table, Item=item, ConditionExpression="attribute_not_exists(id)"
        )
    except ClientError as refused:
        if refused.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True
