"""A matrix of counts as a heat map, by the program that shows it: darker is more, what nobody touched is red on white."""

from __future__ import annotations

from typing import Any

from pipeline.ledger.styles import Styles


def shade(sheet: Any, styles: Styles, cells: tuple[int, int, int, int], *, colour: str = "#8FBF8F", gaps: bool = True) -> None:
    """Colour these cells (first row, first column, last row, last column, from 0); `gaps`: a 0 is a gap."""
    if gaps:
        zero = {"type": "cell", "criteria": "==", "value": 0, "format": styles.zero, "stop_if_true": True}
        sheet.conditional_format(*cells, zero)
    scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": colour, "min_type": "num", "min_value": 0}
    sheet.conditional_format(*cells, scale)
