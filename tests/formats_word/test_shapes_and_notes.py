"""What hangs on a paragraph (shapes, diagrams, notes): read once, and commented beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree

from extractors.model import Place
from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.wordmaker import SPACES, W, box, cell, par, part_of, row, run, sdt, table, write
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

_A, _DGM = "http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def art(text: str) -> str:
    return f'<w:r><w:pict><v:shape><v:textpath on="t" string="{text}"/></v:shape></w:pict></w:r>'


def drawn(inner: str) -> str:
    return f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x">{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'


def with_parts(path: Path, body: str, parts: dict[str, tuple[str, str]]) -> Path:
    """A document with further parts, each with the kind of its relationship; ids are rId91, rId92 …"""
    relations = "".join(
        f'<Relationship Id="rId9{n}" Type="{_KIND}{kind}" Target="{name}"/>' for n, (name, (kind, _)) in enumerate(parts.items(), 1)
    )
    listed = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    made = {f"word/{name}": content for name, (_, content) in parts.items()}
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    ) + "".join(
        f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, (kind, _) in parts.items() if kind in ("footnotes", "endnotes")
    ) + "</Types>"  # fmt: skip
    return write(path, body, {"word/_rels/document.xml.rels": listed, "[Content_Types].xml": types, **made})


def notes(kind: str, *texts: str) -> str:
    bodies = "".join(f'<w:{kind} w:id="{n}">{par(text)}</w:{kind}>' for n, text in enumerate(texts, 2))
    return f"<w:{kind}s {SPACES}>{bodies}</w:{kind}s>"


def noted(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def said(path: Path) -> list[tuple[Place, str]]:
    return [(p.place, p.text) for p in paragraphs(read(path).blocks)]


def test_word_art_and_drawn_text_stand_after_their_paragraph(tmp_path: Path) -> None:
    letters = drawn("<a:txBody><a:p><a:r><a:t>画</a:t></a:r><a:r><a:t>字</a:t></a:r></a:p><a:p/></a:txBody>")
    path = write(tmp_path / "艺.docx", par(run("前") + art("公开承诺书") + letters) + par("后"))
    assert said(path) == [
        (Place.BODY, "前"), (Place.TEXT_BOX, "公开承诺书"), (Place.TEXT_BOX, "画字"), (Place.BODY, "后"),
    ]  # fmt: skip


def test_word_art_kept_for_older_readers_stands_once(tmp_path: Path) -> None:
    choice = drawn("<a:t/>")
    alternate = f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{art("承诺")}</mc:Fallback></mc:AlternateContent>'
    twice = f'<mc:AlternateContent><mc:Choice Requires="wps">{box(par("承诺"))}</mc:Choice><mc:Fallback>{art("承诺")}</mc:Fallback></mc:AlternateContent>'
    for content, expected in ((alternate, []), (twice, [(Place.TEXT_BOX, "承诺")])):
        assert said(write(tmp_path / "替.docx", par(content))) == expected


def test_a_watermark_is_part_of_the_header(tmp_path: Path) -> None:
    header = f"<w:hdr {SPACES}>{par(run('页眉') + art('保密'))}</w:hdr>"
    section = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId91"/></w:sectPr></w:pPr></w:p>'
    path = with_parts(tmp_path / "印.docx", par("文") + section, {"header9.xml": ("header", header)})
    assert said(path) == [(Place.HEADER, "页眉"), (Place.HEADER, "保密"), (Place.BODY, "文")]


def test_smart_art_is_read_from_its_data(tmp_path: Path) -> None:
    def point(text: str, kind: str = "node") -> str:
        return f'<dgm:pt type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'

    points = point("学习") + point("箭头", "parTrans") + point("服务")
    data = f'<dgm:dataModel xmlns:dgm="{_DGM}" xmlns:a="{_A}"><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'
    body = par(run("图") + drawn(f'<dgm:relIds xmlns:dgm="{_DGM}" r:dm="rId91"/>'))
    path = with_parts(tmp_path / "图.docx", body, {"data9.xml": ("diagramData", data)})
    assert [text for _, text in said(path)] == ["图", "学习", "服务"]
    lost = read(write(tmp_path / "缺.docx", body))
    assert (lost.text, lost.warnings) == ("图", ("文件中有 SmartArt 图形，图形里的文字没有读取。",))


def test_text_that_only_another_program_shows_is_named(tmp_path: Path) -> None:
    def holding(program: str, aspect: str = "Content") -> tuple[str, ...]:
        office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
        inside = f'<w:r><w:object><v:shape/><o:OLEObject {office} ProgID="{program}" DrawAspect="{aspect}"/></w:object></w:r>'
        return read(write(tmp_path / "物.docx", par(run("表") + inside))).warnings

    assert holding("Excel.Sheet.12") == ("文件中嵌入了 Excel 表格一类的对象，其中的文字没有读取。",)
    assert holding("Equation.3") == holding("Excel.Sheet.12", "Icon") == ()


def test_a_section_without_own_headers_has_those_before(tmp_path: Path) -> None:
    parts = {f"header{n}.xml": ("header", f"<w:hdr {SPACES}>{par(text)}</w:hdr>") for n, text in enumerate(("常", "首", "偶", "旧"))}
    refs = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId9{n}"/>' for n, kind in enumerate(("default", "first", "even"), 1)
    )
    old = '<w:sectPrChange w:id="1" w:author="x"><w:sectPr><w:headerReference w:type="default" r:id="rId94"/></w:sectPr></w:sectPrChange>'
    first = f"<w:p><w:pPr><w:sectPr>{refs}{old}</w:sectPr></w:pPr></w:p>"
    second = f"<w:p><w:pPr><w:sectPr>{'<w:titlePg/>'}</w:sectPr></w:pPr></w:p>"
    assert [t for p, t in said(with_parts(tmp_path / "一.docx", first, parts)) if p is Place.HEADER] == ["常"]
    assert [t for p, t in said(with_parts(tmp_path / "二.docx", first + second, parts)) if p is Place.HEADER] == ["常", "首"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_comment_on_a_note_stands_at_its_mark(tmp_path: Path, kind: str) -> None:
    body = par("首段") + par(run("某项承诺") + noted(kind, 3) + run("尾")) + par(run("另") + noted(kind, 2))
    path = with_parts(tmp_path / "注.docx", body, {f"{kind}s.xml": (f"{kind}s", notes(kind, "第一条注", "期限见附件"))})
    assert [t for p, t in said(path) if p is Place.FOOTNOTE] == ["期限见附件", "第一条注"]
    target = next(p for p in paragraphs(read(path).blocks) if "期限" in p.text)
    result = mark_up(path, [Remark(target.passage.slice(0, 2).anchor(), "写明期限")], tmp_path / "批.docx")
    assert read(result.path) == read(path)
    root = etree.fromstring(part_of(result.path, "word/document.xml"))
    (start,) = root.iter(f"{{{W}}}commentRangeStart")
    reference = start.getnext().find(f"{{{W}}}{kind}Reference")
    assert reference is not None
    assert reference.get(f"{{{W}}}id") == "3"
    (comment,) = docx.Document(str(result.path)).comments
    assert comment.text == "（针对“期限”）\n写明期限"


def test_libreoffice_finds_every_comment_beside_its_text(tmp_path: Path, office: Callable[[Path, str], Path]) -> None:
    """Boxes, WordArt, notes, controls, nested tables: as many comments as were set, and not a word lost or added."""
    body = (
        par(run("持框段") + box(par("框里的字")) + run("后")) + par(run("艺术") + art("艺术字样"))
        + par(run("有注") + noted("footnote", 2)) + sdt(par("控件块")) + par(run("行内") + sdt(run("控件")))
        + table(row(cell(par("外") + table(row(cell("内格")))), cell(sdt(par("格中控件")))), row(cell("起"), properties='<w:gridBefore w:val="1"/>'))
        + par(f"<w:ins>{run('增写')}</w:ins><w:smartTag>{run('标签')}</w:smartTag>")
    )  # fmt: skip
    path = with_parts(tmp_path / "全.docx", body, {"footnotes.xml": ("footnotes", notes("footnote", "注中字"))})
    found = paragraphs(read(path).blocks)
    assert len(found) == 13
    result = mark_up(path, [Remark(p.passage.anchor(), f"意见{n}") for n, p in enumerate(found)], tmp_path / "批.docx")
    assert len(list(docx.Document(str(result.path)).comments)) == len(found)
    flat = [etree.fromstring(office(file, "fodt").read_bytes()) for file in (path, result.path)]
    notes_in = [len(list(tree.iter("{*}annotation"))) for tree in flat]
    assert notes_in == [0, len(found)]
    for tree in flat:
        for annotation in list(tree.iter("{*}annotation")):
            for child in list(annotation):
                annotation.remove(child)
    words = ["".join("".join(p.itertext()) for p in tree.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p")) for tree in flat]
    assert sorted("".join(words[0].split())) == sorted("".join(words[1].split()))
