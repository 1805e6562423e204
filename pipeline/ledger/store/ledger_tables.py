"""The ledger's tables: acts and their changes, which are only ever added, and what they add up to today.

A table made by `current` holds the present state of one kind of thing. Its rows are written by `pipeline.ledger.store.acts`
alone, which logs each change in the same transaction; so the table is what the changes say, and any past day can be had
from them. Days are ISO text, which sorts and compares the same in every database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from pipeline.ledger.store.tables import metadata

THINGS: dict[str, Table] = {}
"""The kinds of thing whose changes are logged, by name."""
DAY = String(10)


def words(name: str, kind: Any = String) -> Column[Any]:
    """Text that is empty where nothing is said."""
    return Column(name, kind, nullable=False, server_default="")


def current(name: str, *columns: Column[Any] | Index) -> Table:
    """A table of things as they are now: `id`, `version` (1 when made, one more with each change), and the columns."""
    THINGS[name] = Table(
        name, metadata, Column("id", Integer, primary_key=True, autoincrement=False), Column("version", Integer, nullable=False),
        *columns,
    )  # fmt: skip
    return THINGS[name]


ledger = Table(
    "ledger", metadata, Column("tag", String(8), primary_key=True), Column("made", String(19), nullable=False)
)
"""One row: what tells this ledger from every other one. It stands in each exported row."""

act = Table(
    "act", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String(19), nullable=False, index=True),
    Column("by", String, nullable=False),
    Column("source", String, nullable=False),
    Column("what", String, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Something that somebody did at one moment: who, when, from which file, sheet or command, what it was."""

change = Table(
    "change", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("act", Integer, ForeignKey("act.number"), nullable=False, index=True),
    Column("thing", String(16), nullable=False),
    Column("id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("what", String(16), nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    words("note", Text),
    Index("ix_change_thing", "thing", "id", "version"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""What an act changed in one thing: the fields before and after. `what`: added, changed, moved, or heard (said by
somebody but not taken over; `version` is then that of the thing when it was said)."""

unit = current(
    "unit",
    Column("roster_id", String(16), index=True),
    Column("name", String, nullable=False),
    words("parent", String),
    words("category", String),
    words("secretary", String),
    words("contact", String),
    Column("window", Boolean, nullable=False),
    words("former", Text),
    Column("merged_into", Integer),
)
"""An organisation. `former` are the names that it had, one a line; `merged_into` is the unit that it went into: no foreign
key, as that one may be the younger."""

person = current(
    "person",
    Column("unit", Integer, ForeignKey("unit.id"), nullable=False, index=True),
    Column("roster_id", String(16), index=True),
    Column("name", String, nullable=False),
    words("post", String),
    words("category", String),
    Column("leader", Boolean, nullable=False),
)

form = current(
    "form",
    Column("unit", Integer, ForeignKey("unit.id"), nullable=False, index=True),
    Column("person", Integer, ForeignKey("person.id"), index=True),
    Column("kind", String(12), nullable=False),
    Column("year", Integer, nullable=False, index=True),
    words("notice", String),
    words("file", String),
    words("sha256", String(64)),
    Column("form_index", Integer, nullable=False),
    Column("drafts", Integer, nullable=False),
    Column("received", DAY),
    Column("signed", DAY),
)
"""A unit's or person's form of a kind and year; file and digest are those of the newest draft that counts."""

form_file = Table(
    "form_file", metadata,
    Column("form", Integer, ForeignKey("form.id"), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("form_index", Integer, primary_key=True),
    Column("act", Integer, ForeignKey("act.number"), nullable=False),
    Column("file", String, nullable=False),
    Column("draft", Integer, nullable=False),
    Column("addition", String(8), nullable=False),
    Index("ix_form_file_sha256", "sha256", "form_index"),
)  # fmt: skip
"""Every file that ever came for a form: its versions."""

item = current(
    "item",
    Column("form", Integer, ForeignKey("form.id"), nullable=False, index=True),
    words("content_id", String(16)),
    Column("n", Integer, nullable=False),
    words("ordinal", String),
    words("text", Text),
    words("target", Text),
    words("project", Text),
    words("measures", Text),
    words("phrase", String),
    Column("due", DAY),
    words("due_words", String),
    words("responsible", String),
    words("dimensions", String),
    words("part", String),
    Column("state", String(8), nullable=False),
    Column("since", DAY, nullable=False),
    words("note", Text),
    words("progress", Text),
    Column("progress_on", DAY),
    Column("done_on", DAY),
    words("evidence", Text),
    Column("evidence_day", DAY),
    words("evidence_file", Text),
    words("reviewer", String),
    Column("rectify_by", DAY),
    words("remark", Text),
    words("example", Text),
    Column("extra", JSON, nullable=False),
    Column("origin", Integer, ForeignKey("item.id")),
    Column("same_as", Integer, ForeignKey("item.id")),
    Index("ix_item_due", "state", "due"),
    Index("ix_item_rectify", "state", "rectify_by"),
    Index("ix_item_origin", "origin"),
)
"""A promise. `since` is the day of its last move and `note` what was said with it, `origin` the item of last year that it goes on from, `same_as` the
older item that it turned out to be (it then counts no more), `extra` what people keep in columns of their own."""

question = current(
    "question",
    Column("kind", String(12), nullable=False),
    Column("item", Integer, ForeignKey("item.id"), index=True),
    Column("other", Integer, ForeignKey("item.id")),
    words("field", String),
    words("now", Text),
    words("said", Text),
    Column("seen", Integer, nullable=False),
    words("by", String),
    words("source", String),
    words("answer", String),
    words("answered_by", String),
    Column("unit", Integer),
)
"""What a person has to settle: two values for one cell, whether two items are one, a change after approval."""

extra_sheet = current("extra_sheet", Column("title", String, nullable=False), Column("cells", JSON, nullable=False))
"""A sheet that somebody added to the workbook: rows of values, carried along from export to export."""

export = Table(
    "export", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String(19), nullable=False),
    Column("by", String, nullable=False),
    Column("file", String, nullable=False),
    Column("which", String, nullable=False),
    Column("items", Text, nullable=False),
    Column("last_change", Integer, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
"""A workbook that went out: which items were in it (ranges of ids), and up to which change."""

LEDGER_KEPT_FOR_EVER = (ledger, act, change, form_file, export)
