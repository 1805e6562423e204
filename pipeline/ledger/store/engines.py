"""The two databases: SQLite beside the results, or a PostgreSQL that several clerks share. What differs between them is here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from pipeline.ledger.store.sharing import on_network

DRIVER = "postgresql+psycopg"
ONE_WRITER = 0x63686E67
"""The advisory lock that a writing transaction holds: one writer at a time, as SQLite has it."""
READING = "reading"
PAGE = 16_384
"""Bytes of a page of a file that is made now; older files keep theirs. The copy before each import takes half the time of
that with SQLite's usual pages."""


class UrlError(Exception):
    """An address that is no PostgreSQL's; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is: a file, or an address where `url` is given."""

    file: Path
    url: URL | None = None

    def __str__(self) -> str:
        return self.url.render_as_string(hide_password=True) if self.url else str(self.file)


def parsed(text: str) -> URL:
    """The address of a PostgreSQL. Raises UrlError."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError) as error:
        raise UrlError(f"数据库地址“{text}”写得不对，应是 postgresql://用户@主机/库名 的样子。") from error
    if url.get_backend_name() != "postgresql":
        raise UrlError(f"数据库地址“{text}”不是 PostgreSQL 的。应是 postgresql://用户@主机/库名 的样子；不写则用结果文件夹里的数据库。")
    return url.set(drivername=DRIVER)


def make_engine(place: Place, wait_ms: int) -> Engine:
    """An engine whose transactions see and write all or nothing. Where another program writes, it waits `wait_ms`."""
    engine = _postgres(place.url, wait_ms) if place.url else _sqlite(place.file, wait_ms)
    begin = _begin_postgres if place.url else _begin_sqlite
    event.listen(engine, "begin", begin)
    return engine


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _sqlite(path: Path, wait_ms: int) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), json_serializer=_dumped)

    journal = "DELETE" if on_network(path) else "WAL"

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves: DDL belongs to them too
        for setting in (f"page_size={PAGE}", f"journal_mode={journal}", f"busy_timeout={wait_ms}", "foreign_keys=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}")

    return engine


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _postgres(url: URL, wait_ms: int) -> Engine:
    settings = {"options": f"-c lock_timeout={wait_ms}", "connect_timeout": 10, "client_encoding": "utf8"}
    return create_engine(url, json_serializer=_dumped, connect_args=settings)


def _begin_postgres(connection: Connection) -> None:
    if connection.get_execution_options().get(READING):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
