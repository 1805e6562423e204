"""The page's four charts, drawn by Excel from the cells beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.leaders.blocks import TREND_LEFT, Placed
from pipeline.ledger.sheets.charts import SMALL, TITLE

BLUE, GREEN, AMBER = "#5B9BD5", "#70AD47", "#F0A030"
GRID = {"visible": True, "line": {"color": "#E0E0E0"}}
SHARES = {"num_format": "0%", "min": 0, "max": 1, "major_unit": 0.25, "num_font": SMALL, "major_gridlines": GRID}
CATEGORIES = {"reverse": True, "interval_unit": 1, "num_font": SMALL}
STAGES = (
    ("待审、退回", ("待审", "退回修改"), "#D0D0D0"), ("审定、公示", ("审定", "公示"), "#A5C8E8"), ("践诺中", ("践诺中",), "#5B9BD5"),
    ("已兑现、销号", ("已兑现", "销号"), "#70AD47"), ("未兑现、整改", ("未兑现", "限期整改"), "#C00000"), ("转入下年", ("转入下年",), "#F0A030"),
)  # fmt: skip
"""States that the chart shows as one: name, states, colour."""


@dataclass(frozen=True, slots=True)
class Area:
    """A chart's place: the cell of its corner, how far below that it begins, and its size, in pixels."""

    row: int
    column: int
    below: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the charts draw: the sheet, where its tables stand, the hidden columns of names, shares and stages (a share that there
    is not is #N/A there, which charts leave out; a blank they would draw as 0). `trends` names those of the quarters."""

    sheet: str
    groups: Placed
    names: int
    submitted: int | None
    stages: int | None
    faults: Placed | None
    quarters: Placed | None
    trends: Sequence[tuple[str, int]] = ()


def made(book: Any, drawn: Drawn) -> list[tuple[Any, float]]:
    """The charts for which there is something to draw, and how much of the height each takes."""
    found = [
        (_submitted(book, drawn, drawn.submitted), 1.0) if drawn.submitted is not None else None,
        (_stages(book, drawn, drawn.stages), 1.4) if drawn.stages is not None else None,
        (_faults(book, drawn, drawn.faults), 1.0) if drawn.faults else None,
        (_quarters(book, drawn, drawn.quarters), 1.2) if drawn.quarters and drawn.trends else None,
    ]
    return [chart for chart in found if chart is not None]


def place(sheet: Any, charts: Sequence[Any], areas: Sequence[Area]) -> None:
    """Put each chart into its area."""
    for chart, area in zip(charts, areas, strict=True):
        chart.set_size({"width": area.width, "height": area.height})
        chart.set_chartarea({"border": {"color": "#A6A6A6"}})
        sheet.insert_chart(area.row, area.column, chart, {"object_position": 1, "y_offset": area.below})


def _submitted(book: Any, drawn: Drawn, column: int) -> Any:
    chart, rows = book.add_chart({"type": "bar"}), drawn.groups
    chart.add_series({
        "categories": [drawn.sheet, rows.first, drawn.names, rows.last, drawn.names], "values": [drawn.sheet, rows.first, column, rows.last, column],
        "fill": {"color": BLUE}, "gap": 40, "data_labels": {"value": True, "num_format": "0.0%", "font": SMALL},
    })  # fmt: skip
    chart.show_hidden_data()
    chart.set_title({"name": "承诺书报送率", **TITLE})
    chart.set_legend({"none": True})
    chart.set_y_axis(CATEGORIES)
    chart.set_x_axis({**SHARES, "max": 1.2, "visible": False})
    return chart


def _stages(book: Any, drawn: Drawn, left: int) -> Any:
    chart, rows = book.add_chart({"type": "bar", "subtype": "percent_stacked"}), drawn.groups
    for n, (name, _, colour) in enumerate(STAGES, start=left):
        chart.add_series({
            "name": name, "categories": [drawn.sheet, rows.first, drawn.names, rows.last, drawn.names], "values": [drawn.sheet, rows.first, n, rows.last, n],
            "fill": {"color": colour}, "gap": 40,
        })  # fmt: skip
    chart.show_hidden_data()
    chart.set_title({"name": "承诺事项办理进度", **TITLE})
    chart.set_legend({"position": "bottom", "font": SMALL})
    chart.set_y_axis({**CATEGORIES, "crossing": "max"})
    chart.set_x_axis(SHARES)
    return chart


def _faults(book: Any, drawn: Drawn, rows: Placed) -> Any:
    chart = book.add_chart({"type": "bar"})
    chart.add_series({
        "categories": [drawn.sheet, rows.first, 1, rows.last, 1], "values": [drawn.sheet, rows.first, 6, rows.last, 6],
        "fill": {"color": AMBER}, "gap": 40, "data_labels": {"value": True, "font": SMALL},
    })  # fmt: skip
    chart.set_title({"name": "主要问题（个）", **TITLE})
    chart.set_legend({"none": True})
    chart.set_y_axis(CATEGORIES)
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return chart


def _quarters(book: Any, drawn: Drawn, rows: Placed) -> Any:
    chart = book.add_chart({"type": "line"})
    for (name, column), colour, side in zip(drawn.trends, (GREEN, BLUE), ("below", "above"), strict=False):
        chart.add_series({
            "name": name, "categories": [drawn.sheet, rows.first, TREND_LEFT, rows.last, TREND_LEFT],
            "values": [drawn.sheet, rows.first, column, rows.last, column], "line": {"color": colour, "width": 2.25},
            "marker": {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}},
            "data_labels": {"value": True, "num_format": "0%", "position": side, "font": SMALL},
        })  # fmt: skip
    chart.show_hidden_data()
    chart.show_na_as_empty_cell()
    chart.show_blanks_as("span")
    chart.set_title({"name": "各季度走势", **TITLE})
    chart.set_legend({"position": "bottom", "font": SMALL})
    chart.set_x_axis({"num_font": SMALL})
    chart.set_y_axis(SHARES)
    return chart
