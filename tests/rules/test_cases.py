"""The cases that advisors wrote for the shipped rules."""

from pathlib import Path

import pytest

from service.advice import Advisor
from service.checks.cases import run_case
from service.rulebook import load_rulebook
from service.rulebook.career import Case

CASES = load_rulebook(Path(__file__).parents[2] / "rules").cases


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_advice_is_what_its_writers_expect(case: Case, advisor: Advisor) -> None:
    result = run_case(case, advisor)

    assert result.as_expected, str(result)
