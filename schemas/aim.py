"""The shape of what is sent when a question is about one person and one role."""

from typing import Any

from schemas.profile import LANGUAGES, ProfileSchema
from schemas.profile_fields import Choice, Name, RequiredName, RequiredPart, SentSchema

TARGET: dict[str, Any] = {
    "description": "The role that it is about: its id, or its title in Dutch or English.",
    "examples": ["governance-senior"],
}


class AimSchema(SentSchema):
    """A person, and maybe a role."""

    language = Choice(
        LANGUAGES,
        metadata={
            "description": "The language of the texts in the answer. Without it the one in the "
            "profile decides, then `Accept-Language`, and without that Dutch."
        },
    )
    profile = RequiredPart(
        ProfileSchema,
        missing="`profile` is missing. Send what is known about the person in it.",
        metadata={"description": "What is known about the person."},
    )
    target = Name(metadata=TARGET)


class AimAtRoleSchema(AimSchema):
    """A person and a role."""

    target = RequiredName(
        missing="`target` is missing. Send the id of a role, such as governance-senior.",
        metadata=TARGET,
    )
