"""The tree's nodes become promises: a heading gives way to its points, a point takes in its steps."""

from __future__ import annotations

import re

from extractors.items import boards, letters, running
from extractors.items.blanks import asks_to_type, is_blank, is_noise, is_unfilled, questions, without_asides
from extractors.items.clauses import complete
from extractors.items.drafts import Draft, Reading
from extractors.items.headings import (
    appeals,
    asks_others,
    pure_label,
    reports_back,
    section_name,
    secures,
    skipped_section,
)
from extractors.items.labels import binds_all, is_label, names_bound
from extractors.items.leaning import (
    attitudes_head,
    heads_text,
    heads_texts,
    leaning_of,
    marks_head,
    name_each,
    opens,
    settle_counted_through,
    settle_names,
)
from extractors.items.ordinals import half_width
from extractors.items.roles import is_closing, is_preamble, steps_down
from extractors.items.sentences import spans, stripped, trimmed
from extractors.items.tree import Node, Tree, passage_of
from extractors.items.unnumbered import ends_promise
from extractors.model import Passage

_EMPTY_HEADING = re.compile(r"(?:我的|本人|我|支部|党员|党组织|党支部|本支部)?(?:的)?(?:公开)?(?:承诺|承诺书)?(?:具体)?(?:事项|内容|承诺|如下)?[：:]?")
# Numbered clauses about the paper itself.
_FORMAL = re.compile(
    r"(?:如有)?未尽事[宜项]|(?:以上|上述|本|此|该)(?:项|条)?(?:承诺|责任|目标|协议|公约|保证)(?:书|状|事项)?(?:不[受因随]|自|从|一式|有效|经|由|请|如|接受|的有效|公示|张贴|存档|备案|公布后|签订)|此?承诺书一式|(?:监督|举报|投诉)(?:电话|邮箱)[：:]"
    r"|违反(?:以上|上述|本)[^，,。；;]{0,8}[，,]|(?:在[^，,。；;]{1,12}[中里内时期间][，,]?)?(?:如果?|[倘假]?若|凡)有?[^，,。；;]{0,14}(?:违|失诺|食言|不(?:遵守|履行|兑现)|未(?:遵守|履行|兑现)|做不到|不实|虚假)[^；;]*[；;]?[^；;]*(?:处理|处分|处罚|责任|批评(?!教育|指正)|监督|后果)[^，,；;]{0,6}[。]?$"
)
_UNFILLED = re.compile(r"[（(【][^（）()【】]{1,10}[）)】][\s_＿.…]*")
"""A word in brackets before a rule on which nobody has written."""
_KEEPS = re.compile(r"自觉|接受|愿|甘|主动|随时|衷心|诚")


def promises(tree: Tree) -> Reading:
    """All promises of a tree, in reading order."""
    reading = Reading(preambles=list(tree.preambles), closings=list(tree.closings))
    _without_contents(tree.root, reading)
    _emit(tree.root, (), reading)
    _strip_end(reading)
    return reading


_LEAD = 20
"""A lead to go on with has so many letters at most."""
_NAME = 16
"""So many letters has a name in a list of contents."""
_AIMS = re.compile(r"(?:服务|工作|总体|承诺|奋斗)?(?:目标|使命|理念|宗旨|愿景|原则|目的|意义|背景|口号|精神|方针)")
_FRAMED = re.compile("【[^【】，。]{2,12}】")
"""A heading in brackets, as cards have them."""
_PROPER = re.compile(r"(?:我们?的|服务|具体|公开|主要)?承诺(?:事项|内容|标准)?")


def _without_contents(root: Node, reading: Reading) -> None:
    """Takes out a list that only names the headings of a later one (一、承诺项目：1、报装 2、抄表), and what is said of aims
    before the section that is called the promises."""
    sections = [(i, section_name(c.lead)) for i, c in enumerate(root.children) if c.ordinal is not None]
    heads = {_words(n) for c in root.children for n in c.children if n.children or n.texts}
    proper = next((i for i, name in sections if _PROPER.fullmatch(name)), 0)
    for i, name in sections:
        node = root.children[i]
        if (i < proper and _AIMS.fullmatch(name)) or _names_only(node, heads):
            _clear(node, reading)
    framed = [c for c in root.children if c.ordinal is None and _FRAMED.fullmatch(c.lead)]
    if len(framed) > 1 and sum(_PROPER.fullmatch(section_name(c.lead)) is not None for c in framed) == sum("承诺" in c.lead for c in framed) == 1:
        for node in framed:  # 【我的身份】 【我的承诺】 【我的誓言】
            if "承诺" not in node.lead:
                _clear(node, reading)


