"""Brings the tables of a database up to date."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from service.store.faults import StoreUnusable


def bring_up_to_date(engine: Engine) -> None:
    """Makes the tables, or changes those of an earlier Vakpad. In one transaction.

    Raises `StoreUnusable` for tables of a later one, or of another program.
    """
    config = Config()
    config.set_main_option("script_location", "service.store:migrations")
    script = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_heads()
        tables = inspect(connection).get_table_names()
    if present == (script.get_current_head(),):
        return
    if tables and not present:
        raise StoreUnusable(
            f"`{engine.url.database}` is the database of another program: it has a table "
            f"`{tables[0]}`. Name another file in VAKPAD_DATABASE."
        )
    known = {each.revision for each in script.walk_revisions()}
    if unknown := [revision for revision in present if revision not in known]:
        raise StoreUnusable(
            f"`{engine.url.database}` was made by a newer Vakpad: its tables are at version "
            f"`{unknown[0]}`, and this Vakpad knows `{script.get_current_head()}`. Use that one, "
            "or name another file in VAKPAD_DATABASE."
        )
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
