"""rule-engine: one compiled rule for each, over a dictionary whose absent values are null."""

import json
from collections.abc import Mapping
from typing import Any

import rule_engine
from bench.work import Atom, Flat, Tree

NAME = "rule-engine"


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        context = rule_engine.Context(resolver=rule_engine.resolve_item, default_value=None)
        self._rules = [
            (id, rule_engine.Rule(_text(tree), context=context)) for id, tree in trees.items()
        ]

    def prepare(self, flat: Flat) -> dict[str, Any]:
        # It knows no frozen sets.
        return {
            name: set(value) if isinstance(value, frozenset) else value
            for name, value in flat.items()
        }

    def fired(self, facts: dict[str, Any]) -> list[str]:
        return [id for id, rule in self._rules if rule.matches(facts)]


def _text(member: Atom | Tree) -> str:
    if isinstance(member, Tree):
        return "(" + (" and " if member.every else " or ").join(map(_text, member.members)) + ")"
    known = f"{member.name} != null"
    if isinstance(member.value, tuple):
        any_of = " or ".join(f"{json.dumps(value)} in {member.name}" for value in member.value)
        holds = f"({any_of})" if member.relation == "has-one" else f"not ({any_of})"
        return f"({known} and {holds})"
    return f"({known} and {member.name} {member.relation} {json.dumps(member.value)})"
