"""A file per function with every line it prints, for the developer: what a function says while it
fails to start reaches no log of LocalStack's.

Environment: ANTREAN_FUNCTION_LOGS (the folder).
"""

import os
from pathlib import Path


def write(function: str, line: str) -> None:
    folder = Path(os.environ["ANTREAN_FUNCTION_LOGS"])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{function}.log").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
