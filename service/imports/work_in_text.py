"""Kinds of work that are named in a text, recognised by the names in the rulebook."""

from service.reading.names import work_names
from service.reading.spelling import key_of, plain, words_of
from service.rulebook.model import Rulebook

LONG_WORD = 12
"""Letters. Inside a sentence a shorter single word, such as `minutes`, may mean something else."""


class WorkInText:
    """Finds kinds of work: a text that is a name of one, or a sentence that holds such a name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._names = work_names(rulebook)
        self._ids: dict[str, str] = {}
        self._longest = 1
        for work in rulebook.work:
            for name in (work.name.nl, work.name.en, *work.aliases):
                self._longest = max(self._longest, len(words_of(plain(name))))
                self._ids.setdefault(key_of(name), work.id)

    def named_in(self, text: str) -> tuple[str, ...]:
        """The ids, each once and in the order of the rulebook."""
        whole = self._names.find(text)
        found = {whole} if whole is not None else set()
        words = words_of(plain(text))
        for start in range(len(words)):
            key = ""
            for count, word in enumerate(words[start : start + self._longest], start=1):
                key += word
                if key in self._ids and (count > 1 or len(key) >= LONG_WORD):
                    found.add(self._ids[key])
        return self._names.in_order(found)
