"""A sheet → a PDF drawn with reportlab: ruled, with cells that run over the page, or without any ruling."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.make.entries import Entry
from samples.make.sheet import Cell, Row, Sheet, lay_out

TRUETYPE = Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
TOP, BOTTOM, LEFT = A4[1] - 2.2 * cm, 2.2 * cm, 2.5 * cm
PAD = 5.0
NO_START = "，。；：、）”！？》"


@dataclass(slots=True)
class _Pen:
    """Where the drawing stands. `y` is the upper edge of what comes next, in points from the bottom."""

    canvas: Canvas
    font: str
    size: float
    y: float = TOP
    edges: list[float] = field(default_factory=list)

    @property
    def leading(self) -> float:
        return self.size * 1.6

    def line(self, x: float, y: float, words: str, size: float = 0) -> None:
        self.canvas.setFont(self.font, size or self.size)
        self.canvas.drawString(x, y, words)

    def right(self, x: float, y: float, words: str) -> None:
        self.canvas.setFont(self.font, self.size)
        self.canvas.drawRightString(x, y, words)

    def center(self, x: float, y: float, words: str, size: float = 0) -> None:
        self.canvas.setFont(self.font, size or self.size)
        self.canvas.drawCentredString(x, y, words)

    def new_page(self) -> None:
        self.canvas.showPage()
        self.y = TOP

    def wrap(self, words: str, width: float) -> list[str]:
        """The words in lines of at most `width`, no line beginning with a closing mark."""
        lines, line = [], ""
        for letter in words:
            wide = pdfmetrics.stringWidth(line + letter, self.font, self.size)
            if wide > width and letter not in NO_START:
                lines.append(line)
                line = ""
            line += letter
        return [*lines, line]


def ruled(entry: Entry) -> bytes:
    """The form as a ruled table."""
    sheet = lay_out(entry)
    buffer, pen = _begin(entry, sheet)
    for row in sheet.rows:
        _row(pen, row, sheet)
    pen.line(LEFT, pen.y - pen.leading, sheet.note, 10)
    pen.canvas.save()
    return buffer.getvalue()


def free(entry: Entry) -> bytes:
    """The form as running text."""
    sheet = lay_out(entry)
    buffer, pen = _begin(entry, sheet)
    for words in sheet.body:
        for line in pen.wrap("　　" + words, 16 * cm):
            _advance(pen)
            pen.line(LEFT, pen.y, line)
    pen.y -= pen.leading
    for words in sheet.closing:
        _advance(pen)
        pen.right(LEFT + 16 * cm, pen.y, words)
    pen.canvas.save()
    return buffer.getvalue()


def _begin(entry: Entry, sheet: Sheet) -> tuple[io.BytesIO, _Pen]:
    if entry.font == "ttf":
        pdfmetrics.registerFont(TTFont("wqy", str(TRUETYPE), subfontIndex=0))
    else:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setAuthor("示例理工大学")
    pen = _Pen(canvas, "wqy" if entry.font == "ttf" else "STSong-Light", entry.size)
    pen.center(A4[0] / 2, pen.y - 20, sheet.title, 18)
    pen.y -= 44
    return buffer, pen


def _advance(pen: _Pen) -> None:
    if pen.y - pen.leading < BOTTOM:
        pen.new_page()
    pen.y -= pen.leading


def _row(pen: _Pen, row: Row, sheet: Sheet) -> None:
    """One row; where it does not fit, what is left of it goes on the next page under a rule of its own."""
    texts = [_lines(pen, cell, width) for cell, _, width in _places(row, sheet)]
    height = max(row.height * cm, max(len(t) for t in texts) * pen.leading + 2 * PAD)
    space = pen.y - BOTTOM
    if height <= space:
        _cells(pen, row, sheet, texts, height, last=True)
        return
    fits = int((space - 2 * PAD) // pen.leading)
    if fits >= 4 and len(texts[-1]) > fits:
        _cells(pen, row, sheet, [t[:fits] for t in texts], space, last=False)
        texts = [t[fits:] for t in texts]
    pen.new_page()
    _cells(pen, row, sheet, texts, max(len(t) for t in texts) * pen.leading + 2 * PAD, last=True)


def _lines(pen: _Pen, cell: Cell, width: float) -> list[str]:
    lines = [line for words in cell.lines for line in pen.wrap(words, width - 2 * PAD)]
    return [*lines, "", *cell.closing]


def _places(row: Row, sheet: Sheet) -> list[tuple[Cell, float, float]]:
    """Each cell with its left edge and its width in points."""
    places, at = [], 0
    for cell in row.cells:
        left = LEFT + sum(sheet.widths[:at]) * cm
        places.append((cell, left, sum(sheet.widths[at : at + cell.cols]) * cm))
        at += cell.cols
    return places


def _cells(pen: _Pen, row: Row, sheet: Sheet, texts: list[list[str]], height: float, *, last: bool) -> None:
    for (cell, left, width), lines in zip(_places(row, sheet), texts, strict=True):
        pen.canvas.rect(left, pen.y - height, width, height)
        closing = cell.closing if last else ()
        body = lines[: len(lines) - len(closing)]
        y = pen.y - PAD
        if not cell.closing:
            y -= max(0.0, (height - 2 * PAD - len([b for b in body if b]) * pen.leading) / 2)
        for line in body:
            y -= pen.leading
            if line and cell.closing:
                pen.line(left + PAD, y + 5, line)
            elif line:
                pen.center(left + width / 2, y + 5, line)
        for n, line in enumerate(reversed(closing)):
            pen.right(left + width - 3 * PAD, pen.y - height + PAD + 5 + n * pen.leading, line)
    pen.y -= height
