"""One shape for every file format: blocks in reading order, tables as grids of cells."""

from __future__ import annotations

from enum import StrEnum

from extractors.model.passage import Passage, PdfPlace, WordPlace
from extractors.model.value_class import value_class


class Place(StrEnum):
    """Which part of the page a block stands in. A prompt says what is to be written somewhere (单击此处输入文字) and is
    no writing; prompts come last."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"
    COMMENT = "comment"
    PROMPT = "prompt"


@value_class
class Paragraph:
    """A paragraph or line. `passage` begins with the automatic ordinal where Word shows one; `ordinal` repeats it
    (`""` where there is none) and `level` is its list level from 0. `head` tells that a label cell named what stands below it."""

    passage: Passage
    place: Place = Place.BODY
    ordinal: str = ""
    level: int = 0
    centered: bool = False
    bold: bool = False
    head: bool = False

    @property
    def text(self) -> str:
        return self.passage.text


@value_class
class Picture:
    """A picture anchored in the text (a seal, a signature, a scan); its bytes stay in the file. `name` is the part
    name in Word, the object's number in a PDF; sizes in points, 0 where unknown; `place` is where it stands, in Word the
    paragraph that it is anchored in."""

    name: str
    width: float = 0.0
    height: float = 0.0
    place: WordPlace | PdfPlace | None = None


class MarkKind(StrEnum):
    """What was put on a page beside print: a red seal; ink of a written name's or a name stamp's size; traces of which
    nobody can say what they are (a pale or grey seal, a scribble)."""

    SEAL = "seal"
    INK = "ink"
    TRACE = "trace"


@value_class
class Mark:
    """A seal or other ink and where it stands; for a picture in Word the paragraph it is anchored in."""

    kind: MarkKind
    place: WordPlace | PdfPlace


@value_class
class Sight:
    """A page that was looked at as a picture. `colour` tells whether it shows colour at all: only then would a seal that
    is there be red in it."""

    page: int
    colour: bool


@value_class
class Cell:
    """A cell at grid position `row`, `col` (from 0) that covers `rows` × `cols` grid places. A merged cell stands once."""

    row: int
    col: int
    blocks: tuple[Block, ...]
    rows: int = 1
    cols: int = 1

    @property
    def passage(self) -> Passage:
        """The cell's text: its paragraphs and those of nested tables, one a line."""
        if len(self.blocks) == 1 and isinstance(block := self.blocks[0], Paragraph):
            return block.passage  # most cells: asked for again and again
        return Passage.join(p.passage for p in paragraphs(self.blocks))

    @property
    def text(self) -> str:
        if len(self.blocks) == 1 and isinstance(block := self.blocks[0], Paragraph):
            return block.passage.text
        return "\n".join([p.text for p in paragraphs(self.blocks)])


@value_class
class Table:
    """Cells in row-major order."""

    cells: tuple[Cell, ...]
    place: Place = Place.BODY

    def rows(self) -> list[list[Cell]]:
        """The cells that begin in each grid row; an empty row is an empty list."""
        height = max([c.row for c in self.cells], default=-1) + 1
        found: list[list[Cell]] = [[] for _ in range(height)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return found


Block = Paragraph | Table


@value_class
class Document:
    """What a file shows. `format` is docx, pdf …; `pages` is 0 where the format has none before it is laid out;
    `warnings` are Chinese sentences about text that could not be read for sure. `marks` are the seals and signatures that
    were seen, `sights` the pages that are pictures as a whole: on no other page does a missing mark say anything."""

    format: str
    blocks: tuple[Block, ...]
    pages: int = 0
    pictures: tuple[Picture, ...] = ()
    warnings: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    sights: tuple[Sight, ...] = ()

    @property
    def text(self) -> str:
        """Everything printed, one paragraph a line, header and footer included."""
        return "\n".join(p.text for p in paragraphs(self.blocks))


def paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """All paragraphs in reading order, those in cells and nested tables too."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for cell in block.cells:
                found.extend(paragraphs(cell.blocks))
    return found
