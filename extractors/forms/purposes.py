"""Papers called 承诺书 that are none of the Party's: a company, a bidder, a visitor or a candidate binds himself by law or contract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.forms.parts import Parts
from extractors.forms.segment import Segment
from extractors.model.document import paragraphs

_PARTY = re.compile("党员|支部|党委|总支|党组|工委|党小组|书记|公开承诺")
"""Who promises here. 党纪, 党的领导 and 党和国家 are in everybody's pledges."""
_PUBLIC = re.compile("服务承诺|承诺服务|[便为惠利]民|向[^，。；]{0,12}(?:社会|群众|市民|居民|村民|乡亲|[用客]户|顾客|患者|病人|师生|家长|学生|旅客|职工|纳税人)[^，。；]{0,6}承诺")
"""What a house that serves the public promises to those whom it serves."""
_BOUND = re.compile(
    "(?:违反|违背|违约|违规|违法|隐瞒|虚假|失实|弄虚作假|不属实|事故|质量问题|损失)[^。\n]{0,40}(?:承担|接受|负|赔偿)[^。\n]{0,30}"
    "(?:法律|刑事|民事|经济责任|行政责任|违约责任|(?:全部|一切|所有)[^。，]{0,6}(?:责任|损失|费用)|赔偿|处[罚理分]|追究|后果|取消|退出)"
)
"""Penalty of law or contract for whoever breaks his word or has not told the truth."""


def other_purpose(segment: Segment, parts: Parts) -> bool:
    """Whether a pledge names a penalty of law or contract, and nothing in it tells of a Party organisation, of a member or of
    the public that it serves. Every one of the 1,100 labelled forms has the one or lacks the other."""
    if _tells(segment.title.text or parts.title.text):
        return False
    text = "\n".join(_printed(segment, parts))
    return _BOUND.search(text) is not None and not _tells(text)


def _tells(text: str) -> bool:
    return _PARTY.search(text) is not None or _PUBLIC.search(text) is not None


def _printed(segment: Segment, parts: Parts) -> Iterator[str]:
    """Everything that stands in the segment, the lines over it included."""
    yield from (line.text for line in segment.page)
    for field in parts.fields:
        yield f"{field.label}：{field.text}"
    yield from (p.text for p in paragraphs(tuple(parts.body)))
    yield from (sign.passage.text for sign in parts.signs)
    for opinion in parts.opinions:
        yield opinion.label
        yield from (p.text for p in paragraphs(opinion.blocks))
    yield from (line.text for line in (*parts.subtitles, *parts.unread))
