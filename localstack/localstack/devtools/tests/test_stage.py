"""Stages side by side: no name of one is another's."""

import re
import unittest

from antrean_devtools import project
from antrean_devtools.failure import CommandFailure
from antrean_devtools.stage import LONGEST, Stage

_ACCOUNT = "123456789012"
_LONGEST_REGION = "ap-southeast-3"
_OF_S3 = 63
# What a template may call a resource itself; whatever it does not name, CloudFormation names.
_NAMES = re.compile(
    r"^ +(?:\w*(?:Bucket|Function|Queue|Table|Role|Topic|Alarm|Alias|Rule|LogGroup|Secret"
    r"|StateMachine)Name|Name): (!Sub .*|'?[a-z]+-.*)$",
    re.MULTILINE,
)


class StageTest(unittest.TestCase):
    def test_has_a_stack_of_its_own(self) -> None:
        self.assertEqual(Stage("prod").stack_name, "antrean-paspor-prod")

    def test_refuses_a_name_that_a_stack_or_a_bucket_could_not_have(self) -> None:
        for name in ("", "Prod", "2nd", "a_b", "-a", "a-", "a" * (LONGEST + 1), "prod\n"):
            with self.subTest(name), self.assertRaisesRegex(CommandFailure, "^A stage is called"):
                Stage(name)

    def test_the_longest_has_room_in_the_buckets_name(self) -> None:
        template = project.TEMPLATE.read_text(encoding="utf-8")
        named = re.search(r"BucketName: !Sub (\S+)", template)
        assert named is not None
        bucket = named.group(1)
        for variable, value in {
            "${AWS::StackName}": Stage("a" * LONGEST).stack_name,
            "${AWS::AccountId}": _ACCOUNT,
            "${AWS::Region}": _LONGEST_REGION,
        }.items():
            self.assertIn(variable, bucket)
            bucket = bucket.replace(variable, value)
        self.assertEqual(len(bucket), _OF_S3)

    def test_every_fixed_name_in_the_template_has_the_stack_or_a_part_of_it_in_it(self) -> None:
        found = _NAMES.findall(project.TEMPLATE.read_text(encoding="utf-8"))
        self.assertNotEqual(found, [])
        for name in found:
            with self.subTest(name):
                self.assertRegex(name, r"\$\{(AWS::StackName|\w+)\}")
