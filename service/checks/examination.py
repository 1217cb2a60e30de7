"""An examination: a rule directory read and checked, and what is left to say about it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from service.checks.acceptance import without_accepted
from service.checks.case_profiles import check_case_profiles
from service.checks.codes import ACCEPTABLE
from service.checks.contradictions import contradictions
from service.checks.exact import Exact, Question
from service.checks.lengths import check_lengths
from service.checks.memory import Memory, hash_of
from service.checks.never_counts import never_counts
from service.checks.never_true import never_true
from service.checks.never_used import check_never_used
from service.checks.placeholders import check_placeholders
from service.checks.pointless_rules import pointless_rules
from service.checks.repeated_conditions import check_repeated_conditions
from service.checks.title_names import title_names
from service.checks.tone import check_tone
from service.checks.unreachable_roles import unreachable_roles
from service.rulebook import Rulebook, read_rulebook
from service.rulebook.collecting import without_collecting
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.folder import PLAIN_TEXT
from service.rulebook.listing import file_names
from service.rulebook.tables.read import ENDINGS

CHECKS = (
    check_case_profiles,
    check_tone,
    check_lengths,
    check_placeholders,
    check_repeated_conditions,
    check_never_used,
)
"""What can be seen by looking."""

EXACT_CHECKS = (
    contradictions,
    never_true,
    never_counts,
    pointless_rules,
    unreachable_roles,
    title_names,
)
"""What has to be worked out, question by question."""

Asked = tuple[str, Question]
"""A question with what stands for it in the memory."""

Progress = Callable[[Sequence[Asked]], Iterable[Asked]]
"""Passes the questions on, and shows how many of them are answered."""


@dataclass(frozen=True, slots=True)
class Examined:
    """`rulebook` is None when there are errors; `diagnostics` are those that were not accepted."""

    rulebook: Rulebook | None
    diagnostics: tuple[Diagnostic, ...]


@without_collecting()
def examine(
    folder: Path,
    memory: Memory,
    progress: Progress | None = None,
    reading: AbstractContextManager[None] | None = None,
) -> Examined:
    """Everything that is wrong or doubtful in the rule files in a folder.

    `progress` goes with the questions to the solver, and `reading` stands around what is before.
    """
    with reading or nullcontext():
        rulebook, found = read_rulebook(folder)
    if rulebook is None:
        return Examined(None, found)
    doubts = [*found, *doubts_about(rulebook, memory, progress)]
    told = {each.file for each in doubts}
    files = sorted(
        name
        for name in file_names(folder)
        if name.endswith((".yaml", *ENDINGS)) or (name.endswith(PLAIN_TEXT) and name in told)
    )
    left = without_accepted(folder, doubts, files, ACCEPTABLE)
    wrong = any(each.severity is Severity.ERROR for each in left)
    return Examined(None if wrong else rulebook, left)


def doubts_about(
    rulebook: Rulebook, memory: Memory | None = None, progress: Progress | None = None
) -> Iterator[Diagnostic]:
    """What every check has to say about a rulebook that loads."""
    for check in CHECKS:
        yield from check(rulebook)
    exact, known = Exact(rulebook), memory or Memory(None)
    asked = [
        (hash_of((check.__name__, exact.frame, *question.about)), question)
        for check in EXACT_CHECKS
        for question in check(exact)
    ]
    new = [(name, question) for name, question in asked if not known.knows(name)]
    for name, question in progress(new) if progress else new:
        known.remember(name, tuple(question.doubts()))
    known.keep()
    for name, question in asked:
        yield from map(question.told, known.answer_to(name))
