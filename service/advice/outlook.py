"""The outlook of a rulebook: the prospects of all its rules, made once and shared by all advice."""

from collections.abc import Iterator

from service.advice.leaves import KNOWLEDGE, List, OneValue, OverMeasure, WhetherSignal
from service.advice.outcome import outcome_of
from service.advice.prospects import GROUPS, Every, Neither, Prospect, Signal
from service.advice.values import Values
from service.rulebook.conditions import Condition, Group, Operator
from service.rulebook.facts import FactValue
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import RATINGS, AttributeType, Stage

SIGNAL = "signal."


class Outlook:
    """The prospect of each rule about one person, by the rule."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._measures = {f"measure.{measure.id}": measure for measure in rulebook.measures}
        self._made: dict[Condition, Prospect] = {}
        self._likely: dict[tuple[Rule, str], tuple[FactValue, ...]] = {}
        self._signals: dict[str, Signal] = {}
        for name, rules in rulebook.signal_rules.items():
            self._signals[SIGNAL + name] = Signal(tuple(self._of(rule.when) for rule in rules))
        self._rules = {
            rule: self._of(rule.when)
            for rule in rulebook.rules
            if rule.stage is not Stage.PARTNERSHIP
        }
        self.values = Values(rulebook, self._rules.values())
        """The values that any rule tells apart."""
        self.grows = frozenset(
            rule
            for rule in rulebook.rules
            if all(condition.operator not in KNOWLEDGE for condition in rule.when.conditions())
        )
        """The rules of which true or false never changes when more becomes known."""
        self.fickle = tuple(rule for rule in rulebook.rules if rule not in self.grows)
        """All others."""
        self.plain = {
            rule: prospect.attributes
            for rule, prospect in self._rules.items()
            if rule in self.grows and _is_plain(prospect)
        }
        """The rules that need single conditions, each on another attribute; with these."""
        self.raising = tuple(
            (rule, outcome)
            for rule in rulebook.rules_by_stage[Stage.MESSAGES]
            if (outcome := outcome_of(rule)) is not None
        )
        """The rules that raise the outcome, with what they raise it to."""
        self.signals = {
            rule: tuple(
                (self._signals[id], rulebook.signal_rules[id.removeprefix(SIGNAL)])
                for id in dict.fromkeys(each.attribute.id for each in rule.when.conditions())
                if id in self._signals
            )
            for rule in self._rules
        }
        """The signals that a rule mentions, with the rules that give them."""
        self.strong = max(rulebook.points.values(), default=1)
        """The points of a strong reason."""

    def of(self, rule: Rule) -> Prospect:
        return self._rules[rule]

    def likely(self, rule: Rule, id: str) -> tuple[FactValue, ...]:
        """The values of an attribute with which a rule is likeliest to become true."""
        if (rule, id) not in self._likely:
            self._likely[rule, id] = tuple(dict.fromkeys(self._making(self.of(rule), id)))
        return self._likely[rule, id]

    def _making(self, prospect: Prospect, id: str) -> Iterator[FactValue]:
        for leaf in prospect.leaves():
            if id not in leaf.attributes:
                continue
            if isinstance(leaf, List):
                yield frozenset(leaf.fewest)
            elif isinstance(leaf, OneValue):
                holding = [each for each in self.values.of(id) if leaf.truth({id: each})]
                yield from (holding[0], holding[-1]) if holding else ()
            else:
                yield from (RATINGS[-1], RATINGS[0])

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


def _is_plain(prospect: Prospect) -> bool:
    """Whether all of its conditions have to hold, and each could go either way by itself."""
    if not isinstance(prospect, Every):
        return False
    members = prospect.members
    single = all(isinstance(each, List | OneValue) and each.is_free for each in members)
    return single and len(prospect.attributes) == len(members)


def _affirms(condition: Condition) -> bool:
    """Whether a condition on a flag asks for true, as against false."""
    return (condition.operator is Operator.IS) is condition.values[0]
