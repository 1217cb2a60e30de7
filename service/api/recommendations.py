"""`/v1/recommendations`: a profile in, advice out."""

from typing import Any

from flask import Response, jsonify, request

from schemas.advice import AdviceSchema
from schemas.profile import EXAMPLE, ProfileSchema
from service.advice.payload import payload_of
from service.api.current import context
from service.api.openapi import Blueprint
from service.api.problem_kinds import NOT_READY
from service.reading.profile import Profile
from service.reading.sent import profile_of
from service.rulebook.vocabulary import LANGUAGES, Language

blueprint = Blueprint(
    "recommendations", __name__, description="Growth inside the PMO profession, with reasons."
)

ADVICE_HEADERS = {
    "Vakpad-Rulebook": {
        "description": "The digest of the rulebook behind the answer.",
        "schema": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    },
    "Content-Language": {
        "description": "The language of the texts.",
        "schema": {"type": "string", "enum": list(LANGUAGES)},
    },
    "Cache-Control": {
        "description": "Advice is never kept on the way.",
        "schema": {"type": "string", "const": "no-store"},
    },
}
ACCEPT_LANGUAGE = {
    "in": "header",
    "name": "Accept-Language",
    "required": False,
    "description": "Decides when the profile names no language; without either it is Dutch.",
    "schema": {"type": "string", "examples": ["en"]},
}


@blueprint.route("/v1/recommendations", methods=["POST"])
@blueprint.doc(operationId="recommend", parameters=[ACCEPT_LANGUAGE])
@blueprint.arguments(ProfileSchema, description="What is known about the person.", example=EXAMPLE)
@blueprint.refuses(NOT_READY)
@blueprint.response(200, AdviceSchema, description="The advice.", headers=ADVICE_HEADERS)
def recommend(sent: dict[str, Any]) -> Response:
    """Recommend growth inside the PMO profession

    Every recommendation names the rules and the inputs that made it. Only the title is required;
    the more is sent, the better the advice, and `questions` says what to ask next.
    """
    serving, contact = context().served.now, context().settings.advisor_contact
    profile = profile_of(sent)
    language = language_for(profile)
    advice = serving.advisor.advise(profile)
    payload = payload_of(
        advice, serving.rulebook, language, release=serving.release, advisor_contact=contact
    )
    answer = jsonify(payload)
    answer.headers["Vakpad-Rulebook"] = serving.rulebook.digest
    return _about_a_person(answer, language)


def language_for(profile: Profile) -> Language:
    """The language that the profile names, else the one that the request prefers, else Dutch."""
    preferred = request.accept_languages.best_match(LANGUAGES, default="nl")
    return profile.language or ("en" if preferred == "en" else "nl")


def _about_a_person(answer: Response, language: Language) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    answer.content_language.add(language)
    answer.vary.add("Accept-Language")
    return answer
