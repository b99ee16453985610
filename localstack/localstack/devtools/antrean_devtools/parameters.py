"""Values of the template's parameters: of a stage from a file, and on LocalStack."""

import tomllib
from pathlib import Path

from samtranslator.yaml_helper import yaml_parse  # type: ignore[import-untyped]

from antrean_devtools import project
from antrean_devtools.failure import CommandFailure

# Minutes instead of hours, because LocalStack's clock cannot be moved; and as few unpaid seats an
# account as can be held within them.
_SHORT = {
    "PaymentWindowSeconds": "120",
    "GraceSeconds": "15",
    "ArmDelaySeconds": "35",
    "LongestQueueDelaySeconds": "35",
    "UnpaidHoldsPerAccount": "4",
}
TOKEN_AUDIENCE = "antrean-paspor"


def read(file: Path) -> dict[str, str]:
    """What a file of lines such as `PaymentWindowSeconds = 7200` says; refuses an unknown name."""
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as failure:
        raise CommandFailure(f"{file} cannot be read: {failure.strerror}.") from failure
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise CommandFailure(f"{file} is not TOML: {wrong}.") from wrong
    known = declared(project.TEMPLATE.read_text(encoding="utf-8"))
    for name, value in said.items():
        if name not in known:
            raise CommandFailure(f"{file} names {name}, which is no parameter of template.yaml.")
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise CommandFailure(f"{name} in {file} is a text or a whole number, and not {value}.")
    return {name: str(value) for name, value in said.items()}


def declared(template: str) -> dict[str, str]:
    """Every parameter of a template, with its default."""
    found = yaml_parse(template)["Parameters"]
    return {name: str(one["Default"]) for name, one in found.items()}


def complete(template: str, said: dict[str, str]) -> dict[str, str]:
    """A value for each of its parameters: what nobody says is the default again, whatever a stack
    was deployed with before."""
    return {name: said.get(name, default) for name, default in declared(template).items()}


def differences(former: dict[str, str], now: dict[str, str]) -> list[str]:
    """What changes of a deployed stack's, a line each."""
    return [
        f"  {name}: {former.get(name, 'new')!r} -> {value!r}"
        for name, value in now.items()
        if former.get(name) != value
    ]


def on_localstack(sandbox: str) -> dict[str, str]:
    """With the outside world at the sandbox's base URL."""
    return _SHORT | {
        "TokenIssuer": f"{sandbox}/sandbox/identity",
        "TokenAudience": TOKEN_AUDIENCE,
        "AllowedOrigins": "http://localhost:*,http://127.0.0.1:*",
        "DukcapilUrl": f"{sandbox}/sandbox/dukcapil",
        "MidtransApiUrl": f"{sandbox}/sandbox/aggregators/midtrans/api",
        "XenditApiUrl": f"{sandbox}/sandbox/aggregators/xendit/api",
        "DokuApiUrl": f"{sandbox}/sandbox/aggregators/doku/api",
        "SettlementListsUrl": f"{sandbox}/sandbox/aggregators",
    }


def as_the_suite_reads_them() -> dict[str, str]:
    """What its tests have to know of them, as variables."""
    return {
        "ANTREAN_PAYMENT_WINDOW_SECONDS": _SHORT["PaymentWindowSeconds"],
        "ANTREAN_GRACE_SECONDS": _SHORT["GraceSeconds"],
        "ANTREAN_UNPAID_HOLDS": _SHORT["UnpaidHoldsPerAccount"],
    }
