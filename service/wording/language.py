"""What every language of the wording can say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from service.rulebook.rules import Grow, Pairing, Say, Settle
from service.rulebook.vocabulary import Attribute
from service.wording.names import Names, listed
from service.wording.statements import Statement


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement without capital and full stop: after "if", and as a sentence of its own."""

    inside: str
    alone: str


class Wording(Protocol):
    """One language. Effects are worded as what follows on "then"."""

    def __init__(self, names: Names) -> None: ...

    def clause(self, statement: Statement) -> Clause: ...

    def knowing(self, attribute: Attribute) -> str: ...

    def all_of(self, parts: list[str]) -> str: ...

    def any_of(self, parts: list[str]) -> str: ...

    def if_then(self, when: str, follows: str) -> str: ...

    def settles(self, effect: Settle) -> str: ...

    def signals(self, about: str) -> str: ...

    def grows(self, effect: Grow) -> str: ...

    def says(self, effect: Say) -> str: ...

    def pairs(self, effect: Pairing) -> str: ...


def in_a_row(parts: Sequence[str], word: str) -> str:
    """`a, b and c`; a semicolon stands around each part in which commas could be misread."""
    said: list[str] = []
    for plain, group in groupby(parts, is_plain):
        if plain:
            said.append(listed(group, word))
        else:
            said += group
    return f"; {word} ".join(said)


def is_plain(part: str) -> bool:
    """Whether a part has no comma or colon, so that commas around it cannot be misread.

    A comma inside a number, as in 0,5, is read as part of it.
    """
    return not _MARKS.search(part)


_MARKS = re.compile(r"[:;]|,(?!\d)")
