"""Opening the store of a working folder: SQLite with WAL, brought to this program's version, the old file copied first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from pipeline.ledger.store.tables import HEAD

FILE = Path(".chengnuo") / "台账.db"
"""Below the working folder, beside the program's other memory of it: the manual says to keep that folder, a clerk who
copies the working folder copies both, and nobody opens it by mistake for a workbook."""
BACKUPS = "备份"
MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_MS = 15_000


class StoreError(Exception):
    """The database cannot be used; the message is Chinese and says what to do."""


def store_file(root: Path) -> Path:
    """Where the store of a working folder lies."""
    return root / FILE


@contextmanager
def opened(root: Path) -> Iterator[Engine]:
    """The store of a working folder, made where there is none. Raises StoreError where it is damaged, in use, or of a
    newer version; the file is then untouched."""
    path = store_file(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(path)
    try:
        with _explained(path):
            _migrate(engine, path)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def transaction(engine: Engine, path: Path) -> Iterator[Connection]:
    """All or nothing; other programs wait. Raises StoreError as `opened` does."""
    with _explained(path), engine.begin() as connection:
        yield connection


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", json_serializer=lambda value: json.dumps(value, ensure_ascii=False))

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves: DDL belongs to them too
        for setting in ("journal_mode=WAL", f"busy_timeout={WAIT_MS}", "foreign_keys=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        said = str(error).lower()
        if "locked" in said or "busy" in said:
            raise StoreError(f"“{path}”正被另一个程序使用，请等它做完后重试。") from error
        if "malformed" in said or "not a database" in said:
            raise StoreError(
                f"“{path}”已损坏，复核意见无法读取，程序已停下，没有改动任何文件。请从“{BACKUPS}”文件夹或平时的备份中恢复这个文件。"
            ) from error
        if "full" in said or "readonly" in said or "unable to open" in said or "i/o" in said:
            raise StoreError(f"“{path}”无法写入，请检查权限和磁盘空间后重试。") from error
        raise


def _migrate(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        found = _version(connection)
    if found == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    if found is not None:
        if found not in {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}:
            raise StoreError(f"“{path}”是较新版本的程序建立的（{found}，本程序到 {HEAD}），没有打开。请升级程序后再用。")
        _back_up(path, found)
    with engine.begin() as connection:
        if _version(connection) == found:  # nobody else migrated meanwhile
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    known = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first()
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first() if known else None
    return str(row[0]) if row else None


def _back_up(path: Path, version: str) -> Path:
    folder = path.parent / BACKUPS
    folder.mkdir(exist_ok=True)
    numbered = (folder / f"{path.stem}-{version}-{n}{path.suffix}" for n in range(1, 10_000))
    target = next(candidate for candidate in numbered if not candidate.exists())
    part = target.with_suffix(".part")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    part.replace(target)
    return target
