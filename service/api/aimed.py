"""A request about one person and one role: what is asked, and how to answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Response, request

from schemas.aim import AimSchema
from service.api.asked import ACCEPT_LANGUAGE, about_people, preferred_language
from service.api.current import served_now
from service.api.json_body import JSON, json_body
from service.api.openapi import Blueprint
from service.api.problem_kinds import (
    BODY_TOO_LARGE,
    MALFORMED_JSON,
    NOT_READY,
    PROFILE_REFUSED,
    UNSUPPORTED_MEDIA_TYPE,
)
from service.reading.aim import Aim, AimReader
from service.rulebook.vocabulary import Language
from service.serving import Serving


@dataclass(frozen=True, slots=True)
class Aimed:
    """What is asked, by one rulebook from start to end."""

    serving: Serving
    aim: Aim
    language: Language

    def answered(self, answer: Response) -> Response:
        return about_people(answer, self.serving, self.language)


def asks_about_a_role(
    blueprint: Blueprint,
    schema: type[AimSchema],
    example: dict[str, Any],
    description: str,
    **documented: Any,
) -> Any:
    """Gives the view what is `Aimed`, and documents what can be sent and how it can be refused."""
    body = {
        "description": description,
        "required": True,
        "content": {JSON: {"schema": schema, "example": example}},
    }
    describe = blueprint.doc(parameters=[ACCEPT_LANGUAGE], requestBody=body, **documented)
    refuse = blueprint.refuses(
        NOT_READY, MALFORMED_JSON, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, PROFILE_REFUSED
    )
    made = schema()

    def decorate(view: Callable[[Aimed], Response]) -> Any:
        @wraps(view)
        def asking() -> Response:
            sent = json_body(request)
            serving = served_now()
            advisor = serving.advisor
            reader = AimReader(serving.rulebook, advisor.titles, advisor.mistakes_in)
            aim = reader.read(sent, made)
            return view(Aimed(serving, aim, aim.language or preferred_language()))

        return describe(refuse(asking))

    return decorate
