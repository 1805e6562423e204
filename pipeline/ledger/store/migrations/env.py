"""What Alembic runs: it migrates over the connection that the program opened."""

from alembic import context

from pipeline.ledger.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
