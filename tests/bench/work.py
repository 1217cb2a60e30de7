"""The work that engines are measured on: rules of a realistic shape, and profiles.

Rules are those of this project's own model. For engines that know no third value they are also
given as `Tree`: nothing is negated but single conditions, and each of those is false while what it
looks at is unknown. A rule is true exactly when its tree is, so that all engines fire the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from strategies.rulebooks import RECOMMENDS
from strategies.rules import all_of, at_least_one_of, condition, none_of, rule

from service.rulebook.conditions import Condition, Group, Operator, Quantifier
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule
from service.rulebook.vocabulary import Attribute, AttributeType, Stage

SIZES = (25, 100, 500, 2000)
UNKNOWN = 0.3
"""The share of ratings, lists and years that is unknown, where nothing else is said."""

SEED = 20


@dataclass(frozen=True)
class Atom:
    """`relation` is one of == != >= <= has-one, has-none; False while unknown.

    Values are whole numbers or texts; levels are whole numbers from 0. `name` is an identifier.
    """

    name: str
    relation: str
    value: int | str | tuple[int | str, ...]


@dataclass(frozen=True)
class Tree:
    """`every` member is true, or else at least one."""

    every: bool
    members: "tuple[Atom | Tree, ...]"


@dataclass(frozen=True)
class Work:
    """`trees` and `flat` say the same as the rules and the facts, in the same order."""

    rulebook: Rulebook
    rules: tuple[Rule, ...]
    trees: Mapping[str, Tree]
    facts: tuple[Facts, ...]
    flat: "tuple[Flat, ...]"


Flat = Mapping[str, int | str | frozenset[str] | None]
"""The value of each attribute by its `name`; None while it is unknown."""


def work_of(frame: Rulebook, size: int, profiles: int, unknown: float = UNKNOWN) -> Work:
    """So many growth rules over the vocabulary of a rulebook, and so many profiles."""
    chance = Random(SEED)
    rules = tuple(_rule(chance, frame, number) for number in range(size))
    # rulebook_of would leave the vocabulary out.
    rulebook = _with_rules(frame, rules)
    facts = tuple(_facts(chance, frame, unknown) for _ in range(profiles))
    attributes = _looked_at(frame)
    return Work(
        rulebook,
        rules,
        {each.id: _tree(each.when, True) for each in rules},
        facts,
        tuple(
            {name(each): _flat(each, known.get(each.id)) for each in attributes} for known in facts
        ),
    )


def name(attribute: Attribute) -> str:
    return attribute.id.replace(".", "_").replace("-", "_")


def _with_rules(frame: Rulebook, rules: Sequence[Rule]) -> Rulebook:
    # A frozen dataclass with cached properties: what was cached must not come along.
    kept = {field: getattr(frame, field) for field in Rulebook.__dataclass_fields__}
    return Rulebook(**{**kept, "rules": tuple(sorted(rules, key=lambda each: each.id))})


def _looked_at(frame: Rulebook) -> list[Attribute]:
    fixed = ("specialisation", "level", "title kind", "goals", "work", "certificates")
    ratings = [f"competence {each.id}" for each in frame.competences]
    return [frame.attributes[words] for words in (*fixed, "years in pmo", *ratings)]


def _rule(chance: Random, frame: Rulebook, number: int) -> Rule:
    """Anchored on a place or a kind of title, as growth rules are, with a few more conditions."""
    members: list[Condition | Group] = []
    attributes = frame.attributes
    if chance.random() < 0.8:
        one = chance.choice(frame.specialisation_ids)
        members.append(condition(attributes["specialisation"], Operator.IS, one))
    else:
        members.append(condition(attributes["title kind"], Operator.IS, "project-management"))
    if chance.random() < 0.6:
        operator = chance.choice((Operator.IS_AT_LEAST, Operator.IS_AT_MOST, Operator.IS))
        members.append(condition(attributes["level"], operator, chance.choice(frame.level_ids)))
    members += [_condition(chance, frame) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.3:
        members.append(at_least_one_of(*_several(chance, frame)))
    if chance.random() < 0.2:
        members.append(none_of(*_several(chance, frame)))
    return rule(f"growth-{number:04}", Stage.GROWTH, all_of(*members), RECOMMENDS)


def _several(chance: Random, frame: Rulebook) -> list[Condition]:
    return [_condition(chance, frame) for _ in range(chance.randint(2, 3))]


def _condition(chance: Random, frame: Rulebook) -> Condition:
    attributes = frame.attributes
    kind = chance.random()
    if kind < 0.55:
        competence = attributes[f"competence {chance.choice(frame.competences).id}"]
        if chance.random() < 0.8:
            return condition(competence, Operator.IS_AT_LEAST, chance.randint(3, 5))
        return condition(competence, Operator.IS_AT_MOST, chance.randint(1, 3))
    if kind < 0.65:
        years = chance.choice((10, 20, 30, 50, 80))
        return condition(attributes["years in pmo"], Operator.IS_AT_LEAST, years)
    attribute = attributes[chance.choice(("work", "certificates", "goals"))]
    operator = Operator.INCLUDES_ONE if chance.random() < 0.85 else Operator.INCLUDES_NONE
    return condition(attribute, operator, *chance.sample(attribute.values, chance.randint(1, 3)))


def _facts(chance: Random, frame: Rulebook, unknown: float) -> Facts:
    facts: dict[str, FactValue] = {
        "title.kind": chance.choice(("pmo", "pmo", "pmo", "project-management")),
        "specialisation": chance.choice(frame.specialisation_ids),
        "level": chance.choice(frame.level_ids),
        "goals": frozenset(chance.sample(frame.attributes["goals"].values, chance.randint(0, 2))),
    }
    for attribute in _looked_at(frame):
        if attribute.id in facts or chance.random() < unknown:
            continue
        match attribute.type:
            case AttributeType.MEMBERS:
                members = chance.sample(attribute.values, chance.randint(0, 6))
                facts[attribute.id] = frozenset(members)
            case AttributeType.YEARS:
                facts[attribute.id] = chance.randint(0, 150)
            case _:
                facts[attribute.id] = chance.randint(1, 5)
    return facts


def _flat(attribute: Attribute, value: FactValue | None) -> int | str | frozenset[str] | None:
    if attribute.type is AttributeType.SCALE and isinstance(value, str):
        return attribute.values.index(value)
    assert not isinstance(value, tuple)
    return value


def _tree(member: Condition | Group, holds: bool) -> Atom | Tree:
    """When a member is true or, with `holds` False, when it is false."""
    if isinstance(member, Condition):
        return _atom(member, holds)
    if member.quantifier is Quantifier.NONE:
        return _tree(Group(Quantifier.ANY, member.members), not holds)
    members = tuple(_tree(each, holds) for each in member.members)
    return Tree((member.quantifier is Quantifier.ALL) is holds, members)


def _atom(member: Condition, holds: bool) -> Atom:
    attribute = member.attribute
    scale = attribute.values if attribute.type is AttributeType.SCALE else ()
    values = [scale.index(str(value)) if scale else value for value in member.values]
    plain = [value for value in values if isinstance(value, int | str)]
    match member.operator:
        case Operator.IS:
            return Atom(name(attribute), "==" if holds else "!=", plain[0])
        case Operator.IS_AT_LEAST:
            assert isinstance(plain[0], int)
            bound = plain[0] if holds else plain[0] - 1
            return Atom(name(attribute), ">=" if holds else "<=", bound)
        case Operator.IS_AT_MOST:
            assert isinstance(plain[0], int)
            bound = plain[0] if holds else plain[0] + 1
            return Atom(name(attribute), "<=" if holds else ">=", bound)
        case Operator.INCLUDES_ONE:
            return Atom(name(attribute), "has-one" if holds else "has-none", tuple(plain))
        case Operator.INCLUDES_NONE:
            return Atom(name(attribute), "has-none" if holds else "has-one", tuple(plain))
    raise AssertionError(member.operator)


def atoms(member: Atom | Tree) -> Iterator[Atom]:
    if isinstance(member, Atom):
        yield member
    else:
        for each in member.members:
            yield from atoms(each)
