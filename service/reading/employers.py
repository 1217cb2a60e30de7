"""Employers: the name of an organisation or a place that stands behind a title without a sign.

Nobody can list all employers, so they are told by what they are not: words with a capital in a
title that is not all capitals, that are in no known name, and that do not look like what somebody
is. A "PMO'er Rabobank" is a PMO'er; a "PMO'er Imker" (a beekeeper) is not recognised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.reading.spelling import plain, words_of
from service.reading.title_names import TitleNames

MOST_WORDS = 6
MOST_WORDS_OF_A_TITLE = 20
"""In a longer title than this no employer is looked for without a sign before it."""

_LINKS = frozenset(["van", "de", "der", "den", "het", "t", "of", "the", "en", "voor", "for"])
_WHAT_SOMEBODY_IS = re.compile(
    r"\w*(?:ers?|ors?|aars?|eurs?|euse|trice|iste?|yst|ente?|ante?|ician|arian|aris|iere|esse?"
    r"|loog|loge|goog|goge|peut|peute|urg|aat|oot|eet|ee|kundige|ende|lijke|man|men|vrouw|woman"
    r"|person|arts|smid|smith|wright|herd|hulp|kracht|hoofd|chef|kok|cook|guard|clerk|maid|aide"
    r"|mate|boer|wacht|expert|coach|gids|guide|intern|monnik|monk|knecht|bode|lid|baas|boy|girl"
    r"|hand|jack|naut|schop|bishop|raal|kolonel|rabbi|imam|non|nun|sheriff|valet|model|clown|spion)"
)
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Tail:
    """A piece of a plain title that names an organisation or a place, from `start` to `end`."""

    start: int
    end: int


def capitalised(title: str) -> frozenset[str]:
    """The words of a title that always have a capital in it; none where all letters have one."""
    if not any(character.islower() for character in title):
        return frozenset()
    with_capital: set[str] = set()
    without: set[str] = set()
    for token in _TOKEN.findall(title):
        into = with_capital if any(character.isupper() for character in token) else without
        into.update(words_of(plain(token)))
    return frozenset(with_capital - without)


def employers_in(text: str, with_capital: frozenset[str], names: TitleNames) -> Iterator[Tail]:
    """The pieces that may name an employer, the first of them first; never the first word."""
    tokens = [(found.start(), found.end(), words_of(found[0])) for found in _TOKEN.finditer(text)]
    place = 1 if len(tokens) <= MOST_WORDS_OF_A_TITLE else len(tokens)
    while place < len(tokens):
        size = _size(tokens[place : place + MOST_WORDS], with_capital, names)
        if size:
            yield Tail(tokens[place][0], tokens[place + size - 1][1])
        place += size or 1


def _size(
    tokens: list[tuple[int, int, list[str]]], with_capital: frozenset[str], names: TitleNames
) -> int:
    """How many tokens, from the first on, name an employer."""
    if not _may_begin(tokens[0][2], with_capital, names):
        return 0
    size = 1
    for place, (_, _, words) in enumerate(tokens[1:], start=2):
        if _may_follow(words, with_capital, names):
            size = place
        elif not _LINKS.issuperset(words):
            break
    return size


def _may_begin(words: list[str], with_capital: frozenset[str], names: TitleNames) -> bool:
    return _may_follow(words, with_capital, names) and not any(
        names.is_in_a_name(word) and not names.is_around(word) for word in words
    )


def _may_follow(words: list[str], with_capital: frozenset[str], names: TitleNames) -> bool:
    return (
        bool(words)
        and with_capital.issuperset(words)
        and any(character.isalpha() for word in words for character in word)
        and not any(_may_be_somebody(word, names) for word in words)
    )


def _may_be_somebody(word: str, names: TitleNames) -> bool:
    if names.is_around(word):
        return False
    return (
        _WHAT_SOMEBODY_IS.fullmatch(word) is not None
        or names.one((word,)) is not None
        or names.is_seniority((word,))
    )
