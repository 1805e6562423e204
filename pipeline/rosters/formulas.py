"""Formulas in a roster: those that gave an error, and those that no program has reckoned yet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pipeline.rosters.pages import FormulaError, Row

_OPEN = re.compile(
    rb"<(?:\w+:)?c\b(?P<head>[^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb'\br="([A-Z]+\d+)"')
_CHUNK, _LONGEST = 1 << 20, 1 << 14
"""Bytes; a formula has 8,192 characters at most."""


def without_errors(row: Row) -> tuple[Row, dict[str, str]]:
    """The row with blanks where a formula gave an error, and what stood there by the names of those cells."""
    wrong = {n: value for n, value in enumerate(row.values) if isinstance(value, FormulaError)}
    if not wrong:
        return row, {}
    values = [None if n in wrong else value for n, value in enumerate(row.values)]
    return replace(row, values=values), {row.cell(n): value for n, value in wrong.items()}


def not_reckoned(sheet: Any) -> list[str]:
    """The cells whose formula has no result in the file, as when a program wrote it and no office program saved it since:
    they read as blanks. A formula whose result is an empty text (`t="str"`) has one."""
    found: dict[str, None] = {}
    tail = b""
    with sheet.parent._archive.open(sheet._worksheet_path) as stream:
        while chunk := stream.read(_CHUNK):
            text = tail + chunk
            for cell in _OPEN.finditer(text):
                place = _PLACE.search(cell["head"])
                if place and b't="str"' not in cell["head"]:
                    found[place[1].decode()] = None
            tail = text[-_LONGEST:]
    return list(found)
