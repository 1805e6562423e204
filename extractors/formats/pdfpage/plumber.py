"""The same page content through pdfplumber: slower, but it opens some files that pdfium does not."""

from __future__ import annotations

import io
import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

from extractors.errors import Encrypted, TimedOut, TooLarge
from extractors.formats.pdfpage.content import PageContent, Runs, Strokes
from extractors.formats.pdfpage.letters import WIDE, plain, unmapped
from extractors.formats.pdfpage.symbols import shown
from extractors.model import Picture
from extractors.model.passage import Box

SECONDS = 10.0
"""Processor time for a file. pdfminer believes every number in it and loops two thousand million times if told so."""

_EVERY = 500
_WATCHED = ("pdfminer.", "pdfplumber.")
_LAST_CHARACTER = 65_535


class _Late(BaseException):
    """Not an Exception, so that nobody on the way takes it for a broken file and goes on."""


def read_pages(data: bytes, numbers: Iterable[int] | None, most: int) -> dict[int, PageContent]:
    """The pages with these numbers (None: all) by number; those that fail are left out.

    Raises Encrypted, TooLarge, TimedOut, and whatever pdfminer raises on a file that it cannot open."""
    try:
        with _no_longer_than(SECONDS):
            return _read_pages(data, numbers, most)
    except _Late as error:
        raise TimedOut() from error


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Stop what runs inside after so many seconds of processor time, wherever it is."""
    end, lines, before = time.thread_time() + seconds, 0, sys.gettrace()

    def watch(frame: FrameType, _event: str, _argument: object) -> Any:
        nonlocal lines
        lines += 1
        # what is raised in a callback of the collector is thrown away, and the watch with it: only the libraries' own lines count
        if lines >= _EVERY and frame.f_globals.get("__name__", "").startswith(_WATCHED):
            lines = 0
            if time.thread_time() > end:
                raise _Late
        return watch

    sys.settrace(watch)
    try:
        yield
    finally:
        sys.settrace(before)


@cache
def _widths() -> dict[str, Any]:
    """pdfminer's own readers of widths, as they were before anybody bounded them."""
    from pdfminer.pdffont import get_widths, get_widths2

    return {"get_widths": get_widths, "get_widths2": get_widths2}


def _bounded(read: Callable[[Iterable[object]], dict[int, Any]]) -> Callable[[Iterable[object]], dict[int, Any]]:
    """pdfminer's reader of a font's widths, which fills a dictionary entry by entry as far as a file tells it to, with
    numbers kept below what a character can have."""

    def bounded(widths: Iterable[object]) -> dict[int, Any]:
        return read([min(w, _LAST_CHARACTER) if isinstance(w, int | float) else w for w in widths])

    return bounded


def _read_pages(data: bytes, numbers: Iterable[int] | None, most: int) -> dict[int, PageContent]:
    import pdfplumber
    from pdfminer import pdffont
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    for name, read in _widths().items():
        setattr(pdffont, name, _bounded(read))
    for library in ("pdfminer", "pdfplumber"):  # they report on stderr what we report ourselves
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        document = pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise Encrypted() from error
        raise
    # closing the document would walk all its pages once more, out of time or not; there is nothing to close but memory
    if len(document.pages) > most:
        raise TooLarge(f"文件有{len(document.pages)}页，不像公开承诺书（最多读{most}页）。")
    wanted = range(len(document.pages)) if numbers is None else numbers
    found = {}
    for number in wanted:
        if number < len(document.pages) and (page := _page(document.pages[number], number)) is not None:
            found[number] = page
    return found


def _page(page: Any, number: int) -> PageContent | None:
    try:
        chars, shapes, images = page.chars, [*page.lines, *page.rects, *page.curves], page.images
        place = _Place(page)
        runs = Runs()
        for char in chars:
            if len(char["text"]) == 1 and char["text"] >= " ":
                place.set(char, runs)
        strokes = _strokes(shapes, place)
    except Exception:  # a broken page costs that page only; the caller warns of it
        return None
    pictures = [Picture(f"{number + 1}-{i}", float(p["width"]), float(p["height"])) for i, p in enumerate(images, 1)]
    text = "".join("".join([run.text for run in runs.found]).split())
    bounds = (0.0, 0.0, float(page.width), float(page.height))
    return PageContent(number, bounds, runs.found, strokes, pictures, unmapped(text), len(text), len(shapes), len(shapes))


class _Place:
    """From pdfplumber's page (shown upright, measured from its top left) to reading and user space. Reading space is
    the page as shown, with up positive."""

    def __init__(self, page: Any) -> None:
        self.height = float(page.height)
        self.rotation = int(page.rotation or 0) % 360
        x0, y0, x1, y1 = (float(v) for v in page.page_obj.mediabox)
        self.media = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self.shift = float(page.bbox[0]), float(page.bbox[1])

    def box(self, item: Any) -> Box:
        """The object's box in reading space."""
        left, up = self.shift
        return (float(item["x0"]) - left, self.height - (float(item["bottom"]) - up),
                float(item["x1"]) - left, self.height - (float(item["top"]) - up))

    def set(self, char: Any, runs: Runs) -> None:
        """Add one of pdfplumber's characters."""
        x0, y0, x1, y1 = self.box(char)
        a, b, _, _, _, f = char["matrix"]
        upright = abs(b) <= abs(a)
        y = f - float(char["y0"]) + y0 if upright else y0
        em = max(float(char["size"]), 0.1)
        letter = plain(shown(char["text"], str(char["fontname"])))
        end = max(x1, x0 + em) if letter >= WIDE and upright else x1
        runs.add(letter, [x0, end], round(y, 2), em, [self._user((x0, y0, x1, y1))])

    def _user(self, box: Box) -> Box:
        """The box in unrotated user space."""
        a, b = self._point(box[0], box[1])
        c, d = self._point(box[2], box[3])
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        x0, y0, x1, y1 = self.media
        if self.rotation == 90:
            return x1 - y, y0 + x
        if self.rotation == 180:
            return x1 - x, y1 - y
        if self.rotation == 270:
            return x0 + y, y1 - x
        return x0 + x, y0 + y


def _strokes(shapes: Iterable[Any], place: _Place) -> Strokes:
    strokes = Strokes()
    for shape in shapes:
        points = shape.get("pts") or []
        box = place.box(shape)
        before = len(strokes.across) + len(strokes.down)
        strokes.add(box)
        if len(strokes.across) + len(strokes.down) > before or not shape.get("stroke") or len(points) > 5000:
            continue
        if shape["object_type"] == "rect":
            x0, y0, x1, y1 = box
            for edge in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
                strokes.add(edge)
    return strokes
