"""LibreOffice writes .doc files from Word files of ours: our native reading says what the newer file says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from formats_word.conftest import office, office_text  # noqa: F401
from formats_word.wordmaker import box, cell, field, level, listed, numbering, run, table, write
from formats_word.wordmaker import par as newer
from formats_word.wordmaker import row as newer_row

from extractors.errors import DocumentError
from extractors.formats import doc
from extractors.formats.docx import read as read_docx
from extractors.model import Block, Table
from extractors.model.document import paragraphs
from formats_doc.docmaker import Doc, op, par, row
from formats_doc.test_copy import everything

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
Convert = Callable[[Path, str], Path]


def told(blocks: tuple[Block, ...]) -> list[object]:
    """Places, spans and texts; an empty cell has no blocks in one and none in the other."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append([(c.row, c.col, c.rows, c.cols, told(c.blocks)) for c in block.cells])
        else:
            found.append((block.place.value, block.text, block.ordinal, block.bold, block.centered))
    return found


def lines(blocks: tuple[Block, ...]) -> list[object]:
    """The same by lines: going to and fro, LibreOffice makes a paragraph of its own of a page break."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Table):
            found.append([(c.row, c.col, c.rows, c.cols, lines(c.blocks)) for c in block.cells])
        else:
            found += [(block.place.value, line) for line in block.text.split("\n") if line.strip()]
    return found


def compare(path: Path, convert: Convert) -> None:
    old = doc.read_native(convert(path, "doc").read_bytes())
    assert told(old.blocks) == told(read_docx(path.read_bytes()).blocks)


MERGED = table(
    newer_row(cell("题目横跨三列", '<w:gridSpan w:val="3"/>')),
    newer_row(cell("承诺事项", '<w:vMerge w:val="restart"/>'), cell("一"), cell("二")),
    newer_row(cell("", "<w:vMerge/>"), cell(newer("三") + newer("四"), '<w:gridSpan w:val="2"/>')),
)
NESTED = table(
    newer_row(cell(newer("外") + table(newer_row(cell("内甲"), cell("内乙")), columns=2) + newer("")), cell("旁")),
    columns=2,
)


@pytest.mark.parametrize(
    "body",
    [
        newer(run("一、在六月底前") + run("完成", "<w:b/>") + run("改造，惠及36户。"))
        + newer("居中", '<w:jc w:val="center"/>'),
        newer(run("全粗", "<w:b/>")) + newer("第一行</w:t><w:br/><w:t>第二行</w:t><w:tab/><w:t>尾"),
        newer(run("𠮷野、café、“引号”——……①")) + MERGED + newer("后"),
        newer("前") + NESTED + newer("后"),
        newer(run("于") + field('HYPERLINK "https://example.invalid/"', "三月五日") + run("前完成")),
        newer(run("前") + run("藏", "<w:vanish/>") + run("后")),
        newer(f"<w:del>{run('x').replace('w:t', 'w:delText')}</w:del><w:ins>{run('增写')}</w:ins>{run('原话')}"),
    ],
)
def test_body(tmp_path: Path, office: Convert, body: str) -> None:  # noqa: F811
    compare(write(tmp_path / "书.docx", body), office)


def test_numbering(tmp_path: Path, office: Convert) -> None:  # noqa: F811
    levels = (level("%1、", "chineseCountingThousand"), level("（%2）", "decimal"), level("%3.", "upperRoman"))
    path = write(tmp_path / "号.docx", "".join(listed("文", at) for at in (0, 1, 2, 1, 2, 2, 0, 1)), numbering(*levels))
    compare(path, office)


def test_text_boxes_are_read_once(tmp_path: Path, office: Convert) -> None:  # noqa: F811
    path = write(tmp_path / "框.docx", newer(box(newer("框里的题目")) + run("正文")) + newer("后"))
    old = doc.read_native(office(path, "doc").read_bytes())
    assert sorted((p.place.value, p.text) for p in paragraphs(old.blocks)) == [
        ("body", "后"),
        ("body", "正文"),
        ("text_box", "框里的题目"),
    ]


def readable() -> list[Path]:
    return [path for path in sorted(SAMPLES.rglob("*.docx")) if _reads(path)][::9]


def _reads(path: Path) -> bool:
    try:
        return bool(read_docx(path.read_bytes()).blocks)
    except DocumentError:
        return False


@pytest.mark.parametrize("path", readable(), ids=lambda p: p.stem)
def test_samples(path: Path, tmp_path: Path, office: Convert) -> None:  # noqa: F811
    copy = tmp_path / "样.docx"
    copy.write_bytes(path.read_bytes())
    theirs = read_docx(office(office(copy, "doc"), "docx").read_bytes())
    ours = doc.read_native((tmp_path / "converted" / "样.doc").read_bytes())
    assert lines(ours.blocks) == lines(theirs.blocks)


def test_libreoffice_reads_what_these_tests_write(tmp_path: Path, office_text: Callable[[Path], str]) -> None:  # noqa: F811
    path = tmp_path / "写.doc"
    path.write_bytes(Doc([par("公开承诺书"), *row("甲", "乙"), par(("粗", op(0x0835, 1)), "细")]).content())
    assert office_text(path).split() == ["公开承诺书", "甲", "乙", "粗细"]


def test_libreoffice_opens_the_copy(tmp_path: Path, office_text: Callable[[Path], str]) -> None:  # noqa: F811
    path = tmp_path / "本.docx"
    path.write_bytes(doc.as_docx(everything()))
    text = office_text(path)
    words = ("公开承诺书", "1.", "第一项：增设窗口2个", "（1）", "小项", "合并", "外前", "内乙", "分节前", "<尖括号>")
    assert [word for word in words if word not in text] == []
