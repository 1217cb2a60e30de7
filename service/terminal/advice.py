"""Advice as a page for people. A score orders the steps; it is never shown as someone's mark."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.rulebook import Rulebook
from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.words import WORDS

Payload = Mapping[str, Any]


def write_advice(page: Page, payload: Payload, rulebook: Rulebook) -> None:
    """The answer of the service, in the language that it is in."""
    writer = _Writer(page, rulebook, payload["language"])
    page.line(payload["purpose"])
    if "import" in payload:
        writer.imported(payload["import"])
    writer.reading(payload["reading"])
    writer.outcome(payload)
    if payload["recommendations"]:
        page.heading(writer.words["recommendations"])
        for recommendation in payload["recommendations"]:
            writer.recommendation(recommendation)
    writer.texts("messages", payload["messages"])
    writer.texts("questions", payload["questions"])


class _Writer:
    def __init__(self, page: Page, rulebook: Rulebook, language: Language) -> None:
        self._page = page
        self.words = WORDS[language]
        self._names = {
            "specialisation": {
                each.id: each.name.in_language(language) for each in rulebook.specialisations
            },
            "level": {each.id: each.name.in_language(language) for each in rulebook.levels},
            "certificates": {each.id: each.name for each in rulebook.certificates},
            "work": {each.id: each.name.in_language(language) for each in rulebook.work},
            "goals": {each.id: each.name.in_language(language) for each in rulebook.goals},
        }

    def imported(self, imported: Payload) -> None:
        """What was used of a document and what was not, each with its place in it."""
        page = self._page
        page.heading(self.words["import"])
        for used in imported["used"]:
            value = used["value"] or self.words["none"]
            page.line(f"{used['field']}: {value} ({used['pointer']})", indent=2, bullet="- ")
        page.line(f"{self.words['ignored']}:", indent=2)
        for ignored in imported["ignored"]:
            page.line(f"{ignored['pointer']}: {ignored['why']}", indent=2, bullet="- ")
        self._fact("not in it", ", ".join(imported["unknown"]))

    def reading(self, reading: Payload) -> None:
        self._page.heading(self.words["reading"])
        self._fact("title", self._title(reading["title"]))
        for part in ("specialisation", "level"):
            name, source = reading[part], reading["sources"][part]
            known = self._names[part].get(name, self.words["unknown"])
            self._fact(part, f"{known} ({self._source(source)})" if source else known)
        for family in ("certificates", "unrecognised_certificates", "work", "goals"):
            if reading[family]:
                names = self._names.get(family, {})
                self._fact(family, ", ".join(names.get(id, id) for id in reading[family]))
        if reading["contradictory"]:
            self._page.line(self.words["contradictory"], indent=2)

    def outcome(self, payload: Payload) -> None:
        self._page.heading(self.words["advice"])
        self._page.line(self.words[payload["outcome"]], indent=2)
        self._page.line(self.words[payload["confidence"]], indent=2)
        if payload["advisor_contact"]:
            self._fact("advisor", payload["advisor_contact"])

    def recommendation(self, step: Payload) -> None:
        page = self._page
        page.line()
        page.line(
            f"{step['title']} ({self.words[step['move']]})",
            indent=2,
            bullet=f"{step['rank']}. ",
            style="bold cyan",
        )
        page.line(step["description"], indent=5)
        self._reasons("because", [each for each in step["because"] if each["points"] > 0])
        self._reasons("against", [each for each in step["because"] if each["points"] < 0])
        self._list("gaps", (each["text"] for each in step["gaps"]))
        self._list("actions", (each["text"] for each in step["actions"]))

    def texts(self, heading: str, entries: list[Payload]) -> None:
        if entries:
            self._page.heading(self.words[heading])
        for entry in entries:
            self._page.line(entry["text"], indent=2, bullet="- ")

    def _reasons(self, heading: str, reasons: list[Payload]) -> None:
        self._list(heading, (f"{each['text']} [{each['rule']}]" for each in reasons))

    def _list(self, heading: str, texts: Iterable[str]) -> None:
        lines = list(texts)
        if lines:
            self._page.line(f"{self.words[heading]}:", indent=5)
        for line in lines:
            self._page.line(line, indent=5, bullet="- ")

    def _fact(self, name: str, value: str) -> None:
        self._page.line(f"{self.words[name]}: {value}", indent=2)

    def _title(self, title: Payload) -> str:
        about = [self.words[title["kind"]]]
        if title["ambiguous"]:
            about.append(self.words["ambiguous"])
        return f"{title['given']} ({'; '.join(about)})"

    def _source(self, source: str) -> str:
        return self.words["by title" if source == "title" else source]
