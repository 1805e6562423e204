"""What went out, when and with which digest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from pipeline.ledger.store.store import Store
from pipeline.ledger.store.tables import release, released_file, released_unit


@dataclass(frozen=True, slots=True)
class Sent:
    """A unit's part of a release: what it was told, how much of it nobody had reviewed, its files with their digests (paths
    below the working folder)."""

    unit: str
    name: str
    said: dict[str, str]
    unreviewed: int
    files: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Release:
    """One release as it was recorded."""

    number: int
    at: datetime
    by: str
    folder: str
    units: Sequence[Sent]


def releases(store: Store) -> list[Release]:
    """All releases, the oldest first."""
    with store.begin() as connection:
        rows = list(connection.execute(select(release).order_by(release.c.number)).mappings())
        units = list(connection.execute(select(released_unit)).mappings())
        files = list(connection.execute(select(released_file).order_by(released_file.c.path)).mappings())
    files_of: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for f in files:
        files_of[f["release"], f["unit"]].append((f["path"], f["sha256"]))
    sent: dict[int, list[Sent]] = defaultdict(list)
    for u in units:
        sent[u["release"]].append(Sent(u["unit"], u["name"], u["said"], u["unreviewed"], tuple(files_of[u["release"], u["unit"]])))
    return [Release(row["number"], datetime.fromisoformat(row["at"]), row["by"], row["folder"], tuple(sent[row["number"]])) for row in rows]


def last_sent(found: Sequence[Release]) -> dict[str, tuple[Release, Sent]]:
    """For each unit the last release that it was part of."""
    return {sent.unit: (one, sent) for one in found for sent in one.units}


def next_number(store: Store) -> int:
    """The number that the next release will have."""
    with store.begin() as connection:
        return (connection.execute(select(func.max(release.c.number))).scalar() or 0) + 1


def record(store: Store, made: Release, put: Callable[[], None]) -> None:
    """Add a release. `put` moves its folder into place and is called when all is written but not yet final: where it
    fails, nothing is recorded; where the program dies after it, the folder lies there without a record."""
    with store.begin() as connection:
        head = {"number": made.number, "at": made.at.replace(microsecond=0).isoformat(), "by": made.by, "folder": made.folder}
        connection.execute(release.insert(), [head])
        for sent in made.units:
            row = {"release": made.number, "unit": sent.unit, "name": sent.name, "said": sent.said, "unreviewed": sent.unreviewed}
            connection.execute(released_unit.insert(), [row])
            rows = [{"release": made.number, "path": path, "unit": sent.unit, "sha256": digest} for path, digest in sent.files]
            if rows:
                connection.execute(released_file.insert(), rows)
        put()
