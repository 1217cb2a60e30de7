"""The shape of a profile: what a portal sends about one person.

Shape only. Whether a competence or a kind of work exists is for the rulebook to say.
"""

from marshmallow import fields

from schemas.profile_fields import (
    Choice,
    FreeText,
    Name,
    Names,
    Part,
    Ratings,
    Reference,
    RequiredName,
    SentSchema,
    Years,
)

LANGUAGES = ("nl", "en")
RATERS = ("self", "manager", "assessment")

EXAMPLE = {
    "subject": "p-7f3a91",
    "language": "nl",
    "title": "PMO'er",
    "current": {"specialisation": "office", "level": "medior"},
    "experience": {"years_in_role": 4, "years_in_pmo": 3.5},
    "competences": {"analytisch": 4, "stress-resistant": 5},
    "ratings_by": "self",
    "certificates": ["PRINCE2 Practitioner", "P3O Foundation"],
    "work": ["portfolio-report"],
    "ambition": "Ik wil projectmanager worden.",
    "goals": [],
}


def _about(description: str, *examples: object) -> dict[str, object]:
    return {"description": description} | ({"examples": list(examples)} if examples else {})


class CurrentPlaceSchema(SentSchema):
    """Where the person works now, when the portal knows."""

    specialisation = Name(
        metadata=_about("The specialisation inside the PMO profession, by its id.", "office")
    )
    level = Name(metadata=_about("The level, by its id.", "medior"))


class ExperienceSchema(SentSchema):
    """How long the person has been doing this."""

    years_in_role = Years(metadata=_about("Years in the present role, in steps of 0.1.", 4))
    years_in_pmo = Years(metadata=_about("Years inside the PMO profession, in steps of 0.1.", 3.5))


class ProfileSchema(SentSchema):
    """A profile. Only `title` is required; null means not sent, an empty list means none.

    Loads to the same names; `None` or absent is not sent, years are whole tenths.
    """

    subject = Reference(
        metadata=_about("Your own pseudonym for this person. Never a name.", "p-7f3a91")
    )
    language = Choice(
        LANGUAGES,
        metadata=_about(
            "The language of the texts in the answer. Without it `Accept-Language` decides, and "
            "without that Dutch."
        ),
    )
    title: fields.Field[str] = RequiredName(
        missing="`title` is missing. Send the title of the person's job, such as PMO'er.",
        metadata=_about("The title of the person's job, in the portal's own words.", "PMO'er"),
    )
    current = Part(
        CurrentPlaceSchema,
        metadata=_about("The present place inside the PMO profession. Binding, if sent."),
    )
    experience = Part(ExperienceSchema, metadata=_about("Years of experience."))
    competences = Ratings(
        metadata=_about(
            "Ratings by competence: ids or names in Dutch or English.",
            {"analytisch": 4, "stress-resistant": 5},
        )
    )
    ratings_by = Choice(RATERS, metadata=_about("Who gave the ratings."))
    certificates = Names(
        "The id or a name of a certificate.",
        metadata=_about(
            "Certificates that the person holds, by id or name. One that is not recognised is "
            "reported back.",
            ["P3O Foundation"],
        ),
    )
    work = Names(
        "The id or a name of a kind of work.",
        metadata=_about("What the person works on, by id or name.", ["portfolio-report"]),
    )
    ambition = FreeText(
        longest=2000,
        metadata=_about(
            "What the person wants, in their own words. It is matched with the known goals and "
            "then dropped: never kept, logged or repeated.",
            "Ik wil projectmanager worden.",
        ),
    )
    goals = Names(
        "The id or a name of a goal.",
        metadata=_about("What the person wants, by id or name.", ["become-project-manager"]),
    )
