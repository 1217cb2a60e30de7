"""Why a case came out otherwise than expected: which rules made the difference, in sentences."""

from collections.abc import Iterator

from service.advice import Advice, Advisor
from service.advice.model import Recommendation
from service.checks.cases import CaseResult
from service.checks.expected_advice import differences_in_advice
from service.coverage.decisive import Without
from service.coverage.watching import Evaluation, Watcher
from service.engine.durable import DurableEngine
from service.engine.findings import Findings
from service.engine.protocol import Engine, Evaluate, Step
from service.reading.sent import profile_from
from service.rulebook.cases import About, Case
from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.facts import Facts
from service.rulebook.kleene import truth_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import TENTHS, AttributeType

EXPECTED_TO_FIRE = ("fired", "said")
BY_RULES = (
    "outcome", "reading", "first", "recommended", "not recommended", "not said", "not fired",
)  # fmt: skip


class Reasons:
    """Tells for cases about one person what made the difference."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._watcher = Watcher(rulebook)
        self._engine = _Switch(DurableEngine(rulebook))
        self._advisor = Advisor(rulebook, self._engine)

    def of(self, result: CaseResult) -> Iterator[str]:
        """A sentence for each rule; none for a duo, nor for what cannot be run."""
        case = result.case
        if case.about is not About.PERSON or result.as_expected:
            return
        watching = self._watcher.watch(case.about, case.sent)
        if watching is None or watching.advice is None:
            return
        for key in EXPECTED_TO_FIRE:
            for id in case.expect.get(key, ()):
                rule = self._rulebook.rules_by_id.get(id)
                if rule is not None and id not in watching.advice.fired:
                    yield _why_not(rule, watching.evaluations)
        for key in BY_RULES:
            if key in case.expect:
                yield from self._without(key, case, watching.advice)

    def _without(self, key: str, case: Case, advice: Advice) -> Iterator[str]:
        """The rules without which this line would have come out as expected."""
        line = {key: case.expect[key]}
        if not list(differences_in_advice(line, advice, self._rulebook)):
            return
        if key == "first":
            yield from map(_rests_on, advice.recommendations)
        profile = profile_from(case.sent)
        for id in advice.fired:
            rule = self._rulebook.rules_by_id[id]
            self._engine.without = rule
            other = self._advisor.advise(profile)
            if not list(differences_in_advice(line, other, self._rulebook)):
                yield f"Without the rule {rule.id} ({rule.position}) `{key}` would be as expected."
        self._engine.without = None


class _Switch:
    """An engine for which one rule can be left out."""

    def __init__(self, engine: Engine) -> None:
        self.rulebook = engine.rulebook
        self.without: Rule | None = None
        self._engine = engine

    def judging(self) -> Evaluate:
        return self.evaluate

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        if self.without is None:
            return self._engine.evaluate(step, facts)
        return Without(self._engine, self.without).evaluate(step, facts)


def _rests_on(recommendation: Recommendation) -> str:
    counted = ", ".join(f"{each.rule.id} {each.points:+}" for each in recommendation.because)
    return f"{recommendation.role.id} has {recommendation.score} points: {counted}."


def _why_not(rule: Rule, evaluations: tuple[Evaluation, ...]) -> str:
    """What a rule that should have fired missed."""
    for evaluation in evaluations:
        if rule in evaluation.findings.asked:
            missed = ", ".join(_missed(rule.when, evaluation.facts))
            return f"The rule {rule.id} ({rule.position}) did not fire because of {missed}."
    return f"The rule {rule.id} ({rule.position}) was not asked: the place was settled without."


def _missed(group: Group, facts: Facts) -> Iterator[str]:
    """The members that keep a group from being true."""
    if group.quantifier is Quantifier.ANY:
        yield f"{group.quantifier}: {_listed(group, facts)}"
        return
    wanted = group.quantifier is Quantifier.ALL
    for member in group.members:
        if truth_of(member, facts) is wanted:
            continue
        if isinstance(member, Group):
            yield from _missed(member, facts) if wanted else [f"none of: {_listed(member, facts)}"]
        else:
            yield _told(member, facts) if wanted else f"none of: {_told(member, facts)}"


def _listed(group: Group, facts: Facts) -> str:
    return "; ".join(_told(condition, facts) for condition in group.conditions())


def _told(condition: Condition, facts: Facts) -> str:
    """A condition with the value that it saw."""
    value = facts.get(condition.attribute.id)
    if value is None:
        return f"`{condition.sentence}` (unknown)"
    if isinstance(value, frozenset):
        seen = ", ".join(sorted(value)) or "nothing"
    elif isinstance(value, tuple):
        seen = " to ".join(str(each) for each in dict.fromkeys(value))
    elif isinstance(value, bool):
        seen = "yes" if value else "no"
    elif isinstance(value, int) and condition.attribute.type is AttributeType.YEARS:
        seen = f"{value / TENTHS:g}"
    else:
        seen = str(value)
    return f"`{condition.sentence}` (it is {seen})"
