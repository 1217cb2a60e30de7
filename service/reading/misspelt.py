"""Misspelt: the long word that was meant when one letter of it is wrong.

One letter missing, too many, wrong or two of them swapped. The first and the last letter must be
right, because the last often tells a plural or a verb from another word.
"""

from collections.abc import Iterable, Iterator

SHORTEST = 8
_PAST = ("den", "ten")


class LongWords:
    """The long words of a list; those with one wrong letter are found in them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) >= SHORTEST)
        self._shapes = {
            (word[0], word[-1], len(word) + more) for word in self._words for more in (-1, 0, 1)
        }
        self._by_shorter: dict[str, str] = {}
        for word in sorted(self._words):
            for shorter in _shorter(word):
                self._by_shorter.setdefault(shorter, word)

    def meant_by(self, word: str) -> str | None:
        """The word of the list that was most likely meant, if it is not this one."""
        if len(word) < SHORTEST or word in self._words or not self._may_hold(word):
            return None
        found = self._by_shorter.get(word)
        if found is None:
            near = (self._by_shorter.get(each, each) for each in _shorter(word))
            found = next((each for each in near if each in self._words), None)
        return found if found is not None and _looks_like(word, found) else None

    def _may_hold(self, word: str) -> bool:
        """Whether a word of the list begins, ends and is as long as this one, or nearly."""
        return (word[0], word[-1], len(word)) in self._shapes


def _shorter(word: str) -> Iterator[str]:
    """The word with each of its inner letters left out."""
    return (word[:place] + word[place + 1 :] for place in range(1, len(word) - 1))


def _looks_like(word: str, meant: str) -> bool:
    if word[0] != meant[0] or word[-1] != meant[-1]:
        return False
    if word.endswith(_PAST) and not meant.endswith(_PAST):
        return False
    if len(word) != len(meant):
        return True
    wrong = [place for place in range(len(word)) if word[place] != meant[place]]
    first, last = wrong[0], wrong[-1]
    return first == last or (
        last == first + 1 and word[first] == meant[last] and word[last] == meant[first]
    )
