"""The characters of a page by their origins, as pdfium gives them."""

from __future__ import annotations

import ctypes
import math
from array import array
from itertools import accumulate, repeat
from typing import Any

from extractors.formats.pdfpage.askew import AskewText
from extractors.formats.pdfpage.boxes import Spread
from extractors.formats.pdfpage.content import BLANKS, Run, Runs, Turn
from extractors.formats.pdfpage.fonts import Fonts, Hidden
from extractors.formats.pdfpage.garbled import garbled
from extractors.formats.pdfpage.hidden import HiddenText
from extractors.formats.pdfpage.letters import DIGITS, WIDE, WIDE_STRETCH, by_index, plain, unmapped
from extractors.formats.pdfpage.pdfium import address, calls
from extractors.formats.pdfpage.symbols import signs_shown
from extractors.model.passage import Box

_NARROW = 0.24
"""Ems: gaps narrower than this are set between ideographs and letters or digits by the program; no blank was typed."""

_LEVEL = 0.05
"""Radians by which a line may rise or fall; more is another direction."""

_WIDE_STRETCH, _DIGITS = WIDE_STRETCH.match, DIGITS.match

_EVEN = 0.03
"""Ems by which the end of an evenly set stretch may miss its place."""


class Characters:
    """Reads the characters of one text page. Within a run each character ends where the next one begins, so pdfium is
    asked for a box only where a run starts, where the script changes, and after a last Latin letter."""

    def __init__(self, text_page: Any, count: int, turn: Turn, visible: Box) -> None:
        self.text_page = text_page
        self.handle = ctypes.c_void_p(address(text_page))
        self.count = count
        self.turn = turn
        self.visible = visible
        self.text = ""
        self.printed = self.unmapped = 0
        self.rect = array("f", (0.0, 0.0, 0.0, 0.0))  # an FS_RECTF: left, top, right, bottom
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.refs = ctypes.byref(self.x), ctypes.byref(self.y), ctypes.c_void_p(self.rect.buffer_info()[0])
        self.origin, self.loose_box, self.of_matrix = calls().origin, calls().loose_box, calls().matrix
        self.matrix = calls().raw.FS_MATRIX()
        self.matrix_ref = ctypes.byref(self.matrix)
        self.runs = Runs()
        self.askew = AskewText()
        self.hidden: list[HiddenText] = []
        self.fonts = Fonts()
        self.bold: bool | None = None

    def read(self) -> list[Run]:
        """The runs of characters in the order of the file."""
        if self.count <= 0:
            return []
        text = signs_shown(self._text(), self.handle)
        self.printed, self.unmapped = len("".join(text.split())), unmapped(text)
        self.text = text = plain(text)
        if garbled(text, self.unmapped):
            self.unmapped = self.printed
        if self.turn.quarters:
            self._turned(text)
        else:
            self._straight(text)
        return self.runs.found

    def _text(self) -> str:
        raw = calls().raw
        buffer = array("H", bytes(2 * self.count + 2))
        written = calls().text(self.handle, 0, self.count, ctypes.c_void_p(buffer.buffer_info()[0]))
        if written == self.count + 1:
            text = buffer[:-1].tobytes().decode("utf-16-le", "replace")
            if len(text) == self.count:
                return text
        return by_index([raw.FPDFText_GetUnicode(self.text_page, i) for i in range(self.count)])

    def _straight(self, text: str) -> None:
        at, count = 0, self.count
        text += "\0\x7f"  # so that every search ends
        origin, handle, (ref_x, ref_y, _), place_x, place_y = self.origin, self.handle, self.refs, self.x, self.y
        left, low, right, high = self.visible
        left, low, right, high = left - 2, low - 2, right + 2, high + 2
        generated = calls().generated
        while at < count:
            char = text[at]
            if char < " ":
                self.bold = None
                at += 2 if text[at + 1] == "\n" else 1
                continue
            if char == " " and generated(handle, at) == 1:
                at += 1
                continue
            origin(handle, at, ref_x, ref_y)
            x, y = place_x.value, place_y.value
            box = self._box(at, char) if left <= x <= right and low <= y <= high else None
            if box is None:
                at += 1
            elif char in BLANKS:
                xs = [x, box[2]]
                self.runs.add(char, xs, y, max(box[3] - box[1], 0.1), Spread(xs, [(0, box[1], box[3])]))
                at += 1
            else:
                at = self._run(text, at, x, y, box)

    def _run(self, text: str, at: int, x: float, y: float, box: Box) -> int:
        """Take the run that starts at `at` and is printed at `x`, `y`; return where it ends. Evenly set stretches are
        taken at once. A blank that pdfium made up in a gap that shows none does not end the run."""
        if self.bold is not False:
            self.bold = self.fonts.bold(self.handle, at)
        origin, handle, (ref_x, ref_y, _), place_x, place_y = self.origin, self.handle, self.refs, self.x, self.y
        end = cut = at
        pieces, xs = "", [x]
        wide = text[at] >= WIDE
        _, low, right, high = box
        size = em = right - x if wide else high - low
        levels = [(0, low, high)]
        other: tuple[float, float, float] | None = None
        while True:
            stop = (_WIDE_STRETCH if wide else _DIGITS)(text, end).end()  # type: ignore[union-attr]
            origin(handle, stop, ref_x, ref_y)
            after, level = place_x.value, place_y.value == y
            if stop > end + 1:
                stop, after, level = self._stretch(end, stop, xs, y, em if wide else 0.0, after if level else None)
                x = xs[-1]
            end, char = stop, text[stop]
            if char == " " and level and (following := text[end + 1]) > " " and (wide or following >= WIDE):
                start = x + em if wide else after
                origin(handle, end + 1, ref_x, ref_y)
                after = place_x.value
                if place_y.value != y or not -0.1 * em < after - start < _NARROW * size or following in BLANKS or start == after:
                    break
                pieces += text[cut:end]
                cut = end = end + 1
                char = following
            elif (char <= " " or not level or not (0.4 if wide else 0.1) * em <= after - x <= 1.12 * em or char in BLANKS) and (
                after != x or not level or not " " < char < WIDE or not self._one_glyph(end)
            ):
                break
            x = after
            xs.append(x)
            if (char >= WIDE) is not wide:
                fresh = other or self._level(end, char, x)
                other, wide = (low, high, em), not wide
                low, high, em = fresh
                levels.append((len(xs) - 1, low, high))
                size = em if wide else size
        if len(xs) > 1:
            right = x + em if wide else self._end(end, x + em / 2)
        elif (not level or after <= x or text[end] <= " ") and self._askew(at, text[at], x, y, box):
            return end
        xs.append(right)
        self._hide(x, y, end - at)
        self.runs.add(pieces + text[cut:end], xs, y, max(size, 0.1), Spread(xs, levels), self.bold)
        return end

    def _hide(self, x: float, y: float, letters: int) -> None:
        """Note a run of so many letters that ends at `x`, `y` and is not seen."""
        if self.fonts.hidden is not Hidden.NOT:
            self.hidden.append((self.fonts.hidden, x, y, letters))

    def _stretch(self, start: int, stop: int, xs: list[float], y: float, em: float, after: float | None) -> tuple[int, float, bool]:
        """Take the characters from `start` to before `stop`, each `em` wide (0 where they are not wide alike), the first printed at
        the last of `xs`, to which the others are added. `after` is where the next character is printed, None where that is on
        another line. Returns where the stretch ends, and for the character there its place and whether it is on the line."""
        x, count = xs[-1], stop - start
        if em and after is not None and -_EVEN * em < after - x - count * em < _EVEN * em:
            xs[-1:] = accumulate(repeat((after - x) / count, count - 1), initial=x)
            return stop, after, True
        stop = self._uneven(start, stop, xs, y, em)
        self.origin(self.handle, stop, self.refs[0], self.refs[1])
        return stop, self.x.value, self.y.value == y

    def _askew(self, index: int, char: str, x: float, y: float, box: Box) -> bool:
        """Take a character that stands alone and is set in another direction than the page's lines."""
        matrix = self.matrix
        if not self.of_matrix(self.handle, index, self.matrix_ref) or abs(matrix.b) < _LEVEL * matrix.a:
            return False
        size, angle = self._size(index)
        self.askew.add(char, (x, y), angle, max(size, 0.1), box, box)
        return True

    def _one_glyph(self, at: int) -> bool:
        """Whether a letter printed where the one before it is comes from one glyph with it (a ligature) and was not
        struck over it. No ligature holds digits."""
        item = calls().text_object
        return not self.text[at].isdecimal() and item(self.handle, at).value == item(self.handle, at - 1).value

    def _uneven(self, at: int, end: int, xs: list[float], y: float, em: float) -> int:
        """Add the origins of the characters behind the one at `at`, as far as they are evenly set before `end`, to
        `xs`; return where they end. `em` is 0 for digits, which are set as far apart as the first two are."""
        origin, handle, (ref_x, ref_y, _), x = self.origin, self.handle, self.refs, xs[-1]
        if not em:
            origin(handle, at + 1, ref_x, ref_y)
            step = self.x.value - x
            level = self.y.value == y
            origin(handle, end - 1, ref_x, ref_y)
            even = level and self.y.value == y and abs(self.x.value - x - (end - 1 - at) * step) < 0.05 * step
            if not even:
                return at + 1
        else:
            step = 0.0
            while end > at + 3 and not step:
                step = self._step(at, end - 1 - at, x, y, em)
                end = end if step else at + (end - at) // 2
            if not step:
                return at + 1
        xs.extend([x + step * i for i in range(1, end - at)])
        return end

    def _step(self, at: int, steps: int, x: float, y: float, em: float) -> float:
        """The distance of the wide characters from the one at `at`, printed at `x`, on, where the last and the middle
        one stand where even steps of about an em lead. Else 0."""
        origin, (ref_x, ref_y, _) = self.origin, self.refs
        origin(self.handle, at + steps, ref_x, ref_y)
        step = (self.x.value - x) / steps
        if self.y.value != y or not 0.97 * em < step < 1.1 * em:
            return 0.0
        half = steps // 2
        origin(self.handle, at + half, ref_x, ref_y)
        if self.y.value != y or abs(self.x.value - x - half * step) > _EVEN * em:
            return 0.0
        return step

    def _level(self, index: int, char: str, x: float) -> tuple[float, float, float]:
        """The lower and upper edge and the em (a letter's height) of a character printed at `x`."""
        box = self._box(index, "") or (x, 0.0, x + 0.1, 0.1)
        return box[1], box[3], box[2] - x if char >= WIDE else box[3] - box[1]

    def _end(self, at: int, otherwise: float) -> float:
        """Where the letter before `at` ends."""
        box = self._box(at - 1, "")
        return otherwise if box is None else box[2]

    def _box(self, index: int, char: str) -> Box | None:
        """The character's box with its whole width; None for a blank that pdfium made up, or a mark that is not
        printed."""
        self.loose_box(self.handle, index, self.refs[2])
        left, high, right, low = self.rect
        if left < right and low < high:
            return left, low, right, high
        if char in BLANKS:
            return None
        box = self._tight(index)
        if box[0] < box[2] and box[1] < box[3]:
            return box
        if not char.isprintable() or not char:
            return None
        return left, low, left + 0.1, low + max(self._size(index)[0], 0.1)  # a glyph without a width, or of two characters

    def _turned(self, text: str) -> None:
        """Characters of a page whose lines do not run to the right. A blank counts as typed where the text goes on at
        some distance behind it."""
        turn, origin = self.turn, calls().origin
        left, low, right, high = self.visible
        blank: list[tuple[str, float, float, float]] = []
        level: float | None = None
        for index, char in enumerate(text):
            if char < " ":
                continue
            origin(self.handle, index, self.refs[0], self.refs[1])
            if not (left - 2 <= self.x.value <= right + 2 and low - 2 <= self.y.value <= high + 2):
                continue
            x, y = turn.point(self.x.value, self.y.value)
            if char in BLANKS:
                blank.append((char, x, y, self._turned_end(index, x, x)))
                continue
            (size, angle), box = self._size(index), self._tight(index)
            em, angle = max(size, 0.1), math.remainder(angle - turn.quarters * math.pi / 2, math.tau)
            if abs(angle) > _LEVEL:
                self.askew.add(char, (x, y), angle, em, turn.box(box), box)
                continue
            for typed, start, last, wide in blank:
                if last == y and x - start > 0.1 * em:
                    self.runs.add(typed, [start, wide if start < wide < x else x], y, em, [box])
            blank = []
            if y != level:
                self.bold, level = self.fonts.bold(self.handle, index), y
            if self.fonts.hidden is not Hidden.NOT:
                self.hidden.append((self.fonts.hidden, x, y, 1))
            end = x + em if char >= WIDE else self._turned_end(index, x, turn.box(box)[2])
            self.runs.add(char, [x, end], y, em, [box], bool(self.bold))

    def _turned_end(self, index: int, x: float, inked: float) -> float:
        """Where the letter printed at `x` ends with its whole width; `inked` is where its print ends, which for a narrow
        letter (a 1 as wide as other digits) is far before."""
        self.loose_box(self.handle, index, self.refs[2])
        left, high, right, low = self.rect
        return max(inked, x, self.turn.box((left, low, right, high))[2] if left < right and low < high else x)

    def _tight(self, index: int) -> Box:
        raw = calls().raw
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self.text_page, index, left, right, low, high)
        return left.value, low.value, right.value, high.value

    def _size(self, index: int) -> tuple[float, float]:
        """The size of the type, and the direction (radians, user space) in which it runs."""
        size, angle, matrix = float(calls().raw.FPDFText_GetFontSize(self.text_page, index)), 0.0, self.matrix
        if self.of_matrix(self.handle, index, self.matrix_ref):
            size *= math.hypot(matrix.a, matrix.b)
            angle = math.atan2(matrix.b, matrix.a) if matrix.a or matrix.b else 0.0
        return size, angle
