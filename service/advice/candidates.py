"""Candidates: the places that someone can be advised to grow to, and the kind of move it takes."""

from service.advice.model import MoveKind
from service.reading.model import Reading
from service.rulebook.career import Move, Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import Grow, LevelStep
from service.rulebook.vocabulary import STEP_BACK


def candidates(reading: Reading, place: Place | None, rulebook: Rulebook) -> tuple[Place, ...]:
    """What `moves.yaml` reaches, in vocabulary order.

    From an unknown place inside PMO nothing is reached; without a place, only entry.
    """
    if place is None and reading.in_pmo:
        return ()
    step_back = STEP_BACK in reading.goals
    reached = {
        target
        for move in rulebook.moves
        for target in _targets(move, place, rulebook)
        if step_back or place is None or not _is_lower(target, place, rulebook)
    }
    return tuple(sorted(reached, key=lambda target: vocabulary_order(target, rulebook)))


def vocabulary_order(place: Place, rulebook: Rulebook) -> tuple[int, int]:
    return (
        rulebook.specialisation_ids.index(place.specialisation),
        rulebook.level_ids.index(place.level),
    )


def _targets(move: Move, place: Place | None, rulebook: Rulebook) -> list[Place]:
    if place is None:
        if move.from_specialisation is not None:
            return []
        return [Place(move.to_specialisation, level) for level in move.entry_levels]
    applies = move.from_specialisation == place.specialisation and place.level in move.from_levels
    if not applies or move.step is None:
        return []
    return _stepped(move.to_specialisation, move.step, place, rulebook)


STEPS = {
    LevelStep.SAME: (0,),
    LevelStep.UP: (1,),
    LevelStep.SAME_OR_UP: (0, 1),
    LevelStep.DOWN: (-1,),
}


def _stepped(specialisation: str, step: LevelStep, place: Place, rulebook: Rulebook) -> list[Place]:
    """Places in a specialisation, one step at most from the present level."""
    levels = rulebook.level_ids
    present = levels.index(place.level)
    return [
        Place(specialisation, levels[present + change])
        for change in STEPS[step]
        if 0 <= present + change < len(levels)
    ]


def targets_of(effect: Grow, place: Place | None, rulebook: Rulebook) -> list[Place]:
    """The places that an effect weighs; a plain level counts only on entry from outside."""
    if isinstance(effect.level, LevelStep):
        if place is None:
            return []
        return _stepped(effect.specialisation, effect.level, place, rulebook)
    return [Place(effect.specialisation, effect.level)] if place is None else []


def _is_lower(target: Place, place: Place, rulebook: Rulebook) -> bool:
    return rulebook.level_ids.index(target.level) < rulebook.level_ids.index(place.level)


def move_kind(target: Place, place: Place | None, rulebook: Rulebook) -> MoveKind:
    if place is None:
        return MoveKind.ENTRY
    if target == place:
        return MoveKind.DEEPEN
    if _is_lower(target, place, rulebook):
        return MoveKind.STEP_BACK
    if target.level != place.level:
        return MoveKind.UP
    at_the_top = place.level == rulebook.level_ids[-1]
    return MoveKind.WIDEN if at_the_top else MoveKind.LATERAL
