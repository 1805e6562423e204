"""PDFs drawn for the tests with reportlab: ruled tables in the ways in which office programs rule them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.model import Anchor, Cell, Document, Table
from extractors.model.document import paragraphs

FONT = "zenhei"
LIGHT = "STSong-Light"
pdfmetrics.registerFont(TTFont(FONT, "wqy-zenhei.ttc", subfontIndex=0))
pdfmetrics.registerFont(UnicodeCIDFont(LIGHT))


@dataclass(frozen=True)
class Box:
    """A cell to draw: grid place, span and lines of text."""

    row: int
    col: int
    lines: tuple[str, ...]
    rows: int = 1
    cols: int = 1


XS = (70.0, 150.0, 280.0, 360.0, 520.0)
YS = (700.0, 670.0, 640.0, 500.0, 420.0)
FORM = (
    Box(0, 0, ("党组织名称",)), Box(0, 1, ("机电学院党总支",)), Box(0, 2, ("党员人数",)), Box(0, 3, ("46",)),
    Box(1, 0, ("负责人",)), Box(1, 1, ("沈柏年",)), Box(1, 2, ("联系电话",)), Box(1, 3, ("0731-85550132",)),
    Box(2, 0, ("公开承诺", "事项及完", "成时限")),
    Box(2, 1, ("一、为学生宿舍3栋安装直饮水机36台，6月底前投入使用。", "二、每学期“双周”周三听课一次。"), cols=3),
    Box(3, 0, ("审定意见",)), Box(3, 1, ("同意。", "（盖章）"), cols=3),
)


def draw(paint: Callable[[Canvas], None], size: tuple[float, float] = A4, encrypt: object = None) -> bytes:
    """A file that `paint` draws; it calls showPage itself between pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, encrypt=encrypt)
    paint(canvas)
    canvas.save()
    return out.getvalue()


def edges(boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> set[tuple[float, float, float, float]]:
    """The four sides of every cell."""
    found = set()
    for b in boxes:
        x0, x1, top, low = xs[b.col], xs[b.col + b.cols], ys[b.row], ys[b.row + b.rows]
        found |= {(x0, top, x1, top), (x0, low, x1, low), (x0, low, x0, top), (x1, low, x1, top)}
    return found


def lines(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> None:
    for side in sorted(edges(boxes, xs, ys)):
        canvas.line(*side)


def dashed(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> None:
    """Dashes as separate strokes, as cairo and old WPS write them."""
    for x0, y0, x1, y1 in sorted(edges(boxes, xs, ys)):
        length = max(x1 - x0, y1 - y0)
        at = 0.0
        while at < length:
            end = min(at + 3, length)
            canvas.line(x0 + at * (x1 > x0), y0 + at * (y1 > y0), x0 + end * (x1 > x0), y0 + end * (y1 > y0))
            at += 5.5


def thin(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> None:
    """Filled rectangles half a point thick, as Word writes them, over a shaded background."""
    canvas.setFillGray(0.93)
    canvas.rect(xs[0], ys[-1], xs[1] - xs[0], ys[0] - ys[-1], stroke=0, fill=1)
    canvas.setFillGray(0)
    for x0, y0, x1, y1 in sorted(edges(boxes, xs, ys)):
        canvas.rect(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5, stroke=0, fill=1)


def outlines(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> None:
    """One stroked rectangle a cell."""
    for b in boxes:
        x0, x1, top, low = xs[b.col], xs[b.col + b.cols], ys[b.row], ys[b.row + b.rows]
        canvas.rect(x0, low, x1 - x0, top - low)


def in_form(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> None:
    """The rulings at half size in a form object that is drawn twice as large and moved."""
    canvas.beginForm("rules")
    canvas.setLineWidth(0.4)
    for x0, y0, x1, y1 in sorted(edges(boxes, xs, ys)):
        canvas.line(x0 / 2 - 10, y0 / 2 - 10, x1 / 2 - 10, y1 / 2 - 10)
    canvas.endForm()
    canvas.saveState()
    canvas.transform(2, 0, 0, 2, 20, 20)
    canvas.doForm("rules")
    canvas.restoreState()


def one_path(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float]) -> None:
    """All sides in a single path object."""
    path = canvas.beginPath()
    for x0, y0, x1, y1 in sorted(edges(boxes, xs, ys)):
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
    canvas.drawPath(path)


RULINGS = (lines, dashed, thin, outlines, in_form, one_path)


def text(canvas: Canvas, boxes: Sequence[Box], xs: Sequence[float], ys: Sequence[float], font: str = FONT) -> None:
    """The cells' lines, the quotation marks of each cell last, as fallback fonts put them."""
    for b in boxes:
        y = ys[b.row] - 18
        late = []
        canvas.setFont(font, 10.5)
        for line in b.lines:
            x = xs[b.col] + 6
            for char in line:
                if char in "“”":
                    late.append((x, y, char))
                else:
                    canvas.drawString(x, y, char)
                x += pdfmetrics.stringWidth(char, font, 10.5)
            y -= 16
        canvas.setFont(LIGHT if font == FONT else FONT, 10.5)
        for x, y_late, char in late:
            canvas.drawString(x, y_late, char)


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def shape(cells: Sequence[Cell]) -> list[tuple[int, int, int, int, str]]:
    """The cells as plain values, white space and line breaks left out."""
    return [(c.row, c.col, c.rows, c.cols, "".join(c.text.split())) for c in cells]


def truth(boxes: Sequence[Box]) -> list[tuple[int, int, int, int, str]]:
    return [(b.row, b.col, b.rows, b.cols, "".join("".join(b.lines).split())) for b in boxes]


def anchor_of(document: Document, words: str) -> Anchor:
    """Where the words stand first."""
    for paragraph in paragraphs(document.blocks):
        at = paragraph.text.find(words)
        if at >= 0:
            return paragraph.passage.anchor(at, at + len(words))
    raise AssertionError(words)
