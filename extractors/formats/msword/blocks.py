"""From the layout to the Document's blocks: paragraphs numbered as the copy writes them, ordinals counted, cells placed."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.formats.msword.arrange import Place as CellPlace
from extractors.formats.msword.arrange import arrange
from extractors.formats.msword.layout import Grid, Line, Node, Numbered
from extractors.formats.msword.properties import HIDDEN_LISTS
from extractors.formats.ooxml.numbering import Counters, Num, Ordinal
from extractors.formats.ooxml.story import run_on
from extractors.model import Block, Cell, Paragraph, Passage, Piece, Place, Table, WordParagraph


@dataclass(slots=True)
class _Draft:
    """A cell that may still grow downwards."""

    row: int
    col: int
    blocks: list[Block]
    cols: int
    rows: int = 1


class BlockMaker:
    """Makes the blocks of one part of the copy; `first` is the number of the first paragraph that is the document's."""

    def __init__(self, part: str, lists: Numbered, first: int = 0) -> None:
        self._part = part
        self._lists = lists
        self._counters: dict[Place, Counters] = {}
        self._count = first
        self._unended: Block | None = None

    def blocks(self, nodes: list[Node], place: Place, merged: bool = False) -> list[Block]:
        """The blocks of a story or cell; `merged` leaves out empty numbered paragraphs, as Word does in the lower parts
        of a merged cell."""
        found: list[Block] = []
        for node in nodes:
            if isinstance(node, Grid):
                found.append(self._table(node, place))
            else:
                self._paragraph(node, place, merged, found)
        return found

    def _paragraph(self, line: Line, place: Place, merged: bool, found: list[Block]) -> None:
        line.number = self._count
        self._count += 1
        text = line.text
        if text or line.ordinal or not (line.gone or merged):
            ordinal = line.ordinal or self._ordinal(line, place)
            if text or (ordinal and ordinal.text):
                run_on(_block(line, text, WordParagraph(self._part, line.number), place, ordinal), self._unended, found)
                self._unended = found[-1] if line.gone else None
            else:
                self._unended = None
        for box in line.boxes:
            found += self.blocks(box, Place.TEXT_BOX if place is Place.BODY else place)

    def _ordinal(self, line: Line, place: Place) -> Ordinal | None:
        num = list_of(line, self._lists)
        if num is None:
            return None
        level = line.properties.level or 0
        return self._counters.setdefault(place, Counters()).step(str(line.properties.list), num, level)

    def _table(self, grid: Grid, place: Place) -> Table:
        drafts: list[_Draft] = []
        above: dict[int, _Draft] = {}
        for number, row in enumerate(arrange(grid).rows):
            above = self._row(row, number, above, drafts, place)
        return Table(tuple(Cell(d.row, d.col, tuple(d.blocks), d.rows, d.cols) for d in drafts), place)

    def _row(
        self, row: list[CellPlace], number: int, above: dict[int, _Draft], drafts: list[_Draft], place: Place
    ) -> dict[int, _Draft]:
        """Add the row's cells; returns those by column that a cell below may continue."""
        open_: dict[int, _Draft] = {}
        for cell in row:
            draft = above.get(cell.col) if cell.below else None
            if draft is None:
                draft = _Draft(number, cell.col, self.blocks(cell.nodes, place), cell.span)
                drafts.append(draft)
            else:
                draft.rows = number - draft.row + 1
                draft.blocks += self.blocks(cell.nodes, place, True)
            if cell.top or cell.below:
                open_[cell.col] = draft
        return open_


def list_of(line: Line, lists: Numbered) -> Num | None:
    """The list that shows an ordinal before the paragraph, None where there is none."""
    number = line.properties.list
    return None if number in HIDDEN_LISTS else lists.get(number)


def _block(line: Line, text: str, source: WordParagraph, place: Place, ordinal: Ordinal | None) -> Paragraph:
    lead, mark, level = "", "", 0
    if ordinal is not None:
        mark, level = ordinal.text, ordinal.level
        lead = mark + (ordinal.gap if mark and text else "")
    pieces = (Piece(len(lead), len(lead) + len(text), source, len(line.written)),) if text else ()
    passage = Passage(lead + text, pieces)
    return Paragraph(passage, place, mark, level, line.properties.centered, _is_bold(line))


def _is_bold(line: Line) -> bool:
    """Whether all that is written is bold; tabs and line breaks alone do not count."""
    bold = False
    for run in line.runs:
        if run.text.strip("\t\n"):
            if not run.look.bold:
                return False
            bold = True
    return bold
