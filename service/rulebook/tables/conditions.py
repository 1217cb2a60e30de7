"""From a cell below an attribute to a condition, as it would stand in a YAML file.

A cell holds the rest of a sentence that begins above its column: below `level` stands
`at least medior`, below `work` `one of [raid-log, portfolio-report]`, below `signal sharp` `yes`.
"""

import re

from schemas.rule_fields import shown
from service.rulebook.diagnostics import Report
from service.rulebook.document import Node
from service.rulebook.sentence_mistakes import VERBS
from service.rulebook.tables.cells import Cell, plain_number
from service.rulebook.tables.columns import Column, Holds
from service.rulebook.tables.nodes import cell_text, clean, mapping, sequence

_BARE_LIST = re.compile(r"[\w-]+(?:\s*[,;/\n]\s*[\w-]+)+")
_NOT = re.compile(r"(?:not|no|geen|niet)\s+(?:one of\s*)?\[?([^\]]+)\]?", re.IGNORECASE)
KNOWNNESS = ("known", "unknown")


def is_cut(text: str) -> bool:
    """Whether a list was begun and not ended, or the other way round."""
    return text.count("[") != text.count("]")


def condition_in(cell: Cell, column: Column, report: Report) -> Node | None:
    """The condition, still unread; None when the cell holds none (then `report` says why)."""
    if column.holds is Holds.YES_OR_NO:
        return _yes_or_no(cell, column, report)
    text = plain_number(clean(cell.text))
    if _is_bare_list(text, cell, column, report):
        return None
    if column.holds is Holds.MEMBERS and (found := _NOT.fullmatch(text)):
        report.error(
            cell.at(),
            "not-a-condition",
            f"{shown(text)} does not fit after `{column.words} include`.",
            f"Write `none of [{found[1].strip()}]`.",
        )
        return None
    if text == column.words or text.startswith(f"{column.words} "):
        return cell_text(text, cell)
    before = f"{column.words} {_verb(text, column)}".rstrip() + " "
    return cell_text(before + text, cell, header=column.header, before=len(before))


def _verb(text: str, column: Column) -> str:
    first = text.partition(" ")[0]
    if first in VERBS:
        return ""
    if column.holds is Holds.MEMBERS and text not in KNOWNNESS:
        return "include" if column.words.endswith("s") else "includes"
    return "is"


def _is_bare_list(text: str, cell: Cell, column: Column, report: Report) -> bool:
    if not _BARE_LIST.fullmatch(text):
        return False
    members = ", ".join(re.split(r"\s*[,;/\n]\s*", text))
    either = f"`one of [{members}]`"
    report.error(
        cell.at(),
        "not-a-condition",
        f"{shown(text)} does not say how many of these must hold.",
        f"Write {either} or `all of [{members}]`."
        if column.holds is Holds.MEMBERS
        else f"Write {either}.",
    )
    return True


def _yes_or_no(cell: Cell, column: Column, report: Report) -> Node | None:
    match clean(cell.text):
        case "yes":
            words = column.words
        case "no" if column.words.startswith("signal "):
            opposite = mapping(cell)
            of_none = cell_text(column.words, cell, header=column.header, before=len(column.words))
            opposite[cell_text("none of", cell)] = sequence(cell, of_none)
            return opposite
        case "no":
            words = column.words.replace(" is ", " is not ", 1)
        case other:
            report.error(
                cell.at(),
                "yes-or-no",
                f"{shown(other)} does not fit below `{column.words}`.",
                "Write `yes` or `no`, or leave it blank when it does not matter.",
            )
            return None
    return cell_text(words, cell, header=column.header, before=len(words))
