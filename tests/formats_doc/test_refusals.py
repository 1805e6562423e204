"""Old Word files that cannot be read, or not whole: a clear reason with a next step, never half of the text, never a hang."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from extractors.errors import Corrupt, DocumentError, Encrypted, Scan, TooLarge, Unsupported
from extractors.formats import doc
from extractors.formats.legacy import office
from extractors.formats.msword.fib import Part
from extractors.formats.msword.sprms import Sprm
from extractors.reading import read_bytes
from formats_doc.container import container
from formats_doc.docmaker import Doc, op, par, plc, row
from formats_doc.test_copy import inline_picture
from formats_doc.test_numbering import style_sheet

FORM = Doc([par("公开承诺书"), *row("党组织名称", "图书馆党总支"), par("2012年3月5日")])
SAMPLE = Path(__file__).parents[2] / "samples" / "inbox" / "机关" / "财务处党支部-承诺书.doc"


def _claiming(length: int) -> bytes:
    """The form, which says that its text is longer than it is."""
    word = FORM.streams()["WordDocument"]
    return word[:0x4C] + struct.pack("<I", length) + word[0x50:]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (Doc([par("密")], flags=0x1100).content(), Encrypted, "密码"),
        (container({"EncryptedPackage": b"x"}), Encrypted, "密码"),
        (container({"Workbook": b"x"}), Unsupported, "Excel"),
        (container({"MatOST": b"x", "CONTENTS": b"x"}), Unsupported, "Works"),
        (container({"Pictures": b"x"}), Unsupported, "没有 Word 文档"),
        (container({"WordDocument": b""}), Corrupt, "损坏"),
        (container({**FORM.streams(), "0Table": b""}), Corrupt, "文字索引"),
        (container({**FORM.streams(), "WordDocument": FORM.streams()["WordDocument"][:0x810]}), Corrupt, "损坏|不完整"),
        (container({**FORM.streams(), "WordDocument": _claiming(900)}), Corrupt, "不完整"),
    ],
)
def test_the_reason_is_named(data: bytes, error: type[DocumentError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        read_bytes(data)
    assert type(raised.value) is error
    assert raised.value.next_step


def test_pages_of_properties_that_are_missing_are_no_plain_text() -> None:
    """Without them tables fall apart and deleted words count as written."""
    streams = FORM.streams()
    for size in (13, 1):
        broken = streams["WordDocument"].replace(_last_page(streams["WordDocument"], size), bytes(512))
        with pytest.raises(Corrupt, match="格式信息"):
            read_bytes(container({**streams, "WordDocument": broken}))


def _last_page(word: bytes, size: int) -> bytes:
    pages = [word[at : at + 512] for at in range(0xA00, len(word), 512)]
    return pages[-1] if size == 1 else pages[-2]


def test_a_piece_table_that_unpacks_to_gigabytes() -> None:
    streams = FORM.streams()
    table = struct.pack("<3I", 0, 8, 2**30) + struct.pack("<HIHHIH", 0, 0x800, 0, 0, 0x800, 0)
    clx = b"\2" + struct.pack("<I", len(table)) + table
    word = bytearray(streams["WordDocument"])
    struct.pack_into("<II", word, 0x9A + 8 * Part.PIECES, 0, len(clx))
    with pytest.raises(TooLarge):
        read_bytes(container({**streams, "WordDocument": bytes(word), "0Table": clx}))


def test_pictures_only() -> None:
    picture = ("\x01", op(Sprm.C_SPECIAL, 1) + op(Sprm.C_PICTURE, 0, size=4))
    with pytest.raises(Scan, match="只有图片"):
        read_bytes(Doc([par(picture)], data=inline_picture()).content())


def test_cut_off_files_are_read_whole_or_refused() -> None:
    data = SAMPLE.read_bytes()
    whole = read_bytes(data).text
    outcomes = []
    for share in range(1, 100, 3):
        try:
            outcomes.append(read_bytes(data[: len(data) * share // 100]).text == whole)
        except DocumentError as error:
            outcomes.append(error.reason == "corrupt")
    assert all(outcomes)


def test_a_circle_of_sectors_ends() -> None:
    """The chain of every stream leads back to its first sector."""
    data = bytearray(FORM.content())
    at = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    for n in range(128):
        data[at + 4 * n : at + 4 * n + 4] = struct.pack("<I", 0)
    begun = time.monotonic()
    with pytest.raises(DocumentError):
        read_bytes(bytes(data))
    assert time.monotonic() - begun < 5


def test_tables_in_tables_without_end() -> None:
    deep = [par("深", ops=op(Sprm.P_IN_TABLE, 1) + op(Sprm.P_DEPTH, n * 1000, size=4)) for n in range(1, 200)]
    assert read_bytes(Doc([*deep, par("后")]).content()).text.count("深") == 199


@pytest.mark.parametrize(("mark", "version"), [(0xA5DC, 0x68), (0xA5DC, 0x65), (0xA5EC, 0x68), (0xA5DB, 0x2D)])
def test_older_versions_without_libreoffice(mark: int, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    data = Doc([par("旧")], mark=mark, version=version).content()
    for step in (doc.read, doc.as_docx):
        with pytest.raises(Unsupported, match="Word 95") as raised:
            step(data)
        assert "LibreOffice" in raised.value.next_step


@pytest.mark.skipif(office.office() is None, reason="LibreOffice is not installed")
def test_older_versions_with_libreoffice_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the office program makes of a file is looked at; its profile goes with the conversion."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(DocumentError):
        doc.read(Doc([par("旧")], mark=0xA5DC, version=0x68).content())
    assert list(tmp_path.iterdir()) == []
    converted = office.convert(SAMPLE.read_bytes())
    assert converted.startswith(b"PK")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_conversion_left_is_swept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    mine, left, nameless = (
        tmp_path / f"chengnuo-office-{owner}" for owner in (f"{os.getpid()}-a", f"{dead.pid}-b", "abc")
    )
    for folder in (mine, left, nameless):
        (folder / "profile").mkdir(parents=True)
    office.sweep()
    assert list(tmp_path.iterdir()) == [mine]


def test_headers_that_reach_back_are_read_once() -> None:
    """A few bytes of positions could have one long header read thousands of times."""
    length = 20_000
    positions = [0] * 8 + [length + 1 if n % 2 == 0 else 0 for n in range(6 * 400)]
    parts = {Part.HEADERS: plc(positions), Part.SECTIONS: plc(range(401), [bytes(2) + b"\xff" * 4 + bytes(6)] * 400)}
    data = Doc([par("正文")], {"headers": [par("长" * length)]}, parts).content()
    begun = time.process_time()
    assert read_bytes(data).text.count("长") <= length
    assert time.process_time() - begun < 5


def test_a_long_chain_of_styles_ends() -> None:
    sheet = style_sheet(*((n + 1, b"", b"") for n in range(4000)))
    body = [par("甲", style=n) for n in range(1500)]
    begun = time.process_time()
    assert read_bytes(Doc(body, parts={Part.STYLES: sheet}).content()).text.count("甲") == 1500
    assert time.process_time() - begun < 10


def test_many_sections_that_share_a_long_list_cost_no_time() -> None:
    """A fuzzer found it: ten thousand sections whose properties all lie at the beginning of the text."""
    text = "甲" * 30_000
    ends = [min(n, len(text)) for n in range(9_001)]
    sections = plc(ends, [bytes(2) + bytes(4) + bytes(6)] * 9_000)
    data = Doc([par(text), par()], {}, {Part.SECTIONS: sections}).content()
    start = time.process_time()
    assert text in doc.read(data).text
    assert time.process_time() - start < 5
