"""DynamoDB Local as the project has built it, instead of a download: on loopback, from Java alone.

Environment: ANTREAN_JAVA (the java program), ANTREAN_DYNAMODB (its class path), and
ANTREAN_DYNAMODB_LIBRARIES (the folder with SQLite's native library).
"""

import os

from localstack.runtime import hooks
from localstack.services.dynamodb.server import DynamodbServer
from localstack.utils.common import TMP_THREADS, ShellCommandThread
from localstack.utils.run import FuncThread


def _start(server: DynamodbServer) -> FuncThread:
    command = [
        os.environ["ANTREAN_JAVA"],
        f"-Xmx{server.heap_size}",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        os.environ["ANTREAN_DYNAMODB"],
        "id.antrean.servers.dynamodb.DynamoDbProcess",
        str(server.port),
        os.environ["ANTREAN_DYNAMODB_LIBRARIES"],
    ]
    thread = ShellCommandThread(command, auto_restart=True, name="dynamodb-local")
    TMP_THREADS.append(thread)
    thread.start()
    return thread


@hooks.on_infra_start()
def run_the_projects_own() -> None:
    DynamodbServer.do_start_thread = _start
