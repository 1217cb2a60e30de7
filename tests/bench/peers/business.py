"""business-rules: conditions as data, variables of a class, one action that notes the rule.

Its variables cannot be unknown, so each condition is guarded by one that asks whether it is known.
"""

from collections.abc import Mapping
from typing import Any

from bench.peers.expressions import with_lists
from bench.work import Atom, Flat, Tree, atoms
from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    select_multiple_rule_variable,
    string_rule_variable,
)

NAME = "business-rules"
OPERATORS = {">=": "greater_than_or_equal_to", "<=": "less_than_or_equal_to", "==": "equal_to"}


class _Actions(BaseActions):
    def __init__(self) -> None:
        self.fired: list[str] = []

    @rule_action(params={"rule": FIELD_TEXT})
    def note(self, rule: str) -> None:
        self.fired.append(rule)


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._variables = _variables([atom for tree in trees.values() for atom in atoms(tree)])
        self._rules = [
            {
                "conditions": _data(tree),
                "actions": [{"name": "note", "params": {"rule": id}}],
            }
            for id, tree in trees.items()
        ]

    def prepare(self, flat: Flat) -> dict[str, Any]:
        return with_lists(flat)

    def fired(self, facts: dict[str, Any]) -> list[str]:
        actions = _Actions()
        run_all(self._rules, self._variables(facts), actions)
        return actions.fired


def _variables(found: list[Atom]) -> type[BaseVariables]:
    """One variable for each attribute, and one that says whether it is known."""
    members: dict[str, Any] = {}
    for atom in found:
        if isinstance(atom.value, tuple):
            kind, empty = select_multiple_rule_variable(), []
        elif isinstance(atom.value, str):
            kind, empty = string_rule_variable(), ""
        else:
            kind, empty = numeric_rule_variable(), 0
        members[atom.name] = kind(_getter(atom.name, empty))
        members[f"{atom.name}_known"] = boolean_rule_variable()(_known(atom.name))

    def start(self: Any, facts: dict[str, Any]) -> None:
        self.facts = facts

    return type("Variables", (BaseVariables,), {"__init__": start, **members})


def _getter(name: str, empty: Any) -> Any:
    def get(self: Any) -> Any:
        value = self.facts[name]
        return empty if value is None else value

    get.__name__ = name
    return get


def _known(name: str) -> Any:
    def known(self: Any) -> bool:
        return self.facts[name] is not None

    known.__name__ = f"{name}_known"
    return known


def _data(member: Atom | Tree) -> dict[str, Any]:
    if isinstance(member, Tree):
        return {"all" if member.every else "any": [_data(each) for each in member.members]}
    known = {"name": f"{member.name}_known", "operator": "is_true", "value": True}
    return {"all": [known, _condition(member)]}


def _condition(atom: Atom) -> dict[str, Any]:
    if isinstance(atom.value, tuple):
        shares = "shares_at_least_one_element_with"
        operator = shares if atom.relation == "has-one" else "shares_no_elements_with"
        return {"name": atom.name, "operator": operator, "value": list(atom.value)}
    if atom.relation == "!=":
        # It has no "not equal": below or above.
        assert isinstance(atom.value, int)
        below = {"name": atom.name, "operator": "less_than", "value": atom.value}
        above = {"name": atom.name, "operator": "greater_than", "value": atom.value}
        return {"any": [below, above]}
    return {"name": atom.name, "operator": OPERATORS[atom.relation], "value": atom.value}
