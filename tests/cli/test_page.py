"""A page of text: plain when it is no terminal, and a terminal obeys nobody but the page."""

from io import StringIO

import pytest

from service.terminal.page import Page


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def test_on_a_terminal_a_paragraph_is_wrapped_and_hangs_from_its_bullet(
    terminal: Terminal,
) -> None:
    Page(terminal).line("one two three four five six seven eight nine", indent=2, bullet="- ")
    assert terminal.getvalue() == ("  - one two three four five six seven\n    eight nine\n")


def test_on_a_terminal_a_heading_is_coloured(terminal: Terminal) -> None:
    Page(terminal).heading("Heading")
    assert terminal.getvalue() == "\n\x1b[1mHeading\x1b[0m\n"


def test_elsewhere_the_same_is_one_plain_line() -> None:
    stream = StringIO()
    page = Page(stream)
    page.heading("Heading")
    page.line("word " * 40 + "end", indent=2, bullet="- ", style="red")
    assert stream.getvalue() == f"\nHeading\n  - {'word ' * 40}end\n"


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[red]", ":rocket:", "https://x.nl/[a]"])
def test_nothing_in_a_text_is_markup(text: str) -> None:
    stream = StringIO()
    Page(stream).line(text)
    assert stream.getvalue() == f"{text}\n"


@pytest.mark.parametrize("command", ["\x1b", "\x07", "\x08", "\x00", "\x9b", "\u202e", "\u2066"])
def test_nothing_in_a_text_commands_the_terminal(terminal: Terminal, command: str) -> None:
    Page(terminal).exact(f"a{command}b")
    assert terminal.getvalue() == "a\ufffdb\n"


def test_letters_and_signs_of_any_language_are_left_as_they_are() -> None:
    stream = StringIO()
    text = "Coördinatrice \u00a0€ 管理 \U0001f469\u200d\U0001f4bb"
    Page(stream).line(text)
    assert stream.getvalue() == f"{text}\n"
