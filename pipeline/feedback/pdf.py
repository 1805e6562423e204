"""Highlights with notes in a copy of a submitted PDF, on the words that they are about."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.errors import Corrupt, Encrypted
from extractors.model import Anchor, PdfPlace
from pipeline.feedback.copying import keep_original, write_copy
from pipeline.feedback.remark import AUTHOR, MarkedUp, Placed, Remark

if TYPE_CHECKING:
    import pikepdf

FORMATS = frozenset({"pdf"})

_YELLOW = (1.0, 0.92, 0.23)
_INSET = 0.25
_END = b"\n%%EOF\n"
"""What a file cut off behind its last object lacks for that object to be found: its pages would come back blank."""

_BROKEN = "PDF 结构损坏，无法在其中写入批注。"

_NAMED = "chengnuo-"
"""How the names of our annotations begin."""

_PRINT, _NO_ZOOM, _NO_ROTATE = 4, 8, 16
_NOTE_SIZE, _NOTE_STEP, _NOTE_MARGIN = 20.0, 24.0, 24.0

Box = tuple[float, float, float, float]


def mark_up(source: Path, remarks: Sequence[Remark], target: Path) -> MarkedUp:
    """Write `target`: the source with a yellow highlight on each remark's words and the remark as its note. A remark
    that runs over pages is highlighted on each, with the note on the first; one that points nowhere becomes a sticky
    note on the first page. Passwords and permissions stay; an unencrypted file gives the same bytes each time.

    Raises Encrypted or Corrupt for a source that cannot be opened, ValueError where source and target are one file."""
    keep_original(source, target)
    data = source.read_bytes()
    content, placed = marked(data, [r for r in remarks if r.text.strip()])
    write_copy(content, target)
    return MarkedUp(target, placed)


def marked(data: bytes, remarks: Sequence[Remark]) -> tuple[bytes, tuple[Placed, ...]]:
    """The bytes of the PDF with the remarks in it, and where they came to stand. Raises Encrypted or Corrupt."""
    import pikepdf

    try:
        document = pikepdf.open(io.BytesIO(data if b"%%EOF" in data[-2048:] else data + _END))
    except pikepdf.PasswordError as error:
        raise Encrypted() from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise Corrupt(_BROKEN) from error
    with document:
        if not len(document.pages):
            raise Corrupt("PDF 里没有页面，无法在其中写入批注。")
        _forget_earlier(document)
        marker = _Marker(document)
        placed = _texts(data, remarks, [marker.mark(remark) for remark in remarks])
        return _saved(document), placed


def _saved(document: pikepdf.Pdf) -> bytes:
    import pikepdf

    out = io.BytesIO()
    try:
        if document.is_encrypted:
            document.save(out, encryption=True)
        else:
            document.save(out, deterministic_id=True)
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:  # what can be opened cannot always be written
        raise Corrupt(_BROKEN) from error
    return out.getvalue()


def _forget_earlier(document: pikepdf.Pdf) -> None:
    """Take out what an earlier round wrote into a form that comes again in its marked copy; what somebody answered stays."""
    import pikepdf

    for page in document.pages:
        there = page.obj.get("/Annots")
        if not isinstance(there, pikepdf.Array):
            continue
        notes = [note for note in there if isinstance(note, pikepdf.Dictionary)]
        answered = {answer.objgen for note in notes if not _ours(note) and isinstance(answer := note.get("/IRT"), pikepdf.Dictionary)}
        kept = [note for note in there if not (isinstance(note, pikepdf.Dictionary) and _ours(note) and note.objgen not in answered)]
        if len(kept) < len(there):
            page.obj.Annots = pikepdf.Array(kept)


def _ours(annotation: pikepdf.Dictionary) -> bool:
    return str(annotation.get("/T", "")) == AUTHOR and str(annotation.get("/NM", "")).startswith(_NAMED)


class _Marker:
    """Adds annotations to an open document."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document = document
        self.count = 0
        self.notes = 0

    def mark(self, remark: Remark) -> list[PdfPlace]:
        """Mark one remark and return the places that were highlighted; none where it became a sticky note."""
        places = _places(remark.anchor, len(self.document.pages))
        note = remark.text
        for place in places:
            self._add(place.page, self._highlight(place.boxes, note))
            note = ""
        if not places:
            self._add(0, self._note(remark.text))
        return places

    def _add(self, number: int, annotation: pikepdf.Object) -> None:
        """Put the annotation behind those that the page has; its own list is never shared with another page."""
        import pikepdf

        page = self.document.pages[number].obj
        there = page.get("/Annots")
        kept = list(there) if isinstance(there, pikepdf.Array) else []
        page.Annots = pikepdf.Array([*kept, self.document.make_indirect(annotation)])

    def _common(self, subtype: str, box: Box, text: str) -> dict[str, Any]:
        import pikepdf

        self.count += 1
        entries: dict[str, Any] = {
            "/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name(subtype), "/Rect": _numbers(box),
            "/C": _numbers(_YELLOW), "/T": pikepdf.String(AUTHOR), "/NM": pikepdf.String(f"{_NAMED}{self.count}"),
        }
        if text:
            entries["/Contents"] = pikepdf.String(text.replace("\n", "\r"))
        return entries

    def _highlight(self, boxes: Sequence[Box], text: str) -> pikepdf.Object:
        import pikepdf

        x0, y0, x1, y1 = zip(*boxes, strict=True)
        around = (min(x0), min(y0), max(x1), max(y1))
        corners = [v for a, b, c, d in boxes for v in (a, d, c, d, a, b, c, b)]
        entries = self._common("/Highlight", around, text)
        entries["/F"] = _PRINT
        entries["/QuadPoints"] = _numbers(corners)
        entries["/AP"] = pikepdf.Dictionary(N=self._painted(boxes, around))
        return pikepdf.Dictionary(entries)

    def _painted(self, boxes: Sequence[Box], around: Box) -> pikepdf.Object:
        """What viewers draw: yellow over the words, the print showing through."""
        import pikepdf

        colour = " ".join(f"{v:g}" for v in _YELLOW)
        areas = "\n".join(f"{a:.3f} {b:.3f} {c - a:.3f} {d - b:.3f} re" for a, b, c, d in boxes)
        stream = self.document.make_stream(f"/M gs {colour} rg\n{areas}\nf\n".encode("ascii"))
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        stream.BBox = _numbers(around)
        multiply = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
        stream.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(M=multiply))
        stream.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency)
        return stream

    def _note(self, text: str) -> pikepdf.Object:
        import pikepdf

        x, y = _corner(self.document.pages[0], self.notes)
        self.notes += 1
        entries = self._common("/Text", (x, y - _NOTE_SIZE, x + _NOTE_SIZE, y), text)
        entries["/F"] = _PRINT | _NO_ZOOM | _NO_ROTATE
        entries["/Name"] = pikepdf.Name.Comment
        return pikepdf.Dictionary(entries)


