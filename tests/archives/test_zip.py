"""Zips as people send them, and as nobody should."""

import io
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from pipeline.archives.model import Bounds
from tests.archives.opening import unpacked

TEXT = "承诺事项，走访群众12户。".encode() * 50


def zipped(members: dict[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data, compress_type=method)
    return buffer.getvalue()


def raw_zip(names: list[bytes], data: bytes = TEXT, flags: int = 0, extra: bytes = b"") -> bytes:
    """A zip with names as bytes, as Windows writes them in its code page."""
    body, directory = b"", b""
    crc = zlib.crc32(data)
    for name in names:
        common = struct.pack("<HHHHHLLLHH", 20, flags, 0, 0, 0x21, crc, len(data), len(data), len(name), len(extra))
        directory += b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHLL", 0, 0, 0, 0, len(body)) + name + extra
        body += b"PK\x03\x04" + common + name + extra + data
    return body + directory + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), len(body), 0)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_method_of_the_library(tmp_path: Path, method: int) -> None:
    big = os.urandom(300_000) + bytes(300_000)
    found = unpacked(zipped({"甲/一.docx": TEXT, "二.pdf": big, "空.doc": b""}, method), tmp_path)
    assert found.files == {"甲/一.docx": TEXT, "二.pdf": big, "空.doc": b""}
    assert not found.refused


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("gb18030", ["后勤集团党总支/张三承诺书.docx", "机关一支部公开承诺书.doc"]),
        ("gb18030", ["赵钱孙李.doc"]), ("gb18030", ["啊.doc"]),
        ("big5", ["後勤集團黨總支/張三承諾書.docx", "機關一支部公開承諾書.doc"]), ("big5", ["黨員承諾書.doc"]),
        ("cp932", ["公開承諾書（佐藤）.docx", "党員のやくそく.doc", "アンケート.doc"]),
        ("utf-8", ["后勤集团党总支/张三承诺书.docx", "é.doc"]),
    ],
)  # fmt: skip
def test_names_of_every_code_page(tmp_path: Path, encoding: str, names: list[str]) -> None:
    assert sorted(unpacked(raw_zip([n.encode(encoding) for n in names]), tmp_path).files) == sorted(names)


def test_a_back_slash_within_a_character_is_no_folder(tmp_path: Path) -> None:
    name = "許功蓋承諾書.doc"
    assert b"\\" in name.encode("big5")
    assert list(unpacked(raw_zip([name.encode("big5")]), tmp_path).files) == [name]


def test_the_unicode_name_beside_the_old_one_wins_if_it_is_meant_for_it(tmp_path: Path) -> None:
    def extra(crc: int) -> bytes:
        told = b"\x01" + struct.pack("<L", crc) + "真名.docx".encode()
        return struct.pack("<HH", 0x7075, len(told)) + told

    assert list(unpacked(raw_zip([b"??.docx"], extra=extra(zlib.crc32(b"??.docx"))), tmp_path).files) == ["真名.docx"]
    assert list(unpacked(raw_zip([b"other.docx"], extra=extra(1)), tmp_path).files) == ["other.docx"]


def test_a_name_that_claims_to_be_utf8_and_is_not_costs_nothing(tmp_path: Path) -> None:
    found = unpacked(raw_zip([b"a.docx", b"\xff\xfe.docx"], flags=0x800), tmp_path)
    assert len(found.files) == 2


def test_odd_names_are_shown_without_tricks_and_told_apart(tmp_path: Path) -> None:
    names = ["a.docx", "A.DOCX", "甲\u202excod.exe", "b\x1b[31m.docx", "CON", "nul.docx", "x" * 3000 + ".docx", "甲.docx ", "./甲.docx"]
    found = unpacked(raw_zip([n.encode() for n in names], flags=0x800), tmp_path)
    assert len(found.files) == len(names)
    assert len({n.casefold() for n in found.files}) == len(names)
    assert max(map(len, found.files)) <= 250
    assert not any(c in name for name in found.files for c in "\u202e\x1b")


@pytest.mark.parametrize("name", ["../../../甲.docx", "a/../../甲.docx", "..\\甲.docx", "/etc/甲.docx", "C:\\甲.docx", "\\\\机\\甲.docx", "c:甲.docx"])
def test_places_outside_are_refused_by_name(tmp_path: Path, name: str) -> None:
    found = unpacked(raw_zip([name.encode(), b"good.docx"], flags=0x800), tmp_path)
    assert list(found.files) == ["good.docx"]
    assert list(found.refused.values()) == ["unsupported"]
    assert not list(tmp_path.parent.rglob("甲.docx"))


def test_links_devices_and_locked_members_are_refused_by_name(tmp_path: Path) -> None:
    link, pipe = zipfile.ZipInfo("链接.docx"), zipfile.ZipInfo("管道")
    link.external_attr, pipe.external_attr = (stat.S_IFLNK | 0o777) << 16, (stat.S_IFIFO | 0o600) << 16
    data = zipped({link: b"/etc/passwd", pipe: b"", "好.docx": TEXT})
    assert unpacked(data, tmp_path).refused == {"链接.docx": "unsupported", "管道": "unsupported"}
    locked = unpacked(raw_zip([b"a.docx"], flags=1), tmp_path)
    assert locked.refused == {"a.docx": "encrypted"}


