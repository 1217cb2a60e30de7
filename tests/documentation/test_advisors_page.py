"""Every command on the page for advisors does what the page says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from documentation.examples import ROOT

PAGE = (ROOT / "docs" / "advisors.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n\s*\.venv/bin/vakpad (.+)\n", PAGE)


@pytest.mark.parametrize("command", sorted(set(COMMANDS)))
def test_every_command_works(command: str) -> None:
    vakpad = Path(sys.executable).with_name("vakpad")
    ran = subprocess.run(
        [vakpad, *shlex.split(command)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    expected = {"advise": "PMO", "check": "The rules are right", "test": "all as expected"}
    assert expected[command.split(maxsplit=1)[0]] in ran.stdout


def test_both_languages_have_the_same_steps() -> None:
    dutch, english = PAGE.split("## English\n")
    assert len(re.findall(r"^\d\. ", dutch, re.MULTILINE)) == 6
    assert len(re.findall(r"^\d\. ", english, re.MULTILINE)) == 6
    assert len(COMMANDS) == 6
