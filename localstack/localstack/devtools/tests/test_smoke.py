"""The short walk, against an API that answers what a test wants."""

import http.server
import json
import threading
import unittest
from unittest import mock

from antrean_devtools import smoke
from antrean_devtools.smoke import WalkFailed

_PROBLEM = "application/problem+json"


class _Api(http.server.BaseHTTPRequestHandler):
    answers: dict[str, tuple[int, str, str]]

    def do_GET(self) -> None:
        status, kind, body = self.answers[self.path.partition("?")[0]]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is of interest."""


class SmokeTest(unittest.TestCase):
    def walks(self, offices: tuple[int, str, str], applications: tuple[int, str, str]) -> None:
        answers = {"/v1/offices": offices, "/v1/applications": applications}
        handler = type("Answering", (_Api,), {"answers": answers})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        with mock.patch.object(smoke, "_PATIENCE", -1):
            smoke.walk(f"http://127.0.0.1:{server.server_port}/v1", {"CLG"}, 0)

    def shown(self, *ids: str) -> tuple[int, str, str]:
        return 200, "application/json", json.dumps({"items": [{"id": one} for one in ids]})

    def test_is_done_where_offices_are_seen_and_applications_are_not(self) -> None:
        self.walks(self.shown("CLG", "DPS"), (401, f"{_PROBLEM};charset=UTF-8", "{}"))

    def test_notices_what_is_wrong(self) -> None:
        shown, refused = self.shown("CLG"), (401, _PROBLEM, "{}")
        for offices, applications, said in (
            ((503, _PROBLEM, "{}"), refused, "GET /offices is answered 503"),
            ((200, "text/html", "<p>"), refused, "something else than offices"),
            (self.shown("DPS"), refused, "does not show CLG"),
            (shown, (200, "application/json", "{}"), "without a token is answered 200"),
            (shown, (401, "text/html", ""), "answered 401 text/html"),
        ):
            with self.subTest(said), self.assertRaisesRegex(WalkFailed, said):
                self.walks(offices, applications)

    def test_notices_that_nobody_answers(self) -> None:
        with (
            mock.patch.object(smoke, "_PATIENCE", -1),
            self.assertRaisesRegex(WalkFailed, "cannot be reached"),
        ):
            smoke.walk("http://127.0.0.1:1/v1", {"CLG"}, 0)
