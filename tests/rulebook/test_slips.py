"""One slip on any line of any file ends in a message, whatever else rests on that file."""

import shutil
from pathlib import Path

import pytest

from service.rulebook.load import read_rulebook

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
FILES = sorted(file.relative_to(SMALL) for file in SMALL.rglob("*.yaml"))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_forgotten_colon_is_told(rules: Path, file: Path) -> None:
    right = (rules / file).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(right):
        if ":" in line.partition("#")[0]:
            slipped = [*right[:number], line.replace(":", "", 1), *right[number + 1 :]]
            (rules / file).write_text("\n".join(slipped), encoding="utf-8")
            found, diagnostics = read_rulebook(rules)
            assert found is not None or diagnostics
            assert all(each.hint for each in diagnostics)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_line_that_is_missing_ends_no_check(rules: Path, file: Path) -> None:
    right = (rules / file).read_text(encoding="utf-8").splitlines()
    for number in range(0, len(right), 3):
        (rules / file).write_text("\n".join(right[:number] + right[number + 1 :]), "utf-8")
        _, diagnostics = read_rulebook(rules)
        assert all(each.hint for each in diagnostics)
