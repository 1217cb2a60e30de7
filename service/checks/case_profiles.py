"""A case sends something that a portal could not send.

A case that cannot be run tests nothing. What stands below `profile`, `duo` or `same answer for` is
read as if a portal had sent it: a competence that does not exist, a rating of 6 or a misspelt field
is refused. The message says what is wrong with it. Write it as a portal would.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from service.checks.cases import changed
from service.reading.profile import ProfileRefused
from service.reading.reader import Reader
from service.reading.sent import duo_from, profile_from
from service.rulebook.cases import About, Case, as_written
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook

CODE = "case-profile"


def check_case_profiles(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A case that cannot be run is a test that never tests anything."""
    reader = Reader(rulebook)
    for case in rulebook.cases:
        yield from _mistakes(case, case.sent, case.about, reader)
        for change in case.same_answer_for:
            yield from _mistakes(case, changed(case.sent, change), "same answer for", reader)


def _mistakes(
    case: Case, sent: Mapping[str, Any], key: str, reader: Reader
) -> Iterator[Diagnostic]:
    try:
        _read(case.about, sent, reader)
    except ProfileRefused as refused:
        for error in refused.errors:
            what, _, hint = error.message.partition(". ")
            where = ", ".join(as_written(step) for step in error.pointer.lstrip("/").split("/"))
            yield Diagnostic(
                Severity.WARNING,
                case.position,
                CODE,
                f"The case `{case.name}` cannot be run. At `{key}`, `{where}`: {what}.",
                hint or "Write it as a portal would send it.",
            )


def _read(about: About, sent: Mapping[str, Any], reader: Reader) -> None:
    if about is About.PERSON:
        reader.read(profile_from(sent, reader.mistakes_in))
    else:
        duo_from(sent, reader.mistakes_in)
