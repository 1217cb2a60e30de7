"""Jobs: puts one word in the place of the names of jobs that are alike, in what a person wrote.

A phrase about becoming a "projectmanager" is then one about every title of project management.
"""

from collections.abc import Iterable, Sequence

from service.reading.misspelt import LongWords
from service.reading.spelling import SameWords, plain, words_of
from service.rulebook.titles import TitleEntry, TitleForm, TitleKind

MOST_WORDS = 6
LETTERS_OF_START = 2
SHORTEST_PART = 4
"""A misspelt name has no shorter word in front: an "ex-projectmanager" is none for the EU."""
_KINDS = ((TitleKind.PMO,), (TitleKind.PROJECT_MANAGEMENT,))
_LEADERS = frozenset({"lead", "principal"})
_PLAIN = "office"


class JobNames:
    """The names of titles in PMO and in project management, of which there is no doubt."""

    def __init__(self, entries: Iterable[TitleEntry], same_words: SameWords) -> None:
        self._jobs: dict[str, str] = {}
        for entry in entries:
            if entry.kinds in _KINDS:
                for name in entry.names:
                    words = same_words.in_place(" ".join(words_of(_spoken(name))))
                    self._jobs.setdefault(words.replace(" ", ""), _job(entry))
        self._starts = {name[:LETTERS_OF_START] for name in self._jobs}
        self._long = LongWords(
            name for name, job in self._jobs.items() if job == f"<{TitleKind.PROJECT_MANAGEMENT}>"
        )

    def in_place(self, words: Sequence[str]) -> list[str]:
        """The words, with a job in the place of the first word of its name and nothing after it."""
        result = list(words)
        start = 0
        while start < len(words):
            job, size = self._job_from(words, start)
            if job is not None:
                result[start : start + size] = [job, *[""] * (size - 1)]
            start += size
        return result

    def _job_from(self, words: Sequence[str], start: int) -> tuple[str | None, int]:
        """The job of which the longest name starts with a word, and the size of that name."""
        if words[start][:LETTERS_OF_START] not in self._starts:
            return None, 1
        for size in range(min(MOST_WORDS, len(words) - start), 0, -1):
            name = "".join(words[start : start + size])
            job = self._jobs.get(name)
            if job is None and size <= 2 and len(words[start]) >= SHORTEST_PART:  # noqa: PLR2004
                job = self._jobs.get(self._long.meant_by(name) or "")
            if job is not None:
                return job, size
        return None, 1


def _spoken(name: str) -> str:
    return plain(name).replace("'", "").replace("-er", "er")


def _job(entry: TitleEntry) -> str:
    """The word for all jobs like this one; no text can hold it."""
    kind = entry.kinds[0]
    if entry.form is TitleForm.UNIT:
        return f"<{kind} unit>"
    if kind is not TitleKind.PMO:
        return f"<{kind}>"
    if "consultant" in entry.specialisations:
        return f"<{kind} consultant>"
    if entry.specialisations and _PLAIN not in entry.specialisations:
        return f"<{kind} {entry.specialisations[0]}>"
    leads = entry.levels and _LEADERS.issuperset(entry.levels)
    return f"<{kind} lead>" if leads else f"<{kind}>"
