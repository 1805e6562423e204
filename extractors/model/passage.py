"""Text that knows where each of its characters stood in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Protocol, Self

from extractors.model.value_class import value_class


@value_class
class WordPlace:
    """A range of one Word paragraph: `paragraph` counts every `w:p` of `part` in document order, `start` and
    `end` are code points of the paragraph's visible text as the Word reader gives it (automatic ordinals excluded)."""

    part: str
    paragraph: int
    start: int
    end: int


Box = tuple[float, float, float, float]


@value_class
class PdfPlace:
    """Boxes `(x0, y0, x1, y1)` in points of unrotated user space (origin bottom left) on a page counted from 0."""

    page: int
    boxes: tuple[Box, ...]


@value_class
class Anchor:
    """Where a value stood: one place per paragraph or page, in reading order. Empty when the text was not printed."""

    places: tuple[WordPlace | PdfPlace, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.places)


@value_class
class WordParagraph:
    """A source of characters: one `w:p`. `text` is not kept; offsets are enough to find the runs again."""

    part: str
    paragraph: int

    def place(self, start: int, end: int) -> WordPlace:
        return WordPlace(self.part, self.paragraph, start, end)

    def sure(self, start: int, end: int) -> float:
        """Typed text is sure."""
        del start, end
        return 1.0


@value_class
class WordShape:
    """A source of characters that no `w:t` holds: what a shape draws itself (WordArt, a watermark, SmartArt), found at the
    beginning of the paragraph that the shape hangs on."""

    part: str
    paragraph: int

    def place(self, _start: int, _end: int) -> WordPlace:
        return WordPlace(self.part, self.paragraph, 0, 0)

    def sure(self, _start: int, _end: int) -> float:
        """Typed text is sure."""
        return 1.0


class LetterBoxes(Protocol):
    """One box for each character of a line; hashable, and worked out only where somebody asks."""

    def around(self, start: int, end: int) -> Box | None:
        """The box around the characters `[start, end)`, None where there are none."""

    def along(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes that cover the characters `[start, end)`."""

    def least(self, start: int, end: int) -> float:
        """How sure the least sure of these characters is, 0 to 1."""

    def __hash__(self) -> int: ...


@value_class
class PdfLine:
    """A source of characters: one line of a page."""

    page: int
    boxes: LetterBoxes = field(repr=False)

    def place(self, start: int, end: int) -> PdfPlace:
        """The boxes around the characters `[start, end)` of this line: one, or several where it runs aslant."""
        return PdfPlace(self.page, self.boxes.along(start, end))

    def sure(self, start: int, end: int) -> float:
        """How sure the least sure of the characters `[start, end)` is: 1 for print, less where a picture was read."""
        return self.boxes.least(start, end)


@value_class
class Piece:
    """`text[start:end]` of a passage came from `source`, beginning at its offset `at`."""

    start: int
    end: int
    source: WordParagraph | WordShape | PdfLine
    at: int

    def moved(self, by: int) -> Piece:
        return Piece(self.start + by, self.end + by, self.source, self.at)

    def inside(self, start: int, end: int) -> Piece:
        """The part of this piece inside `[start, end)`, counted from `start`; the caller knows that they overlap."""
        if start == 0 and self.end <= end:
            return self
        low, high = max(self.start, start), min(self.end, end)
        return Piece(low - start, high - start, self.source, self.at + low - self.start)

    def sure(self, start: int, end: int) -> float:
        """As `Passage.sure`, of the part of this piece inside `[start, end)`."""
        moved = self.at - self.start
        return self.source.sure(max(self.start, start) + moved, min(self.end, end) + moved)

    def place(self, start: int, end: int) -> WordPlace | PdfPlace:
        """Where the part of this piece inside `[start, end)` stood; the caller knows that they overlap."""
        moved = self.at - self.start
        return self.source.place(max(self.start, start) + moved, min(self.end, end) + moved)


@value_class
class Passage:
    """A string with the pieces of the file it came from. Characters without a piece were not in the file as text
    (an automatic ordinal, a line break between two paragraphs)."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int | None = None) -> Passage:
        """The passage `[start, end)`, with its own pieces."""
        end = len(self.text) if end is None else end
        if start == 0 and end >= len(self.text):
            return self
        if len(self.pieces) == 1:  # as most have
            piece = self.pieces[0]
            return Passage(self.text[start:end], (piece.inside(start, end),) if piece.start < end and piece.end > start else ())
        kept = [p.inside(start, end) for p in self.pieces if p.start < end and p.end > start]
        return Passage(self.text[start:end], tuple(kept))

    def strip(self) -> Passage:
        """Without white space (full-width blanks too) at either end."""
        plain = self.text.strip()
        if len(plain) == len(self.text):
            return self
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, left + len(plain))

    def lines(self) -> Iterator[Passage]:
        """The passage cut at its line breaks, breaks left out."""
        if "\n" not in self.text:
            yield self
            return
        at = 0
        for line in self.text.split("\n"):
            yield self.slice(at, at + len(line))
            at += len(line) + 1

    def anchor(self, start: int = 0, end: int | None = None) -> Anchor:
        """Where `[start, end)` stood; neighbouring ranges of one Word paragraph become one place."""
        end = len(self.text) if end is None else end
        if len(self.pieces) == 1:
            piece = self.pieces[0]
            return Anchor((piece.place(start, end),)) if piece.start < end and piece.end > start else Anchor()
        places = [p.place(start, end) for p in self.pieces if p.start < end and p.end > start]
        return Anchor(tuple(_merge(places) if len(places) > 1 else places))

    def sure(self, start: int = 0, end: int | None = None) -> float:
        """How sure the least sure character of `[start, end)` is, 0 to 1: below 1 only where a picture was read."""
        end = len(self.text) if end is None else end
        least = 1.0
        for piece in self.pieces:
            if piece.start < end and piece.end > start:
                least = min(least, piece.sure(start, end))
        return least

    @classmethod
    def join(cls, passages: Iterable[Passage], separator: str = "\n") -> Self:
        """The passages one after the other with `separator` between them."""
        texts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for passage in passages:
            if texts:
                at += len(separator)
            pieces += [p.moved(at) for p in passage.pieces] if at else passage.pieces
            texts.append(passage.text)
            at += len(passage.text)
        return cls(separator.join(texts), tuple(pieces))


def _merge(places: list[WordPlace | PdfPlace]) -> list[WordPlace | PdfPlace]:
    kept = places[:1]
    for place in places[1:]:
        merged = _merged(kept[-1], place)
        if merged is None:
            kept.append(place)
        else:
            kept[-1] = merged
    return kept


def _merged(last: WordPlace | PdfPlace, place: WordPlace | PdfPlace) -> WordPlace | PdfPlace | None:
    if isinstance(last, PdfPlace) and isinstance(place, PdfPlace) and last.page == place.page:
        return PdfPlace(last.page, last.boxes + place.boxes)
    if not isinstance(last, WordPlace) or not isinstance(place, WordPlace):
        return None
    if last.paragraph != place.paragraph or last.part != place.part:
        return None
    return WordPlace(last.part, last.paragraph, min(last.start, place.start), max(last.end, place.end))
