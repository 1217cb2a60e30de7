"""The exact checks agree with trying everything out, over rulebooks from a seed."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

from strategies.loaded import loaded
from strategies.seeded_rule_sets import seeded_profile, seeded_rule_set

from service.advice import Advisor
from service.checks.examination import doubts_about
from service.engine.reference import ReferenceEngine
from service.rulebook.diagnostics import Diagnostic

SHIPPED = loaded(Path(__file__).parents[2] / "rules")


def _doubted(doubts: Iterable[Diagnostic], *codes: str) -> set[str]:
    """The ids in the messages of these codes."""
    return {found.message.split("`")[1] for found in doubts if found.code in codes}


def test_what_never_fires_and_whom_nobody_reaches_is_seen_with_no_profile() -> None:
    doubted = fired = 0
    for seed in range(12):
        rulebook = replace(seeded_rule_set(SHIPPED, seed, size=12), cases=())
        chance = Random(seed)
        doubts = list(doubts_about(rulebook))
        never = {
            rule.id
            for found in doubts
            if found.code == "contradiction" or "never fires" in found.message
            for rule in rulebook.rules
            if f"rule `{rule.id}`" in found.message
        }
        unreachable = _doubted(doubts, "unreachable-role")
        doubted += len(never) + len(unreachable)
        advisor = Advisor(rulebook, ReferenceEngine(rulebook))
        for _ in range(60):
            advice = advisor.advise(seeded_profile(rulebook, chance))
            fired += len(advice.fired)
            assert not never & set(advice.fired)
            assert not unreachable & {each.role.id for each in advice.recommendations}
    assert doubted >= 10
    assert fired >= 1_000


def test_the_shipped_rulebook_leaves_no_role_out_of_reach() -> None:
    assert (
        _doubted(doubts_about(SHIPPED), "unreachable-role", "never-counts", "contradiction")
        == set()
    )
