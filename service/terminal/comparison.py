"""What differs between two rulebooks, for people."""

from collections.abc import Sequence

from service.checks.case_answers import CaseAnswer
from service.comparison.model import Change, Kind
from service.comparison.outcomes import CaseChange
from service.comparison.wording import Teller
from service.terminal.page import Page


def write_changes(
    page: Page, names: tuple[str, str], changes: Sequence[Change], teller: Teller
) -> None:
    """Every change with what about it; `names` are what the two were called."""
    old, new = names
    between = teller.words["between"].format(old=old, new=new)
    if not changes:
        page.line(f"{between} {teller.words['nothing differs']}", style="bold")
        return
    page.line(f"{between} {teller.counted(len(changes), 'change', 'changes')}:", style="bold")
    for change in changes:
        page.line()
        page.line(teller.headline(change), style="bold")
        if change.kind is not Kind.ORDER:
            for detail in change.details:
                page.line(teller.detail(detail), indent=2, bullet="- ")


def write_case_changes(
    page: Page,
    changes: Sequence[CaseChange],
    refused: Sequence[CaseAnswer],
    number: int,
    teller: Teller,
) -> None:
    """The cases that could not be run and those with another answer, of so many that there are."""
    if not number:
        page.line()
        page.line(teller.words["no cases"], style="bold")
    if refused:
        told = teller.words["cases refused"].format(number=len(refused), total=number)
        page.line()
        page.line(told, style="bold")
    for answer in refused:
        page.line()
        page.line(f"{answer.case.position}: {answer.case.name}")
        page.line(teller.refusal(answer.refused or ""), indent=2, bullet="- ")
    if number > len(refused):
        _write_answers(page, changes, number - len(refused), teller, others=bool(refused))


def _write_answers(
    page: Page, changes: Sequence[CaseChange], number: int, teller: Teller, *, others: bool
) -> None:
    """The cases with another answer, of so many that were run; `others`: not all were."""
    page.line()
    if changes:
        told = teller.words["cases differ"].format(number=len(changes), total=number)
    else:
        same = "no other case differs" if others else "no case differs"
        told = teller.words[same].format(all=teller.counted(number, "case", "cases"))
    page.line(told, style="bold")
    for change in changes:
        page.line()
        page.line(f"{change.case.position}: {change.case.name}")
        for detail in change.details:
            page.line(teller.detail(detail), indent=2, bullet="- ")
