"""A request for advice: a profile, or a document that is read as one, and how to answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from flask import Request, Response, request

from schemas import json_resume
from schemas.profile import EXAMPLE, ProfileSchema
from service.advice.model import Advice
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
from service.imports.json_resume import import_resume
from service.imports.model import Imported
from service.reading.profile import Profile
from service.reading.sent import profile_from
from service.rulebook.vocabulary import LANGUAGES, Language
from service.serving import Serving

MEDIA_TYPES = (JSON, json_resume.MEDIA_TYPE)

HEADERS = {
    "Vakpad-Rulebook": {
        "description": "The digest of the rulebook behind the answer.",
        "required": True,
        "schema": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    },
    "Content-Language": {
        "description": "The language of the texts.",
        "required": True,
        "schema": {"type": "string", "enum": list(LANGUAGES)},
    },
    "Cache-Control": {
        "description": "Advice is never kept on the way.",
        "required": True,
        "schema": {"type": "string", "const": "no-store"},
    },
}
"""Those of every answer about a person."""

ACCEPT_LANGUAGE = {
    "in": "header",
    "name": "Accept-Language",
    "required": False,
    "description": "Decides when the body names no language; without either it is Dutch.",
    "schema": {"type": "string", "examples": ["en"]},
}
_BODY = {
    "description": "What is known about the person: a profile, or a résumé in JSON Resume 1.0.",
    "required": True,
    "content": {
        JSON: {"schema": ProfileSchema, "example": EXAMPLE},
        json_resume.MEDIA_TYPE: {
            "schema": json_resume.ResumeSchema,
            "example": json_resume.EXAMPLE,
        },
    },
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, by one rulebook from start to end; `imported` is None for a profile."""

    serving: Serving
    profile: Profile
    imported: Imported | None
    language: Language

    def advice(self) -> Advice:
        return self.serving.advisor.advise(self.profile)

    def answered(self, answer: Response) -> Response:
        return about_people(answer, self.serving, self.language)


def about_people(answer: Response, serving: Serving, language: Language) -> Response:
    """The answer with the headers of one about a person, or about two."""
    answer.headers.extend(
        {
            "Vakpad-Rulebook": serving.rulebook.digest,
            "Cache-Control": "no-store",
            "Content-Language": language,
            "Vary": "Accept-Language",
        }
    )
    return answer


def asks_for_advice(blueprint: Blueprint, **documented: Any) -> Any:
    """Gives the view what is `Asked`, and documents what can be sent and how it can be refused."""
    describe = blueprint.doc(parameters=[ACCEPT_LANGUAGE], requestBody=_BODY, **documented)
    refuse = blueprint.refuses(
        NOT_READY, MALFORMED_JSON, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, PROFILE_REFUSED
    )

    def decorate(view: Callable[[Asked], Response]) -> Any:
        @wraps(view)
        def asking() -> Response:
            return view(_asked(request))

        return describe(refuse(asking))

    return decorate


def _asked(sent: Request) -> Asked:
    """Raises `Problem`, `ProfileRefused` or `NothingServed` for what cannot be answered."""
    body = json_body(sent, MEDIA_TYPES)
    serving = served_now()
    if sent.mimetype == JSON:
        profile, imported = profile_from(body, serving.advisor.mistakes_in), None
    else:
        imported = import_resume(body, serving.rulebook, date.today())
        profile = imported.profile
    return Asked(serving, profile, imported, profile.language or preferred_language())


def preferred_language() -> Language:
    """That of the header `Accept-Language`: `nl-BE` is Dutch, and what comes first goes first."""
    for tag, quality in request.accept_languages:
        spoken = tag.partition("-")[0].lower()
        if quality > 0 and spoken in ("nl", "en"):
            return "en" if spoken == "en" else "nl"
    return "nl"
