"""`docs/checks/`: what each code means, with an example out of the corpus where it has one.

`make checks` writes it; `test_check_pages.py` fails when it is not what the code says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.checks.pages import PAGES, CheckPage
from service.rulebook.diagnostics import Severity

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "checks"
CORPUS = ROOT / "tests" / "corpus" / "rule_files"
TABLES = ROOT / "tests" / "corpus" / "tables"
CHOSEN = {
    "case-profile": "case-profile-misspelt-field",
    "unknown-id": "misspelt-work",
    "missing-key": "missing-points",
    "unknown-key": "dutch-key",
}
"""The file to show where many have the code."""

AROUND = 2
"""Lines that are shown before and after the one that is wrong."""


@dataclass(frozen=True)
class Example:
    """Some lines of a file, and what is said about one of them."""

    file: str
    lines: tuple[str, ...]
    diagnostic: str


def pages() -> dict[str, str]:
    """The text of each file in `docs/checks/`."""
    examples = _examples()
    found = {f"{code}.md": _page(page, examples.get(code)) for code, page in PAGES.items()}
    return found | {"README.md": _index()}


def _index() -> str:
    lines = [
        "# What `vakpad check` can say",
        "",
        "Every diagnostic has a code, and every code a page that says what it means, why it",
        "matters and what to do. The service shows the same pages at `/docs/checks`.",
        "Made by `make checks` from the checks themselves; a test keeps them current.",
        "",
    ]
    about = {
        Severity.ERROR: "Rules with an error cannot be served. An error cannot be accepted.",
        Severity.WARNING: "Rules with a warning can be served. A warning can be "
        "[accepted](acceptance.md) in the file, with a reason.",
    }
    for severity, text in about.items():
        lines += [f"## {severity.capitalize()}s", "", text, ""]
        lines += [
            f"- [`{page.code}`]({page.code}.md): {page.title}"
            for page in PAGES.values()
            if page.severity is severity
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _page(page: CheckPage, example: Example | None) -> str:
    kind = "An error" if page.severity is Severity.ERROR else "A warning"
    lines = [f"# {page.title}", "", f"`{page.code}`, {kind.lower()}", ""]
    for paragraph in page.paragraphs:
        lines += [paragraph, ""]
    if example:
        lines += _shown(example)
    if page.acceptable:
        lines += [
            "## How to accept it",
            "",
            "When it is right as it stands, say why in the file, on a line above what the warning",
            "is about:",
            "",
            "```yaml",
            f"# accept {page.code}: why it is right here",
            "```",
            "",
            "A comment covers what comes next with all that is indented below it.",
            "[More about accepting](acceptance.md)",
            "",
        ]
    return "\n".join([*lines, "[All checks](README.md)", ""])


def _shown(example: Example) -> Iterator[str]:
    yield "## An example"
    yield ""
    if example.lines:
        yield from (f"In `{example.file}`:", "", "```yaml", *example.lines, "```", "")
    yield from ("`vakpad check` says:", "", "```text", example.diagnostic, "```", "")


def _examples() -> dict[str, Example]:
    """For each code that the corpus has, the file with the fewest diagnostics about it."""
    found: dict[str, tuple[int, Example]] = {}
    for path in sorted(CORPUS.glob("*.txt")):
        *files, expected = path.read_text(encoding="utf-8").split("\n----\n")
        contents = dict(zip(files[::2], files[1::2], strict=True))
        told = expected.splitlines()
        for diagnostic in told:
            place, code = diagnostic.split(" ")[0].rstrip(":"), diagnostic.split(" ")[2].rstrip(":")
            file, line, _ = place.rsplit(":", 2)
            example = Example(file, _around(contents.get(file, ""), int(line)), diagnostic)
            weight = 0 if CHOSEN.get(code) == path.stem else len(told)
            if code not in found or weight < found[code][0]:
                found[code] = (weight, example)
    in_files = {code: example for code, (_, example) in found.items()}
    return _examples_of_tables() | in_files


def _examples_of_tables() -> dict[str, Example]:
    """For each code the diagnostic of one table; its rows are too wide to show."""
    found: dict[str, Example] = {}
    for path in sorted(TABLES.glob("*.txt")):
        file, _, expected = path.read_text(encoding="utf-8").split("\n----\n", 2)
        for diagnostic in expected.splitlines():
            _, _, told = diagnostic.partition(": ")
            found.setdefault(told.split(" ")[1].rstrip(":"), Example(file, (), diagnostic))
    return found


def _around(content: str, line: int) -> tuple[str, ...]:
    lines = content.split("\n") if content else []
    return tuple(lines[max(0, line - 1 - AROUND) : line + AROUND])


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
