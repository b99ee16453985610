"""Who deploys, and where."""

import unittest
from unittest import mock

import boto3
from antrean_devtools import account
from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure

from tests.answers import AnsweringAccount

_NOBODY = {
    "AWS_CONFIG_FILE": "/nowhere",
    "AWS_SHARED_CREDENTIALS_FILE": "/nowhere",
    "AWS_EC2_METADATA_DISABLED": "true",
}


class AccountTest(unittest.TestCase):
    @mock.patch.dict("os.environ", _NOBODY, clear=True)
    def test_refuses_without_credentials(self) -> None:
        nobody = Account(boto3.Session(region_name="ap-southeast-3"), {})
        with self.assertRaisesRegex(CommandFailure, "^There are no AWS credentials: .*log in"):
            nobody.number()

    @mock.patch.dict("os.environ", _NOBODY, clear=True)
    def test_refuses_a_profile_that_is_not_there(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "^There is no AWS profile prod"):
            account.of_aws("prod", "ap-southeast-3")

    @mock.patch.dict("os.environ", _NOBODY, clear=True)
    def test_refuses_without_a_region_and_one_that_aws_has_not(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "^No region is named"):
            account.of_aws(None, None)
        with self.assertRaisesRegex(CommandFailure, "^AWS has no region ap-southeast-33"):
            account.of_aws(None, "ap-southeast-33")

    def test_tells_of_a_region_that_the_account_may_not_use(self) -> None:
        here = AnsweringAccount()
        here.of("sts").add_client_error("get_caller_identity", "InvalidClientTokenId", "invalid")
        with self.assertRaisesRegex(CommandFailure, "not opted in to ap-southeast-3"):
            here.number()

    def test_tells_why_credentials_are_not_taken(self) -> None:
        here = AnsweringAccount()
        here.of("sts").add_client_error("get_caller_identity", "ExpiredToken", "The token expired")
        with self.assertRaisesRegex(CommandFailure, "does not take .*: The token expired"):
            here.number()

    def test_is_known_by_its_number(self) -> None:
        here = AnsweringAccount()
        here.of("sts").add_response("get_caller_identity", {"Account": "123456789012"})
        self.assertEqual(here.number(), "123456789012")
