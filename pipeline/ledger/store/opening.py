"""Opening the store of a working folder, brought to this program's version, the old one copied first."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from pipeline.ledger.store.backup import BACKUPS, back_up
from pipeline.ledger.store.engines import READING, Place, UrlError, make_engine, parsed
from pipeline.ledger.store.tables import HEAD
from pipeline.putting import put
from pipeline.trouble import why

FILE = Path(".chengnuo") / "台账.db"
"""Below the working folder, beside the program's other memory of it: the manual says to keep that folder, a clerk who
copies the working folder copies both, and nobody opens it by mistake for a workbook."""
ADDRESS = Path(".chengnuo") / "数据库.txt"
"""Holds the address of the PostgreSQL that a working folder uses; it is not there where the store is the file."""
MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_MS = 15_000


class StoreError(Exception):
    """The database cannot be used; the message is Chinese and says what to do."""


def store_file(root: Path) -> Path:
    """Where the store of a working folder lies, or would lie."""
    return root / FILE


def store_place(root: Path) -> Place:
    """Where the store of a working folder is. Raises StoreError where the address that was kept is none."""
    try:
        address = (root / ADDRESS).read_text("utf-8").strip()
    except FileNotFoundError:
        return Place(store_file(root))
    try:
        return Place(store_file(root), parsed(address))
    except UrlError as error:
        raise StoreError(f"“{root / ADDRESS}”：{error}") from error


def keep_address(root: Path, url: str) -> None:
    """From now on the working folder uses that PostgreSQL. Raises StoreError."""
    try:
        parsed(url)
    except UrlError as error:
        raise StoreError(str(error)) from error
    path = root / ADDRESS
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", newline="\n") as out:
        out.write(url.strip() + "\n")  # it may hold a password
    put(temporary, path)


def store_exists(root: Path) -> bool:
    """Whether the working folder has a store."""
    return store_file(root).exists() or (root / ADDRESS).exists()


@contextmanager
def opened(root: Path) -> Iterator[Engine]:
    """The store of a working folder, made where there is none. Raises StoreError where it is damaged, in use, out of
    reach, or of a newer version; it is then untouched."""
    with opened_at(store_place(root)) as engine:
        yield engine


@contextmanager
def opened_at(place: Place) -> Iterator[Engine]:
    """The same for a store whose place is known."""
    try:
        place.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"“{place.file.parent}”无法建立（{why(error)}），请检查权限和磁盘空间后重试。") from error
    with _explained(place):
        engine = make_engine(place, WAIT_MS)
    try:
        with _explained(place):
            _migrate(engine, place)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def transaction(engine: Engine, place: Place) -> Iterator[Connection]:
    """All or nothing; other programs wait. Raises StoreError as `opened` does."""
    with _explained(place), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine, place: Place) -> Iterator[Connection]:
    """The store as it is at one moment; others may write meanwhile. Raises StoreError as `opened` does."""
    with _explained(place), engine.connect().execution_options(**{READING: True}) as connection, connection.begin():
        yield connection


def copied(engine: Engine, place: Place, mark: str) -> Path:
    """The copy that is made before something that could go wrong. Raises StoreError where it cannot be; then the store is
    as it was."""
    try:
        return back_up(engine, place, mark)
    except (OSError, sqlite3.Error, DatabaseError) as error:
        reason = why(error) if isinstance(error, OSError) else "磁盘已满或不能写"
        raise StoreError(f"“{place}”的备份没有做成（{reason}），什么也没有改动。请检查磁盘空间和权限后重试。") from error


@contextmanager
def _explained(place: Place) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        raise StoreError("使用 PostgreSQL 要另装一个组件，请让维护程序的同志安装 chengnuo[postgres]。") from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        if said := _said(str(error).lower(), place):
            raise StoreError(said) from error
        raise


def _said(error: str, place: Place) -> str:
    """What a clerk is told of a database's error; empty where it is a fault of the program's own."""
    if "locked" in error or "busy" in error or "lock timeout" in error:
        return f"“{place}”正被另一个程序使用，请等它做完后重试。"
    if place.url is None and ("malformed" in error or "not a database" in error):
        return f"“{place}”已损坏，复核意见和台账无法读取，程序已停下，没有改动任何文件。请从“{BACKUPS}”文件夹或平时的备份中恢复这个文件。"
    if "full" in error or "readonly" in error or "unable to open" in error or "i/o" in error or "no space" in error:
        return f"“{place}”无法写入，请检查权限和磁盘空间后重试。"
    if place.url and ("connection" in error or "password" in error or "does not exist" in error or "authentication" in error):
        return f"连不上数据库“{place}”，什么也没有改动。请检查网络、地址、用户和密码，或请管理数据库的同志查看。"
    return ""


def _migrate(engine: Engine, place: Place) -> None:
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
            raise StoreError(f"“{place}”是较新版本的程序建立的（{found}，本程序到 {HEAD}），没有打开。请升级程序后再用。")
        copied(engine, place, found)
    with engine.begin() as connection:
        if _version(connection) == found:  # nobody else migrated meanwhile
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None
