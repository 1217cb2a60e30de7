"""Progress on a terminal, of what takes longer than a second; elsewhere nothing is shown."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

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
