"""SAM's command line on the project's template, and what lints it."""

import subprocess
import sys
from pathlib import Path

from antrean_devtools import endpoint, project
from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure

_FOLDER = project.STATE / "sam"
BUILT = _FOLDER / "build" / "template.yaml"


def build(flavour: str) -> Path:
    """The template with every function's package of that flavour in its place, by ./antrean
    package, which refuses what was not built and tells why."""
    jvm = ["--jvm"] if flavour == "jvm" else []
    command = [str(project.ROOT / "antrean"), "package", *jvm, "--to", str(BUILT)]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise CommandFailure("Nothing was deployed.")
    return BUILT


def package(account: Account, built: Path, bucket: str) -> Path:
    """The template whose packages and files are in that bucket."""
    packaged = _FOLDER / "packaged.yaml"
    done = subprocess.run(
        _command(
            *("package", "--template-file", str(built), "--s3-bucket", bucket),
            *("--output-template-file", str(packaged)),
        ),
        cwd=project.ROOT,
        env=account.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise CommandFailure("sam package refused the template:\n" + "\n".join(said[-5:]))
    return packaged


def check(built: Path) -> None:
    """Refuses what cfn-lint has anything against."""
    command = [str(Path(sys.executable).parent / "cfn-lint"), str(built)]
    done = subprocess.run(command, cwd=project.ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CommandFailure(f"cfn-lint refuses the template:\n{done.stdout}{done.stderr}".rstrip())


def lint() -> bool:
    command = _command("validate", "--lint", "--template", str(project.TEMPLATE))
    return subprocess.run(command, env=endpoint.aws_environment(), check=False).returncode == 0


def _command(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).parent / "sam"), *arguments]
