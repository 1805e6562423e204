"""A Word document between its bytes and its two readings (the Document, the .docx copy): paragraphs and tables in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from extractors.formats.msword.properties import CharacterProperties, ParagraphProperties
from extractors.formats.ooxml.numbering import Num, Ordinal
from extractors.model.value_class import value_class


class Numbered(Protocol):
    """The lists that paragraphs belong to by number."""

    def get(self, number: int) -> Num | None:
        """The list of that number, None where the file has none."""


class NoLists:
    """For files whose paragraphs have their ordinals in words."""

    def get(self, number: int) -> Num | None:
        """None: there are no lists to count."""
        del number
        return None


@value_class
class Image:
    """A picture: what names it in the file, its size in points (0 where unknown), the kind of its content and the content
    as the file has it (see `copying.pictures`; both empty where there is none that could be shown)."""

    name: str
    width: float
    height: float
    kind: str = ""
    content: bytes = b""


@value_class
class Run:
    """Visible characters of one look, or a picture, or a reference to note number `note` (-1 for none)."""

    text: str
    look: CharacterProperties
    image: Image | None = None
    note: int = -1


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph. `boxes` are the text boxes anchored in it; `gone` says that its mark is deleted or hidden; `section`
    is the number of the section that ends with it, -1 for none; `number` counts paragraphs as the copy writes them.
    `ordinal` is one that the file has in words: the copy has it as text before the paragraph's own."""

    properties: ParagraphProperties
    runs: list[Run] = field(default_factory=list)
    boxes: list[list[Node]] = field(default_factory=list)
    gone: bool = False
    section: int = -1
    number: int = -1
    ordinal: Ordinal | None = None

    @property
    def written(self) -> str:
        """The ordinal in words with the blank behind it, "" for none."""
        if self.ordinal is None or not self.ordinal.text:
            return ""
        return self.ordinal.text + (self.ordinal.gap if self.text else "")

    @property
    def text(self) -> str:
        return "".join([run.text for run in self.runs])

    @property
    def empty(self) -> bool:
        """Whether the paragraph shows nothing at all."""
        return not self.boxes and not any(run.text or run.image or run.note >= 0 for run in self.runs)


@value_class
class RowShape:
    """Edges of a row's cells in twips from the left; for each cell whether it is the first of cells merged to the right
    (`first`), one of those (`merged`), begins (`top`) or continues (`below`) a vertical merge; `ruled` says that lines are drawn; `height` is in
    twips, at least that much or, below zero, just that much, 0 where the text decides."""

    edges: tuple[int, ...]
    first: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()
    top: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()
    ruled: bool = True
    height: int = 0


@dataclass(slots=True, eq=False)
class Row:
    """A table row: the nodes of each cell, and the shape where the file gives one."""

    cells: list[list[Node]]
    shape: RowShape | None


@dataclass(slots=True, eq=False)
class Grid:
    """A table."""

    rows: list[Row]


Node = Line | Grid


@dataclass(slots=True)
class Section:
    """A section's page size in twips (0 where not given), margins in twips, the break before it (2: a new page), and its
    headers and footers: even, default, first. `present` is False for one whose end is not in the body, which only broken
    files have: nobody sees its pages."""

    width: int = 0
    height: int = 0
    landscape: bool = False
    title_page: bool = False
    present: bool = True
    kind: int = 2
    margins: dict[str, int] = field(default_factory=lambda: {"top": 1440, "right": 1800, "bottom": 1440, "left": 1800})
    headers: dict[str, list[Node]] = field(default_factory=dict)
    footers: dict[str, list[Node]] = field(default_factory=dict)
