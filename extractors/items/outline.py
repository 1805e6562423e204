"""Numbered and unnumbered lines become a tree: headings over points, points over the steps that belong to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.counting import counts_promise
from extractors.items import boards, letters
from extractors.items.clauses import complete, concrete
from extractors.items.cuts import Cut
from extractors.items.headings import names_time, pure_label, reports_back
from extractors.items.labels import binds_all, names_bound
from extractors.items.nesting import Nesting
from extractors.items.ordinals import Ordinal, Style
from extractors.items.pieces import among_labels, pieces
from extractors.items.roles import Role, role_of, steps_down
from extractors.items.tree import Node, Tree, passage_of
from extractors.items.unnumbered import (
    LONGEST_LIKE,
    SHORT,
    alike,
    breaks_off,
    ends_promise,
    label_of,
    lost_number,
    named_only,
    stands_under_name,
    unlinked,
)
from extractors.model import Passage

_POINTS = 2
_HEADS = 40
"""So many headings above tell what others of the same make look like."""


def grow(cuts: Sequence[Cut], before_table: bool = False) -> Tree:
    """The tree of a stretch of text; a heading at its end heads a table that stands below."""
    return _Grower(pieces(cuts), before_table).tree()


def _stopped(cuts: Sequence[Cut]) -> bool:
    """Whether most points of a list end with a stop, in the line that goes on with one that breaks off at the latest."""
    ended = [complete(a.content) or (breaks_off(a.content) and (b is None or b.ordinal is None)) for a, b in pairwise((*cuts, None)) if a is not None and a.ordinal is not None]
    return len(ended) < _POINTS or sum(ended[:-1]) * 2 >= len(ended) - 1


def _addresses(cut: Cut, following: Cut | None) -> bool:
    """Whether the first line of a letter names its readers (某局党委：) over the sentence that announces the promises."""
    if cut.content[-1:] not in "：:" or pure_label(cut.content) or following is None:
        return False
    return following.ordinal is None and role_of(following.content) is Role.PREAMBLE


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
        self.nesting = Nesting(cuts)
        self.persons = boards.promisers(cuts)
        self.among_labels = among_labels(cuts)
        self.heads: list[str] = []
        self.labels = Counter(label for c in cuts if c.ordinal is None and not c.inner and (label := label_of(c)))
        self.kept_text = False
        self.labelled = False
        self.stopped = _stopped(cuts)
        self.under = sum(b.ordinal is None and not (b.inner or b.head) and complete(b.content) for a, b in pairwise(cuts) if a.ordinal is not None and not breaks_off(a.content))
        self.explained = self.under > 1 and self.under * 2 > len(numbered)

    def tree(self) -> Tree:
        for i, cut in enumerate(self.cuts):
            if cut.ordinal is not None:
                self._point(i, cut, cut.ordinal)
            else:
                self._line(i, cut, role_of(cut.content))
        return Tree(self.root, self.preambles, self.closings)

    def _point(self, i: int, cut: Cut, ordinal: Ordinal) -> None:
        """Opens a numbered point, or one that has `ordinal` for its lost number."""
        del self.stack[self.nesting.level(self.stack, i, cut, ordinal) :]
        node = Node(cut)
        self.nesting.learn(self.stack[-1].ordinal, ordinal)
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _line(self, i: int, cut: Cut, role: Role) -> None:
        node = self.stack[-1]
        following = self.cuts[i + 1] if i + 1 < len(self.cuts) else None
        if i in self.persons:
            self._head(cut)
            return
        if role is Role.NOISE and not cut.head:
            return
        if node.ordinal is not None and not (node.texts or node.children) and names_bound(node.lead):
            node.texts.append(cut)  # 二、完成时限 over 4月至12月, which heads nothing
            return
        if following is not None and following.ordinal is not None and steps_down(cut.content):
            self._below(cut)
            return
        if cut.head and not counts_promise(cut.content):
            role = Role.HEADING
        elif not i and self.last > 0 and role is Role.HEADING and _addresses(cut, following):
            role = Role.PREAMBLE
        elif i in self.among_labels:
            role = Role.LABEL
        if role is Role.TEXT and self.last >= 0 and self.labels[label_of(cut)] > 1 and not letters.tells(cut.content):
            role = Role.LABEL
        if role is Role.TEXT and self.last < 0 and following is not None and (names_time(cut.content) or self._collects(cut, following)):
            role = Role.HEADING
        if role is Role.TEXT and (self._titles(cut, following) or (following is not None and self._like_a_heading(cut))):
            role = Role.HEADING
        begins = following is not None and following.ordinal is not None and (following.ordinal.number == 1 or (role is Role.PREAMBLE and following.ordinal.style is Style.BULLET))
        over = following is not None or (self.before_table and (cut.head or pure_label(cut.content) or reports_back(cut.content)))
        if role in (Role.HEADING, Role.PREAMBLE) and begins and self._announces(i, node, following):
            node.texts.append(cut)
        elif (role is Role.HEADING and over) or (role is Role.PREAMBLE and begins and i > self.first):
            self._head(cut)
        elif self.last < 0 or (node.ordinal is None and node.cut is not None and role is not Role.PREAMBLE):
            node.texts.append(cut)
        elif i < self.first or (role is Role.PREAMBLE and node.ordinal is None):
            self.preambles.append(passage_of(cut))
        else:
            self._after_point(i, cut, role, node)

    def _announces(self, i: int, node: Node, following: Cut | None) -> bool:
        """Whether a line with a colon right below a numbered name only announces its inner list: the outer list goes on after it."""
        old, new = node.ordinal, following.ordinal if following is not None else None
        if old is None or new is None or node.children or node.texts or complete(node.lead):
            return False
        return old.style < new.style and self.nesting.resumes(i, old)

    def _broken(self, line: str) -> bool:
        """Whether the line goes on in the next: no stop, where points have stops or a line is full."""
        return not complete(line) and (self.stopped or breaks_off(line))

    def _titles(self, cut: Cut, following: Cut | None) -> bool:
        """A short line without a stop just before a point, where a group begins."""
        text = cut.content
        if following is None or following.ordinal is None or cut.inner:
            return False
        before = self.stack[-1]
        parted = cut.bold and before.cut is not None and not before.cut.bold
        unbroken = len(text) <= SHORT and before.cut is not None and bool(before.ending) and not self._broken(before.ending)
        settled = before.ordinal is None or complete(before.ending) or parted or unbroken
        if names_time(text):
            return True
        if len(text) > 20 or complete(text):
            return False
        if settled and text.rstrip("：:")[-1:] == "的":
            return True
        return not concrete(text) and (following.ordinal.number == 1 or settled)

    def _collects(self, cut: Cut, following: Cut) -> bool:
        """Whether a short line without a stop that ends with 的 (三年都要做到的) stands between whole sentences."""
        short = len(cut.content) <= LONGEST_LIKE and cut.content[-1:] == "的"
        return short and complete(following.content) and complete(self.stack[-1].ending)

    def _like_a_heading(self, cut: Cut) -> bool:
        """Whether a short line is made like a heading before it (我的岗位承诺, 我的廉洁承诺)."""
        text = cut.content
        if len(text) > LONGEST_LIKE or complete(text) or cut.inner or self._broken_before():
            return False
        return any(alike(text, head) for head in self.heads[-_HEADS:])

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
        if role is Role.CLOSING and not (self.stopped and ends_promise(cut.content, node.ending)):
            self.closings.append(passage_of(cut))
            return
        if role is Role.LABEL:
            if i > self.last > self.first and not self.labelled and binds_all(cut.content):
                self.closings.append(passage_of(cut))
                return
            self.labelled = True
        runs_on = self._runs_on(cut, role, node)
        if role is Role.TEXT and not runs_on and not cut.inner and complete(node.ending) and letters.comments(cut.content):
            return
        if role is Role.TEXT and not runs_on and stands_under_name(node, self.stack[-2].children if len(self.stack) > 1 else ()):
            node.texts.append(cut)
            return
        listed = role is Role.TEXT and not (runs_on or (self.explained and not letters.LINK.match(cut.content)))
        if listed and node.ordinal is not None and lost_number(node, cut, i > self.last, self.stopped or self.under > 1):
            found = replace(node.ordinal, printed="")
            self._point(i, replace(unlinked(cut), ordinal=found), found)
            return
        if i < self.last or role is Role.LABEL or runs_on or self.kept_text or cut.inner:
            self.kept_text = self.kept_text or (role is Role.TEXT and not runs_on)
            node.texts.append(cut)
        else:
            self.closings.append(passage_of(cut))

    def _runs_on(self, cut: Cut, role: Role, node: Node) -> bool:
        """Whether a line goes on with the point above it, which has no end yet or only a name."""
        if node.cut is None:
            return False
        if self._broken(node.ending) or (not node.texts and boards.names_somebody(node.lead)):
            return True
        return role is Role.TEXT and named_only(node, cut.content, self.stack[-2].children if len(self.stack) > 1 else ())
