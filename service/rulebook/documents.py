"""Documents: reads rule files, and remembers what was parsed for as long as they say the same."""

from collections.abc import Container
from pathlib import Path

from service.rulebook.diagnostics import Report
from service.rulebook.document import Node, parse_document, read_text


class Documents:
    """For who reads the same files again and again. Whoever gets a tree leaves it as it is.

    Files with mistakes are parsed each time, so that these are told each time.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Node | None]] = {}

    def read(self, path: Path, name: str, report: Report) -> Node | None:
        """Reads one file; None when it is empty or cannot be read (then `report` says why)."""
        text = read_text(path, name, report)
        if text is None:
            return None
        before = self._known.get(name)
        if before is not None and before[0] == text:
            return before[1]
        node = parse_document(text, name, report)
        if not report.has_errors_in(name):
            self._known[name] = text, node
        return node

    def keep(self, names: Container[str]) -> None:
        """Forgets all files but these."""
        self._known = {name: known for name, known in self._known.items() if name in names}
