"""Compares answers: which cases get another one by another rulebook."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.advice import Advice
from service.checks.case_answers import CaseAnswer
from service.comparison.differences import members
from service.comparison.model import Detail, Sort
from service.rulebook.cases import Case


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case with what is no longer the same about its answer."""

    case: Case
    details: tuple[Detail, ...]


def compare_answers(old: Iterable[CaseAnswer], new: Iterable[CaseAnswer]) -> tuple[CaseChange, ...]:
    """The cases whose answers differ; both rows are answers to the same cases."""
    compared = (
        CaseChange(after.case, tuple(_details(before, after)))
        for before, after in zip(old, new, strict=True)
    )
    return tuple(each for each in compared if each.details)


def refused_by_both(old: Iterable[CaseAnswer], new: Iterable[CaseAnswer]) -> tuple[CaseAnswer, ...]:
    """The cases that neither answers, as the new one says it: about them nothing is compared."""
    return tuple(
        after
        for before, after in zip(old, new, strict=True)
        if before.refused is not None and before.refused == after.refused
    )


def _details(old: CaseAnswer, new: CaseAnswer) -> Iterator[Detail]:
    if old.refused != new.refused:
        yield Detail("refused", Sort.CHANGED, old.refused, new.refused)
    before, after = _said(old.advice), _said(new.advice)
    for field in ("outcome", "first"):
        if before[field] != after[field]:
            yield Detail(field, Sort.CHANGED, before[field], after[field])
    if before["first"] == after["first"]:
        yield from members("recommended", _roles(old.advice), _roles(new.advice))
    yield from members("fired", old.fired, new.fired)


def _said(advice: Advice | None) -> dict[str, str | None]:
    if advice is None:
        return {"outcome": None, "first": None}
    return {"outcome": advice.outcome.value, "first": next(iter(_roles(advice)), None)}


def _roles(advice: Advice | None) -> tuple[str, ...]:
    return () if advice is None else tuple(each.role.id for each in advice.recommendations)
