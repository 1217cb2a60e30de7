"""A table says the same as text, as a workbook, and converted into a rule file."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tables.grids import as_csv, write_xlsx

from schemas.rule_files import RuleSchema
from service.rulebook.diagnostics import Report
from service.rulebook.document import Sequence, read_document
from service.rulebook.shapes import entries
from service.rulebook.tables.cells import Kind, kind_of
from service.rulebook.tables.columns import EFFECTS, columns_of
from service.rulebook.tables.read import read_table
from service.rulebook.vocabulary import Stage
from service.rulebook.yaml_text import yaml_of

IDS = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6}){0,2}", fullmatch=True)
LETTERS = st.characters(
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"], include_characters="\n"
)
ODD_TEXTS = ["3", "yes", "a: b", "- x", "a #b", "'s avonds", '"a" b', "{a}", "a\n\n b"]
TEXTS = (
    (st.text(LETTERS, min_size=1, max_size=60) | st.sampled_from(ODD_TEXTS))
    .map(str.strip)
    .filter(lambda text: text and kind_of(text) is Kind.TEXT and not text.startswith("#"))
)  # fmt: skip
SOME = st.lists(IDS, min_size=1, max_size=3, unique=True).map(lambda ids: f"[{', '.join(ids)}]")
CELLS = {
    "level": IDS.map("at least {}".format) | SOME.map("one of {}".format) | IDS,
    "competence analytical": st.integers(1, 5) | st.integers(1, 5).map("at most {}".format),
    "years in pmo": st.integers(0, 600).map(lambda tenths: tenths / 10),
    "work": IDS | SOME.map("all of {}".format),
    "goals": SOME.map("none of {}".format),
    "signal sharp": st.sampled_from(["yes", "no"]),
    "title is ambiguous": st.sampled_from(["yes", "no"]),
}
EFFECT_CELLS = {
    "points": st.integers(1, 1000),
    "actions": st.lists(IDS, min_size=1, max_size=3).map(", ".join),
    "to level": st.sampled_from(["one up", "same as now"]),
    "say": st.just("caution"),
    "outcome": st.just("refer"),
    "fits tip": st.just("trust"),
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[Stage, list[list[str | int | float | None]]]:
    """A table without mistakes: its folder, and its rows with the header."""
    stage = draw(st.sampled_from(Stage))
    looked_at = draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=5))
    rows: list[list[str | int | float | None]] = [[*columns_of(stage), *looked_at]]
    for number in range(draw(st.integers(1, 4))):
        effect = draw(st.sampled_from(sorted(EFFECTS[stage])))
        own = EFFECTS[stage][effect]
        filled = {
            *own.must,
            *draw(st.sets(st.sampled_from(own.may)) if own.may else st.just(set())),
        }
        row: list[str | int | float | None] = []
        for name in columns_of(stage):
            if name == "rule":
                row.append(f"rule-{number}")
            elif name == "effect":
                row.append(effect)
            elif name.endswith((" nl", " en")) and (name in filled or name.startswith("about")):
                row.append(draw(TEXTS))
            elif name in filled:
                row.append(draw(EFFECT_CELLS.get(name, IDS)))
            else:
                row.append(None)
        # At least the first cell is filled in: a rule without conditions is none.
        row += [draw(CELLS[looked_at[0]])]
        row += [draw(st.none() | CELLS[words]) for words in looked_at[1:]]
        rows.append(row)
    return stage, rows


@settings(max_examples=40, deadline=None)
@given(table=tables(), separator=st.sampled_from(",;\t"))
def test_a_table_is_the_same_as_text_as_a_workbook_and_as_a_rule_file(
    table: tuple[Stage, list[list[str | int | float | None]]], separator: str
) -> None:
    stage, rows = table
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.csv").write_bytes(as_csv(rows, separator).encode())
        write_xlsx(folder / "a.xlsx", Sheet1=rows)
        from_text = read_table(folder / "a.csv", "a.csv", stage, report)
        from_workbook = read_table(folder / "a.xlsx", "a.xlsx", stage, report)
        assert from_text is not None
        (folder / "a.yaml").write_bytes(yaml_of(from_text).encode())
        from_file = read_document(folder / "a.yaml", "a.yaml", report)
    assert len(from_text) == len(rows) - 1
    assert from_workbook == from_text
    assert from_file == from_text
    assert isinstance(from_file, Sequence)
    shaped = [entry.data for entry in entries(RuleSchema, from_text, "rule", report)]
    assert [entry.data for entry in entries(RuleSchema, from_file, "rule", report)] == shaped
    assert [str(each) for each in report.diagnostics] == []
