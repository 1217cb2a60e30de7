"""Every step of the advisors' guide does what the guide says, one after the other.

Of the blocks in a guide `sh` is typed, `yaml FILE` or `csv FILE` is a new file, `diff FILE` changes
one, and `text` is what came of the commands before it, with `...` for anything.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.running import vakpad
from documentation.examples import ROOT

GUIDES = {
    language: (ROOT / "docs" / "advisors" / f"{language}.md").read_text(encoding="utf-8")
    for language in ("nl", "en")
}
BLOCK = re.compile(
    r"^```(?P<kind>\w+) ?(?P<file>\S*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    kind: str
    file: str
    text: str


def _blocks(guide: str) -> Iterator[Block]:
    for found in BLOCK.finditer(guide):
        yield Block(found["kind"], found["file"], found["text"])


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as an advisor has it."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    return tmp_path


@pytest.mark.parametrize("language", GUIDES)
def test_every_step_does_what_the_guide_says(
    language: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    blocks = list(_blocks(GUIDES[language]))
    assert len(blocks) >= 20
    said = ""
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        match block.kind:
            case "sh":
                expected = after.text if after is not None and after.kind == "text" else ""
                said = _typed(block.text, may_fail=" error " in expected)
            case "text":
                assert re.search(_pattern(block.text), _unindented(said), re.DOTALL), said
            case "yaml" | "csv":
                file = desk / block.file
                assert not file.exists()
                file.write_text(block.text, encoding="utf-8")
            case "diff":
                _change(desk / block.file, block.text)
            case _:
                raise AssertionError(block)


def _typed(commands: str, *, may_fail: bool) -> str:
    said = ""
    for command in commands.splitlines():
        program, *arguments = shlex.split(command)
        if program == "cp":
            shutil.copytree(*map(Path, arguments[1:]))
            continue
        assert program == ".venv/bin/vakpad"
        database = "sqlite:///vakpad.sqlite3"
        ran = vakpad(*arguments, VAKPAD_RULES="rules", VAKPAD_DATABASE=database)
        assert ran.returncode == 0 or may_fail, f"{command}\n{ran.stdout}{ran.stderr}"
        said += ran.stdout + ran.stderr
    return said


def _pattern(expected: str) -> str:
    return re.escape(_unindented(expected).strip("\n")).replace(r"\.\.\.", ".*?")


def _unindented(text: str) -> str:
    return "\n".join(line.lstrip() for line in text.splitlines())


def _change(file: Path, diff: str) -> None:
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line.startswith("-"))
    new = "".join(line[1:] for line in lines if line.startswith("+"))
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_both_languages_take_the_same_steps() -> None:
    dutch, english = (list(_blocks(guide)) for guide in GUIDES.values())
    assert [(block.kind, block.file) for block in dutch] == [
        (block.kind, block.file) for block in english
    ]
    steps = [re.findall(r"^## (\d+)\. ", guide, re.MULTILINE) for guide in GUIDES.values()]
    assert steps[0] == steps[1] == [str(number + 1) for number in range(len(steps[0]))]
    assert len(steps[0]) >= 12
