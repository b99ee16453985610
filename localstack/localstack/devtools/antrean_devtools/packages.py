"""The bucket from which CloudFormation takes templates and functions: one for all stages."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from antrean_devtools import sam
from antrean_devtools.account import Account
from antrean_devtools.failure import CommandFailure
from antrean_devtools.stage import Stage

_RELEASE = "Release"


@dataclass(frozen=True)
class Deployed:
    """What a stack is made of, beside the functions' packages: its template and its parameters."""

    template: str
    parameters: dict[str, str]

    @property
    def name(self) -> str:
        """By what it says, so that the same has the same."""
        others = {key: value for key, value in self.parameters.items() if key != _RELEASE}
        said = self.template + json.dumps(others, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    def released(self) -> "Deployed":
        """With its own name as its release, where its template knows releases: what differs in
        anything is a version of every function."""
        if _RELEASE not in self.parameters:
            return self
        return Deployed(self.template, self.parameters | {_RELEASE: self.name})


class Packages:
    def __init__(self, account: Account, stage: Stage) -> None:
        self._account = account
        self._owner = account.number()
        self._folder = stage.stack_name
        self.bucket = f"antrean-paspor-packages-{self._owner}-{account.region}"

    def upload(self, built: Path, parameters: dict[str, str]) -> Deployed:
        """Every function's package, and the template that names them."""
        self._demand_bucket()
        packaged = sam.package(self._account, built, self.bucket)
        deployed = Deployed(packaged.read_text(encoding="utf-8"), parameters).released()
        self.keep(deployed)
        return deployed

    def keep(self, deployed: Deployed) -> None:
        """To be found again by its name."""
        self._put(f"{deployed.name}.yaml", deployed.template)
        self._put(f"{deployed.name}.json", json.dumps(deployed.parameters))

    def kept(self, name: str) -> Deployed:
        try:
            template, parameters = self._text(f"{name}.yaml"), self._text(f"{name}.json")
        except ClientError as missing:
            raise CommandFailure(
                f"No deployment {name} of {self._folder} is kept in the bucket {self.bucket}."
            ) from missing
        return Deployed(template, json.loads(parameters))

    def url_of(self, name: str) -> str:
        return f"{self._s3.meta.endpoint_url}/{self.bucket}/{self._folder}/{name}.yaml"

    def _put(self, file: str, text: str) -> None:
        self._s3.put_object(Bucket=self.bucket, Key=f"{self._folder}/{file}", Body=text.encode())

    def _text(self, file: str) -> str:
        found = self._s3.get_object(Bucket=self.bucket, Key=f"{self._folder}/{file}")
        return str(found["Body"].read().decode())

    @property
    def _s3(self) -> Any:
        return self._account.client("s3")

    def _demand_bucket(self) -> None:
        """A bucket's name can be taken by anybody, so it is looked whose this one is."""
        try:
            self._s3.head_bucket(Bucket=self.bucket, ExpectedBucketOwner=self._owner)
            return
        except ClientError as refused:
            if refused.response["Error"]["Code"] not in ("404", "NoSuchBucket"):
                raise CommandFailure(
                    f"The bucket {self.bucket} cannot be used: {refused.response['Error']['Code']}."
                ) from refused
        place = {"LocationConstraint": self._account.region}
        # The first region has no name here.
        named = {} if self._account.region == "us-east-1" else {"CreateBucketConfiguration": place}
        self._s3.create_bucket(Bucket=self.bucket, **named)
