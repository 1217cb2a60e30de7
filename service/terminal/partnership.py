"""What is said to a PMO'er and a project manager, as a page for people. It has no score."""

from collections.abc import Mapping
from typing import Any

from service.rulebook import Rulebook
from service.rulebook.vocabulary import Side
from service.terminal.page import Page
from service.terminal.reading import ReadingWriter
from service.terminal.words import WORDS

Payload = Mapping[str, Any]


def write_partnership(page: Page, payload: Payload, rulebook: Rulebook) -> None:
    """The answer of the service about a duo, in the language that it is in."""
    words = WORDS[payload["language"]]
    readings = ReadingWriter(page, rulebook, payload["language"])
    page.line(payload["purpose"])
    for side in Side:
        readings.write(payload["readings"][side.key], f"reading of {side.key}")
    for name in ("completes", "tensions"):
        if payload[name]:
            page.heading(words[name])
        _write_reasons(page, payload[name], indent=2)
    page.heading(words["tips"])
    for tip in payload["tips"]:
        _write_tip(page, tip, words)
    if payload["messages"]:
        page.heading(words["messages"])
    for message in payload["messages"]:
        page.line(message["text"], indent=2, bullet="- ")


def _write_tip(page: Page, tip: Payload, words: Mapping[str, str]) -> None:
    texts = {side.key: tip[f"text_for_{side.key}"] for side in Side}
    if len(set(texts.values())) == 1:
        page.line(tip["text_for_pmo"], indent=2, bullet=f"{tip['tip']}. ")
    else:
        for number, (side, text) in enumerate(texts.items()):
            bullet = f"{tip['tip']}. " if number == 0 else "   "
            page.line(f"{words[f'for {side}']}: {text}", indent=2, bullet=bullet)
    if tip["because"]:
        page.line(f"{words['because of you two']}:", indent=5)
        _write_reasons(page, tip["because"], indent=5)


def _write_reasons(page: Page, reasons: list[Payload], indent: int) -> None:
    for reason in reasons:
        page.line(f"{reason['text']} [{reason['rule']}]", indent=indent, bullet="- ")
