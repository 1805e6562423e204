"""Decisions, what was read from workbooks, runs and releases."""

import sqlalchemy as sa
from alembic import op

from pipeline.ledger.store.migrations.history import keep_for_ever

revision = "0001"
down_revision = None

KEPT = ("event", "run", "release", "released_unit", "released_file")


def upgrade() -> None:
    """Make the tables; those that tell what happened cannot be changed afterwards."""
    op.create_table(
        "event",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(19), nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("target", sa.String(16), nullable=False),
        sa.Column("state", sa.String(12)),
        sa.Column("reach", sa.String(4), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("subject", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_target", "event", ["target"])
    op.create_table(
        "seen_row",
        sa.Column("book", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("printed", sa.String(16), primary_key=True),
        sa.Column("typed", sa.String(16), nullable=False),
    )
    op.create_table(
        "run",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(19), nullable=False),
        sa.Column("notice", sa.String, nullable=False),
        sa.Column("results_sha256", sa.String(64), nullable=False),
        sa.Column("last_event", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    _releases()
    keep_for_ever(*KEPT)


def _releases() -> None:
    op.create_table(
        "release",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(19), nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("folder", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "released_unit",
        sa.Column("release", sa.Integer, sa.ForeignKey("release.number"), primary_key=True),
        sa.Column("unit", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("said", sa.JSON, nullable=False),
        sa.Column("unreviewed", sa.Integer, nullable=False),
    )
    op.create_table(
        "released_file",
        sa.Column("release", sa.Integer, sa.ForeignKey("release.number"), primary_key=True),
        sa.Column("path", sa.String, primary_key=True),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """Never: an older program refuses a newer store, and the copy that was made before the migration is the way back."""
    raise NotImplementedError
