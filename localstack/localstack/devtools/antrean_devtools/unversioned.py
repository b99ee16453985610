"""The template for LocalStack, whose CloudFormation makes a function's alias and cannot lead it to
another version (4.14): there functions are called themselves, and a change reaches all at once."""

from pathlib import Path
from typing import Any

from samcli.yamlhelper import yaml_dump, yaml_parse  # type: ignore[import-untyped]

_OF_VERSIONS = [
    "AutoPublishAlias",
    "AutoPublishCodeSha256",
    "VersionDeletionPolicy",
    "DeploymentPreference",
]
_CALLED = ":live"
_ALIAS = "Aliaslive"


def without_versions(built: Path) -> Path:
    """The same beside it, with the contract that it includes."""
    template = yaml_parse(built.read_text(encoding="utf-8"))
    _forget(template["Globals"]["Function"])
    for resource in template["Resources"].values():
        _forget(resource.get("Properties", {}))
        if resource.get("DependsOn", "").endswith(_ALIAS):
            del resource["DependsOn"]
        if resource["Type"] == "AWS::Serverless::Api":
            include = resource["Properties"]["DefinitionBody"]["Fn::Transform"]["Parameters"]
            include["Location"] = _contract(built, include["Location"])
    plain = built.with_name("unversioned.yaml")
    plain.write_text(yaml_dump(template).replace(_CALLED, ""), encoding="utf-8")
    return plain


def _forget(properties: dict[str, Any]) -> None:
    for name in _OF_VERSIONS:
        properties.pop(name, None)


def _contract(built: Path, location: str) -> str:
    plain = built.with_name("unversioned-openapi.yaml")
    written = (built.parent / location).read_text(encoding="utf-8")
    plain.write_text(written.replace(_CALLED, ""), encoding="utf-8")
    return plain.name
