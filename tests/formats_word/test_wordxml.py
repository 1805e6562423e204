"""Word documents in one XML file: Flat OPC is read as the same parts in a .docx, WordprocessingML of 2003 by a reader of its own."""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64encode
from pathlib import Path
from zipfile import ZipFile

import pytest

from extractors.errors import Corrupt
from extractors.formats import wordxml
from extractors.formats.docx import read as read_docx
from extractors.model import Document, Place
from extractors.model.document import paragraphs
from extractors.reading import read, read_bytes
from formats_word.wordmaker import commented, part_of
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

INBOX = Path(__file__).parents[2] / "samples" / "inbox"
PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
OLD = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/'
    'wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:st1="urn:x"><w:styles><w:style w:styleId="T"><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="S"><w:basedOn w:val="T"/></w:style></w:styles><w:body><wx:sect>'
    '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>公开承诺书</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="1、"/></w:listPr></w:pPr><st1:place><w:r><w:t>增设</w:t></w:r></st1:place>'
    '<aml:annotation aml:id="0" w:type="Word.Insertion"><aml:content><w:r><w:t>窗口</w:t></w:r></aml:content></aml:annotation>'
    '<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r></aml:content></aml:annotation>'
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2个</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "<w:r><w:footnote><w:p><w:r><w:t>脚注的话</w:t></w:r></w:p></w:footnote></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>合</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>"
    '<w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>宽</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>'
    "<w:tc><w:p><w:r><w:t>乙</w:t><w:br/><w:t>下</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    '</w:pict></w:r></w:p><w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr><w:pgSz w:w="16838" w:h="11906"/>'
    "</w:sectPr></wx:sect></w:body></w:wordDocument>"
).encode()  # fmt: skip
TEXTS = ["页眉", "公开承诺书", "1、 增设窗口2个", "合", "宽", "乙\n下", "丙", "框里", "脚注的话"]


def flat(path: Path) -> bytes:
    """A .docx as Word's Flat OPC."""
    parts = []
    with ZipFile(path) as package:
        for name in package.namelist():
            data = package.read(name)
            if name == "[Content_Types].xml":
                continue
            if name.endswith((".xml", ".rels")):
                inside = data.decode().partition("?>")[2]
                parts.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="x"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>')
            else:
                inside = b64encode(data).decode()
                parts.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="x"><pkg:binaryData>{inside}</pkg:binaryData></pkg:part>')
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{PKG}">{"".join(parts)}</pkg:package>'.encode()


def told(document: Document) -> list[tuple[Place, str, str]]:
    return [(p.place, p.text, p.ordinal) for p in paragraphs(document.blocks)]


def test_what_the_old_kind_shows() -> None:
    document, copy = read_bytes(OLD), read_docx(wordxml.as_docx(OLD))
    assert document.format == "wordxml"
    assert [p.text for p in paragraphs(document.blocks)] == TEXTS
    assert [(p.place, p.text) for p in paragraphs(copy.blocks)] == [(p.place, p.text) for p in paragraphs(document.blocks)]
    title = paragraphs(document.blocks)[1]
    assert (title.centered, title.bold) == (True, True)
    assert paragraphs(document.blocks)[2].ordinal == "1、"


def test_signs_and_runs_in_runs() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>eq \\o\\ac(○,1)</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
    tick = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:h-ansi="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>'
    link = "<w:hlink><w:r><w:rPr><w:b/></w:rPr><w:r><w:t>链接</w:t></w:r></w:r></w:hlink>"
    data = OLD.replace("<w:r><w:t>公开".encode(), f"{field}{tick}{link}<w:r><w:t>公开".encode())
    assert paragraphs(read_bytes(data).blocks)[1].text == "①☑链接公开承诺书"
    assert paragraphs(read_docx(wordxml.as_docx(data)).blocks)[1].text == "①☑链接公开承诺书"


def test_comments_stand_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "书.doc"
    path.write_bytes(OLD)
    words = ["承诺", "设窗口2", "宽", "下"]
    remarks = []
    for word in words:
        passage = next(p.passage for p in paragraphs(read(path).blocks) if word in p.text)
        at = passage.text.index(word)
        remarks.append(Remark(passage.slice(at, at + len(word)).anchor(), f"「{word}」"))
    assert commented(mark_up(path, remarks, tmp_path / "书.docx").path) == {f"「{word}」": word for word in words}


def test_flat_files_read_as_their_packages(tmp_path: Path) -> None:
    for source in sorted(INBOX.rglob("*.docx"))[:12]:
        if source.read_bytes()[:2] != b"PK":
            continue
        path = tmp_path / "书.doc"
        path.write_bytes(flat(source))
        document, wanted = read(path), read(source)
        assert (document.format, document.blocks, len(document.pictures)) == ("wordxml", wanted.blocks, len(wanted.pictures))
        passage = next(p.passage for p in paragraphs(document.blocks) if len(p.text) > 5)
        marked = mark_up(path, [Remark(passage.anchor(), "看")], tmp_path / "回.docx")
        assert b"commentRangeStart" in part_of(marked.path, "word/document.xml")


def test_forms_that_libreoffice_wrote_in_the_old_kind(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    sources = [INBOX / "机关" / name for name in ("党办主任承诺.docx", "招生就业处党支部承诺书.docx")]
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xml:MS Word 2003 XML"]
    subprocess.run([*command, "--outdir", str(tmp_path), *map(str, sources)], check=True, capture_output=True, timeout=120)
    for source in sources:
        assert told(read(tmp_path / f"{source.stem}.xml")) == told(read(source))


@pytest.mark.parametrize(
    "data",
    [OLD.replace(b"<w:body>", b"<w:b>").replace(b"</w:body>", b"</w:b>"), OLD[:900], f'<pkg:package xmlns:pkg="{PKG}"/>'.encode(),
     OLD.replace(b"<wx:sect>", b"<wx:sect>" * 200 + b"<w:smartTag>" * 900)],
)  # fmt: skip
def test_broken_ones_are_named(data: bytes) -> None:
    with pytest.raises(Corrupt) as raised:
        read_bytes(data)
    assert raised.value.next_step
