"""What a failure leaves on AWS."""

import unittest
from datetime import UTC, datetime

from antrean_devtools.account import Account
from antrean_devtools.functions import FunctionFailed
from antrean_devtools.place import Aws
from antrean_devtools.stack import Stack, StackFailed
from antrean_devtools.stage import Stage

from tests.answers import AnsweringAccount
from tests.test_stack import described

_STACK = "antrean-paspor-test"


class _AwsOf(Aws):
    def __init__(self, account: Account) -> None:
        self.account = account


class AwsTest(unittest.TestCase):
    def setUp(self) -> None:
        self.account = AnsweringAccount()
        self.cloudformation = self.account.of("cloudformation")
        self.dynamodb = self.account.of("dynamodb")
        self.addCleanup(self.account.all_was_asked)

    def left(self, failure: BaseException, new: bool) -> str:
        stack = Stack(self.account, Stage("test"))
        return _AwsOf(self.account).after_failure(stack, failure, new)

    def has(self, *tables: str) -> None:
        resources = [
            {
                "LogicalResourceId": table,
                "PhysicalResourceId": table.lower(),
                "ResourceType": "AWS::DynamoDB::Table",
                "LastUpdatedTimestamp": datetime.now(UTC),
                "ResourceStatus": "CREATE_COMPLETE",
            }
            for table in tables
        ]
        self.cloudformation.add_response(
            "list_stack_resources", {"StackResourceSummaries": resources}
        )

    def test_of_a_new_stack_that_failed_nothing_is_left(self) -> None:
        self.has("Guards", "Gone")
        unprotected = {"DeletionProtectionEnabled": False}
        self.dynamodb.add_response("update_table", {}, {"TableName": "guards"} | unprotected)
        self.dynamodb.add_response("describe_table", {"Table": {"TableStatus": "ACTIVE"}})
        self.dynamodb.add_response("delete_table", {}, {"TableName": "guards"})
        self.dynamodb.add_client_error("update_table", "ResourceNotFoundException")
        self.cloudformation.add_response("delete_stack", {}, {"StackName": _STACK})
        self.cloudformation.add_response("describe_stacks", described("DELETE_IN_PROGRESS"))
        self.cloudformation.add_client_error(
            "describe_stacks", "ValidationError", f"Stack with id {_STACK} does not exist"
        )
        self.assertEqual(self.left(StackFailed(), new=True), "Nothing of the stack is left.")

    def test_of_a_new_stack_that_cannot_be_deleted_it_is_said(self) -> None:
        self.has()
        self.cloudformation.add_response("delete_stack", {}, {"StackName": _STACK})
        self.cloudformation.add_response("describe_stacks", described("DELETE_FAILED"))
        self.assertRegex(self.left(StackFailed(), new=True), f"{_STACK} cannot be deleted")

    def test_a_table_that_stays_is_named(self) -> None:
        self.has("Guards")
        self.dynamodb.add_client_error("update_table", "AccessDeniedException", "not allowed")
        self.assertRegex(self.left(StackFailed(), new=True), "guards cannot be deleted: not allow")

    def test_of_a_change_that_failed_nothing_is_deleted(self) -> None:
        self.assertRegex(self.left(StackFailed(), new=False), "rolled it back")

    def test_whoever_stops_the_command_does_not_stop_the_change(self) -> None:
        self.assertRegex(self.left(KeyboardInterrupt(), new=True), "goes on by itself")

    def test_a_function_that_does_not_start_is_deployed_all_the_same(self) -> None:
        self.assertEqual(self.left(FunctionFailed(), new=False), "")
