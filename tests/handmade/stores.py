"""Stores as the migrations leave them, made once: a test that is not about migrations takes a copy."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from handmade.postgres import Server
from pipeline.ledger.store.engines import Place, parsed
from pipeline.ledger.store.opening import opened, opened_at, store_exists, store_file


def put_store(root: Path) -> None:
    """A new store into a folder of results that has none."""
    if not store_exists(root):
        store_file(root).parent.mkdir(parents=True, exist_ok=True)
        store_file(root).write_bytes(_file())


def new_store(server: Server) -> str:
    """The address of a database with a new store in it."""
    return server.new_database(_template(server))


@cache
def _file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        with opened(Path(folder)):
            pass
        return store_file(Path(folder)).read_bytes()


@cache
def _template(server: Server) -> str:
    url = server.new_database()
    with tempfile.TemporaryDirectory() as folder, opened_at(Place(Path(folder) / "台账.db", parsed(url))):
        pass
    return server.name_of(url)
