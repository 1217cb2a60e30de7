"""How much of the corpus of broken files an editor sees at once, by the schemas alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editors.files import SMALL, refused, schema_for
from ruamel.yaml.error import YAMLError

CORPUS = Path(__file__).parents[1] / "corpus" / "rule_files"
SEPARATOR = "\n----\n"

UNSEEN = {
    # About several entries, rules or conditions taken together.
    "duplicate-id",
    "duplicate-name",
    "missing-goal",
    "years-alone",
    "one-sided",
    # About two lines of one case.
    "wrong-expectation",
    # About how something is written, which is gone when a schema sees it.
    "anchor",
    "control-character",
    "text-in-braces",
    "looks-like-a-number",
    # About the words of one condition, or the parts of one id.
    "same-value-twice",
    "protected-attribute",
}
"""Codes of errors that a schema does not see, or not always."""

LOOKS_RIGHT = {"special-space-in-a-condition", "colon-then-no-space-in-braces"}
"""Cases in which a schema takes what is no plain space, or a name with a colon glued to it."""


def _cases() -> Iterator[tuple[str, dict[str, str], set[str]]]:
    """The name, the files, and the codes of the errors in them, of each case that has errors.

    Without files that editors do not open as rule files.
    """
    for path in sorted(CORPUS.glob("*.txt")):
        *parts, expected = path.read_text(encoding="utf-8").split(SEPARATOR)
        files = dict(zip(parts[::2], parts[1::2], strict=True))
        told = [line.split(" ", 3) for line in expected.splitlines()]
        codes = {
            code.rstrip(":")
            for position, severity, code, _ in told
            if severity == "error" and position.partition(":")[0] in files
        }
        if codes and all(schema_for(name) and name.endswith(".yaml") for name in files):
            yield path.stem, files, codes


CASES = list(_cases())


def seen(files: dict[str, str]) -> bool:
    """Whether an editor marks something: the schema refuses it, or it is no YAML."""
    try:
        return any(refused(SMALL, name, content + "\n") for name, content in files.items())
    except YAMLError:
        return True


@pytest.mark.parametrize(
    ("files", "codes"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES if case[0] not in LOOKS_RIGHT],
)
def test_an_error_is_seen_in_the_editor_unless_a_schema_cannot(
    files: dict[str, str], codes: set[str]
) -> None:
    assert seen(files) or codes <= UNSEEN


def test_none_is_said_to_be_unseen_that_is_always_seen() -> None:
    unseen = [codes for name, files, codes in CASES if name not in LOOKS_RIGHT and not seen(files)]
    assert {code for codes in unseen for code in codes} == UNSEEN


def test_seven_of_eight_are_seen() -> None:
    assert sum(seen(files) for _, files, _ in CASES) / len(CASES) >= 0.875
