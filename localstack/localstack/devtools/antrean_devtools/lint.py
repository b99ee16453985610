"""./antrean lint: everything that checks what no compiler does."""

import os
import subprocess
import sys
from pathlib import Path

from antrean_devtools import contract, project, sam

_PYTHON = ["localstack/localstack/devtools", "localstack/localstack/host"]
# What no local stack runs, and CloudFront's, which is deployed where CloudFront is.
_BESIDE = ["infra/operations.yaml", "infra/account.yaml"]
_EDGE = "infra/edge.yaml"
# They need no LocalStack: those of host mode real processes, those of the commands nobody.
_TESTS = [sys.executable, "-B", "-m", "unittest", "discover", "-s", "tests"]


def lint() -> bool:
    """Whether all of it is clean. Each tool says what is not."""
    tools = Path(sys.executable).parent
    checks = {
        "cfn-lint": [f"{tools}/cfn-lint", str(project.TEMPLATE), *_BESIDE],
        "cfn-lint of the edge": [f"{tools}/cfn-lint", "--regions", "us-east-1", "--", _EDGE],
        "ruff check": [f"{tools}/ruff", "check", "--no-cache", *_PYTHON],
        "ruff format": [f"{tools}/ruff", "format", "--no-cache", "--check", *_PYTHON],
        "mypy": [f"{tools}/mypy", "--cache-dir=/dev/null", "localstack/localstack/devtools"],
    }
    results = {name: _runs(command, project.ROOT) for name, command in checks.items()}
    results["sam validate --lint"] = sam.lint()
    redocly = contract.lint()
    if redocly is not None:
        results["redocly"] = redocly
    results["tests of host mode"] = _runs(_TESTS, project.LOCALSTACK / "host")
    results["tests of commands"] = _runs([*_TESTS, "-t", "."], project.DEVTOOLS)
    for name, clean in results.items():
        print(f"  {name:20} {'clean' if clean else 'NOT CLEAN'}")
    return all(results.values())


def _runs(command: list[str], folder: Path) -> bool:
    environment = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode == 0
