"""The outlook of a rulebook: the prospects of all its rules, made once and shared by all advice."""

from service.advice.completions import Completion
from service.advice.leaves import KNOWLEDGE, List, OneValue, OverMeasure, WhetherSignal
from service.advice.marks import Marks
from service.advice.outcome import outcome_of
from service.advice.prospects import GROUPS, Look, Neither, Prospect, Signal
from service.advice.values import Values
from service.rulebook.conditions import Condition, Group, Operator
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import AttributeType, Stage

SIGNAL = "signal."

MOST_SEEN = 256
"""How many looks of a rule are remembered."""


class Outlook:
    """The prospect of each rule about one person, by the rule."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._measures = {f"measure.{measure.id}": measure for measure in rulebook.measures}
        self._made: dict[Condition, Prospect] = {}
        self._signals: dict[str, Signal] = {}
        for name, rules in rulebook.signal_rules.items():
            self._signals[SIGNAL + name] = Signal(tuple(self._of(rule.when) for rule in rules))
        self._rules = {
            rule: self._of(rule.when)
            for rule in rulebook.rules
            if rule.stage is not Stage.PARTNERSHIP
        }
        self.marks = Marks(
            attribute
            for attribute in rulebook.attributes.values()
            if attribute.id not in self._signals and attribute.id not in self._measures
        )
        """Facts as numbers, for `look`."""
        self._seen = {rule: _Seen(prospect, self.marks) for rule, prospect in self._rules.items()}
        self.values = Values(rulebook, self._rules.values())
        """The values that any rule tells apart."""
        self.grows = frozenset(
            rule
            for rule in rulebook.rules
            if all(condition.operator not in KNOWLEDGE for condition in rule.when.conditions())
        )
        """The rules of which true or false never changes when more becomes known."""
        self.raising = tuple(
            (rule, outcome)
            for rule in rulebook.rules_by_stage[Stage.MESSAGES]
            if (outcome := outcome_of(rule)) is not None
        )
        """The rules that raise the outcome, with what they raise it to."""
        self.strong = max(rulebook.points.values(), default=1)
        """The points of a strong reason."""

    def of(self, rule: Rule) -> Prospect:
        return self._rules[rule]

    def look(self, rule: Rule, marks: int, widest: Completion) -> Look:
        """What a rule may still come to when everything unknown is free; `marks` of its facts."""
        return self._seen[rule].look(marks, widest)

    def _of(self, member: Condition | Group) -> Prospect:
        if isinstance(member, Group):
            return GROUPS[member.quantifier](tuple(self._of(each) for each in member.members))
        if member not in self._made:
            self._made[member] = self._condition(member)
        return self._made[member]

    def _condition(self, condition: Condition) -> Prospect:
        attribute = condition.attribute
        if attribute.id.startswith(SIGNAL):
            signal = self._signals[attribute.id]
            if condition.operator in KNOWLEDGE:
                return WhetherSignal(condition, signal)
            return signal if _affirms(condition) else Neither((signal,))
        if attribute.type is AttributeType.MEASURE:
            return OverMeasure(condition, self._measures[attribute.id])
        if attribute.type is AttributeType.MEMBERS:
            return List(condition)
        return OneValue(condition)


class _Seen:
    """A prospect that remembers its looks, by what they looked at.

    Not over measures: too many ratings come to the same, and few people have them all alike.
    """

    __slots__ = ("_found", "_mask", "_prospect")

    def __init__(self, prospect: Prospect, marks: Marks) -> None:
        leaves = tuple(prospect.leaves())
        remembers = not any(isinstance(leaf, OverMeasure) for leaf in leaves)
        self._prospect = prospect
        self._mask = marks.mask(leaves) if remembers else None
        self._found: dict[int, Look] = {}

    def look(self, marks: int, widest: Completion) -> Look:
        if self._mask is None:
            return self._prospect.look(widest)
        seen = marks & self._mask
        found = self._found.get(seen)
        if found is None:
            if len(self._found) >= MOST_SEEN:
                self._found.clear()
            found = self._found[seen] = self._prospect.look(widest)
        return found


def _affirms(condition: Condition) -> bool:
    """Whether a condition on a flag asks for true, as against false."""
    return (condition.operator is Operator.IS) is condition.values[0]
