"""The commands that the script antrean hands to Python. Exit codes: 0, 1 failed, 2 misused."""

import argparse
import shlex
import signal
import sys
from pathlib import Path

from antrean_devtools import endpoint, lint, mode, restore, running, status, walk
from antrean_devtools.deploy import Deployment, Wish
from antrean_devtools.failure import CommandFailure
from antrean_devtools.place import Aws, LocalStack, Place
from antrean_devtools.running import RunningStack
from antrean_devtools.stack import Stack
from antrean_devtools.stage import LOCAL, Stage

_LOCALSTACK = "localstack"
_PLACES = (_LOCALSTACK, "aws")
# The options of ./antrean deploy that say where.
_WHERE = ("to", "stage", "profile", "region")


def main() -> int:
    # As Ctrl-C, so that what a command has begun is cleared away either way.
    signal.signal(signal.SIGTERM, signal.getsignal(signal.SIGINT))
    arguments = _parser().parse_args()
    try:
        return 0 if _carry_out(arguments) else 1
    except CommandFailure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def _carry_out(arguments: argparse.Namespace) -> bool:
    match arguments.command:
        case "lint":
            return lint.lint()
        case "deploy":
            _deploy(arguments)
        case "restore":
            _restore(arguments)
        case _:
            return _on_localstack(arguments)
    return True


def _on_localstack(arguments: argparse.Namespace) -> bool:
    here = mode.of_this_machine()
    match arguments.action:
        case "up":
            _up(here)
        case "down":
            print("LocalStack is down." if here.down() else "LocalStack was not up.")
        case "status":
            status.show(here)
        case "deploy":
            flavour = "native" if arguments.native else "jvm"
            words = f"./antrean deploy --to {_LOCALSTACK}"
            wish = Wish(LOCAL, flavour, decided=True, words=words)
            Deployment(LocalStack(here), wish).carry_out()
        case "walk":
            LocalStack(here).demand()
            return walk.walk(arguments.tests, natively=arguments.native)
    return True


def _deploy(arguments: argparse.Namespace) -> None:
    place = _place(arguments.to, arguments)
    stage = _stage(arguments.to, arguments)
    if arguments.to != _LOCALSTACK and not (arguments.parameters or arguments.back_to):
        raise CommandFailure("On AWS the parameters of a stage are in a file: --parameters FILE.")
    flavour = arguments.flavour or ("jvm" if arguments.to == _LOCALSTACK else "native")
    wish = Wish(
        stage,
        flavour,
        arguments.parameters,
        arguments.back_to,
        arguments.yes,
        _words(arguments),
    )
    Deployment(place, wish).carry_out()


def _restore(arguments: argparse.Namespace) -> None:
    to = restore.moment(arguments.to)
    system = _system(arguments)
    restore.Restore(system, arguments.yes).carry_out(arguments.table, to, arguments.missing)


def _system(arguments: argparse.Namespace) -> restore.System:
    """The local stack, unless something of AWS is named."""
    of_aws = [arguments.on, arguments.stage, arguments.profile, arguments.region]
    if not any(of_aws):
        return RunningStack(arguments.url or running.url())
    if arguments.url:
        raise CommandFailure("--url is of a local stack, which has no stage, profile and region.")
    where = arguments.on or "aws"
    stage = _stage(where, arguments)
    place = _place(where, arguments)
    place.demand()
    return Stack(place.account, stage)


def _place(where: str, arguments: argparse.Namespace) -> Place:
    if where == _LOCALSTACK:
        return LocalStack(mode.of_this_machine())
    return Aws(arguments.profile, arguments.region)


def _stage(where: str, arguments: argparse.Namespace) -> Stage:
    if arguments.stage is not None:
        return Stage(arguments.stage)
    if where == _LOCALSTACK:
        return LOCAL
    raise CommandFailure("On AWS the stage is named: --stage test.")


def _words(arguments: argparse.Namespace) -> str:
    """The command, as far as it says where."""
    said = [(name, getattr(arguments, name)) for name in _WHERE]
    options = [word for name, value in said if value for word in (f"--{name}", str(value))]
    return shlex.join(["./antrean", "deploy", *options])


def _up(here: mode.Mode) -> None:
    if here.runs():
        print(f"LocalStack is up already, at {endpoint.LOCALSTACK}.")
        return
    here.up()
    print(f"LocalStack is up at {endpoint.LOCALSTACK}; ./antrean localstack down ends it.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./antrean")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("lint", help="check the template and the Python in this project")
    _add_deploy(commands.add_parser("deploy", help="deploy a stage", allow_abbrev=False))
    _add_restore(
        commands.add_parser(
            "restore", help="a table as it was at a moment, beside it", allow_abbrev=False
        )
    )
    localstack = commands.add_parser(_LOCALSTACK, help="the same template on LocalStack")
    actions = localstack.add_subparsers(dest="action", required=True)
    up_parser = actions.add_parser("up", help="start LocalStack")
    deploy_parser = actions.add_parser(
        "deploy", help="deploy template.yaml, and start the sandbox beside it"
    )
    walk_parser = actions.add_parser("walk", help="run the acceptance suite against it")
    walk_parser.add_argument("tests", nargs="?", help="only this test class, or Class#method")
    for native in (up_parser, deploy_parser, walk_parser):
        native.add_argument("--native", action="store_true", help="with the native packages")
    actions.add_parser("down", help="end LocalStack, the sandbox and every function")
    actions.add_parser("status", help="what runs")
    return parser


def _add_deploy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", choices=_PLACES, required=True, help="where")
    parser.add_argument("--flavour", choices=("native", "jvm"), help="native on AWS, else jvm")
    parser.add_argument(
        "--parameters", type=Path, metavar="FILE", help="the stage's, in TOML; a must on AWS"
    )
    parser.add_argument(
        "--back-to", metavar="NAME", help="the way back that a former deployment told of"
    )
    _add_where(parser)


def _add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", metavar="TABLE", help="as in template.yaml: ApplicationsTable")
    parser.add_argument(
        "--to", metavar="MOMENT", required=True, help="such as 2026-11-28T09:00:00+07:00"
    )
    parser.add_argument(
        "--missing",
        action="store_true",
        help="then put back what the table has not; what stands is left alone",
    )
    parser.add_argument(
        "--url", help="the running local stack, if not at ANTREAN_HOST and ANTREAN_PORT"
    )
    parser.add_argument(
        "--on", choices=_PLACES, help="where a stage is (default: aws, if one is named)"
    )
    _add_where(parser)


def _add_where(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stage", metavar="NAME", help=f"which one; on LocalStack {LOCAL.name} if none is named"
    )
    parser.add_argument("--profile", metavar="NAME", help="of AWS's credentials")
    parser.add_argument("--region", metavar="NAME", help="of AWS")
    parser.add_argument("--yes", action="store_true", help="without being asked")


if __name__ == "__main__":
    sys.exit(main())
