"""Two-valued lambdas: one compiled Python expression for each rule, and a list of them.

The fastest that plain Python gives without generating one large function. It cannot tell what is
false from what is open.
"""

from collections.abc import Mapping

from bench.work import Atom, Flat, Tree

NAME = "two-valued lambdas"
RELATIONS = {"==": "==", "!=": "!=", ">=": ">=", "<=": "<="}


class Engine:
    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._rules = [(id, eval(f"lambda f: {_text(tree)}")) for id, tree in trees.items()]

    def prepare(self, flat: Flat) -> Flat:
        return flat

    def fired(self, facts: Flat) -> list[str]:
        return [id for id, holds in self._rules if holds(facts)]


def _text(member: Atom | Tree) -> str:
    if isinstance(member, Tree):
        return "(" + (" and " if member.every else " or ").join(map(_text, member.members)) + ")"
    value = f"f[{member.name!r}]"
    if member.relation == "has-one":
        return f"({value} is not None and not {value}.isdisjoint({member.value!r}))"
    if member.relation == "has-none":
        return f"({value} is not None and {value}.isdisjoint({member.value!r}))"
    return f"({value} is not None and {value} {RELATIONS[member.relation]} {member.value!r})"
