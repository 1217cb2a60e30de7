"""`/v1/career-map`: places, the steps between them, and the profession beside them."""

from typing import Any

from schemas.career_map import CAREER_MAP_EXAMPLE, CareerMapSchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.career_map import career_map_payload

blueprint = Blueprint("career map", __name__, description="The map of the PMO profession.")


@blueprint.route(paths.CAREER_MAP)
@looks_up(blueprint, CareerMapSchema, CAREER_MAP_EXAMPLE, operationId="showCareerMap")
def show_career_map(asked: Lookup) -> dict[str, Any]:
    """Show the career map

    All places and all steps that can be advised. Project management stands beside the map, as an
    equal partner: it is no place on it, and no step leads there.
    """
    return career_map_payload(asked.rulebook, asked.language)
