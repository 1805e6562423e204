"""The tree of a stretch of text: headings over points, points over the steps that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.items.cuts import Cut
from extractors.items.ordinals import Ordinal
from extractors.items.sentences import stripped
from extractors.model import Passage


@dataclass(slots=True)
class Node:
    """A numbered point, an unnumbered heading (`cut` without ordinal), or the root (`cut` None). `texts` are the
    unnumbered lines that follow it."""

    cut: Cut | None = None
    texts: list[Cut] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    leaning: int | None = None
    """How surely it is a heading over its children, once somebody has asked."""
    whole: bool = False
    """Whether the paragraph below it is one promise, however many sentences it has."""

    @property
    def ordinal(self) -> Ordinal | None:
        return self.cut.ordinal if self.cut else None

    @property
    def lead(self) -> str:
        return self.cut.content if self.cut else ""

    @property
    def ending(self) -> str:
        """Its last line so far."""
        return self.texts[-1].content if self.texts else self.lead

    def cuts(self) -> Iterator[Cut]:
        """All pieces of this node and below."""
        if self.cut is not None:
            yield self.cut
        yield from self.texts
        for child in self.children:
            yield from child.cuts()


@dataclass(slots=True)
class Tree:
    """The nodes of a stretch, and the sentences before and after its points."""

    root: Node
    preambles: list[Passage]
    closings: list[Passage]


def passage_of(cut: Cut) -> Passage:
    """Its content as printed, with places."""
    return stripped(cut.source, cut.body, cut.end)
