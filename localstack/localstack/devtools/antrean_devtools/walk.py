"""./antrean localstack walk: the acceptance suite against what is deployed."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as Xml
from collections import Counter
from dataclasses import dataclass, field

from antrean_devtools import account, endpoint, parameters, project
from antrean_devtools.failure import CommandFailure
from antrean_devtools.functions import Functions
from antrean_devtools.stack import Stack
from antrean_devtools.stage import LOCAL

_MODULE = "localstack/proof/acceptance"
_REPORTS = project.ROOT / _MODULE / "target" / "surefire-reports"
_LOG = project.LOGS / "walk.log"
# What a test may need and this target has not; each test says so beside itself.
_LACKS = "MOVABLE_CLOCK,FAULTS,CROWDS,GATEWAY_RESPONSES,DEVELOPERS_VIEW,PAGES"
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


# Twice what a busy machine of two cores needs.
_LIMIT = 1500


@dataclass
class Count:
    passed: int = 0
    # LocalStack does not keep time under load as AWS does; what fails twice is wrong.
    at_second_try: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    not_possible: Counter[str] = field(default_factory=Counter)

    def ran(self) -> bool:
        return self.passed + len(self.failed) + self.not_possible.total() > 0


def walk(tests: str | None, natively: bool) -> bool:
    """Whether every test that is possible here passed."""
    stack = Stack(account.of_localstack(), LOCAL)
    if not stack.exists() or not endpoint.sandbox_answers():
        raise CommandFailure("Nothing is deployed; ./antrean localstack deploy does it.")
    if natively and not Functions(stack).are_native():
        raise CommandFailure("JVM packages are deployed; ./antrean localstack deploy --native.")
    shutil.rmtree(_REPORTS, ignore_errors=True)
    print(f"Walking, with real waiting; the whole of it in {_LOG} …", flush=True)
    try:
        _run_suite(tests, stack.api_url())
    except subprocess.CalledProcessError as failure:
        raise CommandFailure(f"The suite could not be run; {_LOG} says why.") from failure
    except subprocess.TimeoutExpired as late:
        raise CommandFailure(
            f"The suite took over {_LIMIT} s; {_LOG} says how far it came."
        ) from late
    count = _read_reports()
    if tests is not None and not count.ran():
        raise CommandFailure(f"There is no test {tests}.")
    _tell(count)
    return not count.failed


def _run_suite(tests: str | None, api: str) -> None:
    only = [f"-Dtest={tests}"] if tests else []
    command = [
        "mvn",
        "-B",
        "-Dquick",
        "-pl",
        _MODULE,
        "-am",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dmaven.test.failure.ignore=true",
        "-Dsurefire.rerunFailingTestsCount=1",
        *_PARALLEL,
        *only,
    ]
    target = {
        "ANTREAN_API_URL": api.removesuffix("/v1"),
        "ANTREAN_URL": endpoint.SANDBOX,
        "ANTREAN_LACKS": _LACKS,
    } | parameters.as_the_suite_reads_them()
    with _LOG.open("wb") as log:
        subprocess.run(
            [*command, "test"],
            cwd=project.ROOT,
            env=os.environ | target,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=True,
            timeout=_LIMIT,
        )


def _read_reports() -> Count:
    count = Count()
    for report in sorted(_REPORTS.glob("TEST-*.xml")):
        for case in Xml.parse(report).getroot().iter("testcase"):
            _add(case, count)
    return count


def _add(case: Xml.Element, count: Count) -> None:
    name = f"{case.get('classname', '').rpartition('.')[2]}#{case.get('name')}"
    reasons = {child.tag: child.get("message", "no reason given")[:200] for child in case}
    if "skipped" in reasons:
        count.not_possible[reasons["skipped"]] += 1
    elif wrong := reasons.get("failure") or reasons.get("error"):
        count.failed.append(f"{name}: {wrong}")
    else:
        count.passed += 1
        if first := reasons.get("flakyFailure") or reasons.get("flakyError"):
            count.at_second_try.append(f"{name}: {first}")


def _tell(count: Count) -> None:
    for failed in count.failed:
        print(f"  FAILED {failed}")
    for late in count.at_second_try:
        print(f"  at the second try: {late}")
    for reason, number in count.not_possible.most_common():
        print(f"  not possible: {number} of them: {reason}")
    impossible = count.not_possible.total()
    print(f"{count.passed} passed, {len(count.failed)} failed, {impossible} not possible")
