"""Every condition that can be written about every attribute is a sentence in both languages."""

from fractions import Fraction
from pathlib import Path

import pytest
from strategies.loaded import loaded
from strategies.rules import condition

from service.rulebook import Rulebook
from service.rulebook.conditions import Condition, Operator, Value
from service.rulebook.sentences import KNOWNNESS, OPERATORS
from service.rulebook.vocabulary import Attribute, AttributeType
from service.wording import condition_sentence
from service.wording.dutch import Dutch
from service.wording.english import English
from service.wording.names import Names
from service.wording.statements import Statement

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
SHIPPED = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def small() -> Rulebook:
    return loaded(SMALL)


@pytest.fixture(scope="module")
def shipped() -> Rulebook:
    return loaded(SHIPPED)


@pytest.mark.parametrize(
    ("words", "operator", "values", "nl", "en"),
    [
        (
            "specialisation",
            Operator.IS_NOT,
            ("office",),
            "Je werkt nu niet in office.",
            "You do not now work in office.",
        ),
        ("level", Operator.IS, ("senior",), "Je bent senior.", "Your level is senior."),
        (
            "level",
            Operator.IS_NOT,
            ("medior",),
            "Je bent niet medior.",
            "Your level is not medior.",
        ),
        (
            "competence analytical",
            Operator.IS_AT_LEAST,
            (4,),
            "Je hebt voor ‘analytisch’ een 4 of hoger.",
            "You have a 4 or higher for ‘analytical’.",
        ),
        (
            "competence analytical",
            Operator.IS_NOT,
            (3,),
            "Je hebt voor ‘analytisch’ een ander cijfer dan 3.",
            "You have a rating other than 3 for ‘analytical’.",
        ),
        (
            "work",
            Operator.INCLUDES_NONE,
            ("raid-log", "gate-process"),
            "Je werk omvat geen van deze dingen: ‘RAID-log bijhouden’ of "
            "‘besluitpoorten voorbereiden’.",
            "Your work does not include ‘keeping the RAID log’ or ‘preparing gates’.",
        ),
        (
            "title is ambiguous",
            Operator.IS,
            (True,),
            "Je titel kan meer dan één ding betekenen.",
            "Your title can mean more than one thing.",
        ),
        (
            "title specialisations",
            Operator.INCLUDES_ALL,
            ("office", "governance"),
            "Je titel kan zowel office als governance betekenen.",
            "Your title can mean both office and governance.",
        ),
        (
            "years in pmo",
            Operator.IS_AT_LEAST,
            (35,),
            "Je werkt minstens 3,5 jaar in PMO.",
            "You have worked in PMO for at least 3.5 years.",
        ),
        (
            "years in role",
            Operator.IS,
            (10,),
            "Je werkt precies 1 jaar in je functie.",
            "You have been in your role for exactly 1 year.",
        ),
        (
            "measure calm-mean",
            Operator.IS_AT_MOST,
            (Fraction(7),),
            "Je hebt gemiddeld hoogstens een 3,5 voor ‘stressbestendig’ en ‘flexibel’.",
            "You have an average of at most 3.5 for ‘stress resistant’ and ‘flexible’.",
        ),
        (
            "measure sharp-count",
            Operator.IS_AT_LEAST,
            (Fraction(2),),
            "Je hebt een 4 of hoger voor minstens 2 van deze competenties: "
            "‘analytisch’ en ‘kritisch’.",
            "You have a 4 or higher for at least 2 of these competences: "
            "‘analytical’ and ‘critical’.",
        ),
        (
            "goals",
            Operator.IS_UNKNOWN,
            (),
            "Onbekend is wat je wilt.",
            "It is not known what you want.",
        ),
        (
            "signal sharp",
            Operator.IS,
            (True,),
            "Uit je profiel blijkt ‘Uitleg’.",
            "Your profile shows ‘Explanation’.",
        ),
    ],
)
def test_a_condition_is_a_sentence_of_its_own(
    small: Rulebook, words: str, operator: Operator, values: tuple[Value, ...], nl: str, en: str
) -> None:
    one = condition(small.attributes[words], operator, *values)
    assert condition_sentence(one, small, "nl") == nl
    assert condition_sentence(one, small, "en") == en


def test_every_operator_on_every_attribute_is_worded_without_its_id(shipped: Rulebook) -> None:
    for attribute in shipped.attributes_by_id.values():
        for one in every_condition(attribute):
            nl, en = (condition_sentence(one, shipped, language) for language in ("nl", "en"))
            assert nl != en
            for said in (nl, en):
                assert said[0].isupper(), said
                assert said.endswith("."), said
                assert f"‘{attribute.words}’" not in said, said
                assert attribute.id not in said or "." not in attribute.id, said


def test_a_condition_and_its_opposite_are_never_said_alike(shipped: Rulebook) -> None:
    wordings = (Dutch(Names(shipped, "nl")), English(Names(shipped, "en")))
    for attribute in shipped.attributes_by_id.values():
        for one in every_condition(attribute):
            for wording in wordings:
                said, opposite = (wording.clause(Statement(one, holds)) for holds in (True, False))
                assert said.inside != opposite.inside, one.sentence
                assert said.alone != opposite.alone, one.sentence


def every_condition(attribute: Attribute) -> list[Condition]:
    """One for each operator that goes with it, and each number of values that is said apart."""
    found = []
    knowing = () if attribute.side else KNOWNNESS  # rules about a duo never ask what is known
    for operator in (*OPERATORS[attribute.type], *knowing):
        for count in counts(attribute, operator):
            values = values_of(attribute)
            if count <= len(values):
                found.append(condition(attribute, operator, *values[:count]))
    return found


def counts(attribute: Attribute, operator: Operator) -> tuple[int, ...]:
    if operator in KNOWNNESS:
        return (0,)
    if operator is Operator.IS_BETWEEN:
        return (2,)
    several = operator is Operator.IS_ONE_OF or attribute.type is AttributeType.MEMBERS
    return (1, 2, 3) if several else (1,)


def values_of(attribute: Attribute) -> tuple[Value, ...]:
    match attribute.type:
        case AttributeType.RATING:
            return (2, 4, 5)
        case AttributeType.YEARS:
            return (15, 40)
        case AttributeType.MEASURE:
            return (Fraction(2), Fraction(3))
        case AttributeType.FLAG:
            return (True,)
        case AttributeType.SCALE:
            return attribute.values[1:]
        case _:
            return attribute.values
