"""The commands that the script antrean hands to Python. Exit codes: 0, 1 failed, 2 misused."""

import argparse
import signal
import sys

from antrean_devtools import deploy, endpoint, lint, mode, status, walk
from antrean_devtools.failure import CommandFailure


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
    if arguments.command == "lint":
        return lint.lint()
    here = mode.of_this_machine()
    match arguments.action:
        case "up":
            _up(here)
        case "down":
            print("LocalStack is down." if here.down() else "LocalStack was not up.")
        case "status":
            status.show(here)
        case "deploy":
            _demand(here)
            deploy.deploy(here)
        case "walk":
            _demand(here)
            return walk.walk(arguments.tests, natively=arguments.native)
    return True


def _up(here: mode.Mode) -> None:
    if here.runs():
        print(f"LocalStack is up already, at {endpoint.LOCALSTACK}.")
        return
    here.up()
    print(f"LocalStack is up at {endpoint.LOCALSTACK}; ./antrean localstack down ends it.")


def _demand(here: mode.Mode) -> None:
    if not here.runs() or endpoint.health() is None:
        raise CommandFailure("LocalStack is not up; ./antrean localstack up starts it.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./antrean")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("lint", help="check the template and the Python in this project")
    localstack = commands.add_parser("localstack", help="the same template on LocalStack")
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


if __name__ == "__main__":
    sys.exit(main())
