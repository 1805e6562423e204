"""Letters that tell what will be done and never call it a form: to the residents, of a students' branch, of a new secretary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.bylines import byline
from extractors.forms.parts import Parts
from extractors.forms.signlines import SignLine, promises
from extractors.forms.text import has_ordinal
from extractors.forms.titles import org_name
from extractors.model import Block, Form, Paragraph

_WILL = re.compile(
    "(?:要|将|准备|打算|决定)[^。；：:！]{0,14}?[做办][^。；：:，！]{0,10}?事|(?:向|对|给|跟|我们?|支部|党委|总支)[^。；：:，！]{0,12}(?:保证|表态|许诺|许个?愿|承诺(?![^。]{0,12}(?:兑现|完成|落实|履行|践诺|情况|结果))|交底)"
    "|(?:公开|公布)[^。；：:，！]{0,10}(?:目标|任务|打算)|我们?[^。；：:，！]{0,6}(?:负责|认领|包下)(?=[：:])"
)
"""Things that are still to be done (要为大家做好的几件事, 今后一年要办的事, 今年的目标任务), and words of honour (向您保证)."""
_TELLS = re.compile("告诉|说清|说出|说明白|交代|交个底|交底|讲明|公布|如下|下面|以下|下列|[几两二三四五六七八九十\\d][件样桩]|[：:]\\s*$")
"""Words that come to them."""
_OURS = re.compile("[我咱您]|支部|党委|总支|党组|现在?[把将向]|向(?:大家|各位)|本(?:人|社区|村|院|校)")
_ANSWERS = re.compile(
    "(?:没有?|未能?|不能)[^，。；！]{0,6}(?:做到|办到|[做办][好成完]|兑现)|[做办]不[到好成]|说到(?:就要?|就得)?做到|说话算数"
    "|(?:请|接受|欢迎)[^。；！]{0,14}(?:监督|打分|评判|看着|检验)|(?:逐[条项件]|一件一件|一一)兑现|报账|对账"
)
"""Whoever writes answers for it: what if it is not done, who may watch and judge."""
_DONE = re.compile("已(?!有)|(?:完成|建成|办好|修好|做完)了")
_POINT = re.compile("[；;]|(?=[一二三四五六七八九十]是)")
_OF_PARTY = re.compile("党|书记|支部")
_OPENING = 12
"""An opening has so many paragraphs at most."""
_POINTS = 2
"""So many points at least are told behind it."""


def declares(parts: Parts) -> bool:
    """Whether a signed letter comes to what its writer will do, tells it in two points or more, and answers for it."""
    if not (any(map(_signs, parts.signs)) or byline(parts)) or not any(promises(s.label) or any(h.day for h in s.dates) for s in parts.signs):
        return False
    at = _lead(parts.body)
    if at is None:
        return False
    texts = [b.text for b in parts.body[at + 1 :] if isinstance(b, Paragraph)]
    points = [point for text in texts if has_ordinal(text) or _ANSWERS.search(text) is None for point in _points(text)]
    answers = any(isinstance(b, Paragraph) and _ANSWERS.search(b.text) for b in parts.body)
    return answers and len(points) >= _POINTS and sum(_DONE.search(text) is not None for text in points) * 2 < len(points)


def without_story(form: Form) -> Form:
    """The form of such a letter, what it tells before it comes to its promises kept as unread."""
    at = None if form.title else _lead(form.body)
    if at is None or not isinstance(lead := form.body[at], Paragraph):
        return form
    start = lead.text.rindex(_last(lead.text))
    told = [b.passage for b in form.body[:at] if isinstance(b, Paragraph)]
    kept = replace(lead, passage=lead.passage.slice(start, len(lead.passage)))
    return replace(form, body=(kept, *form.body[at + 1 :]), unread=(*form.unread, *told, *filter(None, [lead.passage.slice(0, start)])))


def _lead(body: Sequence[Block]) -> int | None:
    """Where in the opening a paragraph ends with a sentence that comes to what its writer will do."""
    for at, block in enumerate(body[:_OPENING]):
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            return None
        last = _last(block.text)
        if _WILL.search(last) is not None and _TELLS.search(last) is not None and _OURS.search(last) is not None:
            return at
    return None


def _points(text: str) -> list[str]:
    """A paragraph, or the points that it tells one behind the other (一是……二是……)."""
    return [point for point in _POINT.split(text) if point.strip()]


def _last(text: str) -> str:
    """The last sentence of a paragraph."""
    return re.split("[。！](?=.)", text.strip())[-1]


def _signs(line: SignLine) -> bool:
    """Whether a Party organisation or one of its people signs on a line."""
    return any(map(org_name, (line.rest, *line.rest.split()))) or (line.person != "" and (promises(line.label) or _OF_PARTY.search(line.passage.text) is not None))
