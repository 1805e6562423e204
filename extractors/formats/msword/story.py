"""One story of a Word document (body, header, note, text box): its paragraphs and tables, from one position to another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from extractors.formats.msword.layout import Image, Line, Node, Run
from extractors.formats.msword.line import LineReader
from extractors.formats.msword.properties import PLAIN_CHARACTERS
from extractors.formats.msword.rows import row_shape
from extractors.formats.msword.source import Source
from extractors.formats.msword.tree import Tree

_MARK = re.compile("[\r\x07\x0c]")
_CELL, _SECTION = "\x07", "\x0c"


class StoryReader:
    """Reads stories of one document. `sections` are the section numbers by the position of the mark that ends them,
    `notes` gives the number of the note that is referred to at a position (else -1), `drawn` the text boxes and
    pictures anchored at one, `picture` what lies at an offset of the Data stream."""

    def __init__(
        self,
        source: Source,
        sections: Mapping[int, int],
        notes: Callable[[int], int],
        drawn: Callable[[int], tuple[list[list[Node]], list[Image]]],
        picture: Callable[[int], Image | None],
    ) -> None:
        self._source = source
        self._sections = sections
        self._drawn = drawn
        self._lines = LineReader(source, notes, picture)

    def nodes(self, start: int, end: int) -> list[Node]:
        """What stands between two positions; its last paragraph may lack a mark."""
        tree = Tree()
        text = self._source.pieces.text
        end = min(end, len(text))
        for found in _MARK.finditer(text, start, end):
            mark = found.start()
            if found.group() == _SECTION and mark not in self._sections:
                continue  # a page break inside a paragraph
            self._paragraph(tree, start, mark)
            start = mark + 1
        if start < end:
            self._paragraph(tree, start, end)
        return tree.close()

    def _paragraph(self, tree: Tree, start: int, mark: int) -> None:
        style, operations = self._source.operations(mark)
        properties = self._source.properties(style, operations)
        line = Line(properties, self._lines.gather(start, mark, style), section=self._sections.get(mark, -1))
        for shape in self._lines.shapes:
            boxes, images = self._drawn(shape)
            line.boxes += boxes
            line.runs += [Run("", PLAIN_CHARACTERS, image) for image in images]
        looks = [look for _, _, look in self._lines.stretches(mark, mark + 1, style)]
        line.gone = any(look.hidden or look.deleted for look in looks)
        is_cell = self._source.pieces.text[mark : mark + 1] == _CELL
        if properties.ends_row and properties.depth:
            deleted = any(look.deleted for look in looks)
            tree.end_row(line, row_shape(operations), deleted)
        else:
            tree.add(line, is_cell if properties.depth == 1 else properties.ends_cell)
