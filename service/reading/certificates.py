"""Certificates: what people write around their names, and several of them in one text.

Nothing is guessed: a text counts only if, without years, versions and the like, all of it is known.
So "PRINCE2 Practitioner (2021)" is recognised, and "PRINCE2 Practitioner (bezig)" is not.
"""

import re
from collections.abc import Iterable

from service.reading.names import Names
from service.reading.spelling import key_of, plain
from service.rulebook.model import Rulebook

MOST_IN_ONE_TEXT = 6

_REMARK = re.compile(
    r"\b(?:(?:behaald|obtained|passed|sinds|since)\b\s?)?(?:in\s)?(?:(?:\d{1,2}[-/])?(?:19|20)\d\d)\b"
    r"|\bv(?:er(?:sie|sion)?)?\.?\s?\d{1,2}(?:\.\d)?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th|e|de)\s(?:edition|editie|ed)\b"
    r"|\b(?:certified|certificate|certification|certificaat|certificering|gecertificeerd|diploma"
    r"|behaald|obtained|passed|peoplecert|axelos|apmg|exin|pmi|isaca|iia|norea)\b"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(r"[,;/&+]|\ben\b|\band\b")


class CertificateNames:
    """The certificates of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._names = Names(
            "certificate", ((each.id, (each.name, *each.aliases)) for each in rulebook.certificates)
        )

    def find(self, text: str) -> tuple[str, ...]:
        """The ids of what the text names; none if any of it is not known."""
        exact = self._names.find(text)
        if exact is not None:
            return (exact,)
        title = plain(text)
        found = self._one(title)
        return (found,) if found else self._several(title)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        return self._names.in_order(ids)

    def _one(self, text: str) -> str | None:
        """The certificate that the text names twice, once in brackets, or with remarks only."""
        found = self._names.find(text) or self._names.find(_REMARK.sub(" ", text))
        brackets = _BRACKETS.search(text)
        if found or brackets is None:
            return found
        before, inside, after = text[: brackets.start()], brackets[1], text[brackets.end() :]
        outside = self._one(f"{before} {after}")
        if not key_of(_REMARK.sub(" ", inside)):
            return outside
        return outside if outside == self._one(f"{inside} {after}") else None

    def _several(self, text: str) -> tuple[str, ...]:
        """The certificates of a list, in which a later one may leave out the name of the method.

        "PRINCE2 Foundation & Practitioner"
        """
        parts = [part.split() for part in _BETWEEN.split(_REMARK.sub(" ", text)) if key_of(part)]
        if not 1 < len(parts) <= MOST_IN_ONE_TEXT:
            return ()
        ids: list[str] = []
        method: list[str] = []
        for part in parts:
            found = self._one(" ".join([*method, *part])) or self._one(" ".join(part))
            if found is None:
                return ()
            ids.append(found)
            method = part[:-1] or method
        return tuple(dict.fromkeys(ids))
