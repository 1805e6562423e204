"""Which point of a list a new one stands beside or under, by the styles of their ordinals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.items.clauses import complete
from extractors.items.cuts import Cut
from extractors.items.ordinals import BOXES, COUNTING, Ordinal, Style
from extractors.items.tree import Node


class Nesting:
    """What the ordinals of a stretch tell of its levels: which marks come again, and which styles have stood under which."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self.cuts = cuts
        self.marks = Counter(c.ordinal.variant for c in cuts if c.ordinal is not None and c.ordinal.style is Style.BULLET)
        self.below: set[tuple[Style, Style]] = set()

    def learn(self, above: Ordinal | None, new: Ordinal) -> None:
        """Remembers that the style of a point stands under that of the one above it."""
        if above is not None and above.style is not new.style:
            self.below.add((above.style, new.style))

    def level(self, stack: Sequence[Node], i: int, cut: Cut, new: Ordinal) -> int:
        """How many of the open nodes (`stack`, the root first) stay open above the new point, the cut `i`."""
        open_levels = range(len(stack) - 1, 0, -1)
        for exact in (True, False):
            for level in open_levels:
                old = stack[level].ordinal
                if old is not None and _same_list(old, new, exact):
                    return level
        for level in open_levels:
            old = stack[level].ordinal
            if old is not None and old.style is new.style and not (_deeper(old, new) or self._inside(old, new)):
                return level
        slipped = next((n for n in open_levels if _slipped(stack[n].ordinal, new)), None)
        return self._depth(stack, i, cut, new) if slipped is None else slipped

    def _inside(self, old: Ordinal, new: Ordinal) -> bool:
        """Whether a mark lists what is said below another (—— under ◇): both marks come again, boxes to tick are of one kind."""
        return old.style is Style.BULLET and self.marks[old.variant] > 1 and self.marks[new.variant] > 1 and not {new.variant, old.variant} & BOXES

    def _depth(self, stack: Sequence[Node], i: int, cut: Cut, new: Ordinal) -> int:
        """For a style that is not open: under the deepest point of a higher style, or under the line it stands in."""
        level = len(stack)
        while level > 1:
            node = stack[level - 1]
            old = node.ordinal
            if old is None or cut.inner or old.style is new.style or (old.style, new.style) in self.below:
                break
            if old.style < new.style and (new.style, old.style) not in self.below:
                break
            if new.number == 1 and old.style in COUNTING and self.resumes(i, old):
                break
            if old.variant in BOXES:
                level -= 1
                continue
            if new.number == 1 and not node.children and not complete(node.lead) and (len(node.lead) <= 24 or node.lead[-1] in "：:"):
                break
            level -= 1
        return level

    def resumes(self, i: int, old: Ordinal) -> bool:
        """Whether the list of `old` goes on below the cut `i`, so that one which begins before belongs to its point (① (1) (2) ②)."""
        later = (c.ordinal for c in self.cuts[i + 1 :] if c.ordinal is not None and c.ordinal.style is old.style)
        return (found := next(later, None)) is not None and found.number == old.number + 1


def _deeper(old: Ordinal, new: Ordinal) -> bool:
    """Whether the same style begins anew one level down: 1. below 1、, 1.1.1 below 1.1."""
    if new.style is Style.DOTTED:
        return sum(map(new.variant.count, ".．-")) > sum(map(old.variant.count, ".．-"))
    return new.number == 1 and old.variant != new.variant


def _slipped(old: Ordinal | None, new: Ordinal) -> bool:
    """Whether the list goes on in another style (（1）, (2）, 3）): nothing else of the new style has a number before it."""
    return old is not None and old.style in COUNTING and new.style in COUNTING and new.number == old.number + 1 > 1


def _same_list(old: Ordinal, new: Ordinal, exact: bool) -> bool:
    """Whether `new` is the next member after `old`; exactly, the mark after the number is the same too."""
    if old.style is not new.style:
        return False
    if old.style in (Style.DOTTED, Style.BULLET):
        return old.variant == new.variant
    if new.number != old.number + 1 and not (new.variant == "word" and new.number > old.number):
        return False
    return old.variant == new.variant or not exact
