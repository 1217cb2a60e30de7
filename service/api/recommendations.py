"""`/v1/recommendations`: a profile in, advice out."""

from flask import Response

from schemas.advice import AdviceSchema
from service.advice.payload import payload_of
from service.api.asked import HEADERS, Asked, asks_for_advice
from service.api.current import context
from service.api.json_answer import json_answer
from service.api.openapi import Blueprint
from service.imports.payload import import_payload

blueprint = Blueprint(
    "recommendations", __name__, description="Growth inside the PMO profession, with reasons."
)


@blueprint.route("/v1/recommendations", methods=["POST"])
@asks_for_advice(blueprint, operationId="recommend")
@blueprint.response(200, AdviceSchema, description="The advice.", headers=HEADERS)
def recommend(asked: Asked) -> Response:
    """Recommend growth inside the PMO profession

    Every recommendation names the rules and the inputs that made it. Only the title is required;
    the more is sent, the better the advice, and `questions` says what to ask next. A résumé is
    read as a profile, and `import` then says what was used of it and what was not.
    """
    payload = payload_of(
        asked.advice(),
        asked.serving.rulebook,
        asked.language,
        release=asked.serving.release,
        advisor_contact=context().settings.advisor_contact,
    )
    if asked.imported is not None:
        payload["import"] = import_payload(asked.imported, asked.language)
    return asked.answered(json_answer(payload))
