"""The characters of a page by their origins, as pdfium gives them."""

from __future__ import annotations

import ctypes
from typing import Any

from extractors.formats.pdfpage.boxes import Box, Spread
from extractors.formats.pdfpage.content import BLANKS, Run, Runs, Turn
from extractors.formats.pdfpage.fonts import Fonts
from extractors.formats.pdfpage.letters import DIGITS, WIDE, WIDE_STRETCH, plain, unmapped
from extractors.formats.pdfpage.pdfium import address, calls

_NARROW = 0.24
"""Ems: gaps narrower than this are set between ideographs and letters or digits by the program; no blank was typed."""


class _Pen:
    """Where a run has got to: the origins so far, the place of the last character, and the measures of its script
    (edges, size of the type, how far the next origin may lie) beside those of the other script."""

    __slots__ = ("em", "least", "levels", "most", "other", "right", "wide", "x", "xs", "y")

    def __init__(self, wide: bool, x: float, y: float, box: Box) -> None:
        self.wide, self.x, self.y = wide, x, y
        self.xs = [x]
        self.levels: list[tuple[int, float, float]] = []
        self.right = box[2]
        self.other: tuple[float, float, float] | None = None
        self._measure(box[1], box[3], box[2] - x if wide else box[3] - box[1])

    def _measure(self, low: float, high: float, em: float) -> None:
        self.levels.append((len(self.xs) - 1, low, high))
        self.em = em
        self.least, self.most = (0.4 * em if self.wide else 0.1 * em), 1.12 * em

    def switch(self, box: Box | None) -> None:
        """The script changes at the last character, whose box is given where the other script is met first."""
        _, low, high = self.levels[-1]
        was = low, high, self.em
        self.wide = not self.wide
        if box is not None:
            self._measure(box[1], box[3], box[2] - self.x if self.wide else box[3] - box[1])
        elif self.other is not None:
            self._measure(*self.other)
        self.other = was

    @property
    def size(self) -> float:
        """The size of the type: the height of letters says less of it than the width of ideographs."""
        return self.em if self.wide or self.other is None else self.other[2]

    def move(self, x: float) -> None:
        self.x = x
        self.xs.append(x)

    def steps(self, step: float, count: int) -> None:
        """Move on over `count` characters, the first of which the pen stands at already."""
        x = self.x
        self.xs.extend([x + step * i for i in range(1, count)])
        self.x = self.xs[-1]

    def reaches(self, x: float, y: float) -> bool:
        """Whether a character with this origin goes on with the run."""
        return y == self.y and self.least <= x - self.x <= self.most


