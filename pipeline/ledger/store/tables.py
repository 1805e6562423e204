"""The tables as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData, String, Table, Text

HEAD = "0005"
"""The revision that this program writes; a test compares it with the migrations."""

metadata = MetaData()

event = Table(
    "event", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String(19), nullable=False),
    Column("by", String, nullable=False),
    Column("source", String, nullable=False),
    Column("outcome", String(12), nullable=False),
    Column("target", String(16), nullable=False, index=True),
    Column("state", String(12)),
    Column("reach", String(4), nullable=False),
    Column("text", Text, nullable=False),
    Column("subject", JSON, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
"""What somebody said about a finding. Triggers refuse to change or delete a row."""

seen_row = Table(
    "seen_row", metadata,
    Column("book", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("printed", String(16), primary_key=True),
    Column("typed", String(16), nullable=False),
)  # fmt: skip
"""What was last read from a row of a workbook in which the program had `printed` something: the same is not heard twice."""

run = Table(
    "run", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String(19), nullable=False),
    Column("notice", String, nullable=False),
    Column("results_sha256", String(64), nullable=False),
    Column("last_event", Integer, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Finished runs, and up to which event the decisions were applied in them."""

release = Table(
    "release", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String(19), nullable=False),
    Column("by", String, nullable=False),
    Column("folder", String, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip

released_unit = Table(
    "released_unit", metadata,
    Column("release", Integer, ForeignKey("release.number"), primary_key=True),
    Column("unit", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("said", JSON, nullable=False),
    Column("unreviewed", Integer, nullable=False),
)  # fmt: skip
"""What a unit was told: key and wording of each finding that went out; how many of them nobody had looked at."""

released_file = Table(
    "released_file", metadata,
    Column("release", Integer, ForeignKey("release.number"), primary_key=True),
    Column("path", String, primary_key=True),
    Column("unit", String, nullable=False),
    Column("sha256", String(64), nullable=False),
)  # fmt: skip

KEPT_FOR_EVER = (event, run, release, released_unit, released_file)
