"""`/v1/explanations`: a profile and maybe a role in, why the advice is what it is out."""

from flask import Response

from schemas.aim import AimSchema
from schemas.explanation import EXPLANATION_EXAMPLE, ExplanationSchema
from service.api.aimed import Aimed, asks_about_a_role
from service.api.asked import HEADERS
from service.api.current import context
from service.api.json_answer import json_answer
from service.api.openapi import Blueprint
from service.explaining.explanation import explain
from service.explaining.payload import explanation_payload

blueprint = Blueprint(
    "explanations", __name__, description="Why, why not, and what would have to change."
)


@blueprint.route("/v1/explanations", methods=["POST"])
@asks_about_a_role(
    blueprint,
    AimSchema,
    EXPLANATION_EXAMPLE,
    "What is known about the person, and maybe a role to ask about.",
    operationId="explain",
)
@blueprint.response(200, ExplanationSchema, description="The explanation.", headers=HEADERS)
def explain_advice(aimed: Aimed) -> Response:
    """Explain the advice to a profile, and how one role came out

    Why: the rules that counted, condition by condition, with what each of them saw. Why not: what
    was not met, what is unknown, what excluded a role and what came before it. With a `target` also
    the smallest change that would bring that role to the front, by what the person can do: never by
    traits, years, title or place.
    """
    serving, aim = aimed.serving, aimed.aim
    payload = explanation_payload(
        explain(serving.advisor, aim.profile, aim.target),
        serving.rulebook,
        aimed.language,
        release=serving.release,
        advisor_contact=context().settings.advisor_contact,
    )
    return aimed.answered(json_answer(payload))
