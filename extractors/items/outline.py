"""Numbered and unnumbered lines become a tree: headings over points, points over the steps that belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.items import boards, letters
from extractors.items.blanks import is_blank
from extractors.items.clauses import amounts, complete, concrete
from extractors.items.cuts import Cut
from extractors.items.headings import names_time, pure_label, reports_back
from extractors.items.labels import binds_all, is_label, is_own_words
from extractors.items.ordinals import BOXES, COUNTING, Ordinal, Style, is_counted_name
from extractors.items.roles import Role, role_of, steps_down
from extractors.items.sentences import spans, stripped
from extractors.model import Passage

_PARTS = ("共性承诺", "个性承诺", "岗位承诺", "创新承诺", "特色承诺")
_FULL_LINE = 28
_SHORT = 8
"""So many letters has a heading between points that end without a stop."""
_HEADING = 16
"""So many letters has a heading that is known by its likeness alone."""
_COLON = re.compile(r"：|:(?!\d)")
_PREFIX = re.compile(r"[^：:。；;，,]{2,20}[：:](?=.)")


@dataclass(slots=True)
class Node:
    """A numbered point, an unnumbered heading (`cut` without ordinal), or the root (`cut` None). `texts` are the
    unnumbered lines that follow it before its first child; `tail` those after its last."""

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


def grow(cuts: Sequence[Cut], before_table: bool = False) -> Tree:
    """The tree of a stretch of text; a heading at its end heads a table that stands below."""
    cuts = _unmarked(cuts)
    heads = _named_lists(cuts)
    pieces = [p for i, cut in enumerate(cuts) for p in ([cut] if _own_words(cuts, i) else _prefixed(cut, heads))]
    return _Grower(pieces, before_table).tree()


def _unmarked(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """Marks before labels that come again (● 承诺事项： ● 完成时限： ● 承诺事项：) number no promises."""
    marked = [c.content for c in cuts if c.ordinal is not None and c.ordinal.style is Style.BULLET]
    labels = [_COLON.split(text, maxsplit=1)[0] for text in marked if is_label(text) or is_own_words(text)]
    if len(labels) < 4 or len(labels) < len(marked) or len(set(labels)) == len(labels):
        return cuts
    return [replace(c, ordinal=None, start=c.body) if c.ordinal is not None and c.ordinal.style is Style.BULLET else c for c in cuts]


def _named_lists(cuts: Sequence[Cut]) -> set[int]:
    """How long the names (为民服务：) are that stand before lists in one line with them, where there are several."""
    found = [len(a.content) for a, b in pairwise(cuts) if a.ordinal is None and b.inner and a.row == b.row and a.content[-1:] in "：:"]
    return {n for n in found if n <= 9 and found.count(n) > 1}


def _own_words(cuts: Sequence[Cut], i: int) -> bool:
    """Whether a line 承诺：…… stands among labelled lines and is one of them."""
    if not is_own_words(cuts[i].content):
        return False
    if any(is_label(c.content) for c in (*cuts[max(0, i - 1) : i], *cuts[i + 1 : i + 2])):
        return True
    return sum(is_own_words(c.content) for c in cuts) > 1 and any(is_label(c.content) for c in cuts[i + 1 : i + 4])


def _prefixed(cut: Cut, heads: set[int]) -> Iterator[Cut]:
    """学习方面：…… and 共性承诺：…… are a heading and what it heads, also further on in one paragraph; a numbered point
    keeps its own 学习方面：. So is a name as long as those that head lists (`heads`)."""
    start = cut.body
    for at, _ in list(spans(cut.text[cut.body : cut.end], "。；;！")) if cut.ordinal is None else [(0, 0)]:
        begin = cut.body + at
        match = _PREFIX.match(cut.text, begin, cut.end)
        if match is None or not cut.text[match.end() : cut.end].strip() or not (_heads(cut, match[0].strip()) or len(match[0].strip()) in heads):
            continue
        if start < begin:
            yield replace(cut, start=start, body=start, end=begin, inner=cut.inner or start > cut.body)
        first = begin == cut.body
        yield replace(cut, start=cut.start if first else begin, body=begin, end=match.end(), inner=cut.inner or not first)
        start = match.end()
    if start == cut.body:
        yield cut
    else:
        yield replace(cut, start=start, body=start, ordinal=None, inner=True)


def _heads(cut: Cut, prefix: str) -> bool:
    if is_label(prefix) or not pure_label(prefix):
        return False
    if cut.ordinal is None:
        return True
    if is_blank(cut.text[cut.body + len(prefix) : cut.end].strip()):
        return True
    named = prefix[:-1].endswith("承诺") and cut.ordinal.style in (Style.CHINESE, Style.CHINESE_PAREN)
    return (named or prefix[:-1].endswith(_PARTS)) and sum(cut.text.count(m, cut.body, cut.end) for m in "；;") > 0


class _Grower:
    """Walks the pieces once; `stack` holds the open nodes from the current unnumbered heading downwards."""

    def __init__(self, cuts: list[Cut], before_table: bool = False) -> None:
        self.cuts = cuts
        self.before_table = before_table
        self.root = Node()
        self.stack = [self.root]
        self.preambles: list[Passage] = []
        self.closings: list[Passage] = []
        numbered = [i for i, c in enumerate(cuts) if c.ordinal is not None]
        self.first = numbered[0] if numbered else len(cuts)
        self.last = numbered[-1] if numbered else -1
        self.marks = Counter(c.ordinal.variant for c in cuts if c.ordinal is not None and c.ordinal.style is Style.BULLET)
        self.below: set[tuple[Style, Style]] = set()
        self.at = 0
        self.persons = boards.promisers(cuts)
        self.heads: list[str] = []
        self.labels = Counter(label for c in cuts if c.ordinal is None and not c.inner and (label := _label(c)))
        self.kept_text = False
        self.labelled = False
        ended = [complete(c.content) for c in cuts if c.ordinal is not None]
        self.under = sum(b.ordinal is None and not (b.inner or b.head) and complete(b.content) for a, b in pairwise(cuts) if a.ordinal is not None)
        self.explained = self.under > 1 and self.under * 2 > len(numbered)
        self.stopped = len(ended) < 2 or sum(ended[:-1]) * 2 >= len(ended) - 1

    def tree(self) -> Tree:
        for i, cut in enumerate(self.cuts):
            self.at = i
            if cut.ordinal is not None:
                self._point(cut, cut.ordinal)
            else:
                self._line(i, cut, role_of(cut.content))
        return Tree(self.root, self.preambles, self.closings)

    def _point(self, cut: Cut, ordinal: Ordinal, lost: bool = False) -> None:
        if lost:
            cut = replace(cut, ordinal=ordinal)
        level = self._level(cut, ordinal)
        del self.stack[level:]
        node = Node(cut)
        above = self.stack[-1].ordinal
        if above is not None and above.style is not ordinal.style:
            self.below.add((above.style, ordinal.style))
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _level(self, cut: Cut, new: Ordinal) -> int:
        """How many open nodes stay above the new point."""
        open_levels = range(len(self.stack) - 1, 0, -1)
        for exact in (True, False):
            for level in open_levels:
                old = self.stack[level].ordinal
                if old is not None and _same_list(old, new, exact):
                    return level
        for level in open_levels:
            old = self.stack[level].ordinal
            if old is not None and old.style is new.style and not (_deeper(old, new) or self._inside(old, new)):
                return level
        slipped = next((n for n in open_levels if _slipped(self.stack[n].ordinal, new)), None)
        return self._depth(cut, new) if slipped is None else slipped

    def _inside(self, old: Ordinal, new: Ordinal) -> bool:
        """Whether a mark lists what is said below another (—— under ◇): both marks come again, boxes to tick are of one kind."""
        return old.style is Style.BULLET and self.marks[old.variant] > 1 and self.marks[new.variant] > 1 and not {new.variant, old.variant} & BOXES

    def _depth(self, cut: Cut, new: Ordinal) -> int:
        """For a style that is not open: under the deepest point of a higher style, or under the line it stands in."""
        level = len(self.stack)
        while level > 1:
            node = self.stack[level - 1]
            old = node.ordinal
            if old is None or cut.inner or old.style is new.style or (old.style, new.style) in self.below:
                break
            if old.style < new.style and (new.style, old.style) not in self.below:
                break
            if new.number == 1 and old.style in COUNTING and self._resumes(old):
                break
            if old.variant in BOXES:
                level -= 1
                continue
            if new.number == 1 and not node.children and not complete(node.lead) and (len(node.lead) <= 24 or node.lead[-1] in "：:"):
                break
            level -= 1
        return level

    def _resumes(self, old: Ordinal) -> bool:
        """Whether the list of `old` goes on below, so that one which begins before belongs to its point (① (1) (2) ②)."""
        later = (c.ordinal for c in self.cuts[self.at + 1 :] if c.ordinal is not None and c.ordinal.style is old.style)
        return (found := next(later, None)) is not None and found.number == old.number + 1

    def _line(self, i: int, cut: Cut, role: Role) -> None:
        node = self.stack[-1]
        following = self.cuts[i + 1] if i + 1 < len(self.cuts) else None
        if i in self.persons:
            self._head(cut)
            return
        if role is Role.NOISE and not cut.head:
            return
        if following is not None and following.ordinal is not None and steps_down(cut.content):
            self._below(cut)
            return
        if cut.head and not is_counted_name(cut.content):
            role = Role.HEADING
        elif _own_words(self.cuts, i):
            role = Role.LABEL
        if role is Role.TEXT and self.last >= 0 and self.labels[_label(cut)] > 1 and not letters.tells(cut.content):
            role = Role.LABEL
        if role is Role.TEXT and (self._titles(cut, following) or (following is not None and self._like_a_heading(cut))):
            role = Role.HEADING
        begins = following is not None and following.ordinal is not None and following.ordinal.number == 1
        over = following is not None or (self.before_table and (cut.head or pure_label(cut.content) or reports_back(cut.content)))
        if role in (Role.HEADING, Role.PREAMBLE) and begins and self._announces(node, following):
            node.texts.append(cut)
        elif (role is Role.HEADING and over) or (role is Role.PREAMBLE and begins and i > self.first):
            self._head(cut)
        elif self.last < 0 or (node.ordinal is None and node.cut is not None and role is not Role.PREAMBLE):
            node.texts.append(cut)
        elif i < self.first or (role is Role.PREAMBLE and node.ordinal is None):
            self.preambles.append(passage_of(cut))
        else:
            self._after_point(i, cut, role, node)

    def _announces(self, node: Node, following: Cut | None) -> bool:
        """Whether a line with a colon right below a numbered name only announces its inner list: the outer list goes on after it."""
        old, new = node.ordinal, following.ordinal if following is not None else None
        if old is None or new is None or node.children or node.texts or complete(node.lead):
            return False
        return old.style < new.style and self._resumes(old)

    def _broken(self, line: str) -> bool:
        """Whether the line goes on in the next: no stop, where points have stops or a line is full."""
        return not complete(line) and (self.stopped or len(line) >= _FULL_LINE)

    def _titles(self, cut: Cut, following: Cut | None) -> bool:
        """A short line without a stop just before a point, where a group begins."""
        text = cut.content
        if following is None or following.ordinal is None or cut.inner:
            return False
        before = self.stack[-1]
        parted = cut.bold and before.cut is not None and not before.cut.bold
        unbroken = len(text) <= _SHORT and before.cut is not None and bool(before.ending) and not self._broken(before.ending)
        settled = before.ordinal is None or complete(before.ending) or parted or unbroken
        if (following.ordinal.number == 1 or settled) and names_time(text):
            return True
        if len(text) > 20 or complete(text):
            return False
        if settled and text.rstrip("：:")[-1:] == "的":
            return True
        return not concrete(text) and (following.ordinal.number == 1 or settled)

    def _like_a_heading(self, cut: Cut) -> bool:
        """Whether a short line is made like a heading before it (我的岗位承诺, 我的廉洁承诺)."""
        text = cut.content
        if len(text) > _HEADING or complete(text) or cut.inner or self._broken_before():
            return False
        return any(_alike(text, head) for head in self.heads)

    def _broken_before(self) -> bool:
        ending = self.stack[-1].ending
        return bool(ending) and self.stopped and not complete(ending) and self.stack[-1].ordinal is not None

    def _head(self, cut: Cut) -> None:
        self.heads.append(cut.content)
        node = Node(cut)
        self.root.children.append(node)
        self.stack = [self.root, node]

    def _below(self, cut: Cut) -> None:
        """A line that stands over its own list, under the heading that nothing else stands under yet."""
        above = self.stack[-1]
        if above.children or above.texts or complete(above.lead):
            self.stack = [self.root]
        self.stack[-1].children.append(Node(cut))
        self.stack.append(self.stack[-1].children[-1])

    def _after_point(self, i: int, cut: Cut, role: Role, node: Node) -> None:
        """An unnumbered line below a numbered one: part of that point, or the end of the list."""
        if role is Role.CLOSING:
            self.closings.append(passage_of(cut))
            return
        if role is Role.LABEL:
            if i > self.last > self.first and not self.labelled and binds_all(cut.content):
                self.closings.append(passage_of(cut))
                return
            self.labelled = True
        runs_on = node.cut is not None and (self._broken(node.ending) or (not node.texts and boards.names_somebody(node.lead)) or (role is Role.TEXT and _named_only(node, cut.content, self.stack[-2].children if len(self.stack) > 1 else ())))
        if role is Role.TEXT and not runs_on and not cut.inner and complete(node.ending) and letters.comments(cut.content):
            return
        if role is Role.TEXT and not (runs_on or (self.explained and not letters.LINK.match(cut.content))) and node.ordinal is not None and _lost_number(node, cut, i > self.last, self.stopped or self.under > 1):
            self._point(_unlinked(cut), replace(node.ordinal, printed=""), lost=True)
            return
        if i < self.last or role is Role.LABEL or runs_on or self.kept_text or cut.inner:
            self.kept_text = self.kept_text or (role is Role.TEXT and not runs_on)
            node.texts.append(cut)
        else:
            self.closings.append(passage_of(cut))


def _lost_number(node: Node, cut: Cut, last: bool, stopped: bool) -> bool:
    """Whether a line between the points of a list is one of them that lost its number: whole sentences below a whole sentence. The
    `last` of the list might as well close the text: it must say how much, or be linked to the list."""
    if node.ordinal is None or node.children or cut.inner or node.ordinal.style is Style.BULLET or (len(node.lead) < _SHORT and not amounts(node.lead)):
        return False
    whole = (complete(node.lead) or node.lead[-1:] in "，,、") and node.ending[-1:] in "。！"
    return (whole or not (stopped or node.ending[-1:] in "，,、：:；;")) and letters.stands_alone(cut.content, last)


def _unlinked(cut: Cut) -> Cut:
    """The line without 另外， before its words."""
    found = letters.LINK.match(cut.content)
    begin = cut.text.find(cut.content, cut.body)
    return cut if found is None else replace(cut, body=begin + found.end())


def _named_only(node: Node, line: str, beside: Sequence[Node]) -> bool:
    """Whether a point is so far a name and no more (四、水质), as others of its list that head theirs, and the sentence below it
    is what it says."""
    if not any(n.children or n.texts for n in beside):
        return False
    bare = len(node.lead) <= _SHORT and not complete(node.lead) and not amounts(node.lead)
    return bare and not node.texts and not node.children and complete(line)


def _label(cut: Cut) -> str:
    """What stands before a colon with words behind it (网格长：藤椅凉): where it comes again, it is a label of points."""
    label, *value = _COLON.split(cut.content, maxsplit=1)
    return label if value and value[0] and len(label) <= _SHORT else ""


def _alike(text: str, head: str) -> bool:
    """Whether two short lines have most of their letters in common, at their beginnings and ends."""
    shorter = min(len(text), len(head))
    before = next((n for n in range(shorter) if text[n] != head[n]), shorter)
    after = next((n for n in range(shorter - before) if text[-1 - n] != head[-1 - n]), shorter - before)
    return before + after >= max(3, 0.5 * max(len(text), len(head)))


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
