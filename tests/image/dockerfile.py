"""Reads a Dockerfile and a .dockerignore, as far as ours need it; refuses what it does not know."""

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

KEYWORDS = {
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "FROM",
    "HEALTHCHECK",
    "LABEL",
    "RUN",
    "STOPSIGNAL",
    "USER",
    "WORKDIR",
}

VARIABLE = re.compile(r"\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})")


class NotUnderstood(Exception):
    """A line that this reader would have to guess about."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction, its lines joined: `RUN`, and what stands behind it."""

    line: int
    keyword: str
    rest: str

    def flags(self) -> dict[str, str]:
        """`--from=build` and the like, in front of the rest."""
        found = re.match(r"(--\S+\s+)*", self.rest)
        flags = found[0].split() if found else []
        return dict(flag.removeprefix("--").split("=", 1) for flag in flags)

    def words(self) -> list[str]:
        """The rest without flags, split as a shell would."""
        return shlex.split(re.sub(r"^(--\S+\s+)*", "", self.rest))

    def command(self) -> list[str]:
        """What is run: a JSON list as it stands, anything else by a shell."""
        text = re.sub(r"^(--\S+\s+)*(CMD\s+)?", "", self.rest)
        return json.loads(text) if text.startswith("[") else ["/bin/sh", "-c", text]

    def pairs(self, variables: Mapping[str, str]) -> dict[str, str]:
        """`NAME=value ...`, with variables filled in."""
        return {
            name: fill_in(value, variables)
            for name, _, value in (word.partition("=") for word in self.words())
        }


@dataclass(frozen=True, slots=True)
class Stage:
    """What begins with FROM; `base` is an image, or an earlier stage."""

    name: str
    base: str
    instructions: tuple[Instruction, ...]

    def all(self, keyword: str) -> list[Instruction]:
        return [found for found in self.instructions if found.keyword == keyword]

    def last(self, keyword: str) -> Instruction:
        """The one that counts; an earlier one is overruled."""
        found = self.all(keyword)
        if not found:
            raise LookupError(f"the stage `{self.name}` has no {keyword}")
        return found[-1]


def fill_in(text: str, variables: Mapping[str, str]) -> str:
    """The text with `$NAME`, `${NAME}` and `${NAME:-otherwise}` filled in."""

    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return variables.get(name) or found[3] or ""

    return VARIABLE.sub(value, text)


def read_dockerfile(text: str) -> list[Stage]:
    """The stages, in order."""
    arguments: dict[str, str] = {}
    stages: list[Stage] = []
    for instruction in _instructions(text):
        if instruction.keyword == "FROM":
            base, *name = re.split(r"\s+AS\s+", instruction.rest, flags=re.IGNORECASE)
            stages.append(Stage((name or ["final"])[0], fill_in(base, arguments), ()))
        elif stages:
            done = stages.pop()
            stages.append(Stage(done.name, done.base, (*done.instructions, instruction)))
        elif instruction.keyword == "ARG":
            arguments |= instruction.pairs(arguments)
        else:
            raise NotUnderstood(f"line {instruction.line}: {instruction.keyword} before FROM")
    return stages


def _instructions(text: str) -> Iterator[Instruction]:
    start = 0
    parts: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#") or (not parts and not line.strip()):
            continue
        start = start if parts else number
        parts.append(line.removesuffix("\\"))
        if line.endswith("\\"):
            continue
        keyword, _, rest = "".join(parts).strip().partition(" ")
        parts = []
        if keyword not in KEYWORDS or "<<" in rest:
            raise NotUnderstood(f"line {start}: {keyword} {rest}")
        yield Instruction(start, keyword, rest.strip())


class Context:
    """The files that COPY can see: those in a folder that its .dockerignore does not keep out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        lines = (folder / ".dockerignore").read_text(encoding="utf-8").splitlines()
        patterns = [line.strip() for line in lines]
        self._patterns = [
            (_expression(pattern.removeprefix("!")), pattern.startswith("!"))
            for pattern in patterns
            if pattern and not pattern.startswith("#")
        ]

    def sees(self, path: Path) -> bool:
        """Whether a path, relative to the folder, is let through: the last pattern decides."""
        names = [path.as_posix(), *(parent.as_posix() for parent in path.parents)][:-1]
        seen = True
        for expression, lets_through in self._patterns:
            if any(expression.fullmatch(name) for name in names):
                seen = lets_through
        return seen

    def files(self, source: str) -> list[Path]:
        """The files that a source of COPY stands for, relative to the folder."""
        root = self._folder / source
        below = sorted(root.rglob("*")) if root.is_dir() else [root]
        paths = [path.relative_to(self._folder) for path in below if path.is_file()]
        return [path for path in paths if self.sees(path)]


def _expression(pattern: str) -> re.Pattern[str]:
    if re.search(r"[\[\]?\\]", pattern):
        raise NotUnderstood(f".dockerignore: {pattern}")
    meanings = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    parts = re.split(r"(\*\*/|\*\*|\*)", pattern.strip("/"))
    return re.compile("".join(meanings.get(part, re.escape(part)) for part in parts))
