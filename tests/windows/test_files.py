"""Files as Windows treats them: held by other programs, too deep, linked, on a share."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from extractors.programs import program
from pipeline.deep_paths import deep, leads_elsewhere, verbatim
from pipeline.feedback.names import file_name, folder_name
from pipeline.intake.collect import collect
from pipeline.ledger.store import engines, sharing
from pipeline.ledger.store.opening import opened, reading, store_file, store_place
from pipeline.outputs import OutputError, OutputFolder
from pipeline.putting import put
from pipeline.trouble import why


def held(monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> list[str]:
    """Windows while another program has that file open: nobody may put another in its place."""
    tried: list[str] = []
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if Path(target).name == name:
            tried.append(str(target))
            if len(tried) <= times:
                raise PermissionError(13, "in use", str(source))
        real(source, target)

    monkeypatch.setattr("pipeline.putting.os.replace", replace)
    monkeypatch.setattr("pipeline.putting.time.sleep", lambda _: None)
    monkeypatch.setattr(sys, "platform", "win32")
    return tried


def test_a_scanner_that_looks_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.part").write_bytes(b"new")
    tried = held(monkeypatch, "a.txt", 3)
    put(tmp_path / "a.part", tmp_path / "a.txt")
    assert len(tried) == 4
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_what_is_open_in_excel_stays_and_the_new_one_gets_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = OutputFolder(tmp_path)
    target = tmp_path / "台账.xlsx"
    out.write(target, lambda p: p.write_bytes(b"old"))
    held(monkeypatch, "台账.xlsx", 99)
    placed = out.write(target, lambda p: p.write_bytes(b"new"))
    assert placed.name == "台账(2).xlsx"
    assert target.read_bytes() == b"old"
    assert out.kept == [(target, placed)]


def test_what_cannot_even_be_read_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = OutputFolder(tmp_path)
    target = tmp_path / "台账.xlsx"
    out.write(target, lambda p: p.write_bytes(b"old"))
    real = Path.open

    def shut(path: Path, *args: Any, **more: Any) -> Any:
        if path == target:
            raise PermissionError(13, "in use", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(Path, "open", shut)
    assert out.write(target, lambda p: p.write_bytes(b"new")).name == "台账(2).xlsx"


def test_a_new_file_that_nobody_may_write_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not after a thousand numbered names."""
    out = OutputFolder(tmp_path)
    tried = held(monkeypatch, "台账.xlsx", 999)
    with pytest.raises(OutputError, match="没有权限"):
        out.write(tmp_path / "台账.xlsx", lambda p: p.write_bytes(b"new"))
    assert len(tried) < 20
    assert not list(tmp_path.glob("*.xlsx"))


@pytest.mark.parametrize(("number", "said"), [(32, "正被其他程序使用"), (206, "路径太长"), (5, "没有权限")])
def test_windows_numbers_are_told_in_words(number: int, said: str) -> None:
    error = PermissionError(13, "denied", "D:\\a.xlsx")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    assert said in why(error)


def test_a_path_that_is_not_found_as_it_is_too_long(tmp_path: Path) -> None:
    error = FileNotFoundError(2, "not found", "D:\\" + "甲" * 260)
    error.winerror = 3  # type: ignore[attr-defined,unused-ignore]
    assert "路径太长" in why(error)
    error.filename = "D:\\a.xlsx"
    assert "找不到" in why(error)


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "机关" / "财务处").mkdir(parents=True)
    (tmp_path / "机关" / "a.txt").write_bytes(b"x")
    real = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("财务处"):
            raise PermissionError(13, "denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    told = collect(tmp_path, tmp_path.parent / "unpacked")
    assert [(r.file, r.message) for r in told.refused] == [("机关/财务处", "文件夹打不开（没有权限），里面的文件没有读到。")]
    assert [s.name for s in told.submissions] == ["机关/a.txt"]


def test_a_link_that_leads_back_is_no_way(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    (inbox / "甲").mkdir(parents=True)
    (inbox / "甲" / "a.txt").write_bytes(b"x")
    (inbox / "甲" / "回").symlink_to(inbox, target_is_directory=True)
    told = collect(inbox, tmp_path / "unpacked")
    assert [s.name for s in told.submissions] == ["甲/a.txt"]
    assert [r.file for r in told.refused] == ["甲/回"]


def test_a_junction_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    about = SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)
    monkeypatch.setattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0xA0000003, raising=False)
    assert not leads_elsewhere(tmp_path)
    monkeypatch.setattr(Path, "lstat", lambda _: about)
    assert leads_elsewhere(tmp_path)


def test_deep_folders_are_read(tmp_path: Path) -> None:
    place = tmp_path
    for n in range(7):
        place /= f"第{n}层" + "深" * 40
    place.mkdir(parents=True)
    (place / "承诺书.txt").write_bytes(b"x")
    assert len(str(place)) > 300
    assert len(collect(tmp_path, tmp_path.parent / "unpacked").submissions) == 1
    assert deep(tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("plain", "said"),
    [("D:\\收件", "\\\\?\\D:\\收件"), ("\\\\srv\\share\\收件", "\\\\?\\UNC\\srv\\share\\收件"), ("\\\\?\\D:\\a", "\\\\?\\D:\\a")],
)
def test_a_path_to_the_letter(plain: str, said: str) -> None:
    assert verbatim(plain) == said


def test_no_program_is_run_that_came_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that one stands in may be the inbox; Windows' own search begins there."""
    away = tmp_path / "bin"
    for folder in (tmp_path, away):
        folder.mkdir(exist_ok=True)
        (folder / "soffice").write_text("#!/bin/sh\n", "utf-8", newline="\n")
        (folder / "soffice").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "bin"]))
    assert program("soffice") is None
    monkeypatch.setenv("PATH", os.pathsep.join([".", str(away)]))
    assert program("soffice") == str(away / "soffice")
    assert program("nothing") is None


def test_windows_own_suffixes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("soffice.exe", "soffice.com"):
        (tmp_path / name).write_bytes(b"MZ")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f'"{tmp_path}"')
    monkeypatch.setenv("PATHEXT", f".com{os.pathsep}.exe")
    monkeypatch.setattr(sys, "platform", "win32")
    assert program("soffice") == str(tmp_path / "soffice.com")


def test_on_a_share_the_database_needs_no_common_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = [SimpleNamespace(mountpoint="/", fstype="ext4"), SimpleNamespace(mountpoint=str(tmp_path), fstype="cifs")]
    assert not sharing.on_network(tmp_path)
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: mounts)
    assert sharing.on_network(tmp_path / "结果" / "台账.db")
    assert not sharing.on_network(tmp_path.parent)
    assert _journal(tmp_path) == "delete"
    monkeypatch.setattr(engines, "on_network", lambda _: False)
    assert _journal(tmp_path) == "wal"


def test_a_database_in_a_folder_with_any_name(tmp_path: Path) -> None:
    root = tmp_path / "结果 50%?x#1"
    assert _journal(root) == "wal"
    assert store_file(root).is_file()


def _journal(root: Path) -> str:
    with opened(root) as engine, reading(engine, store_place(root)) as connection:
        return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())


@pytest.mark.parametrize("name", ["con", "NUL", "aux", "COM1", "lpt9", "CONIN$", "conout$", "COM¹", "nul.tar"])
def test_names_that_windows_keeps_for_itself(name: str) -> None:
    assert folder_name(name) == f"_{name}"
    assert file_name(f"甲/{name}.docx", ".docx") == f"_{name}.docx"
