"""./antrean deploy: a stage becomes what template.yaml says, on AWS as on LocalStack."""

from dataclasses import dataclass
from pathlib import Path

from antrean_devtools import confirmation, console, parameters, sam, seed, smoke
from antrean_devtools.failure import CommandFailure
from antrean_devtools.functions import FunctionFailed, Functions
from antrean_devtools.packages import Deployed, Packages
from antrean_devtools.place import Place
from antrean_devtools.proposal import Proposal
from antrean_devtools.smoke import WalkFailed
from antrean_devtools.stack import Stack, StackFailed
from antrean_devtools.stage import Stage


@dataclass(frozen=True)
class Wish:
    """What somebody wants deployed."""

    stage: Stage
    flavour: str
    # Of the template's parameters; None: what the place says, and the defaults.
    parameters: Path | None = None
    # What was deployed before, instead of today's template.
    back_to: str | None = None
    # Nobody is asked.
    decided: bool = False
    # The command, as far as it says where.
    words: str = "./antrean deploy"


class Deployment:
    def __init__(self, place: Place, wish: Wish) -> None:
        self._place = place
        self._wish = wish
        self._stack = Stack(place.account, wish.stage)
        self._way_back = ""

    def carry_out(self) -> None:
        """Refuses before anything is touched what can be refused; ends with everything up."""
        said = parameters.read(self._wish.parameters) if self._wish.parameters else {}
        self._place.demand()
        self._stack.demand_own()
        packages = Packages(self._place.account, self._wish.stage)
        url, values = self._wanted(packages, said)
        proposal = self._proposal(packages, url, values)
        try:
            if proposal is not None:
                with console.step("Deploying"):
                    self._stack.execute(proposal)
            self._start()
        except (StackFailed, FunctionFailed, WalkFailed, KeyboardInterrupt) as failure:
            left = self._after(failure, proposal)
            if isinstance(failure, CommandFailure):
                raise CommandFailure(f"{failure}\n{left}") from failure
            print(f"\n{left}")
            raise
        self._tell()

    def _wanted(self, packages: Packages, said: dict[str, str]) -> tuple[str, dict[str, str]]:
        """Where CloudFormation finds the template that is to be deployed, and its parameters."""
        if self._wish.back_to is not None:
            former = packages.kept(self._wish.back_to)
            # An alarm that rings would stop what goes over by and by: one goes back at once.
            values = parameters.complete(
                former.template, former.parameters | {"Gradually": "false"} | said
            )
            again = Deployed(former.template, values).released()
            return packages.url_of(self._wish.back_to), again.parameters
        built = self._place.fitted(sam.build(self._wish.flavour))
        sam.check(built)
        template = built.read_text(encoding="utf-8")
        values = parameters.complete(template, self._place.parameters() | said)
        with console.step("Packaging with SAM"):
            deployed = packages.upload(built, values)
        return packages.url_of(deployed.name), deployed.parameters

    def _proposal(self, packages: Packages, url: str, values: dict[str, str]) -> Proposal | None:
        """What somebody has said yes to; nothing if nothing is to be done."""
        self._place.introduce()
        with console.step(f"Comparing it with the stack {self._stack.name}"):
            proposal = self._stack.propose(url, values)
        if proposal is None:
            print("  nothing to change")
            return None
        try:
            self._show(proposal, values)
            self._way_back = self._way_back_from(packages, proposal)
            question = f"Deploy {len(proposal.changes)} changes to {self._stack.name}?"
            if not self._wish.decided and not confirmation.says_yes(question):
                raise CommandFailure("Nothing was deployed.")
        except BaseException:
            self._stack.discard(proposal)
            raise
        return proposal

    def _show(self, proposal: Proposal, values: dict[str, str]) -> None:
        print(proposal.told())
        different = parameters.differences(self._stack.parameters(), values)
        if not proposal.new and different:
            print("  Parameters:", *different, sep="\n  ")

    def _way_back_from(self, packages: Packages, proposal: Proposal) -> str:
        """How to undo what is about to be done: what is deployed now is kept."""
        template = self._stack.template()
        if template is None:
            return self._place.taken_away(self._stack)
        former = Deployed(template, self._stack.parameters())
        packages.keep(former)
        return f"{self._wish.words} --back-to {former.name}"

    def _start(self) -> None:
        with console.step("Starting the functions, and the first offices' calendar"):
            self._place.accompany(self._stack)
            functions = Functions(self._stack)
            functions.start_all(self._place.watched)
            seed.offices(self._stack, functions)
        with console.step("Looking whether the API answers"):
            smoke.walk(self._stack.api_url(), seed.ids(), self._place.account.pause)

    def _after(self, failure: BaseException, proposal: Proposal | None) -> str:
        if proposal is None:
            return "The stack is as it was before."
        left = self._place.after_failure(self._stack, failure, proposal.new)
        return left or f"It is deployed all the same. Back: {self._way_back}"

    def _tell(self) -> None:
        outputs = self._place.outputs() | self._stack.outputs() | {"ApiUrl": self._stack.api_url()}
        if self._way_back:
            outputs["Back"] = self._way_back
        width = max(map(len, outputs))
        print()
        for name, value in outputs.items():
            print(f"  {name:{width}}  {value}")
