"""The expression for conditions takes what Vakpad takes, and refuses what it refuses."""

import re
from functools import cache

import pytest
from editors.files import SHIPPED, rulebook_in
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies.rules import conditions
from strategies.sentences import is_sentence, spelled

from service.editors.conditions import pattern_of, snippets_of
from service.editors.ids import ids_of
from service.editors.rules import visible
from service.rulebook.conditions import Condition
from service.rulebook.diagnostics import Report
from service.rulebook.document import Scalar
from service.rulebook.position import Position
from service.rulebook.sentences import KNOWNNESS, SentenceReader
from service.rulebook.vocabulary import Stage

RULEBOOK = rulebook_in(SHIPPED)
UNSEEN = {"same-value-twice", "empty-range"}
"""An expression cannot compare: a value that stands twice, or years and means upside down."""

LETTERS = "abcdefghijklmnopqrstuvwxyz-"


@cache
def pattern(stage: Stage) -> re.Pattern[str]:
    known = stage is Stage.MESSAGES
    attributes = visible(stage, RULEBOOK, levels_too=True)
    return re.compile(pattern_of(attributes, RULEBOOK.measures_by_id, known=known))


def mistakes(sentence: str, stage: Stage) -> set[str]:
    """What Vakpad says of a condition in a rule of a stage."""
    scalar = Scalar(sentence)
    scalar.position, scalar.start, scalar.single_line = Position("x.yaml", 1, 1), 1, True
    report = Report()
    reader = SentenceReader(
        RULEBOOK.attributes, RULEBOOK.duo_attributes, RULEBOOK.measures_by_id, {}, report
    )
    about_two = stage is Stage.PARTNERSHIP
    found = reader.condition_of_a_duo(scalar) if about_two else reader.condition(scalar)
    if found is None:
        return {each.code for each in report.diagnostics}
    if found.attribute not in visible(stage, RULEBOOK, levels_too=True):
        return {"wrong-stage"}
    if found.operator in KNOWNNESS and stage is not Stage.MESSAGES:
        return {"known-outside-messages"}
    return set()


def agree(sentence: str, stage: Stage) -> None:
    """Both take it or both refuse it, but for what an expression cannot see."""
    told = mistakes(sentence, stage)
    taken = pattern(stage).match(sentence) is not None
    assert taken is not bool(told) or (taken and told <= UNSEEN), (sentence, told)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A condition of any stage."""
    attributes = (*RULEBOOK.attributes.values(), *RULEBOOK.duo_attributes.values())
    condition: Condition = draw(conditions(attributes, knowledge=True))
    assume(is_sentence(condition))
    return spelled(condition, RULEBOOK.measures_by_id).sentence


@given(sentences(), st.sampled_from(list(Stage)))
def test_a_condition_is_taken_in_the_stages_that_take_it(sentence: str, stage: Stage) -> None:
    agree(sentence, stage)


@given(sentences(), st.sampled_from(list(Stage)), st.data())
def test_a_condition_with_a_typo_is_refused_as_vakpad_refuses_it(
    sentence: str, stage: Stage, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(sentence) - 1))
    letter = data.draw(st.sampled_from(["", *LETTERS, " ", ",", "[", "7"]))
    agree(sentence[:place] + letter + sentence[place + 1 :], stage)


@given(sentences(), sentences(), st.sampled_from(list(Stage)), st.data())
def test_words_of_two_conditions_make_one_only_if_vakpad_says_so(
    one: str, two: str, stage: Stage, data: st.DataObject
) -> None:
    first, second = one.split(), two.split()
    cut, start = data.draw(st.integers(0, len(first))), data.draw(st.integers(0, len(second)))
    agree(" ".join(first[:cut] + second[start:]), stage)


@pytest.mark.parametrize("stage", Stage)
def test_a_misspelt_id_in_a_shipped_rule_is_refused(stage: Stage) -> None:
    """Every letter of every condition, doubled."""
    written = {
        condition.sentence
        for rule in RULEBOOK.rules_by_stage[stage]
        for condition in rule.when.conditions()
    }
    assert written
    for sentence in written:
        assert pattern(stage).match(sentence)
        for place, letter in enumerate(sentence):
            if letter.isalpha():
                agree(sentence[:place] + letter + sentence[place:], stage)


@pytest.mark.parametrize("stage", Stage)
def test_what_is_proposed_is_taken(stage: Stage) -> None:
    proposed = snippets_of(visible(stage, RULEBOOK), ids_of(RULEBOOK), RULEBOOK.measures_by_id)
    for each in proposed:
        sentence = re.sub(r"\$\{1\|([^,|]+).*?\|\}", r"\1", each["body"])
        sentence = re.sub(r"\$\{2\|[^,|]+,([^,|]+).*?\|\}", r"\1", sentence)
        assert mistakes(sentence, stage) == set(), sentence


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("level  is at   least medior", Stage.GROWTH),
        ("work include one of[raid-log,portfolio-report]", Stage.GROWTH),
        ("competence analytical is between 3 and 3", Stage.GROWTH),
        ("title is not ambiguous", Stage.MESSAGES),
        ("years in pmo is at most 60", Stage.SETTLING),
        ("years in pmo is 2.5", Stage.SETTLING),
    ],
)
def test_what_may_look_odd_is_right(sentence: str, stage: Stage) -> None:
    assert mistakes(sentence, stage) == set()
    assert pattern(stage).match(sentence)
