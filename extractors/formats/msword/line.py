"""The visible text of one paragraph: runs of one look, symbols, pictures, references, the shapes anchored in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from extractors.formats.msword.fields import FIELD_MARKS, form_field
from extractors.formats.msword.layout import Image, Run
from extractors.formats.msword.pieces import whole
from extractors.formats.msword.properties import CharacterProperties
from extractors.formats.msword.source import Source
from extractors.formats.ooxml.fields import Fields
from extractors.formats.ooxml.symbols import is_symbolic, symbol, typed

_ODD = re.compile("[\x00-\x1f\ud800-\udfff\uf000-\uf0ff\ufffe\uffff]")
_FIXED = {"\t": "\t", "\n": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-"}
_PICTURE, _NOTE, _SHAPE, _SYMBOL = "\x01", "\x02", "\x08", "("
_PRIVATE = range(0xF000, 0xF100)


class LineReader:
    """Reads paragraph after paragraph of one story. After `gather`, `shapes` holds the positions of drawn objects and
    `images` those pictures that stand in the line."""

    def __init__(self, source: Source, notes: Callable[[int], int], picture: Callable[[int], Image | None]) -> None:
        self._source = source
        self._note = notes
        self._picture = picture
        self._fields = Fields()
        self._sign_fonts = frozenset(number for number, font in enumerate(source.fonts) if is_symbolic(font))
        self.shapes: list[int] = []

    def gather(self, start: int, end: int, style: int) -> list[Run]:
        """The visible runs between two positions."""
        self.shapes = []
        runs: list[Run] = []
        for at, text, look in self.stretches(start, end, style):
            visible = not (look.hidden or look.deleted)
            if _ODD.search(text):
                runs += self._characters(at, text, look, visible)
            elif visible and self._fields.quiet:
                self._fields.instruct(text)
            elif visible:
                runs += self._plain(at, text, look)
        self._fields.end_paragraph()
        return runs

    def stretches(self, start: int, end: int, style: int) -> Iterator[tuple[int, str, CharacterProperties]]:
        """Text of one look after the other, with its position."""
        source = self._source
        number = bisect_right(source.run_starts, start) - 1
        at = start
        while at < end:
            following = source.run_starts[number + 1] if number + 1 < len(source.run_starts) else end
            stop = min(max(following, at), end)
            if stop > at:
                operations = source.run_operations[number] if number >= 0 else b""
                yield at, source.pieces.text[at:stop], source.look(style, operations)
            at, number = stop, number + 1

    def _plain(self, at: int, text: str, look: CharacterProperties) -> Iterator[Run]:
        if look.symbol:
            text = "".join(self._shown(c, look) for c in text)
        elif look.font in self._sign_fonts:
            text = typed(self._source.fonts[look.font], text)
        note = self._note(at)
        if note >= 0:
            yield Run("", look, note=note)
        if text:
            yield Run(text, look)

    def _characters(self, at: int, text: str, look: CharacterProperties, visible: bool) -> Iterator[Run]:
        """Runs of a text with odd characters in it."""
        kept: list[str] = []
        for offset, c in enumerate(text):
            if c in FIELD_MARKS:
                kept.append(self._fields.meet(FIELD_MARKS[c]))
            elif c == _PICTURE and look.data and self._fields.quiet and self._fields.innermost_only:
                kept.append(form_field(self._source.fib.streams.data, look.picture))
            elif visible and not self._fields.quiet:
                run = self._object(at + offset, c, look)
                kept.append("" if run else self._shown(c, look))
                if run:
                    yield from self._kept(kept, look)
                    kept = []
                    yield run
            elif visible:
                self._fields.instruct(c)
        yield from self._kept(kept, look)

    def _kept(self, kept: list[str], look: CharacterProperties) -> Iterator[Run]:
        text = whole("".join(kept)) if kept else ""
        if text:
            yield Run(text, look)

    def _object(self, position: int, c: str, look: CharacterProperties) -> Run | None:
        """The run of a character that stands for something else than text."""
        note = self._note(position)
        if note >= 0:
            return Run("" if c == _NOTE else self._shown(c, look), look, note=note)
        if c == _SHAPE:
            self.shapes.append(position)
        if c == _PICTURE and look.special and not look.data and look.picture >= 0:
            return Run("", look, self._picture(look.picture))
        return None

    def _shown(self, c: str, look: CharacterProperties) -> str:
        code = ord(c)
        if code in _PRIVATE:
            return self._symbol(look.font, code) or c
        if look.symbol and (look.special or c == _SYMBOL):
            return self._symbol(look.symbol_font, look.symbol)
        return _FIXED.get(c, "") if code < 0x20 or code >= 0xFFFE else c

    def _symbol(self, font: int, code: int) -> str:
        fonts = self._source.fonts
        return symbol(fonts[font] if 0 <= font < len(fonts) else "", f"{code:X}")
