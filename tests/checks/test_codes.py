"""No diagnostic without documentation, and no documentation without a diagnostic."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from service.checks import acceptance
from service.checks.codes import ACCEPTABLE, DOUBTS, MISTAKES, MODULES
from service.checks.pages import PAGES

ROOT = Path(__file__).parents[2]
READING = sorted([*ROOT.glob("service/rulebook/**/*.py"), *ROOT.glob("schemas/*.py")])
CHECKS = sorted(ROOT.glob("service/checks/*.py"))

PLACE_OF_THE_CODE = {"error": 1, "warning": 1, "_Mistake": 1, "mistake": 0, "Mistake": 0}
"""What makes a diagnostic, and which of its arguments is the code."""

PASSED_ON = {"code", "error.code"}
"""A code that was given elsewhere, which is then found there."""


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _passing_on(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The functions of a file that are given a code, and in which place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            if "code" in names:
                yield node.name, names.index("code")


def _codes_in(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    places = PLACE_OF_THE_CODE | dict(_passing_on(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            place = places.get(_called(node))
            if place is not None and len(node.args) > place + 1:
                code = ast.unparse(node.args[place])
                if code not in PASSED_ON:
                    assert isinstance(node.args[place], ast.Constant), f"{file.name}: {code}"
                    yield ast.literal_eval(code)
        elif isinstance(node, ast.Assign):
            yield from _codes_named(node.targets[0], node.value)


def _codes_named(target: ast.expr, value: ast.expr) -> Iterator[str]:
    """The codes that an assignment gives to something that is called `code`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each, its in zip(target.elts, value.elts, strict=True):
            yield from _codes_named(each, its)
    elif isinstance(value, ast.IfExp):
        yield from _codes_named(target, value.body)
        yield from _codes_named(target, value.orelse)
    elif ast.unparse(target) == "code" and isinstance(value, ast.Constant):
        yield value.value


def test_every_code_that_reading_gives_is_explained_and_no_other() -> None:
    assert {code for file in READING for code in _codes_in(file)} == set(MISTAKES)


def test_every_check_is_listed_with_its_code() -> None:
    with_code = {
        f"service.checks.{file.stem}"
        for file in CHECKS
        if hasattr(import_module(f"service.checks.{file.stem}"), "CODE")
    }
    assert {module.__name__ for module in MODULES} == with_code
    codes = [module.CODE for module in MODULES]
    assert len({*codes, *MISTAKES}) == len(codes) + len(MISTAKES)


def test_only_doubts_can_be_accepted() -> None:
    warnings = {module.CODE for module in MODULES} | DOUBTS
    assert {code for code, acceptable in ACCEPTABLE.items() if acceptable} == warnings
    accepted = {code for code, page in PAGES.items() if page.acceptable}
    assert accepted == warnings - {acceptance.CODE}


@pytest.mark.parametrize("file", READING, ids=lambda file: file.name)
def test_a_warning_of_reading_is_a_doubt(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _called(node) == "warning" and len(node.args) > 1:
            code = ast.unparse(node.args[1])
            assert code == "code" or ast.literal_eval(code) in DOUBTS
