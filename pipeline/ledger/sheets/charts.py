"""The overview's three charts, drawn by Excel from the cells beside them."""

from __future__ import annotations

from typing import Any

from pipeline.ledger.sheets.coverage import NAME as COVERAGE
from pipeline.ledger.sheets.coverage import Totals
from pipeline.ledger.styles import FONT, HEAD_FONT

NAME = "汇总"
SIZE = {"width": 440, "height": 238}
PIE_ROWS = (3, 8)
FAULT_ROW = 17
TITLE = {"name_font": {"name": HEAD_FONT, "size": 11, "bold": True}, "overlay": False}
SMALL = {"name": FONT, "size": 9}
COLOURS = ("#5B9BD5", "#F0A030", "#A5C8E8", "#C00000", "#9E9E9E", "#D0D0D0")
ROWS = (2, 14, 26)


def place(
    book: Any, sheet: Any, faults: int, totals: Totals | None, states: bool, column: int, hidden: int
) -> None:
    """Put the charts one below the other from `column` on; one without figures is left out. `hidden` is the column
    from which on the states and their numbers stand."""
    made = []
    if states:
        made.append(_states(book, hidden))
    if faults:
        made.append(_faults(book, faults))
    if totals:
        made.append(_coverage(book, totals))
    for row, chart in zip(ROWS, made, strict=False):
        chart.set_size(SIZE)
        chart.set_chartarea({"border": {"color": "#A6A6A6"}})
        sheet.insert_chart(row, column, chart, {"object_position": 2})


def _states(book: Any, hidden: int) -> Any:
    chart = book.add_chart({"type": "doughnut"})
    first, last = PIE_ROWS
    chart.add_series({
        "categories": [NAME, first, hidden, last, hidden],
        "values": [NAME, first, hidden + 1, last, hidden + 1],
        "points": [{"fill": {"color": colour}} for colour in COLOURS],
    })  # fmt: skip
    chart.show_hidden_data()
    chart.set_title({"name": "报送情况（份）", **TITLE})
    chart.set_legend({"position": "right", "font": SMALL})
    return chart


def _faults(book: Any, count: int) -> Any:
    chart = book.add_chart({"type": "bar"})
    last = FAULT_ROW + count - 1
    chart.add_series({
        "categories": [NAME, FAULT_ROW, 1, last, 1],
        "values": [NAME, FAULT_ROW, 6, last, 6],
        "fill": {"color": COLOURS[0]}, "gap": 45,
        "data_labels": {"value": True, "font": SMALL},
    })  # fmt: skip
    chart.set_title({"name": "问题类型（个）", **TITLE})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": SMALL})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return chart


def _coverage(book: Any, totals: Totals) -> Any:
    chart = book.add_chart({"type": "column"})
    chart.add_series({
        "categories": [COVERAGE, totals.head, totals.first, totals.head, totals.last],
        "values": [COVERAGE, totals.row, totals.first, totals.row, totals.last],
        "fill": {"color": "#70AD47"}, "gap": 60,
        "data_labels": {"value": True, "font": SMALL},
    })  # fmt: skip
    chart.set_title({"name": "党组织承诺事项覆盖（条）", **TITLE})
    chart.set_legend({"none": True})
    chart.set_x_axis({"num_font": SMALL})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return chart
