"""A stage: one of several systems that stand side by side in an account."""

import re
from dataclasses import dataclass

from antrean_devtools.failure import CommandFailure

# With more, S3 would not take the documents bucket's name, which has 63 characters at the most.
LONGEST = 10
# The tag of a stack that says whose it is.
TAG = "antrean:stage"
_NAME = re.compile(r"[a-z]([a-z0-9-]*[a-z0-9])?")


@dataclass(frozen=True)
class Stage:
    name: str

    def __post_init__(self) -> None:
        if len(self.name) > LONGEST or _NAME.fullmatch(self.name) is None:
            raise CommandFailure(
                f"A stage is called by 1 to {LONGEST} small letters, digits and hyphens, such as"
                f" prod, and not {self.name!r}."
            )

    @property
    def stack_name(self) -> str:
        return f"antrean-paspor-{self.name}"


# That of ./antrean localstack deploy, walk and status.
LOCAL = Stage("local")
