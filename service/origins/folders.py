"""Folders: rule files as they are now."""

from pathlib import Path

from service.origins.names import NoSuchRules
from service.rulebook.folder import SINGLE_FILES


def is_folder(name: str) -> bool:
    """Nothing is no name, though a path of nothing is the folder that one is in."""
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):
        return False


def is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def with_rules(folder: Path, called: str) -> Path:
    """The folder, when there is anything of a rulebook in it; else raises `NoSuchRules`."""
    if not any((folder / file).exists() for file in SINGLE_FILES):
        raise NoSuchRules(
            f"In {called} stand no rule files. Name the folder in which `{SINGLE_FILES[0]}` and "
            "the others stand, or a revision of it."
        )
    return folder
