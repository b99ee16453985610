"""./antrean localstack status"""

from antrean_devtools import deploy, endpoint, stack
from antrean_devtools.mode import Mode


def show(mode: Mode) -> None:
    if not mode.runs():
        print("LocalStack is not up; ./antrean localstack up starts it.")
        return
    print(f"LocalStack  {endpoint.LOCALSTACK} ({mode.name})\n            {mode.status()}")
    if not stack.exists():
        print("Stack       nothing is deployed; ./antrean localstack deploy does it")
        return
    count = len(stack.resources("AWS::Lambda::Function"))
    print(f"Stack       {stack.NAME}, {count} functions")
    print(f"API         {deploy.api_url()}")
    print(f"Sandbox     {endpoint.SANDBOX}/sandbox\n            {mode.sandbox_status()}")
