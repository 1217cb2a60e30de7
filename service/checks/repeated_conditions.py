"""The same conditions twice: in one rule, or in two rules that could be one.

A condition that stands twice in a group does nothing the second time. Two rules of one folder with
the same conditions and the same effect can be one rule; when their texts differ, a person gets to
read both. Keep one of them.
"""

from collections.abc import Hashable, Iterator

from service.rulebook.conditions import Condition, Group
from service.rulebook.diagnostics import Diagnostic, Severity
from service.rulebook.model import Rulebook
from service.rulebook.position import Position
from service.rulebook.rules import GiveSignal, Grow, Pairing, Rule, Say, Settle

CODE = "repeated-conditions"


def check_repeated_conditions(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Conditions that are repeated, in every rule and among rules."""
    seen: dict[Hashable, Rule] = {}
    for rule in rulebook.rules:
        yield from _within(rule, rule.when)
        first = seen.setdefault((rule.stage, _in_any_order(rule.when), _aim(rule)), rule)
        if first is not rule:
            yield _told(
                rule.position,
                f"The rule `{rule.id}` has the same conditions and the same aim as `{first.id}` "
                f"({first.position}).",
                "Keep one of the two.",
            )


def _within(rule: Rule, group: Group) -> Iterator[Diagnostic]:
    seen: set[Hashable] = set()
    for member in group.members:
        key = _in_any_order(member)
        if key in seen:
            first = member if isinstance(member, Condition) else next(member.conditions())
            yield _told(
                first.position or rule.position,
                f"`{first.sentence}` stands twice in the same group.",
                "Keep one of the two.",
            )
        seen.add(key)
        if isinstance(member, Group):
            yield from _within(rule, member)


def _in_any_order(member: Condition | Group) -> Hashable:
    if isinstance(member, Condition):
        return member.sentence
    return member.quantifier, frozenset(_in_any_order(each) for each in member.members)


def _aim(rule: Rule) -> Hashable:
    """What the effect is after, whatever it says about it."""
    match rule.effect:
        case Settle() | GiveSignal():
            return rule.effect
        case Grow(weight=weight, specialisation=specialisation, level=level):
            return weight, specialisation, level
        case Say(kind=kind, outcome=outcome):
            return kind, outcome
        case Pairing(kind=kind, tip=tip):
            return kind, tip


def _told(position: Position, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Severity.WARNING, position, CODE, message, hint)
