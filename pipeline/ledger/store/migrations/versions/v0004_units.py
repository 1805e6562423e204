"""Units that are renamed or merged: the names that they had, where they went; questions about units; items by origin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns; what is there stays as it is."""
    op.add_column("unit", sa.Column("former", sa.Text, nullable=False, server_default=""))
    op.add_column("unit", sa.Column("merged_into", sa.Integer))
    op.add_column("question", sa.Column("unit", sa.Integer))
    op.create_index("ix_item_origin", "item", ["origin"])


def downgrade() -> None:
    """Never: an older program refuses a newer store, and the copy that was made before the migration is the way back."""
    raise NotImplementedError
