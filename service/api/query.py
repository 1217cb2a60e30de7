"""The query of a request: every parameter known, there once, and as it must be."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask import Request
from marshmallow import ValidationError

from schemas.faults import Fault, faults_of, shown
from schemas.queries import QuerySchema
from service.api.problem_kinds import QUERY_REFUSED
from service.api.problems import MOST_ERRORS, Problem
from service.reading.pointers import pointer_to
from service.reading.profile import ProfileError

Query = Mapping[str, Any]
Check = Callable[[Query], Iterable[Fault]]


def query_of(sent: Request, schema: type[QuerySchema], check: Check) -> Query:
    """The parameters by name; raises `Problem` with all that is wrong with them.

    `check` looks at those that have the right shape.
    """
    given = sent.args.to_dict(flat=False)
    faults = [_repeated(name) for name, values in given.items() if len(values) > 1]
    try:
        query: Query = schema().load({name: values[0] for name, values in given.items()})
    except ValidationError as error:
        faults += faults_of(error)
        query = error.valid_data if isinstance(error.valid_data, dict) else {}
    faults += check(query)
    if faults:
        raise _refusal(faults, list(given))
    return query


def _repeated(name: str) -> Fault:
    message = f"The parameter {shown(name)} stands here more than once. Send it once."
    return Fault("repeated_parameter", message, (name,))


def _refusal(faults: list[Fault], names: list[str]) -> Problem:
    """Everything that is wrong, in the order of the query, up to `MOST_ERRORS`."""
    places: dict[str | int, int] = {name: place for place, name in enumerate(names)}
    faults = sorted(faults, key=lambda fault: places.get(next(iter(fault.below), ""), -1))
    errors = tuple(
        ProfileError(pointer_to(*fault.below), fault.code, fault.message)
        for fault in faults[:MOST_ERRORS]
    )
    count = len(faults)
    told = "all are" if count <= MOST_ERRORS else f"the first {MOST_ERRORS} are"
    detail = f"{count:,} things in the query must be mended; {told} listed in errors."
    return Problem(QUERY_REFUSED, faults[0].message if count == 1 else detail, errors)
