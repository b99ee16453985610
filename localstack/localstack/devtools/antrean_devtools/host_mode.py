"""LocalStack as processes of this machine, without Docker: only on loopback, nothing kept."""

import os
import shutil
import time

from antrean_devtools import console, endpoint, environments, project
from antrean_devtools.background import Background
from antrean_devtools.failure import CommandFailure
from antrean_devtools.sandbox import SandboxProcess

_READY_WITHIN = 90
# It starts DynamoDB Local in a session of its own, and ends it only when it may end in peace.
_STOPPED_WITHIN = 30
_SERVERS = project.EMBEDDED / "servers"
_LAMBDA_CLIENT = project.LOCALSTACK / "host" / "target" / "lambda-client"


class HostMode:
    name = "host mode, without Docker"

    def __init__(self) -> None:
        self._process = Background("localstack")
        self._sandbox = SandboxProcess()

    def up(self) -> None:
        python = environments.host()
        if endpoint.is_taken(endpoint.LOCALSTACK_PORT):
            raise CommandFailure(
                f"Port {endpoint.LOCALSTACK_PORT} of {endpoint.HOST} is taken by another program."
            )
        folder = project.STATE / "files"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(project.FUNCTION_LOGS, ignore_errors=True)
        with console.step(f"Starting LocalStack ({self.name})"):
            try:
                self._process.start(
                    [str(python), "-m", "localstack.runtime.main"], _settings(folder), folder
                )
                self._await_health()
            except BaseException:
                self._process.stop(_STOPPED_WITHIN)
                raise

    def runs(self) -> bool:
        return self._process.runs()

    def down(self) -> bool:
        found = bool(self._process.processes())
        self._sandbox.stop()
        self._process.stop(_STOPPED_WITHIN)
        return found

    def status(self) -> str:
        processes = self._process.processes()
        return f"{len(processes)} processes, {self._process.memory()} MB; log {self._process.log}"

    def reachable_sandbox(self) -> str:
        return endpoint.SANDBOX

    def start_sandbox(self, api: str, stack: str) -> None:
        self._sandbox.start(api, stack)

    def sandbox_status(self) -> str:
        return self._sandbox.status() if self._sandbox.runs() else "not running"

    def _await_health(self) -> None:
        deadline = time.monotonic() + _READY_WITHIN
        while endpoint.health() is None:
            if not self._process.runs() or time.monotonic() > deadline:
                raise CommandFailure(
                    f"LocalStack did not start:\n{console.last_lines(self._process.log)}"
                )
            time.sleep(0.2)


def _settings(folder: os.PathLike[str]) -> dict[str, str]:
    """See https://docs.localstack.cloud/references/configuration/ for LocalStack's own."""
    address = f"{endpoint.HOST}:{endpoint.LOCALSTACK_PORT}"
    dynamodb = _SERVERS / "dynamodb" / "target"
    java_home = os.environ["JAVA_HOME"]
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "PYTHON"))
    }
    return inherited | {
        "FILESYSTEM_ROOT": str(folder),
        "TMPDIR": str(folder),
        "XDG_CACHE_HOME": str(folder),
        "OVERRIDE_IN_DOCKER": "0",
        "GATEWAY_LISTEN": address,
        "GATEWAY_SERVER": "loopback",
        "LOCALSTACK_HOST": address,
        # Other names of it need a name server.
        "SQS_ENDPOINT_STRATEGY": "path",
        "DNS_ADDRESS": "0",
        # Nothing is asked of the internet.
        "SKIP_SSL_CERT_DOWNLOAD": "1",
        "DISABLE_EVENTS": "1",
        "PROVIDER_OVERRIDE_DYNAMODB": "v2",
        "PROVIDER_OVERRIDE_DYNAMODBSTREAMS": "v2",
        "DYNAMODB_IN_MEMORY": "1",
        "LAMBDA_RUNTIME_EXECUTOR": "process",
        # Many JVMs start at once on few cores.
        "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "60",
        "ANTREAN_JAVA": f"{java_home}/bin/java",
        "ANTREAN_DYNAMODB": os.pathsep.join([f"{dynamodb}/classes", f"{dynamodb}/lib/*"]),
        "ANTREAN_DYNAMODB_LIBRARIES": f"{dynamodb}/lib",
        "ANTREAN_LAMBDA_CLIENT": str(_LAMBDA_CLIENT),
        "ANTREAN_FUNCTION_LOGS": str(project.FUNCTION_LOGS),
        **STRICT,
    }


# As AWS does, where LocalStack is lenient by default; compose.yaml says the same.
STRICT = {
    "S3_SKIP_SIGNATURE_VALIDATION": "0",
    "CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES": "0",
    # An idle queue is asked again after this many seconds; the default of 10 is far from AWS.
    "LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC": "1",
}
