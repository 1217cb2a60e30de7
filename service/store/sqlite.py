"""What SQLite needs to behave like other databases, and what its errors mean.

Nothing else in the store knows which database it is.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from service.store.faults import StoreFailed, StoreUnusable

SCHEME = "sqlite"
EXAMPLE = "sqlite:////home/jo/vakpad.sqlite3"
NAME_ANOTHER = f"Name another file in VAKPAD_DATABASE, such as `{EXAMPLE}`."


def make_room(url: URL) -> None:
    """Makes the folder that the file of a database stands in. Raises `StoreUnusable`."""
    file = Path(url.database or "")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        is_folder = file.is_dir()
    except OSError as error:
        raise StoreUnusable(
            f"The database `{file}` cannot be made: {error.strerror}. {NAME_ANOTHER}"
        ) from None
    if is_folder:
        raise StoreUnusable(f"`{file}` is a folder, and a database is a file. {NAME_ANOTHER}")


def prepare(engine: Engine) -> None:
    """Makes transactions begin where they are said to, and holds to foreign keys.

    One that is going to write (the execution option `writes`) waits at its beginning until no
    other does, so that what it reads is still so when it writes.
    """

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def fault_in(error: DBAPIError, url: URL) -> Exception:
    """What to say of an error."""
    file = url.database
    # The lowest byte is what it is about; the rest are details.
    match getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreFailed(
                f"`{file}` is in use by another command. Type this one again in a moment."
            )
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return StoreUnusable(f"`{file}` is no SQLite database, or damaged. {NAME_ANOTHER}")
        case sqlite3.SQLITE_CANTOPEN:
            return StoreUnusable(f"The database `{file}` cannot be opened. {NAME_ANOTHER}")
        case sqlite3.SQLITE_READONLY:
            return StoreUnusable(f"The database `{file}` may not be written. {NAME_ANOTHER}")
    return StoreFailed(
        f"The database `{file}` does not do what is asked of it ({error.orig}). Put back a copy of "
        "it, or name another file in VAKPAD_DATABASE."
    )
