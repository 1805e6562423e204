from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from extractors.model import Anchor, Paragraph, Passage, WordPlace
from extractors.model.document import paragraphs
from extractors.reading import read
from formats_word.wordmaker import box, cell, commented, field, par, part_of, row, run, sdt, table, write
from pipeline.feedback.remark import AUTHOR, Remark
from pipeline.feedback.word import mark_up

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def passage(path: Path, text: str) -> Passage:
    """The part of the file's text that says `text`."""
    for paragraph in paragraphs(read(path).blocks):
        if text in paragraph.text:
            at = paragraph.text.index(text)
            return paragraph.passage.slice(at, at + len(text))
    raise AssertionError(text)


def marked(path: Path, *texts: str) -> tuple[dict[str, str], list[bool]]:
    """Comment each text with 「text」; what the file's own marks cover, and what the marker said of it."""
    before = read(path)
    remarks = [Remark(passage(path, text).anchor(), f"「{text}」") for text in texts]
    result = mark_up(path, remarks, path.with_name("批注.docx"))
    assert read(result.path) == before
    found = commented(result.path)
    assert list(found.values()) == [placed.text for placed in result.placed]
    return found, [placed.exact for placed in result.placed]


PLAIN = par(run("一、在六月底前") + run("完成改造工程", "<w:b/>") + run("，惠及三十六户。"))


@pytest.mark.parametrize(
    ("xml", "texts"),
    [
        (PLAIN, ["六月", "月底前完成改", "改造工程", "一、在六月底前完成改造工程，惠及三十六户。"]),
        (PLAIN, ["六月底前完成", "底前完成改造", "前完", "完成改造工程，惠及"]),
        (table(row(cell("甲事项"), cell(par("外") + table(row(cell("内层承诺")))))), ["事", "外", "层承"]),
        (par(f"<w:ins>{run('增写的话')}</w:ins>" + run("原话")), ["写的", "的话原"]),
        (par(f"<w:hyperlink>{run('网上公开')}</w:hyperlink>" + run("承诺")), ["上公", "开承"]),
        (par("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:tab/><w:t>尾</w:t></w:r>"), ["行", "二", "尾"]),
        (par("<w:r><w:t>  前后有空格  </w:t></w:r>"), ["后有"]),
        (par(run("前言") + sdt(run("控件")) + run("后语")), ["前言", "控件", "后"]),
    ],
)
def test_the_commented_range_is_the_evidence(tmp_path: Path, xml: str, texts: list[str]) -> None:
    found, exact = marked(write(tmp_path / "书.docx", xml), *texts)
    assert found == {f"「{text}」": text for text in texts}
    assert all(exact)


@pytest.mark.parametrize(
    ("xml", "text", "covered"),
    [
        (par(run("前") + sdt(run("控件里的话")) + run("后")), "件里", "控件里的话"),
        (par(run("于") + field("DATE", "三月五日") + run("前")), "月五", "三月五日"),
        (par("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>" + run("户")), "+", ""),
    ],
)
def test_controls_and_fields_are_commented_whole(tmp_path: Path, xml: str, text: str, covered: str) -> None:
    path = write(tmp_path / "书.docx", xml)
    result = mark_up(path, [Remark(passage(path, text).anchor(), "改")], tmp_path / "批注.docx")
    assert commented(result.path) == {"改": covered}
    assert not result.placed[0].exact
    marks = etree.fromstring(part_of(result.path, "word/document.xml")).iter("{*}commentRangeStart", "{*}commentRangeEnd")
    assert {etree.QName(mark.getparent()).localname for mark in marks} == {"p"}


def test_a_thousand_fields_hold_nothing_up(tmp_path: Path) -> None:
    path = write(tmp_path / "域.docx", par((field("REF x", "值") + run("字")) * 1000))
    (found,) = paragraphs(read(path).blocks)
    start = time.process_time()
    result = mark_up(path, [Remark(found.passage.slice(n, n + 1).anchor(), f"第{n}处") for n in range(1, 300)], tmp_path / "批注.docx")
    assert time.process_time() - start < 5
    assert {placed.text for placed in result.placed} == {"值", "字"}


