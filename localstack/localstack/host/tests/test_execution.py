"""Real processes that poll the Runtime API as a native bootstrap does."""

import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

from antrean_host.execution import Died, Execution
from antrean_host.runtime_api import Event

_POLL = """
    import http.client, os, sys
    def call(method, path, body=None):
        api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
        api.request(method, "/2018-06-01/runtime/" + path, body)
        return api.getresponse()
"""
_ECHO = """
    while True:
        event = call("GET", "invocation/next")
        request = event.headers["Lambda-Runtime-Aws-Request-Id"]
        call("POST", f"invocation/{request}/response", event.read())
"""


class ExecutionTest(unittest.TestCase):
    def setUp(self) -> None:
        self.lines: list[str] = []

    def runs(self, program: str) -> Execution:
        text = textwrap.dedent(_POLL) + textwrap.dedent(program)
        code = Path(tempfile.mkdtemp())
        execution = Execution([sys.executable, "-c", text], code, {}, self.lines.append)
        self.addCleanup(execution.end)
        return execution

    def test_hands_each_event_to_the_program_and_gives_its_answer_back(self) -> None:
        execution = self.runs(_ECHO)
        self.assertIsNone(execution.await_start(10))
        for number in range(3):
            outcome = execution.handle(_event(f"r{number}"), 10)
            self.assertEqual((outcome.body, outcome.failed), (b'{"for":"r%d"}' % number, False))

    def test_tells_what_a_program_says_of_its_failed_start(self) -> None:
        execution = self.runs("""call("POST", "init/error", b'{"errorType":"Broken"}')""")
        failure = execution.await_start(10)
        self.assertTrue(failure is not None and failure.failed)
        self.assertEqual(failure.body if failure else b"", b'{"errorType":"Broken"}')

    def test_tells_that_a_program_died_at_its_start_and_keeps_its_lines(self) -> None:
        execution = self.runs("print('no table'); sys.exit(3)")
        with self.assertRaisesRegex(Died, "exit status 3"):
            execution.await_start(10)
        self.assertEqual(self.lines, ["no table"])

    def test_tells_that_a_program_died_over_an_event(self) -> None:
        execution = self.runs("""call("GET", "invocation/next"); sys.exit(9)""")
        self.assertIsNone(execution.await_start(10))
        with self.assertRaisesRegex(Died, "exit status 9"):
            execution.handle(_event("r"), 10)

    def test_gives_up_when_the_time_of_an_event_is_over(self) -> None:
        execution = self.runs("""call("GET", "invocation/next"); call("GET", "invocation/next")""")
        self.assertIsNone(execution.await_start(10))
        with self.assertRaises(TimeoutError):
            execution.handle(_event("r"), 0.3)

    def test_leaves_no_process_behind(self) -> None:
        execution = self.runs(_ECHO)
        execution.await_start(10)
        execution.end()
        self.assertFalse(execution.alive)


def _event(request_id: str) -> Event:
    return Event(request_id, "arn", "", 0, b'{"for":"%s"}' % request_id.encode())


if __name__ == "__main__":
    unittest.main()
