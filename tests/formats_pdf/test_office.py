"""Word tables printed to PDF by LibreOffice: the cells come back, merged ones and those cut by a page break too."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from extractors.formats import pdf
from formats_pdf.drawing import shape, tables

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

POINTS = [
    f"{n}、为第{n}村民小组硬化入户道路{n}公里，由支部委员包干到户，每月公示一次进度并请群众代表参加验收，{n}月底前完工。"
    for n in range(1, 31)
]
LEDGER = [("学习", 3), ("服务", 25)]


def _word(path, paint):
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "WenQuanYi Zen Hei", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Zen Hei")
    paint(document)
    document.save(path)


def _long_form(document):
    title = document.add_paragraph("2012年度基层党组织公开承诺书")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(3, 4)
    table.style = "Table Grid"
    for c, value in enumerate(("党组织名称", "石门村党总支", "党员人数", "46")):
        table.cell(0, c).text = value
    for row, label in ((1, "公开承诺事项"), (2, "审定意见")):
        table.cell(row, 0).text = label
        table.cell(row, 1).merge(table.cell(row, 3))
    table.cell(1, 1).text = "\n".join(POINTS)
    table.cell(2, 1).text = "同意。"


def _ledger(document):
    count = sum(n for _, n in LEDGER)
    table = document.add_table(count + 1, 3)
    table.style = "Table Grid"
    table.rows[0]._tr.get_or_add_trPr().append(table.rows[0]._tr.makeelement(qn("w:tblHeader"), {}))
    for c, label in enumerate(("类别", "序号", "承诺事项")):
        table.cell(0, c).text = label
    row = 1
    for kind, number in LEDGER:
        table.cell(row, 0).text = kind
        table.cell(row, 0).merge(table.cell(row + number - 1, 0))
        for _ in range(number):
            table.cell(row, 1).text = str(row)
            table.cell(row, 2).text = POINTS[row][2:40]
            row += 1


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    _word(folder / "long.docx", _long_form)
    _word(folder / "ledger.docx", _ledger)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [str(folder / "long.docx"), str(folder / "ledger.docx")]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120)
    return folder


def test_a_long_cell_is_one_cell_with_all_its_points(printed):
    document = pdf.read((printed / "long.pdf").read_bytes())
    assert document.pages > 1
    (table,) = tables(document)
    assert [c[:4] for c in shape(table.cells)] == [
        (0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1), (1, 0, 1, 1), (1, 1, 1, 3), (2, 0, 1, 1), (2, 1, 1, 3),
    ]
    assert [p.text for p in table.cells[5].blocks] == POINTS
    assert table.cells[4].text == "公开承诺事项"


def test_a_ledger_keeps_its_rows_and_its_merged_cells(printed):
    document = pdf.read((printed / "ledger.pdf").read_bytes())
    assert document.pages > 1
    (table,) = tables(document)
    merged = [(c.row, c.rows, c.text) for c in table.cells if c.col == 0]
    assert merged == [(0, 1, "类别"), (1, 3, "学习"), (4, 25, "服务")]
    rows = [(c.row, c.text) for c in table.cells if c.col == 1]
    assert rows == [(0, "序号")] + [(n, str(n)) for n in range(1, 29)]
    assert [c.text for c in table.cells if c.col == 2][1:] == [POINTS[n][2:40] for n in range(1, 29)]
