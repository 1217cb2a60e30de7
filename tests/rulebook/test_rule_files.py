"""The files of a rulebook, taken out of a folder and written into another."""

import shutil
from pathlib import Path

import pytest

from service.rulebook import load_rulebook
from service.rulebook.files import NoRuleFile, rule_files, write_rule_files

SHIPPED = Path(__file__).parents[2] / "rules"
SMALL = Path(__file__).parents[1] / "rulebooks" / "small"

TABLE = (
    "rule,about nl,about en,specialisation,effect,to specialisation,to level,points,"
    "because nl,because en\n"
    "in-a-table,Een.,One.,office,recommend,governance,same as now,10,Daarom.,Therefore.\n"
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def test_they_are_all_that_the_shipped_rulebook_is_read_from(tmp_path: Path) -> None:
    write_rule_files(rule_files(SHIPPED), tmp_path / "copy")
    copy, shipped = load_rulebook(tmp_path / "copy"), load_rulebook(SHIPPED)
    assert copy.digest == shipped.digest
    assert [case.name for case in copy.cases] == [case.name for case in shipped.cases]


def test_a_table_is_one_of_them_and_whatever_is_not_read_is_not(rules: Path) -> None:
    before = rule_files(rules)
    (rules / "growth" / "table.csv").write_text(TABLE, encoding="utf-8")
    (rules / "growth" / "deeper").mkdir()
    (rules / "growth" / "deeper" / "empty.yaml").write_text("[]\n", encoding="utf-8")
    for name in ("README.md", "growth/notes.txt", ".hidden.yaml", "growth/all.yaml~"):
        (rules / name).write_text("Notes.", encoding="utf-8")
    taken = rule_files(rules)
    assert taken.keys() - before.keys() == {"growth/table.csv", "growth/deeper/empty.yaml"}
    assert "in-a-table" in load_rulebook(rules).rules_by_id
    assert taken["growth/table.csv"] == TABLE.encode()


def test_they_are_taken_and_written_byte_for_byte(rules: Path, tmp_path: Path) -> None:
    file = rules / "work.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    write_rule_files(rule_files(rules), tmp_path / "copy")
    assert (tmp_path / "copy" / "work.yaml").read_bytes() == file.read_bytes()
    assert rule_files(tmp_path / "copy") == rule_files(rules)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(rules: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret", encoding="utf-8")
    (rules / "growth" / "linked.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "growth/linked.yaml" not in rule_files(rules)


@pytest.mark.parametrize(
    "name", ["growth/../../out.yaml", "/out.yaml", "../work.yaml", "notes.txt", "out/of.yaml"]
)
def test_nothing_is_written_when_a_name_is_not_of_a_rulebook(name: str, tmp_path: Path) -> None:
    with pytest.raises(NoRuleFile) as raised:
        write_rule_files({"work.yaml": b"", name: b""}, tmp_path / "copy")
    assert str(raised.value) == f"`{name}` is not a file of a rulebook."
    assert list(tmp_path.iterdir()) == []
