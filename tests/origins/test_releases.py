"""Rules by the name of a release, and what is said of a name that was meant as one."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.origins import NoSuchRules, rules_named
from service.rulebook import load_rulebook
from service.rulebook.files import rule_files
from service.store.opening import opened
from service.store.releases import Releases

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The small rulebook, with another level settled."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    level = folder / "settling" / "level.yaml"
    text = level.read_text(encoding="utf-8")
    level.write_text(text.replace("level: medior", "level: senior"), encoding="utf-8")
    return folder


@pytest.fixture
def database(rules: Path, tmp_path: Path) -> str:
    """Release 1 is the small rulebook, and release 2 what stands in `rules`."""
    url = f"sqlite:///{tmp_path / 'vakpad.sqlite3'}"
    with opened(url) as engine:
        for folder in (SMALL, rules):
            Releases(engine).make(load_rulebook(folder), rule_files(folder), NOON)
    return url


@pytest.mark.parametrize(
    ("name", "number"), [("release:1", 1), ("release:2", 2), ("release:latest", 2)]
)
def test_a_release_has_the_rules_as_they_were(
    name: str, number: int, rules: Path, database: str
) -> None:
    expected = SMALL if number == 1 else rules
    with rules_named(name, rules, database) as folder:
        assert rule_files(folder) == rule_files(expected)
    assert not folder.exists()


def test_a_folder_that_is_called_like_a_release_is_that_folder(
    rules: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(rules.parent)
    rules.rename("release:1")
    with rules_named("release:1", SMALL, database) as folder:
        assert folder == Path("release:1")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("release:3", "There is no release 3. There are releases 1 to 2."),
        ("release:0", "There is no release 0. There are releases 1 to 2."),
        *(
            (
                f"release:{what}",
                f"`release:{what}` is no release. Write `release:` and its number, or "
                "`release:latest`. There are releases 1 to 2.",
            )
            for what in ("", "x", "-1", "1.0", " 1", "٣", "release:1", "newest", "9" * 5000)
        ),
    ],
)
def test_a_release_that_does_not_exist_says_which_do(
    name: str, told: str, rules: Path, database: str
) -> None:
    with pytest.raises(NoSuchRules) as raised, rules_named(name, rules, database):
        pass
    assert str(raised.value) == told


def test_before_the_first_release_it_says_how_to_make_it(rules: Path, tmp_path: Path) -> None:
    with (
        pytest.raises(NoSuchRules) as raised,
        rules_named("release:latest", rules, f"sqlite:///{tmp_path / 'new'}"),
    ):
        pass
    assert str(raised.value) == (
        "There are no releases yet. Make the first: `vakpad release make`."
    )


def test_a_file_that_was_put_into_a_release_from_outside_leads_nowhere(
    rules: Path, database: str, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "vakpad.sqlite3")) as other, other:
        other.execute("UPDATE release_files SET name = 'growth/../../x' WHERE name = 'tips.yaml'")
    with pytest.raises(NoSuchRules) as raised, rules_named("release:1", rules, database):
        pass
    assert str(raised.value) == "`growth/../../x` is not a file of a rulebook."


@pytest.mark.parametrize(
    "name", ["3", "release 3", "Release:3", "releases:3", "release3", "release-3", "r3", "v3", "#3"]
)
def test_a_number_that_was_meant_as_a_release_is_told_as_one(name: str, rules: Path) -> None:
    with pytest.raises(NoSuchRules) as raised, rules_named(name, rules):
        pass
    assert str(raised.value).endswith(" Did you mean `release:3`?")


@pytest.mark.parametrize("name", ["release", "Releases", "latest"])
def test_the_word_alone_is_told_how_a_release_is_named(name: str, rules: Path) -> None:
    with pytest.raises(NoSuchRules) as raised, rules_named(name, rules):
        pass
    assert str(raised.value).endswith(
        " A release is named as one word: `release:1`, or `release:latest`."
    )
