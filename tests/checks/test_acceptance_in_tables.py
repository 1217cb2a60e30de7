"""A warning about a row of a table is accepted by a note above it."""

import shutil
from pathlib import Path

import pytest

from service.checks.examination import examine
from service.checks.memory import Memory

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
TABLE = """\
rule,about nl,about en,specialisation,specialisation,effect,to specialisation,to level,points,because nl,because en
{note}
twice,Uitleg.,Explanation.,office,office,recommend,governance,same as now,20,Daarom.,That is why.
"""  # noqa: E501 - a row is a line


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("# a note", ["repeated-conditions"]),
        ("# accept repeated-conditions: to show that it can be", []),
        ('"# accept repeated-conditions: to show, and say, that it can be"', []),
        ("# accept repeated-conditions", ["acceptance", "repeated-conditions"]),
    ],
)
def test_a_note_above_a_row_accepts_a_warning_about_it(
    tmp_path: Path, note: str, codes: list[str]
) -> None:
    rules = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    table = rules / "growth" / "table.csv"
    table.write_text(TABLE.format(note=note), encoding="utf-8")
    examined = examine(rules, Memory(None))
    assert examined.rulebook is not None
    assert [found.code for found in examined.diagnostics] == codes
