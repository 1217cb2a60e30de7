"""How cases came out, for people and for programs."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from service.checks.cases import CaseResult
from service.terminal.diagnostics import several
from service.terminal.page import Page

ReasonsFor = Callable[[CaseResult], Iterable[str]]
"""What made the difference, for a case that came out otherwise."""


def write_cases(page: Page, results: Sequence[CaseResult], reasons: ReasonsFor) -> None:
    """Each case that came out otherwise, with what was expected, what came instead, and why."""
    failed = _failed(results)
    for result in failed:
        page.line(f"{result.case.position}: {result.case.name}", style="red")
        for difference in result.differences:
            page.line(str(difference), indent=2, bullet="- ")
        for reason in reasons(result):
            page.line(reason, indent=2, bullet="-> ")
        page.line()
    if not results:
        page.line("There are no cases. Write some in the folder `cases`.", style="bold")
    elif failed:
        cases = several(len(results), "case")
        page.line(f"{len(failed)} of {cases} came out otherwise than expected.", style="bold")
    else:
        page.line(f"{several(len(results), 'case')}, all as expected.", style="bold")


def cases_payload(
    folder: Path, results: Sequence[CaseResult], reasons: ReasonsFor
) -> dict[str, Any]:
    """The same for programs."""
    return {
        "rules": str(folder),
        "cases": len(results),
        "failed": [
            {
                "case": result.case.name,
                "file": result.case.position.file,
                "line": result.case.position.line,
                "differences": [
                    {
                        "key": each.key,
                        "expected": each.expected,
                        "found": each.found,
                        "change": each.change,
                    }
                    for each in result.differences
                ],
                "reasons": list(reasons(result)),
            }
            for result in _failed(results)
        ],
    }


def _failed(results: Iterable[CaseResult]) -> list[CaseResult]:
    return [result for result in results if not result.as_expected]
