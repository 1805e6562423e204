"""Setting a comment's range marks: runs are split where needed, text and format stay what they were."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from extractors.formats.ooxml.file import MainPart
from extractors.formats.ooxml.names import ID, PPR, RPR, RUN, XML_SPACE, T, W
from extractors.formats.ooxml.story import Trace
from extractors.formats.ooxml.tree import leading
from pipeline.feedback.wordmarks.spans import Span, SpanFinder
from pipeline.feedback.wordmarks.units import Units

_START, _END, _REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"


@dataclass(frozen=True, slots=True)
class Marked:
    """The text between a comment's marks, and whether that is just the text that was meant."""

    text: str
    exact: bool


class Marker:
    """Writes marks into the tree of one document part and keeps its traces true while runs are split."""

    def __init__(self, main: MainPart, finder: SpanFinder) -> None:
        self._traces = main.traces
        self._finder = finder
        self._units = Units()

    def mark(self, span: Span, comment: int) -> Marked:
        """Put comment number `comment` on the span."""
        if span.holder is not None:
            self._enclose(span.holder, span.holder, comment, span.beside)
            return Marked("", False)
        if (span.first, span.start) == (span.last, span.end):
            self._point(span.first, span.start, comment, span.beside)
            return Marked("", span.exact)
        first, last = self._trace(span.first), self._trace(span.last)
        i = self._cut(first, span.start, forward=False)
        j = self._cut(last, span.end, forward=True)
        if first is last:
            i = self._cut(first, span.start, forward=False)
        if i >= len(first) or j == 0:
            self._point(span.first, span.start, comment, span.beside)
            return Marked("", False)
        self._enclose(self._units.of(first[i][0]).first, self._units.of(last[j - 1][0]).last, comment, span.beside)
        fits = len(_text(first[:i])) == span.start and len(_text(last[:j])) == span.end
        return Marked(self._covered(span, i, j), span.exact and fits)

    def _trace(self, paragraph: int) -> Trace:
        return self._traces.setdefault(paragraph, [])

    def _covered(self, span: Span, i: int, j: int) -> str:
        first, last = self._trace(span.first), self._trace(span.last)
        if first is last:
            return _text(first[i:j])
        between = (self._finder.text(n) for n in range(span.first + 1, span.last))
        return "\n".join([_text(first[i:]), *(text for text in between if text), _text(last[:j])])

    def _cut(self, trace: Trace, offset: int, forward: bool) -> int:
        """Make a boundary between elements at that offset; returns the number of pieces before it. Where there can be
        none (inside a content control), the boundary lies after it if `forward`, else before it."""
        i = at = 0
        while i < len(trace) and at + len(trace[i][1]) <= offset:
            at += len(trace[i][1])
            i += 1
        if i < len(trace) and at < offset:
            if trace[i][0].tag == T and self._units.is_loose(trace[i][0]):
                _split_text(trace, i, offset - at)
                i += 1
            else:
                i += forward
        if 0 < i < len(trace) and self._units.is_loose(trace[i][0]) and trace[i][0].getparent() is trace[i - 1][0].getparent():
            _split_run(trace[i][0])
        while 0 < i < len(trace) and self._units.of(trace[i - 1][0]).first is self._units.of(trace[i][0]).first:
            i += 1 if forward else -1
        return i

    def _enclose(self, first: etree._Element, last: etree._Element, comment: int, beside: int | None) -> None:
        first.addprevious(_mark(_START, comment))
        end = _mark(_END, comment)
        last.addnext(end)
        self._refer(end, comment, beside)

    def _refer(self, end: etree._Element, comment: int, beside: int | None) -> None:
        """Put the comment's own mark behind the end of its range, or first of all in the paragraph `beside`."""
        if beside is None:
            end.addnext(_reference(comment))
            return
        paragraph = self._finder.paragraphs[beside]
        paragraph.insert(0 if leading(paragraph, PPR) is None else 1, _reference(comment))

    def _point(self, paragraph: int, offset: int, comment: int, beside: int | None) -> None:
        """A comment on a place without text."""
        trace = self._trace(paragraph)
        i = self._cut(trace, offset, forward=True)
        start, end = _mark(_START, comment), _mark(_END, comment)
        if i == 0 and trace:
            self._units.of(trace[0][0]).first.addprevious(start)
        elif trace:
            self._units.of(trace[i - 1][0]).last.addnext(start)
        else:
            self._finder.paragraphs[paragraph].append(start)
        start.addnext(end)
        self._refer(end, comment, beside)


def _text(pieces: Trace) -> str:
    return "".join(text for _, text in pieces)


def _mark(tag: str, comment: int) -> etree._Element:
    mark = etree.Element(tag)
    mark.set(ID, str(comment))
    return mark


def _reference(comment: int) -> etree._Element:
    run = etree.Element(RUN)
    run.append(_mark(_REFERENCE, comment))
    return run


def _split_text(trace: Trace, i: int, at: int) -> None:
    """Cut a `w:t` in two and its run with it. Both parts say what Word showed, outer blanks preserved, letters of symbol fonts
    as they were typed."""
    node, text = trace[i]
    written = node.text if node.text and len(node.text) == len(text) else text
    rest = etree.Element(T)
    node.text, rest.text = written[:at], written[at:]
    for part in (node, rest):
        part.set(XML_SPACE, "preserve")
    node.addnext(rest)
    trace[i : i + 1] = [(node, text[:at]), (rest, text[at:])]


def _split_run(node: etree._Element) -> None:
    """Move `node` and what follows it in its run to a new run of the same properties."""
    run = node.getparent()
    assert run is not None
    tail = etree.Element(RUN)
    for name, value in run.attrib.items():
        tail.set(name, value)
    properties = run.find(RPR)
    if properties is not None:
        tail.append(deepcopy(properties))
    moved = [node, *node.itersiblings()]
    run.addnext(tail)
    tail.extend(moved)
