"""What can be looked up in the rulebook: answers that can be kept until it changes.

Each has a strong ETag: from the digest of the rulebook, the language and the answer itself. The
digest alone would not do, because it is blind to what some answers show: the order of entries in
their file, and the line that a rule stands on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from typing import Any

from flask import Response, jsonify, request
from marshmallow import Schema

from schemas.faults import Fault
from schemas.queries import NoQuerySchema, QuerySchema
from service.api.asked import preferred_language
from service.api.current import served_now
from service.api.openapi import NOT_MODIFIED, Blueprint
from service.api.problem_kinds import NOT_READY, QUERY_REFUSED
from service.api.query import Query, query_of
from service.rulebook.model import Rulebook
from service.rulebook.vocabulary import LANGUAGES, Language
from service.serving import Serving

HEADERS = {
    "Vakpad-Rulebook": {
        "description": "The digest of the rulebook behind the answer.",
        "required": True,
        "schema": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    },
    "ETag": {
        "description": "Send it in If-None-Match to hear whether anything changed.",
        "required": True,
        "schema": {"type": "string", "pattern": '^"[0-9a-f]{32}"$'},
    },
    "Cache-Control": {
        "description": "Keep the answer, and ask each time whether it still holds.",
        "required": True,
        "schema": {"type": "string", "const": "no-cache"},
    },
    "Content-Language": {
        "description": "The language of the texts.",
        "required": True,
        "schema": {"type": "string", "enum": list(LANGUAGES)},
    },
    "Vary": {
        "description": "The answer depends on the language that was asked for.",
        "required": True,
        "schema": {"type": "string", "const": "Accept-Language"},
    },
}
_PARAMETERS = [
    {
        "in": "header",
        "name": "Accept-Language",
        "required": False,
        "description": "The language of the texts: Dutch or English; without it Dutch.",
        "schema": {"type": "string", "examples": ["en"]},
    },
    {
        "in": "header",
        "name": "If-None-Match",
        "required": False,
        "description": "The ETag of an answer that was kept: 304 when it still holds.",
        "schema": {"type": "string", "examples": ['"0f343b0931126a20f133d67c2b018a3b"']},
    },
]

Check = Callable[[Query, Rulebook], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is looked up, in one rulebook from start to end."""

    serving: Serving
    language: Language
    query: Query

    @property
    def rulebook(self) -> Rulebook:
        return self.serving.rulebook


def looks_up(
    blueprint: Blueprint,
    answer: type[Schema],
    example: dict[str, Any],
    *,
    query: type[QuerySchema] = NoQuerySchema,
    check: Check = lambda query, rulebook: iter(()),
    **documented: Any,
) -> Any:
    """Gives the view a `Lookup` and answers with the payload that it returns.

    `check` finds what the rulebook does not have among the parameters of the query.
    """
    asked = [{"in": "query", "schema": query}] if query().fields else []
    describe = blueprint.doc(parameters=[*_PARAMETERS, *asked], **documented)
    respond = blueprint.response(
        200, answer, description=answer.__doc__, example=example, headers=HEADERS
    )
    refuse = blueprint.refuses(NOT_READY, QUERY_REFUSED)
    unchanged = blueprint.alt_response(304, response=NOT_MODIFIED)

    def decorate(view: Callable[..., dict[str, Any]]) -> Any:
        @wraps(view)
        def looking_up(**place: str) -> Response:
            serving = served_now()
            found = query_of(request, query, lambda sent: check(sent, serving.rulebook))
            lookup = Lookup(serving, preferred_language(), found)
            return _kept(jsonify(view(lookup, **place)), lookup)

        return describe(respond(refuse(unchanged(looking_up))))

    return decorate


def _kept(answer: Response, lookup: Lookup) -> Response:
    """The answer with the headers of one that can be kept; 304 for who has it already."""
    answer.headers["Vakpad-Rulebook"] = lookup.rulebook.digest
    answer.headers["Cache-Control"] = "no-cache"
    answer.content_language.add(lookup.language)
    answer.vary.add("Accept-Language")
    decides = f"{lookup.rulebook.digest} {lookup.language} ".encode() + answer.get_data()
    answer.set_etag(sha256(decides).hexdigest()[:32])
    answer.make_conditional(request)
    return answer
