"""What commands that use the store share: opening it, and how they end when that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from service.commands.common import all_settings, fail
from service.store.faults import StoreFailed, StoreUnusable

if TYPE_CHECKING:
    from service.store.releases import Releases


@contextmanager
def store_faults_told() -> Iterator[None]:
    """Ends the command with 2 when the database is of no use, with 1 when it failed this time."""
    try:
        yield
    except StoreUnusable as error:
        raise click.UsageError(str(error)) from None
    except StoreFailed as error:
        fail(str(error))


@contextmanager
def releases_kept() -> Iterator[Releases]:
    """The releases in the database of the settings."""
    # Loading what databases need takes longer than listing all commands.
    from service.store.opening import opened  # noqa: PLC0415
    from service.store.releases import Releases  # noqa: PLC0415

    with store_faults_told(), opened(all_settings().database) as engine:
        yield Releases(engine)
