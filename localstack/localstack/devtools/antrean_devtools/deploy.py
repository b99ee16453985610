"""./antrean localstack deploy: what ./antrean package made, the outside world beside it."""

from antrean_devtools import console, endpoint, functions, parameters, sam, seed, stack
from antrean_devtools.aws import client
from antrean_devtools.failure import CommandFailure
from antrean_devtools.mode import Mode


def deploy(mode: Mode) -> None:
    """Ends with everything up, or with nothing of the stack left."""
    packaged = _packaged()
    begun = False
    try:
        with console.step("Deploying template.yaml"):
            begun = not stack.exists()
            changed = stack.change(packaged, parameters.values(mode.reachable_sandbox()))
            begun = begun or changed > 0
            print(f"  {changed} resources changed" if changed else "  nothing to change")
        with console.step("Starting the sandbox, the functions, and the first offices' calendar"):
            mode.start_sandbox(api_url())
            functions.start_all()
            seed.offices()
    except (stack.StackFailed, functions.FunctionFailed, KeyboardInterrupt) as failure:
        if begun:
            _clear(mode)
        if isinstance(failure, CommandFailure):
            left = "Nothing of the stack is left." if begun else "The stack is as it was before."
            raise CommandFailure(f"{failure}\n{left}") from failure
        raise
    print(f"\n  API      {api_url()}\n  Sandbox  {endpoint.SANDBOX}/sandbox")


def api_url() -> str:
    return f"{endpoint.LOCALSTACK}/_aws/execute-api/{stack.api_id()}/v1"


def _packaged() -> str:
    """Where the packaged template is."""
    with console.step("Packaging with SAM"):
        buckets = [bucket["Name"] for bucket in client("s3").list_buckets()["Buckets"]]
        if sam.BUCKET not in buckets:
            client("s3").create_bucket(
                Bucket=sam.BUCKET,
                CreateBucketConfiguration={"LocationConstraint": endpoint.REGION},
            )
        packaged = sam.package()
        client("s3").upload_file(str(packaged), sam.BUCKET, packaged.name)
        return f"{endpoint.LOCALSTACK}/{sam.BUCKET}/{packaged.name}"


def _clear(mode: Mode) -> None:
    """LocalStack does not roll a failed stack back, and keeps what has DeletionPolicy: Retain. It
    forgets everything with its end."""
    with console.step("Clearing away what was begun"):
        mode.down()
        mode.up()
