"""The cuts of a stretch as its tree takes them: a name and what it heads in one line are two pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.items.blanks import is_blank
from extractors.items.cuts import Cut
from extractors.items.headings import pure_label
from extractors.items.labels import COLON, is_label, is_own_words
from extractors.items.ordinals import Style
from extractors.items.sentences import spans

_PARTS = ("共性承诺", "个性承诺", "岗位承诺", "创新承诺", "特色承诺")
_LABEL = re.compile("[^，,。；;（(]{2,12}")
_PREFIX = re.compile(r"[^：:。；;，,]{2,20}[：:](?=.)")


def pieces(cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts with names apart from what they head (学习方面：……), bullets before labels that come again left out."""
    cuts = _filled(_unmarked(cuts))
    heads, labels = _named_lists(cuts), among_labels(cuts)
    return [piece for i, cut in enumerate(cuts) for piece in ([cut] if i in labels else _prefixed(cut, heads))]


def _filled(cuts: Sequence[Cut]) -> list[Cut]:
    """Without the numbered lines that a blank form prints and nobody has gone on with (4、 5.______ 六、带头弘扬正气：××××)."""
    return [a for a, b in pairwise((*cuts, None)) if a is not None and (a.ordinal is None or not _left_open(a, b))]


def _left_open(cut: Cut, following: Cut | None) -> bool:
    """Whether a number has no words behind it or below it, or only a label with marks to write on."""
    if following is not None and (following.ordinal is None or following.ordinal.number == 1):
        return False
    label, *rest = COLON.split(cut.content, maxsplit=1)
    return is_blank(cut.content) or (_LABEL.fullmatch(label) is not None and bool(rest) and bool(rest[0]) and is_blank(rest[0]))


def _unmarked(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """Marks before labels that come again (● 承诺事项： ● 完成时限： ● 承诺事项：) number no promises."""
    marked = [c.content for c in cuts if c.ordinal is not None and c.ordinal.style is Style.BULLET]
    labels = [COLON.split(text, maxsplit=1)[0] for text in marked if is_label(text) or is_own_words(text)]
    if len(labels) < 4 or len(labels) < len(marked) or len(set(labels)) == len(labels):
        return cuts
    return [replace(c, ordinal=None, start=c.body) if c.ordinal is not None and c.ordinal.style is Style.BULLET else c for c in cuts]


def _named_lists(cuts: Sequence[Cut]) -> set[int]:
    """How long the names (为民服务：) are that stand before lists in one line with them, where there are several."""
    found = [len(a.content) for a, b in pairwise(cuts) if a.ordinal is None and b.inner and a.row == b.row and a.content[-1:] in "：:"]
    return {n for n in found if n <= 9 and found.count(n) > 1}


def among_labels(cuts: Sequence[Cut]) -> frozenset[int]:
    """Which lines 承诺：…… stand among labelled lines and are of them: right beside one, or of several each over one."""
    own = [i for i, cut in enumerate(cuts) if is_own_words(cut.content)]
    below = 4 if len(own) > 1 else 2
    return frozenset(i for i in own if any(is_label(c.content) for c in (*cuts[max(0, i - 1) : i], *cuts[i + 1 : i + below])))


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
