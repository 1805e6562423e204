"""Whether the parts of a segment make a form, or tell of one."""

from __future__ import annotations

import re

from extractors.forms.parts import Parts
from extractors.forms.segments import ReadTable, Segment
from extractors.forms.text import has_ordinal, is_blank, squeeze
from extractors.forms.vocabulary import vocabulary
from extractors.model import Paragraph, Table
from extractors.model.document import paragraphs

_THINGS = re.compile(r"(?:我|支部|党委|总支)[^。；;]{0,24}(?:定了|要办|要做|办好|做好|打算办|准备办|许下)[^。；;：:]{0,6}(?:几|[两二三四五六七八九十\d]+)[件条个项](?:[实小好大]?事情?|心愿|目标|承诺)?[：:]")
"""Things to do, counted before they are told, in a letter that never says 承诺."""
_SHOWN = re.compile("(?:现将|现把)[^。]{0,40}承诺(?![^。]{0,8}(?:兑现|完成|落实|履行|践诺|情况|结果))[^。]{0,12}(?:公示|公布|公告|公开)如下")
_REPORT = re.compile("(?:兑现|完成|落实|履行|践诺|办理)的?(?:情况|结果)(?!登记)|统计|汇总|总结|小结|测评|评议|报告|花名册|名册|名单")
_FIRST, _TITLE = 3, 40
"""Lines that may be a title, letters of one."""
_LATER = re.compile("结果|销号|实际|是否|办结情况|成效")
"""A column that is filled in afterwards."""
_HEADER = 10
"""The name of a ledger's column has so many letters at most."""
_PROMISE = re.compile(r"[^，,。；;：:!！?？\n]{0,40}?(?:郑重|公开|庄严|在此|特此|特|现|本人|我|支部|党委|总支|党员)[^。]{0,24}承诺|承诺如下|作(?:出|如下).{0,8}承诺")
_CALLS = re.compile("要求|倡议|号召|动员|组织[^，,]{0,8}(?:党员|支部)|(?:^|请|希?望|让|由|凡)[各每][^，,]{0,6}(?:党员|支部|单位)")
"""Calls upon others, which whoever promises himself may only quote (按照上级党委的要求，我支部公开承诺)."""
_MUST = re.compile("必须|应[当该]|(?:党员|支部|干部|同志|单位|部门)们?[都均也]?[要应须]|不得")
_OWN = re.compile("我|本人|本(?:支部|总支|党委|单位|院|所|局|村|社区|站|中心|公司)|现|在此|特此|作为|身为")
"""Words of who promises himself."""
_COLON = re.compile(r"承诺[^。；;：:]{0,10}[：:]")
_NAMED = re.compile("的(?:郑重|公开|庄严|铮铮)承诺$|(?:完成|兑现|履行|践行|落实|恪守)[^，,。；;]{0,6}承诺$")
"""A promise that is only spoken of (践行对群众的庄严承诺)."""
_TOLD = re.compile("了[^，,。；;：:]{0,12}承诺$")
"""A promise that was given (每名党员作出了公开承诺)."""
_GIVES = re.compile("[作做]出|如[下是]|以下|下列|立下|许下|特此|郑重承诺")
_NEWS = re.compile(r"[本网报社台]讯[：:（(]?|[^通]讯\s*[（(]|该[市县区镇乡村院校局矿厂]|该公司|截至|记者|通讯员|据(?:了解|悉|介绍|统计)|(?<![\d一二三四五六七八九十])日前|近[日来期](?!来)|连日来|纷纷表示|[^我们人]表示[，,：:要一]|签(?:订|署|下)(?:了|《|“|[^，。；]{1,12}承诺书)")
"""Words of who reports what others have promised."""
_CLAUSES = re.compile("[；;]|[一二三四五六七八九十][是要]|[①-⑳]|\\d[、.．]")
_QUOTED = re.compile("“[^“”]*”|\"[^\"]*\"")
_BINDS = re.compile("(?:以上|上述)(?:公开)?承诺")
_SPEAKS = re.compile(r"[我咱](?![市县省国])|本(?:人|支部|总支|党委|单位|院|所|局|村|社区|站|中心|公司|校|馆|厂|店|企业)|特(?:此|向|作|就|签|郑重)|(?<![实体展出])现(?:[向就将作做郑公在]|对)|在此|兹|为此")
"""Words of who speaks for himself."""
_OPENING = 12
"""An opening has so many paragraphs at most."""
_HEADS_PROMISES = re.compile("(?:公开|服务|社会)*承诺(?:服务)?(?:事项|项目|内容)")
_NUMBERED = 2
"""So many numbered promises at least has a form that no title tells, or that seems to be something else."""


