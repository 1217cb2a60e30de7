"""`/v1/partnerships`: two profiles in, what to say to the two out."""

from flask import Response, request

from schemas.partnership import DUO_EXAMPLE, DuoSchema, PartnershipSchema
from service.advice.partnership_payload import partnership_payload
from service.api.asked import ACCEPT_LANGUAGE, HEADERS, about_people, preferred_language
from service.api.current import served_now
from service.api.json_answer import json_answer
from service.api.json_body import JSON, json_body
from service.api.openapi import Blueprint
from service.api.problem_kinds import (
    BODY_TOO_LARGE,
    MALFORMED_JSON,
    NOT_READY,
    PROFILE_REFUSED,
    UNSUPPORTED_MEDIA_TYPE,
)
from service.reading.sent import duo_from

blueprint = Blueprint(
    "partnerships", __name__, description="A PMO'er and a project manager, as equal partners."
)

_BODY = {
    "description": "What is known about the two people.",
    "required": True,
    "content": {JSON: {"schema": DuoSchema, "example": DUO_EXAMPLE}},
}


@blueprint.route("/v1/partnerships", methods=["POST"])
@blueprint.doc(parameters=[ACCEPT_LANGUAGE], requestBody=_BODY, operationId="describePartnership")
@blueprint.refuses(
    NOT_READY, MALFORMED_JSON, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, PROFILE_REFUSED
)
@blueprint.response(200, PartnershipSchema, description="What is said to the two.", headers=HEADERS)
def describe_partnership() -> Response:
    """Show where a PMO'er and a project manager complete each other

    And where tension is likely, with five tips and why each fits these two. It is for a talk
    between equals: it has no score, says nothing about how well either works, and is no ground for
    putting teams together over their heads. Years and titles do not count.
    """
    body = json_body(request)
    serving = served_now()
    duo = duo_from(body, serving.advisor.mistakes_in)
    language = duo.language or preferred_language()
    payload = partnership_payload(
        serving.advisor.partnership(duo.pmo, duo.project_manager),
        serving.rulebook,
        language,
        release=serving.release,
    )
    return about_people(json_answer(payload), serving, language)
