"""infra/openapi.yaml, read as a stranger's linter reads it."""

import json
import os
import re
import shutil
import subprocess
from typing import Any

from antrean_devtools import project

_TOOLS = project.ROOT / ".antrean" / "contract-lint"
_FILES = ("package.json", "package-lock.json", ".npmrc")


def lint() -> bool | None:
    """Whether redocly's recommended rules warn of nothing; None where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        print("NOT RUN: redocly, because npm is not on the path.")
        return None
    if not _is_installed() and not _installs(npm):
        return False
    told = subprocess.run(
        [
            str(_TOOLS / "node_modules/.bin/redocly"),
            *("lint", "--extends=recommended", "--max-problems=50", "--format=json"),
            str(project.ROOT / "infra" / "openapi.yaml"),
        ],
        cwd=_TOOLS,
        env=os.environ | {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    # Warnings alone leave its exit code at 0.
    clean = told.returncode == 0 and not _problems(told.stdout)
    if not clean:
        print(told.stdout + told.stderr)
    return clean


def _problems(told: str) -> list[dict[str, Any]]:
    """Without what it says of our own fields, which the acceptance suite holds examples against:
    lists where `x-one-or-list` allows them, and schemas that only `x-bodies` refers to."""
    problems: list[dict[str, Any]] = json.loads(told)["problems"]
    bodies = _bodies()
    return [it for it in problems if not _is_example_of_a_list(it) and not _is_a_body(it, bodies)]


def _is_example_of_a_list(problem: dict[str, Any]) -> bool:
    return problem["ruleId"] == "no-invalid-media-type-examples" and all(
        "/examples/several/" in place["pointer"] for place in problem["location"]
    )


def _bodies() -> set[str]:
    contract = (project.ROOT / "infra" / "openapi.yaml").read_text(encoding="utf-8")
    named = contract.split("x-bodies:\n", 1)[1].split("examples:\n", 1)[0]
    return set(re.findall(r"#/components/schemas/(\w+)", named))


def _is_a_body(problem: dict[str, Any], bodies: set[str]) -> bool:
    return problem["ruleId"] == "no-unused-components" and all(
        place["pointer"].rsplit("/", 1)[1] in bodies for place in problem["location"]
    )


def _is_installed() -> bool:
    lock = _TOOLS / "package-lock.json"
    wanted = project.DEVTOOLS / "package-lock.json"
    return (
        (_TOOLS / "node_modules").exists()
        and lock.exists()
        and lock.read_bytes() == wanted.read_bytes()
    )


def _installs(npm: str) -> bool:
    _TOOLS.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        shutil.copy(project.DEVTOOLS / name, _TOOLS / name)
    command = [npm, "ci", "--prefer-offline", "--silent"]
    return subprocess.run(command, cwd=_TOOLS, check=False).returncode == 0
