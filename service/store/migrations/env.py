"""Runs migrations over the connection that `service/store/upgrade.py` gives."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
