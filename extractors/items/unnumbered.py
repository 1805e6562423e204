"""Lines without a number among the points of a list: lost numbers, names and what they stand for, labels that come again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.items import letters
from extractors.items.clauses import amounts, complete, is_name
from extractors.items.cuts import Cut
from extractors.items.labels import COLON
from extractors.items.ordinals import Style
from extractors.items.tree import Node

SHORT = 8
"""So many letters has a heading between points that end without a stop."""
_FULL_LINE = 24
"""So many letters at least has a line that the edge of a page breaks."""
_WATCHED = re.compile("(?:自觉|主动|诚恳|自愿|随时)*接受|承担")
_CLOSES_ALL = re.compile("(?:以上|上述|这些|本|此)[^，,。；;]{0,4}(?:承诺|[条点项件])|特此|敬?请|欢迎|如|若|凡")
LONGEST_LIKE = 16
"""So many letters has a heading that is known by its likeness alone."""


def breaks_off(line: str) -> bool:
    """Whether a line is as full as the page is wide and goes on in the next."""
    return len(line) >= _FULL_LINE and not complete(line)


def begun(texts: Sequence[Cut]) -> list[Cut]:
    """The lines that go on with none that breaks off before them."""
    return [t for n, t in enumerate(texts) if not n or not breaks_off(texts[n - 1].content)]


def ends_promise(line: str, before: str) -> bool:
    """Whether a line that looks like a last word is the end of a promise that goes on from the line before
    (……，/ 接受群众监督。 ……5万元 / 以上支出一律……)."""
    if before[-1:] in "，,、":
        return _WATCHED.match(line) is not None
    return breaks_off(before) and _CLOSES_ALL.match(line) is None


def lost_number(node: Node, cut: Cut, last: bool, stopped: bool) -> bool:
    """Whether a line between the points of a list is one of them that lost its number: whole sentences below a whole sentence. The
    `last` of the list might as well close the text: it must say how much, or be linked to the list."""
    if node.ordinal is None or node.children or cut.inner or node.ordinal.style is Style.BULLET or (len(node.lead) < SHORT and not amounts(node.lead)):
        return False
    whole = (complete(node.lead) or (node.texts and breaks_off(node.lead)) or node.lead[-1:] in "，,、") and node.ending[-1:] in "。！"
    return (whole or not (stopped or node.ending[-1:] in "，,、：:；;")) and letters.stands_alone(cut.content, last)


def unlinked(cut: Cut) -> Cut:
    """The line without 另外， before its words."""
    found = letters.LINK.match(cut.content)
    begin = cut.text.find(cut.content, cut.body)
    return cut if found is None else replace(cut, body=begin + found.end())


def named_only(node: Node, line: str, beside: Sequence[Node]) -> bool:
    """Whether a point is so far a name and no more (四、水质), as others of its list that head theirs, and the sentence below it
    is what it says."""
    if not any(n.children or n.texts for n in beside):
        return False
    bare = len(node.lead) <= SHORT and not complete(node.lead) and not amounts(node.lead)
    return bare and not node.texts and not node.children and (complete(line) or len(line) > len(node.lead))


def stands_under_name(node: Node, beside: Sequence[Node]) -> bool:
    """Whether one more line stands under a point that is only a name: others do there, or under the names beside it."""
    named = node.ordinal is not None and len(node.lead) <= LONGEST_LIKE and is_name(node.lead) and not node.children
    return named and any(n.texts for n in (node, *beside))


def label_of(cut: Cut) -> str:
    """What stands before a colon with words behind it (网格长：藤椅凉): where it comes again, it is a label of points."""
    label, *value = COLON.split(cut.content, maxsplit=1)
    return label if value and value[0] and len(label) <= SHORT else ""


def alike(text: str, head: str) -> bool:
    """Whether two short lines have most of their letters in common, at their beginnings and ends."""
    shorter = min(len(text), len(head))
    before = next((n for n in range(shorter) if text[n] != head[n]), shorter)
    after = next((n for n in range(shorter - before) if text[-1 - n] != head[-1 - n]), shorter - before)
    return before + after >= max(3, 0.5 * max(len(text), len(head)))
