"""The command as a whole: its help, its exit codes for misuse, its settings."""

from importlib.metadata import version
from pathlib import Path

import click
import pytest
from cli.running import SMALL, vakpad

from service.cli import COMMANDS, cli


def test_it_tells_its_version() -> None:
    done = vakpad("--version")
    assert (done.returncode, done.stdout) == (0, f"vakpad {version('vakpad')}\n")


def test_help_names_every_command_and_each_has_help_of_its_own() -> None:
    done = vakpad("--help")
    assert done.returncode == 0
    for name in COMMANDS:
        assert f"\n  {name} " in done.stdout


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_every_option_says_what_it_is(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for each in (command, *getattr(command, "commands", {}).values()):
        assert each.help
        for parameter in each.params:
            if parameter.param_type_name == "option":
                assert parameter.help, f"{name} {parameter.name}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["swim"],
        ["advise"],
        ["advise", "a.json", "b.json"],
        ["advise", "-", "--language", "de"],
        ["advise", "-", "--rules", "/nowhere"],
        ["check", "/nowhere"],
        ["check", "--loud"],
        ["check", str(SMALL), "--rules", str(SMALL)],
        ["check", str(SMALL / "titles.yaml")],
        ["serve", "--port", "65536"],
        ["serve", "--port", "-1"],
        ["serve", "--port", "x"],
        ["serve", "--workers", "0"],
        ["serve", "--workers", "257"],
        ["serve", "now"],
        ["show"],
        ["show", "office-medior", "pmo-er"],
        ["show", "office-medior", "--language", "de"],
        ["show", "office-medior", "--rules", "/nowhere"],
        ["titles"],
        ["titles", "senior", "PMO'er"],
        ["titles", "PMO'er", "--rules", "/nowhere"],
        ["diff"],
        ["diff", "rules", "rules", "rules"],
        ["diff", "", ""],
        ["diff", "no-such-revision"],
        ["diff", str(SMALL), str(SMALL), "--rules", "/nowhere"],
        ["diff", "release:1", str(SMALL)],
        ["release"],
        ["release", "take"],
        ["release", "make", "/nowhere"],
        ["release", "make", str(SMALL), "--rules", str(SMALL)],
        ["release", "make", str(SMALL), "--note", "two\nlines"],
        ["release", "make", str(SMALL), "--note", "x" * 201],
        ["release", "make", str(SMALL), "--note", "\udc80"],
        ["release", "list", "1"],
        ["release", "export"],
        ["release", "export", "1"],
        ["release", "export", "1", str(SMALL)],
        ["release", "export", "1", str(SMALL / "roles.yaml")],
        ["release", "export", "1", "/new/folder"],
    ],
    ids=lambda arguments: ascii(" ".join(arguments))[1:61],
)
def test_misuse_exits_with_2_and_says_what_is_wrong(arguments: list[str]) -> None:
    done = vakpad(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr or arguments == ["release"]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PORT", "http", "It must be a whole number from 0 to 65535."),
        ("PORT", "70000", "It must be a whole number from 0 to 65535."),
        ("VAKPAD_WORKERS", "0", "It must be a whole number from 1 to 256."),
        ("VAKPAD_WORKERS", "2.5", "It must be a whole number from 1 to 256."),
        ("VAKPAD_LOG_FORMAT", "xml", "It must be plain or json."),
        ("VAKPAD_LOG_LEVEL", "loud", "It must be debug, info, warning or error."),
    ],
)
def test_a_setting_that_is_no_use_is_misuse(name: str, value: str, told: str) -> None:
    done = vakpad("serve", "--rules", SMALL, **{name: value})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Error: The setting {name} is `{value}`. {told}\n")


def test_a_setting_for_a_folder_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    done = vakpad("check", VAKPAD_RULES=str(tmp_path / "nothing"))
    assert done.returncode == 2
    assert done.stderr.endswith(
        f"Error: There is no folder `{tmp_path / 'nothing'}` with rule files.\n"
    )