def test_system_files_are_named_as_ignored(tmp_path: Path) -> None:
    found = unpacked(zipped({"__MACOSX/._a.docx": b"", "x/Thumbs.db": b"", "a.docx": b"a"}), tmp_path)
    assert found.ignored == ("__MACOSX/._a.docx", "x/Thumbs.db")


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    assert unpacked(zipped({}), tmp_path).refused == {"": "empty"}
    assert unpacked(zipped({"夹/": b""}), tmp_path).refused == {"": "empty"}


def test_of_a_cut_off_archive_what_is_whole_is_read(tmp_path: Path) -> None:
    noise = os.urandom(5000)
    data = zipped({"一.docx": TEXT, "二.docx": noise, "三.docx": noise})
    cut = data[: data.index("三.docx".encode()) + 2000]
    found = unpacked(cut, tmp_path)
    assert found.files == {"一.docx": TEXT, "二.docx": noise}
    assert found.refused == {"三.docx": "corrupt", "": "corrupt"}


class Unseekable(io.RawIOBase):
    """What a mail program writes to: sizes come behind the members."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def test_sizes_that_come_behind(tmp_path: Path) -> None:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        archive.writestr("一.docx", TEXT)
        archive.writestr("二.docx", TEXT * 2)
        archive.writestr("三.docx", os.urandom(3000))
    whole = unpacked(out.data, tmp_path)
    assert len(whole.files) == 3
    cut = unpacked(out.data[: out.data.index("三.docx".encode()) + 1000], tmp_path)
    assert cut.files == {"一.docx": TEXT, "二.docx": TEXT * 2}
    assert cut.refused == {"三.docx": "corrupt", "": "corrupt"}


def test_one_damaged_member_costs_itself(tmp_path: Path) -> None:
    data = bytearray(raw_zip([b"a.docx", b"b.docx"]))
    data[data.index(TEXT) + 100] ^= 0xFF
    found = unpacked(bytes(data), tmp_path)
    assert found.refused == {"a.docx": "corrupt"}
    assert found.files == {"b.docx": TEXT}


def test_members_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """A bomb without nesting: many names for one stream."""
    data = raw_zip([b"a.docx"])
    end = data.rindex(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    directory = data[start:end]
    bomb = data[:start] + directory * 50 + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 50, 50, len(directory) * 50, start, 0)
    found = unpacked(bomb, tmp_path)
    assert not found.files
    assert len(found.refused) == 50


def test_bombs_are_refused_by_what_comes_out(tmp_path: Path) -> None:
    bounds = Bounds(member_bytes=10**6, total_bytes=2_500_000, ratio=100, ratio_from=10**5)
    found = unpacked(zipped({"炸.docx": bytes(10**7), "平.docx": bytes(2 * 10**5), "好.docx": TEXT}), tmp_path, bounds=bounds)
    assert found.refused == {"炸.docx": "too_large", "平.docx": "too_large"}
    assert list(found.files) == ["好.docx"]
    many = {f"{n}.docx": os.urandom(9 * 10**5) for n in range(4)}
    assert list(unpacked(zipped(many), tmp_path, bounds=bounds).refused) == ["2.docx", "3.docx"]


def test_a_header_that_lies_about_sizes_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(zipped({"炸.docx": bytes(10**7)}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    assert unpacked(bytes(data), tmp_path, bounds=Bounds(member_bytes=10**6)).refused == {"炸.docx": "too_large"}


def test_too_many_members(tmp_path: Path) -> None:
    data = zipped({f"{n}.docx": b"" for n in range(30)})
    assert unpacked(data, tmp_path, bounds=Bounds(members=20)).refused == {"": "too_large"}
    nested = zipped({f"{n}.zip": zipped({f"{k}.docx": b"" for k in range(15)}) for n in range(2)})
    found = unpacked(nested, tmp_path, bounds=Bounds(members=20))
    assert len(found.files) == 18
    assert len(found.refused) == 12


def test_archives_nest_twice_and_no_deeper(tmp_path: Path) -> None:
    second = zipped({"内.zip": zipped({"深.docx": b"x"}), "浅.docx": b"y"})
    found = unpacked(zipped({"中.zip": second}), tmp_path)
    assert found.files == {"中.zip/浅.docx": b"y"}
    assert found.refused == {"中.zip/内.zip": "too_large"}
    deeper = unpacked(zipped({"中.zip": second}), tmp_path, bounds=Bounds(depth=3))
    assert deeper.files == {"中.zip/浅.docx": b"y", "中.zip/内.zip/深.docx": b"x"}


def test_documents_are_no_archives(tmp_path: Path) -> None:
    document = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert list(unpacked(zipped({"a.docx": document, "b.bin": document, "c": document}), tmp_path).files) == ["a.docx", "b.bin", "c"]
