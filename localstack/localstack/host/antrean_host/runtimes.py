"""What AWS's runtimes start, by the function's settings and its unpacked code.

Environment: ANTREAN_JAVA (the java program) and ANTREAN_LAMBDA_CLIENT (the folder with AWS's
runtime interface client for Java, its native library unpacked).
"""

import os
import platform
from pathlib import Path
from typing import Protocol

_CLIENT = "com.amazonaws.services.lambda.runtime.api.client"
_NATIVE = {"x86_64": "linux-x86_64", "aarch64": "linux-aarch_64"}
# As AWS's own java25 runtime is set: the quick compiler and the small collector. A second look at
# bytecode that javac has just written is spared, because many of them start at once.
_JAVA_OPTIONS = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xshare:auto",
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerificationRemote",
)
_NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED"
# What a function's memory leaves to the heap, as AWS divides it.
_HEAP_PERCENT = 85


class UnknownRuntime(Exception):
    """The package or the runtime is none that can be run here."""


class FunctionSettings(Protocol):
    runtime: str | None
    handler: str
    memory_size: int


def command(settings: FunctionSettings, code: Path) -> list[str]:
    runtime = str(getattr(settings.runtime, "value", settings.runtime) or "")
    if runtime.startswith("provided"):
        return [str(_bootstrap(code))]
    if runtime.startswith("java"):
        return _java(settings, code)
    raise UnknownRuntime(f"{runtime} is not run here, only java and provided")


def _bootstrap(code: Path) -> Path:
    bootstrap = code / "bootstrap"
    if not bootstrap.is_file():
        raise UnknownRuntime("the package has no bootstrap")
    bootstrap.chmod(bootstrap.stat().st_mode | 0o111)
    return bootstrap


def _java(settings: FunctionSettings, code: Path) -> list[str]:
    heap = max(64, settings.memory_size * _HEAP_PERCENT // 100)
    client = os.environ["ANTREAN_LAMBDA_CLIENT"]
    class_path = os.pathsep.join([f"{code}", f"{code}/lib/*", f"{client}/*"])
    native = f"{client}/jni/libaws-lambda-jni.{_NATIVE[platform.machine()]}.so"
    return [
        os.environ["ANTREAN_JAVA"],
        f"-Xmx{heap}m",
        *_JAVA_OPTIONS,
        _NATIVE_ACCESS,
        f"-D{_CLIENT}.runtimeapi.NativeClient.JNI={native}",
        "-cp",
        class_path,
        f"{_CLIENT}.AWSLambda",
        settings.handler,
    ]
