"""The local stack, as the commands find it."""

import argparse
import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, ClassVar
from unittest import mock

from antrean_devtools import __main__ as commands
from antrean_devtools import running
from antrean_devtools.failure import CommandFailure
from antrean_devtools.running import RunningStack


class _Sandbox(BaseHTTPRequestHandler):
    told: ClassVar[dict[str, Any]] = {}

    def do_GET(self) -> None:
        known = self.path == "/sandbox/aws"
        self.send_response(200 if known else 404)
        self.end_headers()
        self.wfile.write(json.dumps(self.told if known else {}).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


class RunningStackTest(unittest.TestCase):
    def setUp(self) -> None:
        server = HTTPServer(("127.0.0.1", 0), _Sandbox)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{server.server_port}"
        _Sandbox.told = {
            "endpoint": "http://127.0.0.1:1",
            "region": "ap-southeast-3",
            "accessKeyId": "ANTREANLOCAL",
            "secretAccessKey": "secret",
            "tables": {"GuardsTable": "antrean-paspor-GuardsTable"},
        }

    def test_knows_its_tables_and_where_they_are(self) -> None:
        stack = RunningStack(self.url)
        self.assertEqual(
            stack.resources("AWS::DynamoDB::Table"), {"GuardsTable": "antrean-paspor-GuardsTable"}
        )
        self.assertEqual(stack.account.client("dynamodb").meta.endpoint_url, "http://127.0.0.1:1")

    def test_is_not_what_stands_beside_localstack(self) -> None:
        del _Sandbox.told["tables"]
        with self.assertRaisesRegex(CommandFailure, "--on localstack"):
            RunningStack(self.url)

    def test_is_refused_where_none_runs(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "^No stack answers at http://127.0.0.1:9;"):
            RunningStack("http://127.0.0.1:9")

    @mock.patch.dict("os.environ", {"ANTREAN_HOST": "10.0.0.1", "ANTREAN_PORT": "8081"})
    def test_is_where_the_other_commands_look_for_it(self) -> None:
        self.assertEqual(running.url(), "http://10.0.0.1:8081")

    def system(self, *options: str) -> Any:
        parser = argparse.ArgumentParser()
        commands._add_restore(parser)
        return commands._system(
            parser.parse_args(["GuardsTable", "--to", "2026-11-28T09:00:00+07:00", *options])
        )

    def test_is_asked_where_no_stage_is_named(self) -> None:
        self.assertIsInstance(self.system("--url", self.url), RunningStack)

    def test_is_not_taken_for_a_stage_that_was_forgotten(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "^On AWS the stage is named"):
            self.system("--region", "ap-southeast-3")

    def test_is_not_a_stage(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "^--url is of a local stack"):
            self.system("--stage", "prod", "--url", self.url)