def holds_form(segment: Segment, parts: Parts, seems: bool) -> bool:
    """Whether the parts make a form: a place for promises with somebody's fields, or a title with promises under it.
    `seems` tells that the file as a whole seems to be something else."""
    if parts.promised and len(parts.fields) >= 1:
        return True
    letters = _letters(parts, 40)
    if segment.title or parts.title or segment.again:
        enough = letters >= 10 or (letters >= 4 and any(s.firm for s in parts.signs))
        return len(parts.fields) >= 3 or parts.ledger or (enough and (not seems or _numbered(parts) >= _NUMBERED))
    if parts.ledger and sum(f.value is not None for f in parts.fields) > 1 and not _reports(segment) and _promises_open(parts):
        return True
    if parts.promised and not (seems or _reports(segment)) and _signed_place(parts):
        return True
    if (seems and not _shown(parts)) or letters < 40:
        return False
    first = "".join(p.text for p in paragraphs(tuple(parts.body[:4])))[:600]
    return (_promises(first) is not None and not _news(parts) and _speaks(parts, first)) or _signed_promises(parts) or _announced(parts) or _headed_promises(parts)


def _reports(segment: Segment) -> bool:
    """Whether the first lines are called a report of what became of promises, or a count of them."""
    lines = [squeeze(c.text) for c in segment.content[:_FIRST] if not isinstance(c, ReadTable)]
    return any(_REPORT.search(line) for line in lines if len(line) <= _TITLE)


def _signed_place(parts: Parts) -> bool:
    """Whether the label of promises alone stands over numbered ones or a ledger that somebody has signed with a day."""
    signed = any(s.rest for s in parts.signs) and any(h.day for s in parts.signs for h in s.dates)
    return signed and (parts.ledger or _numbered(parts) >= _NUMBERED)


def _shown(parts: Parts) -> bool:
    """Whether a notice shows what somebody has promised (现将……承诺事项公示如下：), numbered and signed."""
    said = "".join(p.text for p in paragraphs(tuple(parts.body[:4])) if not has_ordinal(p.text))
    numbered = sum(has_ordinal(p.text) for p in paragraphs(tuple(parts.body)))
    return _SHOWN.search(said) is not None and (numbered >= _NUMBERED or parts.ledger) and any(s.rest for s in parts.signs)


def _promises_open(parts: Parts) -> bool:
    """Whether a ledger's header names the promises (承诺内容), and what became of them is not entered yet."""
    for table in (b for b in parts.body if isinstance(b, Table)):
        heads = [c for c in table.cells if c.row == 0]
        if not any("承诺" in c.text and len(squeeze(c.text)) <= _HEADER for c in heads):
            continue
        later = {c.col for c in heads if vocabulary().other.search(squeeze(c.text)) or _LATER.search(squeeze(c.text))}
        if not any(c.row and c.col in later and not is_blank(c.text) for c in table.cells):
            return True
    return False


