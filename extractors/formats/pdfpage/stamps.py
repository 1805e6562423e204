"""Seals and signatures in printed PDFs: pictures of their size, stamps and ink drawn as notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from extractors.formats.pdfpage.content import PageContent
from extractors.formats.pdfpage.pdfium import calls
from extractors.formats.scanpage.stamps import kind_of, may_be_one
from extractors.model import Mark, PdfPlace, Picture

if TYPE_CHECKING:
    from extractors.formats.scanpage.paper import Paper

_DOTS = 108.0
_MOST_NOTES = 200


def notes_drawn(page: Any, number: int) -> list[Picture]:
    """The page's stamps and ink notes, as pictures: what people set on it with a viewer's tools."""
    raw = calls().raw
    found = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        rect = raw.FS_RECTF()
        drawn = raw.FPDFAnnot_GetSubtype(note) in (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK)
        if drawn and raw.FPDFAnnot_GetRect(note, rect):
            box = rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)
            found.append(Picture(f"{number + 1}-note-{index}", box[2] - box[0], box[3] - box[1], PdfPlace(number, (box,))))
        raw.FPDFPage_CloseAnnot(note)
    return found


def marks_in(data: bytes, contents: Sequence[PageContent]) -> tuple[Mark, ...]:
    """What the pictures of a seal's or a signature's size show; only pages with such pictures are drawn."""
    wanted = {c.number: chosen for c in contents if (chosen := [p for p in c.pictures if p.place and may_be_one(p)])}
    if not wanted:
        return ()
    from extractors.formats.scanpage.rendered import papers

    drawn = papers(data, sorted(wanted), _DOTS)
    return tuple(mark for paper in drawn for mark in _marks(paper, wanted[paper.number]))


def _marks(paper: Paper, pictures: Sequence[Picture]) -> Iterator[Mark]:
    way = paper.to_user.back()
    for picture in pictures:
        place = picture.place
        if not isinstance(place, PdfPlace):
            continue
        x0, y0, x1, y1 = (round(v) for v in way.box(place.boxes[0]))
        pixels = paper.pixels[max(0, y0) : y1, max(0, x0) : x1]
        kind = kind_of(pixels, (x1 - x0) / paper.scale, (y1 - y0) / paper.scale) if pixels.size else None
        if kind is not None:
            yield Mark(kind, place)
