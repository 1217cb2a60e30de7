"""`/v1/what-if`: a profile with variations in, the advice for each and what differs out."""

from flask import Response, request

from schemas.what_if import WHAT_IF_EXAMPLE, WhatIfAnswerSchema, WhatIfSchema
from service.api.asked import ACCEPT_LANGUAGE, HEADERS, about_people, preferred_language
from service.api.current import context, served_now
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
from service.explaining.what_if import what_if
from service.explaining.what_if_payload import what_if_payload
from service.reading.variations import varied_from

blueprint = Blueprint("what-if", __name__, description="What would be different, if.")

_BODY = {
    "description": "What is known about the person, and up to 20 variations on it.",
    "required": True,
    "content": {JSON: {"schema": WhatIfSchema, "example": WHAT_IF_EXAMPLE}},
}


@blueprint.route("/v1/what-if", methods=["POST"])
@blueprint.doc(parameters=[ACCEPT_LANGUAGE], requestBody=_BODY, operationId="compareWhatIf")
@blueprint.refuses(
    NOT_READY, MALFORMED_JSON, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, PROFILE_REFUSED
)
@blueprint.response(
    200, WhatIfAnswerSchema, description="The advice for each, and what differs.", headers=HEADERS
)
def compare_what_if() -> Response:
    """Compare the advice for a profile with that for variations on it

    A change has the meaning of JSON merge patch (RFC 7396): what is left out stays, null means not
    sent, an object is merged and a list replaced. Each variation says what it changes in outcome,
    ranking, reasons and gaps, as data and in sentences. If one variation is wrong, none is
    answered.
    """
    body = json_body(request)
    serving = served_now()
    advisor = serving.advisor
    varied = varied_from(body, advisor.mistakes_in, advisor.competence)
    language = varied.language or preferred_language()
    payload = what_if_payload(
        what_if(varied.profile, varied.variations, advisor),
        serving.rulebook,
        language,
        release=serving.release,
        advisor_contact=context().settings.advisor_contact,
    )
    return about_people(json_answer(payload), serving, language)
