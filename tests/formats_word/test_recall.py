"""The measure of text recall: what it counts, what it forgives, and that a lost word shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.recall.deleted import deleted_text
from benchmarks.recall.flat import read_flat
from benchmarks.recall.measure import Reference, recall
from extractors.reading import read
from formats_word.wordmaker import box, cell, par, row, run, write

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in {"text": "text", "office": "office", "style": "style", "draw": "drawing"}.items()
)
TEN = "一二三四五六七八九十"


@pytest.mark.parametrize(
    ("ours", "reference", "plain", "whole"),
    [
        (TEN, Reference(TEN, TEN), 1.0, 1.0),
        (TEN[:6], Reference(TEN, TEN), 0.6, 0.6),
        ("", Reference(TEN, TEN), 0.0, 0.0),
        ("", Reference("", ""), 1.0, 1.0),
        (TEN, Reference(TEN + "删去", TEN, unseen="删去"), 1.0, 1.0),
        (TEN, Reference(TEN + "删去", TEN + "删去", deleted="删去"), 1.0, 1.0),
        (TEN, Reference(TEN * 2, TEN), 0.5, 1.0),
        (TEN + " \u200b", Reference("• " + TEN[:5] + "\n" + TEN[5:], "\uf0a7 " + TEN), 1.0, 1.0),
        ("1-2（三）", Reference("1\u20112(三)", ""), 1.0, 1.0),
    ],
)
def test_shares(ours: str, reference: Reference, plain: float, whole: float) -> None:
    found = recall(ours, reference)
    assert (round(found.plain, 6), round(found.whole, 6)) == (plain, whole)
    assert found.lowest == min(found.plain, found.whole)


def test_another_order_shows_in_the_sequences_alone() -> None:
    found = recall(TEN[5:] + TEN[:5], Reference(TEN, TEN))
    assert (found.plain, round(found.order, 3)) == (1.0, round(2 / 6, 3))


def test_what_is_missing_is_quoted() -> None:
    assert "第二项承诺" in recall("第一项承诺写明", Reference("第一项承诺写明第二项承诺", "第一项承诺写明第二项承诺")).missing


def test_the_flat_reading_tells_what_no_page_shows() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion/></text:changed-region></text:tracked-changes>'
        '<text:p>前<text:change-start text:change-id="c1"/>删<text:change-end text:change-id="c1"/>后'
        '<text:span text:style-name="H">隐</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批注</text:p></office:annotation>"
        "<draw:frame><draw:image><office:binary-data>AAAA</office:binary-data></draw:image></draw:frame></text:p>"
    )
    styles = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    margins = '<style:header><text:p>眉</text:p></style:header><style:header-first style:display="false"><text:p>首</text:p></style:header-first>'
    data = (
        f"<office:document {SPACES}>{styles}<office:master-styles>{margins}</office:master-styles>"
        f"<office:body><office:text>{body}<draw:object><office:document><office:master-styles>{margins}</office:master-styles><office:body>"
        "<office:text><text:p>嵌</text:p></office:text></office:body></office:document></draw:object></office:text></office:body></office:document>"
    )
    flat = read_flat(data.encode())
    assert "".join(flat.visible.split()) == "前后注眉"
    assert "".join(flat.unseen.split()) == "删隐1"
    assert read_flat(b"no xml").visible.strip() == ""


def test_deleted_text_is_taken_from_the_file(tmp_path: Path) -> None:
    xml = par("<w:del><w:r><w:delText>删一</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>" + run("留"))
    xml += "<w:tbl>" + row(cell("整行"), properties='<w:del w:id="1"/>') + "</w:tbl>"
    assert sorted(deleted_text(write(tmp_path / "删.docx", xml)).split()) == ["删一", "整行", "移走"]
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    assert deleted_text(tmp_path / "坏.docx") == ""


def test_the_whole_way_over_libreoffice(tmp_path: Path, office: Callable[[Path, str], Path]) -> None:
    """`office` skips where there is no LibreOffice."""
    from benchmarks.recall.office import office_readings

    path = write(tmp_path / "书.docx", par(run("正文里的一句话") + box(par("框里的一句话"))))
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    files = {"good": path, "bad": tmp_path / "坏.docx"}
    found = office_readings(files, tmp_path / "cache")
    assert recall(read(path).text, found["good"]).lowest == 1.0
    assert recall("正文里的一句话", found["good"]).whole == pytest.approx(7 / 13)
    assert recall("", found["bad"]).length == 0
    kept = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "cache").iterdir()}
    office_readings(files, tmp_path / "cache")
    assert kept == {p.name: p.stat().st_mtime_ns for p in (tmp_path / "cache").iterdir()}
