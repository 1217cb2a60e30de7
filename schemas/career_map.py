"""The shape of the career map: places, moves, and the profession beside them."""

from schemas.advice import MOVES
from schemas.answer_fields import AnswerSchema, a_choice, a_flag, a_text, parts_of


class PlaceSchema(AnswerSchema):
    """A place in the PMO profession."""

    id = a_text("Its id, which is that of its role.")
    specialisation = a_text("The id of its specialisation.")
    level = a_text("The id of its level.")
    title = a_text("The title of its role.")


class StepSchema(AnswerSchema):
    """A step that can be taken."""

    origin = a_text("The id of the place that it starts from; null is outside PMO.", null=True)
    target = a_text("The id of the place that it leads to.")
    kind = a_choice("What sort of step it is.", MOVES)
    on_request = a_flag("Whether it is only advised to who asks for it.")
    move = a_text("The id of the move in the rulebook that allows it.")
    about = a_text("What that move is about.")


class NeighbourSchema(AnswerSchema):
    """A profession beside PMO: an equal partner, never a rung of this map."""

    id = a_text("Its id.")
    name = a_text("Its name.")
    text = a_text("How the two professions stand to each other.")


class CareerMapSchema(AnswerSchema):
    """The map of the PMO profession."""

    places = parts_of(PlaceSchema, "All places, by specialisation and level.")
    moves = parts_of(StepSchema, "All steps between them, and those from outside.")
    neighbours = parts_of(NeighbourSchema, "The professions beside it. No step leads there.")


CAREER_MAP_EXAMPLE = {
    "places": [
        {
            "id": "governance-medior",
            "specialisation": "governance",
            "level": "medior",
            "title": "Portfolio analyst",
        }
    ],
    "moves": [
        {
            "origin": "office-medior",
            "target": "governance-medior",
            "kind": "lateral",
            "on_request": False,
            "move": "office-to-governance",
            "about": "From mid-level, someone in office can move to governance.",
        }
    ],
    "neighbours": [
        {
            "id": "project-management",
            "name": "Project management",
            "text": "Project management is another profession: not the next rung after PMO but an "
            "equal partner of it.",
        }
    ],
}
