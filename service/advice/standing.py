"""The standing of a judgement: what could still turn out, and what it means for the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from service.advice.completions import Completion
from service.advice.judgement import Judgement
from service.advice.outlook import Outlook
from service.advice.prospects import FALSE, TRUE, Prospect, Rest
from service.advice.ranking import Weighing, Weighings
from service.engine.protocol import Findings, Status
from service.rulebook.career import Place
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Attribute


@dataclass(frozen=True)
class Standing:
    """`base` are the facts of the reading, `unknown` the attributes that could still turn out.

    In the completions here everything unknown is free: `before` the place is settled, once the
    judgement has `placed` the person, and when the messages are `spoken`.
    """

    judgement: Judgement
    base: Facts
    unknown: tuple[Attribute, ...]
    weighings: Weighings
    outlook: Outlook

    @property
    def rulebook(self) -> Rulebook:
        return self.weighings.rulebook

    @cached_property
    def free(self) -> frozenset[str]:
        return frozenset(attribute.id for attribute in self.unknown)

    @cached_property
    def before(self) -> Completion:
        return Completion(self.base, self.free, {})

    @cached_property
    def placed(self) -> Completion:
        return Completion(self.judgement.facts, self.free, {})

    @cached_property
    def spoken(self) -> Completion:
        return Completion(self.judgement.message_facts, self.free, {})

    @cached_property
    def scores(self) -> "Mapping[Place, Score]":
        """Of the candidates from the place that was judged."""
        judgement = self.judgement
        return scores_of(judgement.weights, judgement.growth, self.placed, self.outlook)


@dataclass(frozen=True)
class Score:
    """The score of a candidate: what is `sure`, and the points of the rules that may still fire."""

    sure: int
    open: Mapping[Rule, tuple[Prospect, int]]

    @cached_property
    def least(self) -> int:
        return self.sure + sum(points for _, points in self.open.values() if points < 0)

    @cached_property
    def most(self) -> int:
        return self.sure + sum(points for _, points in self.open.values() if points > 0)


def scores_of(
    weights: Weighing, found: Findings, widest: Completion, outlook: Outlook
) -> Mapping[Place, Score]:
    """The scores in a completion with everything free; `found` is what an engine said already."""
    rests: dict[Rule, Rest] = {}
    scores = {}
    for target, rules in weights.points.items():
        sure = 0
        open: dict[Rule, tuple[Prospect, int]] = {}
        for rule, points in rules:
            rest = rests.get(rule)
            if rest is None:
                rest = rests[rule] = rest_of(rule, found, widest, outlook)
            if not isinstance(rest, int):
                open[rule] = rest, points
            elif rest == TRUE:
                sure += points
        scores[target] = Score(sure, open)
    return scores


def rest_of(rule: Rule, found: Findings, widest: Completion, outlook: Outlook) -> Rest:
    """What is left of a rule; `FALSE` also when it can no longer be more than open.

    True or false, in `found`, is so for good, unless the rule asks what is known.
    """
    status = found.get(rule.id, Status.OPEN)
    if status is not Status.OPEN and rule in outlook.grows:
        return TRUE if status is Status.TRUE else FALSE
    rest = outlook.of(rule).rest(widest)
    if isinstance(rest, int):
        return TRUE if rest == TRUE else FALSE
    return rest if rest.range(widest)[1] == TRUE else FALSE


def open_among(
    rules: Iterable[Rule], found: Findings, widest: Completion, outlook: Outlook
) -> list[tuple[Rule, Prospect]]:
    """The rules that may still fire and may still not, with what is left of them."""
    rests = ((rule, rest_of(rule, found, widest, outlook)) for rule in rules)
    return [(rule, rest) for rule, rest in rests if not isinstance(rest, int)]
