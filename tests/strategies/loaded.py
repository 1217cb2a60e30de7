"""Rulebooks that many tests share, with what reads and serves by them, each made once."""

from functools import cache
from pathlib import Path

from service.reading.reader import Reader
from service.rulebook import Rulebook, load_rulebook
from service.serving import Serving, serving_of


@cache
def loaded(directory: Path) -> Rulebook:
    """The rulebook in a directory that no test changes."""
    return load_rulebook(directory)


@cache
def reader_for(directory: Path) -> Reader:
    """Reads profiles by that rulebook."""
    return Reader(loaded(directory))


@cache
def serving_from(directory: Path) -> Serving:
    """That rulebook with the advisor on it."""
    return serving_of(loaded(directory))
