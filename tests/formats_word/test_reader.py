from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from lxml import etree

from extractors.model import Document, Paragraph, Place, Table
from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.wordmaker import W, box, cell, field, par, row, run, sdt, table, write


def bare(instruction: str) -> str:
    """A field that has no result."""
    return field(instruction, "").replace('<w:fldChar w:fldCharType="separate"/>', "")


def lines(document: Document) -> list[str]:
    return [p.text for p in paragraphs(document.blocks)]


def body(tmp_path: Path, xml: str, **more: bool) -> Document:
    return read(write(tmp_path / "表.docx", xml, **more))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<w:ins>{run('插入')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>{run('文')}", "插入文"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (f"<w:hyperlink>{run('链')}</w:hyperlink><w:smartTag>{run('标')}</w:smartTag>", "链标"),
        (sdt(run("控") + sdt(run("件"))), "控件"),
        (run("显") + run("隐", "<w:vanish/>") + run("露", '<w:vanish w:val="0"/>'), "显露"),
        (field("DATE", "三月") + run("底"), "三月底"),
        (f"<w:fldSimple w:instr='PAGE'>{run('7')}</w:fldSimple>", "7"),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t></w:r>", "一\t二\n三-四"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>', "☑是"),
        ("<w:r><w:t>  空 格  </w:t></w:r>" + run(" 留 "), "空 格 留 "),
        ("<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>" + run("户"), "x²户"),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14">' + run("新版") + "</mc:Choice><mc:Fallback>"
            + run("旧版") + "</mc:Fallback></mc:AlternateContent>",
            "新版",
        ),
        (sdt(run("张三"), "<w:showingPlcHdr/>"), "张三"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
         '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("党员"), "☑党员"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:default w:val="1"/><w:listEntry w:val="男"/><w:listEntry w:val="女"/>'
         "</w:ddList></w:ffData></w:fldChar></w:r>" + field("", "女").partition("</w:r>")[2], "女"),
        (bare(r"eq \o\ac(○,1)") + run("读书") + bare(r"EQ \o\ac(□,√)") + run("是") + bare(r"eq \o\ac(□, )") + run("否"), "①读书☑是□否"),
        (field(r"eq \o\ac(○,2)", "") + run("走访") + bare("AUTONUM"), "②走访"),
        (bare('SYMBOL 0254 \\f "Wingdings"') + run("是"), "☑是"),
        (run("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + run("是")
         + run("\uf0a8", '<w:rFonts w:hAnsi="Wingdings"/>') + run("否R", '<w:rFonts w:ascii="Arial" w:hAnsi="Wingdings 2"/>'), "☑是□否R"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(tmp_path: Path, content: str, text: str) -> None:
    assert lines(body(tmp_path, par(content))) == [text]


@pytest.mark.parametrize(
    "prompt",
    [
        sdt(run("单击此处输入文字。"), "<w:showingPlcHdr/>"),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MACROBUTTON NoMacro 单击此处输入文字。</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_a_prompt_stands_beside_the_writing(tmp_path: Path, prompt: str) -> None:
    for content in (par(prompt + run("有")), table(row(cell(par(prompt + run("有")))))):
        document = body(tmp_path, content)
        assert [(p.text, p.place) for p in paragraphs(document.blocks)] == [
            ("有", Place.BODY), ("单击此处输入文字。", Place.PROMPT),
        ]  # fmt: skip


def test_a_control_around_a_cell_shows_its_prompt_or_its_writing(tmp_path: Path) -> None:
    controls = [sdt(cell(text), "<w:showingPlcHdr/>") for text in ("请选择性别", "张三三")]
    document = body(tmp_path, table(row(cell("性别"), controls[0]), row(cell("姓名"), controls[1])))
    assert [(p.text, p.place) for p in paragraphs(document.blocks)] == [
        ("性别", Place.BODY), ("姓名", Place.BODY), ("张三三", Place.BODY), ("请选择性别", Place.PROMPT),
    ]  # fmt: skip
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert [(c.row, c.col) for c in found.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_numbers_that_no_program_writes(tmp_path: Path) -> None:
    long = "9" * 5000
    xml = table(row(cell("格", f'<w:gridSpan w:val="{long}"/>'))) + par("段", f'<w:numPr><w:ilvl w:val="{long}"/><w:numId w:val="77"/></w:numPr>')
    shape = '<w:r><w:pict><v:shape style="width:1.2.3pt;height:.5in"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    assert lines(body(tmp_path, xml + par(shape))) == ["格", "段"]


@pytest.mark.parametrize(
    "mark", ["<w:rPr><w:del w:id='1'/></w:rPr>", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>", '<w:framePr w:dropCap="drop" w:lines="3"/>']
)
def test_a_paragraph_without_its_mark_runs_on_in_the_next(tmp_path: Path, mark: str) -> None:
    """A mark deleted with changes tracked, a mark hidden to set a heading before its text, a large initial."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = par("<w:del><w:r><w:delText>去</w:delText></w:r></w:del>", mark)
    document = body(tmp_path, par("建好", mark) + gone + par("台账") + par("头", mark) + table(row(cell("格"))) + par("尾"))
    assert lines(document) == ["建好台账", "头", "格", "尾"]
    assert [place.paragraph for place in paragraphs(document.blocks)[0].passage.anchor().places] == [0, 2]
    assert lines(body(tmp_path, par("甲", mark) + par("") + par("乙") + par("丙", mark) + par("丁", listed)))[:3] == ["甲", "乙", "丙"]


def test_a_field_that_never_ends_hides_no_later_paragraph(tmp_path: Path) -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("指令")
    assert lines(body(tmp_path, par(broken) + par("后文"))) == ["后文"]


def test_a_text_box_stands_once_after_its_paragraph(tmp_path: Path) -> None:
    document = body(tmp_path, par(run("前") + box(par("框一") + table(row(cell("框内格")))) + run("后")) + par("下段"))
    assert lines(document) == ["前后", "框一", "框内格", "下段"]
    assert [block.place for block in document.blocks] == [Place.BODY, Place.TEXT_BOX, Place.TEXT_BOX, Place.BODY]


def test_blocks_inside_controls_and_insertions(tmp_path: Path) -> None:
    inner = sdt(par("块") + sdt(par("内块"))) + f"<w:ins>{par('插')}</w:ins>"
    rows = table(sdt(row(cell("甲"), sdt(cell("乙")))), row(cell("丙"), cell(sdt(par("丁")))))
    assert lines(body(tmp_path, inner + rows)) == ["块", "内块", "插", "甲", "乙", "丙", "丁"]


def shape(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.col, c.rows, c.cols, c.text) for c in found.cells]


def test_merged_cells_stand_once_at_their_grid_place(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row(cell("甲", down + '<w:gridSpan w:val="2"/>'), cell("乙")),
        row(cell("", on + '<w:gridSpan w:val="2"/>'), cell("丙")),
        row(cell("丁"), cell("戊", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")),
        row(cell("己"), properties='<w:gridBefore w:val="2"/>'),
    )
    found = body(tmp_path, table(*rows)).blocks[0]
    assert isinstance(found, Table)
    assert shape(found) == [
        (0, 0, 2, 2, "甲"), (0, 2, 1, 1, "乙"), (1, 2, 1, 1, "丙"), (2, 0, 1, 1, "丁"), (2, 1, 1, 2, "戊"), (3, 2, 1, 1, "己"),
    ]  # fmt: skip


def test_broken_merges_lose_no_text(tmp_path: Path) -> None:
    rows = table(row(cell("孤", "<w:vMerge/>")), row(cell("独", '<w:gridSpan w:val="x"/>'), cell("余")))
    found = body(tmp_path, rows).blocks[0]
    assert isinstance(found, Table)
    assert shape(found) == [(0, 0, 1, 1, "孤"), (1, 0, 1, 1, "独"), (1, 1, 1, 1, "余")]


def test_text_below_a_vertical_merge_joins_the_cell_above(tmp_path: Path) -> None:
    rows = table(row(cell("上", '<w:vMerge w:val="restart"/>')), row(cell("下", "<w:vMerge/>")))
    found = body(tmp_path, rows).blocks[0]
    assert isinstance(found, Table)
    assert shape(found) == [(0, 0, 2, 1, "上\n下")]


def test_nested_tables_are_blocks_of_their_cell(tmp_path: Path) -> None:
    outer = table(row(cell(par("外") + table(row(cell("内"))) + par("尾"))))
    found = body(tmp_path, outer).blocks[0]
    assert isinstance(found, Table)
    assert [type(block) for block in found.cells[0].blocks] == [Paragraph, Table, Paragraph]


def test_deleted_and_hidden_rows_are_gone(tmp_path: Path) -> None:
    """A row's hidden mark alone hides nothing (ISO/IEC 29500-1, 17.4.20): its text has to be hidden too."""
    hidden = row(cell(par(run("隐", "<w:vanish/>"))), properties="<w:hidden/>")
    rows = table(row(cell("删"), properties="<w:del/>"), hidden, row(cell("现"), properties="<w:hidden/>"), row(cell("留")))
    document = body(tmp_path, rows)
    assert lines(document) == ["现", "留"]
    assert isinstance(document.blocks[0], Table)
    assert [c.row for c in document.blocks[0].cells] == [0, 1]


def test_strict_files_read_like_the_others(tmp_path: Path) -> None:
    xml = par(run("标题", "<w:b/>"), '<w:jc w:val="center"/>') + table(row(cell("甲", '<w:gridSpan w:val="2"/>'), cell("乙")))
    loose, strict = body(tmp_path, xml), body(tmp_path, xml, strict=True)
    assert strict == loose
    title = strict.blocks[0]
    assert isinstance(title, Paragraph)
    assert (title.bold, title.centered, len(strict.blocks)) == (True, True, 2)


def test_bold_means_all_of_the_text(tmp_path: Path) -> None:
    document = body(tmp_path, par(run("粗", "<w:b/>") + run("细")) + par(run("粗", "<w:b/>") + run("粗", "<w:b/>")))
    assert [p.bold for p in paragraphs(document.blocks)] == [False, True]


def test_headers_footers_and_notes(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "页眉字"
    made.sections[0].footer.paragraphs[0].text = "页脚字"
    made.add_paragraph("正文字")
    made.save(str(tmp_path / "页.docx"))
    document = read(tmp_path / "页.docx")
    assert [(p.place, p.text) for p in paragraphs(document.blocks)] == [
        (Place.HEADER, "页眉字"), (Place.BODY, "正文字"), (Place.FOOTER, "页脚字"),
    ]  # fmt: skip


def test_footnotes_that_the_text_refers_to(tmp_path: Path) -> None:
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1">{par("线")}</w:footnote>' + "".join(
        f'<w:footnote w:id="{n}">{par(f"注{n}")}</w:footnote>' for n in (1, 2)
    )
    text = par(run("文") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = read(write(tmp_path / "注.docx", text, {"word/footnotes.xml": notes + "</w:footnotes>"}))
    assert [(p.place, p.text) for p in paragraphs(document.blocks)] == [(Place.BODY, "文"), (Place.FOOTNOTE, "注2")]


def test_pieces_lead_back_to_every_paragraph(tmp_path: Path) -> None:
    xml = par(run("甲") + box(par("框"))) + table(row(cell(par("乙") + table(row(cell("丙")))))) + sdt(par("丁"))
    path = write(tmp_path / "锚.docx", xml)
    numbers = list(etree.fromstring(_document(path)).iter(f"{{{W}}}p"))
    for paragraph in paragraphs(read(path).blocks):
        source = paragraph.passage.pieces[0].source
        own = numbers[source.paragraph]  # type: ignore[union-attr]
        texts = [t.text for t in own.iter(f"{{{W}}}t") if next(t.iterancestors(f"{{{W}}}p")) is own]
        assert "".join(t or "" for t in texts) == paragraph.text


def test_every_visible_text_is_read(tmp_path: Path) -> None:
    """Each w:t carries a word of its own, so that a lost or doubled one shows."""
    parts = (
        par(run("字01字") + f"<w:ins>{run('字02字')}</w:ins>" + sdt(run("字03字")) + f"<w:hyperlink>{run('字04字')}</w:hyperlink>"),
        par(run("字05字") + box(par("字06字") + table(row(cell("字07字"))))),
        sdt(par("字08字") + table(row(cell("字09字")))),
        table(row(cell(par("字10字") + table(row(cell("字11字"), cell(par(box(par("字12字")))))))),
              row(sdt(cell("字13字"), "<w:text/>"))),
        par(field("PAGEREF x", "字14字") + f"<w:smartTag>{run('字15字')}</w:smartTag>"),
    )  # fmt: skip
    text = body(tmp_path, "".join(parts)).text
    assert sorted(re.findall(r"字(\d\d)字", text)) == [f"{n:02d}" for n in range(1, 16)]


def test_a_picture_is_listed_with_its_part_and_size(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (30, 20), "red").save(tmp_path / "章.png")
    made = docx.Document()
    made.add_paragraph("盖章处")
    made.add_picture(str(tmp_path / "章.png"), width=docx.shared.Pt(72))
    made.save(str(tmp_path / "图.docx"))
    (picture,) = read(tmp_path / "图.docx").pictures
    assert (picture.name, picture.width, picture.height) == ("word/media/image1.png", 72.0, 48.0)


def test_missing_and_broken_helpers_are_tolerated(tmp_path: Path) -> None:
    path = write(tmp_path / "缺.docx", par("正文", '<w:pStyle w:val="X"/>'), {"word/styles.xml": "<w:styles numPr"})
    document = read(path)
    assert lines(document) == ["正文"]
    assert document.warnings


def _document(path: Path) -> bytes:
    from formats_word.wordmaker import part_of

    return part_of(path, "word/document.xml")
