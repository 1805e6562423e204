"""The few cell formats that all sheets share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FONT, HEAD_FONT = "宋体", "黑体"
HEAD_FILL, GROUP_FILL, ENTRY_FILL = "#DCE6F1", "#F2F2F2", "#FFFBE6"
LINE = "#A6A6A6"
RED, AMBER, GREEN, GREY = "#C00000", "#B26B00", "#2E7D32", "#7F7F7F"


@dataclass(frozen=True, slots=True)
class Styles:
    """xlsxwriter formats; the library gives them no types."""

    title: Any
    subtitle: Any
    section: Any
    head: Any
    text: Any
    center: Any
    number: Any
    share: Any
    percent: Any
    day: Any
    entry: Any
    entry_day: Any
    empty: Any
    empty_day: Any
    boxed: Any
    boxed_entry: Any
    total: Any
    note: Any
    zero: Any
    red: Any
    amber: Any
    grey: Any


def make_styles(book: Any) -> Styles:
    """The formats of one workbook."""
    cell = {"border": 1, "border_color": LINE, "valign": "vcenter"}
    middle = {**cell, "align": "center"}
    head = {**middle, "bold": True, "font_name": HEAD_FONT, "bg_color": HEAD_FILL, "text_wrap": True}

    def make(**settings: object) -> Any:
        return book.add_format({"font_name": FONT, "font_size": 10, **settings})

    return Styles(
        title=make(font_name=HEAD_FONT, font_size=18, bold=True, align="center", valign="vcenter"),
        subtitle=make(align="center", valign="vcenter", font_color=GREY),
        section=make(font_name=HEAD_FONT, font_size=11, bold=True, valign="vcenter"),
        head=make(**head),
        text=make(**cell, text_wrap=True),
        center=make(**middle, text_wrap=True),
        number=make(**middle, num_format="0"),
        share=make(**middle, num_format="0.0%"),
        percent=make(**middle, num_format="0%"),
        day=make(**middle, num_format="yyyy-mm-dd"),
        entry=make(**cell, text_wrap=True, bg_color=ENTRY_FILL, locked=False),
        entry_day=make(**middle, text_wrap=True, bg_color=ENTRY_FILL, num_format="yyyy-mm-dd", locked=False),
        empty=make(valign="vcenter", text_wrap=True, locked=False),
        empty_day=make(align="center", valign="vcenter", num_format="yyyy-mm-dd", locked=False),
        boxed=book.add_format({"border": 1, "border_color": LINE}),
        boxed_entry=book.add_format({"border": 1, "border_color": LINE, "bg_color": ENTRY_FILL}),
        total=make(**middle, bold=True, bg_color=GROUP_FILL),
        note=make(text_wrap=True, valign="top"),
        zero=book.add_format({"font_color": RED, "bg_color": "#FFFFFF"}),
        red=book.add_format({"font_color": RED}),
        amber=book.add_format({"font_color": AMBER}),
        grey=book.add_format({"font_color": GREY}),
    )
