"""Uses: which rules, roles and measures use an entry."""

from collections.abc import Mapping
from functools import cached_property

from service.advice.candidates import targets_of
from service.rulebook.career import Place, Role
from service.rulebook.conditions import Condition
from service.rulebook.facts import Facts
from service.rulebook.kleene import truth_of_group
from service.rulebook.model import Rulebook
from service.rulebook.reach import reached
from service.rulebook.rules import Grow, Rule, Weight
from service.rulebook.vocabulary import Measure, Stage
from service.showing.entries import EntryKind

LISTS = {
    EntryKind.CERTIFICATE: "certificates",
    EntryKind.WORK: "work",
    EntryKind.GOAL: "goals",
}
"""The attribute of which an entry is a value."""
FAMILIES = {
    EntryKind.COMPETENCE: "competence",
    EntryKind.MEASURE: "measure",
    EntryKind.SIGNAL: "signal",
}
"""The family of attributes of which an entry is one."""


class Uses:
    """Who uses what in one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook

    def rules_looking_at(self, kind: EntryKind, id: str) -> list[Rule]:
        """The rules with a condition about the entry, of one person or of one of a duo."""
        return [
            rule
            for rule in self._rulebook.rules
            if any(_is_about(each, kind, id) for each in rule.when.conditions())
        ]

    def roles_asking(self, kind: EntryKind, id: str) -> list[Role]:
        return [
            role
            for role in self._rulebook.roles
            if any(_is_about(each, kind, id) for each in role.asks)
        ]

    def measures_counting(self, competence: str) -> list[Measure]:
        return [each for each in self._rulebook.measures if competence in each.competences]

    def rules_advising(self, action: str) -> list[Rule]:
        return [
            rule
            for rule in self._rulebook.rules
            if isinstance(rule.effect, Grow) and action in rule.effect.actions
        ]

    def rules_weighing(self, place: Place, weights: tuple[Weight, ...]) -> list[Rule]:
        """The growth rules with one of these weights that count for a place."""
        return [
            rule
            for rule in self._rulebook.rules_by_stage[Stage.GROWTH]
            if isinstance(rule.effect, Grow)
            and rule.effect.weight in weights
            and place in self._weighed[rule.id]
        ]

    def roles_weighed_by(self, rule: Rule) -> list[Role]:
        """The roles for or against which a growth rule counts."""
        return [role for role in self._rulebook.roles if role.place in self._weighed[rule.id]]

    @cached_property
    def _weighed(self) -> Mapping[str, frozenset[Place]]:
        """The places that each growth rule weighs, for those who stand where it can fire."""
        rulebook = self._rulebook
        ways = [
            (origin, {each for move in rulebook.moves for each in reached(move, origin, rulebook)})
            for origin in (None, *(role.place for role in rulebook.roles))
        ]
        return {
            rule.id: frozenset(
                target
                for origin, targets in ways
                if truth_of_group(rule.when, _facts_of(origin)) is not False
                for target in targets_of(rule.effect, origin, rulebook)
                if target in targets
            )
            for rule in rulebook.rules_by_stage[Stage.GROWTH]
            if isinstance(rule.effect, Grow)
        }


def _facts_of(place: Place | None) -> Facts:
    """All that is known of someone of whom only the place is known."""
    return {} if place is None else {"specialisation": place.specialisation, "level": place.level}


def _is_about(condition: Condition, kind: EntryKind, id: str) -> bool:
    own_id = condition.attribute.own_id
    if kind in LISTS:
        return own_id == LISTS[kind] and id in condition.values
    return kind in FAMILIES and own_id == f"{FAMILIES[kind]}.{id}"
