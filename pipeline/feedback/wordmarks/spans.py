"""From an anchor to the place in the document part that can carry its comment."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from extractors.errors import DocumentError
from extractors.formats.ooxml.file import MainPart, read_part
from extractors.formats.ooxml.names import BODY, PPR, SDT, TXBX, P, W
from extractors.formats.ooxml.package import Package
from extractors.model import Anchor, WordPlace

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Span:
    """A range from `start` in paragraph `first` to `end` in paragraph `last`. `holder` is the element to put the
    comment around instead (it holds the text box meant). `quote` is the text meant, where the range cannot cover it."""

    first: int
    start: int
    last: int
    end: int
    exact: bool = True
    quote: str = ""
    holder: etree._Element | None = None


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
            return self._opening(self._quote_elsewhere(places))
        here.sort(key=lambda place: (place.paragraph, place.start))
        node = self.paragraphs[here[0].paragraph]
        box = _outermost(node, TXBX)
        if box is not None:
            return self._around_box(box, here[0])
        if _outermost(node, SDT) is not None:
            return self._beside_control(here[0])
        return self._contiguous(here)

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
        if _outermost(node, SDT) is not None or _outermost(node, TXBX) is not None:
            return False
        between = range(last.paragraph + 1, place.paragraph)
        gap = self.text(last.paragraph)[end:] + self.text(place.paragraph)[: place.start]
        return not gap.strip() and not any(self.text(n).strip() for n in between)

    def _around_box(self, box: etree._Element, place: WordPlace) -> Span:
        """Around the element that holds the text box; LibreOffice and Word take no comment inside the box."""
        quote = self._shorten(self.text(place.paragraph)[place.start : place.end])
        holder = next(box.iterancestors(P), None)
        if holder is None or _outermost(holder, SDT) is not None:
            return self._opening(quote)
        node = next(node for node in (box, *box.iterancestors()) if node.getparent() is holder)
        number = self._main.story.numbers[holder]
        return Span(number, 0, number, 0, exact=False, quote=quote, holder=node)

    def _beside_control(self, place: WordPlace) -> Span:
        """The end of the nearest paragraph outside the content control: LibreOffice loses text commented inside."""
        quote = self._shorten(self.text(place.paragraph)[place.start : place.end])
        before = range(place.paragraph - 1, -1, -1)
        after = range(place.paragraph + 1, len(self.paragraphs))
        for number in (*before, *after):
            if self._is_open(number):
                end = len(self.text(number))
                return Span(number, end, number, end, exact=False, quote=quote)
        return self._new_paragraph(quote)

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

    def _quote_elsewhere(self, places: list[WordPlace]) -> str:
        """What a header, footer or note says at the first place."""
        if not places:
            return ""
        try:
            traces = read_part(self._package, places[0].part)
        except DocumentError:
            return ""
        text = "".join(text for _, text in traces.get(places[0].paragraph, ()))
        return self._shorten(text[places[0].start : places[0].end])

    @staticmethod
    def _shorten(text: str) -> str:
        text = " ".join(text.split())
        return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def _outermost(node: etree._Element, tag: str) -> etree._Element | None:
    """The outermost ancestor of that name."""
    found = None
    for ancestor in node.iterancestors(tag):
        found = ancestor
    return found
