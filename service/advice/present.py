"""The present place: where a person stands now, and how we know."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.advice.model import PresentPlace, Source
from service.engine.findings import NOTHING_ASKED, Findings
from service.engine.protocol import Evaluate, Step
from service.reading.model import Reading
from service.rulebook.facts import Facts, FactValue
from service.rulebook.model import Rulebook
from service.rulebook.rules import Rule, Settle
from service.rulebook.titles import TitleForm, TitleKind

ASSUMABLE = 2
"""The widest range of levels of which the lowest is assumed."""


SURE = (Source.GIVEN, Source.TITLE)
"""Where a place comes from when no rule is asked."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A specialisation or a level; `disagree` when the rules that fired do not agree."""

    value: str | None
    source: Source | None
    disagree: bool = False


def has_present_place(reading: Reading) -> bool:
    """Whether to look for a place at all: another profession has none inside PMO."""
    return reading.in_pmo or reading.title.kind is None


def _title_may_be_pmo(reading: Reading) -> bool:
    return TitleKind.PMO in reading.title.kinds


def settle_specialisation(reading: Reading, fired: Iterable[Rule]) -> Settled:
    """The specialisation, given the settling rules that fired.

    A title that may mean several things is overruled by what someone does.
    """
    title = reading.title
    allowed = title.specialisations if _title_may_be_pmo(reading) else None
    proposed = [rule.effect.specialisation for rule in fired if isinstance(rule.effect, Settle)]
    within = None if title.ambiguous else allowed
    return _settle(
        reading.current_specialisation, allowed, proposed, title.usual_specialisation, within
    )


def settle_level(reading: Reading, rulebook: Rulebook, fired: Iterable[Rule]) -> Settled:
    """The level, given the settling rules that fired."""
    title = reading.title
    allowed = title.levels if _title_may_be_pmo(reading) else None
    proposed = [rule.effect.level for rule in fired if isinstance(rule.effect, Settle)]
    usual = title.usual_level
    if usual is None and allowed and len(allowed) <= ASSUMABLE:
        usual = min(allowed, key=rulebook.level_ids.index)
    return _settle(reading.current_level, allowed, proposed, usual, allowed)


def _settle(
    given: str | None,
    allowed: tuple[str, ...] | None,
    proposed: Iterable[str | None],
    usual: str | None,
    within: tuple[str, ...] | None,
) -> Settled:
    """The first that applies: given, the title, the rules, what is assumed.

    `allowed` is what the title leaves, or None when it says nothing about a place inside PMO, and
    `within` is what the rules may choose from.
    """
    if given is not None:
        return Settled(given, Source.GIVEN)
    if allowed is not None and len(allowed) == 1:
        return Settled(allowed[0], Source.TITLE)
    choices = {
        value for value in proposed if value is not None and (within is None or value in within)
    }
    if len(choices) == 1:
        return Settled(choices.pop(), Source.RULE)
    disagree = len(choices) > 1
    if usual is not None and allowed is not None:
        return Settled(usual, Source.ASSUMED, disagree)
    return Settled(None, None, disagree)


def contradicts_title(reading: Reading) -> bool:
    """Whether the place that was sent is one that the title does not allow.

    A title that may mean several things, or that names a unit, contradicts nothing.
    """
    title = reading.title
    if reading.current_specialisation is None and reading.current_level is None:
        return False
    if title.ambiguous or title.form is TitleForm.UNIT:
        return False
    if title.kind is not None and title.kind is not TitleKind.PMO:
        return title.kind is not TitleKind.ADJACENT
    if not _title_may_be_pmo(reading):
        return False
    return (
        reading.current_specialisation is not None
        and reading.current_specialisation not in title.specialisations
    ) or (reading.current_level is not None and reading.current_level not in title.levels)


def put_together(reading: Reading, specialisation: Settled, level: Settled) -> PresentPlace:
    return PresentPlace(
        specialisation=specialisation.value,
        specialisation_source=specialisation.source,
        level=level.value,
        level_source=level.source,
        contradictory=(
            specialisation.disagree
            or level.disagree
            or reading.title.contradictory
            or contradicts_title(reading)
        ),
    )


NOWHERE = PresentPlace(None, None, None, None, contradictory=False)


@dataclass(frozen=True, slots=True)
class Settling:
    """What the settling rules came to, where they were needed."""

    specialisation: Findings = NOTHING_ASKED
    level: Findings = NOTHING_ASKED


def present_place(
    reading: Reading, facts: Facts, rulebook: Rulebook, evaluate: Evaluate
) -> tuple[PresentPlace, Settling]:
    """Settles the specialisation, then the level; once settled nothing changes them.

    The settling rules are only run where they are needed.
    """
    if not has_present_place(reading):
        return NOWHERE, Settling()
    settling = levelling = NOTHING_ASKED
    specialisation = settle_specialisation(reading, ())
    if specialisation.source not in SURE:
        settling = evaluate(Step.SPECIALISATION, facts)
        specialisation = settle_specialisation(reading, settling.true)
    level = settle_level(reading, rulebook, ())
    if level.source not in SURE:
        levelling = evaluate(Step.LEVEL, with_specialisation(facts, specialisation.value))
        level = settle_level(reading, rulebook, levelling.true)
    return put_together(reading, specialisation, level), Settling(settling, levelling)


def with_specialisation(facts: Facts, specialisation: str | None) -> Facts:
    return facts if specialisation is None else {**facts, "specialisation": specialisation}


def place_facts(present: PresentPlace) -> dict[str, FactValue]:
    """The place as facts."""
    named = {"specialisation": present.specialisation, "level": present.level}
    return {id: value for id, value in named.items() if value is not None}
