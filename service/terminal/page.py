"""A page of text: wrapped and coloured on a terminal, plain lines everywhere else."""

import re
import textwrap
from typing import TextIO

from rich.console import Console
from rich.text import Text

NARROWEST = 40

# What would command the terminal, or turn the reading direction of what follows.
_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Page:
    """Writes lines to one stream. Nothing in a text is ever read as markup or as a command."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._console = Console(file=stream, force_terminal=self._terminal, highlight=False)

    def line(self, text: str = "", *, indent: int = 0, bullet: str = "", style: str = "") -> None:
        """A paragraph: one line, or on a terminal as many as its width asks for."""
        first, later = " " * indent + bullet, " " * (indent + len(bullet))
        if not self._terminal:
            self.exact(first + text)
            return
        width = max(NARROWEST, self._console.width)
        filled = textwrap.fill(
            text,
            width,
            initial_indent=first,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.exact(filled, style)

    def exact(self, text: str, style: str = "") -> None:
        """The text as it stands, whatever the width."""
        shown = _COMMANDS.sub("\ufffd", text)
        self._console.print(Text(shown, style=style), soft_wrap=True)

    def heading(self, text: str) -> None:
        self.line()
        self.line(text, style="bold")