def _clear(node: Node, reading: Reading) -> None:
    """What stands under a heading promises nothing."""
    reading.preambles.extend(passage_of(c) for c in node.cuts())
    node.children, node.texts, node.cut = [], [], None


def _names_only(node: Node, heads: set[str]) -> bool:
    """Whether half of a section's short points, and two at least, are headings elsewhere."""
    names = [_words(c) for c in node.children]
    if not heads or not names or any(c.children or c.texts or len(c.lead) > _NAME or complete(c.lead) for c in node.children):
        return False
    known = sum(n in heads for n in names)
    return known > 1 and known * 2 >= len(names)


def _set_aside(node: Node, reading: Reading, before: int) -> None:
    """Marks what stands under the node since there were `before` drafts."""
    if node.cut is not None and len(reading.drafts) > before and (reports_back(_words(node)) or secures(_words(node)) or secures(_title_of(node)) or appeals(node.lead)):
        for draft in reading.drafts[before:]:
            draft.aside = True


def _words(node: Node) -> str:
    return node.lead.rstrip("：: ")


def _emit(node: Node, headings: tuple[Passage, ...], reading: Reading, beside: bool = False, leaning: int = 0) -> None:
    """`beside` tells that nodes of the same list are headings over points, `leaning` how surely those over points are."""
    before = len(reading.drafts)
    if node.children and steps_down(node.lead):
        _point(node, headings, reading)
    elif node.ordinal is None:
        _group(node, _under(node, headings), reading)
    elif beside and not node.children and names_bound(_title_of(node)):
        reading.closings.append(Passage.join([passage_of(c) for c in node.cuts()], "："))
    elif skipped_section(_title_of(node)):
        reading.preambles.extend(passage_of(c) for c in node.cuts())
    elif node.children:
        if opens(node, leaning):
            _group(node, _under(node, headings), reading)
        else:
            _point(node, headings, reading)
    elif pure_label(node.lead) or reports_back(node.lead) or (node.lead[-1:] in "？?" and questions(node.lead)) or (node.texts and (node.leaning or heads_texts(node) or (beside and heads_text(node)) or boards.names_somebody(node.lead))):
        _group(node, _under(node, headings), reading)
    else:
        _point(node, headings, reading)
    _set_aside(node, reading, before)


def _under(node: Node, headings: tuple[Passage, ...]) -> tuple[Passage, ...]:
    if node.cut is None or not node.lead or (node.ordinal is None and _EMPTY_HEADING.fullmatch(node.lead)):
        return headings
    return (*headings, passage_of(node.cut))


def _group(node: Node, headings: tuple[Passage, ...], reading: Reading) -> None:
    """What a heading heads: its points; its unnumbered lines where it has none."""
    if node.cut is not None and node.ordinal is None and is_preamble(node.lead):
        _second_list(node, reading)
        return
    if node.cut is not None and skipped_section(_title_of(node)):
        reading.preambles.extend(passage_of(c) for c in node.cuts())
        return
    texts = [passage_of(c) for c in node.texts]
    numbered = any(c.ordinal is not None for c in node.children)
    if node.whole:
        reading.drafts.append(Draft(trimmed(texts[0], "；;"), headings=headings))
        return
    found = running.read(texts, headings) if texts and not numbered else Reading(preambles=texts)
    if node.children and len(found.drafts) < 2:
        reading.preambles.extend(texts)
    else:
        reading.drafts.extend(found.drafts)
        reading.preambles.extend(found.preambles)
        reading.closings.extend(found.closings)
    if not texts and not node.children and node.cut is not None:
        reading.open = headings
    settle_names(node.children)
    heads = any(c.children or c.leaning for c in node.children) or marks_head(node.children) or attitudes_head(node.children)
    settle_counted_through(node.children)
    name_each(node.children)
    leanings = [leaning_of(c) for c in node.children if c.children and c.ordinal is not None]
    doubtless = bool(leanings) and max(leanings) == 2 and min(leanings) > -2
    leaning = max(sum(leanings), 1) if doubtless else sum(leanings)
    for child in node.children:
        _emit(child, headings, reading, heads, leaning)


