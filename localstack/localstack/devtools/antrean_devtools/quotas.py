"""What an account may do in a second, beside AWS's default in Jakarta, which the system is sized
for: a new account has often less."""

from collections.abc import Callable
from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from antrean_devtools.account import Account

_REFILL = "StartExecution throttle token refill rate per second"


@dataclass(frozen=True)
class Quota:
    what: str
    in_jakarta: int
    matters: str
    read: Callable[[Account], float | None]

    def told(self, account: Account) -> str:
        here = self._here(account)
        figure = "?" if here is None else f"{here:,.0f}"
        line = f"  {self.what:44} {figure:>7} {self.in_jakarta:>9,}  {self.matters}"
        low = here is not None and here < self.in_jakarta
        return f"{line}\n  {'LOW: have it raised before people come.':>56}" if low else line

    def _here(self, account: Account) -> float | None:
        """Nothing where AWS does not tell: whoever deploys may not be allowed to ask."""
        try:
            return self.read(account)
        except (ClientError, BotoCoreError):
            return None


def _gateway(which: str) -> Callable[[Account], float]:
    # Service Quotas shows 10,000 where the gateway has 2,500: it is asked itself.
    return lambda account: float(
        account.client("apigateway").get_account()["throttleSettings"][which]
    )


def _environments(account: Account) -> float:
    limits = account.client("lambda").get_account_settings()["AccountLimit"]
    return float(limits["ConcurrentExecutions"])


def _starts(account: Account) -> float | None:
    pages = account.client("service-quotas").get_paginator("list_service_quotas")
    for page in pages.paginate(ServiceCode="states"):
        for quota in page["Quotas"]:
            if quota["QuotaName"] == _REFILL:
                return float(quota["Value"])
    return None


QUOTAS = [
    Quota(
        "API Gateway, requests a second",
        2500,
        "all stages of this region together; above it callers hear 429",
        _gateway("rateLimit"),
    ),
    Quota(
        "API Gateway, requests in a burst",
        1250,
        "the second in which an office's seats are released",
        _gateway("burstLimit"),
    ),
    Quota(
        "Lambda, environments at once",
        1000,
        "all functions of all stages; queues take some from who waits for an answer",
        _environments,
    ),
    Quota(
        "Lambda, new environments a function, 10 s",
        1000,
        "fixed by AWS; an opening begins with few and grows by so many",
        lambda _: 1000,
    ),
    Quota(
        "Step Functions, starts a second",
        150,
        "a timer a hold that is due in more than 15 minutes; above it the queue waits instead",
        _starts,
    ),
]


def tell(account: Account) -> None:
    print(f"  {'':44} {'here':>7} {'Jakarta':>9}")
    for quota in QUOTAS:
        print(quota.told(account))
