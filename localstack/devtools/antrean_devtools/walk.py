"""./antrean localstack walk: the acceptance suite against what is deployed."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as Xml
from collections import Counter
from dataclasses import dataclass, field

from antrean_devtools import bootstrap, deploy, endpoint, project, stack
from antrean_devtools.failure import CommandFailure

_MODULE = "localstack/acceptance"
_REPORTS = project.ROOT / _MODULE / "target" / "surefire-reports"
_LOG = project.LOGS / "walk.log"
# What a test may need and this target has not; each test says so beside itself.
_LACKS = "MOVABLE_CLOCK,FAULTS,CROWDS,GATEWAY_RESPONSES"
# Most of the walk is waiting for deadlines that cannot be moved.
_PARALLEL = [
    f"-Djunit.jupiter.execution.parallel.{setting}"
    for setting in (
        "enabled=true",
        "mode.default=concurrent",
        "mode.classes.default=concurrent",
        "config.strategy=fixed",
        "config.fixed.parallelism=6",
    )
]


@dataclass
class Count:
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    not_possible: Counter[str] = field(default_factory=Counter)


def walk(tests: str | None, host_mode: bool) -> bool:
    """Whether every test that is possible here passed."""
    if not stack.exists() or not endpoint.sandbox_answers():
        raise CommandFailure("Nothing is deployed; ./antrean localstack deploy does it.")
    shutil.rmtree(_REPORTS, ignore_errors=True)
    print(f"Walking, with real waiting; the whole of it in {_LOG} …", flush=True)
    _run_suite(tests)
    count = _read_reports()
    if tests is None:
        _native_way(count, host_mode)
    _tell(count)
    return not count.failed


def _run_suite(tests: str | None) -> None:
    only = [f"-Dtest={tests}"] if tests else []
    command = [
        "mvn",
        "-B",
        "-Dquick",
        "-pl",
        _MODULE,
        "-Dmaven.test.failure.ignore=true",
        *_PARALLEL,
        *only,
    ]
    target = {
        "ANTREAN_API_URL": deploy.api_url().removesuffix("/v1"),
        "ANTREAN_URL": endpoint.SANDBOX,
        "ANTREAN_LACKS": _LACKS,
    }
    with _LOG.open("wb") as log:
        done = subprocess.run(
            [*command, "test"],
            cwd=project.ROOT,
            env=os.environ | target,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode != 0:
        raise CommandFailure(f"The suite could not be run; {_LOG} says why.")


def _read_reports() -> Count:
    count = Count()
    for report in sorted(_REPORTS.glob("TEST-*.xml")):
        for case in Xml.parse(report).getroot().iter("testcase"):
            skipped = case.find("skipped")
            wrong = case.find("failure") if case.find("failure") is not None else case.find("error")
            if skipped is not None:
                count.not_possible[skipped.get("message", "no reason given")] += 1
            elif wrong is not None:
                name = f"{case.get('classname', '').rpartition('.')[2]}#{case.get('name')}"
                count.failed.append(f"{name}: {wrong.get('message', '')[:200]}")
            else:
                count.passed += 1
    return count


def _native_way(count: Count, host_mode: bool) -> None:
    """A package that polls the Runtime API itself, beside those that AWS's Java runtime starts."""
    if not host_mode:
        count.not_possible["starts Java in an image of AWS that has none"] += 1
    elif bootstrap.answers_alike():
        count.passed += 1
    else:
        count.failed.append("bootstrap: it answers unlike the function of the template")


def _tell(count: Count) -> None:
    for failed in count.failed:
        print(f"  FAILED {failed}")
    for reason, number in count.not_possible.most_common():
        print(f"  not possible: {number} of them: {reason}")
    impossible = count.not_possible.total()
    print(f"{count.passed} passed, {len(count.failed)} failed, {impossible} not possible")
