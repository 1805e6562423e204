"""A copy of the whole store in one SQLite file, wherever it is, made before anything that could go wrong."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, MetaData, create_engine

from pipeline.ledger.store.engines import READING, Place
from pipeline.putting import put

BACKUPS = "备份"
KEPT = 20
"""So many copies of one kind are kept, the oldest go first; those made before a migration are never taken away."""
ROWS = 5_000


def back_up(engine: Engine, place: Place, mark: str) -> Path:
    """Copy the store to `备份/台账-<mark>-<n>.db`, whole or not at all."""
    folder = place.file.parent / BACKUPS
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{place.file.stem}-{mark}-{_next(folder, place.file.stem, mark)}{place.file.suffix}"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        _copy_all(engine, part) if place.url else _copy_file(place.file, part)
        put(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def thin_out(place: Place, mark: str) -> None:
    """Take away the oldest copies of that kind beyond `KEPT`."""
    folder = place.file.parent / BACKUPS
    for _, path in _numbered(folder, place.file.stem, mark)[:-KEPT]:
        with suppress(OSError):
            path.unlink()


def _numbered(folder: Path, stem: str, mark: str) -> list[tuple[int, Path]]:
    name = re.compile(rf"{re.escape(f'{stem}-{mark}')}-(\d+)\.db")
    return sorted((int(found[1]), path) for path in folder.iterdir() if (found := name.fullmatch(path.name)))


def _next(folder: Path, stem: str, mark: str) -> int:
    taken = _numbered(folder, stem, mark)
    return taken[-1][0] + 1 if taken else 1


def _copy_file(path: Path, part: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # flushed below, once
        source.backup(copy)
    with part.open("rb+") as copied:
        os.fsync(copied.fileno())


def _copy_all(engine: Engine, part: Path) -> None:
    """Every table as it stands, whatever version made it."""
    to = create_engine(URL.create("sqlite", database=str(part)))
    try:
        with engine.connect().execution_options(**{READING: True}) as source, source.begin(), to.begin() as copy:
            copy_rows(source, copy)
    finally:
        to.dispose()


def copy_rows(source: Connection, target: Connection) -> None:
    """All tables with their rows into a database that lacks them, or has them empty."""
    found = MetaData()
    found.reflect(source)
    for table in found.sorted_tables:
        for column in table.columns:
            column.server_default = None  # written in the words of the other database
        for index in list(table.indexes):
            table.indexes.discard(index)
    found.create_all(target)
    for table in found.sorted_tables:
        for rows in source.execute(table.select()).mappings().partitions(ROWS):
            target.execute(table.insert(), [dict(row) for row in rows])
