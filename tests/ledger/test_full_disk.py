"""A disk that is really full: a small file system of its own. The clerk is told what to do, nothing is damaged, and once there
is room the same command goes through."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from pipeline.ledger.store.opening import FILE
from tests.ledger.clerks import SHEET, Clerk, items, small_ledger
from tests.year.hand import Told, job, run

SIZE = "6m"
MOUNTS, UNMOUNTS = shutil.which("mount"), shutil.which("umount")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder of results on a file system of a few megabytes."""
    if os.name == "nt" or os.geteuid() != 0 or not MOUNTS or not UNMOUNTS:
        pytest.skip("only root can mount a small file system")
    place = tmp_path / "盘"
    place.mkdir()
    done = subprocess.run([MOUNTS, "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small file system here: {done.stderr.strip()}")
    try:
        root = place / "结果"
        root.mkdir()
        job(root)
        small_ledger(root)
        yield root
    finally:
        subprocess.run([UNMOUNTS, "-l", str(place)], check=True)


def fill_up(root: Path, left: int) -> Path:
    """Leave so many bytes on the disk."""
    filler = root.parent / "别的东西"
    free = shutil.disk_usage(root).free - left
    filler.write_bytes(b"\0" * free)
    return filler


def sound(root: Path) -> bool:
    """Whether the database is whole."""
    with closing(sqlite3.connect(root / FILE)) as db:
        return db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def told_of_room(done: Told) -> bool:
    """One sentence in Chinese that says what to look at; no crash, and no word of the database's own."""
    return done.code == 1 and "磁盘" in done.text and "Traceback" not in done.text and "OperationalError" not in done.text


@pytest.mark.parametrize(("copies", "left"), [(0, 0), (0, 40_960), (1, 16_384), (1, 81_920)])
def test_an_import_onto_a_full_disk(disk: Path, tmp_path: Path, copies: int, left: int) -> None:
    """With room for a copy of the store it is the writing itself that fails."""
    clerk = Clerk(disk, "王试登", tmp_path / "王")
    clerk.fetch()
    clerk.fill(2, 进展情况="已完成三分之一")
    before = items(disk)
    filler = fill_up(disk, copies * (disk / FILE).stat().st_size + left)
    done = run("ledger", "import", clerk.book, "--out", disk, "--apply")
    assert done.code == 0 or told_of_room(done), done.text
    if done.code:
        filler.unlink()
        assert items(disk) == before
        assert sound(disk)
        assert run("ledger", "import", clerk.book, "--out", disk, "--apply").code == 0
    else:
        filler.unlink()
    assert items(disk)[1].progress == "已完成三分之一"
    assert sound(disk)
    assert list(disk.rglob("*.part*")) == []


@pytest.mark.parametrize("left", [0, 4096, 12_288])
def test_an_export_onto_a_full_disk_leaves_the_old_workbook(disk: Path, left: int) -> None:
    assert run("ledger", "export", "--out", disk).code == 0
    book = disk / "承诺台账.xlsx"
    old = book.read_bytes()
    assert run("ledger", "move", "已兑现", 1, "--evidence", "已修好", "--out", disk).code == 0
    filler = fill_up(disk, left)
    done = run("ledger", "export", "--out", disk)
    assert told_of_room(done), done.text
    assert book.read_bytes() == old
    filler.unlink()
    assert sound(disk)
    assert run("ledger", "export", "--out", disk).code == 0
    assert any("已兑现" in row for row in openpyxl.load_workbook(book)[SHEET].iter_rows(values_only=True))
    assert [path.name for path in disk.glob("*.xlsx")] == [book.name]


def test_other_commands_on_a_full_disk(disk: Path) -> None:
    filler = fill_up(disk, 0)
    before = (disk / FILE).read_bytes()
    for words in (
        ("ledger", "move", "已兑现", 1, "--evidence", "已修好"), ("report", "open", "2012Q2"), ("due", "--notices", "--today", "2012-07-05"),
        ("ledger", "check", "--today", "2012-07-05", "--book"), ("ledger", "example", 1, "--text", "先试后推"),
    ):  # fmt: skip
        done = run(*words, "--out", disk)
        assert told_of_room(done), (words, done)
    filler.unlink()
    assert (disk / FILE).read_bytes() == before
    assert sound(disk)
    assert run("ledger", "move", "已兑现", 1, "--evidence", "已修好", "--out", disk).code == 0
