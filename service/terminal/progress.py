"""Progress on a terminal, of what takes longer than a second; elsewhere nothing is shown."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

PATIENCE = 1.0
"""Seconds for which nothing needs to be shown."""

Item = TypeVar("Item")


def with_progress(what: str, items: Sequence[Item]) -> Iterator[Item]:
    """The items one by one, with how many of them are done."""
    console = Console(stderr=True)
    if not sys.stderr.isatty():
        yield from items
        return
    start = monotonic()
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=len(items), visible=False)
        for item in items:
            yield item
            progress.update(task, advance=1, visible=monotonic() - start > PATIENCE)


@contextmanager
def under_way(what: str) -> Iterator[None]:
    """Says what is done meanwhile, where it has no parts that can be counted."""
    if not sys.stderr.isatty():
        yield
        return
    columns = SpinnerColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None, visible=False)
        shown = Timer(PATIENCE, progress.update, (task,), {"visible": True})
        shown.start()
        try:
            yield
        finally:
            shown.cancel()
