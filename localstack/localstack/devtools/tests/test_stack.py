"""A change of a stack, as far as it goes without AWS: what is proposed, and what is refused."""

import unittest
from datetime import UTC, datetime
from typing import Any

from antrean_devtools.failure import CommandFailure
from antrean_devtools.proposal import Change, Proposal
from antrean_devtools.stack import Stack, StackFailed
from antrean_devtools.stage import TAG, Stage
from botocore.stub import ANY

from tests.answers import AnsweringAccount

_NAME = "antrean-paspor-test"
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def described(status: str, stage: str | None = "test") -> dict[str, Any]:
    tags = [] if stage is None else [{"Key": TAG, "Value": stage}]
    stack = {"StackName": _NAME, "StackStatus": status, "CreationTime": _LONG_AGO, "Tags": tags}
    return {"Stacks": [stack]}


class StackTest(unittest.TestCase):
    def setUp(self) -> None:
        self.account = AnsweringAccount()
        self.cloudformation = self.account.of("cloudformation")
        self.stack = Stack(self.account, Stage("test"))
        self.addCleanup(self.account.all_was_asked)

    def is_described(self, status: str, stage: str | None = "test") -> None:
        self.cloudformation.add_response("describe_stacks", described(status, stage))

    def is_not_there(self) -> None:
        self.cloudformation.add_client_error(
            "describe_stacks", "ValidationError", f"Stack with id {_NAME} does not exist"
        )

    def is_proposed(self, status: str, reason: str = "") -> None:
        self.cloudformation.add_response(
            "create_change_set",
            {"Id": "change"},
            {
                "StackName": _NAME,
                "ChangeSetName": ANY,
                "ChangeSetType": ANY,
                "TemplateURL": "https://template",
                "Parameters": [{"ParameterKey": "Flavour", "ParameterValue": "jvm"}],
                "Capabilities": ANY,
                "Tags": [{"Key": TAG, "Value": "test"}],
            },
        )
        told = {"Status": status, "StatusReason": reason}
        self.cloudformation.add_response("describe_change_set", {"Status": "CREATE_PENDING"})
        self.cloudformation.add_response("describe_change_set", told)

    def proposal(self) -> Proposal | None:
        return self.stack.propose("https://template", {"Flavour": "jvm"})

    def test_of_another_stage_is_refused(self) -> None:
        self.is_described("CREATE_COMPLETE", "prod")
        with self.assertRaisesRegex(CommandFailure, f"^The stack {_NAME} is stage prod's"):
            self.stack.demand_own()

    def test_that_does_not_say_whose_it_is_is_refused(self) -> None:
        self.is_described("CREATE_COMPLETE", None)
        with self.assertRaisesRegex(CommandFailure, f"^The stack {_NAME} is no stage's"):
            self.stack.demand_own()

    def test_to_which_something_is_done_is_refused(self) -> None:
        for status in ("UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED", "ROLLBACK_COMPLETE"):
            self.is_described(status)
            with self.subTest(status), self.assertRaisesRegex(CommandFailure, status):
                self.stack.demand_own()

    def test_of_the_stage_is_taken_and_so_is_none(self) -> None:
        for status in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"):
            self.is_described(status)
            self.stack.demand_own()
        self.is_not_there()
        self.stack.demand_own()

    def test_that_may_not_be_looked_at_is_not_taken_for_none(self) -> None:
        self.cloudformation.add_client_error("describe_stacks", "AccessDenied", "not authorized")
        with self.assertRaisesRegex(CommandFailure, "does not answer: not authorized"):
            self.stack.demand_own()

    def test_that_is_so_already_is_not_changed(self) -> None:
        self.is_described("CREATE_COMPLETE")
        self.is_proposed("FAILED", "The submitted information didn't contain changes.")
        self.cloudformation.add_response("delete_change_set", {}, {"ChangeSetName": "change"})
        self.assertIsNone(self.proposal())

    def test_whose_new_template_is_refused_leaves_nothing(self) -> None:
        self.is_not_there()
        self.is_proposed("FAILED", "Unresolved resource dependencies [Nobody]")
        self.is_not_there()
        self.cloudformation.add_response("delete_stack", {}, {"StackName": _NAME})
        with self.assertRaisesRegex(CommandFailure, r"refused the template: .*\[Nobody\]"):
            self.proposal()

    def test_that_will_be_is_shown_with_all_pages_of_its_changes(self) -> None:
        self.is_described("CREATE_COMPLETE")
        self.is_proposed("CREATE_COMPLETE")
        self.cloudformation.add_response(
            "describe_change_set", {"Changes": [_modifies("Table")], "NextToken": "more"}
        )
        self.cloudformation.add_response(
            "describe_change_set", {"Changes": [_modifies("Bucket", "True")]}
        )
        proposal = self.proposal()
        assert proposal is not None
        self.assertFalse(proposal.new)
        self.assertEqual(
            proposal.told(), "  ~ Table (AWS::X::Y)\n  ~ Bucket (AWS::X::Y) is REPLACED"
        )

    def test_that_is_not_wanted_leaves_nothing(self) -> None:
        self.cloudformation.add_response("delete_change_set", {}, {"ChangeSetName": "change"})
        self.is_described("REVIEW_IN_PROGRESS")
        self.cloudformation.add_response("delete_stack", {}, {"StackName": _NAME})
        self.stack.discard(Proposal("change", True, []))

    def test_that_failed_says_which_resource_and_why(self) -> None:
        self.cloudformation.add_response(
            "execute_change_set", {}, {"ChangeSetName": "change", "RetainExceptOnCreate": True}
        )
        self.is_described("UPDATE_IN_PROGRESS")
        self.is_described("UPDATE_ROLLBACK_COMPLETE")
        event = {
            "StackId": "stack",
            "EventId": "event",
            "StackName": _NAME,
            "LogicalResourceId": "Table",
            "ResourceType": "AWS::X::Y",
            "ResourceStatus": "UPDATE_FAILED",
            "ResourceStatusReason": "two indexes at once",
            "Timestamp": datetime.max.replace(tzinfo=UTC),
        }
        self.cloudformation.add_response("describe_stack_events", {"StackEvents": [event]})
        with self.assertRaisesRegex(StackFailed, r"Table \(AWS::X::Y\): two indexes at once"):
            self.stack.execute(Proposal("change", False, []))


class ProposalTest(unittest.TestCase):
    def test_of_a_new_stack_counts_kinds(self) -> None:
        changes = [Change("Add", name, f"AWS::{name[0]}", False) for name in ("A1", "B1", "A2")]
        self.assertEqual(Proposal("change", True, changes).told(), "  + 2 AWS::A\n  + 1 AWS::B")


def _modifies(logical_id: str, replacement: str = "False") -> dict[str, Any]:
    change = {
        "Action": "Modify",
        "LogicalResourceId": logical_id,
        "ResourceType": "AWS::X::Y",
        "Replacement": replacement,
    }
    return {"Type": "Resource", "ResourceChange": change}
