"""Where LocalStack and the sandbox are on this machine."""

import json
import os
import socket
import urllib.error
import urllib.request
from typing import Any

HOST = "127.0.0.1"
LOCALSTACK_PORT = 4566
LOCALSTACK = f"http://{HOST}:{LOCALSTACK_PORT}"
REGION = "ap-southeast-3"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}

SANDBOX_PORT = int(os.environ.get("ANTREAN_SANDBOX_PORT", "8090"))
SANDBOX = f"http://{HOST}:{SANDBOX_PORT}"


def aws_environment() -> dict[str, str]:
    """The environment of an AWS tool that shall talk to LocalStack and to nothing else."""
    foreign = ("AWS_PROFILE", "AWS_SESSION_TOKEN")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return {
        **kept,
        **CREDENTIALS,
        "AWS_ENDPOINT_URL": LOCALSTACK,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "SAM_CLI_TELEMETRY": "0",
    }


def health() -> dict[str, Any] | None:
    """What LocalStack says of itself; nothing if nobody answers as LocalStack does."""
    return answer(f"{LOCALSTACK}/_localstack/health")


def sandbox_answers() -> bool:
    return answer(f"{SANDBOX}/sandbox/clock") is not None


def is_taken(port: int) -> bool:
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except OSError:
            return True
    return False


def answer(url: str) -> dict[str, Any] | None:
    """The JSON that is told there; nothing if none is."""
    try:
        with urllib.request.urlopen(url, timeout=5) as told:
            body = json.load(told)
            return body if isinstance(body, dict) else None
    except (OSError, ValueError):
        return None
