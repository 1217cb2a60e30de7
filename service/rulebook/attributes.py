"""The attributes of a rulebook: what rules can look at, put together from its word lists."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.rulebook.career import MoveKind
from service.rulebook.titles import TitleForm, TitleKind
from service.rulebook.vocabulary import Attribute, AttributeType, Moment, Side, Text

SOURCES = ("given", "title", "rule", "assumed")

ASKABLE = (
    "goals", "work", "certificates", "years in pmo", "years in role", "current specialisation",
)  # fmt: skip
"""The attributes whose question stands in vocabulary.yaml; competences carry their own."""


def attributes_from(
    *,
    specialisations: tuple[str, ...],
    levels: tuple[str, ...],
    work: tuple[str, ...],
    certificates: tuple[str, ...],
    goals: tuple[str, ...],
    competences: Mapping[str, Text | None],
    measures: Iterable[str],
    signals: Iterable[str],
    questions: Mapping[str, Text],
    professions: tuple[str, ...] = (),
) -> dict[str, Attribute]:
    """Every attribute by its words; `questions` in the order in which they are asked."""
    order = {words: number for number, words in enumerate(questions)}
    found: dict[str, Attribute] = {}

    def add(
        words: str,
        kind: AttributeType,
        moment: Moment,
        values: Iterable[str] = (),
        *,
        id: str | None = None,
        settles: bool = False,
        asked: Text | None = None,
    ) -> None:
        found[words] = Attribute(
            id=id or words.replace(" ", ".", 1).replace(" ", "_"),
            words=words,
            type=kind,
            moment=moment,
            values=tuple(values),
            settles=settles,
            asked=asked or questions.get(words),
            order=order.get(words, len(order) + len(found)),
        )

    reading, advice = Moment.READING, Moment.ADVICE
    choice, scale, flag = AttributeType.CHOICE, AttributeType.SCALE, AttributeType.FLAG
    members, years = AttributeType.MEMBERS, AttributeType.YEARS
    add("title kind", choice, reading, [kind.value for kind in TitleKind], settles=True)
    add("title form", choice, reading, [form.value for form in TitleForm], settles=True)
    if professions:
        add("title profession", choice, reading, professions, settles=True)
    add("title specialisations", members, reading, specialisations, settles=True)
    add("title levels", members, reading, levels, settles=True)
    add("title is ambiguous", flag, reading, id="title.ambiguous", settles=True)
    add("current specialisation", choice, reading, specialisations, settles=True)
    add("current level", scale, reading, levels, settles=True)
    add("goals", members, reading, goals)
    add("work", members, reading, work, settles=True)
    add("certificates", members, reading, certificates, settles=True)
    add("years in pmo", years, reading, settles=True)
    add("years in role", years, reading, settles=True)
    for competence, ask in competences.items():
        add(f"competence {competence}", AttributeType.RATING, reading, asked=ask)
    for measure in measures:
        add(f"measure {measure}", AttributeType.MEASURE, reading)
    add("specialisation", choice, Moment.SPECIALISATION, specialisations)
    add("level", scale, Moment.PLACE, levels)
    for signal in sorted(signals):
        add(f"signal {signal}", flag, Moment.SIGNALS)
    add("reading is contradictory", flag, advice, id="reading.contradictory")
    add("specialisation source", choice, advice, SOURCES, id="specialisation.source")
    add("level source", choice, advice, SOURCES, id="level.source")
    add("advice specialisation", choice, advice, specialisations)
    add("advice level", scale, advice, levels)
    add("advice move", choice, advice, [kind.value for kind in MoveKind])
    return found


RATED = ("competence ", "measure ")
TOLD = ("work", "certificates", "goals")
PLACE = ("specialisation", "level")


def attributes_of_a_duo(attributes: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """What partnership rules can look at, by its words: attributes of one of the two.

    Years and titles are left out: neither says how two people go together. A project manager has no
    place inside PMO.
    """
    found: dict[str, Attribute] = {}
    for side in Side:
        named = (*TOLD, *PLACE) if side is Side.PMO else TOLD
        for attribute in attributes.values():
            if attribute.words in named or attribute.words.startswith(RATED):
                words = f"{side} {attribute.words}"
                found[words] = replace(
                    attribute,
                    id=f"{side.key}.{attribute.id}",
                    words=words,
                    moment=Moment.PARTNERSHIP,
                    settles=False,
                    side=side,
                )
    return found
