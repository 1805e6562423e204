"""Which lines of a list are headings over promises, and which are promises over their steps (GUIDELINE, Item)."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.items.blanks import questions, without_asides
from extractors.items.clauses import abstract, acts, amounts, complete, concrete, container_of, is_name, is_step
from extractors.items.headings import names_time, pure_label, without_timed_aside
from extractors.items.labels import is_label
from extractors.items.ordinals import COUNTING, MINOR, Style
from extractors.items.roles import Role, is_preamble, role_of
from extractors.items.tree import Node
from extractors.items.unnumbered import begun

_TIME_HEADING = re.compile(
    r"(?:近期|中期|远期|长期|短期|年内|上半年|下半年|全年|今年|本年度?|(?:\d{4}|[一二三四五六七八九十〇○零]{4})年度?|[第一二三四五六七八九十\d、至到-]+(?:季度|月份?|学期|阶段))(?:内|底|末)?(?:前)?(?:完成|办结|办好)?(?:的)?[^。；;，,]{0,8}[：:]?"
    r"|[^。；;，,]{2,24}的(?:事项|工作|承诺|任务|实事|项目|目标|好事)[：:]?"
)
_REACHED = re.compile("[无零不]|达到")
"""What is to be reached, in words of time and a few more (全年无死亡事故)."""
_COLLECTS = re.compile("的|事项|工作|任务|目标|安排|计划|承诺|实事|项目|(?:完成|办结|办好|[：:])$")
_CASES = re.compile("[^：:；;]{0,12}(?:下列|以下|下述|如下)[^，,：:；;]{2,10}[，,][^：:]{6,}")
"""What is done in the cases that come below (有下列情形之一的，三日内上门：): one promise."""
_LIMIT_NAMED = re.compile("[时期]限[：:]?$")
"""A heading that says its points have limits, and none itself (报装时限)."""
_COUNTED_ASIDE = re.compile(r"\s*[（(]共?\s*[\d一二两三四五六七八九十]{1,2}\s*[件项条个类点][^（）()，。]{0,4}[）)](?=[：:]?$)")
_NAMED_EACH = 3
"""So many names over one paragraph each, at least."""
_MOSTLY = 0.6
"""A share of the lines below that is most of them."""
_NAME = 16
"""So many letters has a name at most."""


def settle_counted_through(nodes: list[Node]) -> None:
    """Numbers that go on below the next line of the list (一、… （1） （2） 二、… （3） （4）) count promises: the lines over them are
    headings, for steps are counted anew in each point."""
    numbered = [n for n in nodes if n.children and n.ordinal is not None]
    for one, other in pairwise(numbered):
        last, first = one.children[-1].ordinal, other.children[0].ordinal
        if last is not None and first is not None and last.style is first.style and first.style in COUNTING and first.number == last.number + 1:
            one.leaning = other.leaning = 2


def settle_names(nodes: list[Node]) -> None:
    """Short names over several unnumbered lines each (二、办好惠民实事) are headings where those lines say what is done and the
    names do not; one of the list that might as well be done itself goes with the others."""
    named = [(n, 2 if heads_texts(n) else _naming(n)) for n in nodes if n.ordinal is not None and len(begun(n.texts)) > 1 and not n.children]
    if sum(lean for _, lean in named) > 0:
        for n, lean in named:
            n.leaning = 1 if lean else None


def _naming(node: Node) -> int:
    """How surely a point is the name of the lines below it: positive, negative, or 0 where it is more than a name."""
    texts = [t.content for t in node.texts]
    if len(node.lead) > _NAME or not is_name(node.lead) or any(map(is_label, texts)):
        return 0
    own = sum(concrete(t) for t in texts) * 2 >= len(texts) and sum(map(is_step, texts)) < _MOSTLY * len(texts)
    return (-1 if acts(node.lead) else 1) if own else -1


def name_each(nodes: list[Node]) -> None:
    """Marks unnumbered names with a colon (报装：, 抄表：, 抢修：) that each stand over one paragraph: it is one promise."""
    names = [n for n in nodes if n.ordinal is None and n.lead[-1:] in "：:" and not is_preamble(n.lead)]
    one = [n for n in names if len(n.texts) == 1 and not n.children and role_of(n.texts[0].content) is Role.TEXT]
    if len(one) < _NAMED_EACH or len(one) < len(names) or any(pure_label(n.lead) for n in one):
        return
    for n in one:
        n.whole = True


def heads_texts(node: Node) -> bool:
    """A numbered line that ends with a colon, or of mere attitude, over several unnumbered promises; labelled lines and
    a single paragraph belong to the point itself."""
    lead, texts = node.lead, [t.content for t in node.texts]
    if len(lead) > 24 or len(texts) < 2 or any(map(is_label, texts)):
        return False
    if lead[-1:] in "：:":
        return not (_marked(node) and concrete(lead) and acts(lead) and not container_of(lead, len(texts)))
    bare = abstract(lead) and not complete(lead) and not concrete(lead)
    return bare and all(map(complete, texts))


def heads_text(node: Node) -> bool:
    """A short numbered line without a stop over one sentence, where its neighbours head points (三、抓制度)."""
    return (len(begun(node.texts)) == 1 or _marked(node)) and len(node.lead) <= 10 and not complete(node.lead) and not concrete(node.lead)


def _marked(node: Node) -> bool:
    return node.ordinal is not None and node.ordinal.style is Style.BULLET


def marks_head(nodes: list[Node]) -> bool:
    """Whether a list of marks (▲ 发展强) heads unnumbered lines throughout."""
    return len(nodes) > 1 and all(_marked(n) and n.texts and not n.children and heads_text(n) and not any(is_label(t.content) for t in n.texts) for n in nodes)


def attitudes_head(nodes: list[Node]) -> bool:
    """Whether three or more short attitudes (一、抓学习) each stand over one paragraph of sentences: no one of them says what is done."""
    return len(nodes) >= _NAMED_EACH and all(heads_text(n) and not n.children and abstract(n.lead) and _sentences(n.texts[0].content) for n in nodes)


def _sentences(text: str) -> bool:
    """Whether a paragraph is made of sentences and no label."""
    return complete(text) and not is_label(text)


def _leaning(node: Node) -> int:
    """Whether a numbered line over numbered lines is a heading (positive) or a point over its steps (negative;
    GUIDELINE, Item); ±1 where its own words hardly tell."""
    lead, kids = without_timed_aside(_COUNTED_ASIDE.sub("", without_asides(node.lead))), [c.lead for c in node.children]
    if pure_label(lead) or container_of(lead, len(kids)) or _heads_time(lead):
        return 2
    if questions(lead):
        return 2
    if any(is_label(k) for k in kids) or _CASES.match(lead):
        return -2
    first = node.children[0]
    style = first.ordinal.style if first.ordinal else Style.ARABIC
    if style in (Style.ARTICLE, Style.NAMED):
        return 2
    inner = first.cut is not None and first.cut.inner and node.cut is not None and first.cut.row == node.cut.row
    steps = sum(map(is_step, kids)) / len(kids)
    own = sum(map(concrete, kids)) / len(kids)
    if style in MINOR and not inner and _idle(lead) and steps < _MOSTLY:
        return 1
    if style in MINOR:
        if not inner and _opens_minor(lead, style, steps, own):
            return 2
        bare = (abstract(lead) and not (complete(lead) or concrete(lead))) or (is_name(lead) and steps < _MOSTLY)
        return -1 if not inner and len(lead) <= _NAME and bare else -2
    if any(c.children for c in node.children) and not concrete(lead):
        return 2
    if concrete(_LIMIT_NAMED.sub("", lead)):
        return -2
    if abstract(lead):
        return 2
    if _names_only_what(lead, kids):
        return 1
    return 1 if not (steps >= 0.5 and own < 0.5) and not (complete(lead) and len(lead) > 16) else -1


def _names_only_what(lead: str, kids: list[str]) -> bool:
    """Whether a short line without a stop stands over whole sentences, each longer than it (课前准备：站好起点)."""
    return len(lead) <= _NAME and not complete(lead) and all(k.endswith("。") and len(k) > len(lead) for k in kids)


def _heads_time(lead: str) -> bool:
    """A part of the time as heading; 8月底前建成学生浴室 is none, 年内办结的事项 is."""
    return names_time(lead) or (_TIME_HEADING.fullmatch(lead) is not None and not _REACHED.search(lead) and (not acts(lead) or _COLLECTS.search(lead) is not None))


def leaning_of(node: Node) -> int:
    """The same, worked out once."""
    if node.leaning is None:
        node.leaning = _leaning(node)
    return node.leaning


def opens(node: Node, beside: int) -> bool:
    """Whether a numbered line is a heading; where its words hardly tell, what its neighbours of the same list are
    (`beside`, the sum of their leanings)."""
    own = leaning_of(node)
    return own + (beside - own if abs(own) == 1 else 0) > 0


def _opens_minor(lead: str, style: Style, steps: float, own: float) -> bool:
    """（1） and ① list how a point is done, unless the line above has no object of its own and they do."""
    if complete(lead) or concrete(lead) or len(lead) > 24 or not abstract(lead):
        return False
    if style in (Style.ARABIC_PAREN, Style.HALF_PAREN):
        return steps < _MOSTLY
    return own >= 0.5 and steps < _MOSTLY


def _idle(lead: str) -> bool:
    """Whether a short lead says when or where, and nothing that anyone does (平时, 春运期间)."""
    return len(lead) <= 16 and not (_REACHED.search(lead) or complete(lead) or abstract(lead) or acts(lead) or amounts(lead))
