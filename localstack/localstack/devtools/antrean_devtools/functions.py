"""The deployed functions: each is started once, because a stack is complete before any of them
has run."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from antrean_devtools import console, project
from antrean_devtools.failure import CommandFailure
from antrean_devtools.stack import Stack

# More at once only makes each of them slower.
_AT_ONCE = 2

# By which template.yaml has everything called, where there are versions.
_ALIAS = "live"

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
            "eventSourceARN": "arn:aws:sqs:ap-southeast-3:000000000000:start",
            "awsRegion": "ap-southeast-3",
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


class Functions:
    def __init__(self, stack: Stack) -> None:
        called = f":{_ALIAS}" if stack.resources("AWS::Lambda::Alias") else ""
        resources = stack.resources("AWS::Lambda::Function")
        self._names = {logical_id: name + called for logical_id, name in resources.items()}
        self._lambda = stack.account.client("lambda")

    def start_all(self, watched: bool) -> None:
        """Those that run by a schedule do their harmless work. Where alarms ring of a message that
        nobody understands, those that a queue calls are left to their first one."""
        names = {
            logical_id: name
            for logical_id, name in self._names.items()
            if not (watched and self._event(name) is _MESSAGE)
        }
        with ThreadPoolExecutor(_AT_ONCE) as workers:
            errors = workers.map(self._start, names.values())
            for logical_id, error in zip(names, errors, strict=True):
                if error:
                    lines = _last_lines(names[logical_id])
                    raise FunctionFailed(f"{logical_id} does not start: {_cause(error)}\n{lines}")

    def are_native(self) -> bool:
        """Whether what is deployed brings its own runtime."""
        settings = [
            self._lambda.get_function_configuration(FunctionName=name)
            for name in self._names.values()
        ]
        return all(str(one["Runtime"]).startswith("provided") for one in settings)

    def run(self, logical_id: str) -> None:
        error = self._start(self._names[logical_id])
        if error:
            raise FunctionFailed(f"{logical_id} failed: {_cause(error)}")

    def __len__(self) -> int:
        return len(self._names)

    def _start(self, name: str) -> dict[str, Any] | None:
        """The error the function ended with, if it did."""
        event = json.dumps(self._event(name)).encode()
        answer = self._lambda.invoke(FunctionName=name, Payload=event)
        body = answer["Payload"].read()
        return json.loads(body) if answer.get("FunctionError") else None

    def _event(self, name: str) -> dict[str, Any]:
        """One that does no harm, of the kind that calls the function."""
        listed = self._lambda.list_event_source_mappings(FunctionName=name)
        mappings = listed["EventSourceMappings"]
        if not mappings:
            return _REQUEST
        return _NO_RECORDS if ":dynamodb:" in mappings[0]["EventSourceArn"] else _MESSAGE


def _cause(error: dict[str, Any]) -> str:
    return f"{error.get('errorType', 'error')}: {error.get('errorMessage', error)}"


def _last_lines(name: str) -> str:
    function = name.removesuffix(f":{_ALIAS}")
    lines = console.last_lines(project.FUNCTION_LOGS / f"{function}.log")
    return f"  Its last lines:\n{lines}" if lines else f"  The log of {function} may say more."
