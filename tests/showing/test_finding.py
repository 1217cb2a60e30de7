"""Finding an entry by what an advisor typed."""

from pathlib import Path

import pytest
from strategies.loaded import loaded

from service.showing import EntryKind, Finder
from service.showing.entries import entries_of

TESTS = Path(__file__).parents[1]
SMALL = Finder(loaded(TESTS / "rulebooks" / "small"))
SHIPPED = loaded(TESTS.parent / "rules")


def found(asked: str, finder: Finder = SMALL) -> list[tuple[str, str]]:
    return [(entry.kind.value, entry.id) for entry in finder.find(asked)]


@pytest.mark.parametrize(
    ("asked", "entries"),
    [
        ("office-medior", [("role", "office-medior")]),
        ("role office-medior", [("role", "office-medior")]),
        ("Medior in office", [("role", "office-medior")]),
        ("PMO'er", [("title", "pmo-er")]),
        ("pmoer", [("title", "pmo-er")]),
        ("VERPLEEGKUNDIGE", [("title", "nurse")]),
        ("p3o foundation", [("certificate", "p3o-foundation")]),
        ("rapportage", [("competence", "reporting")]),
        ("keeping the RAID log", [("work", "raid-log")]),
        ("een stap terug", [("goal", "step-back")]),
        ("competence reporting", [("competence", "reporting")]),
        ("signal sharp", [("signal", "sharp")]),
        ("role sharp", []),
        ("", []),
        ("'", []),
        ("PMO", []),
    ],
)
def test_an_entry_is_found_by_its_id_or_its_name(
    asked: str, entries: list[tuple[str, str]]
) -> None:
    assert found(asked) == entries


def test_one_id_may_be_that_of_several() -> None:
    finder = Finder(SHIPPED)
    kinds = {kind for kind, _ in found("office-step-back", finder)}
    assert kinds <= {kind.value for kind in EntryKind}
    for entry in entries_of(SHIPPED):
        assert entry in finder.find(entry.id)
        assert finder.find(f"{entry.kind.value} {entry.id}") == (entry,)


@pytest.mark.parametrize(
    ("asked", "suggestions"),
    [
        ("office-medor", ("office-medior", "office-senior", "office-junior")),
        ("leans", ("leans-by-profile", "leans-to-project-management")),
        ("zzyzx", ()),
        (" ", ()),
    ],
)
def test_what_is_not_found_is_told_with_what_looks_like_it(
    asked: str, suggestions: tuple[str, ...]
) -> None:
    assert SMALL.suggestions(asked) == suggestions


def test_a_letter_too_many_still_suggests_the_id_that_was_meant() -> None:
    finder = Finder(SHIPPED)
    for entry in entries_of(SHIPPED):
        if len(entry.id) > 5:
            assert entry.id in finder.suggestions(f"{entry.id[:4]}x{entry.id[4:]}")
