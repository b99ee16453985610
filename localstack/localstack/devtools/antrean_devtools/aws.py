"""AWS's APIs as LocalStack speaks them."""

from functools import cache
from typing import Any

import boto3
from botocore.config import Config

from antrean_devtools import endpoint


@cache
def client(service: str) -> Any:
    connect: Any = boto3.client  # its stubs know only names written out
    return connect(
        service,
        endpoint_url=endpoint.LOCALSTACK,
        region_name=endpoint.REGION,
        aws_access_key_id=endpoint.CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=endpoint.CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
        config=Config(read_timeout=120, retries={"total_max_attempts": 1}),
    )
