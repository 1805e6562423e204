from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import openpyxl
import pytest
from PIL import Image

from extractors.errors import Corrupt, DocumentError, Empty, Encrypted, LockFile, Scan, TooLarge, Unsupported
from extractors.formats.ooxml.package import Package
from extractors.model.document import paragraphs
from extractors.reading import read, read_bytes
from formats_word.wordmaker import SPACES, commented, par, run, write
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return write(tmp_path / "书.docx", par("公开承诺书"))


@pytest.mark.parametrize("name", ["书.doc", "书.pdf", "书.txt", "书"])
def test_the_suffix_decides_nothing(form: Path, name: str) -> None:
    assert read(form.rename(form.with_name(name))).text == "公开承诺书"


def workbook() -> bytes:
    out = BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def archive(name: str, content: bytes, method: int = ZIP_STORED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as made:
        made.writestr(name, content)
    return out.getvalue()


def picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "word"),
    [
        (b"<html><body></body></html>", Corrupt, "HTML"),
        ("<!DOCTYPE html><table>".encode("utf-16"), Corrupt, "HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', Corrupt, "XML"),
        (b'<?xml version="1.0"?><a/>', Unsupported, "XML"),
        (b"MIME-Version: 1.0\r\n", Unsupported, "MHTML"),
        ("公开承诺书".encode("gb18030"), Unsupported, "纯文本"),
        (workbook(), Unsupported, "Excel"),
        (archive("甲.txt", b"x"), Unsupported, "ZIP"),
        (b"Rar!\x1a\x07\x01\x00", Unsupported, "RAR"),
        (picture("PNG"), Scan, "图片"),
        (picture("JPEG"), Scan, "图片"),
        (bytes(range(256)) * 4, Corrupt, "无法识别"),
        (b"\0" * 900, Corrupt, "空字节"),
        (b"", Empty, "空"),
    ],
)
def test_strangers_are_named(data: bytes, error: type[DocumentError], word: str) -> None:
    with pytest.raises(error, match=word) as raised:
        read_bytes(data)
    assert type(raised.value) is error
    assert raised.value.next_step


def test_a_stored_word_file_in_an_archive_is_an_archive(form: Path) -> None:
    with pytest.raises(Unsupported, match="ZIP"):
        read_bytes(archive("承诺书.docx", form.read_bytes()))


def test_lock_files_and_zero_bytes(tmp_path: Path) -> None:
    (tmp_path / "~$书.docx").write_bytes(b"\x05user")
    (tmp_path / "空.docx").touch()
    with pytest.raises(LockFile):
        read(tmp_path / "~$书.docx")
    with pytest.raises(Empty):
        read(tmp_path / "空.docx")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_cut_off_files_are_corrupt(form: Path, share: float) -> None:
    data = form.read_bytes()
    with pytest.raises(Corrupt):
        read_bytes(data[: int(len(data) * share)])


def test_a_flipped_byte_is_an_error_or_harmless_but_no_crash(form: Path) -> None:
    data = bytearray(form.read_bytes())
    outcomes = set()
    for at in range(0, len(data), 97):
        data[at] ^= 0x55
        try:
            read_bytes(bytes(data))
            outcomes.add("read")
        except DocumentError as error:
            outcomes.add(error.reason)
        data[at] ^= 0x55
    assert outcomes >= {"read", "corrupt"}


@pytest.mark.parametrize("entity", ["<!ENTITY a 'x'>", "<!ENTITY a SYSTEM 'file:///etc/hostname'>"])
def test_entities_are_refused(tmp_path: Path, entity: str) -> None:
    xml = f"<!DOCTYPE w:document [{entity}]><w:document {SPACES}><w:body>{par(run('&a;'))}</w:body></w:document>"
    with pytest.raises(Corrupt, match="DTD"):
        read(write(tmp_path / "实体.docx", "", {"word/document.xml": xml}))


def test_unzipping_is_bounded_by_what_comes_out(form: Path) -> None:
    with pytest.raises(TooLarge):
        Package(form.read_bytes(), limit=100).read("word/document.xml")


def test_a_bomb_stops_early(form: Path) -> None:
    bomb = f"<w:document {SPACES}><w:body>".encode() + b" " * 68_000_000 + b"</w:body></w:document>"
    out = BytesIO()
    with ZipFile(form) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == "word/document.xml" else old.read(name))
    with pytest.raises(TooLarge):
        read_bytes(out.getvalue())


def test_deep_nesting_is_no_crash(tmp_path: Path) -> None:
    deep = "<w:smartTag>" * 3000 + run("底") + "</w:smartTag>" * 3000
    with pytest.raises(Corrupt):
        read(write(tmp_path / "深.docx", par(deep)))


def test_encrypted_containers(form: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(form.read_bytes())).encrypt("口令", out)
    data = out.getvalue()
    shouting = data.replace("EncryptedPackage".encode("utf-16-le"), "ENCRYPTEDPACKAGE".encode("utf-16-le"))
    assert shouting != data
    for container in (data, shouting):
        with pytest.raises(Encrypted):
            read_bytes(container)


def test_what_office_opens_without_asking_is_read(form: Path, tmp_path: Path) -> None:
    """Locked with Office's own default password."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out, source = BytesIO(), tmp_path / "书.docx"
    OOXMLFile(BytesIO(form.read_bytes())).encrypt("VelvetSweatshop", out)
    source.write_bytes(out.getvalue())
    document = read(source)
    assert (document.format, document.blocks) == ("docx", read(form).blocks)
    place = next(p.passage for p in paragraphs(document.blocks) if len(p.text) > 3)
    marked = mark_up(source, [Remark(place.slice(0, 3).anchor(), "看")], tmp_path / "回.docx")
    assert commented(marked.path) == {"看": place.text[:3]}


def test_a_lock_that_takes_long_to_try_is_not_tried(form: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(form.read_bytes())).encrypt("VelvetSweatshop", out)
    data = out.getvalue().replace(b'spinCount="100000"', b'spinCount="999999"')
    assert data != out.getvalue()
    start = time.process_time()
    with pytest.raises(Encrypted):
        read_bytes(data)
    assert time.process_time() - start < 0.2


def test_a_word_file_of_pictures_only_is_a_scan(tmp_path: Path) -> None:
    (tmp_path / "扫.png").write_bytes(picture("PNG"))
    made = docx.Document()
    made.add_picture(str(tmp_path / "扫.png"))
    made.save(str(tmp_path / "扫.docx"))
    with pytest.raises(Scan, match="只有图片"):
        read(tmp_path / "扫.docx")


def test_the_parts_of_a_package_have_one_name(form: Path) -> None:
    out = BytesIO()
    with ZipFile(form) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("word/document.xml", "word\\Document.xml"), old.read(name))
    assert read_bytes(out.getvalue()).text == "公开承诺书"
