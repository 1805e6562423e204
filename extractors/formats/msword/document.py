"""A whole Word document as layout: its body, sections with headers and footers, notes, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.errors import Corrupt
from extractors.formats.msword.boxes import Drawn
from extractors.formats.msword.container import Streams
from extractors.formats.msword.fib import read_fib
from extractors.formats.msword.layout import Image, Line, Node, Numbered, Section
from extractors.formats.msword.notes import Notes
from extractors.formats.msword.pictures import inline_picture
from extractors.formats.msword.sections import has_even_pages, margins, read_sections
from extractors.formats.msword.source import Source, open_source
from extractors.formats.msword.story import StoryReader


@dataclass(slots=True)
class Layout:
    """What the document shows. `footnotes` and `endnotes` are those that the visible text refers to, by their number in
    `Run.note`; `even_pages` says whether even pages have headers of their own."""

    body: list[Node]
    sections: list[Section]
    footnotes: dict[int, list[Node]]
    endnotes: dict[int, list[Node]]
    images: list[Image]
    lists: Numbered
    fonts: tuple[str, ...]
    even_pages: bool
    warnings: list[str] = field(default_factory=list)


def read_layout(streams: Streams) -> Layout:
    """The document's layout. Raises Encrypted, Corrupt, TooLarge, OldVersion."""
    fib = read_fib(streams)
    source = open_source(fib)
    if fib.lengths.body > len(source.pieces.text):
        raise Corrupt("文件不完整，后面的文字缺失（可能没有传完）。")
    return _Walk(source).layout()


class _Walk:
    """Reads story after story; pictures and notes are gathered in the order in which they are met."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sections, ends = read_sections(source.fib)
        self._images: list[Image] = []
        self._notes = Notes(source.fib)
        self._drawn = Drawn(source.fib, self._images)
        self._reader = StoryReader(source, ends, self._notes.meet, self._drawn, self._picture)
        self._drawn.read = self._reader.nodes

    def layout(self) -> Layout:
        source = self._source
        body = self._reader.nodes(0, source.fib.lengths.body)
        ended = {node.section for node in body if isinstance(node, Line)}
        for number, section in enumerate(self._sections[:-1]):
            section.present = number in ended
        for section, kind, is_header, start, end in margins(source.fib, self._sections):
            nodes = self._reader.nodes(start, end)
            (section.headers if is_header else section.footers)[kind] = nodes
        footnotes = self._notes.texts("footnotes", self._reader.nodes)
        endnotes = self._notes.texts("endnotes", self._reader.nodes)
        return Layout(body, self._sections, footnotes, endnotes, self._images, source.lists, source.fonts,
                      has_even_pages(source.fib), source.warnings)  # fmt: skip

    def _picture(self, at: int) -> Image | None:
        image = inline_picture(self._source.fib.streams.data, at)
        if image is not None:
            self._images.append(image)
        return image
