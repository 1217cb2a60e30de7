"""The career map: places, the steps between them, and the profession beside them.

Project management stands beside the map, as an equal partner; it is no place, and no step leads to
it. A place is a specialisation and a level, so it cannot be one.
"""

from collections.abc import Iterator
from typing import Any

from service.catalogue.roles import roles_in_order
from service.rulebook.career import Move, MoveKind, Place, Role
from service.rulebook.model import Rulebook
from service.rulebook.reach import move_kind, reached
from service.rulebook.titles import TitleKind
from service.rulebook.vocabulary import Language, Text

PROJECT_MANAGEMENT = Text(nl="Projectmanagement", en="Project management")


def career_map_payload(rulebook: Rulebook, language: Language) -> dict[str, Any]:
    how_they_stand = rulebook.guardrail_texts["not-a-stepping-stone"]
    return {
        "places": [_place(role, language) for role in roles_in_order(rulebook)],
        "moves": [step for move in rulebook.moves for step in _steps(move, rulebook, language)],
        "neighbours": [
            {
                "id": TitleKind.PROJECT_MANAGEMENT.value,
                "name": PROJECT_MANAGEMENT.in_language(language),
                "text": how_they_stand.in_language(language),
            }
        ],
    }


def _place(role: Role, language: Language) -> dict[str, Any]:
    return {
        "id": role.id,
        "specialisation": role.place.specialisation,
        "level": role.place.level,
        "title": role.title.in_language(language),
    }


def _steps(move: Move, rulebook: Rulebook, language: Language) -> Iterator[dict[str, Any]]:
    for origin in _origins(move):
        for target in reached(move, origin, rulebook):
            kind = move_kind(target, origin, rulebook)
            yield {
                "origin": origin and origin.role,
                "target": target.role,
                "kind": kind.value,
                "on_request": kind is MoveKind.STEP_BACK,
                "move": move.id,
                "about": move.about.in_language(language),
            }


def _origins(move: Move) -> list[Place | None]:
    """The places that a move starts from; None is outside PMO."""
    if move.from_specialisation is None:
        return [None]
    return [Place(move.from_specialisation, level) for level in move.from_levels]
