"""The deployed functions: each is started once, because a stack is complete before any of them
has run."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from antrean_devtools import console, endpoint, project, stack
from antrean_devtools.aws import client
from antrean_devtools.failure import CommandFailure

# More at once only makes each of them slower.
_AT_ONCE = 2

# A message that nobody understands: it is reported as failed, or let go.
_MESSAGE = {
    "Records": [
        {
            "messageId": "start",
            "receiptHandle": "start",
            "body": "{}",
            "attributes": {},
            "messageAttributes": {},
            "md5OfBody": "",
            "eventSource": "aws:sqs",
            "eventSourceARN": f"arn:aws:sqs:{endpoint.REGION}:000000000000:start",
            "awsRegion": endpoint.REGION,
        }
    ]
}

# Nothing has been written: it has no record.
_NO_RECORDS: dict[str, Any] = {"Records": []}

# A path that the API does not have is answered with 404; schedules do not look at their event.
_REQUEST = {
    "resource": "/",
    "path": "/",
    "httpMethod": "GET",
    "headers": {},
    "multiValueHeaders": {},
    "requestContext": {"requestId": "start", "stage": "v1", "httpMethod": "GET", "path": "/v1/"},
    "isBase64Encoded": False,
}


class FunctionFailed(CommandFailure):
    """A function does not start."""


def start_all() -> int:
    """How many there are. Those that run by a schedule do their harmless work."""
    names = stack.resources("AWS::Lambda::Function")
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        for logical_id, error in zip(names, workers.map(_start, names.values()), strict=True):
            if error:
                lines = _last_lines(names[logical_id])
                raise FunctionFailed(f"{logical_id} does not start: {_cause(error)}\n{lines}")
    return len(names)


def are_native() -> bool:
    """Whether what is deployed brings its own runtime."""
    names = stack.resources("AWS::Lambda::Function").values()
    settings = [client("lambda").get_function_configuration(FunctionName=name) for name in names]
    return all(str(one["Runtime"]).startswith("provided") for one in settings)


def run(logical_id: str) -> None:
    error = _start(stack.resources("AWS::Lambda::Function")[logical_id])
    if error:
        raise FunctionFailed(f"{logical_id} failed: {_cause(error)}")


def _start(name: str) -> dict[str, Any] | None:
    """The error the function ended with, if it did."""
    answer = client("lambda").invoke(FunctionName=name, Payload=json.dumps(_event(name)).encode())
    body = answer["Payload"].read()
    return json.loads(body) if answer.get("FunctionError") else None


def _event(name: str) -> dict[str, Any]:
    """One that does no harm, of the kind that calls the function."""
    mappings = client("lambda").list_event_source_mappings(FunctionName=name)["EventSourceMappings"]
    if not mappings:
        return _REQUEST
    return _NO_RECORDS if ":dynamodb:" in mappings[0]["EventSourceArn"] else _MESSAGE


def _cause(error: dict[str, Any]) -> str:
    return f"{error.get('errorType', 'error')}: {error.get('errorMessage', error)}"


def _last_lines(name: str) -> str:
    lines = console.last_lines(project.FUNCTION_LOGS / f"{name}.log")
    return f"  Its last lines:\n{lines}" if lines else "  It has printed nothing."
