"""Coverage: what the cases of a rulebook never show of its rules."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from service.coverage.decisive import Deciding
from service.coverage.watching import Evaluation, Watcher, Watching
from service.engine.protocol import rules_of
from service.rulebook.career import Role
from service.rulebook.conditions import Condition
from service.rulebook.kleene import Truth, truth_of
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Unseen:
    """A condition of a rule, and what it came to in the cases: `seen` misses True or False."""

    rule: Rule
    condition: Condition
    seen: frozenset[Truth]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`cases` were run. A rule that never fired is not among those that were never decisive."""

    cases: int
    never_fired: tuple[Rule, ...]
    never_decisive: tuple[Rule, ...]
    never_first: tuple[Role, ...]
    one_sided: tuple[Unseen, ...]


def coverage_of(rulebook: Rulebook) -> Coverage:
    """Runs the cases of a rulebook; those that cannot be run show nothing."""
    watcher = Watcher(rulebook)
    watchings = [
        watching
        for case in rulebook.cases
        if (watching := watcher.watch(case.about, case.sent)) is not None
    ]
    evaluations = [each for watching in watchings for each in watching.evaluations]
    fired = _fired(evaluations)
    decisive = _decisive(watchings, rulebook)
    first = {
        watching.advice.recommendations[0].role.id
        for watching in watchings
        if watching.advice is not None and watching.advice.recommendations
    }
    return Coverage(
        cases=len(watchings),
        never_fired=tuple(rule for rule in rulebook.rules if rule.id not in fired),
        never_decisive=tuple(
            rule for rule in rulebook.rules if rule.id in fired and rule not in decisive
        ),
        never_first=tuple(role for role in rulebook.roles if role.id not in first),
        one_sided=tuple(_one_sided(evaluations, rulebook)),
    )


def _fired(evaluations: Iterable[Evaluation]) -> set[str]:
    return {rule.id for evaluation in evaluations for rule in evaluation.findings.true}


def _decisive(watchings: Iterable[Watching], rulebook: Rulebook) -> set[Rule]:
    """Whatever fires for a duo is said."""
    deciding = Deciding(rulebook)
    found = set(rulebook.rules_by_stage[Stage.PARTNERSHIP])
    for watching in watchings:
        if watching.advice is not None:
            fired = [rulebook.rules_by_id[id] for id in watching.advice.fired]
            new = [rule for rule in fired if rule not in found]
            found |= deciding.of(watching.advice.reading, new)
    return found


def _one_sided(evaluations: Iterable[Evaluation], rulebook: Rulebook) -> Iterable[Unseen]:
    """The conditions that were not seen both true and false, in the order of the rules."""
    seen: defaultdict[Condition, set[Truth]] = defaultdict(set)
    for evaluation in evaluations:
        conditions = {
            condition
            for rule in rules_of(rulebook, evaluation.step)
            for condition in rule.when.conditions()
        }
        for condition in conditions:
            if len(seen[condition] - {None}) < len((True, False)):
                seen[condition].add(truth_of(condition, evaluation.facts))
    for rule in rulebook.rules:
        for condition in dict.fromkeys(rule.when.conditions()):
            if not {True, False} <= seen[condition]:
                yield Unseen(rule, condition, frozenset(seen[condition]))
