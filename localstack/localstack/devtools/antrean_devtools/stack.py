"""The CloudFormation stack of a stage: what is deployed, and how a change of it goes."""

import time
import uuid
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure
from antrean_devtools.proposal import Change, Proposal
from antrean_devtools.stage import TAG, Stage

_CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
_WITHOUT_CHANGES = ("didn't contain changes", "No updates are to be performed")


class StackFailed(CommandFailure):
    """Some resources could not be made; others are there."""


class Stack:
    def __init__(self, account: Account, stage: Stage) -> None:
        self.account = account
        self.stage = stage
        self.name = stage.stack_name

    def exists(self) -> bool:
        return self._description() is not None

    def resources(self, kind: str) -> dict[str, str]:
        """Physical ids by logical ones, of a CloudFormation type."""
        pages = self._cloudformation.get_paginator("list_stack_resources")
        return {
            resource["LogicalResourceId"]: resource["PhysicalResourceId"]
            for page in pages.paginate(StackName=self.name)
            for resource in page["StackResourceSummaries"]
            if resource["ResourceType"] == kind and resource["ResourceStatus"] != "DELETE_COMPLETE"
        }

    def outputs(self) -> dict[str, str]:
        described = self._description() or {}
        return {one["OutputKey"]: one["OutputValue"] for one in described.get("Outputs", [])}

    def parameters(self) -> dict[str, str]:
        """What it was deployed with; nothing if it is not there."""
        described = self._description() or {}
        listed = described.get("Parameters", [])
        return {one["ParameterKey"]: one["ParameterValue"] for one in listed}

    def template(self) -> str | None:
        """What it was deployed from, word by word."""
        if not self.exists():
            return None
        given = self._cloudformation.get_template(StackName=self.name, TemplateStage="Original")
        return str(given["TemplateBody"])

    def api_url(self) -> str:
        """Where clients find the API; LocalStack does not answer under AWS's names."""
        if self.account.endpoint_url is None:
            return self.outputs()["ApiUrl"]
        api = next(iter(self.resources("AWS::ApiGateway::RestApi").values()))
        return f"{self.account.endpoint_url}/_aws/execute-api/{api}/v1"

    def demand_own(self) -> None:
        """Refuses a stack of this name that is another stage's, or that something is done to."""
        described = self._description()
        if described is None:
            return
        tags = {tag["Key"]: tag["Value"] for tag in described.get("Tags", [])}
        if tags.get(TAG) != self.stage.name:
            whose = f"stage {tags[TAG]}'s" if TAG in tags else "no stage's"
            raise CommandFailure(
                f"The stack {self.name} is {whose} by its tag {TAG}, and not {self.stage.name}'s."
            )
        status = described["StackStatus"]
        if not status.endswith("_COMPLETE") or status == "ROLLBACK_COMPLETE":
            raise CommandFailure(f"The stack {self.name} is {status}: bring that to its end first.")

    def propose(self, template_url: str, parameters: dict[str, str]) -> Proposal | None:
        """What would become of the stack; nothing if it is so already.

        A template of this size is taken from S3 only. What cannot become anything leaves nothing.
        """
        new = not self.exists()
        try:
            return self._change_set(template_url, parameters, new)
        except BaseException:
            self._forget_if(new)
            raise

    def discard(self, proposal: Proposal) -> None:
        self._cloudformation.delete_change_set(ChangeSetName=proposal.id)
        self._forget_if(proposal.new)

    def execute(self, proposal: Proposal) -> None:
        begun = datetime.now().astimezone()
        # Of a creation that fails nothing may stay, or its names would stand in the next one's way.
        self._cloudformation.execute_change_set(
            ChangeSetName=proposal.id, RetainExceptOnCreate=True
        )
        while True:
            description = self._description()
            status = description["StackStatus"] if description else "DELETE_COMPLETE"
            if status in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
                return
            if not status.endswith("_IN_PROGRESS"):
                raise StackFailed(f"The stack failed ({status}):\n{self._failures(begun)}")
            time.sleep(self.account.pause)

    def take_away(self) -> None:
        """Of a creation that failed: its tables too, in which nothing was yet. CloudFormation may
        not delete them, because they are protected, nor roll back what has them."""
        dynamodb = self.account.client("dynamodb")
        for table in self.resources("AWS::DynamoDB::Table").values():
            try:
                dynamodb.update_table(TableName=table, DeletionProtectionEnabled=False)
                dynamodb.get_waiter("table_exists").wait(TableName=table)
                dynamodb.delete_table(TableName=table)
            except dynamodb.exceptions.ResourceNotFoundException:
                continue
            except ClientError as refused:
                reason = refused.response["Error"]["Message"]
                raise StackFailed(f"The table {table} cannot be deleted: {reason}") from refused
        self._delete()

    def _delete(self) -> None:
        self._cloudformation.delete_stack(StackName=self.name)
        while (description := self._description()) is not None:
            if description["StackStatus"] == "DELETE_FAILED":
                raise StackFailed(f"The stack {self.name} cannot be deleted.")
            time.sleep(self.account.pause)

    @property
    def _cloudformation(self) -> Any:
        return self.account.client("cloudformation")

    def _forget_if(self, new: bool) -> None:
        """A change set that nobody executes leaves an empty stack behind."""
        if new and not self.exists():
            self._cloudformation.delete_stack(StackName=self.name)

    def _change_set(
        self, template_url: str, parameters: dict[str, str], new: bool
    ) -> Proposal | None:
        try:
            made = self._cloudformation.create_change_set(
                StackName=self.name,
                ChangeSetName=f"deploy-{uuid.uuid4().hex[:12]}",
                ChangeSetType="CREATE" if new else "UPDATE",
                TemplateURL=template_url,
                Parameters=[
                    {"ParameterKey": key, "ParameterValue": value}
                    for key, value in parameters.items()
                ],
                Capabilities=_CAPABILITIES,
                Tags=[{"Key": TAG, "Value": self.stage.name}],
            )
            described = self._made(made["Id"])
            changes = self._changes(made["Id"]) if described["Status"] != "FAILED" else []
        except ClientError as refused:
            reason = refused.response["Error"]["Message"]
            raise CommandFailure(f"CloudFormation refused the template: {reason}") from refused
        reason = str(described.get("StatusReason", "it gave no reason"))
        if described["Status"] == "FAILED" and not any(it in reason for it in _WITHOUT_CHANGES):
            raise CommandFailure(f"CloudFormation refused the template: {reason}")
        if not changes:
            self._cloudformation.delete_change_set(ChangeSetName=made["Id"])
            return None
        return Proposal(made["Id"], new, changes)

    def _made(self, change_set: str) -> dict[str, Any]:
        while True:
            found: dict[str, Any] = self._cloudformation.describe_change_set(
                ChangeSetName=change_set
            )
            if found["Status"] not in ("CREATE_PENDING", "CREATE_IN_PROGRESS"):
                return found
            time.sleep(self.account.pause)

    def _changes(self, change_set: str) -> list[Change]:
        pages = self._cloudformation.get_paginator("describe_change_set")
        return [
            Change.of(one["ResourceChange"])
            for page in pages.paginate(ChangeSetName=change_set)
            for one in page["Changes"]
        ]

    def _failures(self, since: datetime) -> str:
        """Every resource that failed, with its cause."""
        pages = self._cloudformation.get_paginator("describe_stack_events")
        events = [
            event for page in pages.paginate(StackName=self.name) for event in page["StackEvents"]
        ]
        failed = [
            f"  {event['LogicalResourceId']} ({event['ResourceType']}): "
            f"{event.get('ResourceStatusReason', 'no reason given')}"
            for event in reversed(events)
            if event["ResourceStatus"].endswith("_FAILED")
            and event["ResourceType"] != "AWS::CloudFormation::Stack"
            and event["Timestamp"] >= since.replace(microsecond=0)
        ]
        return "\n".join(failed) or "  no resource says why"

    def _description(self) -> dict[str, Any] | None:
        """Of a stack that was begun: not of one that only waits for its first change set."""
        try:
            found = self._cloudformation.describe_stacks(StackName=self.name)["Stacks"]
        except ClientError as refused:
            if "does not exist" in refused.response["Error"]["Message"]:
                return None
            raise CommandFailure(
                f"CloudFormation does not answer: {refused.response['Error']['Message']}"
            ) from refused
        live = [stack for stack in found if stack["StackStatus"] != "REVIEW_IN_PROGRESS"]
        return live[0] if live else None
