"""`/v1/roadmaps`: a profile and a role in, the way there out."""

from flask import Response

from schemas.aim import AimAtRoleSchema
from schemas.roadmap import ROADMAP_EXAMPLE, RoadmapSchema
from service.api.aimed import Aimed, asks_about_a_role
from service.api.asked import HEADERS
from service.api.current import context
from service.api.json_answer import json_answer
from service.api.openapi import Blueprint
from service.explaining.roadmap_payload import roadmap_payload
from service.explaining.roadmaps import Roadmaps

blueprint = Blueprint("roadmaps", __name__, description="The way to a role, step by step.")


@blueprint.route("/v1/roadmaps", methods=["POST"])
@asks_about_a_role(
    blueprint,
    AimAtRoleSchema,
    ROADMAP_EXAMPLE,
    "What is known about the person, and the role to go to.",
    operationId="drawRoadmap",
)
@blueprint.response(200, RoadmapSchema, description="The roadmap.", headers=HEADERS)
def draw_roadmap(aimed: Aimed) -> Response:
    """Show the way from here to a role inside PMO

    Step by step, each of one level at most, over the moves that the rulebook allows; with what each
    role asks, what is known to be missing, what the person can do, and how long it usually takes.
    When there is no way to show, `outcome` and `text` say why, kindly and in plain words.
    """
    assert aimed.aim.target is not None
    serving, profile = aimed.serving, aimed.aim.profile
    standing = serving.advisor.standing(profile)
    payload = roadmap_payload(
        Roadmaps(serving.rulebook).of(standing, aimed.aim.target),
        serving.rulebook,
        aimed.language,
        ratings_by=profile.ratings_by,
        release=serving.release,
        advisor_contact=context().settings.advisor_contact,
    )
    return aimed.answered(json_answer(payload))
