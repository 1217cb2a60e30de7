"""Opens and saves tables in LibreOffice, and fails when a rule is another one afterwards.

`make spreadsheet` runs it. The tables are those shipped rules that fit in one, and one with what a
spreadsheet program likes to change: numbers, words that look like dates, long texts, blank cells.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tables.grids import Rows, write_csv, write_xlsx
from tables.shipped import move_to_tables

from service.rulebook import load_rulebook, read_rulebook
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
            moved = move_to_tables(rules, ending, write) + len(ODD) - 1
            write(rules / Stage.GROWTH / f"odd{ending}", ODD)
            before = load_rulebook(rules).digest
            open_and_save(office, Path(name), sorted(rules.glob(f"**/*{ending}")), options, target)
            rulebook, diagnostics = read_rulebook(rules)
            same = rulebook is not None and rulebook.digest == before
            print(f"{'the same' if same else 'DIFFERENT':9}  {moved} rules in {way}")
            for found in diagnostics[:10]:
                print(f"           {found}")
            right = right and same
    return 0 if right else 1


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
