"""What was parsed of rule files is remembered for as long as they say the same."""

from pathlib import Path

import pytest

from service.rulebook.diagnostics import Report
from service.rulebook.documents import Documents


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.yaml"
    file.write_text("- rule: x\n", encoding="utf-8")
    return file


def test_a_file_that_says_the_same_is_not_parsed_again(file: Path) -> None:
    documents = Documents()
    first = documents.read(file, "a.yaml", Report())
    file.write_text("- rule: x\n", encoding="utf-8")
    assert documents.read(file, "a.yaml", Report()) is first == [{"rule": "x"}]


def test_a_file_that_changed_is(file: Path) -> None:
    documents = Documents()
    documents.read(file, "a.yaml", Report())
    file.write_text("- rule: y\n", encoding="utf-8")
    assert documents.read(file, "a.yaml", Report()) == [{"rule": "y"}]


def test_another_file_that_says_the_same_has_positions_of_its_own(file: Path) -> None:
    documents = Documents()
    documents.read(file, "a.yaml", Report())
    other = documents.read(file, "b.yaml", Report())
    assert other is not None
    assert other.position.file == "b.yaml"


@pytest.mark.parametrize("text", ["- rule: [\n", "- {rule: x, rule: y}\n", "- rule: \x00"])
def test_mistakes_are_told_each_time(file: Path, text: str) -> None:
    documents, told = Documents(), []
    file.write_text(text, encoding="utf-8")
    for _ in range(2):
        report = Report()
        documents.read(file, "a.yaml", report)
        told.append(report.diagnostics)
    assert told[0] == told[1] != ()


def test_a_file_that_is_gone_is_told_though_it_was_read_before(file: Path) -> None:
    documents, report = Documents(), Report()
    documents.read(file, "a.yaml", Report())
    file.unlink()
    assert documents.read(file, "a.yaml", report) is None
    assert [each.code for each in report.diagnostics] == ["unreadable-file"]


def test_what_is_not_kept_is_forgotten(file: Path) -> None:
    documents = Documents()
    first = documents.read(file, "a.yaml", Report())
    documents.keep(["a.yaml"])
    assert documents.read(file, "a.yaml", Report()) is first
    documents.keep([])
    assert documents.read(file, "a.yaml", Report()) is not first
