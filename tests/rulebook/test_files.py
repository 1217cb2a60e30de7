"""Files that cannot be read as text end in a diagnostic, and nothing else of the folder is lost."""

import os
import shutil
from pathlib import Path

import pytest

from service.rulebook import RulebookErrors, load_rulebook, read_rulebook

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _told(rules: Path) -> list[str]:
    rulebook, diagnostics = read_rulebook(rules)
    assert rulebook is None
    assert all(each.hint for each in diagnostics)
    return [f"{each.position} {each.code}" for each in diagnostics]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"- rule: caf\xe9", "1:12 not-utf-8"),
        ("- rule: één\n".encode("utf-16"), "1:1 not-utf-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1:1 not-utf-8"),
        (b"# a\n- rule: a\x00b\n", "2:10 control-character"),
        (b"- rule: a\x1bb\n", "1:10 control-character"),
        (b"#" * 50_000_000, "1:1 file-too-large"),
    ],
)
def test_a_file_that_is_no_text_is_told_at_the_place_where_that_shows(
    rules: Path, content: bytes, expected: str
) -> None:
    (rules / "settling" / "odd.yaml").write_bytes(content)
    assert _told(rules) == [f"settling/odd.yaml:{expected}"]


def test_a_byte_order_mark_is_no_mistake(rules: Path) -> None:
    file = rules / "work.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_rulebook(rules).digest == load_rulebook(SMALL).digest


def test_windows_line_ends_are_no_mistake(rules: Path) -> None:
    for file in rules.glob("**/*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_rulebook(rules).digest == load_rulebook(SMALL).digest


def test_a_file_that_is_missing_is_named(rules: Path) -> None:
    (rules / "moves.yaml").unlink()
    assert "moves.yaml:1:1 missing-file" in _told(rules)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RulebookErrors) as raised:
        load_rulebook(tmp_path / "nowhere")
    assert [each.code for each in raised.value.diagnostics] == ["no-directory"]


def test_a_link_that_leads_nowhere_is_told(rules: Path) -> None:
    (rules / "settling" / "link.yaml").symlink_to(rules / "gone.yaml")
    assert _told(rules) == ["settling/link.yaml:1:1 unreadable-file"]


def test_a_pipe_or_a_device_is_told_and_not_waited_for(rules: Path) -> None:
    os.mkfifo(rules / "settling" / "pipe.yaml")
    (rules / "settling" / "zero.yaml").symlink_to("/dev/zero")
    assert _told(rules) == [
        "settling/pipe.yaml:1:1 unreadable-file",
        "settling/zero.yaml:1:1 unreadable-file",
    ]


def test_the_mistakes_of_all_files_are_told_together_in_the_order_of_the_files(rules: Path) -> None:
    (rules / "settling" / "odd.yaml").write_bytes(b"- rule: caf\xe9")
    (rules / "growth" / "odd.yaml").write_text("- rule: x\n  colour: red\n", encoding="utf-8")
    (rules / "messages" / "odd.yaml").write_text("- rule: [\n", encoding="utf-8")
    told = _told(rules)
    assert {each.split(":")[0] for each in told} == {
        "growth/odd.yaml",
        "messages/odd.yaml",
        "settling/odd.yaml",
    }
    assert told == sorted(told, key=lambda each: each.split(":")[0])


def test_what_an_editor_leaves_behind_is_passed_over(rules: Path) -> None:
    for name in (".work.yaml.swp", "work.yaml~", "#work.yaml#", "README.md"):
        (rules / name).write_text("not: [a rule", encoding="utf-8")
    assert load_rulebook(rules).digest == load_rulebook(SMALL).digest


def test_a_name_of_two_titles_is_told(rules: Path) -> None:
    """Otherwise a second entry could read project managers as PMO without a word."""
    file = rules / "titles.yaml"
    text = file.read_text(encoding="utf-8").rstrip("\n")
    more = [
        "  - title: another",
        "    names: [pmo'ER]",
        "    kind: pmo",
        "    specialisations: [office]",
        "    levels: [junior]",
    ]
    file.write_text("\n".join([text, *more, ""]), encoding="utf-8")
    line = len(text.split("\n")) + 2
    assert _told(rules) == [f"titles.yaml:{line}:13 duplicate-name"]
