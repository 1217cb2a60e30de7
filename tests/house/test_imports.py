"""Data flows one way: who may import whom, and who may not know Flask, SQL or the clock."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("service/**/*.py"), *ROOT.glob("schemas/**/*.py")])

BELOW = {
    "schemas": (),
    "rulebook": ("schemas",),
    "reading": ("rulebook",),
    "imports": ("reading",),
    "engine": ("rulebook",),
    "wording": ("rulebook",),
    "editors": ("rulebook",),
    "proofs": ("rulebook",),
    "catalogue": ("reading", "wording"),
    "advice": ("engine", "reading"),
    "explaining": ("advice", "wording", "proofs"),
    "checks": ("advice", "proofs"),
    "comparison": ("checks", "wording"),
    "showing": ("checks", "catalogue"),
    "sheet": ("advice",),
    "store": ("rulebook",),
    "origins": ("store",),
    "log": ("settings",),
    "settings": (),
    "serving": ("checks", "store"),
    "approval": ("serving",),
    "coverage": ("checks",),
    "terminal": ("coverage", "comparison", "showing", "store"),
    "reload": ("serving", "log"),
    "server": ("api",),
    "api": ("serving", "catalogue", "settings", "log", "imports", "sheet", "explaining"),
    "workbench": ("serving", "settings", "log"),
    "app": ("api", "workbench"),
    "commands": ("app", "server", "terminal", "reload", "editors", "origins", "approval"),
    "cli": ("commands",),
}
"""Each part of the house with the parts just below it; it may import those and all below them."""

FORBIDDEN_INSIDE = {
    "flask",
    "flask_smorest",
    "werkzeug",
    "sqlalchemy",
    "sqlite3",
    "time",
    "datetime",
    "random",
}
INSIDE = (
    "rulebook",
    "reading",
    "wording",
    "editors",
    "catalogue",
    "engine",
    "proofs",
    "advice",
    "explaining",
    "sheet",
)


def _part(module: str) -> str | None:
    """The part of the house that a module belongs to; None for what others made."""
    names = module.split(".")
    if names[0] == "schemas":
        return "schemas"
    return names[1] if names[0] == "service" and len(names) > 1 else None


def _part_of(file: Path) -> str | None:
    module = file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    return _part(module) if file.name != "__init__.py" or file.parent.name != "service" else None


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _reachable(part: str) -> set[str]:
    below = set(BELOW[part])
    return below.union(*(_reachable(each) for each in below))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_part_imports_only_what_is_below_it(file: Path) -> None:
    part = _part_of(file)
    if part is None:
        assert not list(_imported(file))
        return
    parts = {found for module in _imported(file) if (found := _part(module)) in BELOW}
    assert parts - {part} <= _reachable(part)


@pytest.mark.parametrize("part", INSIDE)
def test_the_inside_knows_no_flask_no_sql_and_no_clock(part: str) -> None:
    files = (ROOT / "service" / part).glob("**/*.py")
    modules = {module.split(".")[0] for file in files for module in _imported(file)}
    assert not modules & FORBIDDEN_INSIDE


def test_every_part_of_the_house_has_its_place() -> None:
    parts = {part for file in FILES if (part := _part_of(file)) is not None}
    assert parts <= set(BELOW)


def test_an_import_is_told_what_day_it_is() -> None:
    files = (ROOT / "service" / "imports").glob("*.py")
    asked = {
        f"{file.name}: {node.attr}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"today", "now", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime"}
    }
    assert not asked


def _loaded_by(*modules: str) -> set[str]:
    asked = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert {*modules} <= {*loaded}
    return {*loaded}


def test_who_serves_advice_loads_no_solver_no_spreadsheets_and_no_database() -> None:
    """They are large, and only checks, tables and the store need them."""
    loaded = _loaded_by("service.app", "service.commands.serve")
    assert {"z3", "openpyxl", "sqlalchemy", "alembic", "service.store"}.isdisjoint(loaded)


def test_a_database_is_loaded_only_when_it_is_asked() -> None:
    """Listing the commands reads each, and most comparisons are of folders."""
    loaded = _loaded_by("service.commands.release", "service.commands.diff")
    assert {"sqlalchemy", "alembic"}.isdisjoint(loaded)
