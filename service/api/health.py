"""`/healthz` and `/readyz`: whether the process answers, and whether it can give advice."""

from typing import Any

from flask import Response, jsonify

from schemas.health import AliveSchema, ReadySchema
from service.api.current import context
from service.api.openapi import Blueprint
from service.api.problem_kinds import NOT_READY
from service.serving import Rejected

blueprint = Blueprint("health", __name__, description="For whoever keeps the service running.")

MOST_TOLD = 10
"""Mistakes in one answer; `vakpad check` tells all of them."""


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

    Until then it answers 503, and no requests should be sent this way yet. Rules that were changed
    and have mistakes are not served: it stays ready with the ones from before, and says so.
    """
    served = context().served
    serving, rejected = served.now, served.rejected
    return jsonify(
        status="ready",
        rulebook={"release": serving.release, "digest": serving.rulebook.digest},
        rejected=None if rejected is None else _rejected(rejected),
    )


def _rejected(rejected: Rejected) -> dict[str, Any]:
    return {
        "since": rejected.since.isoformat(timespec="seconds"),
        "reason": rejected.reason,
        "errors": [
            {
                "file": error.file,
                "line": error.line,
                "column": error.column,
                "code": error.code,
                "message": error.message,
                "hint": error.hint,
            }
            for error in rejected.errors[:MOST_TOLD]
        ],
    }
