"""`/v1/roles`: the roles of the PMO profession."""

from typing import Any

from schemas.roles import ROLES_EXAMPLE, RolesSchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.roles import roles_payload

blueprint = Blueprint("roles", __name__, description="The roles of the PMO profession.")


@blueprint.route(paths.ROLES)
@looks_up(blueprint, RolesSchema, ROLES_EXAMPLE, operationId="listRoles")
def list_roles(asked: Lookup) -> dict[str, Any]:
    """List the roles

    One for each specialisation and level, with what it asks. `licence` must be shown with what is
    taken from `see_also`.
    """
    return roles_payload(asked.rulebook, asked.language)
