"""The cases that advisors wrote for the shipped rules."""

from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.advice import Advisor
from service.checks.cases import run_case
from service.rulebook import Rulebook
from service.rulebook.cases import About, Case
from service.rulebook.rules import Pairing
from service.rulebook.vocabulary import Tip

CASES = loaded(Path(__file__).parents[2] / "rules").cases
DUOS = [case for case in CASES if case.about is About.DUO]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_advice_is_what_its_writers_expect(case: Case, advisor: Advisor) -> None:
    result = run_case(case, advisor)

    assert result.as_expected, str(result)


@pytest.mark.parametrize("negated", ["", "not "], ids=["of some duo", "not of another"])
def test_every_partnership_rule_and_tip_is_expected(rulebook: Rulebook, negated: str) -> None:
    def expected(*lines: str) -> set[str]:
        return {str(id) for case in DUOS for key in lines for id in case.expect.get(key, ())}

    rules = {rule.id for rule in rulebook.rules if isinstance(rule.effect, Pairing)}
    lines = (f"{negated}{line}" for line in ("completes", "tension", "fired"))
    assert rules - expected(*lines) == set()
    assert expected(f"{negated}fits tip") == set(Tip)
