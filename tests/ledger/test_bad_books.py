"""Workbooks and databases that cannot be used: a clear message, nothing half done."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli
from pipeline.ledger.exchange.reading import ExchangeError
from pipeline.ledger.exchange.run import ARCHIVE
from pipeline.ledger.exchange.telling import told
from pipeline.ledger.store.backup import BACKUPS
from pipeline.ledger.store.engines import PAGE
from pipeline.ledger.store.ledger import open_ledger
from pipeline.ledger.store.opening import StoreError, store_file
from tests.ledger.clerks import Clerk, items, small_ledger


@pytest.fixture
def sqlite_clerk(tmp_path: Path) -> Clerk:
    root = tmp_path / "结果"
    root.mkdir()
    small_ledger(root)
    clerk = Clerk(root, "王试登", tmp_path / "王")
    clerk.fetch()
    return clerk


def snapshot(root: Path) -> tuple[object, int]:
    with open_ledger(root) as ledger:
        return items(root), len(ledger.changes())


def test_a_workbook_of_another_ledger_is_refused(wang: Clerk, tmp_path: Path) -> None:
    other_root = tmp_path / "别的单位"
    other_root.mkdir()
    small_ledger(other_root)
    other = Clerk(other_root, "李", tmp_path / "李")
    other.fetch()
    other.fill(2, 备注="不是这里的")
    before = snapshot(wang.root)
    shutil.copyfile(other.book, wang.book)
    with pytest.raises(ExchangeError, match="另一个台账导出的"):
        wang.hand_in()
    wang.change(lambda sheet, head: sheet.parent.remove(sheet.parent["_台账"]))
    plan = wang.plan()
    assert {r.why for r in plan.refused} == {"这一行是另一个台账的"}
    assert snapshot(wang.root) == before


@pytest.mark.parametrize("how", ["half", "empty", "text", "old", "no sheet", "missing"])
def test_what_is_no_workbook_is_said(wang: Clerk, how: str) -> None:
    before, whole = snapshot(wang.root), wang.book.read_bytes()
    contents = {"half": whole[: len(whole) // 2], "empty": b"", "text": "承诺".encode(), "old": b"\xd0\xcf\x11\xe0" + b"\0" * 600}
    if how in contents:
        wang.book.write_bytes(contents[how])
    elif how == "missing":
        wang.book.unlink()
    else:
        book = openpyxl.Workbook()
        book.active.append(["姓名", "电话"])
        book.save(wang.book)
    with pytest.raises(ExchangeError, match=r"打不开|没有台账的行|没有“"):
        wang.hand_in()
    assert snapshot(wang.root) == before


def test_a_sheet_cut_short_inside_a_whole_zip_is_said(wang: Clerk) -> None:
    cut = wang.desk / "cut.xlsx"
    with zipfile.ZipFile(wang.book) as source, zipfile.ZipFile(cut, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            out.writestr(name, data[: len(data) // 2] if name.endswith("sheet1.xml") else data)
    shutil.copyfile(cut, wang.book)
    before = snapshot(wang.root)
    with pytest.raises(ExchangeError, match="不完整"):
        wang.hand_in()
    assert snapshot(wang.root) == before


def test_an_open_workbook_is_said(wang: Clerk) -> None:
    wang.book.with_name(f"~${wang.book.name}").write_bytes(b"x")
    wang.fill(2, 备注="已保存的")
    assert any("正开着" in line for line in told(wang.plan()))


def test_each_import_leaves_a_copy_of_store_and_workbook(wang: Clerk) -> None:
    wang.fill(2, 备注="甲")
    was = wang.book.read_bytes()
    wang.hand_in()
    (backup,) = (store_file(wang.root).parent / BACKUPS).iterdir()
    (archived,) = (wang.root / ARCHIVE).iterdir()
    assert archived.read_bytes() == was
    with closing(sqlite3.connect(backup)) as db:  # whatever the store is, its copy is a file that any program opens
        assert db.execute("SELECT count(*), max(remark) FROM item").fetchone() == (6, "")
        assert db.execute("SELECT count(*) FROM change").fetchone()[0] > 6


KILLED = """
import os, sys
from pathlib import Path
from datetime import datetime
import pipeline.ledger.exchange.applying as applying
from pipeline.ledger.book.history import Who
from pipeline.ledger.exchange.run import bring_in
from pipeline.ledger.store.ledger import open_ledger
def die(plan, act):
    act.flush()
    os._exit(9)
applying._sheets = die
root = Path(sys.argv[1])
with open_ledger(root) as ledger:
    bring_in(ledger, root, Path(sys.argv[2]), Who("王试登", "", datetime(2012, 3, 20)))
