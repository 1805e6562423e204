"""Whether the parts of a segment make a form, or tell of one."""

from __future__ import annotations

import re

from extractors.forms.declaring import declares
from extractors.forms.parts import UNIT, Parts
from extractors.forms.purposes import other_purpose
from extractors.forms.segment import ReadTable, Segment
from extractors.forms.speaking import LISTED, announces, numbered, promises, reported, speaks
from extractors.forms.text import has_ordinal, is_blank, squeeze
from extractors.forms.titles import is_pledge, tells_course
from extractors.forms.vocabulary import vocabulary
from extractors.model import Paragraph, Table
from extractors.model.document import paragraphs

_THINGS = re.compile(r"(?:我|支部|党委|总支)[^。；;]{0,24}(?:定了|要办|要做|办好|做好|打算办|准备办|许下)[^。；;：:]{0,6}(?:几|[两二三四五六七八九十\d]+)[件条个项](?:[实小好大]?事情?|心愿|目标|承诺)?[：:]")
"""Things to do, counted before they are told, in a letter that never says 承诺."""
_SHOWN = re.compile("(?:现将|现把)[^。]{0,40}承诺(?![^。]{0,8}(?:兑现|完成|落实|履行|践诺|情况|结果))[^。]{0,12}(?:公示|公布|公告|公开)如下|(?:确定|提出|拟定|研究|制定|讨论)了?[^。]{0,16}承诺(?:事项|内容)[^。兑践落]{0,8}[。，,]?现?[^。，]{0,12}(?:报告|汇报|上报|呈报|报送)如下")
"""What a notice shows or a report hands in: the promises themselves."""
_REPORT = re.compile("(?:兑现|完成|落实|履行|践诺|办理)的?(?:情况|结果)(?!登记)|统计|汇总|总结|小结|测评|评议|报告|花名册|名册|名单")
_SHEET_OF_JUDGES = re.compile("(?:评议|测评|评价|考核|考评|评定|评分|打分)[表票]$")
_NOTICE_BOARD = re.compile("(?:公告|通告|公示|告知书)$")
_FIRST, _TITLE = 3, 40
"""Lines that may be a title, letters of one."""
_LATER = re.compile("结果|销号|实际|是否|办结情况|成效")
"""A column that is filled in afterwards."""
_RESULTS = re.compile("(?:完成|落实|兑现|办理|进展)的?(?:情况|结果)")
_PLEDGES = re.compile("保证|做到|立下|承担|决心")
_PARTIES = re.compile("甲\\s?方|乙\\s?方|发包人|承包人")
_LETTER = 40
"""So many letters has a letter that names neither its kind nor the place of its promises."""
_ANYBODYS = frozenset((UNIT, "phone"))
"""Fields that bills and lists print as well (单位, 电话)."""
_HEADER = 10
"""The name of a ledger's column has so many letters at most."""
_OPENING = 12
"""An opening has so many paragraphs at most."""
_HEADS_PROMISES = re.compile("(?:公开|服务|社会)*承诺(?:服务)?(?:事项|项目|内容)")


def holds_form(segment: Segment, parts: Parts, seems: bool) -> bool:
    """Whether the parts make a form: a place for promises with somebody's fields, or a title with promises under it.
    `seems` tells that the file as a whole seems to be something else."""
    if other_purpose(segment, parts):
        return False
    untitled = not (segment.title or parts.title)
    if parts.promised and not (untitled and _judges(segment)) and any(f.key not in _ANYBODYS or not untitled for f in parts.fields):
        return True
    letters = _letters(parts, _LETTER)
    if not untitled or segment.again:
        title = (segment.title or parts.title).text
        if (is_pledge(title) and not _pledged(parts)) or ("销号" in title and _ticked_off(parts)):
            return False
        if tells_course(title) and not _somebodys(parts):
            return False
        enough = letters >= 10 or (letters >= 4 and any(s.firm for s in parts.signs))
        return len(parts.fields) >= 3 or parts.ledger or (enough and (not seems or numbered(parts) >= LISTED))
    if parts.ledger and sum(f.value is not None for f in parts.fields) > 1 and not _reports(segment) and _promises_open(parts):
        return True
    if parts.ledger and (parts.fields or _signed_day(parts)) and _lists_deeds(segment, parts):
        return True
    if parts.promised and not (seems or _reports(segment)) and _signed_place(parts):
        return True
    if not seems and letters < _LETTER and _on_card(parts):
        return True
    if (seems and not (_shown(parts) or (_to_public(segment) and declares(parts)))) or letters < _LETTER:
        return False
    first = "".join(p.text for p in paragraphs(tuple(parts.body[:4])))[:600]
    return (promises(first) is not None and not reported(parts) and speaks(parts, first)) or _signed_promises(parts) or _announced(parts) or _headed_promises(parts) or declares(parts)


def _on_card(parts: Parts) -> bool:
    """Whether a card names its holder and leads up to two short points (姓名：张某 / 我承诺：)."""
    named = any(f.key == "name" and f.value is not None for f in parts.fields)
    lines = paragraphs(tuple(parts.body))
    at = next((n for n, line in enumerate(lines[:_FIRST]) if announces(line.text)), None)
    return named and at is not None and len(lines) - at > LISTED


def _somebodys(parts: Parts) -> bool:
    """Whether fields name one who promises, and the promises were signed or approved: no list of what all have promised and kept."""
    return sum(f.value is not None for f in parts.fields) > 1 and (any(s.rest or s.dates for s in parts.signs) or any(o.blocks for o in parts.opinions))


