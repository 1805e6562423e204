"""Alembic's migrations of the store; run by `pipeline.ledger.store.opening`, never by hand."""
