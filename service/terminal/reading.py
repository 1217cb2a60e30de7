"""How a profile was read, as lines for people."""

from collections.abc import Mapping
from typing import Any

from service.rulebook import Rulebook
from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.words import WORDS

Payload = Mapping[str, Any]


class ReadingWriter:
    """Writes readings of profiles in one language."""

    def __init__(self, page: Page, rulebook: Rulebook, language: Language) -> None:
        self._page = page
        self._words = WORDS[language]
        self._names = {
            "specialisation": {
                each.id: each.name.in_language(language) for each in rulebook.specialisations
            },
            "level": {each.id: each.name.in_language(language) for each in rulebook.levels},
            "certificates": {each.id: each.name for each in rulebook.certificates},
            "work": {each.id: each.name.in_language(language) for each in rulebook.work},
            "goals": {each.id: each.name.in_language(language) for each in rulebook.goals},
        }

    def write(self, reading: Payload, heading: str = "reading") -> None:
        """Writes a reading below a heading."""
        self._page.heading(self._words[heading])
        self.fact("title", self._title(reading["title"]))
        for part in ("specialisation", "level"):
            name, source = reading[part], reading["sources"][part]
            known = self._names[part].get(name, self._words["unknown"])
            self.fact(part, f"{known} ({self._source(source)})" if source else known)
        for family in ("certificates", "unrecognised_certificates", "work", "goals"):
            if reading[family]:
                names = self._names.get(family, {})
                self.fact(family, ", ".join(names.get(id, id) for id in reading[family]))
        if reading["contradictory"]:
            self._page.line(self._words["contradictory"], indent=2)

    def fact(self, name: str, value: str) -> None:
        """Writes one thing behind its name."""
        self._page.line(f"{self._words[name]}: {value}", indent=2)

    def _title(self, title: Payload) -> str:
        about = [self._words[title["kind"]]]
        if title["ambiguous"]:
            about.append(self._words["ambiguous"])
        return f"{title['given']} ({'; '.join(about)})"

    def _source(self, source: str) -> str:
        return self._words["by title" if source == "title" else source]
