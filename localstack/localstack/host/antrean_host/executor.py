"""LocalStack's Lambda service on processes of this machine.

Not emulated: limits of memory and processor, the read-only file system, layers, extensions.
"""

import json
import time
from collections import deque
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

from antrean_host import function_log, runtimes
from antrean_host.execution import Died, Execution
from antrean_host.runtime_api import Event, Outcome

_LINES_KEPT = 1000


class ProcessRuntimeExecutor(RuntimeExecutor):
    """One execution environment: a process that takes one event after another."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        self._variables: dict[str, str] = {}
        self._execution: Execution | None = None
        self._lines: deque[str] = deque(maxlen=_LINES_KEPT)

    def start(self, env_vars: dict[str, str]) -> None:
        self._variables = {name: str(value) for name, value in env_vars.items()}
        self._begin()

    def stop(self) -> None:
        execution, self._execution = self._execution, None
        if execution is not None:
            execution.end()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        execution = self._execution
        if execution is None or not execution.alive:
            # The former event ran out of time or ended the runtime.
            execution = self._begin()
        self._lines.clear()
        started = time.time()
        outcome = self._handle(execution, payload, started)
        millis = (time.time() - started) * 1000
        return InvocationResult(
            payload["invoke-id"],
            outcome.body,
            is_error=outcome.failed,
            logs=self._report(payload["invoke-id"], millis),
        )

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    def get_logs(self) -> str:
        return "\n".join(self._lines)

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        if function_version.config.code:
            function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """The code is removed with the function."""

    def _begin(self) -> Execution:
        settings = self.function_version.config
        code = Path(settings.code.get_unzipped_code_location())
        try:
            command = runtimes.command(settings, code)
        except runtimes.UnknownRuntime as unknown:
            raise _start_failed("Runtime.InvalidEntrypoint", str(unknown)) from unknown
        execution = Execution(command, code, self._variables, self._keep)
        self._execution = execution
        try:
            failure = execution.await_start(config.LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT)
        except Died as died:
            self.stop()
            raise _start_failed(
                "Runtime.ExitError", f"Runtime ended at its start: {died}"
            ) from died
        if failure is not None:
            self.stop()
            raise StatusErrorException("The function did not start", payload=failure.body)
        return execution

    def _handle(self, execution: Execution, payload: dict[str, str], started: float) -> Outcome:
        timeout = int(self.function_version.config.timeout)
        request = f"RequestId: {payload['invoke-id']} Error:"
        event = Event(
            request_id=payload["invoke-id"],
            function_arn=payload["invoked-function-arn"],
            trace_id=payload.get("trace-id") or "",
            deadline_ms=int((started + timeout) * 1000),
            payload=payload["payload"].encode(),
        )
        try:
            return execution.handle(event, timeout)
        except TimeoutError:
            self.stop()
            return _failure(
                "Sandbox.Timedout", f"{request} Task timed out after {timeout}.00 seconds"
            )
        except Died as died:
            self.stop()
            return _failure("Runtime.ExitError", f"{request} Runtime exited with error: {died}")

    def _keep(self, line: str) -> None:
        self._lines.append(line)
        function_log.write(self.function_version.id.function_name, line)

    def _report(self, request_id: str, millis: float) -> str:
        version = self.function_version.id.qualifier
        lines = [
            f"START RequestId: {request_id} Version: {version}",
            *self._lines,
            f"END RequestId: {request_id}",
            f"REPORT RequestId: {request_id}\tDuration: {millis:.2f} ms",
        ]
        return "\n".join(lines) + "\n"


def _failure(error_type: str, message: str) -> Outcome:
    body = json.dumps({"errorType": error_type, "errorMessage": message}).encode()
    return Outcome(body, failed=True)


def _start_failed(error_type: str, message: str) -> StatusErrorException:
    return StatusErrorException(message, payload=_failure(error_type, message).body)
