"""`/healthz` and `/readyz`: whether the process answers, and whether it can give advice."""

from flask import Response, jsonify

from schemas.health import AliveSchema, ReadySchema
from service.api.current import context
from service.api.openapi import Blueprint
from service.api.problem_kinds import NOT_READY

blueprint = Blueprint("health", __name__, description="For whoever keeps the service running.")


@blueprint.route("/healthz")
@blueprint.doc(operationId="alive")
@blueprint.response(200, AliveSchema, description="The process answers.")
def alive() -> Response:
    """Tell that the process answers

    Looks at nothing else: a process that does not answer here should be started again.
    """
    return jsonify(status="alive")


@blueprint.route("/readyz")
@blueprint.doc(operationId="ready")
@blueprint.refuses(NOT_READY)
@blueprint.response(200, ReadySchema, description="A rulebook is served.")
def ready() -> Response:
    """Tell which rulebook is served, once there is one

    Until then it answers 503, and no requests should be sent this way yet.
    """
    serving = context().served.now
    rulebook = {"release": serving.release, "digest": serving.rulebook.digest}
    return jsonify(status="ready", rulebook=rulebook)
