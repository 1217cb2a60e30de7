"""`vakpad schemas`: what an editor needs, written beside the rule files."""

import json
import shutil
from pathlib import Path

import pytest
from cli.running import SMALL, vakpad

from service.editors.files import FILES
from service.rulebook import load_rulebook

SETTINGS = Path(".vscode", "settings.json")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "rules"))


def test_it_writes_schemas_and_settings(rules: Path) -> None:
    done = vakpad("schemas", rules)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{rules}/.schemas: 17 schemas written.",
        f"{rules}/.vscode/settings.json: written.",
        f"{rules}/.vscode/extensions.json: written.",
        f"Open the folder `{rules}` in Visual Studio Code with the extension YAML.",
    ]
    assert {path.stem for path in (rules / ".schemas").iterdir()} == set(FILES)
    wired = json.loads((rules / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    assert wired["./.schemas/growth.json"] == "growth/**/*.yaml"
    assert all((rules / schema).is_file() for schema in wired)


def test_the_rules_stay_the_same_rules(rules: Path) -> None:
    digest = load_rulebook(rules).digest
    vakpad("schemas", rules)
    assert vakpad("check", rules).returncode == 0
    assert load_rulebook(rules).digest == digest


def test_a_second_time_nothing_changes(rules: Path) -> None:
    vakpad("schemas", rules)
    done = vakpad("schemas", rules)
    assert done.stdout.splitlines()[0] == f"{rules}/.schemas: Nothing changed."
    assert "written" not in done.stdout


def test_a_new_id_is_known_after_another_time(rules: Path) -> None:
    vakpad("schemas", rules)
    with (rules / "work.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "- work: lessons-learned\n  name:\n    nl: leerpunten\n    en: lessons learned\n"
            "  belongs to: [office]\n"
        )
    done = vakpad("schemas", rules)
    assert done.stdout.splitlines()[0].startswith(f"{rules}/.schemas: ")
    growth = (rules / ".schemas" / "growth.json").read_text(encoding="utf-8")
    assert '"work includes lessons-learned"' in growth


def test_the_folder_that_is_opened_may_be_a_larger_one(rules: Path) -> None:
    done = vakpad("schemas", rules, "--workspace", rules.parent)
    assert done.returncode == 0
    wired = json.loads((rules.parent / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    assert wired["./rules/.schemas/cases.json"] == "rules/cases/**/*.yaml"
    assert not (rules / SETTINGS).exists()


def test_settings_of_ones_own_stay_and_one_is_told_what_to_put_there(rules: Path) -> None:
    own = '{\n  // mine\n  "editor.fontSize": 16\n}\n'
    (rules / ".vscode").mkdir()
    (rules / SETTINGS).write_text(own, encoding="utf-8")
    done = vakpad("schemas", rules)
    assert done.returncode == 0
    assert (rules / SETTINGS).read_text(encoding="utf-8") == own
    assert f"{rules / SETTINGS} is your own and stays. Put this into it:" in done.stdout
    assert '    "./.schemas/growth.json": "growth/**/*.yaml"' in done.stdout


def test_with_mistakes_in_the_rules_the_schemas_stay_as_they_were(rules: Path) -> None:
    vakpad("schemas", rules)
    before = {path: path.read_bytes() for path in (rules / ".schemas").iterdir()}
    (rules / "growth" / "new.yaml").write_text("- rule: new\n", encoding="utf-8")
    done = vakpad("schemas", rules)
    assert (done.returncode, done.stdout) == (1, "")
    assert "growth/new.yaml:1:3" in done.stderr
    assert done.stderr.endswith("The schemas stay as they were.\n")
    assert {path: path.read_bytes() for path in (rules / ".schemas").iterdir()} == before


def test_a_workspace_elsewhere_is_misuse(rules: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = vakpad("schemas", rules, "--workspace", elsewhere)
    assert done.returncode == 2
    assert done.stderr.endswith(f"Error: `{rules}` is not inside `{elsewhere}`.\n")
    assert not (rules / ".schemas").exists()


def test_a_folder_that_cannot_be_written_into_is_told(rules: Path) -> None:
    (rules / ".schemas").write_text("in the way", encoding="utf-8")
    done = vakpad("schemas", rules)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (f"The schemas cannot be written into `{rules}/.schemas`: File exists.\n")
