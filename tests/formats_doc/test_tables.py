"""Tables of old Word files: cells at their places, merged in every way that the format knows, nested, deleted."""

from __future__ import annotations

import struct

import pytest

from extractors.formats import doc
from extractors.formats.msword.sprms import Sprm
from extractors.model import Table
from formats_doc.docmaker import Doc, P, cell, definition, inner, op, par, row, row_end

FIRST, MERGED, BELOW, TOP = 1, 2, 0x20, 0x60
Placed = tuple[int, int, int, int, str]


def cells(*body: P | list[P], data: bytes = b"") -> list[Placed]:
    flat = [p for part in body for p in (part if isinstance(part, list) else [part])]
    (table,) = (b for b in doc.read_native(Doc([*flat, par()], data=data).content()).blocks if isinstance(b, Table))
    return placed(table)


def placed(table: Table) -> list[Placed]:
    return [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells]


def test_cells_span_the_edges_of_other_rows() -> None:
    found = cells(
        row("题", edges=[-108, 8000]),
        row("一", "二", "三", edges=[-100, 2000, 5000, 8000]),
        row("甲", "乙", edges=[-108, 5010, 8000]),
    )
    assert found == [
        (0, 0, 1, 3, "题"),
        (1, 0, 1, 1, "一"),
        (1, 1, 1, 1, "二"),
        (1, 2, 1, 1, "三"),
        (2, 0, 1, 2, "甲"),
        (2, 2, 1, 1, "乙"),
    ]


def test_a_row_that_begins_further_in() -> None:
    assert cells(row("甲", "乙", edges=[0, 1000, 2000]), row("丙", edges=[1000, 2000])) == [
        (0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙"),
    ]  # fmt: skip


def test_vertical_merges() -> None:
    found = cells(
        row("承诺", "甲", flags=[TOP, 0]),
        row("", "乙", flags=[BELOW, 0]),
        row("另", "丙", flags=[TOP, 0]),
        row("", "丁", flags=[BELOW, 0]),
    )
    assert found == [
        (0, 0, 2, 1, "承诺"),
        (0, 1, 1, 1, "甲"),
        (1, 1, 1, 1, "乙"),
        (2, 0, 2, 1, "另"),
        (2, 1, 1, 1, "丙"),
        (3, 1, 1, 1, "丁"),
    ]


@pytest.mark.parametrize(("first", "merged"), [(FIRST, MERGED), (MERGED, FIRST)])
def test_horizontal_merges_whichever_way_they_are_flagged(first: int, merged: int) -> None:
    found = cells(row("合", "", "尾", flags=[first, merged, 0]), row("一", "二", "三"))
    assert found == [(0, 0, 1, 2, "合"), (0, 2, 1, 1, "尾"), (1, 0, 1, 1, "一"), (1, 1, 1, 1, "二"), (1, 2, 1, 1, "三")]


def test_operations_after_the_definition() -> None:
    more = op(Sprm.T_MERGE, 1, 3) + op(Sprm.T_VERTICAL_MERGE, 0, 3)
    found = cells(row("甲", "乙", "", more=more), row("", "丙", "丁", more=op(Sprm.T_VERTICAL_MERGE, 0, 1)))
    assert found == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "丙"), (1, 2, 1, 1, "丁")]


def test_inserted_and_deleted_cells() -> None:
    insert = struct.pack("<HBBH", Sprm.T_INSERT, 1, 1, 1000)
    delete = struct.pack("<HBB", Sprm.T_DELETE, 0, 1)
    found = cells(
        row("甲", "乙", "丙", edges=[0, 1000, 2000], more=insert),
        row("一", "二", edges=[0, 500, 1000, 3000], more=delete),
    )
    assert found == [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "乙"), (0, 3, 1, 2, "丙"), (1, 0, 1, 1, "一"), (1, 1, 1, 3, "二")]


def test_a_table_in_a_cell() -> None:
    nested = [inner("内甲"), inner("内乙"), inner("", ends_cell=False, ends_row=definition([0, 500, 1000]))]
    body = [par("外前", ops=op(Sprm.P_IN_TABLE, 1)), *nested, cell("外后"), cell("旁"), row_end([0, 2000, 4000])]
    (table,) = (b for b in doc.read_native(Doc([*body, par()]).content()).blocks if isinstance(b, Table))
    assert placed(table) == [(0, 0, 1, 1, "外前\n内甲\n内乙\n外后"), (0, 1, 1, 1, "旁")]
    (within,) = (b for b in table.cells[0].blocks if isinstance(b, Table))
    assert placed(within) == [(0, 0, 1, 1, "内甲"), (0, 1, 1, 1, "内乙")]


def test_a_deleted_row_is_gone() -> None:
    gone = [cell("删"), cell("去"), row_end([0, 1000, 2000], mark_ops=op(Sprm.C_DELETED, 1))]
    assert [c[4] for c in cells(row("甲", "乙"), gone, row("丙", "丁"))] == ["甲", "乙", "丙", "丁"]


def test_properties_that_were_too_long_for_their_page() -> None:
    content = op(Sprm.P_IN_TABLE, 1) + op(Sprm.P_ROW_END, 1) + definition([0, 1000, 3000])
    end = par(ops=op(Sprm.P_HUGE, 4, size=4), mark="\x07")
    found = cells(
        row("题", edges=[0, 3000]),
        [cell("甲"), cell("乙"), end],
        data=bytes(4) + struct.pack("<H", len(content)) + content,
    )
    assert found == [(0, 0, 1, 2, "题"), (1, 0, 1, 1, "甲"), (1, 1, 1, 1, "乙")]


def test_rows_without_a_definition_and_cells_without_a_row() -> None:
    bare = [cell("甲"), cell("乙"), par(ops=op(Sprm.P_IN_TABLE, 1) + op(Sprm.P_ROW_END, 1), mark="\x07")]
    assert [c[4] for c in cells(bare, [cell("丙"), cell("丁")])] == ["甲", "乙", "丙", "丁"]
