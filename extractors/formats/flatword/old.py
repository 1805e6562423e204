"""WordprocessingML of 2003 → the layout that the Document and the copy are made from."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.flatword.line import LineReader
from extractors.formats.flatword.names import FOOTER, HEADER, PPR, SECTION, TBL, TC, TCPR, TR, TRPR, TYPE, VAL, P, W
from extractors.formats.flatword.styles import Styles
from extractors.formats.msword.document import Layout
from extractors.formats.msword.layout import Grid, Node, NoLists, Row, RowShape, Section
from extractors.formats.msword.tree import closed
from extractors.formats.ooxml.tree import whole

_KINDS = {"odd": "default", "even": "even", "first": "first"}
_USUAL_WIDTH = 1500
_MOST_COLUMNS = 63
_LARGEST = 31680


def read_old(root: etree._Element) -> Layout:
    """The layout of a `w:wordDocument`. Raises Corrupt for one without a body."""
    body = root.find(W + "body")
    if body is None:
        raise Corrupt("文件内部没有正文，可能不是 Word 文档。")
    return _Reader(Styles(root.find(W + "styles"))).layout(body)


class _Reader:
    """Reads the stories of one file."""

    def __init__(self, styles: Styles) -> None:
        self._lines = LineReader(self.nodes, styles)
        self._sections: list[Section] = []
        self._even = False

    def layout(self, body: etree._Element) -> Layout:
        """The whole file."""
        nodes = self.nodes(body)
        own = [node for node in body.iter(SECTION) if next(node.iterancestors(PPR), None) is None]
        self._sections.append(self._section(own[-1]) if own else Section())
        lines = self._lines
        return Layout(
            nodes, self._sections, lines.notes["footnote"], lines.notes["endnote"], lines.images, NoLists(), (), self._even
        )

    def nodes(self, container: etree._Element) -> list[Node]:
        """What stands in a body, cell, box, note, header: wrappers of other names are looked into."""
        found: list[Node] = []
        self._collect(container, found)
        return closed(found)

    def _collect(self, container: etree._Element, found: list[Node]) -> None:
        for node in container:
            if node.tag == P:
                line = self._lines.line(node)
                section = node.find(f"{PPR}/{SECTION}")
                if section is not None:
                    line.section = len(self._sections)
                    self._sections.append(self._section(section))
                found.append(line)
            elif node.tag == TBL:
                rows = [_row(row, self.nodes) for row in _rows(node)]
                if any(row.cells for row in rows):
                    found.append(Grid([row for row in rows if row.cells]))
            elif node.tag not in (SECTION, PPR, TCPR, TRPR):
                self._collect(node, found)

    def _section(self, node: etree._Element) -> Section:
        section = Section()
        size, title = node.find(W + "pgSz"), node.find(W + "titlePg")
        if size is not None:
            section.width, section.height = (_twips(size, name) for name in ("w", "h"))
            section.landscape = section.width > section.height
        edges = node.find(W + "pgMar")
        if edges is not None:
            section.margins = {side: _twips(edges, side) or usual for side, usual in section.margins.items()}
        section.title_page = title is not None and title.get(VAL) != "off"
        for part in node.iterchildren(HEADER, FOOTER):
            kind = _KINDS.get(part.get(TYPE, ""), "default")
            self._even = self._even or kind == "even"
            if kind != "first" or section.title_page:
                (section.headers if part.tag == HEADER else section.footers)[kind] = self.nodes(part)
        return section


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, not of those inside its cells."""
    found: list[etree._Element] = []
    for node in table:
        if node.tag == TR:
            found.append(node)
        elif node.tag not in (TC, TBL, P):
            found += _rows(node)
    return found


def _row(row: etree._Element, nodes: Callable[[etree._Element], list[Node]]) -> Row:
    cells: list[list[Node]] = []
    edges = [_count(row.find(f"{TRPR}/{W}gridBefore"), 0) * _USUAL_WIDTH]
    marks: dict[str, set[int]] = {"first": set(), "merged": set(), "top": set(), "below": set()}
    for cell in _cells(row):
        across, down = cell.find(f"{TCPR}/{W}hmerge"), cell.find(f"{TCPR}/{W}vmerge")
        if across is not None:
            marks["first" if across.get(VAL) == "restart" else "merged"].add(len(cells))
        if down is not None:
            marks["top" if down.get(VAL) == "restart" else "below"].add(len(cells))
        edges.append(edges[-1] + _count(cell.find(f"{TCPR}/{W}gridSpan"), 1) * _USUAL_WIDTH)
        cells.append(nodes(cell))
    first, merged, top, below = (frozenset(found) for found in marks.values())
    height = row.find(f"{TRPR}/{W}trHeight")
    return Row(cells, RowShape(tuple(edges), first, merged, top, below, height=_twips(height, "val") if height is not None else 0))


def _cells(row: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for node in row:
        if node.tag == TC:
            found.append(node)
        elif node.tag not in (TRPR, TBL, P):
            found += _cells(node)
    return found


def _count(node: etree._Element | None, usual: int) -> int:
    said = node.get(VAL, "") if node is not None else ""
    return min(whole(said, usual), _MOST_COLUMNS)


def _twips(node: etree._Element, name: str) -> int:
    return min(whole(node.get(W + name), 0), _LARGEST)