def _announced(parts: Parts) -> bool:
    """Whether a long opening comes to promises at last (……支部在此承诺：) and somebody has signed with a day."""
    if not any(h.day for s in parts.signs for h in s.dates) or not any(s.rest for s in parts.signs):
        return False
    opening: list[str] = []
    for block in parts.body[:_OPENING]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            break
        opening.append(block.text)
    if any(_THINGS.search(text) for text in opening):
        return True
    return any((said := _promises(text)) is not None and _COLON.search(text, said.end() - 2) is not None for text in opening)


def _promises(text: str) -> re.Match[str] | None:
    """The first words with which somebody promises; what is asked of others (我们倡议每名党员公开承诺) is no promise."""
    return next((said for said in _PROMISE.finditer(text) if not (_asked(said.group()) or _spoken_of(said.group()))), None)


def _spoken_of(clause: str) -> bool:
    """Whether a clause only speaks of a promise and gives none."""
    return _TOLD.search(clause) is not None or (_NAMED.search(clause) is not None and _GIVES.search(clause) is None)


def _speaks(parts: Parts, first: str) -> bool:
    """Whether somebody gives the promise himself: he says so where he promises, a list comes behind it, or he has signed."""
    if parts.ledger or any(s.rest or s.label for s in parts.signs) or any(_BINDS.match(b.text) for b in parts.body[-_FIRST:] if isinstance(b, Paragraph)):
        return True
    plain = _QUOTED.sub("", first)
    if any(_SPEAKS.search(s) is not None and _promises(s) is not None for s in re.split("[。；;！!]", plain)):
        return True
    listed = _numbered(parts) >= _NUMBERED or any(len(_CLAUSES.findall(p.text)) >= _NUMBERED for p in paragraphs(tuple(parts.body)))
    return listed and any(_GIVES.search(said.group()) or _COLON.search(first, said.end() - 2) for said in _PROMISE.finditer(first))


def _news(parts: Parts) -> bool:
    """Whether somebody reports what others promised: words of the trade, and outside of quotations nobody who speaks for
    himself; nobody has signed."""
    text = "".join(p.text for p in paragraphs(tuple(parts.body)))
    if any(s.person or s.label for s in parts.signs) or _NEWS.search(text) is None:
        return False
    return _SPEAKS.search(_QUOTED.sub("", text)) is None


def _asked(clause: str) -> bool:
    """Whether the promise of a clause is asked of others: they are called upon and nobody speaks of himself behind it, or
    they must do it and nobody speaks of himself at all."""
    called = _CALLS.search(clause)
    must = _MUST.search(clause)
    return (called is not None and _OWN.search(clause, called.end()) is None) or (must is not None and _OWN.search(clause) is None)


def _headed_promises(parts: Parts) -> bool:
    """Whether a table with no more than names over it says in its header that its rows are promises (承诺项目 | 服务标准)."""
    table = next((b for b in parts.body[:_FIRST] if isinstance(b, Table) or len(b.text) > _TITLE), None)
    table = table if isinstance(table, Table) else None
    rows = table.rows() if table is not None else []
    return len(rows) > _NUMBERED and any(_HEADS_PROMISES.fullmatch(squeeze(cell.text)) for cell in rows[0])


def _numbered(parts: Parts) -> int:
    """How many lines of the body open with a number."""
    return sum(has_ordinal(p.text) for p in paragraphs(tuple(parts.body)))


def _letters(parts: Parts, enough: int) -> int:
    """How many letters the body has; counted no further than `enough`."""
    letters = 0
    for paragraph in paragraphs(tuple(parts.body)):
        letters += len(squeeze(paragraph.text))
        if letters >= enough:
            break
    return letters


def _signed_promises(parts: Parts) -> bool:
    """Whether somebody has signed as 承诺人, or under a closing 特此承诺, what stands numbered above."""
    if _numbered(parts) < _NUMBERED or not any(h.day for s in parts.signs for h in s.dates):
        return False
    said = "".join(p.text for p in paragraphs(tuple(parts.body[-2:])))
    return any("承诺" in s.label for s in parts.signs) or re.search("(?:特此|以上|上述|郑重|我们?的)承诺", said) is not None
