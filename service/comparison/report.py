"""A comparison as one value with its sentences: for programs, and for a page to lay out."""

from collections.abc import Sequence
from typing import Any

from service.checks.case_answers import CaseAnswer
from service.comparison.model import Change, Detail, Told
from service.comparison.outcomes import CaseChange
from service.comparison.wording import Teller
from service.rulebook.conditions import Condition, Group
from service.rulebook.position import Position


def changes_payload(changes: Sequence[Change], teller: Teller) -> list[dict[str, Any]]:
    return [
        {
            "kind": change.kind.value,
            "id": change.id,
            "change": change.sort.value,
            **_place(change.position),
            "sentence": teller.headline(change),
            "details": [_detail(each, teller) for each in change.details],
        }
        for change in changes
    ]


def cases_payload(
    changes: Sequence[CaseChange], refused: Sequence[CaseAnswer], number: int, teller: Teller
) -> dict[str, Any]:
    """`number` is how many cases there are; the `refused` among them could not be run."""
    return {
        "run": number - len(refused),
        "refused": [
            {
                "case": answer.case.name,
                **_place(answer.case.position),
                "sentence": teller.refusal(answer.refused or ""),
            }
            for answer in refused
        ],
        "changed": [
            {
                "case": change.case.name,
                **_place(change.case.position),
                "details": [_detail(each, teller) for each in change.details],
            }
            for change in changes
        ],
    }


def _place(position: Position | None) -> dict[str, Any]:
    return {"file": position and position.file, "line": position and position.line}


def _detail(detail: Detail, teller: Teller) -> dict[str, Any]:
    return {
        "field": detail.field,
        "change": detail.sort.value,
        "old": _plain(detail.old),
        "new": _plain(detail.new),
        "language": detail.language,
        "within": detail.within and detail.within.value,
        "sentence": teller.detail(detail),
    }


def _plain(value: Told) -> Any:
    """Conditions as they stand in rule files."""
    if isinstance(value, Condition):
        return value.sentence
    if isinstance(value, Group):
        return {value.quantifier.value: [_plain(each) for each in value.members]}
    return value
