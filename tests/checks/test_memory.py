"""What was found to be all right is not asked again, until something that matters changes."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from service.checks.examination import Asked, examine
from service.checks.memory import Memory

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return copytree(SMALL, tmp_path / "rules")


class Counting:
    """Counts the questions that are asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, asked: Sequence[Asked]) -> Iterable[Asked]:
        self.asked += [question.about[0] for _, question in asked]
        return asked


def _asked(rules: Path, memory: Path | None) -> list[str]:
    counting = Counting()
    examine(rules, Memory(memory), counting)
    return counting.asked


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_second_check_asks_nothing(rules: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cache" / "checked"
    assert len(_asked(rules, kept)) >= 20
    assert _asked(rules, kept) == []


def test_without_a_file_everything_is_asked_each_time(rules: Path) -> None:
    assert _asked(rules, None) == _asked(rules, None) != []


def test_a_changed_rule_is_asked_about_again_and_no_other(rules: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checked"
    _asked(rules, kept)
    _replace(rules / "growth" / "all.yaml", "level is at least medior", "level is at least senior")
    again = _asked(rules, kept)
    assert [about.partition(":")[0] for about in again if ":" in about] == [
        "office-to-governance",
    ] * 3
    assert {about for about in again if ":" not in about} == {
        f"governance-{level}" for level in ("junior", "medior", "senior")
    }


def test_a_changed_text_or_comment_asks_nothing_about_conditions(
    rules: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "checked"
    _asked(rules, kept)
    _replace(rules / "growth" / "all.yaml", "- rule: stay", "# A comment.\n\n- rule: stay")
    _replace(rules / "competences.yaml", "nl: ", "nl: Of ook wel ")
    assert _asked(rules, kept) == []


def test_a_changed_signal_asks_everything_again(rules: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checked"
    everything = _asked(rules, kept)
    _replace(
        rules / "signals" / "all.yaml", "sharp-count is at least 2", "sharp-count is at least 1"
    )
    assert len(_asked(rules, kept)) == len(everything)


def test_what_was_found_wrong_is_told_again(rules: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checked"
    _replace(
        rules / "growth" / "all.yaml",
        "    - level is at least medior\n",
        "    - level is at least medior\n    - level is junior\n",
    )
    first = examine(rules, Memory(kept)).diagnostics
    assert [found.code for found in first] == ["contradiction"]
    assert examine(rules, Memory(kept)).diagnostics == first


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no hash\n" * 10])
def test_a_damaged_memory_is_no_memory(rules: Path, tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "checked"
    kept.write_bytes(content)
    assert len(_asked(rules, kept)) >= 20
    assert _asked(rules, kept) == []


def test_a_memory_that_cannot_be_written_is_done_without(rules: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert _asked(rules, blocked / "checked") == _asked(rules, blocked / "checked") != []