"""


def test_a_killed_import_did_nothing_and_the_next_does_all(wang: Clerk) -> None:
    for row in range(2, 8):
        wang.fill(row, 备注=f"第{row}行")
    before = snapshot(wang.root)
    done = subprocess.run([sys.executable, "-c", KILLED, str(wang.root), str(wang.book)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 9
    assert snapshot(wang.root) == before
    assert len(wang.hand_in().items) == 6
    assert [i.remark for i in items(wang.root).values()] == [f"第{row}行" for row in range(2, 8)]


def test_a_full_disk_is_said_and_nothing_is_done(sqlite_clerk: Clerk) -> None:
    """SQLite's own limit of pages raises what a full disk raises."""
    clerk = sqlite_clerk
    for row in range(2, 8):
        clerk.fill(row, 备注="长" * 20_000)
    before = snapshot(clerk.root)
    with open_ledger(clerk.root) as ledger:
        from sqlalchemy import event

        engine = ledger.store._engine
        pages = store_file(clerk.root).stat().st_size // PAGE + 1

        @event.listens_for(engine, "begin")
        def _limited(connection: object) -> None:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

        from pipeline.ledger.exchange.run import bring_in
        from tests.ledger.clerks import who

        with pytest.raises(StoreError, match="无法写入，请检查权限和磁盘空间"):
            bring_in(ledger, clerk.root, clerk.book, who())
    assert snapshot(clerk.root) == before


def test_no_room_for_the_copy_means_no_import(sqlite_clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk = sqlite_clerk
    clerk.fill(2, 备注="甲")
    before = snapshot(clerk.root)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.ledger.store.backup._copy_file", full)
    with pytest.raises(StoreError, match="备份没有做成（磁盘已满）"):
        clerk.hand_in()
    assert snapshot(clerk.root) == before
    assert not list((store_file(clerk.root).parent / BACKUPS).iterdir())


def test_a_newer_database_is_refused(sqlite_clerk: Clerk) -> None:
    with closing(sqlite3.connect(store_file(sqlite_clerk.root))) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    done = CliRunner().invoke(cli, ["ledger", "import", str(sqlite_clerk.root), str(sqlite_clerk.book), "--apply"])
    assert done.exit_code != 0
    assert "较新版本的程序" in str(done.output) + str(done.exception)


def test_what_changed_between_showing_and_writing_stops_the_import(wang: Clerk) -> None:
    from pipeline.ledger.exchange.run import bring_in
    from tests.ledger.clerks import who

    wang.fill(2, 备注="甲")
    shown = wang.plan()
    with open_ledger(wang.root) as ledger:
        with ledger.act(who(21, "李"), "办理") as act:
            act.change("item", 1, {"remark": "抢先"})
        with pytest.raises(ExchangeError, match="刚才被别人改动过"):
            bring_in(ledger, wang.root, wang.book, who(), shown)
    assert items(wang.root)[1].remark == "抢先"


def test_an_address_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / ".chengnuo").mkdir()
    (tmp_path / ".chengnuo" / "数据库.txt").write_text("mysql://x/y", "utf-8")
    with pytest.raises(StoreError, match="不是 PostgreSQL 的"), open_ledger(tmp_path):
        pass


def test_a_server_out_of_reach_is_said(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    (tmp_path / ".chengnuo").mkdir()
    (tmp_path / ".chengnuo" / "数据库.txt").write_text(f"postgresql://x@/y?host={tmp_path}", "utf-8")
    with pytest.raises(StoreError, match="连不上数据库"), open_ledger(tmp_path):
        pass


def test_from_the_file_to_a_shared_database(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue("postgres").new_database()
    root = tmp_path / "结果"
    root.mkdir()
    small_ledger(root)
    before = snapshot(root)
    done = CliRunner().invoke(cli, ["ledger", "db", str(root), url])
    assert "已复制过去" in done.output, done.exception
    assert snapshot(root) == before
    clerk = Clerk(root, "王", tmp_path / "王")
    clerk.fetch()
    clerk.fill(2, 备注="在新库里")
    clerk.hand_in()
    assert items(root)[1].remark == "在新库里"
    other = tmp_path / "别处"
    other.mkdir()
    small_ledger(other)
    refused = CliRunner().invoke(cli, ["ledger", "db", str(other), url])
    assert "不能合并" in str(refused.exception) + refused.output
    assert len(items(other)) == 6
    assert not (other / ".chengnuo" / "数据库.txt").exists()


def test_a_kept_workbook_is_never_replaced(sqlite_clerk: Clerk) -> None:
    for text in ("一", "二", "三"):
        sqlite_clerk.fill(2, 备注=text)
        sqlite_clerk.hand_in()
    kept = sqlite_clerk.root / ".chengnuo" / "导入"
    first, *others = sorted(kept.iterdir())
    first.unlink()  # somebody makes room
    before = {path.name: path.read_bytes() for path in others}
    sqlite_clerk.fill(2, 备注="四")
    sqlite_clerk.hand_in()
    assert {name: (kept / name).read_bytes() for name in before} == before
    assert len(list(kept.iterdir())) == 3
