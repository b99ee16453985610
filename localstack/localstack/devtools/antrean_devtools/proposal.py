"""A change of a stack before it is made, as a person reads it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

_SIGNS = {"Add": "+", "Modify": "~", "Remove": "-"}


@dataclass(frozen=True)
class Change:
    action: str
    logical_id: str
    kind: str
    replaces: bool

    @staticmethod
    def of(resource: dict[str, Any]) -> "Change":
        return Change(
            resource["Action"],
            resource["LogicalResourceId"],
            resource["ResourceType"],
            resource.get("Replacement") == "True",
        )

    def told(self) -> str:
        sign = _SIGNS.get(self.action, self.action)
        return f"{sign} {self.logical_id} ({self.kind}){' is REPLACED' if self.replaces else ''}"


@dataclass(frozen=True)
class Proposal:
    """A change set that waits to be executed."""

    id: str
    new: bool
    changes: list[Change]

    def told(self) -> str:
        """Of a new stack by kinds, because it has a hundred resources; else one by one."""
        if self.new:
            kinds = Counter(change.kind for change in self.changes)
            lines = [f"+ {count} {kind}" for kind, count in sorted(kinds.items())]
        else:
            lines = [change.told() for change in self.changes]
        return "\n".join(f"  {line}" for line in lines)
