"""Opens and saves tables in LibreOffice, and fails when a rule is another one afterwards.

Nor may there be anything else to say about the rules: a warning that was accepted stays so.
`make spreadsheet` runs it. The tables are those shipped rules that fit in one, and one with what a
spreadsheet program likes to change: numbers, words that look like dates, long texts, blank cells.
In two more warnings are accepted in every way in which that can be done in a table.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tables.grids import Rows, write_csv, write_xlsx
from tables.shipped import move_to_tables

from service.checks.examination import examine
from service.checks.memory import Memory
from service.rulebook.vocabulary import Stage

ODD: Rows = [
    ["rule", "about nl", "about en", "years in pmo", "work", "level", "effect", "to specialisation",
     "to level", "points", "because nl", "because en", "actions", "# note"],
    ["march-1-april", "Tekst met een komma, een ; en een \"citaat\".", "Two\nlines.", 2.5, None,
     "one of [junior, medior]", "recommend", "office", "same as now", 10, "É, ë en €.", "3 = 3.",
     "rotation-portfolio-office", "01-02-2024"],
    ["may-and-june", "Waar.", "True: -- ... (c) 1/2 'quoted'", "at least 3", "raid-log", "",
     "rule out", "office", "one up", None, "+31 of -1.", "@home", None, None],
]  # fmt: skip

WHY = '# accept repeated-conditions: to show; and say, that it "can" be'


def doubtful(rule: str, note: str | None = None) -> list[str | int | None]:
    """A row about which there is a warning: it has a condition twice."""
    return [
        rule, "Uitleg.", "Explanation.", "office", "office", "recommend", "governance",
        "same as now", 20, f"Daarom {rule}.", f"That is why {rule}.", note,
    ]  # fmt: skip


DOUBTFUL_HEAD = [
    "rule", "about nl", "about en", "specialisation", "specialisation", "effect",
    "to specialisation", "to level", "points", "because nl", "because en", "# notes",
]  # fmt: skip
BY_ROW: Rows = [
    DOUBTFUL_HEAD,
    doubtful("twice-told"),
    [WHY, *[None] * 11],
    doubtful("twice-accepted-above"),
    [None] * 12,
    doubtful("twice-accepted-beside", WHY),
    doubtful("twice-accepted-in-two-lines", f"{WHY}\nand more of it"),
]
BY_FILE: Rows = [
    DOUBTFUL_HEAD,
    doubtful("twice-in-a-file"),
    doubtful("again-in-a-file"),
    ["# accept repeated-conditions in this file: they are all so", *[None] * 11],
]
TABLES = {"odd": ODD, "by-row": BY_ROW, "by-file": BY_FILE}

NOT_ACCEPTED = ("a condition twice in `twice-told`", "and all conditions of another rule")
"""What is left to say about these tables."""

QUOTED = re.compile("`[^`]*`")

CSV = "Text - txt - csv (StarCalc)"
UTF_8, COMMA, SEMICOLON, QUOTE = 76, 44, 59, 34
ENGLISH, DUTCH = 1033, 1043


def csv_options(separator: int, language: int) -> str:
    """What LibreOffice asks when it opens or writes a text: separator, encoding, language."""
    return f"{CSV}:{separator},{QUOTE},{UTF_8},1,,{language},false,true"


def as_workbook(path: Path, rows: Rows) -> None:
    write_xlsx(path, Rules=rows)


def with_semicolons(path: Path, rows: Rows) -> None:
    write_csv(path, rows, separator=";")


Write = Callable[[Path, Rows], None]
WAYS: dict[str, tuple[str, Write, list[str], str]] = {
    "a workbook, saved as a workbook": (".xlsx", as_workbook, [], "xlsx"),
    "a workbook, saved as text": (".xlsx", as_workbook, [], f"csv:{csv_options(COMMA, ENGLISH)}"),
    "a workbook, saved as text in Dutch": (
        ".xlsx", as_workbook, [], f"csv:{csv_options(SEMICOLON, DUTCH)}",
    ),
    "a text, saved as a workbook": (
        ".csv", write_csv, [f"--infilter={csv_options(COMMA, ENGLISH)}"], "xlsx",
    ),
    "a text, saved as text": (
        ".csv", with_semicolons, [f"--infilter={csv_options(SEMICOLON, ENGLISH)}"],
        f"csv:{csv_options(SEMICOLON, ENGLISH)}",
    ),
}  # fmt: skip


def main() -> int:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is not here: install libreoffice-calc, and try again.")
        return 2
    right = True
    with tempfile.TemporaryDirectory() as name:
        for number, (way, (ending, write, options, target)) in enumerate(WAYS.items()):
            rules = Path(name) / str(number)
            moved = move_to_tables(rules, ending, write)
            for table, rows in TABLES.items():
                write(rules / Stage.GROWTH / f"{table}{ending}", rows)
            before = looked_at(rules, Path(name))
            assert before.total() == 1 + len(NOT_ACCEPTED), before
            open_and_save(office, Path(name), sorted(rules.glob(f"**/*{ending}")), options, target)
            after = looked_at(rules, Path(name))
            same = after == before
            print(f"{'the same' if same else 'DIFFERENT':9}  {moved} rules in {way}")
            for sign, lines in (("+", after - before), ("-", before - after)):
                for line in lines.elements():
                    print(f"         {sign} {line}")
            right = right and same
    return 0 if right else 1


def looked_at(rules: Path, folder: Path) -> Counter[str]:
    """The digest of the rules, and of what there is to say the code and the names in it."""
    examined = examine(rules, Memory(folder / "checked"))
    assert examined.rulebook is not None, [str(found) for found in examined.diagnostics]
    return Counter(
        (
            examined.rulebook.digest,
            *(f"{each.code}: {QUOTED.findall(each.message)}" for each in examined.diagnostics),
        )
    )


def open_and_save(
    office: str, folder: Path, tables: list[Path], options: list[str], target: str
) -> None:
    """Puts what LibreOffice saves in the place of each table."""
    ending = target.partition(":")[0]
    saved = folder / "saved"
    command = [
        office, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
        *options, "--convert-to", target, "--outdir", str(saved), *map(str, tables),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for table in tables:
        table.unlink()
        (saved / f"{table.stem}.{ending}").replace(table.with_suffix(f".{ending}"))


if __name__ == "__main__":
    sys.exit(main())
