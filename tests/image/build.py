"""Builds an image: executes the instructions of a Dockerfile in root filesystems."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from image.container import USUAL_PATH, Container
from image.dockerfile import Context, Instruction, NotUnderstood, Stage, fill_in
from image.machine import write_settings

MACHINE = "/dev/machine"


class Failed(Exception):
    """A step that did not succeed; the message says which, and what it wrote."""


@dataclass(slots=True)
class Image:
    """A root filesystem with what its instructions said about running it."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    user: str = "0:0"
    workdir: str = "/"


@contextmanager
def step(what: str) -> Iterator[None]:
    """Says what is done, and how long it took."""
    print(f"{what:.<84} ", end="", flush=True)
    begin = time.monotonic()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - begin:.0f} s", flush=True)


class Build:
    """The stages of one Dockerfile, made from one base in one folder."""

    def __init__(self, base: Path, context: Path, folder: Path) -> None:
        self._base = base
        self._context = context
        self._visible = Context(context)
        self._folder = folder
        self._stages: dict[str, Image] = {}
        self._settings = write_settings(folder / "machine", MACHINE)
        self._etc = folder / "etc-of-build"
        self._etc.mkdir()
        for name in ("hosts", "resolv.conf"):
            shutil.copy(Path("/etc", name), self._etc)

    def run(self, stages: list[Stage]) -> Image:
        """The image that the last stage makes."""
        for stage in stages:
            with step(f"{stage.name}: FROM {stage.base}"):
                root = self._folder / f"stage-{stage.name}"
                _copy_tree(self._base, root)
            image = self._stages[stage.name] = Image(root)
            for instruction in stage.instructions:
                if instruction.keyword in {"COPY", "RUN"}:
                    with step(f"{stage.name}: {_shortened(instruction)}"):
                        self._execute(image, instruction)
                else:
                    self._execute(image, instruction)
        return image

    def _execute(self, image: Image, instruction: Instruction) -> None:
        variables = {"PATH": USUAL_PATH, **image.environment}
        match instruction.keyword:
            case "RUN":
                self._run(image, instruction)
            case "COPY":
                self._copy(image, instruction)
            case "ENV":
                image.environment |= instruction.pairs(variables)
            case "USER":
                image.user = fill_in(instruction.rest, variables)
            case "WORKDIR":
                image.workdir = _from(image.workdir, fill_in(instruction.rest, variables))
                _inside(image.root, image.workdir).mkdir(parents=True, exist_ok=True)
            case "ARG" if "=" in instruction.rest:
                # With a value it would have to be kept for RUN, and not for the image.
                raise NotUnderstood(f"line {instruction.line}: ARG with a value in a stage")
            case _:
                pass  # it says how to run the image

    def _run(self, image: Image, instruction: Instruction) -> None:
        container = Container(
            image.root,
            etc=self._etc,
            machine=self._folder / "machine",
            user=image.user,
            workdir=image.workdir,
            environment=image.environment | self._settings,
        )
        log = self._folder / "run.log"
        with log.open("wb") as output:
            code = container.start(instruction.command(), output).wait()
        if code != 0:
            written = log.read_text(encoding="utf-8", errors="replace")
            raise Failed(f"line {instruction.line} of Dockerfile ended with {code}:\n{written}")

    def _copy(self, image: Image, instruction: Instruction) -> None:
        *sources, target = instruction.words()
        flags = instruction.flags()
        into = _inside(image.root, _from(image.workdir, target))
        if stage := flags.pop("from", None):
            (source,) = sources
            _copy_tree(_inside(self._stages[stage].root, source), into)
        else:
            for source in sources:
                self._copy_from_context(source, into, as_folder=target.endswith("/"))
        if flags:
            raise NotUnderstood(f"line {instruction.line}: COPY with {', '.join(flags)}")

    def _copy_from_context(self, source: str, into: Path, *, as_folder: bool) -> None:
        files = self._visible.files(source)
        if not files:
            raise Failed(f"COPY {source}: there is no such file, or .dockerignore keeps it out")
        for file in files:
            if (self._context / source).is_dir():
                to = into / file.relative_to(source)
            else:
                to = into / file.name if as_folder else into
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self._context / file, to)
            os.chown(to, 0, 0)


def size_of(root: Path) -> int:
    """Bytes in all files, a file with two names once."""
    listed = subprocess.run(
        ["du", "--summarize", "--apparent-size", "--block-size=1", root],
        stdout=subprocess.PIPE,
        encoding="ascii",
        check=True,
    )
    return int(listed.stdout.split()[0])


def _from(workdir: str, path: str) -> str:
    return str(PurePosixPath(workdir, path))


def _inside(root: Path, path: str) -> Path:
    return root / path.lstrip("/")


def _copy_tree(source: Path, target: Path) -> None:
    """The content of one folder into another, with owners, rights and links."""
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "--archive", f"{source}/.", target], check=True)


def _shortened(instruction: Instruction) -> str:
    text = " ".join(f"{instruction.keyword} {instruction.rest}".split())
    return text if len(text) <= 72 else f"{text[:70]}.."
