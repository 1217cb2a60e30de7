"""Which places a move reaches, and what kind of step that is."""

from service.rulebook.career import Move, MoveKind, Place
from service.rulebook.model import Rulebook
from service.rulebook.rules import LevelStep

_CHANGES = {
    LevelStep.SAME: (0,),
    LevelStep.UP: (1,),
    LevelStep.SAME_OR_UP: (0, 1),
    LevelStep.DOWN: (-1,),
}


def reached(move: Move, place: Place | None, rulebook: Rulebook) -> list[Place]:
    """The places that a move reaches from a place; without a place, from outside PMO."""
    if place is None:
        if move.from_specialisation is not None:
            return []
        return [Place(move.to_specialisation, level) for level in move.entry_levels]
    applies = move.from_specialisation == place.specialisation and place.level in move.from_levels
    if not applies or move.step is None:
        return []
    return stepped(move.to_specialisation, move.step, place, rulebook)


def stepped(specialisation: str, step: LevelStep, place: Place, rulebook: Rulebook) -> list[Place]:
    """Places in a specialisation, one step at most from the present level."""
    levels = rulebook.level_ids
    present = levels.index(place.level)
    return [
        Place(specialisation, levels[present + change])
        for change in _CHANGES[step]
        if 0 <= present + change < len(levels)
    ]


def is_lower(target: Place, place: Place, rulebook: Rulebook) -> bool:
    return rulebook.level_ids.index(target.level) < rulebook.level_ids.index(place.level)


def move_kind(target: Place, place: Place | None, rulebook: Rulebook) -> MoveKind:
    if place is None:
        return MoveKind.ENTRY
    if target == place:
        return MoveKind.DEEPEN
    if is_lower(target, place, rulebook):
        return MoveKind.STEP_BACK
    if target.level != place.level:
        return MoveKind.UP
    at_the_top = place.level == rulebook.level_ids[-1]
    return MoveKind.WIDEN if at_the_top else MoveKind.LATERAL
