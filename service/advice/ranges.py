"""Ranges of truth: what a condition can still turn out to be while a completion is being chosen.

While some attributes are still free, a condition does not have one truth but a range of truths,
from the lowest that a choice can give to the highest.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from service.advice.completions import Completion, values_around
from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts
from service.rulebook.kleene import truth_of
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import RATINGS, AttributeType, Measure

FALSE, OPEN, TRUE = 0, 1, 2
Range = tuple[int, int]
"""The lowest and the highest truth, ordered false < open < true."""

EITHER: Range = (FALSE, TRUE)

Residue = Group | int
"""A group of which the truth is not decided, or the truth."""


class Ranges:
    """Ranges of truth of the conditions, groups and rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._measures = {f"measure.{measure.id}": measure for measure in rulebook.measures}
        self.all_conditions = tuple(
            dict.fromkeys(
                condition for rule in rulebook.rules for condition in rule.when.conditions()
            )
        )

    def of_group(self, group: Group, completion: Completion) -> Range:
        ranges = [self._of(member, completion) for member in group.members]
        if group.quantifier is Quantifier.ALL:
            return min(low for low, _ in ranges), min(high for _, high in ranges)
        low, high = max(low for low, _ in ranges), max(high for _, high in ranges)
        if group.quantifier is Quantifier.NONE:
            return TRUE - high, TRUE - low
        return low, high

    def _of(self, member: Condition | Group, completion: Completion) -> Range:
        if isinstance(member, Group):
            return self.of_group(member, completion)
        return self.of_condition(member, completion)

    def of_condition(self, condition: Condition, completion: Completion) -> Range:
        attribute = condition.attribute
        if attribute.id.startswith("signal."):
            return self._of_signal(condition, completion)
        if attribute.type is AttributeType.MEASURE:
            return self._of_measure(condition, completion)
        if attribute.id in completion.free:
            return _free(condition)
        if attribute.id in completion.members:
            return _partly_chosen(condition, completion.members[attribute.id])
        return _exactly(condition, completion.facts)

    def _of_signal(self, condition: Condition, completion: Completion) -> Range:
        rules = self._rulebook.signal_rules[condition.attribute.id.removeprefix("signal.")]
        ranges = [self.of_group(rule.when, completion) for rule in rules]
        low, high = max(low for low, _ in ranges), max(high for _, high in ranges)
        if condition.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
            known = condition.operator is Operator.IS_KNOWN
            if low == high:
                return (TRUE, TRUE) if known is (low != OPEN) else (FALSE, FALSE)
            return EITHER
        return (low, high) if _affirms(condition) else (TRUE - high, TRUE - low)

    def _of_measure(self, condition: Condition, completion: Completion) -> Range:
        measure = self._measures[condition.attribute.id]
        match condition.operator:
            case Operator.IS_KNOWN | Operator.IS_UNKNOWN:
                return _exactly(condition, completion.facts)
            case Operator.IS_AT_LEAST:
                return _at_least(measure, _bound(condition, 0), completion)
            case Operator.IS_AT_MOST:
                return _at_most(measure, _bound(condition, 0), completion)
            case _:
                return self._of_measure_between(measure, condition, completion)

    def _of_measure_between(
        self, measure: Measure, condition: Condition, completion: Completion
    ) -> Range:
        if not any(f"competence.{id}" in completion.free for id in measure.competences):
            span = _span(measure, completion, free_as=None)
            return _exactly(condition, {condition.attribute.id: span})
        if condition.operator is not Operator.IS_BETWEEN:
            return EITHER
        low = _at_least(measure, _bound(condition, 0), completion)
        high = _at_most(measure, _bound(condition, 1), completion)
        return min(low[0], high[0]), min(low[1], high[1])

    def residue(self, group: Group, completion: Completion) -> Residue:
        """What is left of a group: without what is decided, and with signals written out."""
        left: list[Condition | Group] = []
        for member in group.members:
            rest = self._residue_of(member, completion)
            if group.quantifier is Quantifier.ALL:
                if rest == FALSE:
                    return FALSE
                drop = rest == TRUE
            else:
                if rest == TRUE:
                    return TRUE if group.quantifier is Quantifier.ANY else FALSE
                drop = rest == FALSE
            if not drop:
                left.append(member if isinstance(rest, int) else rest)
        if not left:
            return FALSE if group.quantifier is Quantifier.ANY else TRUE
        rest_of_group = Group(group.quantifier, tuple(left))
        low, high = self.of_group(rest_of_group, completion)
        return low if low == high else rest_of_group

    def _residue_of(
        self, member: Condition | Group, completion: Completion
    ) -> "Condition | Group | int":
        if isinstance(member, Group):
            return self.residue(member, completion)
        is_signal = member.attribute.id.startswith("signal.")
        if is_signal and member.operator in {Operator.IS, Operator.IS_NOT}:
            rules = self._rulebook.signal_rules[member.attribute.id.removeprefix("signal.")]
            quantifier = Quantifier.ANY if _affirms(member) else Quantifier.NONE
            return self.residue(Group(quantifier, tuple(rule.when for rule in rules)), completion)
        low, high = self.of_condition(member, completion)
        return low if low == high else member

    def waiting(self, group: Group, completion: Completion) -> Iterator[str]:
        """The attributes that the truth of a group waits for, as they stand in the group."""
        for member in group.members:
            if isinstance(member, Group):
                low, high = self.of_group(member, completion)
                if low != high:
                    yield from self.waiting(member, completion)
                continue
            low, high = self.of_condition(member, completion)
            if low != high:
                yield from self._waiting_in(member, completion)

    def _waiting_in(self, condition: Condition, completion: Completion) -> Iterator[str]:
        id = condition.attribute.id
        if id.startswith("signal."):
            for rule in self._rulebook.signal_rules[id.removeprefix("signal.")]:
                yield from self.waiting(rule.when, completion)
        elif id in self._measures:
            for competence in self._measures[id].competences:
                if f"competence.{competence}" in completion.free:
                    yield f"competence.{competence}"
        else:
            yield id

    def conditions_behind(self, group: Group) -> Iterator[Condition]:
        """Every condition of a group, with those of the signals that it mentions."""
        for condition in group.conditions():
            yield condition
            if condition.attribute.id.startswith("signal."):
                signal = condition.attribute.id.removeprefix("signal.")
                for rule in self._rulebook.signal_rules[signal]:
                    yield from self.conditions_behind(rule.when)


