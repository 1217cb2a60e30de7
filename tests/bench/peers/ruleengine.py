"""rule-engine: one compiled rule for each, over a dictionary whose absent values are null."""

from collections.abc import Mapping
from typing import Any

import rule_engine
from bench.peers.expressions import expression
from bench.work import Flat, Tree

NAME = "rule-engine"


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        context = rule_engine.Context(resolver=rule_engine.resolve_item, default_value=None)
        self._rules = [
            (id, rule_engine.Rule(expression(tree), context=context)) for id, tree in trees.items()
        ]

    def prepare(self, flat: Flat) -> dict[str, Any]:
        # It knows no frozen sets.
        return {
            name: set(value) if isinstance(value, frozenset) else value
            for name, value in flat.items()
        }

    def fired(self, facts: dict[str, Any]) -> list[str]:
        return [id for id, rule in self._rules if rule.matches(facts)]
