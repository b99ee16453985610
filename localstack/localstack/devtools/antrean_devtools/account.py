"""Where AWS's APIs are asked: at AWS, or at LocalStack, which is the same an endpoint apart."""

import os
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ProfileNotFound

from antrean_devtools import endpoint
from antrean_devtools.failure import CommandFailure

_UNKNOWN_HERE = {"InvalidClientTokenId", "UnrecognizedClientException"}


class Account:
    """Credentials in a region."""

    def __init__(
        self,
        session: boto3.Session,
        environment: dict[str, str],
        endpoint_url: str | None = None,
        pause: float = 5,
        config: Config | None = None,
    ) -> None:
        self._session = session
        self._config = config
        self._clients: dict[str, Any] = {}
        self.environment = environment
        self.endpoint_url = endpoint_url
        # Seconds between two looks at what takes its time.
        self.pause = pause

    @property
    def region(self) -> str:
        return str(self._session.region_name)

    def client(self, service: str) -> Any:
        if service not in self._clients:
            connect: Any = self._session.client  # its stubs know only names written out
            self._clients[service] = connect(
                service, endpoint_url=self.endpoint_url, config=self._config
            )
        return self._clients[service]

    def number(self) -> str:
        """Twelve digits; refuses without credentials that AWS takes in this region."""
        if self._session.get_credentials() is None:
            raise CommandFailure(
                "There are no AWS credentials: name a profile (--profile, AWS_PROFILE), or log in."
            )
        try:
            return str(self.client("sts").get_caller_identity()["Account"])
        except ClientError as refused:
            error = refused.response["Error"]
            why = (
                f"they are wrong, or the account has not opted in to {self.region}"
                if error["Code"] in _UNKNOWN_HERE
                else error["Message"]
            )
            raise CommandFailure(f"AWS does not take these credentials: {why}.") from refused
        except BotoCoreError as failure:
            raise CommandFailure(f"AWS's credentials cannot be used: {failure}") from failure


def of_localstack() -> Account:
    session = boto3.Session(
        region_name=endpoint.REGION,
        aws_access_key_id=endpoint.CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=endpoint.CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
    )
    config = Config(read_timeout=120, retries={"total_max_attempts": 1})
    return Account(session, endpoint.aws_environment(), endpoint.LOCALSTACK, 0.3, config)


def of_aws(profile: str | None, region: str | None) -> Account:
    """As AWS's own tools find it, from options, variables and files."""
    try:
        session = boto3.Session(profile_name=profile, region_name=region)
    except ProfileNotFound as unknown:
        raise CommandFailure(f"There is no AWS profile {profile}.") from unknown
    if session.region_name is None:
        raise CommandFailure("No region is named: --region ap-southeast-3 is Jakarta's.")
    if session.region_name not in session.get_available_regions("lambda"):
        raise CommandFailure(f"AWS has no region {session.region_name}.")
    environment = os.environ | {
        "AWS_REGION": session.region_name,
        "AWS_DEFAULT_REGION": session.region_name,
        "SAM_CLI_TELEMETRY": "0",
    }
    if profile is not None:
        environment["AWS_PROFILE"] = profile
    config = Config(read_timeout=120, retries={"mode": "standard", "total_max_attempts": 5})
    return Account(session, environment, os.environ.get("AWS_ENDPOINT_URL"), config=config)
