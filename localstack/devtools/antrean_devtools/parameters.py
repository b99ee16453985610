"""Values of the template's parameters on LocalStack."""

# Minutes instead of hours, because LocalStack's clock cannot be moved.
_TIMES = {
    "PaymentWindowSeconds": "90",
    "GraceSeconds": "15",
    "ArmDelaySeconds": "35",
    "LongestQueueDelaySeconds": "35",
}
TOKEN_AUDIENCE = "antrean-paspor"


def values(sandbox: str) -> dict[str, str]:
    """With the outside world at the sandbox's base URL."""
    return _TIMES | {
        "TokenIssuer": f"{sandbox}/sandbox/identity",
        "TokenAudience": TOKEN_AUDIENCE,
        "DukcapilUrl": f"{sandbox}/sandbox/dukcapil",
        "MidtransApiUrl": f"{sandbox}/sandbox/aggregators/midtrans/api",
    }
