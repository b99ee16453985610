"""The Lambda Runtime API, for the one runtime that polls it.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import queue
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_ROOT = "/2018-06-01/runtime"


@dataclass(frozen=True)
class Event:
    """What a runtime is given to work on."""

    request_id: str
    function_arn: str
    trace_id: str
    deadline_ms: int
    payload: bytes

    def headers(self) -> dict[str, str]:
        return {
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": self.request_id,
            "Lambda-Runtime-Deadline-Ms": str(self.deadline_ms),
            "Lambda-Runtime-Invoked-Function-Arn": self.function_arn,
            "Lambda-Runtime-Trace-Id": self.trace_id,
        }


@dataclass(frozen=True)
class Outcome:
    """What became of an event, or of the start."""

    body: bytes
    failed: bool


class RuntimeApi:
    """Serves on a free port of 127.0.0.1 until it is closed."""

    def __init__(self) -> None:
        self.settled = threading.Event()
        """The runtime has asked for its first event, or said that it cannot start."""
        self.init_error: Outcome | None = None
        self._events: queue.Queue[Event | None] = queue.Queue()
        self._outcomes: queue.Queue[tuple[str, Outcome]] = queue.Queue()
        handler = type("Handler", (_Handler,), {"api": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def give(self, event: Event) -> None:
        self._events.put(event)

    def outcome_of(self, request_id: str, seconds: float) -> Outcome:
        """Waits for it; raises queue.Empty when the time is over."""
        while True:
            answered, outcome = self._outcomes.get(timeout=seconds)
            if answered == request_id:
                return outcome

    def close(self) -> None:
        self._events.put(None)
        self._server.shutdown()
        self._server.server_close()

    def take_event(self) -> Event | None:
        self.settled.set()
        return self._events.get()

    def take_outcome(self, request_id: str, outcome: Outcome) -> None:
        self._outcomes.put((request_id, outcome))

    def take_init_error(self, body: bytes) -> None:
        self.init_error = Outcome(body, failed=True)
        self.settled.set()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A runtime that is ended drops its connection; whoever waits for it is told elsewhere."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body in one packet: otherwise each answer waits 40 ms for a delayed ACK.
    disable_nagle_algorithm = True
    wbufsize = -1
    api: RuntimeApi

    def do_GET(self) -> None:
        if self.path != f"{_ROOT}/invocation/next":
            self._answer(404)
            return
        event = self.api.take_event()
        if event is None:
            self.close_connection = True
        else:
            self._answer(200, event.payload, event.headers())

    def do_POST(self) -> None:
        body = self._body()
        parts = self.path.removeprefix(f"{_ROOT}/").split("/")
        match parts:
            case ["init", "error"]:
                self.api.take_init_error(body)
            case ["invocation", request_id, ("response" | "error") as kind]:
                self.api.take_outcome(request_id, Outcome(body, failed=kind == "error"))
            case _:
                self._answer(404)
                return
        self._answer(202, b'{"status":"OK"}', {"Content-Type": "application/json"})

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: LocalStack logs each invocation itself."""

    def _answer(
        self, status: int, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)
