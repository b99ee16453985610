"""The CloudFormation stack: what is deployed, and how a change of it goes."""

import time
import uuid
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from antrean_devtools.aws import client
from antrean_devtools.failure import CommandFailure

NAME = "antrean-paspor"
_CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]


class StackFailed(CommandFailure):
    """Some resources could not be made; others are there."""


def exists() -> bool:
    return _description() is not None


def resources(kind: str) -> dict[str, str]:
    """Physical ids by logical ones, of a CloudFormation type."""
    listed = client("cloudformation").describe_stack_resources(StackName=NAME)
    return {
        resource["LogicalResourceId"]: resource["PhysicalResourceId"]
        for resource in listed["StackResources"]
        if resource["ResourceType"] == kind
    }


def api_id() -> str:
    return next(iter(resources("AWS::ApiGateway::RestApi").values()))


def change(template_url: str, parameters: dict[str, str]) -> int:
    """Brings the stack to what the template says; how many resources that took.

    A template of this size is taken from S3 only, here as on AWS.
    """
    new = not exists()
    try:
        change_set = _change_set(template_url, parameters, new)
        changes = change_set["Changes"]
        if changes:
            _execute(change_set)
        else:
            client("cloudformation").delete_change_set(ChangeSetName=change_set["ChangeSetId"])
    except StackFailed:
        raise
    except CommandFailure:
        if new and exists():
            client("cloudformation").delete_stack(StackName=NAME)
        raise
    return len(changes)


def _change_set(template_url: str, parameters: dict[str, str], new: bool) -> dict[str, Any]:
    cloudformation = client("cloudformation")
    try:
        made = cloudformation.create_change_set(
            StackName=NAME,
            ChangeSetName=f"deploy-{uuid.uuid4().hex[:12]}",
            ChangeSetType="CREATE" if new else "UPDATE",
            TemplateURL=template_url,
            Parameters=[
                {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
            ],
            Capabilities=_CAPABILITIES,
        )
        while True:
            change_set = cloudformation.describe_change_set(ChangeSetName=made["Id"])
            if change_set["Status"] not in ("CREATE_PENDING", "CREATE_IN_PROGRESS"):
                break
            time.sleep(0.3)
    except ClientError as refused:
        raise CommandFailure(
            f"LocalStack refused the template: {refused.response['Error']['Message']}"
        ) from refused
    if change_set["Status"] == "FAILED":
        reason = change_set.get("StatusReason", "it gave no reason")
        raise CommandFailure(f"LocalStack refused the template: {reason}")
    return change_set


def _execute(change_set: dict[str, Any]) -> None:
    cloudformation = client("cloudformation")
    begun = datetime.now().astimezone()
    cloudformation.execute_change_set(ChangeSetName=change_set["ChangeSetId"])
    while True:
        description = _description()
        status = description["StackStatus"] if description else "DELETE_COMPLETE"
        if status in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            return
        if not status.endswith("_IN_PROGRESS"):
            raise StackFailed(f"The stack failed ({status}):\n{_failures(begun)}")
        time.sleep(0.5)


def _failures(since: datetime) -> str:
    """Every resource that failed, with its cause."""
    pages = client("cloudformation").get_paginator("describe_stack_events")
    events = [event for page in pages.paginate(StackName=NAME) for event in page["StackEvents"]]
    failed = [
        f"  {event['LogicalResourceId']} ({event['ResourceType']}): "
        f"{event.get('ResourceStatusReason', 'no reason given')}"
        for event in reversed(events)
        if event["ResourceStatus"].endswith("_FAILED")
        and event["ResourceType"] != "AWS::CloudFormation::Stack"
        and event["Timestamp"] >= since.replace(microsecond=0)
    ]
    return "\n".join(failed) or "  no resource says why"


def _description() -> dict[str, Any] | None:
    try:
        found = client("cloudformation").describe_stacks(StackName=NAME)["Stacks"]
    except ClientError:
        return None
    live = [stack for stack in found if stack["StackStatus"] != "REVIEW_IN_PROGRESS"]
    return live[0] if live else None
