"""Text copied out of a PDF brings radicals and compatibility ideographs with it that look like the common ones."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from formats_pdf.drawing import FONT, draw

from extractors import lookalikes
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

PASTED = ("⽀部公开承诺书", "⼀、6⽉底前⾛访困难群众12⼾｡", "⼆、⻓期坚持⺠主⽣活会制度；", "2024年3⽉5⽇")
MEANT = ("支部公开承诺书", "一、6月底前走访困难群众12户。", "二、长期坚持民主生活会制度；", "2024年3月5日")


def _word(lines, cell: str = "") -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if cell:
        document.add_table(1, 1).cell(0, 0).text = cell
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_is_read_as_it_was_meant():
    assert read_bytes(_word(PASTED, "⽀部名称")).text.splitlines() == [*MEANT, "支部名称"]


def test_a_web_page_under_the_name_of_a_word_file_too():
    page = "<html><meta charset='utf-8'><body>" + "".join(f"<p>{line}</p>" for line in PASTED) + "</body></html>"
    assert read_bytes(page.encode()).text.split() == list(MEANT)


def test_common_text_is_passed_on_as_it_is():
    document = read_bytes(_word(MEANT))
    assert lookalikes.as_meant(document) is document


def test_comments_stand_where_they_belong_and_the_text_stays_as_it_was_typed(tmp_path: Path):
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(_word(PASTED))
    promise = paragraphs(read_bytes(source.read_bytes()).blocks)[1]
    at = promise.text.index("12户")
    marked = mark_up(source, [Remark(promise.passage.anchor(at, at + 3), "请核对户数")], target)
    assert marked.placed[0].exact
    copy = docx.Document(str(target))
    assert [p.text for p in copy.paragraphs] == list(PASTED)
    assert [c.text for c in copy.comments] == ["请核对户数"]


def test_signs_that_do_not_show_are_taken_out_and_comments_stand_where_they_belong(tmp_path: Path):
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(_word(["党\u200b支\u00ad部公开承诺书", "一、6\u200b月\u200b底\ufeff前走\u00ad访12\u200b户\u00a0\u2003。"]))
    title, promise = paragraphs(read_bytes(source.read_bytes()).blocks)
    assert (title.text, promise.text) == ("党支部公开承诺书", "一、6月底前走访12户 \u3000。")
    at = promise.text.index("12户")
    assert mark_up(source, [Remark(promise.passage.anchor(at, at + 3), "请核对户数")], target).placed[0].exact


@pytest.mark.parametrize(("found", "meant"), [("⼾", "户"), ("⾭", "青"), ("⻓", "长"), ("㇐", "一"), ("｡", "。"), ("\uf9d1", "六")])
def test_a_pdf_too(found, meant):
    assert lookalikes.forms()[ord(found)] == meant
    if found in "⼾⾭⻓":
        def paint(canvas):
            canvas.setFont(FONT, 12)
            canvas.drawString(80, 700, f"困难群众{found}")

        assert read_bytes(draw(paint)).text == f"困难群众{meant}"