def _affirms(condition: Condition) -> bool:
    """Whether a condition on a flag asks for true, as against false."""
    return (condition.operator is Operator.IS) is condition.values[0]


def _exactly(condition: Condition, facts: Facts) -> Range:
    truth = truth_of(condition, facts)
    value = OPEN if truth is None else (TRUE if truth else FALSE)
    return value, value


def _free(condition: Condition) -> Range:
    """Over everything the attribute may turn out to be, unknown included."""
    if condition.operator in {Operator.IS_KNOWN, Operator.IS_UNKNOWN}:
        return EITHER
    if condition.attribute.type is AttributeType.MEMBERS:
        return EITHER
    id = condition.attribute.id
    truths = {
        truth_of(condition, {id: value})
        for value in values_around([condition], condition.attribute)
    }
    return (FALSE if False in truths else OPEN), (TRUE if True in truths else OPEN)


def _partly_chosen(condition: Condition, chosen: Mapping[str, bool]) -> Range:
    states = [chosen.get(str(member)) for member in condition.values]
    match condition.operator:
        case Operator.IS_KNOWN:
            return TRUE, TRUE
        case Operator.IS_UNKNOWN:
            return FALSE, FALSE
        case Operator.INCLUDES_ALL:
            return (
                TRUE if all(state is True for state in states) else FALSE,
                FALSE if any(state is False for state in states) else TRUE,
            )
        case _:
            low = TRUE if any(state is True for state in states) else FALSE
            high = FALSE if all(state is False for state in states) else TRUE
            if condition.operator is Operator.INCLUDES_NONE:
                return TRUE - high, TRUE - low
            return low, high


def _bound(condition: Condition, index: int) -> Fraction:
    value = condition.values[index]
    assert isinstance(value, int | Fraction)
    return Fraction(value)


def _span(measure: Measure, completion: Completion, free_as: int | None) -> tuple[int, int]:
    """The measure with all free ratings taken as `free_as`, or as unknown."""
    low = high = 0
    for competence in measure.competences:
        id = f"competence.{competence}"
        value = completion.facts.get(id)
        if value is None and id in completion.free:
            value = free_as
        lowest, highest = (value, value) if isinstance(value, int) else (RATINGS[0], RATINGS[-1])
        low += lowest if measure.at_least is None else lowest >= measure.at_least
        high += highest if measure.at_least is None else highest >= measure.at_least
    return low, high


def _at_least(measure: Measure, bound: Fraction, completion: Completion) -> Range:
    worst = _span(measure, completion, free_as=RATINGS[0])
    best = _span(measure, completion, free_as=RATINGS[-1])
    return (
        _truth_of_bound(worst[0] >= bound, worst[1] < bound),
        _truth_of_bound(best[0] >= bound, best[1] < bound),
    )


def _at_most(measure: Measure, bound: Fraction, completion: Completion) -> Range:
    worst = _span(measure, completion, free_as=RATINGS[-1])
    best = _span(measure, completion, free_as=RATINGS[0])
    return (
        _truth_of_bound(worst[1] <= bound, worst[0] > bound),
        _truth_of_bound(best[1] <= bound, best[0] > bound),
    )


def _truth_of_bound(holds: bool, fails: bool) -> int:
    return TRUE if holds else (FALSE if fails else OPEN)
