"""What each answer to a question would change is what asking again with that answer gives."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench.endpoint import profiles
from strategies.loaded import loaded

from schemas.answers import AnsweredQuestionSchema
from service.advice import Advisor
from service.advice.questions import questions_for
from service.engine.durable import DurableEngine
from service.explaining.answers import Answered, Answers, Span, Value, answers_to
from service.explaining.answers_payload import answered_payload
from service.reading.profile import Profile
from service.reading.sent import profile_from
from service.rulebook.vocabulary import RATINGS, Attribute, AttributeType, Language

RULEBOOK = loaded(Path(__file__).parents[2] / "rules")
ADVISOR = Advisor(RULEBOOK, DurableEngine(RULEBOOK))
PEOPLE = [
    Profile(title="PMO'er", work=("raid-log",), goals=("deepen",)),
    Profile(title="PMO-consultant"),
    Profile(title="Bijzonder", work=("raid-log",), goals=("come-to-pmo",)),
    Profile(title="PMO'er", goals=("deepen",), ambition="Iets met bloemen."),
    *(profile_from(sent) for sent in profiles(RULEBOOK, 6)),
]


def _answered(profile: Profile) -> list[Answered]:
    questions = questions_for(ADVISOR.standing(profile))
    return [answers_to(question, profile, ADVISOR) for question in questions]


def _told(profile: Profile, attribute: Attribute, value: Value) -> Iterator[Profile]:
    """The profile with an answer; of a span of years with both of its ends."""
    if isinstance(value, Span):
        for tenths in (value.least, value.most):
            yield replace(profile, **{attribute.id.replace(".", "_"): tenths})  # type: ignore[arg-type]
    elif attribute.type is AttributeType.RATING:
        assert isinstance(value, int)
        id = attribute.id.partition(".")[2]
        yield replace(profile, competences={**profile.competences, id: value})
    elif attribute.id == "goals":
        assert isinstance(value, tuple)
        yield replace(profile, goals=(*(profile.goals or ()), *value))
    else:
        yield replace(profile, **{attribute.id.replace(".", "_"): value})  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", PEOPLE, ids=lambda profile: profile.title)
def test_every_answer_changes_what_asking_again_with_it_changes(profile: Profile) -> None:
    before = ADVISOR.advise(profile)
    now = before.recommendations[0].target if before.recommendations else None
    for answered in _answered(profile):
        for answers in answered.answers:
            for value in answers.values:
                for told in _told(profile, answered.question.attribute, value):
                    _agrees(answers, told)
            effect = answers.effect
            same = (effect.first, effect.outcome) == (now, before.outcome)
            assert answers.changes is not same


def _agrees(answers: Answers, told: Profile) -> None:
    after = ADVISOR.advise(told)
    first = after.recommendations[0].target if after.recommendations else None
    assert (first, after.outcome) == (answers.effect.first, answers.effect.outcome)
    assert answers.effect.confidence in {None, after.confidence}


@pytest.mark.parametrize("profile", PEOPLE, ids=lambda profile: profile.title)
def test_every_possible_answer_is_told_once(profile: Profile) -> None:
    for answered in _answered(profile):
        attribute = answered.question.attribute
        values = [value for answers in answered.answers for value in answers.values]
        assert len(values) == len(set(values))
        match attribute.type:
            case AttributeType.RATING:
                assert sorted(values) == list(RATINGS)  # type: ignore[type-var]
            case AttributeType.YEARS:
                spans = sorted(
                    (value for value in values if isinstance(value, Span)),
                    key=lambda span: span.least,
                )
                assert (spans[0].least, spans[-1].most) == (0, 600)
                for span, following in zip(spans, spans[1:], strict=False):
                    assert span.most + 1 == following.least
            case AttributeType.MEMBERS:
                stated = profile.goals or () if attribute.id == "goals" else ()
                left = [(each,) for each in attribute.values if each not in stated]
                assert sorted(values) == sorted([(), *left])  # type: ignore[type-var]
            case _:
                assert values == list(attribute.values)


WITHOUT_YEARS: dict[Language, list[str]] = {
    "nl": [
        "Met minder dan 2 jaar wordt de eerste stap ‘Junior PMO-medewerker’. "
        "De zekerheid wordt dan redelijk.",
        "Met minstens 2 en minder dan 5 jaar blijft de eerste stap ‘PMO-medewerker’. "
        "De zekerheid wordt dan redelijk.",
        "Met 5 jaar of meer blijft de eerste stap ‘PMO-medewerker’.",
    ],
    "en": [
        "With less than 2 years, the first step becomes ‘Junior PMO officer’. "
        "Certainty then becomes fair.",
        "With at least 2 and less than 5 years, the first step stays ‘PMO officer’. "
        "Certainty then becomes fair.",
        "With 5 years or more, the first step stays ‘PMO officer’.",
    ],
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_told_in_sentences(language: Language) -> None:
    years, certificates, _ = _answered(PEOPLE[0])
    payload = answered_payload(years, RULEBOOK, language)
    assert payload["attribute"] == "years.in_pmo"
    assert payload["note"] is None
    assert [each["text"] for each in payload["answers"]] == WITHOUT_YEARS[language]
    assert [each["values"] for each in payload["answers"]] == [
        [{"from": 0.0, "to": 1.9}],
        [{"from": 2.0, "to": 4.9}],
        [{"from": 5.0, "to": 60.0}],
    ]
    assert [each["changes"] for each in payload["answers"]] == [True, False, False]
    assert answered_payload(certificates, RULEBOOK, language)["note"]


@pytest.mark.parametrize(
    ("language", "leads", "other"),
    [
        (
            "nl",
            "Met het antwoord ‘een PMO-team leiden’ is er wel een eerste stap: ‘PMO-teamlead’; "
            "de uitkomst wordt dan een aanbeveling.",
            "Met elk ander antwoord is er nog geen eerste stap.",
        ),
        (
            "en",
            "With the answer ‘leading a PMO team’, there is a first step: ‘PMO team lead’; "
            "the outcome then becomes a recommendation.",
            "With any other answer, there is no first step yet.",
        ),
    ],
)
def test_of_a_list_each_is_tried_alone(language: Language, leads: str, other: str) -> None:
    work, _, _ = _answered(PEOPLE[1])
    payload = answered_payload(work, RULEBOOK, language)
    [leading] = [each for each in payload["answers"] if ["leading-a-team"] in each["values"]]
    assert (leading["text"], leading["first"], leading["outcome"], leading["confidence"]) == (
        *(leads, "office-lead", "recommend", None),
    )
    assert payload["answers"][-1]["text"] == other
    assert [] in payload["answers"][-1]["values"]


def test_it_has_the_shape_that_is_described() -> None:
    described = AnsweredQuestionSchema()
    for answered in _answered(PEOPLE[0]):
        payload = answered_payload(answered, RULEBOOK, "nl")
        assert described.dump(payload) == payload
