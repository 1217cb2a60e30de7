"""What answers say to people, out of JSON and out of pages."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

NO_TEXTS = frozenset(
    {
        "aliases",  # what may be sent, in either language
        "words",  # the rule language
        "condition",  # the rule language
        "points",  # keys of the vocabulary
        "names",  # the names in a title that was asked about
        "given",  # what was sent
        "value",  # what was sent
        "see_also",  # the names of others
    }
)
"""Keys below which nothing is a text in the language of the answer."""


def texts_in_json(value: Any) -> Iterator[str]:
    """Every text of more than one word; what has no space may be an id."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in NO_TEXTS:
                yield from texts_in_json(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in_json(each)
    elif isinstance(value, str) and " " in value:
        yield value


class _Page(HTMLParser):
    """Collects the lines that a page shows, but for code, tables of other scales and the like."""

    VOID = ("meta", "br", "hr", "img", "link", "input")
    HIDDEN = ("style", "script", "code")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._left_out: list[bool] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        attributes = dict(attrs)
        other_language = tag != "html" and "lang" in attributes
        own = tag in self.HIDDEN or other_language or attributes.get("class") == "scroll"
        self._left_out.append(own or any(self._left_out[-1:]))

    def handle_endtag(self, tag: str) -> None:
        self._left_out.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self._left_out[-1:]):
            self.lines.append(" ".join(data.split()))


def texts_in_page(html: str) -> list[str]:
    return _Page(html).lines
