"""Web pages under the name of a Word file: what they show, and their .docx copy."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import Corrupt, DocumentError
from extractors.formats import html
from extractors.formats.docx import read as read_docx
from extractors.lookalikes import as_meant
from extractors.model import Document, Paragraph, Table
from extractors.model.document import paragraphs
from extractors.reading import read, read_bytes
from formats_word.wordmaker import commented
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

FORM = (
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>不是正文</title><style>p{}</style></head>'
    '<body><h1 align="center">公开承诺书</h1><p style="display:none">藏</p><p>第一  段<b>粗</b>\r\n尾<br>换行</p>'
    "<ol start=3><li>甲<li>乙<ul><li>丙</ul></ol><ol type=A style='list-style-type: none'><li>无号</ol><p>&nbsp;</p>"
    "<table border=1><tr><td rowspan=2>左<td colspan=2>上</td></tr><tr><td>中</td><td><table><tr><td>套</table></td></tr>"
    "<tr><th>底</th><td>x<input value=填><input type=checkbox checked><input type=hidden value=秘></td></tr></table>"
    "<select><option>一<option selected>二</select><pre>照\n 样</pre>末<script>x</script></body></html>"
).encode("gbk")


def cells(document: Document) -> list[tuple[int, int, int, int, str]]:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells]


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_what_a_page_shows() -> None:
    document = read_bytes(FORM)
    assert document.format == "html"
    assert lines(document) == ["公开承诺书", "第一 段粗 尾\n换行", "3. 甲", "4. 乙", "• 丙", "无号", "二", "照\n 样", "末"]
    assert cells(document) == [
        (0, 0, 2, 1, "左"), (0, 1, 1, 2, "上"), (1, 1, 1, 1, "中"), (1, 2, 1, 1, "套"), (2, 0, 1, 1, "底"), (2, 1, 1, 1, "x填☑"),
    ]  # fmt: skip
    title, item = document.blocks[0], document.blocks[2]
    assert isinstance(title, Paragraph)
    assert isinstance(item, Paragraph)
    assert (title.centered, title.bold, item.ordinal) == (True, True, "3.")


@pytest.mark.parametrize(
    "data",
    [
        "<p>承诺".encode(), b"\xef\xbb\xbf" + "<p>承诺".encode(), "<p>承诺".encode("utf-16"), "<p>承诺".encode("gb18030"),
        '<?xml version="1.0" encoding="GBK"?><!-- x --><html><body>承诺</body></html>'.encode("gbk"),
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; type=\"text/html\"\r\n\r\n--b\r\nContent-Type: text/html; "
        b"charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+s9DFtTwvcD4=\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--",
    ],
)  # fmt: skip
def test_characters_are_those_of_the_page(data: bytes) -> None:
    assert read_bytes(data).text == "承诺"


def test_signs_of_symbol_fonts() -> None:
    page = '<p><span style="font-family: \'Wingdings 2\', serif">R<b>£</b></span>R<font face="Wingdings">þ<font face="Arial">o</font></font></p>'
    assert read_bytes(page.encode()).text == "☑□R☑o"


@pytest.mark.parametrize(
    "rows",
    [
        "<form><tr><td>姓名</td><td>某某</td></tr></form>", "<tbody><form><tr><td>姓名</td><td>某某</td></tr></form></tbody>",
        "<tr><form><td>姓名</td><td>某某</td></form></tr>", "<td>姓名</td><td>某某</td>",
    ],
)  # fmt: skip
def test_forms_between_a_table_and_its_cells_hide_nothing(rows: str) -> None:
    assert cells(read_bytes(f"<h2>表</h2><table><caption>题</caption>{rows}</table>".encode())) == [(0, 0, 1, 1, "姓名"), (0, 1, 1, 1, "某某")]


def test_comments_stand_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "书.doc"
    path.write_bytes(FORM)
    document = read(path)
    words = ["承诺", "粗", "乙", "套", "填", "样"]
    remarks = []
    for word in words:
        passage = next(p.passage for p in paragraphs(document.blocks) if word in p.text)
        at = passage.text.index(word)
        remarks.append(Remark(passage.slice(at, at + len(word)).anchor(), f"「{word}」"))
    result = mark_up(path, remarks, tmp_path / "书.docx")
    assert commented(result.path) == {f"「{word}」": word for word in words}
    assert read(result.path).text == document.text


def test_no_depth_and_no_span_does_harm() -> None:
    for piece in ("<table><tr><td>", "<div>", "<b>", "<ul><li>"):
        data = ("<html>" + piece * 5000 + "x").encode()
        with suppress(Corrupt):
            assert "x" in read_bytes(data).text
    start = time.process_time()
    wide = read_bytes(b"<table><tr><td colspan=99999 rowspan=99999>x<td>y</table>" + b"<ol>" + b"<li>a" * 5000)
    assert "x\ny\n1. a" in wide.text
    assert time.process_time() - start < 5


PIECES = st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td>", "<td rowspan=2>", "<td colspan=3 rowspan=3>", "<th>", "</td>", "<p>", "</p>", "<br>", "<li>",
     "<ol>", "</ol>", "<ul>", "<pre>", "</pre>", "<b>", "</b>", "<input value=v>", "甲", " ", "乙丙", "\n", "<div hidden>", "</div>", "&nbsp;", "<form>", "</form>"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_copy_says_what_its_page_says(pieces: list[str]) -> None:
    data = ("<html>" + "".join(pieces)).encode()
    try:
        document = read_bytes(data)
    except DocumentError:
        return
    copy = as_meant(read_docx(html.as_docx(data)))
    assert [(p.text, p.place) for p in paragraphs(copy.blocks)] == [(p.text, p.place) for p in paragraphs(document.blocks)]
