"""`/v1/titles`: how a job title is read, and why."""

from typing import Any

from schemas.queries import TitleQuerySchema
from schemas.titles import TITLE_EXAMPLE, TitleSchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.titles import title_payload

blueprint = Blueprint("titles", __name__, description="How job titles are read.")


@blueprint.route(paths.TITLES)
@looks_up(blueprint, TitleSchema, TITLE_EXAMPLE, query=TitleQuerySchema, operationId="readTitle")
def read_title(asked: Lookup) -> dict[str, Any]:
    """Read a title

    As the title of a profile is read, with the reasons. A title that is not known is not guessed
    at: `suggestions` then names known ones that look like it.
    """
    return title_payload(asked.serving.advisor.titles, asked.query["q"], asked.language)
