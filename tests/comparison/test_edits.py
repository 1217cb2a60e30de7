"""Every kind of change to a rule file is told, in both languages.

Each file in `edits/` is one change to the small rulebook: the file, the text before and after, and
what must be told about it in English and in Dutch. A new one needs no programming.
"""

import shutil
from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.comparison import Change, Kind, Sort, compare
from service.comparison.wording import Teller
from service.rulebook import Rulebook, load_rulebook
from service.rulebook.vocabulary import Language

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
EDITS = sorted((Path(__file__).parent / "edits").glob("*.txt"))
OLD = loaded(SMALL)
SEPARATOR = "\n----\n"


def edited(edit: Path, folder: Path) -> tuple[Rulebook, dict[Language, str]]:
    """The small rulebook after an edit, and what must be told."""
    text = edit.read_text(encoding="utf-8").removesuffix("\n")
    file, before, after, english, dutch = text.split(SEPARATOR)
    rules = Path(shutil.copytree(SMALL, folder / "rules"))
    content = (rules / file).read_text(encoding="utf-8")
    assert before in content
    (rules / file).write_text(content.replace(before, after, 1), encoding="utf-8")
    return load_rulebook(rules), {"en": english, "nl": dutch}


def told(changes: tuple[Change, ...], teller: Teller) -> str:
    lines = []
    for change in changes:
        lines.append(teller.headline(change))
        if change.kind is not Kind.ORDER:
            lines += [f"  - {teller.detail(detail)}" for detail in change.details]
    return "\n".join(lines)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.stem)
def test_an_edit_is_told_in_both_languages(edit: Path, tmp_path: Path) -> None:
    new, expected = edited(edit, tmp_path)
    changes = compare(OLD, new)
    for language, text in expected.items():
        assert told(changes, Teller(OLD, new, language)) == text


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.stem)
def test_taking_an_edit_back_is_told_of_the_same_parts(edit: Path, tmp_path: Path) -> None:
    new, _ = edited(edit, tmp_path)
    opposite = {Sort.ADDED: Sort.REMOVED, Sort.REMOVED: Sort.ADDED}
    there = {(each.kind, each.id, each.sort) for each in compare(OLD, new)}
    back = {(each.kind, each.id, opposite.get(each.sort, each.sort)) for each in compare(new, OLD)}
    assert there == back


def test_every_kind_of_part_has_an_edit(tmp_path: Path) -> None:
    found = set()
    for number, edit in enumerate(EDITS):
        new, _ = edited(edit, tmp_path / str(number))
        found |= {change.kind for change in compare(OLD, new)}
    assert found == set(Kind)
