"""Who speaks in a text that no title calls a form: whoever promises, or somebody who reports what others promised or asks it of them."""

from __future__ import annotations

import re

from extractors.forms.parts import Parts
from extractors.forms.text import has_ordinal
from extractors.houses import PROMISES, SELF
from extractors.model import Paragraph
from extractors.model.document import paragraphs

_PROMISE = re.compile(r"[^，,。；;：:!！?？\n]{0,40}?(?:郑重|公开|庄严|在此|特此|特|现|本人|我|支部|党委|总支|党员)[^。]{0,24}承诺|承诺如下|作(?:出|如下).{0,8}承诺")
_CALLS = re.compile("要求|倡议|号召|动员|组织[^，,]{0,8}(?:党员|支部)|(?:^|请|希?望|让|由|凡)[各每][^，,]{0,6}(?:党员|支部|单位)")
"""Calls upon others, which whoever promises himself may only quote (按照上级党委的要求，我支部公开承诺)."""
_MUST = re.compile("必须|应[当该]|(?:党员|支部|干部|同志|单位|部门)们?[都均也]?[要应须]|不得")
_OWN = re.compile(f"我|本人|本(?:{PROMISES})|现|在此|特此|作为|身为")
"""Words of who promises himself."""
_COLON = re.compile(r"承诺[^。；;：:]{0,10}[：:]")
_NAMED = re.compile("的(?:郑重|公开|庄严|铮铮)承诺$|(?:完成|兑现|履行|践行|落实|恪守)[^，,。；;]{0,6}承诺$")
"""A promise that is only spoken of (践行对群众的庄严承诺)."""
_TOLD = re.compile("了[^，,。；;：:]{0,12}承诺$")
"""A promise that was given (每名党员作出了公开承诺)."""
_HELD = re.compile("(?:开展|进行|推行|实行|组织|部署|启动)[^，,。；;：:]{0,10}承诺$")
"""Promises as a thing that is done all over (我校党支部将开展公开承诺活动)."""
_GIVES = re.compile("[作做]出|如[下是]|以下|下列|立下|许下|特此|郑重承诺")
_NEWS = re.compile(r"[本网报社台]讯[：:（(]?|[^通]讯\s*[（(]|该[市县区镇乡村院校局矿厂]|该公司|截至|记者|通讯员|据(?:了解|悉|介绍|统计)|(?<![\d一二三四五六七八九十])日前|近[日来期](?!来)|连日来|纷纷表示|[^我们人]表示[，,：:要一]|签(?:订|署|下)(?:了|《|“|[^，。；]{1,12}承诺书)")
"""Words of who reports what others have promised."""
_CLAUSES = re.compile("[；;]|[一二三四五六七八九十][是要]|[①-⑳]|\\d[、.．]")
_QUOTED = re.compile("“[^“”]*”|\"[^\"]*\"")
_BINDS = re.compile(r"\s*(?:以上|上述)(?:公开)?承诺")
_SPEAKS = re.compile(rf"[我咱](?![市县省国])|本(?:人|{SELF})|特(?:此|向|作|就|签|郑重)|(?<![实体展出])现(?:[向就将作做郑公在]|对)|在此|兹|为此")
"""Words of who speaks for himself."""
LISTED = 2
"""So many numbered promises at least has a form that no title tells, or that seems to be something else."""
_SHORT = 60
_PRINTED = 4
"""Letters of a line, and lines, of a list that a report prints in full."""
_LAST = 3


def announces(text: str) -> bool:
    """Whether a text comes to its promises (……支部在此承诺：)."""
    return (said := promises(text)) is not None and _COLON.search(text, said.end() - 2) is not None


def promises(text: str) -> re.Match[str] | None:
    """The first words with which somebody promises; what is asked of others (我们倡议每名党员公开承诺) is no promise."""
    return next((said for said in _PROMISE.finditer(text) if not (_asked(said.group()) or _spoken_of(said.group()))), None)


def _spoken_of(clause: str) -> bool:
    """Whether a clause only speaks of a promise and gives none."""
    return _TOLD.search(clause) is not None or ((_NAMED.search(clause) is not None or _HELD.search(clause) is not None) and _GIVES.search(clause) is None)


def speaks(parts: Parts, first: str) -> bool:
    """Whether somebody gives the promise himself: he says so where he promises, a list comes behind it, or he has signed."""
    if parts.ledger or any(s.rest or s.label for s in parts.signs) or any(_BINDS.match(b.text) for b in parts.body[-_LAST:] if isinstance(b, Paragraph)):
        return True
    plain = _QUOTED.sub("", first)
    if any(_SPEAKS.search(s) is not None and promises(s) is not None for s in re.split("[。；;！!]", plain)):
        return True
    listed = numbered(parts) >= LISTED or any(len(_CLAUSES.findall(p.text)) >= LISTED for p in paragraphs(tuple(parts.body)))
    return _prints_list(parts) or (listed and any(_GIVES.search(said.group()) or _COLON.search(first, said.end() - 2) for said in _PROMISE.finditer(first)))


def reported(parts: Parts) -> bool:
    """Whether somebody reports what others promised: words of the trade, and outside of quotations nobody who speaks for
    himself; nobody has signed."""
    text = "".join(p.text for p in paragraphs(tuple(parts.body)))
    if parts.ledger or any(s.person or s.label for s in parts.signs) or _NEWS.search(text) is None or _prints_list(parts):
        return False
    return _SPEAKS.search(_QUOTED.sub("", text)) is None


def _asked(clause: str) -> bool:
    """Whether the promise of a clause is asked of others: they are called upon and nobody speaks of himself behind it, or
    they must do it and nobody speaks of himself at all."""
    called = _CALLS.search(clause)
    must = _MUST.search(clause)
    return (called is not None and _OWN.search(clause, called.end()) is None) or (must is not None and _OWN.search(clause) is None)


def numbered(parts: Parts) -> int:
    """How many lines of the body open with a number."""
    return sum(has_ordinal(p.text) for p in paragraphs(tuple(parts.body)))


def _prints_list(parts: Parts) -> bool:
    """Whether a report goes on to print the promises in full, a short numbered line each."""
    lines = [p.text for p in paragraphs(tuple(parts.body)) if has_ordinal(p.text)]
    return len(lines) >= _PRINTED and all(len(line) <= _SHORT for line in lines)
