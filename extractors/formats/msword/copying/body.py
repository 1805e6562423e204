"""Paragraphs and tables as WordprocessingML, one `w:p` for each paragraph of the layout and in its order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from extractors.formats.msword.arrange import Place, arrange
from extractors.formats.msword.blocks import list_of
from extractors.formats.msword.copying.runs import run, text_box
from extractors.formats.msword.layout import Grid, Image, Line, Node, Numbered, Run
from extractors.formats.msword.properties import PLAIN_CHARACTERS
from extractors.formats.ooxml.numbering import Num

_ALIGN = {1: "center", 2: "right", 3: "both", 4: "distribute"}
_TALLEST = 31680
"""Twips (22 inches): the tallest row that Word knows."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def nothing(_number: int) -> str:
    """For parts that refer to no notes and end no sections."""
    return ""


@dataclass(slots=True)
class BodyWriter:
    """Writes the stories of one part. `note` gives the XML of the reference to a note, `section` that of the section
    that ends with a paragraph, `picture` embeds an image. `lists_used` gathers the lists that paragraphs belong to."""

    lists: Numbered
    fonts: tuple[str, ...]
    picture: Callable[[Image], str]
    note: Callable[[int], str] = nothing
    section: Callable[[int], str] = nothing
    lists_used: dict[int, Num] = field(default_factory=dict)

    def nodes(self, nodes: list[Node], top: bool = False, lead: str = "") -> str:
        """The XML of a story or cell. `lead` is put before the text of its first paragraph."""
        parts: list[str] = []
        for number, node in enumerate(nodes):
            if isinstance(node, Grid):
                parts.append(self._table(node))
            else:
                parts.append(self._line(node, top, lead if number == 0 else ""))
        return "".join(parts)

    def _line(self, line: Line, top: bool, lead: str) -> str:
        parts = [lead]
        if line.written:
            parts.append(
                run(
                    Run(line.written, line.runs[0].look if line.runs else PLAIN_CHARACTERS),
                    self.fonts,
                    "",
                    self.picture,
                )
            )
        parts += [run(r, self.fonts, self.note(r.note) if r.note >= 0 else "", self.picture) for r in line.runs]
        parts += [text_box(self.nodes(box)) for box in line.boxes]
        return f"<w:p>{self._properties(line, top)}{''.join(parts)}</w:p>"

    def _properties(self, line: Line, top: bool) -> str:
        parts: list[str] = []
        props = line.properties
        num = list_of(line, self.lists)
        if num is not None and (line.text or not line.gone):
            self.lists_used[props.list] = num
            parts.append(f'<w:numPr><w:ilvl w:val="{props.level or 0}"/><w:numId w:val="{props.list}"/></w:numPr>')
        if props.align in _ALIGN:
            parts.append(f'<w:jc w:val="{_ALIGN[props.align]}"/>')
        if line.gone:
            parts.append("<w:rPr><w:vanish/></w:rPr>")
        if top and line.section >= 0:
            parts.append(self.section(line.section))
        return f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""

    def _table(self, grid: Grid) -> str:
        arranged = arrange(grid)
        kind = "single" if any(row.shape is None or row.shape.ruled for row in grid.rows) else "none"
        borders = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in arranged.widths)
        heights = [row.shape.height if row.shape else 0 for row in grid.rows]
        pairs = zip(arranged.rows, heights, strict=True)
        rows = "".join(self._row(row, height, arranged.widths) for row, height in pairs)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(arranged.widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, row: list[Place], height: int, widths: list[int]) -> str:
        props = f'<w:gridBefore w:val="{row[0].col}"/>' if row[0].col else ""
        if height:
            rule = "atLeast" if height > 0 else "exact"
            props += f'<w:trHeight w:val="{min(abs(height), _TALLEST)}" w:hRule="{rule}"/>'
        props = f"<w:trPr>{props}</w:trPr>" if props else ""
        return f"<w:tr>{props}{''.join(self._cell(place, widths) for place in row)}</w:tr>"

    def _cell(self, place: Place, widths: list[int]) -> str:
        width = sum(widths[place.col : place.col + place.span])
        span = f'<w:gridSpan w:val="{place.span}"/>' if place.span > 1 else ""
        merge = "<w:vMerge/>" if place.below else '<w:vMerge w:val="restart"/>' if place.top else ""
        props = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
        return f"<w:tc>{props}{self.nodes(place.nodes)}</w:tc>"
