"""The course of a year: publications, reports, evaluation counts, notices, spot checks; items by when they were last heard of."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Columns = list[sa.Column[Any]]


def upgrade() -> None:
    """Make the tables. Their history is in `change`, which cannot be changed afterwards."""
    _table("publication", _link("unit"), _number("year"), _said("sheet", 12), _day("start"), _day("until"), _day("ended", nullable=True),
           _words("channels"), _json("items"), _words("remark", sa.Text))  # fmt: skip
    _table("report", _said("quarter", 6), _link("form"), _day("opened"), _day("due"), _day("received", nullable=True), _words("file"),
           _words("sha256", sa.String(64)))  # fmt: skip
    _table("entry", _link("report"), _link("item"), _words("progress", sa.Text), _words("measures", sa.Text), _words("limit_words"),
           _day("limit_day", nullable=True), _words("done", sa.String(4)), _words("flags"))  # fmt: skip
    _table("ballot", _number("year"), _said("round", 20), _said("part", 20), _said("judged", 12), _link("unit"), _link("person", nullable=True),
           _number("handed_out", nullable=True), _json("counts"), _words("file"))  # fmt: skip
    _table("notice", _number("year"), _number("number"), _said("kind", 12), _link("unit"), _day("issued"), _day("answer_by", nullable=True),
           _json("items"), _day("settled", nullable=True))  # fmt: skip
    _table("spot", _number("year"), _number("draw"), _number("seed"), _link("unit"), _words("stratum"), _day("drawn"),
           _day("checked", nullable=True), _words("checkers"), _json("answers"), _words("conclusion", sa.Text), _words("file"))  # fmt: skip
    for table, column in (
        ("publication", "unit"), ("report", "quarter"), ("report", "form"), ("entry", "report"), ("entry", "item"), ("ballot", "unit"),
        ("ballot", "person"), ("notice", "unit"), ("spot", "unit"),
    ):  # fmt: skip
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_index("ix_ballot_round", "ballot", ["year", "round"])
    op.create_index("ix_item_heard", "item", ["state", "progress_on", "since"])


def _table(name: str, *columns: sa.Column[Any]) -> None:
    own: Columns = [sa.Column("id", sa.Integer, primary_key=True, autoincrement=False), sa.Column("version", sa.Integer, nullable=False)]
    op.create_table(name, *own, *columns)


def _link(to: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(to, sa.Integer, sa.ForeignKey(f"{to}.id"), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _said(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=False)


def _words(name: str, kind: Any = sa.String) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, server_default="")


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(10), nullable=nullable)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON, nullable=False)


def downgrade() -> None:
    """Never: an older program refuses a newer store, and the copy that was made before the migration is the way back."""
    raise NotImplementedError
