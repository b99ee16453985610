"""What LocalStack gets of the project's own template."""

import shutil
import tempfile
import unittest
from pathlib import Path

from antrean_devtools import project
from antrean_devtools.unversioned import without_versions
from samcli.yamlhelper import yaml_parse  # type: ignore[import-untyped]

_CALLING = [
    "AWS::Serverless::Api",
    "AWS::Lambda::Permission",
    "AWS::SecretsManager::RotationSchedule",
]


class UnversionedTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "infra").mkdir()
        shutil.copy(project.ROOT / "infra" / "openapi.yaml", folder / "infra")
        built = folder / "template.yaml"
        shutil.copy(project.TEMPLATE, built)
        self.written = project.TEMPLATE.read_text(encoding="utf-8")
        self.plain = without_versions(built).read_text(encoding="utf-8")
        self.contract = (folder / "unversioned-openapi.yaml").read_text(encoding="utf-8")

    def test_has_no_alias_and_calls_none(self) -> None:
        for text in self.plain, self.contract:
            self.assertNotIn(":live", text)
            self.assertNotIn("Aliaslive", text)
        self.assertNotIn("AutoPublish", self.plain)
        self.assertNotIn("DeploymentPreference", self.plain)

    def test_has_everything_else(self) -> None:
        written, plain = yaml_parse(self.written), yaml_parse(self.plain)
        self.assertEqual(plain.keys(), written.keys())
        self.assertEqual(plain["Resources"].keys(), written["Resources"].keys())
        for name, resource in written["Resources"].items():
            if resource["Type"] not in _CALLING:
                resource["Properties"].pop("AutoPublishCodeSha256", None)
                self.assertEqual(plain["Resources"][name], resource, name)
        described = (project.ROOT / "infra" / "openapi.yaml").read_text(encoding="utf-8")
        self.assertEqual(self.contract.count("/invocations"), described.count("/invocations"))
