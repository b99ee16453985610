"""A deployment, up to the moment when something is changed: what is refused touches nothing."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from antrean_devtools import project, sam
from antrean_devtools.account import Account
from antrean_devtools.deploy import Deployment, Wish
from antrean_devtools.failure import CommandFailure
from antrean_devtools.packages import Deployed
from antrean_devtools.place import Aws
from antrean_devtools.stage import Stage
from botocore.stub import ANY

from tests.answers import AnsweringAccount
from tests.test_stack import described

_OWNER = "123456789012"
_BUCKET = f"antrean-paspor-packages-{_OWNER}-ap-southeast-3"
_STACK = "antrean-paspor-test"


class _AwsOf(Aws):
    def __init__(self, account: Account) -> None:
        self.account = account


class DeploymentTest(unittest.TestCase):
    """Whatever is asked of AWS beyond what a test announces ends it."""

    def setUp(self) -> None:
        self.account = AnsweringAccount()
        self.addCleanup(self.account.all_was_asked)
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.build = self.enterContext(mock.patch.object(sam, "build"))
        self.build.return_value = project.TEMPLATE
        self.enterContext(mock.patch.object(sam, "check"))
        packaged = self.folder / "packaged.yaml"
        packaged.write_text("Parameters: {}\n", encoding="utf-8")
        self.enterContext(mock.patch.object(sam, "package", return_value=packaged))

    def deploys(self, parameters: str = "", back_to: str | None = None) -> None:
        file = self.folder / "test.toml"
        file.write_text(parameters, encoding="utf-8")
        wish = Wish(Stage("test"), "native", file, back_to)
        with contextlib.redirect_stdout(io.StringIO()):
            Deployment(_AwsOf(self.account), wish).carry_out()

    def knows_the_account(self, times: int) -> None:
        for _ in range(times):
            self.account.of("sts").add_response("get_caller_identity", {"Account": _OWNER})

    def has_no_stack(self, times: int = 1) -> None:
        for _ in range(times):
            self.account.of("cloudformation").add_client_error(
                "describe_stacks", "ValidationError", f"Stack with id {_STACK} does not exist"
            )

    def test_with_an_unknown_parameter_asks_nothing(self) -> None:
        with self.assertRaisesRegex(CommandFailure, "names Nobody, which is no parameter"):
            self.deploys("Nobody = 1\n")
        self.build.assert_not_called()

    def test_without_credentials_asks_nothing_more(self) -> None:
        self.account.of("sts").add_client_error("get_caller_identity", "ExpiredToken", "expired")
        with self.assertRaisesRegex(CommandFailure, "expired"):
            self.deploys()
        self.build.assert_not_called()

    def test_over_another_stages_stack_builds_nothing(self) -> None:
        self.knows_the_account(1)
        cloudformation = self.account.of("cloudformation")
        cloudformation.add_response("describe_stacks", described("CREATE_COMPLETE", "prod"))
        with self.assertRaisesRegex(CommandFailure, "is stage prod's"):
            self.deploys()
        self.build.assert_not_called()

    def test_of_what_was_not_built_uploads_nothing(self) -> None:
        self.knows_the_account(2)
        self.has_no_stack()
        self.build.side_effect = CommandFailure("Nothing was deployed.")
        with self.assertRaisesRegex(CommandFailure, "^Nothing was deployed"):
            self.deploys()

    def test_into_somebody_elses_bucket_uploads_nothing(self) -> None:
        self.knows_the_account(2)
        self.has_no_stack()
        self.account.of("s3").add_client_error("head_bucket", "403")
        with self.assertRaisesRegex(CommandFailure, f"The bucket {_BUCKET} cannot be used: 403"):
            self.deploys()

    def test_back_to_what_was_never_there_is_refused(self) -> None:
        self.knows_the_account(2)
        self.has_no_stack()
        self.account.of("s3").add_client_error("get_object", "NoSuchKey")
        with self.assertRaisesRegex(CommandFailure, f"^No deployment abc of {_STACK} is kept"):
            self.deploys(back_to="abc")

    @mock.patch("builtins.input", return_value="n")
    def test_to_which_nobody_says_yes_leaves_no_stack(self, asked: mock.Mock) -> None:
        self.knows_the_account(3)
        s3 = self.account.of("s3")
        s3.add_client_error("head_bucket", "404")
        place = {"LocationConstraint": "ap-southeast-3"}
        s3.add_response(
            "create_bucket", {}, {"Bucket": _BUCKET, "CreateBucketConfiguration": place}
        )
        for _ in range(2):
            s3.add_response("put_object", {}, {"Bucket": _BUCKET, "Key": ANY, "Body": ANY})
        self.has_no_stack(2)
        cloudformation = self.account.of("cloudformation")
        cloudformation.add_response("create_change_set", {"Id": "change"})
        cloudformation.add_response("describe_change_set", {"Status": "CREATE_COMPLETE"})
        added = {"Action": "Add", "LogicalResourceId": "A", "ResourceType": "AWS::A"}
        changes = {"Changes": [{"Type": "Resource", "ResourceChange": added}]}
        cloudformation.add_response("describe_change_set", changes)
        self.has_no_stack(2)
        cloudformation.add_response("delete_change_set", {}, {"ChangeSetName": "change"})
        self.has_no_stack()
        cloudformation.add_response("delete_stack", {}, {"StackName": _STACK})
        with (
            mock.patch("antrean_devtools.quotas.tell"),
            self.assertRaisesRegex(CommandFailure, "^Nothing was deployed"),
        ):
            self.deploys()
        asked.assert_called_once_with(f"Deploy 1 changes to {_STACK}? [y/N] ")


class DeployedTest(unittest.TestCase):
    def test_is_found_by_template_and_parameters(self) -> None:
        one = Deployed("a", {"P": "1", "Q": "2"})
        self.assertEqual(one.name, Deployed("a", {"Q": "2", "P": "1"}).name)
        self.assertNotEqual(one.name, Deployed("b", {"P": "1", "Q": "2"}).name)
        self.assertNotEqual(one.name, Deployed("a", {"P": "1", "Q": "3"}).name)

    def test_is_a_release_by_its_own_name(self) -> None:
        """So that another value of a parameter is another version of each function, and the same
        is none."""
        new = Deployed("a", {"P": "1", "Release": ""}).released()
        self.assertEqual(new.parameters, {"P": "1", "Release": new.name})
        self.assertEqual(new.released(), new)
        other = Deployed("a", new.parameters | {"P": "2"}).released()
        self.assertNotEqual(other.parameters["Release"], new.name)

    def test_before_there_were_releases_has_none(self) -> None:
        self.assertEqual(Deployed("a", {"P": "1"}).released().parameters, {"P": "1"})
