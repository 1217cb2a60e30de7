"""What a reason shows of a rule: each condition that holds, with the value that it saw."""

from strategies.rulebooks import RECOMMENDS
from strategies.rules import all_of, at_least_one_of, condition, none_of, rule
from strategies.vocabularies import competence

from service.advice.evidence import Evidence, evidence_for
from service.rulebook.conditions import Condition, Group, Operator
from service.rulebook.facts import Facts
from service.rulebook.vocabulary import Attribute, Stage

SHARP, CALM = competence("sharp"), competence("calm")
FACTS: Facts = {SHARP.id: 4, CALM.id: 2}


def at_least(number: int, attribute: Attribute = SHARP) -> Condition:
    return condition(attribute, Operator.IS_AT_LEAST, number)


def seen(when: Group) -> list[tuple[str, object]]:
    found = evidence_for(rule("some-rule", Stage.GROWTH, when, RECOMMENDS), FACTS)
    return [(each.condition, each.value) for each in found]


def test_every_condition_of_all_of_is_shown_in_the_order_of_the_file() -> None:
    when = all_of(at_least(3), at_least(1, CALM))

    assert seen(when) == [(at_least(3).sentence, 4), (at_least(1, CALM).sentence, 2)]


def test_of_at_least_one_of_only_what_holds_is_shown() -> None:
    when = all_of(at_least_one_of(at_least(5), at_least(4), at_least(3)))

    assert seen(when) == [(at_least(4).sentence, 4), (at_least(3).sentence, 4)]


def test_under_none_of_everything_is_shown_because_nothing_in_it_holds() -> None:
    when = all_of(none_of(at_least(5), at_least(3, CALM)))

    assert seen(when) == [
        (f"none of: {at_least(5).sentence}", 4),
        (f"none of: {at_least(3, CALM).sentence}", 2),
    ]


def test_under_none_of_an_all_of_shows_what_fails_in_it() -> None:
    when = all_of(none_of(all_of(at_least(3), at_least(3, CALM))))

    assert seen(when) == [(f"none of: {at_least(3, CALM).sentence}", 2)]


def test_under_two_times_none_of_what_holds_is_shown_as_it_stands() -> None:
    when = all_of(none_of(none_of(at_least(3), at_least(5))))

    assert seen(when) == [(at_least(3).sentence, 4)]


def test_what_is_unknown_holds_nothing_and_is_not_shown() -> None:
    found = evidence_for(
        rule(
            "some-rule",
            Stage.GROWTH,
            all_of(at_least_one_of(at_least(3), at_least(1, CALM))),
            RECOMMENDS,
        ),
        {SHARP.id: 4},
    )

    assert found == (Evidence(at_least(3).sentence, SHARP.id, 4),)
