"""zen-engine: one decision table that collects every row that holds, compiled once.

Each row is an expression of its own; that was faster than an expression node for each rule.
"""

import json
from collections.abc import Mapping
from typing import Any

import zen
from bench.peers.expressions import expression, with_lists
from bench.work import Flat, Tree

NAME = "zen-engine"


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        rows = [
            {"_id": id, "if": expression(tree), "then": json.dumps(id)}
            for id, tree in trees.items()
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
        return with_lists(flat)

    def fired(self, facts: dict[str, Any]) -> list[str]:
        found = self._decision.evaluate(facts)["result"]
        return [row["rule"] for row in found or []]
