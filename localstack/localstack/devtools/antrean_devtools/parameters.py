"""Values of the template's parameters on LocalStack."""

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


def values(sandbox: str) -> dict[str, str]:
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
