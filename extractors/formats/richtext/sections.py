"""Sections of an RTF file: pages, and which headers and footers they show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractors.formats.msword.layout import Grid, Line, Node, Section

_LARGEST = 31680
"""Twips (22 inches): the largest page that Word knows."""


@dataclass(slots=True)
class Page:
    """Size in twips (0 where not given), whether it lies across, and its margins."""

    width: int = 0
    height: int = 0
    landscape: bool = False
    margins: dict[str, int] = field(default_factory=lambda: {"top": 1440, "right": 1800, "bottom": 1440, "left": 1800})

    def copy(self) -> Page:
        """Another page of the same size and margins."""
        return replace(self, margins=dict(self.margins))

    def set(self, name: str, twips: int) -> None:
        """Width, height or a margin; what no page can have is left as it was."""
        if name in self.margins:
            self.margins[name] = max(-_LARGEST, min(twips, _LARGEST))
        elif 0 < twips <= _LARGEST:
            setattr(self, name, twips)


class Sections:
    """Takes pages, headers and footers of the section that is being read; `usual` is the document's own page."""

    def __init__(self) -> None:
        self.usual = Page()
        self.own: Page | None = None
        self.title_page = self.facing_pages = False
        self.kind = 2
        self._margins: dict[str, list[Node]] = {}
        self._done: list[Section] = []
        self._last: dict[str, str] = {}

    @property
    def page(self) -> Page:
        """The page of this section, which may change."""
        if self.own is None:
            self.own = self.usual.copy()
        return self.own

    def reset(self) -> None:
        """Section properties as at the beginning (`\\sectd`)."""
        self.own, self.title_page, self.kind = None, False, 2

    def margin(self, word: str, nodes: list[Node]) -> None:
        """The header or footer that began with that word."""
        self._margins[word] = nodes

    def end(self) -> int:
        """The section ends; its number."""
        page = self.own or self.usual
        across = page.width > page.height if page.width and page.height else page.landscape
        section = Section(page.width, page.height, across, self.title_page, True, self.kind, dict(page.margins))
        for word, nodes in self._margins.items():
            name = "header" if word.startswith("header") else "footer"
            kind = self._shown(word.removeprefix(name))
            if kind and self._is_new(name + kind, nodes):
                (section.headers if name == "header" else section.footers)[kind] = nodes
        self._margins = {}
        self._done.append(section)
        return len(self._done) - 1

    def all(self) -> list[Section]:
        """The sections that have ended."""
        return self._done

    def _shown(self, letter: str) -> str:
        """On which pages the margin stands, "" for none."""
        if letter == "f":
            return "first" if self.title_page else ""
        if letter == "l":
            return "even" if self.facing_pages else ""
        return "default"

    def _is_new(self, kind: str, nodes: list[Node]) -> bool:
        """Whether it says other than that of the section before, which holds on where there is none."""
        text = _text(nodes)
        same = self._last.get(kind) == text
        self._last[kind] = text
        return not same


def _text(nodes: list[Node]) -> str:
    lines: list[str] = []
    for node in nodes:
        if isinstance(node, Line):
            lines += [node.written + node.text, *(_text(box) for box in node.boxes)]
        elif isinstance(node, Grid):
            lines += [_text(cell) for row in node.rows for cell in row.cells]
    return "\n".join(lines)
