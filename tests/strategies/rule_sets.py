"""Rule sets: generated rules over the word lists, roles and moves of a real rulebook."""

from dataclasses import replace

from hypothesis import strategies as st

from service.rulebook.attributes import attributes_from
from service.rulebook.conditions import Condition, Group
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
from service.rulebook.vocabulary import Attribute, AttributeType, Moment, Stage, Text
from strategies.rules import NO_TEXT, all_of, groups, rule

SIGNALS = ("leans-to-project-management", "other")
SAID = Text(nl="Een bericht.", en="A message.")


def with_signals(frame: Rulebook, signals: tuple[str, ...] = SIGNALS) -> dict[str, Attribute]:
    """The attributes of the frame, with the signals that the generated rules give."""
    questions = {
        each.words: each.asked
        for each in frame.attributes.values()
        if each.asked is not None and each.type is not AttributeType.RATING
    }
    return attributes_from(
        specialisations=frame.specialisation_ids,
        levels=frame.level_ids,
        work=tuple(each.id for each in frame.work),
        certificates=tuple(each.id for each in frame.certificates),
        goals=tuple(each.id for each in frame.goals),
        competences={each.id: each.ask for each in frame.competences},
        measures=[each.id for each in frame.measures],
        signals=signals,
        questions=questions,
    )


def settles(frame: Rulebook) -> st.SearchStrategy[Settle]:
    return st.one_of(
        st.sampled_from(frame.specialisation_ids).map(lambda id: Settle(id, None)),
        st.sampled_from(frame.level_ids).map(lambda id: Settle(None, id)),
    )


@st.composite
def grows(draw: st.DrawFn, frame: Rulebook) -> Grow:
    weight = draw(
        st.sampled_from([Weight.RECOMMEND] * 4 + [Weight.ADVISE_AGAINST, Weight.RULE_OUT])
    )
    points = {Weight.RECOMMEND: 1, Weight.ADVISE_AGAINST: -1, Weight.RULE_OUT: 0}[weight]
    return Grow(
        weight,
        draw(st.sampled_from(frame.specialisation_ids)),
        draw(st.sampled_from([*LevelStep, *frame.level_ids[:-1]])),
        points * draw(st.sampled_from([10, 20, 30])),
        NO_TEXT,
        (),
    )


@st.composite
def rule_sets(
    draw: st.DrawFn,
    frame: Rulebook,
    only: tuple[str, ...] = (),
    growth: int = 10,
    knowledge: bool = True,
) -> Rulebook:
    """The frame with other rules. With `only`, competences and lists other than these ids, and
    years unless named, are not looked at, so that everything unknown can be tried out."""
    attributes = with_signals(frame)
    visible = [each for each in attributes.values() if not only or _is_visible(each, only)]
    settling = tuple(each for each in visible if each.settles)
    levelling = (*settling, attributes["specialisation"])
    plain = tuple(each for each in visible if each.moment not in {Moment.ADVICE, Moment.SIGNALS})
    signalling = tuple(each for each in visible if each.moment is Moment.SIGNALS)
    growing, saying = (*plain, *signalling), tuple(visible)
    rules: list[Rule] = []

    def add(
        stage: Stage, looks_at: tuple[Attribute, ...], effect: Effect, knows: bool = False
    ) -> None:
        when = _lists_of_two(draw(groups(looks_at, knows, depth=2, width=3)), only)
        rules.append(rule(f"{stage}-{len(rules)}", stage, all_of(when), effect))

    for effect in draw(st.lists(settles(frame), max_size=4)):
        add(Stage.SETTLING, levelling if effect.level else settling, effect)
    for signal in SIGNALS:
        for _ in range(draw(st.integers(1, 2))):
            add(Stage.SIGNALS, plain, GiveSignal(signal))
    for effect in draw(st.lists(grows(frame), min_size=2, max_size=growth)):
        add(Stage.GROWTH, growing, effect)
    raised = st.sampled_from([None, Outcome.RECOMMEND_WITH_CAUTION, Outcome.NEEDS_MORE_DATA])
    for outcome in draw(st.lists(raised, max_size=2)):
        add(Stage.MESSAGES, saying, Say(MessageKind.CAUTION, SAID, outcome), knowledge)
    return replace(
        frame, rules=tuple(sorted(rules, key=lambda each: each.id)), attributes=attributes
    )


def _is_visible(attribute: Attribute, only: tuple[str, ...]) -> bool:
    tellable = attribute.can_turn_out or attribute.type is AttributeType.MEASURE
    return not tellable or attribute.id in only


def _lists_of_two(group: Group, only: tuple[str, ...]) -> Group:
    """With `only`, conditions on work and certificates keep to the first two members."""
    if not only:
        return group
    return Group(group.quantifier, tuple(_narrowed(member, only) for member in group.members))


def _narrowed(member: Condition | Group, only: tuple[str, ...]) -> Condition | Group:
    if isinstance(member, Group):
        return _lists_of_two(member, only)
    if member.attribute.id not in {"work", "certificates"}:
        return member
    first_two = member.attribute.values[:2]
    values = tuple(
        dict.fromkeys(
            first_two[member.attribute.values.index(str(value)) % 2] for value in member.values
        )
    )
    return replace(member, values=values)
