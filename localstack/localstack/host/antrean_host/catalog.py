"""Which CloudFormation types there are, told by what is installed.

LocalStack asks a service on the internet; without it, every type would be refused as soon as
unknown types are (CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES=0).
"""

from localstack.utils.catalog.catalog import AwsCatalogRuntimePlugin
from localstack.utils.catalog.common import (
    CloudFormationResourcesSupportAtRuntime,
    CloudFormationResourcesSupportInLatest,
)


class InstalledTypes(AwsCatalogRuntimePlugin):
    name = "aws-catalog-remote-state-with-license"

    def get_cloudformation_resource_status(
        self, resource_name: str, service_name: str, is_pro_resource: bool = False
    ) -> CloudFormationResourcesSupportAtRuntime | CloudFormationResourcesSupportInLatest:
        if resource_name in self._get_cfn_resources_available_at_runtime():
            return CloudFormationResourcesSupportAtRuntime.AVAILABLE
        return CloudFormationResourcesSupportInLatest.NOT_SUPPORTED
