"""The stamp of a rule directory."""

import os
import shutil
from pathlib import Path

import pytest
from cli.running import SMALL

from service.reload.stamp import stamp_of


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def _rewrite(file: Path) -> None:
    """The same number of other bytes, with the time of writing set back to what it was."""
    times = file.stat()
    text = file.read_bytes()
    file.write_bytes(text.replace(b"points: 10", b"points: 20"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES = {
    "a rule is written": lambda rules: _rewrite(rules / "growth" / "all.yaml"),
    "a file comes": lambda rules: (rules / "growth" / "more.yaml").write_text(""),
    "a table comes": lambda rules: (rules / "growth" / "more.xlsx").write_bytes(b""),
    "a file goes": lambda rules: (rules / "moves.yaml").unlink(),
    "a file gets another name": lambda rules: (rules / "moves.yaml").rename(rules / "move.yaml"),
    "a file is replaced": lambda rules: shutil.copy(rules / "moves.yaml", rules / ".new").replace(
        rules / "moves.yaml"
    ),
    "a folder goes": lambda rules: shutil.rmtree(rules / "growth"),
    "a link leads nowhere": lambda rules: (rules / "x.yaml").symlink_to(rules / "nowhere"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_is_another_one_after_every_change(rules: Path, change) -> None:  # type: ignore[no-untyped-def]
    before = stamp_of(rules)
    assert stamp_of(rules) == before
    change(rules)
    assert stamp_of(rules) != before


def test_what_editors_leave_beside_a_file_changes_nothing(rules: Path) -> None:
    before = stamp_of(rules)
    for name in (".moves.yaml.swp", "moves.yaml~", "#moves.yaml#", "~$moves.yaml"):
        (rules / name).write_text("x")
    assert stamp_of(rules) == before


def test_a_link_that_is_moved_to_another_directory_changes_it(rules: Path, tmp_path: Path) -> None:
    """So configuration comes into a container."""
    other = shutil.copytree(rules, tmp_path / "other")
    link = tmp_path / "link"
    link.symlink_to(rules)
    before = stamp_of(link)
    link.unlink()
    link.symlink_to(other)
    assert stamp_of(link) != before


def test_a_directory_that_is_not_there_has_an_empty_one(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "nowhere") == ()
