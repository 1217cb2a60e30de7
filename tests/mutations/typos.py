"""What one slip of a finger makes of a word."""

from collections.abc import Iterator

BESIDE = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm0123456789-",
        "wertyuioopsdfghjkllxcvbnmm1234567898_",
        strict=True,
    )
)
"""A key of the keyboard that lies next to each."""


def typos(word: str) -> Iterator[str]:
    """Each word that differs by one character left out, doubled, beside it, or swapped."""
    found = dict.fromkeys([word])
    for at, character in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        found[before + after] = None
        found[before + character * 2 + after] = None
        found[before + BESIDE.get(character, "x") + after] = None
        found[before + character.upper() + after] = None
        if after:
            found[before + after[0] + character + after[1:]] = None
    return (each for each in found if each != word)