def _second_list(node: Node, reading: Reading) -> None:
    """A sentence that announces another list (同时，全体党员承诺：) heads nothing and frames its own promises only."""
    found = Reading()
    for child in node.children:
        _emit(child, (), found)
    assert node.cut is not None
    for draft in found.drafts:
        draft.scope = passage_of(node.cut)
    reading.drafts.extend(found.drafts)
    reading.preambles.extend(found.preambles)
    reading.closings.extend(found.closings)


def _title_of(node: Node) -> str:
    """What a section is called: its line up to a colon (承诺期限：4月至11月)."""
    return node.lead.partition("：")[0].partition(":")[0] if not node.children else node.lead


def _point(node: Node, headings: tuple[Passage, ...], reading: Reading) -> None:
    passage = _merged(node)
    text = half_width(passage.text)
    bare = without_asides(text).strip()
    if not bare or is_blank(bare) or _UNFILLED.fullmatch(bare) or asks_to_type(bare) or _whole_hint(text):
        return
    if _FORMAL.match(bare):
        reading.closings.append(passage)
        return
    if (open_end := bare.rstrip("。"))[-1:] in "：:_＿" and not (node.children or node.texts) and _unanswered(open_end):
        reading.preambles.append(passage)  # 1、今年做好以下几件事： over points of the same list
        return
    ordinal = node.ordinal.printed if node.ordinal else ""
    reading.drafts.append(Draft(passage, ordinal, headings, aside=asks_others(bare)))


def _unanswered(text: str) -> bool:
    """Whether a point with nothing below it only announces others, or is a lead of the blank that nobody has gone on with."""
    bare = text.rstrip("_＿ \u3000")
    return is_unfilled(text) or (bare[-1:] in "：:" and (len(bare) <= _LEAD or is_preamble(bare)))


def _whole_hint(text: str) -> bool:
    return len(text) < 60 and text[:1] in "（(【" and text[-1:] in "）)】" and is_noise(text)


def _merged(node: Node) -> Passage:
    """The point as printed from after its ordinal to its last step, one line a row."""
    if node.cut is not None and not node.texts and not node.children:
        return passage_of(node.cut)
    ranges: list[list[int]] = []
    sources: list[Passage] = []
    row = -1
    for cut in node.cuts():
        if cut.row == row:
            ranges[-1][1] = cut.end
        else:
            ranges.append([cut.body if cut is node.cut else cut.start, cut.end])
            sources.append(cut.source)
            row = cut.row
    lines = [stripped(s, a, b) for s, (a, b) in zip(sources, ranges, strict=True)]
    return lines[0] if len(lines) == 1 else Passage.join(line for line in lines if line.text)


def _binds(text: str, reading: Reading) -> bool:
    """Whether a label at the end of a list speaks of the whole list: no other promise has labels."""
    return binds_all(text) and len(reading.drafts) > 1 and not any(mark in d.passage.text for d in reading.drafts[:-1] for mark in "：:")


def _strip_end(reading: Reading) -> None:
    """“……。以上承诺，请监督。” at the end of the last point goes to the closings."""
    if not reading.drafts:
        return
    draft = reading.drafts[-1]
    cuts = list(spans(half_width(draft.passage.text), "。！\n"))
    while len(cuts) > 1:
        start, end = cuts[-1]
        text = half_width(draft.passage.text[start:end]).strip()
        if text and is_label(text) and not _binds(text, reading):
            break
        if start and draft.passage.text[start - 1] == "\n" and ends_promise(text, half_width(draft.passage.text[:start].rstrip().rsplit("\n", 1)[-1])):
            break
        if text and not (is_label(text) or is_noise(text) or ((is_closing(text) or letters.invites(text)) and not _KEEPS.match(text))):
            break
        if text:
            reading.closings.insert(0, draft.passage.slice(start, end).strip())
        draft.passage = draft.passage.slice(0, start).strip()
        cuts.pop()
