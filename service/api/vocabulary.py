"""`/v1/vocabulary`: the words in which profiles and rules are written."""

from typing import Any

from schemas.vocabulary import VOCABULARY_EXAMPLE, VocabularySchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.vocabulary import vocabulary_payload

blueprint = Blueprint("vocabulary", __name__, description="The words of profiles and rules.")


@blueprint.route(paths.VOCABULARY)
@looks_up(blueprint, VocabularySchema, VOCABULARY_EXAMPLE, operationId="showVocabulary")
def show_vocabulary(asked: Lookup) -> dict[str, Any]:
    """Show the vocabulary

    Specialisations, levels, competences with the question for each, what the ratings 1 to 5 mean,
    points, measures, and all that rules can look at.
    """
    return vocabulary_payload(asked.rulebook, asked.language)
