"""`vakpad check`: what is wrong in rule files, at its line, with what to write instead."""

import json
import shutil
import subprocess
from itertools import takewhile
from pathlib import Path

import pytest
from cli.running import SHIPPED, SMALL, TESTS, VAKPAD, environment, vakpad, vakpad_apart
from strategies.loaded import loaded

from service.rulebook import load_rulebook

SEPARATOR = "\n----\n"


def broken(folder: Path, case: str) -> tuple[Path, list[str]]:
    """The small rulebook with a mistake out of the corpus, and what must be said about it."""
    text = (TESTS / "corpus" / "rule_files" / f"{case}.txt").read_text(encoding="utf-8")
    file, content, expected = text.split(SEPARATOR, 2)
    rules = folder / "rules"
    shutil.copytree(SMALL, rules)
    (rules / file).parent.mkdir(exist_ok=True)
    (rules / file).write_text(content + "\n", encoding="utf-8")
    return rules, expected.splitlines()


def test_the_shipped_rules_are_right() -> None:
    done = vakpad("check")
    assert (done.returncode, done.stderr) == (0, "")
    rulebook = loaded(SHIPPED)
    summary, digest = done.stdout.splitlines()[-2:]
    assert f" {len(rulebook.rules)} rules, " in summary
    assert digest == f"Rulebook {rulebook.digest}"


def test_the_folder_is_named_as_an_argument_an_option_or_a_setting() -> None:
    by_argument = vakpad("check", SMALL)
    assert by_argument.returncode == 0
    assert by_argument.stdout.startswith("The rules are right: ")
    assert vakpad("check", "--rules", SMALL).stdout == by_argument.stdout
    assert vakpad("check", VAKPAD_RULES=str(SMALL)).stdout == by_argument.stdout


def test_an_error_is_shown_at_its_place_with_what_to_write(tmp_path: Path) -> None:
    rules, expected = broken(tmp_path, "misspelt-work")
    done = vakpad("check", rules)
    assert done.returncode == 1
    place = expected[0].split(" ")[0]
    first, line, marker, hint = done.stdout.splitlines()[:4]
    assert f"{first} {hint.removeprefix('  -> ')}" == expected[0]
    _, number, column, _ = place.split(":")
    assert line.startswith(f"{number:>6} | ")
    assert marker == " " * 7 + "| " + " " * (int(column) - 1) + "^"
    assert hint.startswith("  -> ")
    assert done.stdout.endswith(
        "1 error, 0 warnings.\nThese rules cannot be served until the errors are mended.\n"
    )


def test_json_has_the_same_for_programs(tmp_path: Path) -> None:
    rules, expected = broken(tmp_path, "misspelt-work")
    done = vakpad("check", "--json", rules)
    assert (done.returncode, done.stderr) == (1, "")
    payload = json.loads(done.stdout)
    (found,) = payload.pop("diagnostics")
    assert payload == {"rules": str(rules), "digest": None, "errors": 1, "warnings": 0}
    assert expected == [
        f"{found['file']}:{found['line']}:{found['column']}: {found['severity']} {found['code']}: "
        f"{found['message']} {found['hint']}"
    ]


def test_json_of_right_rules_names_their_digest() -> None:
    done = vakpad("check", "--json", SMALL)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "rules": str(SMALL),
        "digest": load_rulebook(SMALL).digest,
        "errors": 0,
        "warnings": 0,
        "diagnostics": [],
    }


def test_a_warning_counts_as_an_error_only_when_strict(tmp_path: Path) -> None:
    rules, expected = broken(tmp_path, "points-unusual")
    assert all(" warning " in line for line in expected)
    usual, strict = vakpad("check", rules), vakpad("check", "--strict", rules)
    assert (usual.returncode, strict.returncode) == (0, 1)
    assert strict.stdout == usual.stdout
    assert "1 warning, no errors: " in usual.stdout


def test_output_is_neither_wrapped_nor_coloured_when_it_is_no_terminal(tmp_path: Path) -> None:
    rules, expected = broken(tmp_path, "misspelt-work")
    plain = vakpad("check", rules)
    narrow = vakpad_apart("check", rules, COLUMNS="20", FORCE_COLOR="1", TERM="xterm-256color")
    assert narrow.stdout == plain.stdout
    assert "\x1b" not in narrow.stdout


def test_a_rule_file_cannot_command_the_terminal(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    (rules / "growth" / "broken.yaml").write_bytes(b"- rule: \x1b[2J\xe2\x80\xae\n")
    done = vakpad("check", rules)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_wrong_rules_end_every_other_command_too(tmp_path: Path) -> None:
    rules, _ = broken(tmp_path, "misspelt-work")
    told = vakpad("check", rules).stdout
    for command in (("advise", "-"), ("serve", "--port", "0")):
        done = vakpad(*command, "--rules", rules, sent=b'{"title": "PMO"}')
        assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


def test_wrong_rules_are_json_for_who_asked_advice_in_json(tmp_path: Path) -> None:
    rules, _ = broken(tmp_path, "misspelt-work")
    done = vakpad("advise", "-", "--json", "--rules", rules, sent=b'{"title": "PMO"}')
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == vakpad("check", "--json", rules).stdout


@pytest.mark.parametrize("case", ["nothing", "empty"])
def test_a_folder_without_rules_in_it_is_no_rulebook(tmp_path: Path, case: str) -> None:
    folder = tmp_path / case
    folder.mkdir()
    done = vakpad("check", folder)
    assert done.returncode == 1
    assert "These rules cannot be served until the errors are mended.\n" in done.stdout


def test_watching_checks_again_when_a_file_changes(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(SMALL, rules)
    growth = rules / "growth" / "all.yaml"
    right = growth.read_text(encoding="utf-8")
    command = [VAKPAD, "check", "--watch", str(rules)]
    settings = environment(PYTHONUNBUFFERED="1")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=settings) as watching:

        def told() -> str:
            assert watching.stdout is not None
            return "".join(
                takewhile(lambda line: not line.startswith("Watching."), watching.stdout)
            )

        try:
            assert "The rules are right" in told()
            _write_at_once(growth, right.replace("is office", "is ofice", 1))
            assert "Did you mean `office`?" in told()
            _write_at_once(growth, right)
            assert "The rules are right" in told()
        finally:
            watching.terminate()
    assert watching.returncode != 0


def _write_at_once(file: Path, text: str) -> None:
    """Never half of it is there."""
    beside = file.parents[2] / "beside"
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def test_watching_is_for_people(tmp_path: Path) -> None:
    done = vakpad("check", SMALL, "--watch", "--json")
    assert done.returncode == 2
    assert "--watch is for people" in done.stderr


def test_a_second_check_says_the_same(tmp_path: Path) -> None:
    settings = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = vakpad("check", SMALL, **settings)
    assert list((tmp_path / "cache" / "vakpad").iterdir()) == [
        tmp_path / "cache" / "vakpad" / "checked"
    ]
    assert vakpad("check", SMALL, **settings) == first
