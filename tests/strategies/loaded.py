"""Rulebooks that many tests share, read once."""

from functools import cache
from pathlib import Path

from service.rulebook import Rulebook, load_rulebook


@cache
def loaded(directory: Path) -> Rulebook:
    """The rulebook in a directory that no test changes."""
    return load_rulebook(directory)