def test_signs_stay_as_they_were_typed(tmp_path: Path) -> None:
    """A ticked box may be the letter R in a symbol font, or a field that shows what its instruction says."""
    font = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    path = write(tmp_path / "号.docx", par(run("RR是", font)) + par(run("于") + field(r"eq \o\ac(○,1)", "") + run("前")))
    remarks = [Remark(passage(path, text).anchor(), text) for text in ("☑是", "①前")]
    result = mark_up(path, remarks, tmp_path / "批注.docx")
    assert commented(result.path) == {"☑是": "R是", "①前": "前"}
    assert [(placed.text, placed.exact) for placed in result.placed] == [("☑是", True), ("①前", True)]
    assert read(result.path) == read(path)


def test_a_field_inside_one_element_holds_no_text_after_it(tmp_path: Path) -> None:
    kept = field("REF x", "三月")
    alternate = f'<mc:AlternateContent><mc:Choice Requires="w14">{kept}</mc:Choice><mc:Fallback>{kept}</mc:Fallback></mc:AlternateContent>'
    path = write(tmp_path / "书.docx", par(alternate + run("底前完成")))
    result = mark_up(path, [Remark(passage(path, "完成").anchor(), "改")], tmp_path / "批注.docx")
    assert commented(result.path) == {"改": "完成"}
    assert result.placed[0].exact


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_overlap_of_ranges_is_exact(tmp_path: Path, ranges: list[tuple[int, int]]) -> None:
    path = tmp_path / "叠.docx"
    if not path.exists():
        write(path, PLAIN)
    text = read(path).text
    places = [(start, min(start + length, len(text))) for start, length in ranges if start < len(text)]
    remarks = [Remark(Anchor((WordPlace("word/document.xml", 0, a, b),)), f"第{n}条") for n, (a, b) in enumerate(places)]
    result = mark_up(path, remarks, tmp_path / "批注.docx")
    assert read(result.path) == read(path)
    assert commented(result.path) == {f"第{n}条": text[a:b] for n, (a, b) in enumerate(places)} if places else True


def test_a_range_over_several_paragraphs(tmp_path: Path) -> None:
    path = write(tmp_path / "段.docx", par("头一段") + par("") + par("中间段") + par("末一段"))
    blocks = paragraphs(read(path).blocks)
    whole = Passage.join(p.passage for p in blocks)
    result = mark_up(path, [Remark(whole.anchor(1, 10), "跨段")], tmp_path / "批注.docx")
    assert commented(result.path) == {"跨段": "一段\n中间段\n末一"}
    assert (result.placed[0].text, result.placed[0].exact) == ("一段\n中间段\n末一", True)


def test_a_ledger_row_is_commented_over_its_cells(tmp_path: Path) -> None:
    path = write(tmp_path / "行.docx", table(row(*map(cell, "甲乙丙")), row(*map(cell, "丁戊己"))))
    cells = paragraphs(read(path).blocks)[3:]
    result = mark_up(path, [Remark(Passage.join(p.passage for p in cells).anchor(), "整行")], tmp_path / "批注.docx")
    assert commented(result.path) == {"整行": "丁\n戊\n己"}
    assert result.placed[0].exact


def test_a_range_never_covers_text_that_is_not_meant(tmp_path: Path) -> None:
    path = write(tmp_path / "隔.docx", par("甲") + par("不相干") + par("丙"))
    first, _, third = paragraphs(read(path).blocks)
    remark = Remark(Passage.join([first.passage, third.passage]).anchor(), "两处")
    result = mark_up(path, [remark], tmp_path / "批注.docx")
    assert commented(result.path) == {"两处": "甲"}
    assert not result.placed[0].exact


