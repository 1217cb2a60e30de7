"""json-logic (panzi-json-logic): one document for each rule."""

from collections.abc import Mapping
from typing import Any

from bench.peers.expressions import with_lists
from bench.work import Atom, Flat, Tree
from json_logic import jsonLogic

NAME = "json-logic"


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._rules = [(id, _data(tree)) for id, tree in trees.items()]

    def prepare(self, flat: Flat) -> dict[str, Any]:
        return with_lists(flat)

    def fired(self, facts: dict[str, Any]) -> list[str]:
        return [id for id, rule in self._rules if jsonLogic(rule, facts)]


def _data(member: Atom | Tree) -> dict[str, Any]:
    if isinstance(member, Tree):
        return {"and" if member.every else "or": [_data(each) for each in member.members]}
    value = {"var": member.name}
    known = {"!==": [value, None]}
    if isinstance(member.value, tuple):
        any_of = {"or": [{"in": [each, value]} for each in member.value]}
        holds = any_of if member.relation == "has-one" else {"!": [any_of]}
        return {"and": [known, holds]}
    relation = {"==": "===", "!=": "!=="}.get(member.relation, member.relation)
    return {"and": [known, {relation: [value, member.value]}]}