_DEEDS = re.compile("办(?:好|成)?(?:的)?[^，。；：:]{0,4}实事")
"""What a list of promises is called that never says 承诺 (“我为群众办实事”项目清单)."""


def _lists_deeds(segment: Segment, parts: Parts) -> bool:
    """Whether the first lines call a ledger one of deeds for people, of which none is reported done yet."""
    lines = [squeeze(c.text) for c in segment.content[:_FIRST] if not isinstance(c, ReadTable)]
    named = any(_DEEDS.search(line) and len(line) <= _TITLE for line in (*lines, squeeze(segment.title.text)))
    return named and not _reports(segment) and not any(_has_results(b) for b in parts.body if isinstance(b, Table))


def _reports(segment: Segment) -> bool:
    """Whether the first lines are called a report of what became of promises, or a count of them."""
    return _called(segment, _REPORT)


def _judges(segment: Segment) -> bool:
    """Whether the first lines are called a sheet on which others judge promises (公开承诺评议表)."""
    return _called(segment, _SHEET_OF_JUDGES)


def _to_public(segment: Segment) -> bool:
    """Whether the first lines say that a house speaks to everybody."""
    return _called(segment, _NOTICE_BOARD)


def _called(segment: Segment, name: re.Pattern[str]) -> bool:
    """Whether one of the first lines may be a title and has that name."""
    lines = [squeeze(c.text) for c in segment.content[:_FIRST] if not isinstance(c, ReadTable)]
    return any(name.search(line) for line in lines if len(line) <= _TITLE)


def _signed_place(parts: Parts) -> bool:
    """Whether the label of promises alone stands over numbered ones or a ledger that somebody has signed with a day."""
    return _signed_day(parts) and (parts.ledger or numbered(parts) >= LISTED)


def _signed_day(parts: Parts) -> bool:
    """Whether somebody has signed with a day."""
    return any(s.rest for s in parts.signs) and any(h.day for s in parts.signs for h in s.dates)


def _shown(parts: Parts) -> bool:
    """Whether a notice shows what somebody has promised (现将……承诺事项公示如下：), or a report hands it in, numbered and signed."""
    said = "".join(p.text for p in paragraphs(tuple(parts.body[:_OPENING])) if not has_ordinal(p.text))
    return _SHOWN.search(said) is not None and (numbered(parts) >= LISTED or parts.ledger) and any(s.rest for s in parts.signs)


def _pledged(parts: Parts) -> bool:
    """Whether under a title that does not say 承诺 one side alone binds itself to a list, and signs."""
    text = "".join(p.text for p in paragraphs(tuple(parts.body)))
    return numbered(parts) >= LISTED and _PLEDGES.search(text) is not None and _PARTIES.search(text) is None and bool(parts.signs)


def _ticked_off(parts: Parts) -> bool:
    """Whether every row of a ledger tells already what became of it."""
    table = next((b for b in parts.body if isinstance(b, Table)), None)
    rows = table.rows() if table is not None else []
    later = {c.col for c in rows[0] if _LATER.search(squeeze(c.text)) or _RESULTS.search(squeeze(c.text))} if rows else set()
    return bool(later) and len(rows) > 1 and all(any(c.col in later and not is_blank(c.text) for c in row) for row in rows[1:])


def _promises_open(parts: Parts) -> bool:
    """Whether a ledger's header names the promises (承诺内容), and what became of them is not entered yet."""
    for table in (b for b in parts.body if isinstance(b, Table)):
        heads = [c for c in table.cells if c.row == 0]
        if not any("承诺" in c.text and len(squeeze(c.text)) <= _HEADER for c in heads):
            continue
        if not _has_results(table):
            return True
    return False


def _has_results(table: Table) -> bool:
    """Whether a ledger tells of any row already what became of it."""
    later = {c.col for c in table.cells if c.row == 0 and (vocabulary().other.search(squeeze(c.text)) or _LATER.search(squeeze(c.text)) or _RESULTS.search(squeeze(c.text)))}
    return any(c.row and c.col in later and not is_blank(c.text) for c in table.cells)


def _announced(parts: Parts) -> bool:
    """Whether a long opening comes to promises at last (……支部在此承诺：) and somebody has signed with a day or a place for it."""
    if not any(h.day or h.state == "blank" for s in parts.signs for h in s.dates) or not any(s.rest for s in parts.signs):
        return False
    opening: list[str] = []
    for block in parts.body[:_OPENING]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            break
        opening.append(block.text)
    if any(_THINGS.search(text) for text in opening):
        return True
    return any(map(announces, opening))


def _headed_promises(parts: Parts) -> bool:
    """Whether a table with no more than names over it says in its header that its rows are promises (承诺项目 | 服务标准)."""
    table = next((b for b in parts.body[:_FIRST] if isinstance(b, Table) or len(b.text) > _TITLE), None)
    table = table if isinstance(table, Table) else None
    rows = table.rows() if table is not None else []
    return len(rows) > LISTED and any(_HEADS_PROMISES.fullmatch(squeeze(cell.text)) for cell in rows[0])


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
    if numbered(parts) < LISTED or not any(h.day for s in parts.signs for h in s.dates):
        return False
    said = "".join(p.text for p in paragraphs(tuple(parts.body[-2:])))
    return any("承诺" in s.label for s in parts.signs) or re.search("(?:特此|以上|上述|郑重|我们?的)承诺", said) is not None
