"""The jobs in a résumé: which one is the present one, and for how long."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto
from typing import Any

from service.rulebook.vocabulary import TENTHS

Position = Mapping[str, Any]


class Standing(Enum):
    """Where a job stands today."""

    PRESENT = auto()
    EARLIER = auto()
    LATER = auto()
    WITHOUT_TITLE = auto()


def standing_of(position: Position, today: date) -> Standing:
    """A job runs until its end date, unless that certainly lies in the future."""
    starts, ends = position.get("startDate"), position.get("endDate")
    if ends is not None and ends[0] <= today:
        return Standing.EARLIER
    if starts is not None and starts[0] > today:
        return Standing.LATER
    return Standing.WITHOUT_TITLE if position.get("position") is None else Standing.PRESENT


def present_position(positions: Sequence[Position], today: date) -> int | None:
    """The place in the list of the present job that began last; the first of several equal ones."""
    running = [
        place
        for place, position in enumerate(positions)
        if standing_of(position, today) is Standing.PRESENT
    ]
    return max(running, key=lambda place: _began(positions[place]), default=None)


def _began(position: Position) -> date:
    starts = position.get("startDate")
    first: date = date.min if starts is None else starts[0]
    return first


def tenths_of_years(start: date, today: date) -> int:
    """Whole tenths of a year from `start` to `today`, rounded down."""
    years = today.year - start.year
    if _anniversary(start, today.year) > today:
        years -= 1
    last = _anniversary(start, start.year + years)
    following = _anniversary(start, start.year + years + 1)
    return years * TENTHS + TENTHS * (today - last).days // (following - last).days


def _anniversary(start: date, year: int) -> date:
    """Of the 29th of February in other years: the 1st of March."""
    try:
        return start.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
