"""Shows that a native package needs no change: the offices function once more, as a `bootstrap` for
`provided.al2023` that polls the Runtime API itself."""

import io
import json
import os
import zipfile
from typing import Any

from antrean_devtools import project, stack
from antrean_devtools.aws import client

_NAME = "antrean-offices-as-bootstrap"
_PACKAGE = project.ROOT / "functions" / "offices" / "target" / "function.zip"
_CLIENT = project.LOCALSTACK / "host" / "target" / "lambda-client"
_EXECUTABLE = 0o755 << 16
_EVENT = {
    "resource": "/offices",
    "path": "/offices",
    "httpMethod": "GET",
    "headers": {"Accept": "application/json"},
    "multiValueHeaders": {"Accept": ["application/json"]},
    "requestContext": {"requestId": "walk", "stage": "v1", "httpMethod": "GET"},
    "isBase64Encoded": False,
}


def answers_alike() -> bool:
    """Whether it answers as the function of the template does."""
    template_one = stack.resources("AWS::Lambda::Function")["OfficesFunction"]
    settings = client("lambda").get_function_configuration(FunctionName=template_one)
    client("lambda").create_function(
        FunctionName=_NAME,
        Runtime="provided.al2023",
        Handler=settings["Handler"],
        Role=settings["Role"],
        Timeout=settings["Timeout"],
        MemorySize=settings["MemorySize"],
        Environment=settings["Environment"],
        Code={"ZipFile": _package(settings["Handler"])},
    )
    try:
        client("lambda").get_waiter("function_active_v2").wait(FunctionName=_NAME)
        return _answer(_NAME) == _answer(template_one)
    finally:
        client("lambda").delete_function(FunctionName=_NAME)


def _package(handler: str) -> bytes:
    """The function's own package and, instead of AWS's Java runtime, a program that starts it."""
    program = (
        "#!/bin/sh\n"
        f'exec "{os.environ["JAVA_HOME"]}/bin/java" --enable-native-access=ALL-UNNAMED'
        " -Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
        f'"{_CLIENT}/jni/libaws-lambda-jni.linux-$(uname -m | sed s/aarch64/aarch_64/).so"'
        f' -cp "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*:{_CLIENT}/*"'
        f" com.amazonaws.services.lambda.runtime.api.client.AWSLambda {handler}\n"
    )
    package = io.BytesIO(_PACKAGE.read_bytes())
    with zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = _EXECUTABLE
        archive.writestr(entry, program)
    return package.getvalue()


def _answer(name: str) -> tuple[int, Any]:
    invoked = client("lambda").invoke(FunctionName=name, Payload=json.dumps(_EVENT).encode())
    answer = json.loads(invoked["Payload"].read())
    return answer.get("statusCode", 0), json.loads(answer.get("body") or "null")
