"""Reads the cases: profiles with the advice expected for them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from schemas.rule_files import CaseSchema
from service.rulebook.career import Case, MoveKind
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Mapping, Node, Scalar
from service.rulebook.model import Rulebook
from service.rulebook.rules import Outcome
from service.rulebook.shapes import entries
from service.rulebook.titles import TitleKind

NOTHING = ("", "null", "~")
CONFIDENCES = ("high", "medium", "low")
UNKNOWN = "unknown"


def read_cases(nodes: Iterable[Node | None], report: Report) -> tuple[Case, ...]:
    """The cases in the order of their names."""
    cases: dict[str, Case] = {}
    for node in nodes:
        for entry in entries(CaseSchema, node, "case", report):
            if not entry.complete:
                continue
            name = entry.data["case"]
            if name in cases:
                report.error(
                    name.position,
                    "duplicate-id",
                    f"A case with the name `{name}` exists already: {cases[name].position}.",
                    "Give this one another name.",
                )
            cases[str(name)] = Case(
                name=str(name),
                profile=_json(entry.data["profile"]),
                expect={
                    key.replace("_", " "): value for key, value in entry.data["expect"].items()
                },
                same_answer_for=tuple(_json(each) for each in entry.data["same_answer_for"]),
                position=name.position,
            )
    return tuple(cases[name] for name in sorted(cases))


def check_case_names(cases: Iterable[Case], rulebook: Rulebook, report: Report) -> None:
    """Tells what cases expect that does not exist, so that it can never come true."""
    known = _names(rulebook)
    for case in cases:
        for key, expected in _expected(case.expect):
            for name in expected:
                if key in known and name not in known[key]:
                    report.error(
                        name.position,
                        "unknown-id",
                        f"`{name}` does not exist, so it can never be `{key}`.",
                        did_you_mean(name, known[key], f"Known are {listed(known[key])}."),
                    )


def _expected(expect: dict[str, Any]) -> Iterator[tuple[str, Iterable[Scalar]]]:
    """The lines below `expect`; what stands inside one is named with it: `first, level`."""
    for key, value in expect.items():
        if isinstance(value, dict):
            yield from ((f"{key}, {part}", names) for part, names in value.items())
        else:
            yield key, value


def _names(rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    rules = tuple(rulebook.rules_by_id)
    roles = tuple(role.id for role in rulebook.roles)
    said = (*rules, *rulebook.guardrail_texts)
    specialisations, levels = rulebook.specialisation_ids, rulebook.level_ids
    return {
        "outcome": tuple(Outcome),
        "confidence": CONFIDENCES,
        "reading, kind": (*TitleKind, UNKNOWN),
        "reading, specialisation": (*specialisations, UNKNOWN),
        "reading, level": (*levels, UNKNOWN),
        "first, specialisation": specialisations,
        "first, level": levels,
        "first, move": tuple(MoveKind),
        "fired": rules,
        "not fired": rules,
        "recommended": roles,
        "not recommended": roles,
        "said": said,
        "not said": said,
        "asked": (*rulebook.attributes, *rulebook.attributes_by_id),
    }


def _json(node: Node) -> Any:
    """A profile as a portal would send it: numbers without quotes are numbers, `null` is null."""
    if isinstance(node, Mapping):
        return {str(key): _json(value) for key, value in node.items()}
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
