"""Approval: whether rule files are right in every way, so that they can be a release."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from service.checks.cases import run_case
from service.checks.examination import examine
from service.checks.memory import Memory
from service.engine.limits import EngineLimit
from service.rulebook import Rulebook, RulebookErrors, Severity, load_rulebook
from service.rulebook.files import rule_files, write_rule_files
from service.serving import serving_of

Item = TypeVar("Item")


class Progress(Protocol):
    """Passes items on, and shows how many of them are done."""

    def __call__(self, what: str, items: Sequence[Item], /) -> Iterable[Item]: ...


@dataclass(frozen=True, slots=True)
class Approved:
    """A rulebook in which nothing is wrong, and the very files that it was read from."""

    rulebook: Rulebook
    files: dict[str, bytes]


class NotApproved(Exception):
    """What is wrong, in a sentence; `command` is the one that shows it, where there is one."""

    def __init__(self, message: str, command: str | None = None) -> None:
        super().__init__(message)
        self.command = command


def approve(folder: Path, memory: Memory, progress: Progress) -> Approved:
    """The rule files in a folder, when checks find no errors and every case is as expected.

    Raises `NotApproved`. The files are taken once, and it is those that are read and run.
    """
    examined = examine(folder, memory, lambda asked: progress("Checking", asked))
    if examined.rulebook is None:
        errors = sum(each.severity is Severity.ERROR for each in examined.diagnostics)
        raise NotApproved(f"Errors in the rule files: {errors}.", "check")
    rulebook, files = _taken(folder)
    if rulebook is None or rulebook.digest != examined.rulebook.digest:
        raise NotApproved("The rule files were changed while they were checked. Try again.")
    try:
        advisor = serving_of(rulebook).advisor
    except EngineLimit as error:
        raise NotApproved(f"These rules cannot be matched. {error}") from None
    results = [run_case(case, advisor) for case in progress("Running cases", rulebook.cases)]
    otherwise = sum(not result.as_expected for result in results)
    if otherwise:
        raise NotApproved(
            f"Cases that came out otherwise than expected: {otherwise} of {len(results)}.", "test"
        )
    return Approved(rulebook, files)


def _taken(folder: Path) -> tuple[Rulebook | None, dict[str, bytes]]:
    """The files, and the rulebook that is read from those alone."""
    try:
        files = rule_files(folder)
        with TemporaryDirectory(prefix="vakpad-") as place:
            write_rule_files(files, Path(place))
            return load_rulebook(Path(place)), files
    except (OSError, RulebookErrors):
        return None, {}
