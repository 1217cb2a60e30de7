"""zen-engine: one decision table that collects every row that holds, compiled once.

Each row is an expression of its own; that was faster than an expression node for each rule.
"""

import json
from collections.abc import Mapping
from typing import Any

import zen
from bench.work import Atom, Flat, Tree

NAME = "zen-engine"


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        rows = [
            {"_id": id, "if": _text(tree), "then": json.dumps(id)} for id, tree in trees.items()
        ]
        table = {
            "hitPolicy": "collect",
            "inputs": [{"id": "if", "name": "rule", "field": ""}],
            "outputs": [{"id": "then", "name": "rule", "field": "rule"}],
            "rules": rows,
        }
        graph = {
            "nodes": [
                {"id": "in", "name": "in", "type": "inputNode"},
                {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
                {"id": "out", "name": "out", "type": "outputNode"},
            ],
            "edges": [
                {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
                {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
            ],
        }
        self._decision = zen.ZenEngine().create_decision(json.dumps(graph))

    def prepare(self, flat: Flat) -> dict[str, Any]:
        return {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in flat.items()
        }

    def fired(self, facts: dict[str, Any]) -> list[str]:
        found = self._decision.evaluate(facts)["result"]
        return [row["rule"] for row in found or []]


def _text(member: Atom | Tree) -> str:
    if isinstance(member, Tree):
        return "(" + (" and " if member.every else " or ").join(map(_text, member.members)) + ")"
    known = f"{member.name} != null"
    if isinstance(member.value, tuple):
        any_of = " or ".join(f"{json.dumps(value)} in {member.name}" for value in member.value)
        holds = f"({any_of})" if member.relation == "has-one" else f"not ({any_of})"
        return f"({known} and {holds})"
    return f"({known} and {member.name} {member.relation} {json.dumps(member.value)})"
