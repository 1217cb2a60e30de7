"""Files that were made to hurt, or that something went badly wrong with, end in a clear message.

Each would run for minutes, or crash, if reading took more than its share.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from service.rulebook import listing, read_rulebook, rule_reader
from service.rulebook.diagnostics import LONGEST_QUOTE, Diagnostic

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
RULE = """- rule: {id}
  about:
    nl: Uitleg.
    en: Explanation.
  when all of:
    - {condition}
  signal: {signal}
"""
TWO = RULE.replace("{condition}", "signal {one}\n    - signal {other}")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _told(rules: Path) -> tuple[Diagnostic, ...]:
    rulebook, diagnostics = read_rulebook(rules)
    assert rulebook is None
    for each in diagnostics:
        assert each.hint
        assert len(str(each)) < 4 * LONGEST_QUOTE
        assert str(each).isprintable()
    return diagnostics


def _bomb() -> str:
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60))]
    return "\n".join(lines)


def _diamonds(depth: int) -> str:
    """Signals that each build on two others: followed naively, that doubles at every step."""
    two = (
        TWO.format(
            id=f"{side}{step}", signal=f"{side}{step}", one=f"a{step + 1}", other=f"b{step + 1}"
        )
        for step in range(depth)
        for side in "ab"
    )
    ends = (
        RULE.format(id=f"end-{s}", condition="level is medior", signal=f"{s}{depth}") for s in "ab"
    )
    return "".join([*two, *ends])


def _chain(length: int) -> str:
    links = (
        RULE.format(id=f"r{step}", condition=f"signal s{step + 1}", signal=f"s{step}")
        for step in range(length)
    )
    return "".join(links) + RULE.format(id="end", condition="level is medior", signal=f"s{length}")


TEXTS: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "a bomb of anchors": (_bomb, "1:5 anchor"),
    "an anchor that holds itself": (lambda: "&a [*a]", "1:1 anchor"),
    "an alias of nothing": (lambda: "- *a", "1:3 anchor"),
    "a tag that would run something": (
        lambda: "- !!python/object/apply:os.system [id]",
        "1:3 tag",
    ),
    "a hundred thousand brackets": (lambda: "[" * 100_000, "1:21 nested-too-deep"),
    "a hundred thousand braces": (lambda: "{a: " * 100_000, "1:81 nested-too-deep"),
    "a hundred thousand dashes": (lambda: "- " * 100_000, "1:41 nested-too-deep"),
    "a staircase": (lambda: "".join(f"{' ' * i}-\n" for i in range(1300)), "21:21 nested-too-deep"),
    "a list in a list in a group": (
        lambda: "- rule: x\n  when all of:\n    - none of:\n        - none of:\n            - a",
        "5:13 nested-too-deep",
    ),
    "fifty megabytes": (lambda: b"#" * 50_000_000, "1:1 file-too-large"),
    "a hundred thousand entries": (lambda: "- a\n" * 100_000, "1:1 rulebook-too-large"),
    "nine thousand rules": (lambda: "- rule: a\n" * 9_000, "1:1 file-too-large"),
    "sixty thousand keys": (
        lambda: "- " + "".join(f"k{i}: x\n  " for i in range(60_000)),
        "1:3 file-too-large",
    ),
    "a condition of a megabyte": (
        lambda: RULE.format(id="x", condition="level is " + "a " * 400_000, signal="x"),
        "6:7 not-a-condition",
    ),
    "a list of a megabyte": (
        lambda: RULE.format(
            id="x", condition=f"work includes one of [{'raid-log, ' * 80_000}]", signal="x"
        ),
        "6:7 not-a-condition",
    ),
    "an id of a megabyte": (
        lambda: RULE.format(id="A" * 900_000, condition="level is medior", signal="x"),
        "1:9 not-an-id",
    ),
    "a key of a megabyte": (lambda: f"- {'a' * 900_000}: x", "1:900003 yaml-syntax"),
    "a megabyte of spaces": (lambda: f"{' ' * 900_000}x: y: z", "1:900005 yaml-syntax"),
    "a special space after a megabyte": (
        lambda: f"{' ' * 900_000}\u00a0x",
        "1:900001 special-space",
    ),
    "a quote that is never closed": (lambda: '- rule: "' + "a\n" * 400_000, "1:9 yaml-syntax"),
    "a chain of signals": (lambda: _chain(3_000), "1:9 nested-too-deep"),
    "diamonds of signals": (lambda: _diamonds(40), "1:9 nested-too-deep"),
    "UTF-16": (lambda: "- rule: een\n".encode("utf-16"), "1:1 not-utf-8"),
    "UTF-16 without a mark": (lambda: "- rule: een\n".encode("utf-16-le"), "1:2 control-character"),
    "UTF-32": (lambda: "- rule: een\n".encode("utf-32"), "1:1 not-utf-8"),
    "Windows-1252": (lambda: "- rule: \u201ceen\u201d".encode("cp1252"), "1:9 not-utf-8"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\x00", "1:1 not-utf-8"),
    "a zip file": (lambda: b"PK\x03\x04\x14\x00", "1:3 control-character"),
    "NUL": (lambda: b"\x00" * 1000, "1:1 control-character"),
    "a line end that no editor shows": (lambda: "- rule: a\u2028b", "1:10 control-character"),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_is_told_at_its_place(
    rules: Path, text: Callable[[], str | bytes], expected: str
) -> None:
    content = text()
    file = rules / "signals" / "odd.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    told = _told(rules)
    assert len(told) < 5
    assert expected in [f"{each.line}:{each.column} {each.code}" for each in told]


def test_signals_that_build_on_each_other_in_diamonds_are_each_worked_out_once(rules: Path) -> None:
    (rules / "signals" / "odd.yaml").write_text(_diamonds(19), encoding="utf-8")
    rulebook, diagnostics = read_rulebook(rules)
    assert rulebook is not None
    assert diagnostics == ()


LINKS: dict[str, Callable[[Path, Path], object]] = {
    "to a file elsewhere": lambda link, _: link.symlink_to("/etc/passwd"),
    "to a file in the folder above": lambda link, rules: link.symlink_to(rules.parent / "x.yaml"),
    "to itself": lambda link, _: link.symlink_to(link.name),
    "to nothing": lambda link, _: link.symlink_to("gone.yaml"),
    "to a directory": lambda link, rules: link.symlink_to(rules / "growth"),
    "to the directory that it is in": lambda link, rules: link.symlink_to(rules),
    "to a device": lambda link, _: link.symlink_to("/dev/zero"),
    "none but a pipe": lambda link, _: os.mkfifo(link),
    "none but a directory": lambda link, _: (link.mkdir(), (link / "x.yaml").symlink_to("/etc")),
}


@pytest.mark.parametrize("make", LINKS.values(), ids=LINKS)
def test_a_link_is_not_followed_out_of_the_directory(
    rules: Path, make: Callable[[Path, Path], object]
) -> None:
    (rules.parent / "x.yaml").write_text("secret", encoding="utf-8")
    make(rules / "settling" / "odd.yaml", rules)
    told = _told(rules)
    assert [each.code for each in told] == ["unreadable-file"]
    assert told[0].file.startswith("settling/odd.yaml")
    assert "secret" not in str(told[0])


def test_a_link_inside_the_directory_is_a_file_like_any_other(rules: Path) -> None:
    """So configuration comes into a container."""
    (rules / "..data").mkdir()
    (rules / "work.yaml").rename(rules / "..data" / "work.yaml")
    (rules / "work.yaml").symlink_to("..data/work.yaml")
    rulebook, _ = read_rulebook(rules)
    small, _ = read_rulebook(SMALL)
    assert rulebook is not None
    assert small is not None
    assert rulebook.digest == small.digest


@pytest.mark.parametrize(
    "name", ["a\nb.yaml", "a\x1b[2J.yaml", "a\u202eb.yaml", os.fsdecode(b"a\xffb.yaml")]
)
def test_a_name_that_would_break_up_a_line_is_told_without_doing_so(rules: Path, name: str) -> None:
    (rules / "growth" / name).write_text("", encoding="utf-8")
    [told] = _told(rules)
    assert told.code == "unknown-file"
    assert "\ufffd" in told.file


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told(rules: Path) -> None:
    (rules / "settling" / "level.yaml").chmod(0)
    assert [(each.file, each.code) for each in _told(rules)] == [
        ("settling/level.yaml", "unreadable-file")
    ]


def test_more_files_than_a_rulebook_has_are_not_read(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MAXIMUM_FILES", 16)
    assert read_rulebook(rules)[0] is not None
    for number in range(1000):
        (rules / "growth" / f"{number}.yaml").write_text("- x", encoding="utf-8")
    assert [each.code for each in _told(rules)] == ["rulebook-too-large"]
    assert len(list(listing.file_names(rules))) == 17


def test_more_text_than_a_rulebook_has_is_not_read(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MAXIMUM_TOTAL", 100_000)
    assert read_rulebook(rules)[0] is not None
    for number in range(2):
        (rules / "growth" / f"{number}.yaml").write_text("#" * 50_000, encoding="utf-8")
    assert [each.code for each in _told(rules)] == ["rulebook-too-large"]


def test_more_rules_than_anybody_can_oversee_are_not_read(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_reader, "MAXIMUM_RULES", 7)
    assert [each.code for each in _told(rules)] == ["rulebook-too-large"]
