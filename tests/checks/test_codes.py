"""No diagnostic without documentation, and no documentation without a diagnostic."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from service.checks import acceptance
from service.checks.codes import ACCEPTABLE, CODES, MODULES
from service.checks.pages import PAGES
from service.rulebook.mistakes import DOUBTS, MISTAKES

ROOT = Path(__file__).parents[2]
READING = sorted([*ROOT.glob("service/rulebook/*.py"), *ROOT.glob("schemas/*.py")])
CHECKS = sorted(ROOT.glob("service/checks/*.py"))

PLACE_OF_THE_CODE = {
    "error": 1, "warning": 1, "_refuse": 1, "_Mistake": 1, "mistake": 0, "Mistake": 0,
}  # fmt: skip
"""What makes a diagnostic, and which of its arguments is the code."""

PASSED_ON = {"code", "error.code"}
"""A code that was given elsewhere, which is then found there."""


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _codes_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            place = PLACE_OF_THE_CODE.get(_called(node))
            if place is not None and len(node.args) > place + 1:
                code = ast.unparse(node.args[place])
                if code not in PASSED_ON:
                    assert isinstance(node.args[place], ast.Constant), f"{file.name}: {code}"
                    yield ast.literal_eval(code)
        elif isinstance(node, ast.Assign) and "code" in ast.unparse(node.targets[0]):
            yield from (
                each.value
                for each in ast.walk(node.value)
                if isinstance(each, ast.Constant) and each.value in CODES
            )


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
