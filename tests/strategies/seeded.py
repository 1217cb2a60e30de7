"""Large rulebooks and many facts from a seed.

Hypothesis draws small rulebooks well and large ones hardly at all: it runs out of choices, and
comes back with the smallest again and again. Here a seed says it all, and can be named.
"""

from random import Random

from service.rulebook.attributes import attributes_of_a_duo
from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.rules import Effect, GiveSignal, Rule
from service.rulebook.vocabulary import (
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
    Moment,
    Stage,
)
from strategies.rulebooks import (
    PAIRS,
    RECOMMENDS,
    SAYS,
    SETTLES_LEVEL,
    SETTLES_SPECIALISATION,
    rulebook_of,
)
from strategies.rules import (
    KNOWLEDGE,
    MEASURE_MOST,
    OPERATORS,
    all_of,
    at_least_one_of,
    condition,
    literal_values,
    rule,
)
from strategies.vocabularies import ALWAYS_THERE, competence, measure, signal

VOCABULARY = (
    *ALWAYS_THERE,
    *(competence(f"trait-{number}") for number in range(6)),
    *(measure(f"strengths-{number}") for number in range(3)),
)
OF_A_DUO = tuple(attributes_of_a_duo({each.words: each for each in VOCABULARY}).values())
SIGNALS = tuple(signal(f"s{number}") for number in range(8))


def seeded_condition(
    chance: Random, attributes: tuple[Attribute, ...], knowledge: bool = False
) -> Condition:
    """One condition; with `knowledge` also `is known` and `is unknown`."""
    attribute = chance.choice(attributes)
    operator = chance.choice(OPERATORS[attribute.type] + (KNOWLEDGE if knowledge else ()))
    if operator in KNOWLEDGE:
        return condition(attribute, operator)
    possible = literal_values(attribute)
    if operator is Operator.IS_BETWEEN:
        return condition(attribute, operator, chance.choice(possible), chance.choice(possible))
    if operator is Operator.IS_ONE_OF or attribute.type is AttributeType.MEMBERS:
        count = chance.randint(1, min(3, len(possible)))
        return condition(attribute, operator, *chance.sample(possible, count))
    return condition(attribute, operator, chance.choice(possible))


def seeded_group(
    chance: Random,
    attributes: tuple[Attribute, ...],
    knowledge: bool = False,
    depth: int = 2,
    width: int = 4,
) -> Group:
    """A group up to `depth` deep of up to `width` members."""
    members: list[Condition | Group] = []
    for _ in range(chance.randint(1, width)):
        if depth > 1 and chance.random() < 1 / 3:
            members.append(seeded_group(chance, attributes, knowledge, depth - 1, width))
        else:
            members.append(seeded_condition(chance, attributes, knowledge))
    return Group(chance.choice(list(Quantifier)), tuple(members))


def _wide_group(chance: Random, attributes: tuple[Attribute, ...]) -> Group:
    """So many alternatives that they are matched apart, once for all rules that have them."""
    return at_least_one_of(*(seeded_condition(chance, attributes) for _ in range(12)))


def seeded_rulebook(
    seed: int, size: int, depth: int = 2, width: int = 4, knowledge: bool = True
) -> Rulebook:
    """`size` rules in every step but for signals, which have one to three rules each.

    Rules of a step may share a wide group, and signals build on earlier ones. With `knowledge`
    message rules also ask what is known.
    """
    chance = Random(seed)
    settling = tuple(each for each in VOCABULARY if each.settles)
    place = tuple(each for each in VOCABULARY if each.moment is Moment.SPECIALISATION)
    reading = tuple(each for each in VOCABULARY if each.moment is not Moment.ADVICE)
    rules: list[Rule] = []

    def add(
        count: int,
        stage: Stage,
        attributes: tuple[Attribute, ...],
        effect: Effect,
        knows: bool = False,
    ) -> None:
        shared = [_wide_group(chance, attributes) for _ in range(2)]
        for _ in range(count):
            when = seeded_group(chance, attributes, knows, depth, width)
            if chance.random() < 1 / 4:
                when = all_of(when, chance.choice(shared))
            rules.append(rule(f"{stage}-{len(rules)}", stage, when, effect))

    add(size, Stage.SETTLING, settling, SETTLES_SPECIALISATION)
    add(size, Stage.SETTLING, settling + place, SETTLES_LEVEL)
    for earlier, attribute in enumerate(SIGNALS):
        # Earlier signals come more than once, so that chains are long.
        visible = reading + SIGNALS[:earlier] * 4
        name = attribute.id.removeprefix("signal.")
        add(chance.randint(1, 3), Stage.SIGNALS, visible, GiveSignal(name))
    add(size, Stage.GROWTH, reading + SIGNALS, RECOMMENDS)
    add(size, Stage.MESSAGES, VOCABULARY + SIGNALS, SAYS, knowledge)
    add(size, Stage.PARTNERSHIP, OF_A_DUO, PAIRS)
    return rulebook_of([*VOCABULARY, *SIGNALS], rules)


def seeded_facts(rulebook: Rulebook, chance: Random) -> Facts:
    """Facts of which few, some or most are known."""
    share = chance.choice([0.2, 0.6, 0.9])
    return {
        attribute.id: seeded_value(attribute, chance)
        for attribute in rulebook.attributes_by_id.values()
        if chance.random() < share
    }


def seeded_value(attribute: Attribute, chance: Random) -> FactValue:
    match attribute.type:
        case AttributeType.MEMBERS:
            share = chance.random()
            return frozenset(each for each in attribute.values if chance.random() < share)
        case AttributeType.MEASURE:
            low = chance.randint(0, MEASURE_MOST)
            return low, low if chance.random() < 1 / 2 else chance.randint(low, MEASURE_MOST)
        case AttributeType.FLAG:
            return chance.random() < 1 / 2
        case AttributeType.YEARS if chance.random() < 1 / 2:
            return chance.randint(0, YEARS_MAXIMUM * TENTHS)
        case AttributeType.RATING | AttributeType.YEARS:
            return int(chance.choice(literal_values(attribute)))
        case _:
            return chance.choice(attribute.values)


def seeded_more(rulebook: Rulebook, known: Facts, chance: Random) -> Facts:
    """Facts that agree with `known` and know more: what was absent, or narrower ranges."""
    more = {**seeded_facts(rulebook, chance), **known}
    for id, value in known.items():
        if isinstance(value, tuple):
            low = chance.randint(*value)
            more[id] = (low, chance.randint(low, value[1]))
    return more
