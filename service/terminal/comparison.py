"""What differs between two rulebooks, for people."""

from collections.abc import Sequence

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
    page: Page, changes: Sequence[CaseChange], number: int, teller: Teller
) -> None:
    """The cases with another answer, of so many that were run."""
    page.line()
    every = teller.counted(number, "case", "cases")
    if not number:
        page.line(teller.words["no cases"], style="bold")
    elif not changes:
        page.line(teller.words["no case differs"].format(all=every), style="bold")
    else:
        page.line(
            teller.words["cases differ"].format(number=len(changes), total=number), style="bold"
        )
    for change in changes:
        page.line()
        page.line(f"{change.case.position}: {change.case.name}")
        for detail in change.details:
            page.line(teller.detail(detail), indent=2, bullet="- ")
