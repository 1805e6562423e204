"""OFD files: characters at their places, tables from rulings, templates, composite units, annotations, seals."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.errors import NoFormFound, Scan
from extractors.formats import claimant, pdf
from extractors.formats.ofdpage.geometry import deltas
from extractors.model import Block, Mark, MarkKind, PdfPlace, Table
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from formats_ofd.ofdmaker import file, line, page, text
from samples.make.ofd import Stamp, from_pdf
from samples.make.ofd import deltas as written

INBOX = Path(__file__).parents[2] / "samples" / "inbox"
FORMS = [p for p in sorted(INBOX.rglob("*.pdf")) if p.stem not in ("鲁密码承诺书", "范截断承诺书", "扫描0312")]


def told(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                found += [(cell.row, cell.col, cell.rows, cell.cols), *told(cell.blocks)]
        else:
            found.append((block.place, block.text, block.centered))
    return found


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.stem)
def test_a_form_reads_from_ofd_as_from_pdf(path: Path) -> None:
    data = path.read_bytes()
    assert told(read_bytes(from_pdf(data)).blocks) == told(pdf.read(data).blocks)


def test_anchors_are_boxes_in_points() -> None:
    data = next(p for p in FORMS if p.stem == "沈摹写承诺书").read_bytes()
    ours, theirs = read_bytes(from_pdf(data)), pdf.read(data)
    for a, b in zip(paragraphs(ours.blocks), paragraphs(theirs.blocks), strict=True):
        for one, other in zip(a.passage.anchor().places, b.passage.anchor().places, strict=True):
            assert isinstance(one, PdfPlace)
            assert isinstance(other, PdfPlace)
            assert one.page == other.page
            for mine, wanted in zip(one.boxes, other.boxes, strict=True):
                assert abs(mine[0] - wanted[0]) < 0.5
                assert mine[1] < (wanted[1] + wanted[3]) / 2 < mine[3]


@pytest.mark.parametrize(
    ("words", "most", "found"),
    [
        ("6.35 6.35 3", 9, [6.35, 6.35, 3.0]), ("g 3 2.5 -7 g 2 1", 9, [2.5, 2.5, 2.5, -7.0, 1.0, 1.0]),
        ("g 99999999 1", 4, [1.0] * 4), ("g -5 1 2", 4, [2.0]), ("g x 1", 3, []), ("1 g 2", 9, [1.0, 0.0, 2.0]),
        ("1e99 nan inf", 9, [0.0, 0.0, 0.0]), (None, 3, []), ("", 3, []),
    ],
)  # fmt: skip
def test_offsets(words: str | None, most: int, found: list[float]) -> None:
    assert deltas(words, most) == found


def test_written_offsets_read_back() -> None:
    assert deltas(written([2.5, 2.5, 2.5, 1.0, 4.0, 4.0]), 9) == [2.5, 2.5, 2.5, 1.0, 4.0, 4.0]


@pytest.mark.parametrize(
    ("objects", "lines"),
    [
        (text("公开承诺书", delta="g 4 5"), ["公开承诺书"]),
        (text("公开承诺书"), ["公开承诺书"]),
        (text("承诺书", delta="5"), ["承诺书"]),
        (text("姓名", delta="15"), ["姓  名"]),
        (text("1、甲2、丙", delta="5 5 -10 5 5", down="0 0 8 0 0"), ["1、甲", "2、丙"]),
        (text("竖排", down="5"), ["竖排"]),
        (text("一", at="20 20 99 9") + text("二", at="60 20 99 9"), ["一       二"]),
        (text("承诺", at="20 20 99 9", size=50, extra='CTM="0.1 0 0 0.1 0 0"', delta="50"), ["承诺"]),
        (text("甲") + text("乙", at="40 20 -15 9").replace('X="0"', 'X="-15"'), ["甲乙"]),
        (text("a b", delta="2.5 2.5"), ["a b"]),
        (text("重要", delta="5") + text("重要", at="20.1 20 99 9", delta="5"), ["重要"]),
        (text("看不见", extra='Visible="false"') + text("看得见"), ["看得见"]),
        ("<ofd:PageBlock><ofd:PageBlock>" + text("块") + "</ofd:PageBlock></ofd:PageBlock>", ["块"]),
        (text("⽬标", delta="5"), ["目标"]),
        ('<ofd:TextObject ID="7" Boundary="20 20 99 9" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5 5">1、一</ofd:TextCode>'
         '<ofd:TextCode Y="13" DeltaX="5 5">2、二</ofd:TextCode></ofd:TextObject>', ["1、一", "2、二"]),
    ],
)  # fmt: skip
def test_characters_stand_where_the_file_says(objects: str, lines: list[str]) -> None:
    assert [p.text for p in paragraphs(read_bytes(file(page(objects))).blocks)] == lines


@pytest.mark.parametrize("ctm", ["0 1 -1 0 100 0", "-1 0 0 -1 100 100", "0 -1 1 0 0 100"])
def test_pages_that_are_turned_as_a_whole(ctm: str) -> None:
    objects = "".join(
        f'<ofd:TextObject ID="{n}" Boundary="20 20 99 99" CTM="{ctm}" Font="1" Size="5"><ofd:TextCode X="0" Y="{10 * n}" DeltaX="g 4 5">'
        f"{n}、承诺书</ofd:TextCode></ofd:TextObject>" for n in (1, 2, 3)
    )  # fmt: skip
    assert read_bytes(file(page(objects))).text == "1、承诺书\n2、承诺书\n3、承诺书"


CELLS = text("单位", at="22 21 9 9", delta="5") + text("机电学院", at="62 21 9 9", delta="g 3 5") + text("承诺", at="22 41 9 9", delta="5")


@pytest.mark.parametrize("kind", ["lines", "boxes", "filled", "one path"])
def test_rulings_make_a_table(kind: str) -> None:
    edges = [(20, 20, 120, 20), (20, 40, 120, 40), (20, 80, 120, 80), (20, 20, 20, 80), (60, 20, 60, 40), (120, 20, 120, 80)]
    if kind == "lines":
        drawn = "".join(line(*edge) for edge in edges)
    elif kind == "boxes":
        drawn = "".join(
            f'<ofd:PathObject ID="9" Boundary="{x} {y} {w} {h}"><ofd:AbbreviatedData>M 0 0 L {w} 0 L {w} {h} L 0 {h} C</ofd:AbbreviatedData></ofd:PathObject>'
            for x, y, w, h in ((20, 20, 40, 20), (60, 20, 60, 20), (20, 40, 100, 40))
        )  # fmt: skip
    elif kind == "filled":
        drawn = "".join(
            f'<ofd:PathObject ID="9" Boundary="{x0} {y0} {x1 - x0 + 0.2} {y1 - y0 + 0.2}" Stroke="false" Fill="true"><ofd:AbbreviatedData>'
            f"S 0 0 L {x1 - x0 + 0.2} 0 {x1 - x0 + 0.2} {y1 - y0 + 0.2} L 0 {y1 - y0 + 0.2} C</ofd:AbbreviatedData></ofd:PathObject>"
            for x0, y0, x1, y1 in edges
        )  # fmt: skip
    else:
        data = " ".join(f"M {x0} {y0} L {x1} {y1}" for x0, y0, x1, y1 in edges)
        drawn = f'<ofd:PathObject ID="9" Boundary="0 0 210 297"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'
    document = read_bytes(file(page(CELLS, drawn)))
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells] == [
        (0, 0, 1, 1, "单位"), (0, 1, 1, 1, "机电学院"), (1, 0, 1, 2, "承诺"),
    ]  # fmt: skip


def test_composite_units_hold_text() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="50" Width="99" Height="99"><ofd:Content>{text("印")}</ofd:Content></ofd:CompositeGraphicUnit>'
    use = '<ofd:CompositeObject ID="51" ResourceID="50" Boundary="0 0 99 99"/>'
    again = '<ofd:CompositeGraphicUnit ID="52"><ofd:Content><ofd:CompositeObject ResourceID="52" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit>'
    loop = '<ofd:CompositeObject ID="53" ResourceID="52" Boundary="0 0 99 99"/>'
    assert read_bytes(file(page(use + loop), units=unit + again)).text == "印"


def test_bold_type() -> None:
    fonts = '<ofd:Font ID="60" FontName="SimHei" Bold="true"/><ofd:Font ID="61" FontName="Source-Han-Bold"/>'
    lines = [text(f"{n}、甲", at=f"20 {20 * n} 99 9").replace('Font="1"', f'Font="{font}"') for n, font in enumerate((60, 61, 1), 1)]
    weighty = text("4、甲", at="20 80 99 9", extra='Weight="700"')
    found = paragraphs(read_bytes(file(page("".join(lines) + weighty), units=fonts)).blocks)
    assert [p.bold for p in found] == [True, True, False, True]


def test_annotations_and_seals() -> None:
    notes = (
        f'<ofd:Annot Type="Stamp" ID="80"><ofd:Appearance Boundary="0 40 99 99">{text("同意", delta="5")}</ofd:Appearance></ofd:Annot>'
        f'<ofd:Annot Type="Watermark" ID="81"><ofd:Appearance Boundary="0 60 99 99">{text("水印", delta="5")}</ofd:Appearance></ofd:Annot>'
        f'<ofd:Annot Type="Path" Visible="false" ID="82"><ofd:Appearance Boundary="0 60 99 99">{text("隐藏", delta="5")}</ofd:Appearance></ofd:Annot>'
    )
    document = read_bytes(file(page(text("正文", delta="5")), notes=notes, stamps=[Stamp(0, "100 200 40 40")]))
    assert document.text == "正文\n同意"
    assert [(p.name, p.width, p.height) for p in document.pictures] == [("1-seal-1", 113.39, 113.39)]
    assert document.marks == (Mark(MarkKind.SEAL, PdfPlace(0, ((283.46, 161.57, 396.85, 274.96),))),)


def test_missing_pieces_cost_what_they_hold() -> None:
    document = read_bytes(file(page(text("一")), page(text("二")), without="Doc_0/Pages/Page_1/Content.xml"))
    assert (document.text, document.warnings) == ("一", ("第2页无法读取，内容可能不全。",))
    document = read_bytes(file(page(text("一")), without="Doc_0/Tpls/Tpl_0/Content.xml"))
    assert (document.text, document.warnings) == ("一", ("第1页的底版（模板页）缺失或已损坏，栏目名称可能不全。",))


def test_pages_without_text_are_named() -> None:
    image = '<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="8"/>'
    with pytest.raises(Scan):
        read_bytes(file(page(image)))
    with pytest.raises(Scan, match="曲线"):
        read_bytes(file(page("".join(line(20, n, 21, n) for n in range(50, 100))), stamps=[Stamp(0, "1 1 9 9")]))
    with pytest.raises(Scan, match="乱码"):
        read_bytes(file(page(text("¤¤¤¤诺", delta="g 4 5"))))
    with pytest.raises(NoFormFound):
        read_bytes(file(page("")))


def test_known_by_content_and_whatever_the_namespace() -> None:
    data = file(page(text("承诺", delta="5")))
    format_ = claimant(data)
    assert format_ is not None
    assert format_.NAME == "ofd"
    assert read_bytes(file(page(text("承诺", delta="5")), space="http://www.ofd.com/2012")).text == "承诺"
