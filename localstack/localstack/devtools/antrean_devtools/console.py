"""What the developer reads while a command works."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def step(what: str) -> Iterator[None]:
    """One line: what is done, and how long it took."""
    started = time.monotonic()
    print(f"{what} …", flush=True)
    yield
    print(f"  done in {time.monotonic() - started:.1f} s", flush=True)


def last_lines(log: Path, count: int = 15) -> str:
    if not log.exists():
        return ""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(f"    {line}" for line in lines[-count:])
