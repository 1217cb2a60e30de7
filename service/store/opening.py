"""Opening the store: which database it is, with tables that are up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from service.store import sqlite
from service.store.faults import StoreUnusable
from service.store.upgrade import bring_up_to_date


def usual_file() -> Path:
    """Where the database is when nothing else is said, by the custom of the system."""
    home = os.environ.get("XDG_DATA_HOME")
    try:
        folder = Path(home) if home else Path.home() / ".local" / "share"
    except RuntimeError:
        raise StoreUnusable(
            "There is no home folder to keep a database in. Name a file for it in "
            f"VAKPAD_DATABASE, such as `{sqlite.EXAMPLE}`."
        ) from None
    return folder / "vakpad" / "vakpad.sqlite3"


@contextmanager
def opened(database: str | None) -> Iterator[Engine]:
    """The database at a URL, or the usual one.

    It is made when it is not there, and brought up to date. Raises `StoreUnusable` when it cannot
    be used, also later, and `StoreFailed` when it does not do what is asked.
    """
    url = make_url(database) if database else URL.create(sqlite.SCHEME, database=str(usual_file()))
    sqlite.make_room(url)
    engine = create_engine(url)
    sqlite.prepare(engine)
    try:
        bring_up_to_date(engine)
        yield engine
    except DBAPIError as error:
        raise sqlite.fault_in(error, url) from None
    finally:
        engine.dispose()
