"""Rulebooks: rules in every stage over one vocabulary, with signals that build on signals."""

from collections.abc import Iterable

from hypothesis import strategies as st

from service.rulebook.conditions import Group
from service.rulebook.model import Rulebook
from service.rulebook.rules import (
    GiveSignal,
    Grow,
    LevelStep,
    Outcome,
    Pairing,
    PairingKind,
    Rule,
    Say,
    Settle,
    Weight,
)
from service.rulebook.titles import TitleList
from service.rulebook.vocabulary import Attribute, Level, Moment, Specialisation, Stage
from strategies.rules import NO_TEXT, groups, rule
from strategies.vocabularies import LEVELS, SPECIALISATIONS, signal, vocabularies

SETTLES_SPECIALISATION = Settle(specialisation=SPECIALISATIONS[0], level=None)
SETTLES_LEVEL = Settle(specialisation=None, level=LEVELS[0])
RECOMMENDS = Grow(Weight.RECOMMEND, SPECIALISATIONS[0], LevelStep.SAME, 10, NO_TEXT, ())
PAIRS = Pairing(PairingKind.COMPLETES, tip=None, text=NO_TEXT)
SAYS = Say(kind=None, text=None, outcome=Outcome.RECOMMEND_WITH_CAUTION)


def rulebook_of(attributes: Iterable[Attribute], rules: Iterable[Rule]) -> Rulebook:
    """A rulebook of nothing but rules and what they look at."""
    return Rulebook(
        specialisations=tuple(Specialisation(id, NO_TEXT) for id in SPECIALISATIONS),
        levels=tuple(Level(id, NO_TEXT) for id in LEVELS),
        points={"hint": 10},
        ratings=(),
        measures=(),
        competences=(),
        certificates=(),
        work=(),
        goals=(),
        titles=TitleList((), (), (), ()),
        roles=(),
        moves=(),
        actions=(),
        tips=(),
        guardrail_texts={},
        attributes={attribute.words: attribute for attribute in attributes},
        rules=tuple(sorted(rules, key=lambda each: each.id)),
        cases=(),
        digest="sha256:" + "0" * 64,
    )


@st.composite
def rulebooks(
    draw: st.DrawFn,
    least_rules: int = 0,
    most_rules: int = 4,
    signals: int = 4,
    depth: int = 2,
    width: int = 4,
    knowledge: bool = True,
) -> Rulebook:
    """So many rules in every step, and one or two for each signal, which may build on earlier ones.

    `depth` and `width` are those of groups; with `knowledge` message rules also ask what is known.
    """
    vocabulary = draw(vocabularies())
    given = [signal(f"s{number}") for number in range(draw(st.integers(0, signals)))]
    settling = tuple(each for each in vocabulary if each.settles)
    reading = tuple(each for each in vocabulary if each.moment is not Moment.ADVICE)

    def whens(
        attributes: tuple[Attribute, ...],
        knows: bool = False,
        least: int = least_rules,
        most: int = most_rules,
    ) -> list[Group]:
        when = groups(attributes, knows, depth, width)
        return draw(st.lists(when, min_size=least, max_size=most))

    rules = [
        rule(f"specialisation-{number}", Stage.SETTLING, when, SETTLES_SPECIALISATION)
        for number, when in enumerate(whens(settling))
    ]
    place = tuple(each for each in vocabulary if each.moment is Moment.SPECIALISATION)
    rules += [
        rule(f"level-{number}", Stage.SETTLING, when, SETTLES_LEVEL)
        for number, when in enumerate(whens(settling + place))
    ]
    for earlier, attribute in enumerate(given):
        # Earlier signals come more than once, so that chains are long.
        visible = reading + tuple(given[:earlier]) * 4
        name = attribute.id.removeprefix("signal.")
        rules += [
            rule(f"signal-{name}-{number}", Stage.SIGNALS, when, GiveSignal(name))
            for number, when in enumerate(whens(visible, least=1, most=2))
        ]
    rules += [
        rule(f"growth-{number}", Stage.GROWTH, when, RECOMMENDS)
        for number, when in enumerate(whens(reading + tuple(given)))
    ]
    rules += [
        rule(f"message-{number}", Stage.MESSAGES, when, SAYS)
        for number, when in enumerate(whens(vocabulary + tuple(given), knowledge))
    ]
    return rulebook_of([*vocabulary, *given], rules)
