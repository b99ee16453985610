"""What an account may do, beside what the system is sized for."""

import contextlib
import io
import unittest

from antrean_devtools import quotas

from tests.answers import AnsweringAccount


class QuotasTest(unittest.TestCase):
    def told(self, rate: float, environments: int, starts: float | None) -> str:
        account = AnsweringAccount()
        gateway = {"throttleSettings": {"rateLimit": rate, "burstLimit": 1250}}
        for _ in range(2):
            account.of("apigateway").add_response("get_account", gateway)
        limit = {"AccountLimit": {"ConcurrentExecutions": environments}}
        account.of("lambda").add_response("get_account_settings", limit)
        if starts is None:
            account.of("service-quotas").add_client_error("list_service_quotas", "AccessDenied")
        else:
            name = "StartExecution throttle token refill rate per second"
            listed = {"Quotas": [{"QuotaName": name, "Value": starts}]}
            account.of("service-quotas").add_response("list_service_quotas", listed)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            quotas.tell(account)
        account.all_was_asked()
        return out.getvalue()

    def test_as_it_is_sized_for_is_not_low(self) -> None:
        told = self.told(2500, 1000, 150)
        self.assertNotIn("LOW", told)
        self.assertRegex(told, r"API Gateway, requests a second +2,500 +2,500 ")

    def test_of_a_new_account_is_low(self) -> None:
        told = self.told(2500, 10, 150)
        self.assertRegex(told, r"Lambda, environments at once +10 +1,000 .*\n +LOW")
        self.assertEqual(told.count("LOW"), 1)

    def test_that_may_not_be_asked_for_is_unknown_and_stops_nobody(self) -> None:
        self.assertRegex(self.told(2500, 1000, None), r"Step Functions, starts a second +\? +150 ")
