"""Words of one language only, and words that may stand in both; the lists are data beside this.

In the lists a line that starts with `#` says what the words below it have in common.
"""

import re
from pathlib import Path

from service.rulebook.vocabulary import Language

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NO_LANGUAGE = re.compile(r"`[^`]*`|\{[^{}]*\}")
POSSESSIVE = re.compile(r"['’]s$")
"""Also a Dutch plural: "collega's" is found under "collega"."""


def listed(name: str) -> list[str]:
    """The words of a list, in their order."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


DUTCH, ENGLISH, BOTH = (frozenset(listed(f"{name}.txt")) for name in ("dutch", "english", "both"))
OTHER: dict[Language, frozenset[str]] = {"nl": ENGLISH, "en": DUTCH}


def words_of(text: str) -> frozenset[str]:
    """The words of a text, without what is code or filled in."""
    said = NO_LANGUAGE.sub(" ", text.lower())
    return frozenset(POSSESSIVE.sub("", word) for word in WORD.findall(said))


def strangers(text: str, language: Language) -> list[str]:
    """The words of a text that belong to the other language."""
    return sorted(words_of(text) & OTHER[language])
