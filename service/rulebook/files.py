"""The files of a rulebook as they stand: taken out of a folder, and written into one."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from service.rulebook.diagnostics import Report
from service.rulebook.folder import is_rule_file
from service.rulebook.listing import file_names, readable

Files = Mapping[str, bytes]
"""What is in each file, by its name as a path with `/`."""


class NoRuleFile(Exception):
    """A name that no file of a rulebook has; the message says which."""


def rule_files(folder: Path) -> dict[str, bytes]:
    """The files that a rulebook is read from, tables included, and no others.

    For a folder that was read before: what may not be opened is left out. Raises `OSError`.
    """
    names = readable(folder, sorted(file_names(folder)), Report())
    return {name: (folder / name).read_bytes() for name in names if is_rule_file(name)}


def write_rule_files(files: Files, folder: Path) -> None:
    """Writes the files below a folder, and makes it. Raises `OSError`.

    Raises `NoRuleFile` before anything is written, for instance for a name that leads elsewhere.
    """
    for name in files:
        if not is_rule_file(name) or ".." in PurePosixPath(name).parts:
            raise NoRuleFile(f"`{name}` is not a file of a rulebook.")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
