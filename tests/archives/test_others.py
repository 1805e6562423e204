"""7z, rar and tar, each in the ways in which packers write them. `files/` was made by 7-Zip and a rar writer from three
invented texts."""

import bz2
import gzip
import io
import lzma
import os
import shutil
import struct
import tarfile
import zlib
from pathlib import Path

import pytest

from pipeline.archives import rars
from pipeline.archives.model import Bounds
from pipeline.archives.seven_header import MAGIC
from pipeline.archives.tools import rar_tool
from tests.archives.opening import FILES, opened, unpacked

THREE = {f"某学院/承诺{n}.txt" for n in (1, 2, 3)}


@pytest.mark.parametrize("name", ["bcj", "bzip2", "copy", "deflate", "delta", "lzma"])
def test_7z_methods(tmp_path: Path, name: str) -> None:
    found = opened(FILES / f"{name}.7z", tmp_path)
    assert set(found.files) == THREE
    assert all(data.decode().startswith(f"承诺事项{path[-5]}，走访") for path, data in found.files.items())
    assert not found.refused


def test_7z_with_an_empty_file_and_a_link(tmp_path: Path) -> None:
    found = opened(FILES / "lzma2.7z", tmp_path)
    assert set(found.files) == {*THREE, "空.txt"}
    assert found.refused == {"链接.txt": "unsupported"}


def test_7z_that_is_locked_or_packed_in_ways_we_do_not_know(tmp_path: Path) -> None:
    assert opened(FILES / "locked.7z", tmp_path).refused == dict.fromkeys(THREE, "encrypted")
    assert opened(FILES / "locked_names.7z", tmp_path).refused == {"": "encrypted"}
    found = opened(FILES / "ppmd.7z", tmp_path)
    assert found.refused == dict.fromkeys(THREE, "unsupported")
    assert "PPMd" in found.messages["某学院/承诺1.txt"]


def test_7z_parts_and_pieces(tmp_path: Path) -> None:
    assert opened(FILES / "split.7z.001", tmp_path).refused == {"": "unsupported"}
    data = (FILES / "lzma2.7z").read_bytes()
    found = unpacked(data[:-20], tmp_path, "7z")
    assert found.refused == {"": "corrupt"}
    assert "不完整" in found.messages[""]


def test_7z_a_large_member_costs_what_is_packed_with_it_and_no_more(tmp_path: Path) -> None:
    found = opened(FILES / "lzma2.7z", tmp_path, Bounds(member_bytes=2000))
    assert set(found.files) == {"空.txt"}
    assert {found.refused[name] for name in THREE} == {"too_large"}


def seven(header: bytes) -> bytes:
    """An archive of nothing but a header."""
    start = struct.pack("<QQL", 0, len(header), zlib.crc32(header))
    return MAGIC + b"\0\4" + struct.pack("<L", zlib.crc32(start)) + start + header


@pytest.mark.parametrize(
    "header",
    [
        b"\x01\x05\xff" + b"\xff" * 8 + b"\x00\x00", b"\x01\x04\x06\x00\xff" + b"\xff" * 8, b"\x01", b"\x17\x06", b"\x01\x04\x07\x0b\x7f\x00",
        b"\x01\x02\x01\xff" + b"\x7f" * 8, b"\x17\x00",
    ],
)  # fmt: skip
def test_7z_headers_that_claim_what_cannot_be(tmp_path: Path, header: bytes) -> None:
    assert unpacked(seven(header), tmp_path, "7z").refused == {"": "corrupt"}


def test_7z_that_asks_for_much_memory(tmp_path: Path) -> None:
    found = opened(FILES / "lzma2.7z", tmp_path, Bounds(window=2**10))
    assert set(found.refused.values()) == {"too_large"}, "even the list of names asks for more"


@pytest.mark.skipif(rar_tool() is None, reason="no program that unpacks rar")
@pytest.mark.parametrize("name", ["rar3", "rar5", "solid"])
def test_rar(tmp_path: Path, name: str) -> None:
    found = opened(FILES / f"{name}.rar", tmp_path)
    assert set(found.files) == THREE
    assert all(data.decode().startswith(f"承诺事项{path[-5]}，走访") for path, data in found.files.items())
    assert found.refused == ({"链接.txt": "unsupported"} if name == "rar5" else {})


def test_rar_that_is_locked_or_in_parts(tmp_path: Path) -> None:
    assert opened(FILES / "locked.rar", tmp_path).refused == dict.fromkeys(THREE, "encrypted")
    assert opened(FILES / "locked_names.rar", tmp_path).refused == {"": "encrypted"}
    assert opened(FILES / "vol.part01.rar", tmp_path).refused == {"": "unsupported"}
    assert opened(FILES / "vol.part02.rar", tmp_path).refused == {"": "unsupported"}


def test_rar_without_a_program_is_named_member_by_member(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rars, "rar_tool", lambda: None)
    found = opened(FILES / "rar5.rar", tmp_path)
    assert {n for n in found.refused if n in THREE} == THREE
    assert "没有能解开 rar 的程序" in found.messages["某学院/承诺1.txt"]
    assert set(opened(FILES / "stored.rar", tmp_path).files) == THREE, "what is only stored needs none"


def test_rar_that_breaks_off_says_so(tmp_path: Path) -> None:
    data = (FILES / "stored.rar").read_bytes()
    found = unpacked(data[: len(data) // 2], tmp_path, "rar")
    assert found.refused[""] == "corrupt"
    assert list(found.files) == ["某学院/承诺1.txt"]
    assert unpacked(b"Rar!\x1a\x07\x00" + b"0" * 50, tmp_path, "rar").refused == {"": "corrupt"}


def test_a_rar_tool_is_found_where_windows_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "WinRAR").mkdir()
    (tmp_path / "WinRAR" / "UnRAR.exe").write_bytes(b"")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    tool = rar_tool()
    assert tool is not None
    assert tool.kind == "unrar"


def tarred(mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode, format=tarfile.GNU_FORMAT, encoding="gb18030") as archive:  # type: ignore[call-overload]
        for name, data in (("夹/承诺书.docx", b"1" * 3000), ("../逃.docx", b"2")):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, kind in (("链接", tarfile.SYMTYPE), ("设备", tarfile.CHRTYPE), ("硬链接", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(tmp_path: Path, mode: str) -> None:
    found = unpacked(tarred(mode), tmp_path, "tar")
    assert found.files == {"夹/承诺书.docx": b"1" * 3000}
    assert found.refused == dict.fromkeys(("逃.docx", "链接", "设备", "硬链接"), "unsupported")


def test_tar_that_breaks_off(tmp_path: Path) -> None:
    found = unpacked(tarred()[:1500], tmp_path, "tar")
    assert not found.files
    assert found.refused[""] == "corrupt"
    assert unpacked(tarred("w:gz")[:100], tmp_path, "tar.gz").refused


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")])
def test_one_packed_file(tmp_path: Path, pack: object, suffix: str) -> None:
    data = os.urandom(5000)
    packed = pack(data)  # type: ignore[operator]
    assert unpacked(packed, tmp_path, f"docx.{suffix}").files == {"包.docx": data}
    assert unpacked(packed[:-1000], tmp_path, f"docx.{suffix}").refused == {"包.docx": "corrupt"}
    assert unpacked(pack(bytes(10**7)), tmp_path, f"docx.{suffix}", Bounds(member_bytes=10**6)).refused == {"包.docx": "too_large"}  # type: ignore[operator]
