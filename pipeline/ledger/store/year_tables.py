"""The ledger's tables for what happens in the course of a year: publications, quarterly reports, evaluation counts, notices,
spot checks. Days are ISO text, as everywhere in the ledger."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Text

from pipeline.ledger.store.ledger_tables import DAY, current, item, words


def _link(name: str, to: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(to), nullable=nullable, index=True)


publication = current(
    "publication",
    _link("unit", "unit.id"),
    Column("year", Integer, nullable=False),
    Column("sheet", String(12), nullable=False),
    Column("start", DAY, nullable=False),
    Column("until", DAY, nullable=False),
    Column("ended", DAY),
    words("channels"),
    Column("items", JSON, nullable=False),
    words("remark", Text),
)
"""A sheet that a unit made public: which items, from when until when."""

report = current(
    "report",
    Column("quarter", String(6), nullable=False, index=True),
    _link("form", "form.id"),
    Column("opened", DAY, nullable=False),
    Column("due", DAY, nullable=False),
    Column("received", DAY),
    words("file"),
    words("sha256", String(64)),
)
"""A report that is owed on a form for a quarter; `received` once it came."""

entry = current(
    "entry",
    _link("report", "report.id"),
    _link("item", "item.id"),
    words("progress", Text),
    words("measures", Text),
    words("limit_words"),
    Column("limit_day", DAY),
    Column("done", String(4), nullable=False, server_default=""),
    words("flags"),
)
"""What a report says of an item."""

ballot = current(
    "ballot",
    Column("year", Integer, nullable=False),
    Column("round", String(20), nullable=False),
    Column("part", String(20), nullable=False),
    Column("judged", String(12), nullable=False),
    _link("unit", "unit.id"),
    _link("person", "person.id", nullable=True),
    Column("handed_out", Integer),
    Column("counts", JSON, nullable=False),
    words("file"),
    Index("ix_ballot_round", "year", "round"),
)
"""How one part of an evaluation turned out for one that is judged: how many of each option."""

notice = current(
    "notice",
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(12), nullable=False),
    _link("unit", "unit.id"),
    Column("issued", DAY, nullable=False),
    Column("answer_by", DAY),
    Column("items", JSON, nullable=False),
    Column("settled", DAY),
)
"""A reminder, an order to press on or to put right: which items, by when an answer is asked for, when it was settled."""

spot = current(
    "spot",
    Column("year", Integer, nullable=False),
    Column("draw", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    _link("unit", "unit.id"),
    words("stratum"),
    Column("drawn", DAY, nullable=False),
    Column("checked", DAY),
    words("checkers"),
    Column("answers", JSON, nullable=False),
    words("conclusion", Text),
    words("file"),
)
"""A unit in a draw of a spot check, and what was found there."""

Index("ix_item_heard", item.c.state, item.c.progress_on, item.c.since)
