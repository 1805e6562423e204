"""From an anchor to the place in the document part that can carry its comment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from extractors.errors import DocumentError
from extractors.formats.ooxml.file import MainPart, read_part
from extractors.formats.ooxml.names import BODY, ENDNOTE_REF, FOOTNOTE_REF, ID, PPR, SDT, TXBX, P, W
from extractors.formats.ooxml.package import Package
from extractors.model import Anchor, WordPlace

_LONGEST_QUOTE = 60
_MARKS = {W + "footnote": FOOTNOTE_REF, W + "endnote": ENDNOTE_REF}


@dataclass(frozen=True, slots=True)
class Span:
    """A range from `start` in paragraph `first` to `end` in paragraph `last`. `holder` is the element to put the
    comment around instead (it holds the text box or the note's mark). `quote` is the text meant, where the range cannot cover it.
    `beside` is the paragraph that the comment's own mark goes to where it cannot stand at the end of the range."""

    first: int
    start: int
    last: int
    end: int
    exact: bool = True
    quote: str = ""
    holder: etree._Element | None = None
    beside: int | None = None


class SpanFinder:
    """Finds spans in one document part."""

    def __init__(self, main: MainPart, package: Package) -> None:
        self._main = main
        self._package = package
        self.paragraphs = list(main.story.numbers)

    def find(self, anchor: Anchor) -> Span:
        """Where the comment goes; the first paragraph of the body for an anchor that is empty or in another part."""
        places = [place for place in anchor.places if isinstance(place, WordPlace)]
        here = [p for p in places if p.part == self._main.name and p.paragraph < len(self.paragraphs)]
        if not here:
            return self._elsewhere(places[0]) if places else self._opening("")
        here.sort(key=lambda place: (place.paragraph, place.start))
        node = self.paragraphs[here[0].paragraph]
        box = _outermost(node, TXBX)
        if box is not None:
            return self._around(box, self._quoted(here[0]))
        return self._with_mark(self._contiguous(here))

    def text(self, paragraph: int) -> str:
        """The paragraph's visible text."""
        return "".join(text for _, text in self._main.traces.get(paragraph, ()))

    def _contiguous(self, places: list[WordPlace]) -> Span:
        """The first place, with those that follow it without other text between them."""
        first = last = places[0]
        end, taken = first.end, 1
        for place in places[1:]:
            if not self._adjoins(last, end, place):
                break
            end = max(end, place.end) if place.paragraph == last.paragraph else place.end
            last, taken = place, taken + 1
        return Span(first.paragraph, first.start, last.paragraph, end, exact=taken == len(places))

    def _adjoins(self, last: WordPlace, end: int, place: WordPlace) -> bool:
        if place.paragraph == last.paragraph:
            return not self.text(place.paragraph)[end : place.start].strip()
        node = self.paragraphs[place.paragraph]
        if _outermost(node, SDT) is not _outermost(self.paragraphs[last.paragraph], SDT) or _outermost(node, TXBX) is not None:
            return False
        between = range(last.paragraph + 1, place.paragraph)
        gap = self.text(last.paragraph)[end:] + self.text(place.paragraph)[: place.start]
        return not gap.strip() and not any(self.text(n).strip() for n in between)

    def _around(self, inner: etree._Element, quote: str) -> Span:
        """Around the element of a paragraph that holds `inner`: a text box, as LibreOffice and Word take no comment inside
        one, or the mark of a note."""
        box = _outermost(inner, TXBX)
        inner = inner if box is None else box
        holder = next(inner.iterancestors(P), None)
        if holder is None:
            return self._opening(quote)
        number = self._main.story.numbers[holder]
        node = next(node for node in (inner, *inner.iterancestors()) if node.getparent() is holder)
        return self._with_mark(Span(number, 0, number, 0, exact=False, quote=quote, holder=node))

    def _with_mark(self, span: Span) -> Span:
        """The span with a place for the comment's own mark: LibreOffice drops the text before a mark in the first paragraph
        of a content control. The range stays on its words, the mark goes to the nearest paragraph where it does no harm."""
        if not _leads(self.paragraphs[span.last]):
            return span
        after, before = range(span.last + 1, len(self.paragraphs)), range(span.first - 1, -1, -1)
        beside = next((number for number in (*after, *before) if self._takes_marks(number)), None)
        return replace(span, beside=self._new_paragraph("").first if beside is None else beside)

    def _takes_marks(self, number: int) -> bool:
        node = self.paragraphs[number]
        return number in self._main.traces and not _leads(node) and _outermost(node, TXBX) is None

    def _opening(self, quote: str) -> Span:
        """All of the first paragraph that says something and lies open."""
        candidates = [n for n in range(len(self.paragraphs)) if self._is_open(n)]
        if not candidates:
            return self._new_paragraph(quote)
        number = next((n for n in candidates if self.text(n).strip()), candidates[0])
        return Span(number, 0, number, len(self.text(number)), exact=False, quote=quote)

    def _new_paragraph(self, quote: str) -> Span:
        """At an empty line of least height, added at the end: all others lie inside content controls, or there is
        no other."""
        line = etree.Element(P)
        properties = etree.SubElement(line, PPR)
        spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
        etree.SubElement(properties, W + "spacing", {W + name: value for name, value in spacing.items()})
        body = next(self._main.root.iterchildren(BODY))
        section = next(body.iterchildren(W + "sectPr"), None)
        if section is not None:
            section.addprevious(line)
        else:
            body.append(line)
        self.paragraphs.append(line)
        self._main.traces[len(self.paragraphs) - 1] = []
        number = len(self.paragraphs) - 1
        return Span(number, 0, number, 0, exact=False, quote=quote)

    def _is_open(self, number: int) -> bool:
        """Whether the paragraph is read and can carry any comment."""
        node = self.paragraphs[number]
        return number in self._main.traces and _outermost(node, SDT) is None and _outermost(node, TXBX) is None

    def _elsewhere(self, place: WordPlace) -> Span:
        """For a note, at its mark in the text; for a header or footer, at the opening."""
        try:
            other = read_part(self._package, place.part)
        except DocumentError:
            return self._opening("")
        text = "".join(text for _, text in other.traces.get(place.paragraph, ()))
        quote = self._shorten(text[place.start : place.end])
        paragraph = next(islice(other.story.numbers, place.paragraph, None), None)
        note = next(paragraph.iterancestors(*_MARKS), None) if paragraph is not None else None
        marks = self._main.root.iter(_MARKS[note.tag]) if note is not None else ()
        mark = next((mark for mark in marks if note is not None and mark.get(ID) == note.get(ID)), None)
        return self._opening(quote) if mark is None else self._around(mark, quote)

    def _quoted(self, place: WordPlace) -> str:
        return self._shorten(self.text(place.paragraph)[place.start : place.end])

    @staticmethod
    def _shorten(text: str) -> str:
        text = " ".join(text.split())
        return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def _leads(paragraph: etree._Element) -> bool:
    """Whether the paragraph is the first of a content control."""
    return any(next(control.iter(P)) is paragraph for control in paragraph.iterancestors(SDT))


def _outermost(node: etree._Element, tag: str) -> etree._Element | None:
    """The outermost ancestor of that name."""
    found = None
    for ancestor in node.iterancestors(tag):
        found = ancestor
    return found
