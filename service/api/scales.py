"""How ratings on other scales map onto 1 to 5."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from service.rulebook.vocabulary import RATINGS, Language

LOWEST, HIGHEST = RATINGS[0], RATINGS[-1]


@dataclass(frozen=True, slots=True)
class Scale:
    """Another scale; `columns` says for each rating which of its values become that rating."""

    name: Mapping[Language, str]
    columns: tuple[str, ...]


def rating_for(value: int, lowest: int, highest: int) -> int:
    """The rating that a value on a scale of numbers becomes: in proportion, halves up."""
    share = Fraction(value - lowest, highest - lowest)
    return floor(LOWEST + (HIGHEST - LOWEST) * share + Fraction(1, 2))


def _numbers(lowest: int, highest: int, unit: str = "") -> Scale:
    values: dict[int, list[int]] = {rating: [] for rating in RATINGS}
    for value in range(lowest, highest + 1):
        values[rating_for(value, lowest, highest)].append(value)
    name = f"{lowest}–{highest}{unit}"
    return Scale({"nl": name, "en": name}, tuple(map(_span, values.values())))


def _span(values: list[int]) -> str:
    if not values:
        return ""
    return f"{values[0]}" if len(values) == 1 else f"{values[0]}–{values[-1]}"


def _words(nl: str, en: str, *words: str) -> Scale:
    return Scale({"nl": nl, "en": en}, words)


SCALES = (
    _numbers(1, 3),
    _numbers(1, 4),
    _numbers(1, 7),
    _numbers(1, 10),
    _numbers(0, 100, " %"),
    _words("E–A", "E–A", "E", "D", "C", "B", "A"),
    _words(
        "novice–expert",
        "novice–expert",
        "novice",
        "advanced beginner",
        "competent",
        "proficient",
        "expert",
    ),
    _words("APM", "APM", "aware", "practised", "competent", "proficient", "expert"),
    _words(
        "Nederlandse woorden",
        "words in Dutch",
        "onvoldoende",
        "matig",
        "voldoende",
        "goed",
        "uitstekend",
    ),
    _words(
        "Engelse woorden", "words in English", "poor", "fair", "sufficient", "good", "excellent"
    ),
)
