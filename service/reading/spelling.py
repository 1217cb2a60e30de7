"""Spelling: what makes two ways of writing the same word equal. Knows nothing of a rulebook.

Everything here takes time in proportion to the length of the text, whatever it holds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’‘´`ʼʹ′‛", "'"),  # noqa: RUF001
        **dict.fromkeys("®™©℠", " "),
    }
)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_TRADE_MARK = re.compile(r"\((?:r|c|tm|sm)\)")
_AND = re.compile(r"&|\band\b")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_SINGULAR = 2
_FEMININE = (
    ("iste", "ist"),
    ("ente", "ent"),
    ("ante", "ant"),
    ("euse", "eur"),
    ("trice", "tor"),
    ("trice", "teur"),
    ("ster", "er"),
    ("ster", "der"),
)


def plain(text: str) -> str:
    """The text without capitals, accents and invisible characters, with one kind of apostrophe."""
    if text.isascii():
        return text.replace("`", "'").lower()
    # Marks go first: sorting a long row of them, as normalising does, is what would be slow.
    bare = "".join(character for character in text.translate(_SIGNS) if not _is_mark(character))
    folded = unicodedata.normalize("NFKD", bare).casefold()
    return "".join(
        character for character in folded if character.isascii() or not _is_mark(character)
    ).translate(_LETTERS)


def _is_mark(character: str) -> bool:
    """Whether it is an accent, a joiner or a direction: seen on a word, but no letter of it."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}


def with_one_and(text: str) -> str:
    """A plain text in which "&" and "and" are the Dutch "en"."""
    return _AND.sub(" en ", text) if "&" in text or "and" in text else text


def words_of(text: str) -> list[str]:
    """The runs of letters and digits in a text that is already plain."""
    return _WORD.findall(text)


def key_of(text: str) -> str:
    """The letters and digits of a name: what is left is equal however it was written."""
    return "".join(words_of(_TRADE_MARK.sub(" ", plain(text))))


class SameWords:
    """Words that stand for one another, such as gendered pairs, also inside a longer word."""

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        self._first: dict[str, str] = {}
        for words in lists:
            for word in words:
                self._first.setdefault(key_of(word), key_of(words[0]))
        longest_first = sorted(self._first, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(longest_first)) if longest_first else None

    def in_place(self, text: str) -> str:
        """A plain text in which the first of each list stands for the others."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._first[found[0]], text)

    def is_first(self, word: str) -> bool:
        """Whether a plain word is the one that stands for the others of its list."""
        return self._first.get(word) == word


def singulars(word: str) -> Iterator[str]:
    """What the word may be the plural of, in Dutch or English; only some of it exists."""
    yield from _with_other_ending(
        word, [("ies", "y"), ("ssen", "s"), ("en", ""), ("es", ""), ("s", ""), ("n", "")]
    )


def masculines(word: str) -> Iterator[str]:
    """What the word may be the feminine of, in Dutch: "analiste", "consulente", "beheerster"."""
    yield from _with_other_ending(word, _FEMININE)


def _with_other_ending(word: str, endings: Iterable[tuple[str, str]]) -> Iterator[str]:
    for ending, other in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_SINGULAR:
            yield stem + other
