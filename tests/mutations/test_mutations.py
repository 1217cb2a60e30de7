"""A slip of one character in a word of the shipped rules is found, at the place where it stands."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from mutations.trial import Outcome, Result, Trial
from mutations.typos import typos

RULES = Path(__file__).parents[2] / "rules"
SEED = 20
TRIED = 600
DECLARED = 6
"""Names of things are read with everything that may use them, which takes a second each."""

RIGHT = {Outcome.FOUND, Outcome.ANOTHER}


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(RULES, tmp_path_factory.mktemp("mutations"))


def _sample(trial: Trial, *, declares: bool, count: int) -> list[Result]:
    random = Random(SEED)
    tokens = [each for each in trial.tokens() if each.declares is declares]
    chosen = random.sample(tokens, count)
    return [trial.put(each, random.choice(list(typos(each.text)))) for each in chosen]


def test_a_typo_is_found_at_its_place_or_makes_another_valid_word(trial: Trial) -> None:
    results = _sample(trial, declares=False, count=TRIED)
    assert [str(each) for each in results if each.outcome not in RIGHT] == []
    counted = Counter(each.outcome for each in results)
    assert counted[Outcome.FOUND] >= 0.97 * TRIED


def test_a_typo_in_a_new_name_is_found_where_the_name_is_used(trial: Trial) -> None:
    results = _sample(trial, declares=True, count=DECLARED)
    wrong = {Outcome.MISSED, Outcome.ELSEWHERE, Outcome.ANOTHER}
    assert [str(each) for each in results if each.outcome in wrong] == []


def test_a_typo_is_one_slip_of_a_finger() -> None:
    assert set(typos("is")) == {"s", "i", "iis", "iss", "os", "id", "Is", "iS", "si"}