def _places(anchor: Anchor, pages: int) -> list[PdfPlace]:
    """One place a page, in order, with boxes that hold something, drawn in a little so that they touch no neighbour."""
    boxes: dict[int, list[Box]] = {}
    for place in anchor.places:
        if isinstance(place, PdfPlace) and 0 <= place.page < pages:
            drawn_in = [_drawn_in(box) for box in place.boxes]
            if kept := [box for box in drawn_in if box[0] < box[2] and box[1] < box[3]]:
                boxes.setdefault(place.page, []).extend(kept)
    return [PdfPlace(page, tuple(found)) for page, found in boxes.items()]


def _drawn_in(box: Box) -> Box:
    """The box a little smaller; on a page in a large unit a quarter of a unit is no little."""
    a, b, c, d = box
    inset = min(_INSET, 0.025 * abs(d - b), 0.025 * abs(c - a))
    return a + inset, b + inset, c - inset, d - inset


def _corner(page: pikepdf.Page, nth: int) -> tuple[float, float]:
    """Where the upper left corner of the nth sticky note goes: down the left edge of the page as it is shown."""
    x0, y0, x1, y1 = (float(v) for v in page.cropbox)
    x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    turned = page.obj.get("/Rotate", page.get("/Rotate", 0))
    rotation = int(turned or 0) % 360
    room = (x1 - x0 if rotation in (90, 270) else y1 - y0) - 2 * _NOTE_MARGIN
    down = _NOTE_MARGIN + (nth * _NOTE_STEP) % max(room, _NOTE_STEP)
    if rotation == 90:
        return x0 + down, y0 + _NOTE_MARGIN
    if rotation == 180:
        return x1 - _NOTE_MARGIN, y0 + down
    if rotation == 270:
        return x1 - down, y1 - _NOTE_MARGIN
    return x0 + _NOTE_MARGIN, y1 - down


def _numbers(values: Sequence[float]) -> pikepdf.Array:
    import pikepdf

    return pikepdf.Array([round(float(v), 3) for v in values])


def _texts(data: bytes, remarks: Sequence[Remark], marked: Sequence[list[PdfPlace]]) -> tuple[Placed, ...]:
    """The remarks with the words that their highlights cover."""
    from extractors.formats.pdfpage.covered import covered

    texts = covered(data, marked)
    return tuple(
        Placed(remark, text, exact=bool(places) or not remark.anchor)
        for remark, places, text in zip(remarks, marked, texts, strict=True)
    )
