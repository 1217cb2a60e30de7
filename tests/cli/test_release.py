"""`vakpad release`: rulebooks that are kept, when nothing is wrong with them."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from cli.running import SMALL, Done, vakpad, vakpad_apart

from service.rulebook import load_rulebook
from service.rulebook.files import rule_files

Release = Callable[..., Done]
DIGEST = load_rulebook(SMALL).digest
WHEN = r"\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "our rules"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "vakpad.sqlite3"


@pytest.fixture
def release(database: Path) -> Release:
    """Runs `vakpad release` with a database of its own."""

    def run(*arguments: str | Path, **settings: str) -> Done:
        url = f"sqlite:///{database}"
        return vakpad("release", *arguments, **({"VAKPAD_DATABASE": url} | settings))

    return run


def change(rules: Path, file: str, old: str, new: str) -> None:
    text = (rules / file).read_text(encoding="utf-8")
    assert old in text
    (rules / file).write_text(text.replace(old, new), encoding="utf-8")


def test_before_the_first_it_says_how_to_make_it(release: Release) -> None:
    done = release("list")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "There are no releases yet. Make the first: `vakpad release make`.\n"
    assert json.loads(release("list", "--json").stdout) == {"releases": []}


def test_rules_that_are_right_are_kept_with_a_number(release: Release, rules: Path) -> None:
    done = release("make", rules, "--note", "  De eerste  ")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Release 1 is made: 8 rules, 6 roles; 1 case, all as expected.\nRulebook {DIGEST}\n"
    )
    change(rules, "actions.yaml", "en: Join another team for a while.", "en: Join a team.")
    again = release("make", "--rules", rules)
    assert again.stdout == (
        "Release 2 is made: 8 rules, 6 roles; 1 case, all as expected.\n"
        f"Rulebook {load_rulebook(rules).digest}\n"
        "`vakpad diff release:1 release:2` tells what changed.\n"
    )
    second = load_rulebook(rules).digest[:19]
    assert re.fullmatch(
        f"release:2  {WHEN}  {second}  8 rules, 6 roles\n"
        f"release:1  {WHEN}  {DIGEST[:19]}  8 rules, 6 roles\n"
        "  De eerste\n",
        release("list").stdout,
    )


def test_programs_get_json(release: Release, rules: Path, tmp_path: Path) -> None:
    done = release("make", rules, "--json", "--note", "De eerste")
    assert done.returncode == 0
    made = json.loads(done.stdout)
    assert made["new"] is True
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", made["release"].pop("made"))
    assert made["release"] == {
        "number": 1,
        "digest": DIGEST,
        "note": "De eerste",
        "rules": 8,
        "roles": 6,
    }
    again = json.loads(release("make", rules, "--json").stdout)
    assert (again["release"]["number"], again["new"]) == (1, False)
    assert json.loads(release("list", "--json").stdout) == {"releases": [again["release"]]}
    exported = json.loads(release("export", "1", tmp_path / "out", "--json").stdout)
    assert exported == {
        "release": again["release"],
        "folder": str(tmp_path / "out"),
        "files": sorted(rule_files(SMALL)),
    }


def test_the_same_rules_are_not_released_twice(release: Release, rules: Path) -> None:
    release("make", rules)
    change(rules, "actions.yaml", "- action", "# A note.\n- action")
    done = release("make", rules)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Nothing was released: the rules are those of release 1. (Cases, comments and layout make "
        "no difference.)\n"
    )


def test_rules_with_errors_are_not_released(release: Release, rules: Path) -> None:
    (rules / "moves.yaml").unlink()
    done = release("make", rules)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Nothing was released. Errors in the rule files: 1.\n"
        f"  -> `vakpad check '{rules}'` shows what is wrong.\n"
    )
    assert release("list").stdout.startswith("There are no releases yet.")


def test_rules_that_load_and_are_wrong_all_the_same_are_not_released(
    release: Release, rules: Path
) -> None:
    """Two titles share a name, which only `vakpad check` sees."""
    change(rules, "titles.yaml", "[controller]", "[controller, PMO'-er]")
    load_rulebook(rules)
    assert "error duplicate-name" in vakpad("check", rules).stdout
    done = release("make", rules)
    assert done.returncode == 1
    assert done.stderr.startswith("Nothing was released. Errors in the rule files: 1.\n")


def test_rules_with_warnings_only_are_released(release: Release, rules: Path) -> None:
    change(
        rules,
        "actions.yaml",
        "- action",
        "- action: unused\n  kind: rotation\n  text:\n    nl: Doe dit.\n    en: Do this.\n- action",
    )
    assert "warning never-used" in vakpad("check", rules).stdout
    assert release("make", rules).returncode == 0


def test_rules_with_a_case_that_fails_are_not_released(release: Release, rules: Path) -> None:
    change(rules, "settling/level.yaml", "level: medior", "level: senior")
    done = release("make", VAKPAD_RULES=str(rules))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Nothing was released. Cases that came out otherwise than expected: 1 of 1.\n"
        "  -> `vakpad test` shows what is wrong.\n"
    )
    as_json = release("make", rules, "--json")
    assert (as_json.returncode, as_json.stderr) == (1, "")
    assert json.loads(as_json.stdout) == {
        "release": None,
        "new": False,
        "reason": "Cases that came out otherwise than expected: 1 of 1.",
        "shown_by": f"vakpad test '{rules}'",
    }
    assert release("list").stdout.startswith("There are no releases yet.")


@pytest.mark.parametrize("name", ["1", "release:1", "latest", "release:latest"])
def test_a_release_is_written_into_a_new_folder(
    release: Release, rules: Path, tmp_path: Path, name: str
) -> None:
    before = rule_files(rules)
    release("make", rules)
    shutil.rmtree(rules)
    folder = tmp_path / "back" / "again"
    done = release("export", name, folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Release 1 is written into `{folder}`: {len(before)} files.\n"
    assert rule_files(folder) == before
    assert load_rulebook(folder).digest == DIGEST


def test_a_release_is_written_into_an_empty_folder_and_into_no_other(
    release: Release, rules: Path, tmp_path: Path
) -> None:
    release("make", rules)
    folder = tmp_path / "empty"
    folder.mkdir()
    assert release("export", "1", folder).returncode == 0
    before = rule_files(folder)
    again = release("export", "1", folder)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.endswith(f"Error: `{folder}` is not empty. Name a new folder.\n")
    assert rule_files(folder) == before
    file = release("export", "1", rules / "roles.yaml")
    assert file.stderr.endswith(f"Error: `{rules / 'roles.yaml'}` is a file. Name a new folder.\n")


@pytest.mark.parametrize(
    ("place", "reason"),
    [("roles.yaml/deeper", "Not a directory"), ("x" * 300, "File name too long")],
)
def test_a_folder_that_cannot_be_written_is_told(
    release: Release, rules: Path, place: str, reason: str
) -> None:
    release("make", rules)
    folder = rules / place
    done = release("export", "1", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Release 1 cannot be written into `{folder}`: {reason}.\n"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2", "There is no release 2. There is only release 1."),
        (
            "v1",
            "`v1` is no release. Write `release:` and its number, or `release:latest`. There is "
            "only release 1.",
        ),
    ],
)
def test_a_release_that_does_not_exist_is_misuse(
    release: Release, rules: Path, tmp_path: Path, name: str, told: str
) -> None:
    release("make", rules)
    done = release("export", name, tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Error: {told}\n")
    assert not (tmp_path / "out").exists()


def test_a_database_that_is_of_no_use_is_misuse(release: Release, tmp_path: Path) -> None:
    for arguments in (("list",), ("make", SMALL), ("export", "1", tmp_path / "out")):
        done = release(*arguments, VAKPAD_DATABASE=f"sqlite:///{tmp_path}")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"Error: `{tmp_path}` is a folder, and a database is a file. " in done.stderr
    diff = vakpad("diff", "release:1", SMALL, VAKPAD_DATABASE=f"sqlite:///{tmp_path}")
    assert diff.returncode == 2
    assert f"Error: `{tmp_path}` is a folder, and a database is a file. " in diff.stderr


def test_a_database_that_fails_ends_with_1(release: Release, rules: Path, database: Path) -> None:
    release("make", rules)
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("DROP TABLE release_files")
    done = release("export", "1", rules.parent / "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        f"The database `{database}` does not do what is asked of it (no such table: "
    )


def test_other_rules_that_are_not_there_do_not_keep_the_list_from_being_read(
    release: Release,
) -> None:
    assert release("list", VAKPAD_RULES="/nowhere").returncode == 0


def test_a_database_of_another_kind_is_told_what_to_write(release: Release) -> None:
    done = release("list", VAKPAD_DATABASE="postgresql://jo:secret@server/vakpad")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Error: The setting VAKPAD_DATABASE is `postgresql://...@server/vakpad`. It must be "
        "`sqlite:///` and the path of a file, such as `sqlite:////home/jo/vakpad.sqlite3`.\n"
    )


def test_commands_see_the_same_releases_from_any_folder(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {"XDG_DATA_HOME": str(tmp_path / "data")}
    assert vakpad_apart("release", "make", rules, **data).returncode == 0
    monkeypatch.chdir(rules)
    assert vakpad_apart("release", "list", **data).stdout.startswith("release:1  ")
    assert (tmp_path / "data" / "vakpad" / "vakpad.sqlite3").is_file()
