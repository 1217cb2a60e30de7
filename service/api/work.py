"""`/v1/work`: the kinds of work that people can do."""

from typing import Any

from schemas.word_lists import WORK_EXAMPLE, WorkListSchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.work import work_payload

blueprint = Blueprint("work", __name__, description="The kinds of work that people can do.")


@blueprint.route(paths.WORK)
@looks_up(blueprint, WorkListSchema, WORK_EXAMPLE, operationId="listWork")
def list_work(asked: Lookup) -> dict[str, Any]:
    """List the kinds of work

    To choose from; their ids, names and aliases are what `work` in a profile takes.
    """
    return work_payload(asked.rulebook, asked.language)
