"""What was found is not asked again, until something that matters changes."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from service.checks.examination import Asked, examine
from service.checks.memory import Memory

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "rulebooks" / "small"


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


CONTRADICTION = (
    "    - level is at least medior\n",
    "    - level is at least medior\n    - level is junior\n",
)


def test_what_was_found_wrong_is_told_where_it_stands_now(rules: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checked"
    file = rules / "growth" / "all.yaml"
    _replace(file, *CONTRADICTION)
    (before,) = examine(rules, Memory(kept)).diagnostics
    file.write_text("# One line more.\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert _asked(rules, kept) == []
    (after,) = examine(rules, Memory(kept)).diagnostics
    assert (after.line, after.message) == (before.line + 1, before.message)


def test_a_second_check_does_not_even_load_the_solver(rules: Path, tmp_path: Path) -> None:
    _replace(rules / "growth" / "all.yaml", *CONTRADICTION)
    program = (
        "import sys; from pathlib import Path;"
        "from service.checks.examination import examine; from service.checks.memory import Memory;"
        "found = examine(Path(sys.argv[1]), Memory(Path(sys.argv[2])));"
        "print(len(found.diagnostics), 'z3' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program, str(rules), str(tmp_path / "checked")],
            cwd=ROOT,
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout.split()
        for _ in range(2)
    ]
    assert said == [["1", "True"], ["1", "False"]]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no hash\n" * 10])
def test_a_damaged_memory_is_no_memory(rules: Path, tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "checked"
    kept.write_bytes(content)
    assert len(_asked(rules, kept)) >= 20
    assert _asked(rules, kept) == []


def test_a_memory_in_which_a_number_was_changed_is_no_memory(rules: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checked"
    _replace(rules / "growth" / "all.yaml", *CONTRADICTION)
    everything = _asked(rules, kept)
    _replace(kept, " 1,2\n", " 1,9\n")
    assert _asked(rules, kept) == everything


def test_a_memory_that_cannot_be_written_is_done_without(rules: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert _asked(rules, blocked / "checked") == _asked(rules, blocked / "checked") != []