def test_existing_comments_stay_and_numbers_do_not_collide(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("原有批注的话")
    made.add_comment(paragraph.runs, text="旧意见", author="支部", initials="支")
    made.save(str(tmp_path / "旧.docx"))
    path = tmp_path / "旧.docx"
    result = mark_up(path, [Remark(passage(path, "批注").anchor(), "新意见")], tmp_path / "批注.docx")
    assert read(result.path) == read(path)
    assert commented(result.path) == {"旧意见": "原有批注的话", "新意见": "批注"}
    assert [c.author for c in docx.Document(str(result.path)).comments] == ["支部", AUTHOR]


def test_a_copy_that_comes_back_loses_the_comments_of_the_round_before(tmp_path: Path) -> None:
    """What a branch answered stays; later versions of Word tie answers to comments by the ids of their paragraphs."""
    made = docx.Document()
    paragraph = made.add_paragraph("做好事。")
    made.add_comment(paragraph.runs, text="已改", author="支部", initials="支")
    made.save(str(tmp_path / "头.docx"))
    first = mark_up(tmp_path / "头.docx", [Remark(passage(tmp_path / "头.docx", "好事").anchor(), "太空泛")], tmp_path / "一.docx").path
    back = tmp_path / "回.docx"
    threads = f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000B" '
    with ZipFile(first) as old, ZipFile(back, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/comments.xml":
                content = content.replace(b"<w:p>", f'<w:p xmlns:w14="{W14}" w14:paraId="0000000A">'.encode())
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
                content = content.replace(b"</Rel", f'<Relationship Id="rIdx" Type="{kind}" Target="commentsExtended.xml"/></Rel'.encode())
            new.writestr(name, content)
        new.writestr("word/commentsExtended.xml", threads + 'w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>')
    result = mark_up(back, [Remark(passage(back, "做好").anchor(), "还是空泛")], tmp_path / "二.docx")
    assert commented(result.path) == {"已改": "做好事。", "还是空泛": "做好"}
    assert read(result.path) == read(back)
    left = etree.fromstring(part_of(result.path, "word/commentsExtended.xml"))
    assert [dict(node.attrib) for node in left] == [{f"{{{W15}}}paraId": "0000000B", f"{{{W15}}}done": "0"}]
    assert part_of(result.path, "word/document.xml").count(b"commentReference") == 2


@pytest.mark.parametrize(
    "xml",
    [
        par(run("持框段") + box(par("块内的话"))),
        sdt(par(box(par("块内的话")))) + par("块外"),
    ],
)
def test_where_a_comment_cannot_stand_it_quotes_and_stands_beside(tmp_path: Path, xml: str) -> None:
    path = write(tmp_path / "控.docx", xml)
    before = read(path)
    result = mark_up(path, [Remark(passage(path, "内的").anchor(), "改")], tmp_path / "批注.docx")
    assert read(result.path) == before
    (text,) = commented(result.path)
    assert "内的" in text
    assert text.endswith("改")
    assert not result.placed[0].exact
    root = etree.fromstring(part_of(result.path, "word/document.xml"))
    for mark in root.iter("{*}commentRangeStart", "{*}commentReference"):
        assert "txbxContent" not in {etree.QName(a).localname for a in mark.iterancestors()}


def test_controls_around_paragraphs_keep_their_text_in_every_program(
    tmp_path: Path, office: Callable[[Path, str], Path], office_text: Callable[[Path], str]
) -> None:
    """LibreOffice drops the text before a comment's own mark in the first paragraph of a control: the mark stands elsewhere."""
    xml = (
        sdt(par("先甲的话")) + par("块外") + sdt(par("先的") + par("后乙的话")) + sdt(table(row(cell("表丙的话") + cell("邻"))))
        + table(row(cell("标签") + sdt(cell("格丁的话")))) + table(sdt(row(cell("行戊的话") + cell("邻"))))
        + sdt(sdt(par("里己的话")) + par("后")) + sdt(par("末庚的话"))
    )  # fmt: skip
    path = write(tmp_path / "控.docx", xml)
    remarks = [Remark(passage(path, word).anchor(), f"改{word}") for word in ("甲的", "乙的", "丙的", "丁的", "戊的", "己的", "庚的")]
    result = mark_up(path, remarks, tmp_path / "批注.docx")
    assert read(result.path) == read(path)
    assert commented(result.path) == {remark.text: remark.text[1:] for remark in remarks}
    assert all(placed.exact for placed in result.placed)
    seen = [office_text(file).split() for file in (path, result.path)]
    assert seen[0] == seen[1]
    shown = etree.parse(office(result.path, "fodt")).getroot()
    assert sorted("".join(note.itertext()).split()[-1] for note in shown.iter("{*}annotation")) == sorted(r.text for r in remarks)


def test_a_header_is_quoted_at_the_first_paragraph(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "页眉上的单位"
    made.add_paragraph("承诺书正文")
    made.save(str(tmp_path / "眉.docx"))
    path = tmp_path / "眉.docx"
    result = mark_up(path, [Remark(passage(path, "单位").anchor(), "名称不符"), Remark(Anchor(), "全文")], tmp_path / "批注.docx")
    found = commented(result.path)
    assert list(found.values()) == ["承诺书正文", "承诺书正文"]
    assert list(found) == ["（针对“单位”）\n名称不符", "全文"]


def test_lines_author_and_date(tmp_path: Path) -> None:
    path = write(tmp_path / "书.docx", PLAIN)
    remarks = [Remark(passage(path, "六月").anchor(), "缺完成时限\n建议：写明到月\x07"), Remark(Anchor(), " \n")]
    result = mark_up(path, remarks, tmp_path / "批注.docx", datetime(2012, 3, 20, 9, 0))
    assert len(result.placed) == 1
    (comment,) = docx.Document(str(result.path)).comments
    assert (comment.author, comment.initials) == (AUTHOR, AUTHOR)
    assert [p.text for p in comment.paragraphs] == ["缺完成时限", "建议：写明到月"]
    assert comment.timestamp is not None
    assert comment.timestamp.date().isoformat() == "2012-03-20"


def test_text_and_format_stay_and_other_parts_keep_their_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "书.docx", PLAIN)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    result = mark_up(path, [Remark(passage(path, "成改").anchor(), "改")], tmp_path / "批注.docx")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    with ZipFile(path) as old, ZipFile(result.path) as new:
        assert new.testzip() is None
        changed = {name for name in new.namelist() if name not in old.namelist() or new.read(name) != old.read(name)}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
    runs = docx.Document(str(result.path)).paragraphs[0].runs
    assert [(r.text, bool(r.bold)) for r in runs if r.text] == [
        ("一、在六月底前", False), ("完", True), ("成改", True), ("造工程", True), ("，惠及三十六户。", False),
    ]  # fmt: skip


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "书.docx", PLAIN)
    remark = Remark(passage(path, "六月").anchor(), "改")
    first, second = (mark_up(path, [remark], tmp_path / f"{n}.docx").path.read_bytes() for n in "甲乙")
    assert first == second
    assert not list(tmp_path.glob("*.tmp"))


def test_strict_files_stay_strict(tmp_path: Path) -> None:
    path = write(tmp_path / "严.docx", PLAIN, strict=True)
    found, exact = marked(path, "月底前完成", "三十六户")
    assert (list(found.values()), exact) == (["月底前完成", "三十六户"], [True, True])
    result = path.with_name("批注.docx")
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        loose = re.findall(rb"http://schemas.openxmlformats.org/(?!package/)\w+/2006/", part_of(result, name))
        assert not loose, name


def test_the_submitted_file_is_never_written_over(tmp_path: Path) -> None:
    path = write(tmp_path / "书.docx", PLAIN)
    with pytest.raises(ValueError, match="written over"):
        mark_up(path, [Remark(Anchor(), "改")], path)


def test_libreoffice_prints_the_same_words_from_the_marked_copy(
    tmp_path: Path, office: Callable[[Path, str], Path]
) -> None:
    import pdfplumber

    xml = (
        PLAIN + table(row(cell("甲事项"), cell(par("外层") + table(row(cell("内层承诺")))))) + par(f"<w:ins>{run('增写的话')}</w:ins>")
        + par(run("前言") + sdt(run("控件里的话")) + run("后语")) + sdt(par("块内的话")) + par(run("于") + field("QUOTE x", "三月五日"))
        + par(run("持框段") + box(par("框里的字")))
    )  # fmt: skip
    path = write(tmp_path / "原.docx", xml)
    words = ["底前完成", "事项", "层承", "写的", "件里", "内的", "月五", "框里", "外层"]
    result = mark_up(path, [Remark(passage(path, word).anchor(), "意见") for word in words], tmp_path / "批注.docx")
    printed = []
    for file in (path, result.path):
        with pdfplumber.open(office(file, "pdf")) as pdf:
            printed.append(sorted("".join(page.extract_text() for page in pdf.pages).replace("\n", "").replace(" ", "")))
    assert printed[0] == printed[1]
    assert len(printed[0]) > 50


def test_every_paragraph_of_a_form_can_be_commented_exactly(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("党员公开承诺书")
    grid = made.add_table(4, 4)
    for r in range(4):
        for c in range(4):
            grid.cell(r, c).text = f"第{r}行{c}列\n第二段{r}{c}"
    grid.cell(0, 0).merge(grid.cell(1, 1))
    made.save(str(tmp_path / "表.docx"))
    path = tmp_path / "表.docx"
    found: list[Paragraph] = paragraphs(read(path).blocks)
    remarks = [Remark(p.passage.anchor(), f"第{n}条") for n, p in enumerate(found)]
    result = mark_up(path, remarks, tmp_path / "批注.docx")
    assert [placed.text for placed in result.placed] == [p.text for p in found]
    assert list(commented(result.path).values()) == [p.text for p in found]
