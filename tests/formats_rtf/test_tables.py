"""Rows and cells of RTF at their places in the grid."""

from __future__ import annotations

from formats_rtf.rtfmaker import read, row, shown, table, texts


def test_a_plain_table_between_paragraphs() -> None:
    document = read(r"a\par " + row("1", "2") + row("3", r"4\par 5") + r"b\par")
    assert shown(document.blocks) == [
        "a", [("0,0 1x1", "1"), ("0,1 1x1", "2"), ("1,0 1x1", "3"), ("1,1 1x1", "4", "5")], "b",
    ]  # fmt: skip


def test_columns_come_from_the_edges() -> None:
    document = read(row("a", "b", "c") + row("d", "e", edges=(1010, 3000)) + row("f", edges=(3005,)))
    assert shown(document.blocks) == [[
        ("0,0 1x1", "a"), ("0,1 1x1", "b"), ("0,2 1x1", "c"), ("1,0 1x1", "d"), ("1,1 1x2", "e"), ("2,0 1x3", "f"),
    ]]  # fmt: skip


def test_a_row_that_begins_further_right() -> None:
    document = read(row("a", "b") + row("c", edges=(2000,), left=1000))
    assert shown(document.blocks) == [[("0,0 1x1", "a"), ("0,1 1x1", "b"), ("1,1 1x1", "c")]]


def test_merged_cells_stand_once() -> None:
    document = read(
        row("a", "b", "x", words=("\\clvmgf", "\\clmgf", "\\clmrg"))
        + row("", "c", "d", words=("\\clvmrg",))
        + row("late", "e", "f", words=("\\clvmrg",))
        + row("g", "h", "i", words=("\\clvmrg\\clvmgf",))
    )
    cells = shown(document.blocks)[0]
    assert cells[:2] == [("0,0 4x1", "a", "late", "g"), ("0,1 1x2", "b", "x")]
    assert [c.text for c in table(document).cells[2:]] == ["c", "d", "e", "f", "h", "i"]


def test_nested_tables() -> None:
    inner = r"\itap2 1\nestcell{\nonesttables\par}2\nestcell{\*\nesttableprops\trowd\cellx400\cellx900\nestrow}{\nonesttables\par}"
    document = read(r"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl" + inner + r"\pard\intbl\itap1 b\cell c\cell\row\pard d")
    assert shown(document.blocks) == [
        [("0,0 1x1", "a", [("0,0 1x1", "1"), ("0,1 1x1", "2")], "b"), ("0,1 1x1", "c")], "d",
    ]  # fmt: skip


def test_a_nested_table_alone_in_its_cell() -> None:
    inner = r"\intbl\itap2 1\nestcell{\*\nesttableprops\trowd\cellx400\nestrow}"
    document = read(r"\trowd\cellx1000\pard" + inner + r"\pard\intbl\cell\row")
    assert shown(document.blocks) == [[("0,0 1x1", [("0,0 1x1", "1")])]]


def test_rows_whose_definition_is_said_again_before_their_end() -> None:
    body = r"{\trowd\cellx1000\cellx2000}\pard\intbl a\cell b\cell{\trowd\cellx1000\cellx2000\row}\pard c"
    assert shown(read(body).blocks) == [[("0,0 1x1", "a"), ("0,1 1x1", "b")], "c"]


def test_paragraphs_of_a_begun_row_need_not_say_that_they_are_in_it() -> None:
    body = r"\trowd\cellx1000\cellx2000\pard\intbl a\cell\pard b\par c\cell\row\pard d"
    assert shown(read(body).blocks) == [[("0,0 1x1", "a"), ("0,1 1x1", "b", "c")], "d"]


def test_what_broken_rows_hold_is_kept() -> None:
    assert texts(read(r"\trowd\cellx500\pard\intbl a\cell b\cell c\par\row d\par")) == ["a", "b", "c", "d"]
    assert texts(read(r"\pard\intbl a\cell b\cell")) == ["a", "b"]
    assert texts(read(r"\trowd\cellx9\cellx9\cellx-5\pard\intbl a\cell b\cell c\cell\row")) == ["a", "b", "c"]
    assert texts(read(r"\trowd\clvmrg\cellx900\pard\intbl a\cell\row")) == ["a"]


def test_a_box_in_a_cell_stays_there() -> None:
    document = read(row(r"a{\shp{\*\shpinst{\shptxt box\par}}}", "b"))
    assert shown(document.blocks) == [[("0,0 1x1", "a", "box"), ("0,1 1x1", "b")]]
