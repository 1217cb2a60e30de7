"""Approval: what is approved is the very files that were read, checked and run."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from cli.running import SMALL

from service.approval import NotApproved, approve
from service.checks.memory import Memory
from service.rulebook import load_rulebook
from service.rulebook.files import rule_files

Item = TypeVar("Item")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def at_once(_what: str, items: Sequence[Item], /) -> Iterable[Item]:
    return items


def test_the_rulebook_comes_with_the_bytes_that_it_was_read_from(rules: Path) -> None:
    approved = approve(rules, Memory(None), at_once)
    assert approved.rulebook.digest == load_rulebook(SMALL).digest
    assert approved.files == rule_files(SMALL)


@pytest.mark.parametrize("text", ["[]\n", "broken"], ids=["other rules", "an error"])
def test_files_that_are_changed_while_they_are_checked_are_not_approved(
    rules: Path, text: str
) -> None:
    def meanwhile(_what: str, items: Sequence[Item], /) -> Iterable[Item]:
        (rules / "messages" / "all.yaml").write_text(text, encoding="utf-8")
        return items

    assert (rules / "messages" / "all.yaml").is_file()
    with pytest.raises(NotApproved) as raised:
        approve(rules, Memory(None), meanwhile)
    assert str(raised.value) == "The rule files were changed while they were checked. Try again."
    assert raised.value.command is None


def test_what_is_changed_while_cases_are_run_is_not_in_what_is_approved(rules: Path) -> None:
    def meanwhile(what: str, items: Sequence[Item], /) -> Iterable[Item]:
        if what == "Running cases":
            (rules / "titles.yaml").write_text("broken", encoding="utf-8")
        return items

    assert approve(rules, Memory(None), meanwhile).files == rule_files(SMALL)
