"""Engines that differ are told of in the smallest files that show it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from soak.agreement import compared
from soak.difference import account_of, files_of, shrunk
from soak.pair import Pair, Told
from strategies.loaded import loaded
from strategies.rules import NO_TEXT, all_of, at_least_one_of, condition, none_of, rule
from strategies.seeded import seeded_facts, seeded_rulebook
from strategies.seeded_rule_sets import seeded_profile, seeded_rule_set

from service.engine.findings import Findings
from service.engine.protocol import Evaluate, Step
from service.engine.reference import ReferenceEngine
from service.reading.profile import Profile
from service.reading.sent import profile_from
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts
from service.rulebook.rules import Grow, LevelStep, Weight
from service.rulebook.vocabulary import Stage

SMALL_RULES = Path(__file__).parents[1] / "rulebooks" / "small"
SMALL = loaded(SMALL_RULES)


def _not_all(member: Condition | Group) -> Condition | Group:
    """`none of` as if it said `not all of`."""
    if isinstance(member, Condition):
        return member
    members = tuple(_not_all(each) for each in member.members)
    if member.quantifier is Quantifier.NONE:
        singly = tuple(Group(Quantifier.NONE, (each,)) for each in members)
        return Group(Quantifier.ANY, singly)
    return Group(member.quantifier, members)


class TakesNoneForNotAll:
    """An engine with a mistake in it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        wrong = tuple(
            replace(rule, when=Group(Quantifier.ALL, (_not_all(rule.when),)))
            for rule in rulebook.rules
        )
        self._engine = ReferenceEngine(replace(rulebook, rules=wrong))

    def judging(self) -> Evaluate:
        return self.evaluate

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        found = self._engine.evaluate(step, facts)
        own = self.rulebook.rules_by_id
        asked, true, open = (
            [own[rule.id] for rule in rules] for rules in (found.asked, found.true, found.open)
        )
        return Findings(frozenset(asked), tuple(true), tuple(open))


class Stumbles(ReferenceEngine):
    """An engine that fails when somebody is at a level."""

    def evaluate(self, step: Step, facts: Facts) -> Findings:
        if "current.level" in facts and self.rulebook.rules_by_stage[Stage.GROWTH]:
            raise ZeroDivisionError
        return super().evaluate(step, facts)


def _told_apart(rulebook: Rulebook, seed: int) -> Profile:
    """The first profile on which the mistaken engine differs."""
    pair, chance = Pair(rulebook, TakesNoneForNotAll), Random(seed)
    profiles = (seeded_profile(rulebook, chance) for _ in range(50))
    return next(each for each in profiles if pair.differences(each))


def _facts_told(profile: Profile) -> int:
    single = (
        profile.current_specialisation,
        profile.current_level,
        profile.years_in_pmo,
        profile.years_in_role,
    )
    lists = (profile.certificates, profile.work, profile.goals)
    return (
        sum(each is not None for each in single)
        + len(profile.competences)
        + sum(max(1, len(each)) for each in lists if each is not None)
    )


@pytest.mark.parametrize("seed", range(5))
def test_a_difference_comes_down_to_one_rule_and_a_fact_or_two(seed: int) -> None:
    rulebook = seeded_rule_set(SMALL, seed, size=12)
    smallest, told = shrunk(rulebook, _told_apart(rulebook, seed), TakesNoneForNotAll)
    assert isinstance(told, Profile)
    assert _facts_told(told) <= 2
    (rule,) = smallest.rules
    assert sum(1 for _ in rule.when.conditions()) == 2
    assert Pair(smallest, TakesNoneForNotAll).differences(told)


def test_the_files_of_a_difference_make_a_rulebook_that_shows_it(tmp_path: Path) -> None:
    rulebook = seeded_rule_set(SMALL, 0, size=12)
    smallest, told = shrunk(rulebook, _told_apart(rulebook, 0), TakesNoneForNotAll)
    folder = Path(shutil.copytree(SMALL_RULES, tmp_path / "rules"))
    for stage in (*Stage, "cases"):
        shutil.rmtree(folder / stage, ignore_errors=True)
    for name, text in files_of(smallest, told).items():
        file = (tmp_path if name == "profile.json" else folder) / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    read = load_rulebook(folder)
    assert files_of(read, told) == files_of(smallest, told)
    profile = profile_from(json.loads((tmp_path / "profile.json").read_text(encoding="utf-8")))
    assert profile == told
    assert Pair(read, TakesNoneForNotAll).differences(profile)
    assert not Pair(read).differences(profile)


ACCOUNT = """\
The engines differ here:

--- growth/difference.yaml
- rule: growth-0
  about:
    nl: "growth-0"
    en: "growth-0"
  when none of:
    - work includes all of [portfolio-report]
    - competence analytical is at least 4
  recommend:
    specialisation: governance
    level: same as now
    points: 30
    because:
      nl: "growth-0"
      en: "growth-0"

--- profile.json
{
  "title": "PMO'er",
  "competences": {
    "analytical": 4
  }
}

rule growth-0: the engine that serves says open, the reference says false
"""


def test_an_account_has_the_files_and_says_who_says_what() -> None:
    words = SMALL.attributes
    when = all_of(
        condition(words["specialisation"], Operator.IS, "office"),
        at_least_one_of(
            none_of(
                condition(words["work"], Operator.INCLUDES_ALL, "raid-log", "portfolio-report"),
                condition(words["competence analytical"], Operator.IS_AT_LEAST, 4),
            ),
            condition(words["goals"], Operator.INCLUDES_ONE, "deepen"),
        ),
    )
    grow = Grow(Weight.RECOMMEND, "governance", LevelStep.SAME, 30, NO_TEXT, ())
    rulebook = replace(SMALL, rules=(*SMALL.rules, rule("growth-0", Stage.GROWTH, when, grow)))
    profile = Profile(
        title="PMO'er",
        current_specialisation="office",
        current_level="medior",
        years_in_pmo=35,
        competences={"analytical": 4, "critical": 2},
    )
    assert account_of(rulebook, profile, TakesNoneForNotAll) == ACCOUNT


def test_rules_and_facts_beyond_the_language_are_told_of_too() -> None:
    rulebook, chance = seeded_rulebook(3, size=10, depth=4), Random(1)
    pair = Pair(rulebook, TakesNoneForNotAll)
    told: Told = next(
        each for _ in range(50) if pair.differences(each := seeded_facts(rulebook, chance))
    )
    smallest, facts = shrunk(rulebook, told, TakesNoneForNotAll)
    assert len(smallest.rules) == 1
    assert not isinstance(facts, Profile)
    assert len(facts) <= 2
    assert "--- facts.json" in account_of(rulebook, told, TakesNoneForNotAll)


def test_an_engine_that_fails_differs() -> None:
    tally = compared(SMALL, seed=1, size=3, profiles=50, facts=0, serving=Stumbles)
    (account,) = tally.differences
    assert account.count("- rule: ") == 1
    assert "Evaluating ends in ZeroDivisionError()." in account


def test_engines_that_agree_are_left_alone() -> None:
    rulebook = seeded_rule_set(SMALL, 0, size=3)
    profile = seeded_profile(rulebook, Random(1))
    assert shrunk(rulebook, profile) == (rulebook, profile)
