"""Reading and adding events. All times are the office's local time, to the second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from pipeline.decisions.model import Decision, Outcome, Reach, State, Statement, Subject
from pipeline.ledger.review.reading import SeenKey
from pipeline.ledger.store.backup import thin_out
from pipeline.ledger.store.engines import Place
from pipeline.ledger.store.opening import copied, opened, reading, store_place, transaction
from pipeline.ledger.store.tables import event, run, seen_row


@dataclass(frozen=True, slots=True)
class Heard:
    """Something to be added: what was said, by whom, where, and what became of it."""

    by: str
    source: str
    statement: Statement
    subject: Subject
    outcome: Outcome = Outcome.ADOPTED


@dataclass(frozen=True, slots=True)
class LastRun:
    """The last finished run: the digest of its results, and the last event that was applied in it."""

    notice: str
    results_sha256: str
    last_event: int


class Store:
    """The open store of a working folder."""

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine, self._place = engine, place

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction for other parts of the ledger."""
        with transaction(self._engine, self._place) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The store as it is at one moment, nothing written; others may write meanwhile."""
        with reading(self._engine, self._place) as connection:
            yield connection

    def back_up(self, mark: str) -> Path:
        """Copy the store before something that could go wrong; the newest copies of that mark are kept. Raises StoreError."""
        copy = copied(self._engine, self._place, mark)
        thin_out(self._place, mark)
        return copy

    def events(self) -> list[Decision]:
        """Everything that was ever said, in its order."""
        with self.begin() as connection:
            return [_decision(row) for row in connection.execute(select(event).order_by(event.c.number)).mappings()]

    def seen(self) -> dict[SeenKey, str]:
        """What was last read from each row of each workbook."""
        with self.begin() as connection:
            return {(r.book, r.key, r.printed): r.typed for r in connection.execute(select(seen_row))}

    def add(self, heard: Iterable[Heard], at: datetime, seen: dict[SeenKey, str] | None = None) -> None:
        """Add what was heard and what was read, both or neither."""
        rows = [_row(one, at) for one in heard]
        with self.begin() as connection:
            if rows:
                connection.execute(event.insert(), rows)
            if seen:
                read = upsert(connection, seen_row)
                newer = read.on_conflict_do_update(index_elements=["book", "key", "printed"], set_={"typed": read.excluded.typed})
                connection.execute(newer, [{"book": b, "key": k, "printed": p, "typed": t} for (b, k, p), t in seen.items()])

    def note_run(self, notice: str, results_sha256: str, last_event: int, at: datetime) -> None:
        """A run is finished; nothing is added where it came to the same as the last."""
        if self.last_run() != LastRun(notice, results_sha256, last_event):
            with self.begin() as connection:
                values = {"notice": notice, "results_sha256": results_sha256, "last_event": last_event}
                connection.execute(run.insert(), [{"at": _stamp(at), **values}])

    def last_run(self) -> LastRun | None:
        """The last finished run."""
        with self.begin() as connection:
            row = connection.execute(select(run).order_by(run.c.number.desc()).limit(1)).first()
        return LastRun(row.notice, row.results_sha256, row.last_event) if row else None

    def last_event(self) -> int:
        """The number of the last event; 0 where nothing was ever said."""
        with self.begin() as connection:
            return connection.execute(select(func.max(event.c.number))).scalar() or 0


@contextmanager
def open_store(root: Path) -> Iterator[Store]:
    """The store of a working folder; see `opened`."""
    with opened(root) as engine:
        yield Store(engine, store_place(root))


def upsert(connection: Connection, table: Table) -> Any:
    """An insert that can say what to do where the row is there already; each database has its own words for it."""
    return (postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert)(table)


def _stamp(at: datetime) -> str:
    return at.replace(microsecond=0, tzinfo=None).isoformat()


def _row(one: Heard, at: datetime) -> dict[str, Any]:
    said = one.statement
    return {
        "at": _stamp(at),
        "by": one.by,
        "source": one.source,
        "outcome": one.outcome.value,
        "target": one.subject.target(said.reach),
        "state": said.state.value if said.state else None,
        "reach": said.reach.value,
        "text": said.text,
        "subject": asdict(one.subject),
    }


def _decision(row: Any) -> Decision:
    return Decision(
        number=row["number"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        source=row["source"],
        outcome=Outcome(row["outcome"]),
        statement=Statement(State(row["state"]) if row["state"] else None, Reach(row["reach"]), row["text"]),
        subject=Subject(**row["subject"]),
    )
