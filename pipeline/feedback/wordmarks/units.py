"""What a comment's marks can only stand around: one element of a paragraph, or the runs of a whole field. LibreOffice takes a comment
inside a field for a part of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from extractors.formats.ooxml.names import RUN, TRANSPARENT, P, W

_FIELD, _FIELD_KIND = W + "fldChar", W + "fldCharType"
_WRAPPERS = TRANSPARENT - {W + "fldSimple"}


@dataclass(frozen=True, slots=True)
class Unit:
    """From the first element to the last."""

    first: etree._Element
    last: etree._Element


class Units:
    """Finds units. The fields of a paragraph are looked for once: marks and cuts lie outside of them."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, dict[etree._Element, Unit]] = {}

    def of(self, node: etree._Element) -> Unit:
        """The unit that holds `node`."""
        top = _top(node)
        paragraph = next(node.iterancestors(P))
        known = self._known.get(paragraph)
        if known is None:
            known = self._known[paragraph] = {}
            for element, field in _in_fields(paragraph):
                known.setdefault(element, field)
        return known.get(top) or Unit(top, top)

    def is_loose(self, node: etree._Element) -> bool:
        """Whether the run around the piece may be split there."""
        run = node.getparent()
        if run is None or run.tag != RUN:
            return False
        unit = self.of(node)
        return unit.first is run and unit.last is run and next(run.iterchildren(_FIELD), None) is None


def _in_fields(paragraph: etree._Element) -> Iterator[tuple[etree._Element, Unit]]:
    """Each element of an outermost field that begins and ends in the paragraph, with that field."""
    begun: list[etree._Element] = []
    for mark in paragraph.iter(_FIELD):
        kind = mark.get(_FIELD_KIND)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            first = begun.pop()
            if not begun:
                field = Unit(_top(first), _top(mark))
                yield from ((element, field) for element in _elements(field))


def _elements(field: Unit) -> Iterator[etree._Element]:
    """What stands from the field's beginning to its end, as far as these lie beside each other."""
    yield field.first
    if field.first is field.last:  # a field inside one element, such as one of two alternatives
        return
    yield field.last
    for element in field.first.itersiblings():
        if element is field.last:
            return
        yield from element.iter()


def _top(node: etree._Element) -> etree._Element:
    """The element around `node` that marks can stand beside: the outermost in the paragraph that is no mere wrapper."""
    path = [node]
    for ancestor in node.iterancestors():
        if ancestor.tag == P:
            break
        path.append(ancestor)
    return next((element for element in reversed(path) if element.tag not in _WRAPPERS), node)
