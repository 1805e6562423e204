"""One OFD page: its objects, those of its templates and annotations, gathered into a page content."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from lxml import etree

from extractors.errors import TooLarge
from extractors.formats.ofdpage.geometry import POINTS, Matrix, Sheet, box, matrix, turn_of
from extractors.formats.ofdpage.paths import Paths
from extractors.formats.ofdpage.text import UNNAMED, Stretch, set_runs, stretches
from extractors.formats.pdfpage.content import PageContent
from extractors.formats.pdfpage.letters import unmapped
from extractors.model import Mark, MarkKind, PdfPlace, Picture

MOST_CHARACTERS = 100_000
MOST_OBJECTS = 200_000
_DEEPEST = 8
_BLOCKS = frozenset({"Content", "Layer", "PageBlock"})


@dataclass(slots=True)
class Page:
    """Gathers what a page shows. `units` are the composite graphic units of the file by id, `heavy` its bold fonts."""

    number: int
    sheet: Sheet
    units: Mapping[str, etree._Element]
    heavy: Set[str] = frozenset()
    text: list[Stretch] = field(default_factory=list)
    paths: Paths = field(default_factory=Paths)
    pictures: list[Picture] = field(default_factory=list)
    seals: list[Mark] = field(default_factory=list)
    _characters: int = 0
    _objects: int = 0

    def add(self, root: etree._Element) -> None:
        """Take the objects of a page or template."""
        for content in root.iterchildren("Content"):
            self._walk(content, self.sheet.matrix, 0, noted=False)

    def note(self, appearance: etree._Element) -> None:
        """Take what an annotation draws: its pictures, and text that stands upright (the ring of a drawn seal does not).
        Its lines rule no table."""
        at = box(appearance.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
        self._walk(appearance, Matrix(e=at[0], f=at[1]).then(self.sheet.matrix), 0, noted=True)

    def stamp(self, boundary: str | None) -> None:
        """Take note of a seal that lies upon the page."""
        at = box(boundary)
        if at is None:
            return
        self._picture(at[2] * POINTS, at[3] * POINTS, "seal-")
        (xa, ya), (xb, yb) = (self.sheet.matrix.point(*corner) for corner in (at[:2], (at[0] + at[2], at[1] + at[3])))
        around = (round(min(xa, xb), 2), round(min(ya, yb), 2), round(max(xa, xb), 2), round(max(ya, yb), 2))
        self.seals.append(Mark(MarkKind.SEAL, PdfPlace(self.number, (around,))))

    def content(self) -> PageContent:
        """What was gathered, in the reading space of most of its text."""
        turn = turn_of([stretch.direction for stretch in self.text])
        runs = set_runs(self.text, turn)
        over = self.paths.over
        warnings = (f"第{self.number + 1}页图形过多，未按表格线读取。",) if over else ()
        unknown = sum(unmapped(run.text) + run.text.count(UNNAMED) for run in runs)
        return PageContent(
            number=self.number, bounds=turn.box(self.sheet.bounds), runs=runs, strokes=self.paths.strokes(turn),
            pictures=self.pictures, unmapped=unknown, drawn=len(self.paths.drawn), warnings=warnings, turn=turn,
            marks=self.seals,
        )  # fmt: skip

    def _walk(self, parent: etree._Element, outer: Matrix, depth: int, noted: bool) -> None:
        for node in parent:
            self._objects += 1
            if self._objects > MOST_OBJECTS:
                raise TooLarge(f"第{self.number + 1}页图形对象过多，不像承诺书。")
            if node.get("Visible", "").lower() == "false":
                continue
            if node.tag in _BLOCKS:
                self._walk(node, outer, depth, noted)
            else:
                self._object(node, outer, depth, noted)

    def _object(self, node: etree._Element, outer: Matrix, depth: int, noted: bool) -> None:
        at = box(node.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
        inner = matrix(node.get("CTM")).then(Matrix(e=at[0], f=at[1])).then(outer)
        if node.tag == "TextObject":
            self._text(node, inner, noted)
        elif node.tag == "PathObject" and not noted:
            self.paths.add(node, inner)
        elif node.tag == "ImageObject":
            self._picture(at[2] * abs(outer.a or outer.c), at[3] * abs(outer.d or outer.b))
        elif node.tag == "CompositeObject" and depth < _DEEPEST:
            unit = self.units.get(node.get("ResourceID", ""))
            if unit is not None:
                self._walk(unit, inner, depth + 1, noted)

    def _text(self, node: etree._Element, inner: Matrix, noted: bool) -> None:
        for stretch in stretches(node, inner, node.get("Font") in self.heavy):
            self._characters += len(stretch.text)
            if self._characters > MOST_CHARACTERS:
                raise TooLarge(f"第{self.number + 1}页文字过多，不像承诺书。")
            if stretch.straight or not noted:
                self.text.append(stretch)

    def _picture(self, width: float, height: float, kind: str = "") -> None:
        name = f"{self.number + 1}-{kind}{len(self.pictures) + 1}"
        self.pictures.append(Picture(name, round(abs(width), 2), round(abs(height), 2)))
