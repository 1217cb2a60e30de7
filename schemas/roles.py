"""The shape of the roles of the profession."""

from marshmallow import fields

from schemas.advice import ASK_KINDS
from schemas.answer_fields import AnswerSchema, a_choice, a_text, parts_of


class RoleAskSchema(AnswerSchema):
    """Something that a role asks."""

    kind = a_choice("What sort of thing it is.", ASK_KINDS)
    id = a_text("Its id.")
    name = a_text("Its name.")
    need = fields.Raw(
        required=True,
        metadata={"description": "The rating (1-5) that is asked, or the id of what is asked."},
    )


class SeeAlsoSchema(AnswerSchema):
    """A description of much the same role by others."""

    name = a_text("Its name.")
    link = a_text("Where it is; null for a bare name.", null=True)
    licence = a_text("What to say when it is used; null when nothing is asked.", null=True)


class RoleSchema(AnswerSchema):
    """A role: what a place in the profession is for."""

    id = a_text("Its id.")
    specialisation = a_text("The id of its specialisation.")
    level = a_text("The id of its level.")
    title = a_text("Its title.")
    description = a_text("What it is about.")
    asks = parts_of(RoleAskSchema, "What it asks; never years, never traits.")
    see_also = parts_of(SeeAlsoSchema, "What others say about it.")


class RolesSchema(AnswerSchema):
    """The roles."""

    items = parts_of(RoleSchema, "The roles, by specialisation and level.")


ROLES_EXAMPLE = {
    "items": [
        {
            "id": "governance-medior",
            "specialisation": "governance",
            "level": "medior",
            "title": "Portfolio analyst",
            "description": "You maintain portfolio data, changes and decisions across projects.",
            "asks": [
                {
                    "kind": "competence",
                    "id": "portfolio-analysis",
                    "name": "portfolio analysis",
                    "need": 3,
                }
            ],
            "see_also": [
                {
                    "name": "ESCO project support officer",
                    "link": "http://data.europa.eu/esco/occupation/5ccb2c34",
                    "licence": "This service uses the ESCO classification.",
                }
            ],
        }
    ]
}
