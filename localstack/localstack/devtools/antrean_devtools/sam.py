"""SAM's command line on the project's template."""

import subprocess
import sys
from pathlib import Path

from antrean_devtools import endpoint, project
from antrean_devtools.failure import CommandFailure

_FOLDER = project.STATE / "sam"
BUCKET = "antrean-paspor-packages"


def built() -> Path:
    """The template with every function's package in its place, as ./antrean package makes it."""
    return _FOLDER / "build" / "template.yaml"


def package() -> Path:
    """The template whose packages and files are in LocalStack's S3."""
    packaged = _FOLDER / "packaged.yaml"
    _sam(
        *("package", "--template-file", str(built()), "--s3-bucket", BUCKET),
        *("--output-template-file", str(packaged)),
    )
    return packaged


def lint() -> bool:
    command = _command("validate", "--lint", "--template", str(project.TEMPLATE))
    return subprocess.run(command, env=endpoint.aws_environment(), check=False).returncode == 0


def _sam(*arguments: str) -> None:
    done = subprocess.run(
        _command(*arguments),
        cwd=project.ROOT,
        env=endpoint.aws_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise CommandFailure(f"sam {arguments[0]} refused the template:\n" + "\n".join(said[-5:]))


def _command(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).parent / "sam"), *arguments]
