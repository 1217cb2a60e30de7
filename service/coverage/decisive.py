"""Which rules decide something: without them an answer would have come out otherwise."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from service.advice.judgement import Judgement, judge
from service.advice.ranking import Weighings
from service.engine.durable import DurableEngine
from service.engine.findings import Findings, Status
from service.engine.protocol import Engine, Evaluate, Step
from service.engine.reference import ReferenceEngine
from service.reading.facts import facts_of
from service.reading.model import Reading
from service.rulebook.facts import Facts
from service.rulebook.model import Rulebook
from service.rulebook.rules import GiveSignal, Rule


@dataclass(frozen=True, slots=True)
class Without:
    """An engine for which one rule never fires."""

    engine: Engine
    rule: Rule

    @property
    def rulebook(self) -> Rulebook:
        return self.engine.rulebook

    def judging(self) -> Evaluate:
        return self.evaluate

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        if step is Step.SIGNALS and isinstance(self.rule.effect, GiveSignal):
            # Other signals may build on it.
            return _SignalsWithout(self.rulebook, self.rule).evaluate(step, facts)
        return self.engine.evaluate(step, facts).without(self.rule)


class _SignalsWithout(ReferenceEngine):
    def __init__(self, rulebook: Rulebook, rule: Rule) -> None:
        super().__init__(rulebook)
        self._rule = rule

    def status_of(self, rule: Rule, facts: Facts) -> Status:
        return Status.FALSE if rule is self._rule else super().status_of(rule, facts)


class Deciding:
    """Tells for readings which rules decide what comes of them."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._engine = DurableEngine(rulebook)
        self._weighings = Weighings(rulebook)

    def of(self, reading: Reading, rules: Iterable[Rule]) -> set[Rule]:
        """Those of the rules without which the place, the steps, the outcome or what is said
        would be others."""
        as_it_is = self._came_of_it(reading, self._engine)
        return {
            rule
            for rule in rules
            if self._came_of_it(reading, Without(self._engine, rule)) != as_it_is
        }

    def _came_of_it(self, reading: Reading, engine: Engine) -> Hashable:
        base = facts_of(reading, engine.rulebook)
        return _in_short(judge(reading, base, engine, self._weighings))


def _in_short(judgement: Judgement) -> Hashable:
    return (
        judgement.present,
        judgement.outcome,
        judgement.leans,
        tuple(ranked.target for ranked in judgement.ranked),
        tuple(rule.id for rule in judgement.said),
    )
