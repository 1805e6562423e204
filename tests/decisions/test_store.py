"""The database: made, migrated, refused, kept."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from pipeline.ledger.store import (
    opening,
    year_tables,  # noqa: F401  `metadata` knows only tables that were imported
)
from pipeline.ledger.store.ledger_tables import LEDGER_KEPT_FOR_EVER
from pipeline.ledger.store.opening import BACKUPS, MIGRATIONS, StoreError, opened, store_file
from pipeline.ledger.store.store import Heard, Store, open_store
from pipeline.ledger.store.tables import HEAD, KEPT_FOR_EVER, metadata
from tests.decisions.test_holding import about, said

NOW = datetime(2012, 3, 20, 9, 30, 15, 999)


def heard(n: int = 1) -> Heard:
    one = said(about(), n=n)
    return Heard("王", "台账.xlsx“问题清单”", one.statement, one.subject)


def set_version(root: Path, version: str) -> None:
    with closing(sqlite3.connect(store_file(root))) as db, db:
        db.execute("UPDATE alembic_version SET version_num = ?", (version,))


def test_what_is_added_comes_back_the_same(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add([heard()], NOW, {("b", "k", "p"): "t"})
    with open_store(tmp_path) as store:
        (event,) = store.events()
        assert event.subject == about()
        assert event.statement == said(about()).statement
        assert (event.by, event.at, event.number) == ("王", datetime(2012, 3, 20, 9, 30, 15), store.last_event())
        assert store.seen() == {("b", "k", "p"): "t"}


def test_the_migrations_make_just_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    with opened(tmp_path) as engine, engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


@pytest.mark.parametrize("table", [t.name for t in KEPT_FOR_EVER + LEDGER_KEPT_FOR_EVER])
def test_history_cannot_be_changed(tmp_path: Path, table: str) -> None:
    with opened(tmp_path) as engine:
        with closing(sqlite3.connect(store_file(tmp_path))) as db, db:  # links between tables are not asked for here
            names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            db.execute(f"INSERT INTO {table} VALUES ({', '.join('1' for _ in names)})")
        for what in (f"DELETE FROM {table}", f'UPDATE {table} SET "{names[-1]}" = 2'):
            with pytest.raises(IntegrityError, match="append only"), engine.begin() as connection:
                connection.execute(text(what))


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.add([heard()], NOW)
    set_version(tmp_path, "9999")
    before = store_file(tmp_path).read_bytes()
    with pytest.raises(StoreError, match=r"较新版本.*请升级程序"), open_store(tmp_path):
        pass
    assert store_file(tmp_path).read_bytes() == before
    assert not (store_file(tmp_path).parent / BACKUPS).exists()


def test_a_move_to_another_database_knows_every_table(tmp_path: Path) -> None:
    """Asked of a program that has imported nothing else, as the command does."""
    with opened(tmp_path), closing(sqlite3.connect(store_file(tmp_path))) as db:
        made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    told = subprocess.run(
        [sys.executable, "-c", "from pipeline.ledger.store.moving import metadata; print(*metadata.tables)"], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert made - {"alembic_version", "sqlite_sequence"} == set(told.stdout.split())


def _newer(folder: Path, last: str) -> Path:
    """The migrations with one more, as the next version of the program would bring it; `last` is its last statement."""
    newer = folder / "newer"
    (newer / "versions").mkdir(parents=True)
    for path in [MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("v*.py")]:
        (newer / path.relative_to(MIGRATIONS)).write_text(path.read_text("utf-8"), "utf-8")
    (newer / "versions" / "v9000.py").write_text(
        f"from alembic import op\nrevision='9000'\ndown_revision='{HEAD}'\n"
        f"def upgrade():\n    op.execute('CREATE TABLE later (n INTEGER)')\n    {last}\n", "utf-8",
    )  # fmt: skip
    return newer


def test_an_older_database_is_copied_and_then_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second revision, as the next version of the program would bring it."""
    with open_store(tmp_path) as store:
        store.add([heard()], NOW)
    newer = _newer(tmp_path, "op.execute('INSERT INTO later VALUES (1)')")
    monkeypatch.setattr(opening, "MIGRATIONS", newer)
    monkeypatch.setattr(opening, "HEAD", "9000")
    with open_store(tmp_path) as store, store.begin() as connection:
        assert connection.execute(text("SELECT n FROM later")).scalar() == 1
    (backup,) = (store_file(tmp_path).parent / BACKUPS).iterdir()
    with closing(sqlite3.connect(backup)) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert db.execute("SELECT count(*) FROM event").fetchone() == (1,)


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path) as store:
        store.add([heard()], NOW)
    newer = _newer(tmp_path, "raise RuntimeError('power cut')")
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", newer)
        patch.setattr(opening, "HEAD", "9000")
        with pytest.raises(RuntimeError, match="power cut"), open_store(tmp_path):
            pass
    with closing(sqlite3.connect(store_file(tmp_path))) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (0,)
    with open_store(tmp_path) as store:
        assert len(store.events()) == 1


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_database_is_said(tmp_path: Path, content: bytes) -> None:
    path = store_file(tmp_path)
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="已损坏"), open_store(tmp_path):
        pass
    assert path.read_bytes() == content


def test_a_database_in_use_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path):
        pass
    monkeypatch.setattr(opening, "WAIT_MS", 50)
    with closing(sqlite3.connect(store_file(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="正被另一个程序使用"), open_store(tmp_path) as store:
            store.add([heard()], NOW)


def test_all_or_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        bad = {("b", "k", "p"): None}
        with pytest.raises(IntegrityError):
            store.add([heard()], NOW, bad)  # type: ignore[arg-type]
        assert store.events() == []
        assert isinstance(store, Store)


def test_it_writes_ahead(tmp_path: Path) -> None:
    with open_store(tmp_path) as store, store.begin() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
