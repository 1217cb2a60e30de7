"""Each file in `rule_files/` is a small rulebook with one mistake or doubt, and what is said of it.

A file has three parts, separated by a line `----`: the file that is put into the rulebook of
`tests/rulebooks/small`, its content, and the exact diagnostics. More files come before the
diagnostics in the same way. A new case needs no programming.
"""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from service.checks.codes import CODES
from service.checks.examination import Asked, examine
from service.checks.memory import Memory
from service.rulebook import Severity
from service.rulebook.tables.mistakes import MISTAKES as MISTAKES_IN_TABLES

HERE = Path(__file__).parent
SMALL = HERE.parent / "rulebooks" / "small"
BROKEN = sorted((HERE / "rule_files").glob("*.txt"))
SEPARATOR = "----\n"
NOT_IN_A_TEXT = {
    "file-too-large",
    "missing-file",
    "no-directory",
    "not-utf-8",
    "rulebook-too-large",
    "unreadable-file",
}
EXACT_CODES = (
    "contradiction",
    "never-counts",
    "never-true",
    "pointless-rule",
    "title-name",
    "unreachable-role",
)
ABOUT_FILES = sorted((HERE.parent / "rulebook").glob("test_*files.py"))


def _parts(path: Path) -> tuple[dict[str, str], list[str]]:
    """The content of each file, and the diagnostics."""
    *files, expected = path.read_text(encoding="utf-8").split(f"\n{SEPARATOR}")
    contents = (content + "\n" for content in files[1::2])
    return dict(zip(files[::2], contents, strict=True)), expected.splitlines()


def _broken(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """The small rulebook with the mistake in it, and what is to be said of it."""
    files, expected = _parts(path)
    rules = folder / "rules"
    shutil.copytree(SMALL, rules)
    for file, content in files.items():
        (rules / file).parent.mkdir(exist_ok=True)
        (rules / file).write_text(content, encoding="utf-8")
    return rules, expected


WORKED_OUT = [
    path
    for path in BROKEN
    if any(f" {code}: " in line for code in EXACT_CODES for line in _parts(path)[1])
]
"""Those of which the checks tell that ask question by question."""


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_told_at_its_place_with_what_to_write_instead(
    path: Path, tmp_path: Path
) -> None:
    rules, expected = _broken(path, tmp_path)

    examined = examine(rules, Memory(None))

    assert [str(diagnostic) for diagnostic in examined.diagnostics] == expected
    assert all(diagnostic.hint for diagnostic in examined.diagnostics)
    only_warnings = all(each.severity is Severity.WARNING for each in examined.diagnostics)
    assert (examined.rulebook is not None) is only_warnings


@pytest.mark.parametrize("path", WORKED_OUT, ids=lambda path: path.stem)
def test_what_had_to_be_worked_out_is_told_again_without_being_asked(
    path: Path, tmp_path: Path
) -> None:
    rules, expected = _broken(path, tmp_path)
    asked: list[Sequence[Asked]] = []

    def noted(questions: Sequence[Asked]) -> Sequence[Asked]:
        asked.append(questions)
        return questions

    for _ in range(2):
        examined = examine(rules, Memory(tmp_path / "checked"), noted)
        assert [str(diagnostic) for diagnostic in examined.diagnostics] == expected
    assert [len(questions) > 0 for questions in asked] == [True, False]


def test_the_corpus_has_every_code_but_those_that_no_text_can_have() -> None:
    told = [line for path in BROKEN for line in _parts(path)[1]]
    assert len([path for path in BROKEN if _parts(path)[1]]) >= 150
    codes = {line.split(" ")[2].rstrip(":") for line in told}
    assert codes == CODES.keys() - NOT_IN_A_TEXT - MISTAKES_IN_TABLES.keys()


@pytest.mark.parametrize("code", sorted(NOT_IN_A_TEXT))
def test_what_no_text_can_have_is_told_of_other_files(code: str) -> None:
    """These are mistakes of the directory, or of files that cannot stand in a corpus of texts."""
    tests = "".join(file.read_text(encoding="utf-8") for file in ABOUT_FILES)
    assert re.search(rf'["\' ]{code}"', tests)


def test_the_rulebook_that_they_are_put_into_has_no_mistake() -> None:
    examined = examine(SMALL, Memory(None))
    assert examined.rulebook is not None
    assert examined.diagnostics == ()
