"""Case profiles: whether the profile of each case, and each change of it, can be read."""

from collections.abc import Iterator, Mapping
from typing import Any

from service.checks.cases import changed
from service.reading.profile import ProfileRefused
from service.reading.reader import Reader
from service.reading.sent import profile_from
from service.rulebook.career import Case
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook


def check_case_profiles(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A case that cannot be run is a test that never tests anything."""
    reader = Reader(rulebook)
    for case in rulebook.cases:
        yield from _mistakes(case, case.profile, "profile", reader)
        for change in case.same_answer_for:
            yield from _mistakes(case, changed(case.profile, change), "same answer for", reader)


def _mistakes(
    case: Case, profile: Mapping[str, Any], key: str, reader: Reader
) -> Iterator[Diagnostic]:
    try:
        reader.read(profile_from(profile, reader.mistakes_in))
    except ProfileRefused as refused:
        for error in refused.errors:
            what, _, hint = error.message.partition(". ")
            where = error.pointer.lstrip("/").replace("/", ", ")
            yield Diagnostic(
                Severity.WARNING,
                case.position,
                "case-profile",
                f"The case `{case.name}` cannot be run. At `{key}`, `{where}`: {what}.",
                hint or "Write it as a portal would send it.",
            )
