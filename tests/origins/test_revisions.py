"""Rules by the name of a folder or of a revision, out of a real repository."""

import shutil
import subprocess
from pathlib import Path

import pytest

from service.origins import NoSuchRules, rules_named
from service.rulebook import load_rulebook

SMALL = Path(__file__).parents[1] / "rulebooks" / "small"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=advisor", "-c", "user.email=advisor@example.org")
    subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, timeout=30
    )


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The small rulebook in a repository: as it was at `before`, and without a rule at `after`."""
    top = tmp_path / "repository"
    folder = top / "our" / "rules"
    shutil.copytree(SMALL, folder)
    git(top, "init", "--quiet")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "Begin")
    git(top, "tag", "before")
    (folder / "signals" / "all.yaml").unlink()
    growth = (folder / "growth" / "all.yaml").read_text(encoding="utf-8")
    (folder / "growth" / "all.yaml").write_text(
        growth.replace("        - signal sharp\n", ""), encoding="utf-8"
    )
    git(top, "commit", "--quiet", "--all", "--message", "Take the signals out")
    git(top, "tag", "after")
    return folder


def rule_ids(folder: Path) -> set[str]:
    return set(load_rulebook(folder).rules_by_id)


def test_a_folder_is_that_folder(rules: Path) -> None:
    with rules_named(str(SMALL), rules) as folder:
        assert folder == SMALL


@pytest.mark.parametrize("revision", ["before", "HEAD~1", "after~1"])
def test_a_revision_has_the_rules_as_they_were(rules: Path, revision: str) -> None:
    with rules_named(revision, rules) as folder:
        assert load_rulebook(folder).digest == load_rulebook(SMALL).digest
    assert not folder.exists()


def test_a_revision_is_not_what_stands_in_the_folder_now(rules: Path) -> None:
    (rules / "growth" / "all.yaml").write_text("broken", encoding="utf-8")
    with rules_named("HEAD", rules) as folder:
        lost = rule_ids(SMALL) - rule_ids(folder)
    assert lost == {"sharp-by-ratings", "leans-by-profile"}


def test_a_folder_at_the_top_of_a_repository_has_revisions_too(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    with rules_named("HEAD", folder) as found:
        assert load_rulebook(found).digest == load_rulebook(SMALL).digest


def test_a_link_in_a_revision_is_not_followed(rules: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret", encoding="utf-8")
    (rules / "growth" / "linked.yaml").symlink_to(secret)
    (rules / "growth" / "all.yaml").chmod(0o755)
    git(rules, "add", ".")
    git(rules, "commit", "--quiet", "--message", "Link")
    with rules_named("HEAD", rules) as folder:
        assert not (folder / "growth" / "linked.yaml").exists()
        assert (folder / "growth" / "all.yaml").is_file()


@pytest.mark.parametrize(
    "name", ["v1.0", "--output=/tmp/x", "HEAD:our/rules", "", "no\nsuch", "a\0b", "x" * 5000]
)
def test_a_name_of_neither_says_what_can_be_named(rules: Path, name: str) -> None:
    with pytest.raises(NoSuchRules) as raised, rules_named(name, rules):
        pass
    told = str(raised.value)
    assert told == (
        f"There is no folder `{name}`, and no revision with that name in "
        f"`{rules.parents[1]}`. Name a folder with rule files, a release such as "
        "`release:latest`, or a revision such as `HEAD`, a tag or a branch."
    )


def test_a_revision_without_the_folder_says_so(rules: Path) -> None:
    moved = rules.parent / "moved"
    rules.rename(moved)
    with pytest.raises(NoSuchRules) as raised, rules_named("before", moved):
        pass
    assert str(raised.value) == (
        "In revision `before` there is no folder `our/moved`. "
        "Name a revision in which the rules stood where they stand now, or a folder."
    )


def test_a_folder_or_revision_without_rules_says_so(rules: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    git(rules, "rm", "--quiet", "*.yaml")
    (rules / "note.txt").write_text("Nothing yet.", encoding="utf-8")
    git(rules, "add", ".")
    git(rules, "commit", "--quiet", "--message", "Take all out")
    for name, called in ((str(tmp_path / "notes"), "the folder"), ("HEAD", "revision")):
        with pytest.raises(NoSuchRules) as raised, rules_named(name, rules):
            pass
        assert str(raised.value) == (
            f"In {called} `{name}` stand no rule files. Name the folder in which "
            "`vocabulary.yaml` and the others stand, or a revision of it."
        )


def test_a_file_is_no_folder_with_rules(rules: Path) -> None:
    file = str(rules / "roles.yaml")
    with pytest.raises(NoSuchRules) as raised, rules_named(file, rules):
        pass
    assert str(raised.value) == f"`{file}` is a file. Name the folder with all rule files."


def test_outside_a_repository_only_folders_can_be_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "rules"))
    with pytest.raises(NoSuchRules) as raised, rules_named("HEAD", folder):
        pass
    assert str(raised.value) == (
        f"There is no folder `HEAD`, and `{folder}` stands in no git repository in which it could "
        "be a revision. Name a folder with rule files, or a release such as `release:latest`."
    )


def test_without_git_only_folders_can_be_named(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with (
        pytest.raises(NoSuchRules, match="stands in no git repository"),
        rules_named("after", rules),
    ):
        pass
