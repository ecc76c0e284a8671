"""Alembic runs this file for every command; the connection comes from `store.migrations.upgrade`."""

from alembic import context

from store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
