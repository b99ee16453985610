"""Python environments of pinned packages, made at first use and again when what they are made of
has changed. Uses nothing but Python's own library."""

import hashlib
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

from antrean_devtools import console, project
from antrean_devtools.failure import CommandFailure

_HOST = project.LOCALSTACK / "host"


def tools() -> Path:
    """The Python that has SAM's command line and cfn-lint."""
    constraints = project.DEVTOOLS / "constraints.txt"
    requirements = project.DEVTOOLS / "requirements.txt"
    return _environment(
        "tools",
        "Installing SAM and cfn-lint (once, about a minute)",
        ["-r", str(requirements), "-c", str(constraints)],
        [constraints, requirements],
    )


def host() -> Path:
    """The Python that has LocalStack and what it needs on a machine without Docker."""
    constraints = _HOST / "constraints.txt"
    sources = sorted((_HOST / "antrean_host").glob("*.py"))
    # A copy, because building it leaves files beside its sources.
    copy = project.STATE / "host-sources"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(_HOST, copy, ignore=shutil.ignore_patterns("target", "__pycache__"))
    return _environment(
        "host",
        "Installing LocalStack (once, about two minutes, 500 MB)",
        [str(copy), "-c", str(constraints)],
        [constraints, _HOST / "pyproject.toml", *sources],
    )


def _environment(name: str, progress: str, packages: list[str], made_of: Iterable[Path]) -> Path:
    folder = project.STATE / name
    python = folder / "bin" / "python"
    stamp = folder / "made-of"
    fingerprint = _fingerprint(made_of)
    if stamp.exists() and stamp.read_text() == fingerprint:
        return python
    log = project.LOGS / f"install-{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with console.step(progress):
        venv.create(folder, clear=not stamp.exists(), with_pip=True, symlinks=True)
        _install(python, packages, log)
    stamp.write_text(fingerprint)
    return python


def _install(python: Path, packages: list[str], log: Path) -> None:
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    with (
        log.open("w", encoding="utf-8") as out,
        subprocess.Popen(
            [*command, "--upgrade", *packages],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as pip,
    ):
        assert pip.stdout is not None
        for line in pip.stdout:
            out.write(line)
            if sys.stdout.isatty() and line.startswith(("Collecting ", "Installing ")):
                print(f"\r  {line.split(' (')[0].strip():<70.70}", end="", flush=True)
    if sys.stdout.isatty():
        print("\r" + " " * 72, end="\r")
    if pip.returncode != 0:
        raise CommandFailure(
            "The Python packages could not be installed; is the package index at hand?\n"
            f"{console.last_lines(log, 5)}\nAll of it is in {log}."
        )


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
