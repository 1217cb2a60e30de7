"""`/v1/goals`: what people can say they want."""

from typing import Any

from schemas.word_lists import GOALS_EXAMPLE, GoalsSchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.goals import goals_payload

blueprint = Blueprint("goals", __name__, description="What people can say they want.")


@blueprint.route(paths.GOALS)
@looks_up(blueprint, GoalsSchema, GOALS_EXAMPLE, operationId="listGoals")
def list_goals(asked: Lookup) -> dict[str, Any]:
    """List the goals

    To choose from; their ids, names and aliases are what `goals` in a profile takes.
    """
    return goals_payload(asked.rulebook, asked.language)
