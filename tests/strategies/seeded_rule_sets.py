"""Large rule sets and many profiles from a seed, over the word lists of a real rulebook.

Everything here could stand in rule files, so that whatever is found can be shown as rule files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

from service.reading.profile import Profile
from service.rulebook.conditions import (
    Condition,
    Group,
    Operator,
    Quantifier,
    Value,
    mentions_years,
)
from service.rulebook.model import Rulebook
from service.rulebook.rules import (
    Effect,
    GiveSignal,
    Grow,
    LevelStep,
    MessageKind,
    Outcome,
    Rule,
    Say,
    Settle,
    Weight,
)
from service.rulebook.vocabulary import (
    RATINGS,
    TENTHS,
    YEARS_MAXIMUM,
    Attribute,
    AttributeType,
    Moment,
    Stage,
    Text,
)
from strategies.profiles import UNRECOGNISED
from strategies.rule_sets import with_signals
from strategies.rules import KNOWLEDGE, OPERATORS, rule
from strategies.sentences import is_sentence, spelled

SIGNALS = ("s1", "s2", "s3", "s4", "s5", "leans-to-project-management")
"""Each may build on those before it."""

HIGHEST_BY_YEARS = "senior"
LOOKED_AT = 6
"""So many competences, and values of a list, does one rule set look at."""

REASON = Text(nl="Een reden.", en="A reason.")


class _Words:
    """What one rule set looks at: few competences and few values, so that rules meet each other."""

    def __init__(self, frame: Rulebook, chance: Random) -> None:
        self.attributes = with_signals(frame, SIGNALS)
        self._frame = frame
        self._chance = chance
        competences = [each.id for each in self.attributes.values() if _is_rating(each)]
        rated = set(chance.sample(competences, min(LOOKED_AT, len(competences))))
        visible = [
            each for each in self.attributes.values() if not _is_rating(each) or each.id in rated
        ]
        self._literals = {each.id: self._few(each) for each in visible}
        plain = [each for each in visible if each.moment is not Moment.SIGNALS]
        self.settling = [each for each in plain if each.settles]
        self.placed = [*self.settling, self.attributes["specialisation"]]
        self.before_signals = [each for each in plain if each.moment is not Moment.ADVICE]
        self.signals = [self.attributes[f"signal {name}"] for name in SIGNALS]
        self.before_advice = [*self.before_signals, *self.signals]
        self.everything = visible

    def _few(self, attribute: Attribute) -> Sequence[Value]:
        match attribute.type:
            case AttributeType.RATING:
                return RATINGS
            case AttributeType.YEARS:
                return (0, 5, 20, 25, 30, YEARS_MAXIMUM * TENTHS)
            case AttributeType.FLAG:
                return (True,)
            case AttributeType.MEASURE:
                return self._bounds(attribute)
            case _:
                few = min(LOOKED_AT, len(attribute.values))
                return self._chance.sample(attribute.values, few)

    def _bounds(self, attribute: Attribute) -> Sequence[Value]:
        measure = self._frame.measures_by_id[attribute.id.removeprefix("measure.")]
        count = len(measure.competences)
        if measure.is_mean:
            return [Fraction(half, 2) * count for half in range(2, 11)]
        return [Fraction(number) for number in range(count + 1)]

    def condition(self, attributes: Sequence[Attribute], knows: bool = False) -> Condition:
        """One sentence; with `knows` also `is known` and `is unknown`, which flags do not have."""
        chance = self._chance
        attribute = chance.choice(attributes)
        knows = knows and attribute.type is not AttributeType.FLAG
        operator = chance.choice(OPERATORS[attribute.type] + (KNOWLEDGE if knows else ()))
        found = Condition(attribute, operator, self._values(attribute, operator), "")
        if not is_sentence(found):
            found = replace(found, operator=Operator.IS)
        return spelled(found, self._frame.measures_by_id)

    def _values(self, attribute: Attribute, operator: Operator) -> tuple[Value, ...]:
        chance, few = self._chance, self._literals[attribute.id]
        if operator in KNOWLEDGE:
            return ()
        if operator is Operator.IS_BETWEEN:
            in_order = attribute.values or few
            places = sorted(chance.choice(range(len(in_order))) for _ in range(2))
            return tuple(in_order[place] for place in places)
        if operator is Operator.IS_ONE_OF or attribute.type is AttributeType.MEMBERS:
            return tuple(chance.sample(few, chance.randint(1, min(3, len(few)))))
        return (chance.choice(few),)

    def some(self, attributes: Sequence[Attribute], knows: bool) -> list[Condition]:
        return [self.condition(attributes, knows) for _ in range(self._chance.randint(1, 4))]

    def when(self, attributes: Sequence[Attribute], knows: bool = False) -> Group:
        """A group with groups in it; no deeper, as in rule files."""
        chance = self._chance
        members: list[Condition | Group] = []
        for each in self.some(attributes, knows):
            inner = chance.random() < 1 / 3
            members.append(
                Group(_quantifier(chance), tuple(self.some(attributes, knows))) if inner else each
            )
        return Group(_quantifier(chance), tuple(members))

    def alternatives(self, attributes: Sequence[Attribute]) -> Group:
        """So many that they are matched apart, once for all rules that have them."""
        return Group(Quantifier.ANY, tuple(self.condition(attributes) for _ in range(12)))


def _is_rating(attribute: Attribute) -> bool:
    return attribute.type is AttributeType.RATING


def _quantifier(chance: Random) -> Quantifier:
    """`all of` most often, as in rule files."""
    return chance.choice((Quantifier.ALL, *Quantifier))


def seeded_rule_set(frame: Rulebook, seed: int, size: int) -> Rulebook:
    """The frame with other rules: `size` in every stage, and one to three for each signal."""
    chance = Random(seed)
    words = _Words(frame, chance)
    rules: list[Rule] = []

    def add(
        stage: Stage,
        attributes: Sequence[Attribute],
        effects: Iterable[Effect],
        knows: bool = False,
    ) -> None:
        shared = [words.alternatives(attributes) for _ in range(2)]
        for effect in effects:
            when = words.when(attributes, knows)
            if when.quantifier is Quantifier.ALL and chance.random() < 1 / 4:
                when = Group(Quantifier.ALL, (*when.members, chance.choice(shared)))
            id = f"{stage}-{len(rules)}"
            rules.append(replace(rule(id, stage, when, _allowed(effect, when)), about=REASON))

    times = range(size)
    specialisations, levels = frame.specialisation_ids, frame.level_ids
    add(
        Stage.SETTLING,
        words.settling,
        [Settle(chance.choice(specialisations), None) for _ in times],
    )
    add(Stage.SETTLING, words.placed, [Settle(None, chance.choice(levels)) for _ in times])
    for earlier, name in enumerate(SIGNALS):
        # Earlier signals come more than once, so that chains are long.
        visible = [*words.before_signals, *words.signals[:earlier] * 4]
        add(Stage.SIGNALS, visible, [GiveSignal(name)] * chance.randint(1, 3))
    add(Stage.GROWTH, words.before_advice, [_grow(frame, chance) for _ in times])
    add(Stage.MESSAGES, words.everything, [_say(size, chance) for _ in times], knows=True)
    by_id = tuple(sorted(rules, key=lambda each: each.id))
    return replace(frame, rules=by_id, attributes=words.attributes)


def _allowed(effect: Effect, when: Group) -> Effect:
    """With the help of years no level above senior is settled."""
    too_high = isinstance(effect, Settle) and effect.level is not None and mentions_years(when)
    return Settle(None, HIGHEST_BY_YEARS) if too_high else effect


def _grow(frame: Rulebook, chance: Random) -> Grow:
    weight = chance.choice([Weight.RECOMMEND] * 5 + [Weight.ADVISE_AGAINST, Weight.RULE_OUT])
    sign = {Weight.RECOMMEND: 1, Weight.ADVISE_AGAINST: -1, Weight.RULE_OUT: 0}[weight]
    return Grow(
        weight,
        chance.choice(frame.specialisation_ids),
        chance.choice([*LevelStep, *frame.level_ids[:-1]]),
        sign * chance.choice(list(frame.points.values())),
        REASON,
        (),
    )


def _say(size: int, chance: Random) -> Say:
    """A message; about one in a whole rule set also raises the outcome."""
    raised = [Outcome.RECOMMEND_WITH_CAUTION, Outcome.NEEDS_MORE_DATA, Outcome.REFER]
    outcome = chance.choice(raised) if chance.random() < 1 / (size + 1) else None
    return Say(MessageKind.CAUTION, REASON, outcome)


def seeded_profile(rulebook: Rulebook, chance: Random) -> Profile:
    """Someone of whom little, some, most or everything is known."""
    share = chance.choice([0.2, 0.6, 0.9, 1.0])

    def told() -> bool:
        return chance.random() < share

    placed = chance.random() < 1 / 2
    return Profile(
        title=_title(rulebook, chance, unrecognised=1 / 2 if placed else 1 / 20),
        current_specialisation=chance.choice(rulebook.specialisation_ids) if placed else None,
        current_level=chance.choice(rulebook.level_ids) if placed and told() else None,
        years_in_role=_years(chance) if told() else None,
        years_in_pmo=_years(chance) if told() else None,
        competences={each.id: chance.choice(RATINGS) for each in rulebook.competences if told()},
        certificates=_some(rulebook.certificates_by_id, chance) if told() else None,
        work=_some(rulebook.work_by_id, chance) if told() else None,
        goals=tuple(chance.sample(sorted(rulebook.goals_by_id), chance.randint(0, 2))),
    )


def _title(rulebook: Rulebook, chance: Random, unrecognised: float) -> str:
    """A title that is recognised most often contradicts a place that was sent."""
    if chance.random() < unrecognised:
        return UNRECOGNISED
    names = [name for entry in rulebook.titles.entries for name in entry.names]
    return chance.choice(["", "", "", "junior ", "senior "]) + chance.choice(names)


def _years(chance: Random) -> int:
    """In tenths; often exactly on a bound of a rule, or next to one."""
    near = chance.choice([0, 5, 20, 25, 30]) + chance.choice([-1, 0, 1])
    return max(0, near) if chance.random() < 1 / 2 else chance.randint(0, YEARS_MAXIMUM * TENTHS)


def _some(ids: Mapping[str, object], chance: Random) -> tuple[str, ...]:
    share = chance.random()
    return tuple(id for id in ids if chance.random() < share)
