"""Packages as other programs and bad luck write them: odd names, odd zips, missing parts."""

from __future__ import annotations

import codecs
import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from extractors.errors import Corrupt, DocumentError, Encrypted, TooLarge, Unsupported
from extractors.formats.ooxml.package import Package
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from formats_word.wordmaker import commented, par, run, write
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

TEXT = "支部承诺书正文"
Parts = dict[str, bytes]


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    with ZipFile(write(tmp_path / "书.docx", par(TEXT))) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Parts, how: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", how) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def streamed(parts: Parts) -> bytes:
    """A zip written to a pipe: sizes and sums follow the content (data descriptors)."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    target = Pipe()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def wide(parts: Parts) -> bytes:
    """A zip in 64-bit form: every size and position stands in extra fields, the end in its own record."""
    body, directory = b"", b""
    for name, content in parts.items():
        label, packed = name.encode(), zlib.compress(content)[2:-4]
        extra = struct.pack("<HHQQQ", 1, 24, len(content), len(packed), len(body))
        common = struct.pack("<4HIIIHH", 0, 8, 0, 33, zlib.crc32(content), 0xFFFFFFFF, 0xFFFFFFFF, len(label), 28)
        directory += b"PK\x01\x02" + struct.pack("<HH", 45, 45) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0, 0xFFFFFFFF) + label + extra
        body += b"PK\x03\x04" + struct.pack("<H", 45) + common + label + extra + packed
    count, at = len(parts), len(body)
    end = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, len(directory), at)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, at + len(directory), 1)
    last = b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return body + directory + end + locator + last


def without(*names: str) -> Callable[[Parts], bytes]:
    return lambda parts: zipped({name: content for name, content in parts.items() if name not in names})


def renamed(change: Callable[[str], str]) -> Callable[[Parts], bytes]:
    return lambda parts: zipped({change(name): content for name, content in parts.items()})


def moved(parts: Parts) -> bytes:
    """The document part has another name; at the usual place lies something else."""
    moved = {name.replace("word/document.xml", "text/haupt.xml"): content for name, content in parts.items()}
    moved["text/_rels/haupt.xml.rels"] = moved.pop("word/_rels/document.xml.rels").replace(b'Target="', b'Target="../word/')
    moved["_rels/.rels"] = moved["_rels/.rels"].replace(b"word/document.xml", b"text/haupt.xml")
    moved["[Content_Types].xml"] = moved["[Content_Types].xml"].replace(b"word/document.xml", b"text/haupt.xml")
    moved["word/document.xml"] = parts["word/document.xml"].replace(TEXT.encode(), "旧稿".encode())
    return zipped(moved)


def encoded(parts: Parts, codec: str, mark: bytes = b"") -> bytes:
    text = parts["word/document.xml"].decode()
    return zipped({**parts, "word/document.xml": mark + text.encode(codec)})


WAYS: dict[str, Callable[[Parts], bytes]] = {
    "no types": without("[Content_Types].xml"),
    "foreign types": lambda parts: zipped({**parts, "[Content_Types].xml": b"<a/>"}),
    "no package relationships": without("_rels/.rels"),
    "no styles, no settings": without("word/styles.xml", "word/settings.xml"),
    "no relationships": without("word/_rels/document.xml.rels"),
    "only the document": lambda parts: zipped({"word/document.xml": parts["word/document.xml"]}),
    "backslashes": renamed(lambda name: name.replace("/", "\\")),
    "capitals": renamed(str.upper),
    "leading slash": renamed(lambda name: "/" + name),
    "another name": moved,
    "stored": lambda parts: zipped(parts, ZIP_STORED),
    "streamed": streamed,
    "64 bit": wide,
    "a comment at the end": lambda parts: zipped(parts)[:-2] + b"\x05\x00" + b"PK\x05\x06"[:3] + b"xy",
    "UTF-8 mark": lambda parts: encoded(parts, "utf-8", codecs.BOM_UTF8),
    "UTF-16": lambda parts: encoded(parts, "utf-16"),
    "broken styles and lists": lambda parts: zipped({**parts, "word/styles.xml": b"<a", "word/numbering.xml": b"<a"}),
    "broken relationships": lambda parts: zipped({**parts, "_rels/.rels": b"<a", "word/_rels/document.xml.rels": b"<a"}),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_the_body_is_read(parts: Parts, way: Callable[[Parts], bytes]) -> None:
    assert [p.text for p in paragraphs(read_bytes(way(parts)).blocks)] == [TEXT]


@pytest.mark.parametrize("way", [name for name in WAYS if name != "broken relationships"])
def test_the_copy_carries_the_comment(parts: Parts, tmp_path: Path, way: str) -> None:
    source = tmp_path / "来.docx"
    source.write_bytes(WAYS[way](parts))
    (paragraph,) = paragraphs(read_bytes(source.read_bytes()).blocks)
    result = mark_up(source, [Remark(paragraph.passage.anchor(), "改")], tmp_path / "批.docx")
    assert result.placed[0].text == TEXT
    copy = result.path.read_bytes()
    assert read_bytes(copy).text == TEXT
    package = Package(copy)
    (comments,) = [r.target for r in package.relations(package.main()).values() if r.kind == "comments"]
    assert "改" in (package.read(comments) or b"").decode()
    assert f'PartName="/{comments}"'.lower().encode() in (package.read("[Content_Types].xml") or b"").lower()


@pytest.mark.parametrize("way", ["no types", "only the document", "streamed", "64 bit", "stored"])
def test_python_docx_opens_the_copy(parts: Parts, tmp_path: Path, way: str) -> None:
    import docx

    source = tmp_path / "来.docx"
    data = zipped({k: v for k, v in parts.items() if k != "[Content_Types].xml"}) if way == "only the document" else WAYS[way](parts)
    source.write_bytes(data)
    (paragraph,) = paragraphs(read_bytes(data).blocks)
    result = mark_up(source, [Remark(paragraph.passage.anchor(), "改")], tmp_path / "批.docx")
    opened = docx.Document(str(result.path))
    assert [(c.text, [p.text for p in opened.paragraphs]) for c in opened.comments] == [("改", [TEXT])]
    assert commented(result.path) == {"改": TEXT}


@pytest.mark.parametrize("kind", ["document.macroEnabled.main", "template.macroEnabledTemplate.main", "template.main"])
def test_templates_and_macro_files(parts: Parts, kind: str) -> None:
    types = re.sub(rb"[\w.-]+\.document\.main\+xml", f"ms-word.{kind}+xml".encode(), parts["[Content_Types].xml"])
    assert read_bytes(zipped({**parts, "[Content_Types].xml": types})).text == TEXT


def test_another_document_inside_is_spoken_of(tmp_path: Path) -> None:
    document = read_bytes(write(tmp_path / "嵌.docx", par(TEXT) + '<w:altChunk r:id="rId9"/>').read_bytes())
    assert (document.text, document.warnings) == (TEXT, ("文件中嵌入了另一份文档，嵌入部分没有读取。",))


def damaged(parts: Parts, change: Callable[[bytearray], None]) -> bytes:
    data = bytearray(zipped({"word/document.xml": parts["word/document.xml"]}))
    change(data)
    return bytes(data)


def flags(data: bytearray) -> None:
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1


def wrong_sum(data: bytearray) -> None:
    at = data.rindex(b"PK\x01\x02")
    data[at + 16] ^= 0xFF


def beyond(data: bytearray) -> None:
    at = data.rindex(b"PK\x01\x02")
    data[at + 42 : at + 46] = b"\xf0\xff\xff\x7f"


@pytest.mark.parametrize(("change", "error"), [(flags, Encrypted), (wrong_sum, Corrupt), (beyond, Corrupt)])
def test_zips_that_cannot_be_read_are_refused_by_name(
    parts: Parts, change: Callable[[bytearray], None], error: type[DocumentError]
) -> None:
    with pytest.raises(error):
        read_bytes(damaged(parts, change))


def test_ways_of_packing_that_word_never_uses_are_refused(parts: Parts) -> None:
    with pytest.raises(Unsupported):
        read_bytes(zipped(parts, ZIP_BZIP2))


def test_a_bomb_is_counted_as_it_comes_out(parts: Parts) -> None:
    data = zipped({**parts, "word/document.xml": parts["word/document.xml"] + b" " * (70 * 2**20)})
    with pytest.raises(TooLarge):
        read_bytes(data)


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_file_cut_anywhere_is_refused(parts: Parts, cut: int) -> None:
    data = zipped(parts)
    with pytest.raises(DocumentError):
        read_bytes(data[: len(data) * cut // 12])


def test_text_in_runs_stays_apart_from_its_neighbours(tmp_path: Path) -> None:
    assert read_bytes(write(tmp_path / "邻.docx", par(run("甲") + run("乙"))).read_bytes()).text == "甲乙"
