"""Parts: where a title falls apart into a name, a second name, a place or a department."""

import re
from dataclasses import dataclass
from enum import Enum

from service.reading.spelling import words_of

MOST_PARTS = 8
"""A title in more pieces than this is no title; it is only looked up as a whole."""


class Separator(Enum):
    """What stands before a part.

    NEXT: a sign after which a second name, a place or a department may stand. PLACE: a word after
    which only a place or a department stands. DEPARTMENT: the same after a job, but after a unit
    it goes on with the name ("PMO department head"). JOIN: between two names that both count.
    """

    START = "start"
    NEXT = "next"
    PLACE = "place"
    DEPARTMENT = "department"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a plain title; `end` is where it ends there."""

    separator: Separator
    words: tuple[str, ...]
    end: int
    ends_in_hyphen: bool


_SEPARATOR = re.compile(
    r"(?P<place>@|\b(?:bij|at|te|afdeling|afd|regio|region"
    r"|locatie|location|omgeving|omstreken|standplaats|vestiging|gemeente|provincie|ministerie"
    r"|waterschap|hoogheemraadschap|hogeschool|universiteit|university|ziekenhuis|hospital"
    r"|veiligheidsregio|omgevingsdienst|stichting)\b)"
    r"|(?P<department>\b(?:department|dept)\b)"
    r"|(?P<join>[/&+]|\b(?:en|and|tevens)\b)"
    r"|(?P<next>[,|;:()\[\]{}–—•·]|(?<=\s)-(?=\s))"  # noqa: RUF001
)


def parts_of(title: str) -> list[Part]:
    """The parts of a plain title; parts without a word are left out."""
    found: list[Part] = []
    separator, start = Separator.START, 0
    cuts = [
        (cut.start(), cut.end(), Separator(cut.lastgroup)) for cut in _SEPARATOR.finditer(title)
    ]
    for end, after, following in [*cuts, (len(title), len(title), Separator.NEXT)]:
        text = title[start:end]
        words = tuple(words_of(text))
        if words:
            found.append(Part(separator, words, end, text.rstrip().endswith("-")))
            separator = following
        elif found and separator is not Separator.PLACE:
            sign_before = separator is Separator.NEXT and following is Separator.DEPARTMENT
            separator = Separator.PLACE if sign_before else following
        start = after
    return found
