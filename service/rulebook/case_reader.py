"""Reads the cases: what a portal would send, with the answer expected for it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from schemas.rule_files import CaseDuoChangeSchema, CaseSchema
from service.rulebook.cases import EXPECTATIONS, About, Case
from service.rulebook.diagnostics import Report, listed
from service.rulebook.document import Mapping, Node, Scalar
from service.rulebook.shapes import Entry, entries, one_entry

NOTHING = ("", "null", "~")


def read_cases(nodes: Iterable[Node | None], report: Report) -> tuple[Case, ...]:
    """The cases in the order of their names."""
    cases: dict[str, Case] = {}
    for node in nodes:
        for entry in entries(CaseSchema, node, "case", report):
            case = _case(entry, report)
            if case is None:
                continue
            if case.name in cases:
                report.error(
                    case.position,
                    "duplicate-id",
                    f"Two cases have the name `{case.name}`: {cases[case.name].position} and "
                    f"{case.position}.",
                    "Give one of the two another name, or delete it.",
                )
            cases[case.name] = case
    return tuple(cases[name] for name in sorted(cases))


def _case(entry: Entry, report: Report) -> Case | None:
    about = _about(entry, report)
    if about is None:
        return None
    _check_expectations(about, entry.node.get("expect"), report)
    changes = [_change(about, each, report) for each in entry.data.get("same_answer_for", [])]
    if not entry.complete or None in changes:
        return None
    name = entry.data["case"]
    return Case(
        name=str(name),
        about=about,
        sent=_sent(entry.data[about]),
        expect=_expected(entry.data["expect"]),
        same_answer_for=tuple(change for change in changes if change is not None),
        position=name.position,
        entry=entry.node,
    )


def _about(entry: Entry, report: Report) -> About | None:
    present = [about for about in About if about in entry.node]
    if len(present) > 1:
        report.error(
            entry.node.key(present[1]).position,
            "two-in-one",
            "This case has `profile` and `duo`, and a case is about one person or about a duo.",
            "Make two cases of it, each with a name and an `expect` of its own.",
        )
    if not present and entry.complete:  # else perhaps a misspelt key, which is told about already
        report.error(
            entry.position,
            "missing-key",
            "This case has nobody in it.",
            "Add `profile:` for one person, or `duo:` with a `pmo:` and a `project manager:`.",
        )
    return present[0] if len(present) == 1 else None


def _check_expectations(about: About, expect: Node | None, report: Report) -> None:
    """Tells what is expected of the answer that only the other sort of case gets."""
    if not isinstance(expect, Mapping):
        return  # which is told about already
    other = About.DUO if about is About.PERSON else About.PERSON
    for key in expect:
        if key in EXPECTATIONS[other] and key not in EXPECTATIONS[about]:
            report.error(
                expect.key(key).position,
                "wrong-expectation",
                f"`{key}` is expected for {other.whom}, and this case is about {about.whom}.",
                f"For {about.whom} there are {listed(EXPECTATIONS[about])}.",
            )


def _change(about: About, change: Mapping, report: Report) -> dict[str, Any] | None:
    if about is About.PERSON:
        return _sent(change)
    entry = one_entry(CaseDuoChangeSchema, change, report)
    return _sent(entry.data) if entry is not None and entry.complete else None


def _expected(lines: dict[str, Any]) -> dict[str, Any]:
    """With the keys as they stand in the file."""
    return {
        key.replace("_", " "): _expected(value) if isinstance(value, dict) else value
        for key, value in lines.items()
    }


def _sent(data: dict[str, Any]) -> dict[str, Any]:
    return {str(key): _json(value) for key, value in data.items()}


def _json(node: Node) -> Any:
    """A value as a portal would send it: numbers without quotes are numbers, `null` is null."""
    if isinstance(node, Mapping):
        return _sent(node)
    if not isinstance(node, Scalar):
        return [_json(each) for each in node]
    if node.plain and node in NOTHING:
        return None
    if node.plain and node in {"true", "false"}:
        return node == "true"
    if node.plain and re.fullmatch(r"[-+]?\d{1,9}", node):
        return int(node)
    if node.plain and re.fullmatch(r"[-+]?\d{1,9}\.\d{1,9}", node):
        return Decimal(node)
    return str(node)
