"""From the file beside the results to a PostgreSQL that several clerks share: everything goes along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, bindparam, func, select, text

from pipeline.ledger.store import (
    ledger_tables,
    year_tables,  # noqa: F401  `metadata` knows only tables that were imported, and all of them go along
)
from pipeline.ledger.store.engines import Place
from pipeline.ledger.store.opening import ADDRESS, StoreError, keep_address, opened, opened_at, store_file, store_place
from pipeline.ledger.store.tables import event, metadata, release, run

ROWS = 5_000


def use(root: Path, url: str) -> bool:
    """From now on the folder of results uses that PostgreSQL. What the file holds is copied over first, where the
    database is new; the file stays. Returns whether something was copied. Raises StoreError; then all is as it was."""
    if (root / ADDRESS).exists():
        if (root / ADDRESS).read_text("utf-8").strip() != url.strip():
            raise StoreError(f"“{root}”已经在用数据库“{store_place(root)}”。要换一个，请先请管理数据库的同志迁移，再改“{ADDRESS}”。")
        return False
    held = store_file(root).exists()
    keep_address(root, url)
    try:
        with opened(root) as target, target.begin() as to:
            if not held:
                return False
            with _file(root) as source:
                if _empty(to):
                    _copy(source, to)
                    return True
                if _empty(source):
                    return False
                raise StoreError("这个数据库里已经有台账，本结果文件夹里也有，不能合并。请另用一个新建的数据库。")
    except BaseException:
        (root / ADDRESS).unlink(missing_ok=True)
        raise


def _empty(connection: Connection) -> bool:
    counts = (connection.execute(select(func.count()).select_from(t)).scalar() for t in (event, run, release, ledger_tables.act))
    return not any(counts)


@contextmanager
def _file(root: Path) -> Iterator[Connection]:
    """The store in the file, whatever the folder uses now, brought to this version."""
    with opened_at(Place(store_file(root))) as engine, engine.begin() as connection:
        yield connection


def _copy(source: Connection, to: Connection) -> None:
    """Every row, and the counters of what numbers itself."""
    for table in metadata.sorted_tables:
        own = [c.name for c in table.columns if any(key.column.table is table for key in c.foreign_keys)]
        later: list[dict[str, object]] = []
        for rows in source.execute(select(table)).mappings().partitions(ROWS):
            to.execute(table.insert(), [{**row, **dict.fromkeys(own)} for row in rows])
            later += [{f"_{name}": row[name] for name in ("id", *own)} for row in rows if any(row[name] for name in own)]
        if later:  # a row may point at one that comes after it
            to.execute(table.update().where(table.c.id == bindparam("_id")).values({name: bindparam(f"_{name}") for name in own}), later)
        last = to.execute(select(func.max(table.c.number))).scalar() if "number" in table.c and table.c.number.autoincrement is True else None
        if last:
            to.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), {last})"))
