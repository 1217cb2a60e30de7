"""Differences: what is expected, compared with what came instead, in the words of a case."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from service.rulebook.cases import as_written
from service.rulebook.model import Rulebook

NOTHING = "nothing"
UNKNOWN = "unknown"

Answer = TypeVar("Answer")
Check = Callable[[str, Any, Answer, Rulebook], Iterator["Difference"]]
"""Compares one line below `expect` (its key and what stands there) with an answer."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came out otherwise than expected.

    `key` is the line under `expect`; `change` what was changed in what is sent, for a line under
    `same answer for`.
    """

    key: str
    expected: str
    found: str
    change: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        where = "" if self.change is None else f"With {_written(self.change)}: "
        return f"{where}{self.key}: expected {self.expected}, and it is {self.found}."


def one_of(key: str, allowed: Sequence[str], found: str | None) -> Iterator[Difference]:
    found = found or UNKNOWN
    if found not in allowed:
        yield Difference(key, either(allowed), found)


def parts_of(
    key: str, expected: Mapping[str, Sequence[str]], found: Mapping[str, str | None]
) -> Iterator[Difference]:
    """Each part of a line that names several, such as `first`."""
    for part, allowed in expected.items():
        yield from one_of(f"{key}, {part}", allowed, found[part])


def all_in(key: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[Difference]:
    found = list(found)
    missing = [each for each in expected if each not in found]
    if missing:
        yield Difference(key, enumerated(missing), enumerated(found))


def none_in(key: str, unwanted: Iterable[str], found: Iterable[str]) -> Iterator[Difference]:
    found = list(found)
    present = [each for each in unwanted if each in found]
    if present:
        yield Difference(key, f"none of {enumerated(present)}", enumerated(found))


def all_of(found_in: Callable[[Answer], Iterable[str]]) -> Check[Answer]:
    return lambda key, expected, answer, _: all_in(key, expected, found_in(answer))


def none_of(found_in: Callable[[Answer], Iterable[str]]) -> Check[Answer]:
    return lambda key, expected, answer, _: none_in(key, expected, found_in(answer))


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    """What should have stayed the same."""
    for key, expected in before.items():
        if after[key] != expected:
            yield Difference(key, expected, after[key])


def either(allowed: Iterable[str]) -> str:
    return " or ".join(allowed)


def enumerated(names: Iterable[str]) -> str:
    return ", ".join(names) or NOTHING


def _written(change: Mapping[str, Any]) -> str:
    """A change as it stands in a rule file."""
    parts = (
        f"{as_written(key)}: {_written(value) if isinstance(value, Mapping) else value}"
        for key, value in change.items()
    )
    return f"{{{', '.join(parts)}}}"
