"""Cells that hold a list of promises, or of options of which some are ticked."""

from __future__ import annotations

import re

from extractors.forms.grid import GridCell
from extractors.forms.text import has_ordinal

_TICKED = re.compile(r"\s*[☑☒✓√]\s*.{8}")
"""A promise that was chosen."""
_CHOICE = re.compile("认[领岗]|服务|承诺|项目|岗位|事项|[自可]选|志愿")
_BOX, _TICK = re.compile("[☐□☑☒■]|[(（] *[√✓]? *[)）]"), re.compile(r"(?:[☑☒■]|[(（] *[√✓] *[)）])\s*[^\s☐□☑☒]{2}")


def numbered(cell: GridCell) -> bool:
    """Whether a cell holds promises: numbered, long, or several lines with something ticked."""
    lines = cell.text.split("\n")
    ticked = sum(_TICKED.match(line) is not None for line in lines)
    return any(has_ordinal(line) for line in lines) or len(cell.text.strip()) > 60 or (ticked > 0 and len(lines) > 1)


def chosen(label: GridCell, value: GridCell) -> bool:
    """Whether a cell lists what may be promised and something is ticked (认领服务项目 | ☑文明劝导　□治安巡逻)."""
    return _CHOICE.search(label.key) is not None and len(_BOX.findall(value.text)) > 1 and _TICK.search(value.text) is not None
