"""The shipped rules with as many of them in tables as fit there."""

import shutil
from collections.abc import Callable
from pathlib import Path

from strategies.loaded import loaded
from tables.grids import Rows, is_flat, table_of

from service.rulebook.diagnostics import Report
from service.rulebook.document import Mapping, Sequence, read_document
from service.rulebook.vocabulary import Stage
from service.rulebook.yaml_text import yaml_of

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "rules"

Write = Callable[[Path, Rows], None]


def move_to_tables(directory: Path, ending: str, write: Write) -> int:
    """Copies the shipped rules to `directory`, and the flat ones into a table for each folder.

    Returns how many of them are in tables now.
    """
    shutil.copytree(SHIPPED, directory)
    rules = loaded(SHIPPED).rules_by_stage
    moved = 0
    for stage in Stage:
        flat = [rule for rule in rules[stage] if is_flat(rule)]
        _leave(directory / stage, {rule.id for rule in flat})
        write(directory / stage / f"{stage}-table{ending}", table_of(flat))
        moved += len(flat)
    return moved


def _leave(folder: Path, ids: set[str]) -> None:
    """Takes these rules out of the YAML files of a folder."""
    for file in folder.glob("**/*.yaml"):
        entries = read_document(file, file.name, Report())
        assert isinstance(entries, Sequence)
        kept = Sequence(
            entry for entry in entries if isinstance(entry, Mapping) and entry["rule"] not in ids
        )
        file.write_text(yaml_of(kept), encoding="utf-8")
