"""The characters of a page by their origins, as pdfium gives them."""

from __future__ import annotations

import ctypes
from typing import Any

from extractors.formats.pdfpage.boxes import Box, Spread
from extractors.formats.pdfpage.content import BLANKS, Run, Runs, Turn
from extractors.formats.pdfpage.fonts import Fonts
from extractors.formats.pdfpage.letters import WIDE, WIDE_STRETCH, plain, unmapped
from extractors.formats.pdfpage.pdfium import address, calls


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
        """Take the run that starts at `at`, where `x`, `y` and `box` have been fetched; return where it ends."""
        origin, handle, place_x, place_y = calls().origin, self.handle, self.x, self.y
        ref_x, ref_y, _ = self.refs
        if self.bold is not False:
            self.bold = self.fonts.bold(self.handle, at)
        end, tried, y = at, at, place_y.value
        x = place_x.value
        xs = [x]
        wide = text[at] >= WIDE
        _, low, right, high = box
        em = right - x if wide else high - low
        levels = [(0, low, high)]
        other: tuple[float, float, float] | None = None
        least, most = (0.4 * em if wide else 0.1 * em), 1.12 * em
        count = self.count
        while True:
            if wide and end >= tried:
                found = WIDE_STRETCH.match(text, end)
                tried = found.end() if found else end + 1
                steps = tried - end - 1
                if steps > 2:
                    step = self._step(end, steps, x, y, em)
                    if step:
                        xs.extend([x + step * i for i in range(1, steps + 1)])
                        x = xs[-1]
                        end = tried - 1
                    else:
                        tried = end + 1 + steps // 2
            end += 1
            if end == count:
                break
            char = text[end]
            if char <= " " or char in BLANKS:
                break
            origin(handle, end, ref_x, ref_y)
            after = place_x.value
            if not least <= after - x <= most or place_y.value != y:
                break
            x = after
            xs.append(x)
            if (char >= WIDE) is not wide:
                fresh = self._level(end, char, x) if other is None else other
                if fresh is not None:
                    other = low, high, em
                    wide = not wide
                    low, high, em = fresh
                    least, most = (0.4 * em if wide else 0.1 * em), 1.12 * em
                    levels.append((end - at, low, high))
        if end - at > 1:
            last = None if wide else self._box(end - 1, text[end - 1])
            right = x + em if last is None else last[2]
        xs.append(right)
        self.runs.add(text[at:end], xs, y, em if em > 0.1 else 0.1, Spread(xs, levels), bool(self.bold))
        return end

    def _level(self, index: int, char: str, x: float) -> tuple[float, float, float] | None:
        """The lower and upper edge and the em of a character of another script than the one before it."""
        box = self._box(index, char)
        if box is None:
            return None
        _, low, right, high = box
        return low, high, right - x if char >= WIDE else high - low

    def _step(self, at: int, steps: int, x: float, y: float, em: float) -> float:
        """The distance of the wide characters that follow the one at `at`, which is printed at `x`, where they are
        evenly set: the last and the middle one stand where even steps of about an em lead. Else 0."""
        origin, (ref_x, ref_y, _) = calls().origin, self.refs
        origin(self.handle, at + steps, ref_x, ref_y)
        step = (self.x.value - x) / steps
        if self.y.value != y or not 0.97 * em < step < 1.1 * em:
            return 0.0
        half = steps // 2
        origin(self.handle, at + half, ref_x, ref_y)
        if self.y.value != y or abs(self.x.value - x - half * step) > 0.03 * em:
            return 0.0
        return step

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
