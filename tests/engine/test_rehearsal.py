"""A rulebook that durable_rules cannot bear is found out in another process."""

import json
from fractions import Fraction
from pathlib import Path
from time import monotonic

import pytest
from strategies.loaded import loaded
from strategies.rulebooks import RECOMMENDS, rulebook_of
from strategies.rules import all_of, condition, rule
from strategies.vocabularies import competence, measure

from service.engine.limits import EngineLimit
from service.engine.rehearsal import RehearsalFailed, rehearse, rehearse_documents
from service.rulebook.conditions import Operator
from service.rulebook.vocabulary import Stage

RULES = Path(__file__).parents[2] / "rules"
CATCH_ALL = {"*": {"all": [{"m": {"$and": [{"$t": 1}]}}]}}


def _rule(*conditions: object) -> dict[str, object]:
    return {"all": [{"m": {"$and": [{"$t": 1}, *conditions]}}]}


def _document(rules: dict[str, object]) -> str:
    return json.dumps(rules | CATCH_ALL)


def test_the_shipped_rulebook_passes() -> None:
    rehearse(loaded(RULES))


def test_a_ruleset_that_never_returns_is_given_up() -> None:
    """512 distinct conditions after one condition keep durable_rules busy for ever."""
    hanging = _document({f"r{number}": _rule({f"a{number}": 1}) for number in range(512)})
    start = monotonic()
    with pytest.raises(RehearsalFailed, match="did not come back .* within 2 seconds"):
        rehearse_documents([hanging], patience=2)
    assert monotonic() - start < 20


def test_a_ruleset_that_ends_its_process_is_told() -> None:
    """A division by zero is a signal to the whole process."""
    quotient = {"$div": {"$l": {"$m": "$t"}, "$r": 0}}
    crashing = _document({"r1": _rule({"$gte": {"$t": quotient}})})
    with pytest.raises(RehearsalFailed, match="ended its process"):
        rehearse_documents([crashing])


def test_what_goes_wrong_only_when_rules_match_is_found_too() -> None:
    """The division is only reached where `a1` is there."""
    quotient = {"$div": {"$l": {"$m": "a1"}, "$r": 0}}
    crashing = _document({"r1": _rule({"$gte": {"a1": 1}}, {"$gte": {"a1": quotient}})})
    with pytest.raises(RehearsalFailed, match="ended its process"):
        rehearse_documents([crashing])


@pytest.mark.parametrize("relation", ["$eq", "$neq", "$gte", "$lte"])
def test_more_matches_than_durable_rules_can_hold_are_found(relation: str) -> None:
    """Error 303 comes only with a fact that all these rules match."""

    def document(count: int) -> str:
        rules = {f"r{n}": _rule({relation: {f"a{n}": 3}}) for n in range(count)}
        return _document(rules)

    rehearse_documents([document(64)])
    with pytest.raises(RehearsalFailed, match="303"):
        rehearse_documents([document(65)])


def test_the_folder_that_the_command_runs_in_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('this is not json')")
    monkeypatch.chdir(tmp_path)
    rehearse_documents([_document({"r1": _rule({"a1": 1})})])


def test_a_ruleset_that_is_refused_is_told() -> None:
    with pytest.raises(RehearsalFailed, match="refuses these rules"):
        rehearse_documents(['{"r1": {"none": []}}'])


def test_nothing_that_hangs_is_ever_made_from_rules() -> None:
    """The rules of the hanging ruleset are spread over shards, and pass."""
    attributes = [competence(f"c{number}") for number in range(600)]
    rules = [
        rule(
            f"growth-{number}",
            Stage.GROWTH,
            all_of(condition(each, Operator.IS, 3)),
            RECOMMENDS,
        )
        for number, each in enumerate(attributes)
    ]
    rehearse(rulebook_of(attributes, rules))


def test_a_number_that_is_not_exact_is_refused_when_compiling() -> None:
    wide = measure("wide")
    bound = condition(wide, Operator.IS_AT_LEAST, Fraction(2**60))
    book = rulebook_of([wide], [rule("growth-0", Stage.GROWTH, all_of(bound), RECOMMENDS)])
    with pytest.raises(EngineLimit, match="exact are numbers up to"):
        rehearse(book)
