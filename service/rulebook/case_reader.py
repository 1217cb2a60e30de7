"""Reads the cases: profiles with the advice expected for them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from schemas.rule_files import CaseSchema
from service.rulebook.career import Case
from service.rulebook.diagnostics import Report, did_you_mean, listed
from service.rulebook.document import Mapping, Node, Scalar
from service.rulebook.model import Rulebook
from service.rulebook.shapes import entries

NOTHING = ("", "null", "~")


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
    """Tells which rules, roles and messages a case expects that do not exist."""
    rules = tuple(rulebook.rules_by_id)
    roles = tuple(role.id for role in rulebook.roles)
    said = (*rules, *rulebook.guardrail_texts)
    known = {
        "fired": rules,
        "not fired": rules,
        "recommended": roles,
        "not recommended": roles,
        "said": said,
        "not said": said,
    }
    for case in cases:
        for key, names in known.items():
            for name in case.expect.get(key, ()):
                if name not in names:
                    report.error(
                        name.position,
                        "unknown-id",
                        f"`{name}` does not exist, so it can never be `{key}`.",
                        did_you_mean(name, names, f"Known are {listed(names)}."),
                    )


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
