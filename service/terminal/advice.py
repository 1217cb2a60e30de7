"""Advice as a page for people. A score orders the steps; it is never shown as someone's mark."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.rulebook import Rulebook
from service.rulebook.vocabulary import Language
from service.terminal.page import Page
from service.terminal.reading import ReadingWriter
from service.terminal.words import WORDS

Payload = Mapping[str, Any]


def write_advice(page: Page, payload: Payload, rulebook: Rulebook) -> None:
    """The answer of the service, in the language that it is in."""
    readings = ReadingWriter(page, rulebook, payload["language"])
    writer = _Writer(page, readings, payload["language"])
    page.line(payload["purpose"])
    if "import" in payload:
        writer.imported(payload["import"])
    readings.write(payload["reading"])
    writer.outcome(payload)
    if payload["recommendations"]:
        page.heading(writer.words["recommendations"])
        for recommendation in payload["recommendations"]:
            writer.recommendation(recommendation)
    writer.texts("messages", payload["messages"])
    writer.texts("questions", payload["questions"])


class _Writer:
    def __init__(self, page: Page, readings: ReadingWriter, language: Language) -> None:
        self._page, self._readings = page, readings
        self.words = WORDS[language]

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
        self._readings.fact("not in it", ", ".join(imported["unknown"]))

    def outcome(self, payload: Payload) -> None:
        self._page.heading(self.words["advice"])
        self._page.line(self.words[payload["outcome"]], indent=2)
        self._page.line(self.words[payload["confidence"]], indent=2)
        if payload["advisor_contact"]:
            self._readings.fact("advisor", payload["advisor_contact"])

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