class Characters:
    """Reads the characters of one text page. Within a run each character ends where the next one begins, so pdfium is
    asked for a box only where a run starts, where the script changes, and after a last Latin letter."""

    def __init__(self, text_page: Any, count: int, turn: Turn, visible: Box) -> None:
        self.text_page = text_page
        self.handle = ctypes.c_void_p(address(text_page))
        self.count = count
        self.turn = turn
        self.visible = visible
        self.unmapped = 0
        self.rect = calls().raw.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.refs = ctypes.byref(self.x), ctypes.byref(self.y), ctypes.byref(self.rect)
        self.runs = Runs()
        self.fonts = Fonts()
        self.bold: bool | None = None

    def read(self) -> list[Run]:
        """The runs of characters in the order of the file."""
        if self.count <= 0:
            return []
        text = self._text()
        self.unmapped = unmapped(text)
        text = plain(text)
        if self.turn.quarters:
            self._turned(text)
        else:
            self._straight(text)
        return self.runs.found

    def _text(self) -> str:
        raw = calls().raw
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self.text_page, 0, self.count, buffer)
        if written == self.count + 1:
            text = bytes(memoryview(buffer).cast("B")[: 2 * self.count]).decode("utf-16-le", "replace")
            if len(text) == self.count:
                return text
        codes = [raw.FPDFText_GetUnicode(self.text_page, i) for i in range(self.count)]
        return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)

    def _straight(self, text: str) -> None:
        at, count = 0, self.count
        origin, handle, (ref_x, ref_y, _) = calls().origin, self.handle, self.refs
        while at < count:
            char = text[at]
            if char < " ":
                self.bold = None
                at += 1
                continue
            origin(handle, at, ref_x, ref_y)
            box = self._box(at, char) if self._seen(self.x.value, self.y.value) else None
            if box is None:
                at += 1
            elif char in BLANKS:
                x, (_, low, right, high) = self.x.value, box
                self.runs.add(char, [x, right], self.y.value, max(high - low, 0.1), Spread([x, right], [(0, low, high)]))
                at += 1
            else:
                at = self._run(text, at, box)

    def _run(self, text: str, at: int, box: Box) -> int:
        """Take the run that starts at `at`, where `x`, `y` and `box` have been fetched; return where it ends. A blank
        that pdfium made up in a gap that shows none does not end it."""
        if self.bold is not False:
            self.bold = self.fonts.bold(self.handle, at)
        pen = _Pen(text[at] >= WIDE, self.x.value, self.y.value, box)
        pieces, cut, end = "", at, at
        while True:
            end, after = self._stretch(text, end, pen)
            char = text[end : end + 1]
            if char == " ":
                following = self._passed(text, end, after, pen)
                if following is None:
                    break
                pieces += text[cut:end]
                end, after = end + 1, following
                cut, char = end, text[end]
            elif char <= " " or char in BLANKS or not pen.reaches(after, self.y.value):
                break
            pen.move(after)
            if (char >= WIDE) is not pen.wide:
                pen.switch(self._box(end, char) if pen.other is None else None)
        if len(pen.xs) > 1:
            pen.right = pen.x + pen.em if pen.wide else self._end(end, char, after, pen)
        pen.xs.append(pen.right)
        self.runs.add(pieces + text[cut:end], pen.xs, pen.y, max(pen.size, 0.1), Spread(pen.xs, pen.levels), self.bold)
        return end

    def _stretch(self, text: str, at: int, pen: _Pen) -> tuple[int, float]:
        """Take the characters from `at` on that are evenly set, the first of them where the pen is; return where they
        end and the origin of what comes next. Wide ones or digits are evenly set where what follows them stands where
        even steps lead, or else the last and the middle one do."""
        origin, handle, (ref_x, ref_y, _) = calls().origin, self.handle, self.refs
        found = (WIDE_STRETCH if pen.wide else DIGITS).match(text, at)
        end = found.end() if found else at + 1
        while end > at + 1:
            count = end - at
            origin(handle, end, ref_x, ref_y)
            after = self.x.value
            step = (after - pen.x) / count
            if self.y.value == pen.y and self._even(at, step, count, pen):
                pen.steps(step, count)
                return end, after
            if count > 3 and pen.wide and (step := self._step(at, count - 1, pen)):
                pen.steps(step, count)
                break
            end = at + count // 2
        origin(handle, end, ref_x, ref_y)
        return end, self.x.value

    def _even(self, at: int, step: float, count: int, pen: _Pen) -> bool:
        """Whether `count` characters of one kind with this mean distance can only be evenly set."""
        if pen.wide:
            return abs(step - pen.em) * count < 0.03 * pen.em
        calls().origin(self.handle, at + 1, self.refs[0], self.refs[1])
        return self.y.value == pen.y and abs(step - (self.x.value - pen.x)) * count < 0.03 * pen.em

    def _step(self, at: int, steps: int, pen: _Pen) -> float:
        """The distance of the wide characters from the one at `at` on, where the last and the middle one stand where
        even steps of about an em lead. Else 0."""
        origin, (ref_x, ref_y, _) = calls().origin, self.refs
        origin(self.handle, at + steps, ref_x, ref_y)
        step = (self.x.value - pen.x) / steps
        if self.y.value != pen.y or not 0.97 * pen.em < step < 1.1 * pen.em:
            return 0.0
        half = steps // 2
        origin(self.handle, at + half, ref_x, ref_y)
        if self.y.value != pen.y or abs(self.x.value - pen.x - half * step) > 0.03 * pen.em:
            return 0.0
        return step

    def _passed(self, text: str, at: int, start: float, pen: _Pen) -> float | None:
        """The origin of the character behind the blank at `at`, whose own origin is `start`: None where the blank was
        typed, or the gap or its neighbours are such that it may read as a blank. A blank that pdfium made up
        has its origin at one of the two ends of the gap."""
        char = text[at + 1 : at + 2]
        if char <= " " or char in BLANKS or not (pen.wide or char >= WIDE):
            return None
        if self.y.value != pen.y or not calls().made_up(self.handle, at):
            return None
        calls().origin(self.handle, at + 1, self.refs[0], self.refs[1])
        x = self.x.value
        if pen.wide:
            start = pen.x + pen.em
        return x if self.y.value == pen.y and start != x and -0.1 * pen.em < x - start < _NARROW * pen.size else None

    def _end(self, at: int, char: str, after: float, pen: _Pen) -> float:
        """Where the last letter of a run ends: where the end of the line behind it stands, or its box ends."""
        if char and char < " " and pen.reaches(after, pen.y):
            return after
        box = self._box(at - 1, "")
        return pen.x + pen.em / 2 if box is None else box[2]

    def _seen(self, x: float, y: float) -> bool:
        left, low, right, high = self.visible
        return left - 2 <= x <= right + 2 and low - 2 <= y <= high + 2

    def _box(self, index: int, char: str) -> Box | None:
        """The character's box with its whole width; None for a blank that pdfium made up."""
        calls().loose_box(self.handle, index, self.refs[2])
        rect = self.rect
        box = (rect.left, rect.bottom, rect.right, rect.top)
        if box[0] < box[2] and box[1] < box[3]:
            return box
        if char in BLANKS:
            return None
        box = self._tight(index)
        return box if box[0] < box[2] and box[1] < box[3] else None

    def _turned(self, text: str) -> None:
        """Characters of a page whose lines do not run to the right: loose boxes are degenerate there. A blank counts
        as typed where the text goes on at some distance behind it."""
        turn, origin = self.turn, calls().origin
        blank: list[tuple[str, float, float]] = []
        for index, char in enumerate(text):
            if char < " ":
                continue
            origin(self.handle, index, self.refs[0], self.refs[1])
            if not self._seen(self.x.value, self.y.value):
                continue
            x, y = turn.point(self.x.value, self.y.value)
            if char in BLANKS:
                blank.append((char, x, y))
                continue
            em, box = max(self._size(index), 0.1), self._tight(index)
            for typed, start, level in blank:
                if level == y and x - start > 0.1 * em:
                    self.runs.add(typed, [start, x], y, em, [box])
            blank = []
            self.runs.add(char, [x, x + em if char >= WIDE else max(turn.box(box)[2], x)], y, em, [box])

    def _tight(self, index: int) -> Box:
        raw = calls().raw
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self.text_page, index, left, right, low, high)
        return left.value, low.value, right.value, high.value

    def _size(self, index: int) -> float:
        raw = calls().raw
        matrix = raw.FS_MATRIX()
        size = float(raw.FPDFText_GetFontSize(self.text_page, index))
        if raw.FPDFText_GetMatrix(self.text_page, index, matrix):
            size *= float(abs(matrix.a) + abs(matrix.b))
        return size
