"""Three-valued closures: each condition and group a Python function that says true, false or
unknown; groups stop as soon as they are decided.

The hand-written engine that does what ours does: it says of every rule whether it is true, false
or open.
"""

from collections.abc import Callable, Iterable
from typing import Any

from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import AttributeType

NAME = "three-valued closures"
Truth = bool | None
Closure = Callable[[Facts], Truth]


class Engine:
    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(rule.id, _closure(rule.when)) for rule in rules]

    def prepare(self, facts: Facts) -> Facts:
        return facts

    def statuses(self, facts: Facts) -> dict[str, Truth]:
        return {id: truth(facts) for id, truth in self._rules}

    def fired(self, facts: Facts) -> list[str]:
        return [id for id, truth in self.statuses(facts).items() if truth]


def _closure(member: Condition | Group) -> Closure:
    if isinstance(member, Condition):
        return _condition(member)
    members = tuple(map(_closure, member.members))
    if member.quantifier is Quantifier.ALL:
        return _every(members)
    some = _some(members)
    return some if member.quantifier is Quantifier.ANY else _not(some)


def _every(members: tuple[Closure, ...]) -> Closure:
    def truth(facts: Facts) -> Truth:
        found: Truth = True
        for member in members:
            one = member(facts)
            if one is False:
                return False
            if one is None:
                found = None
        return found

    return truth


def _some(members: tuple[Closure, ...]) -> Closure:
    def truth(facts: Facts) -> Truth:
        found: Truth = False
        for member in members:
            one = member(facts)
            if one:
                return True
            if one is None:
                found = None
        return found

    return truth


def _not(closure: Closure) -> Closure:
    def truth(facts: Facts) -> Truth:
        one = closure(facts)
        return None if one is None else not one

    return truth


def _condition(condition: Condition) -> Closure:
    """One function for each operator, so that no condition calls a second one."""
    id, values = condition.attribute.id, condition.values
    if condition.attribute.type is AttributeType.SCALE:
        return _on_scale(condition)
    wanted, named = values[0], frozenset(map(str, values))

    def equals(facts: Facts) -> Truth:
        value = facts.get(id)
        return None if value is None else value == wanted

    def at_least(facts: Facts) -> Truth:
        value: Any = facts.get(id)
        return None if value is None else value >= wanted

    def at_most(facts: Facts) -> Truth:
        value: Any = facts.get(id)
        return None if value is None else value <= wanted

    def has_one(facts: Facts) -> Truth:
        value: Any = facts.get(id)
        return None if value is None else not named.isdisjoint(value)

    def has_none(facts: Facts) -> Truth:
        value: Any = facts.get(id)
        return None if value is None else named.isdisjoint(value)

    by_operator: dict[Operator, Closure] = {
        Operator.IS: equals,
        Operator.IS_AT_LEAST: at_least,
        Operator.IS_AT_MOST: at_most,
        Operator.INCLUDES_ONE: has_one,
        Operator.INCLUDES_NONE: has_none,
    }
    return by_operator[condition.operator]


def _on_scale(condition: Condition) -> Closure:
    """Which values hold is worked out beforehand."""
    id, scale = condition.attribute.id, condition.attribute.values
    place = scale.index(str(condition.values[0]))
    allowed = {
        Operator.IS: scale[place : place + 1],
        Operator.IS_AT_LEAST: scale[place:],
        Operator.IS_AT_MOST: scale[: place + 1],
    }
    holding = frozenset(allowed[condition.operator])

    def truth(facts: Facts) -> Truth:
        value = facts.get(id)
        return None if value is None else value in holding

    return truth
