"""Hands a command to the tools, which are installed first where that is needed. Any Python 3.13
runs this; the tools themselves live in an environment of their own."""

import os
import sys

from antrean_devtools import environments, project
from antrean_devtools.failure import CommandFailure


def main() -> None:
    try:
        python = environments.tools()
    except CommandFailure as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        sys.exit("Stopped; the next time goes on with the installation.")
    os.environ["PYTHONPATH"] = str(project.DEVTOOLS)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os.execv(python, [str(python), "-m", "antrean_devtools", *sys.argv[1:]])


if __name__ == "__main__":
    main()
