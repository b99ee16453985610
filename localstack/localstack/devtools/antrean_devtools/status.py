"""./antrean localstack status"""

from antrean_devtools import account, endpoint
from antrean_devtools.functions import Functions
from antrean_devtools.mode import Mode
from antrean_devtools.stack import Stack
from antrean_devtools.stage import LOCAL


def show(mode: Mode) -> None:
    if not mode.runs():
        print("LocalStack is not up; ./antrean localstack up starts it.")
        return
    print(f"LocalStack  {endpoint.LOCALSTACK} ({mode.name})\n            {mode.status()}")
    stack = Stack(account.of_localstack(), LOCAL)
    if not stack.exists():
        print("Stack       nothing is deployed; ./antrean localstack deploy does it")
        return
    print(f"Stack       {stack.name}, {len(Functions(stack))} functions")
    print(f"API         {stack.api_url()}")
    print(f"Sandbox     {endpoint.SANDBOX}/sandbox\n            {mode.sandbox_status()}")
