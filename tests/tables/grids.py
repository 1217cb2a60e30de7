"""Tables for tests: rows of cells, written as a text file or as a workbook."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from service.rulebook.conditions import Condition, Group, Quantifier
from service.rulebook.rules import GiveSignal, Grow, Rule, Say, Settle, Weight
from service.rulebook.vocabulary import Text

Cell = str | int | float | bool | None
Rows = Sequence[Sequence[Cell]]


def as_csv(rows: Rows, separator: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """The rows as a spreadsheet program would write them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=quoting, lineterminator="\r\n")
    writer.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)
    return text.getvalue()


def write_csv(path: Path, rows: Rows, separator: str = ",") -> None:
    path.write_text(as_csv(rows, separator), encoding="utf-8", newline="")


def write_xlsx(path: Path, **sheets: Rows) -> None:
    """A workbook with these sheets; texts stay texts, also when they look like something else."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    workbook.save(path)


def is_flat(rule: Rule) -> bool:
    """Whether a rule fits in a row: conditions that must all hold, and no group but one signal."""
    return rule.when.quantifier is Quantifier.ALL and all(
        isinstance(member, Condition) for member in rule.when.members
    )


def table_of(rules: Iterable[Rule]) -> list[list[Cell]]:
    """The rules of one folder as a table, conditions in the order in which each rule has them."""
    columns: list[str] = []
    placed = [(rule, _placed(rule.when, columns)) for rule in rules]
    effects = list(dict.fromkeys(name for rule, _ in placed for name in _effect(rule)))
    table: list[list[Cell]] = [["rule", "about nl", "about en", *columns, *effects]]
    for rule, cells in placed:
        said = [cells.get(number) for number in range(len(columns))]
        done = [_effect(rule).get(name) for name in effects]
        table.append([rule.id, rule.about.nl, rule.about.en, *said, *done])
    return table


def _placed(when: Group, columns: list[str]) -> dict[int, Cell]:
    """The cells of one rule by column; `columns` grows where their order does not fit."""
    cells: dict[int, Cell] = {}
    at = 0
    for condition in when.conditions():
        words = condition.attribute.words
        if words not in columns[at:]:
            columns.append(words)
        at = columns.index(words, at)
        rest = condition.sentence.removeprefix(words).strip()
        for verb in ("is ", "includes ", "include "):
            if rest.startswith(verb):
                rest = rest.removeprefix(verb)
                break
        cells[at] = int(rest) if rest.isdigit() else rest or "yes"
        at += 1
    return cells


def _effect(rule: Rule) -> dict[str, Cell]:
    match rule.effect:
        case Settle(specialisation, level):
            found = {"settle specialisation": specialisation, "settle level": level}
        case GiveSignal(signal):
            found = {"signal": signal}
        case Grow(weight, specialisation, level, points, because, actions):
            found = {
                "effect": weight,
                "to specialisation": specialisation,
                "to level": level,
                "points": None if weight is Weight.RULE_OUT else abs(points),
                **_text("because", because),
                "actions": ", ".join(actions) or None,
            }
        case Say(kind, text, outcome):
            found = {"say": kind, **_text("text", text), "outcome": outcome}
        case pairing:
            tip = pairing.tip
            found = {"fits tip": tip} | _text("because" if tip else pairing.kind, pairing.text)
    return {name: value for name, value in found.items() if value is not None}


def _text(name: str, text: Text | None) -> dict[str, str]:
    return {} if text is None else {f"{name} nl": text.nl, f"{name} en": text.en}
