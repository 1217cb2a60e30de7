"""Candidates: the places that someone can be advised to grow to."""

from service.reading.model import Reading
from service.rulebook.career import Place
from service.rulebook.model import Rulebook
from service.rulebook.reach import is_lower, reached, stepped
from service.rulebook.rules import Grow, LevelStep
from service.rulebook.vocabulary import COME_TO_PMO, STEP_BACK


def candidates(reading: Reading, place: Place | None, rulebook: Rulebook) -> tuple[Place, ...]:
    """What `moves.yaml` reaches, in vocabulary order.

    From an unknown place inside PMO nothing is reached; without a place, only entry, and not for
    who says not to want it.
    """
    if place is None and (reading.in_pmo or refuses_entry(reading, rulebook)):
        return ()
    step_back = STEP_BACK in reading.goals
    targets = {
        target
        for move in rulebook.moves
        for target in reached(move, place, rulebook)
        if step_back or place is None or not is_lower(target, place, rulebook)
    }
    return tuple(sorted(targets, key=lambda target: vocabulary_order(target, rulebook)))


def refuses_entry(reading: Reading, rulebook: Rulebook) -> bool:
    """Whether the person does not want to come to PMO, and never said the opposite."""
    refusal = rulebook.goals_by_id[COME_TO_PMO].opposite
    return refusal in reading.goals and COME_TO_PMO not in reading.goals


def vocabulary_order(place: Place, rulebook: Rulebook) -> tuple[int, int]:
    return (
        rulebook.specialisation_ids.index(place.specialisation),
        rulebook.level_ids.index(place.level),
    )


def targets_of(effect: Grow, place: Place | None, rulebook: Rulebook) -> list[Place]:
    """The places that an effect weighs; a plain level counts only on entry from outside."""
    if isinstance(effect.level, LevelStep):
        if place is None:
            return []
        return stepped(effect.specialisation, effect.level, place, rulebook)
    return [Place(effect.specialisation, effect.level)] if place is None else []
