"""The names of the files in a rule directory, and which of them can be opened without harm."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from service.rulebook.diagnostics import Report
from service.rulebook.document import MAXIMUM_BYTES
from service.rulebook.position import Position

MAXIMUM_FILES = 5_000
MAXIMUM_TOTAL = 10_000_000
"""Bytes of all files together; the shipped rulebook has less than a tenth."""


def file_names(directory: Path) -> Iterator[str]:
    """Visible files and links as paths with `/`, and at most one more than there may be."""
    return islice(_all_names(directory), MAXIMUM_FILES + 1)


def _all_names(directory: Path) -> Iterator[str]:
    """Links to directories are not followed, and named like files."""
    for folder, subfolders, names in os.walk(directory):
        links = [each for each in subfolders if (Path(folder) / each).is_symlink()]
        subfolders[:] = [
            each for each in subfolders if each not in links and not each.startswith((".", "__"))
        ]
        for name in (*names, *links):
            if not name.startswith((".", "~", "#")) and not name.endswith("~"):
                yield (Path(folder) / name).relative_to(directory).as_posix()


def small_enough(directory: Path, names: Iterable[str], report: Report) -> bool:
    """Whether there are not too many files, and not too much in them."""
    known = list(names)
    top = Position(str(directory), 1, 1)
    hint = "Name the directory that holds `vocabulary.yaml`, and move out what does not belong."
    if len(known) > MAXIMUM_FILES:
        report.error(
            top,
            "rulebook-too-large",
            f"There are more than {MAXIMUM_FILES:,} files in this directory.",
            hint,
        )
        return False
    total = sum(size for name in known if (size := _size(directory / name)) <= MAXIMUM_BYTES)
    if total > MAXIMUM_TOTAL:
        report.error(
            top,
            "rulebook-too-large",
            f"The files have {total:,} bytes together; a rulebook has at most {MAXIMUM_TOTAL:,}.",
            hint,
        )
        return False
    return True


def readable(directory: Path, names: Iterable[str], report: Report) -> Iterator[str]:
    """The names of files that may be opened; why others may not is in the report."""
    inside = os.path.realpath(directory)
    for name in names:
        path = directory / name
        if not name.isprintable():
            report.error(
                Position(printable(name), 1, 1),
                "unknown-file",
                "The name of this file has a character that cannot be shown.",
                "Give it a plain name, such as `growth/office.yaml`.",
            )
        elif path.is_symlink() and path.is_dir():
            report.error(
                Position(name, 1, 1),
                "unreadable-file",
                "This is a link to a directory, and nothing in it would be read.",
                "Put a directory with the files themselves in its place.",
            )
        elif path.is_symlink() and not _is_inside(path, inside):
            report.error(
                Position(name, 1, 1),
                "unreadable-file",
                "This is a link that leads out of the rule directory, and it is not followed.",
                "Put the file itself in its place.",
            )
        else:
            yield name


def printable(name: str) -> str:
    """A name that cannot break up a line or command a terminal."""
    return "".join(each if each.isprintable() else "\ufffd" for each in name)


def _is_inside(path: Path, directory: str) -> bool:
    return os.path.realpath(path).startswith(directory + os.sep)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
