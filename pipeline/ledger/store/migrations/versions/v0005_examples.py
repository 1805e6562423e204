"""典型经验: what others can learn from how a promise was kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; nothing is exemplary yet."""
    op.add_column("item", sa.Column("example", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Never: an older program refuses a newer store, and the copy that was made before the migration is the way back."""
    raise NotImplementedError
