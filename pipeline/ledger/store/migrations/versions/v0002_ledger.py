"""The ledger: acts and changes, units, people, forms, items, questions, exports."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from pipeline.ledger.store.migrations.history import keep_for_ever

revision = "0002"
down_revision = "0001"

KEPT = ("ledger", "act", "change", "form_file", "export")
Columns = list[sa.Column[Any]]


def upgrade() -> None:
    """Make the tables; those that tell what happened cannot be changed afterwards."""
    _history()
    _owners()
    _forms()
    _items()
    _questions()
    keep_for_ever(*KEPT)


def _numbered() -> sa.Column[Any]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def _thing() -> Columns:
    return [sa.Column("id", sa.Integer, primary_key=True, autoincrement=False), sa.Column("version", sa.Integer, nullable=False)]


def _words(*names: str, kind: Any = sa.String) -> Columns:
    return [sa.Column(name, kind, nullable=False, server_default="") for name in names]


def _said(*names: str, kind: Any = sa.String) -> Columns:
    return [sa.Column(name, kind, nullable=False) for name in names]


def _days(*names: str) -> Columns:
    return [sa.Column(name, sa.String(10)) for name in names]


def _link(name: str, to: str, *, nullable: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(to), nullable=nullable, primary_key=key)


def _history() -> None:
    op.create_table("ledger", sa.Column("tag", sa.String(8), primary_key=True), sa.Column("made", sa.String(19), nullable=False))
    op.create_table("act", _numbered(), *_said("at", kind=sa.String(19)), *_said("by", "source", "what"), sqlite_autoincrement=True)
    op.create_index("ix_act_at", "act", ["at"])
    op.create_table(
        "change", _numbered(), _link("act", "act.number"), *_said("thing", kind=sa.String(16)), *_said("id", "version", kind=sa.Integer),
        *_said("what", kind=sa.String(16)), *_said("before", "after", kind=sa.JSON), *_words("note", kind=sa.Text), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_change_act", "change", ["act"])
    op.create_index("ix_change_thing", "change", ["thing", "id", "version"])
    op.create_table(
        "export", _numbered(), *_said("at", kind=sa.String(19)), *_said("by", "file", "which"), *_said("items", kind=sa.Text),
        *_said("last_change", kind=sa.Integer), sqlite_autoincrement=True,
    )  # fmt: skip


def _owners() -> None:
    op.create_table(
        "unit", *_thing(), sa.Column("roster_id", sa.String(16)), *_said("name"), *_words("parent", "category", "secretary", "contact"),
        *_said("window", kind=sa.Boolean),
    )  # fmt: skip
    op.create_index("ix_unit_roster_id", "unit", ["roster_id"])
    op.create_table(
        "person", *_thing(), _link("unit", "unit.id"), sa.Column("roster_id", sa.String(16)), *_said("name"), *_words("post", "category"),
        *_said("leader", kind=sa.Boolean),
    )  # fmt: skip
    op.create_index("ix_person_unit", "person", ["unit"])
    op.create_index("ix_person_roster_id", "person", ["roster_id"])


def _forms() -> None:
    op.create_table(
        "form", *_thing(), _link("unit", "unit.id"), _link("person", "person.id", nullable=True), *_said("kind", kind=sa.String(12)),
        *_said("year", kind=sa.Integer), *_words("notice", "file"), *_words("sha256", kind=sa.String(64)),
        *_said("form_index", "drafts", kind=sa.Integer), *_days("received", "signed"),
    )  # fmt: skip
    for name in ("unit", "person", "year"):
        op.create_index(f"ix_form_{name}", "form", [name])
    op.create_table(
        "form_file", _link("form", "form.id", key=True), sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("form_index", sa.Integer, primary_key=True), _link("act", "act.number"), *_said("file"),
        *_said("draft", kind=sa.Integer), *_said("addition", kind=sa.String(8)),
    )  # fmt: skip
    op.create_index("ix_form_file_sha256", "form_file", ["sha256", "form_index"])


def _items() -> None:
    op.create_table(
        "item", *_thing(), _link("form", "form.id"), *_words("content_id", kind=sa.String(16)), *_said("n", kind=sa.Integer),
        *_words("ordinal"), *_words("text", "target", "project", "measures", kind=sa.Text), *_words("phrase"), *_days("due"),
        *_words("due_words", "responsible", "dimensions", "part"), *_said("state", kind=sa.String(8)), *_said("since", kind=sa.String(10)),
        *_words("note", "progress", kind=sa.Text), *_days("progress_on", "done_on"), *_words("evidence", kind=sa.Text), *_days("evidence_day"),
        *_words("evidence_file", kind=sa.Text), *_words("reviewer"), *_days("rectify_by"), *_words("remark", kind=sa.Text),
        *_said("extra", kind=sa.JSON), _link("origin", "item.id", nullable=True), _link("same_as", "item.id", nullable=True),
    )  # fmt: skip
    op.create_index("ix_item_form", "item", ["form"])
    op.create_index("ix_item_due", "item", ["state", "due"])
    op.create_index("ix_item_rectify", "item", ["state", "rectify_by"])


def _questions() -> None:
    op.create_table(
        "question", *_thing(), *_said("kind", kind=sa.String(12)), _link("item", "item.id", nullable=True),
        _link("other", "item.id", nullable=True), *_words("field"), *_words("now", "said", kind=sa.Text), *_said("seen", kind=sa.Integer),
        *_words("by", "source", "answer", "answered_by"),
    )  # fmt: skip
    op.create_index("ix_question_item", "question", ["item"])
    op.create_table("extra_sheet", *_thing(), *_said("title"), *_said("cells", kind=sa.JSON))


def downgrade() -> None:
    """Never: an older program refuses a newer store, and the copy that was made before the migration is the way back."""
    raise NotImplementedError
