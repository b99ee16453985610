"""A walk so short that it changes nothing: does what was deployed answer as it should?"""

import json
import time
import urllib.error
import urllib.request
from email.message import Message

from antrean_devtools.failure import CommandFailure

# A new API is not known to every one of AWS's machines at once.
_PATIENCE = 60


class WalkFailed(CommandFailure):
    """What was deployed does not answer as it should."""


def walk(api: str, offices: set[str], pause: float) -> None:
    """Everybody sees the offices, and nobody sees an application without a token."""
    deadline = time.monotonic() + _PATIENCE
    while wrong := _wrong(api, offices):
        if time.monotonic() > deadline:
            raise WalkFailed(f"The API does not answer as it should: {wrong}")
        time.sleep(pause)


def _wrong(api: str, offices: set[str]) -> str | None:
    try:
        return _wrong_about_offices(api, offices) or _wrong_about_tokens(api)
    except OSError as unreachable:
        return f"{api} cannot be reached: {unreachable}."


def _wrong_about_offices(api: str, offices: set[str]) -> str | None:
    status, _, body = _get(f"{api}/offices?limit=100")
    if status != 200:
        return f"GET /offices is answered {status}."
    try:
        shown = {office["id"] for office in json.loads(body)["items"]}
    except (ValueError, KeyError, TypeError):
        return "GET /offices is answered with something else than offices."
    missing = ", ".join(sorted(offices - shown))
    return f"GET /offices does not show {missing}." if missing else None


def _wrong_about_tokens(api: str) -> str | None:
    status, headers, _ = _get(f"{api}/applications")
    kind = headers.get_content_type()
    if status != 401 or kind != "application/problem+json":
        return f"GET /applications without a token is answered {status} {kind}, and not 401."
    return None


def _get(url: str) -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=40) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers, refused.read()
