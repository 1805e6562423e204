"""Sections: page size, and which headers and footers their pages show ([MS-DOC] 2.8.26, 2.3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.formats.msword.binary import bounds, i16, read_plc, u16, u32
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.layout import Section
from extractors.formats.msword.sprms import Sprm, operations

_NONE = 0xFFFFFFFF
_SEPARATORS = 6
_KINDS = (("even", True), ("default", True), ("even", False), ("default", False), ("first", True), ("first", False))
_SIDES = {0x9023: "top", 0xB022: "right", 0x9024: "bottom", 0xB021: "left"}
_MOST = 10_000
_MOST_BYTES = 1_000_000
"""Bytes of properties of all sections together; one has some fifty. A broken file may let thousands share the same long list."""


def read_sections(fib: Fib) -> tuple[list[Section], dict[int, int]]:
    """The sections, and by the position of the mark that ends one (but the last) its number."""
    plc = read_plc(fib.part(Part.SECTIONS), 12)
    left = _MOST_BYTES
    sections: list[Section] = []
    for record in plc.records[:_MOST]:
        at = u32(record, 2)
        left -= u16(fib.streams.word, at)
        sections.append(_section(fib.streams.word, at) if left >= 0 else Section())
    ends = {position - 1: number for number, position in enumerate(plc.positions[1 : len(sections)])}
    return sections or [Section()], ends


def _section(word: bytes, at: int) -> Section:
    section = Section()
    if at == _NONE:
        return section
    for code, operand in operations(word[at + 2 : at + 2 + u16(word, at)]):
        if code == Sprm.S_TITLE_PAGE:
            section.title_page = bool(operand[0])
        elif code == Sprm.S_WIDTH:
            section.width = u16(operand, 0)
        elif code == Sprm.S_HEIGHT:
            section.height = u16(operand, 0)
        elif code == Sprm.S_BREAK:
            section.kind = operand[0]
        elif code in _SIDES:
            section.margins[_SIDES[code]] = abs(i16(operand, 0))
        elif code == Sprm.S_LANDSCAPE:
            section.landscape = operand[0] == 2
    return section


def margins(fib: Fib, sections: list[Section]) -> Iterator[tuple[Section, str, bool, int, int]]:
    """Section, kind, whether a header, and bounds of each header and footer that some page shows, as Word orders them."""
    places = bounds(read_plc(fib.part(Part.HEADERS), 0).positions, fib.lengths.headers)
    begin, even = fib.lengths.start("headers"), has_even_pages(fib)
    for number, section in enumerate(sections):
        for n, (kind, is_header) in enumerate(_KINDS):
            at = _SEPARATORS + 6 * number + n
            place = places[at] if at < len(places) else None
            if place is None:
                continue
            if not section.present or (kind == "even" and not even) or (kind == "first" and not section.title_page):
                continue
            start, end = place
            end -= end - start > 1  # a guard mark follows each
            yield section, kind, is_header, begin + start, begin + end


def has_even_pages(fib: Fib) -> bool:
    """Whether even pages have headers and footers of their own (2.7.1, fFacingPages)."""
    properties = fib.part(Part.DOCUMENT_PROPERTIES)
    return bool(properties and properties[0] & 1)
