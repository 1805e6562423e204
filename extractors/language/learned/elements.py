"""Project and measures by the clause head: which clauses say what is done, which say how.

Columns and labelled lines stay as they are given. The edges of a span are those of the other components where they
found one in the same clause."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.language import project
from extractors.language.concreteness import ACT
from extractors.language.learned.heads import Reading
from extractors.language.measures import adds_nothing, is_purpose, is_the_deed, only_ends
from extractors.language.sheet import Clause, Sheet
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind, Elements, Span

SHORTEST = 4
"""A clause with fewer characters is neither."""
HINTED = 0.5
"""How likely measures are where the heads see none, but work is kept at until it is due, or is done with one's own means."""
DEED = 0.03
"""The most that a clause which is the deed itself is thought to be a means."""
_NAMING = re.compile("^由|^(?:第一|直接|具体)?责任人[为是:：]?|同志|(?:具体|全面|牵头|亲自|统一|直接)?负责(?:落实|实施|办理)?$|(?:牵头|主抓|承办|落实|领办|包保|包案)$")
"""The words around a name in a clause that only says who is responsible."""
_OWN = TEXT.gate("自(?:带|备|筹|掏|购|理)(?!力)|[从由用][^，。；]{2,12}(?:列支|开支|支出|支付|垫付|承担)")
"""Whose money and things it takes (道具自带, 费用自筹, 从党费中列支), beside what is done."""
_USES = TEXT.gate("(?:用|拿|靠|凭)(?![于来])[^，。；]{2,8}?(?:给|为|帮|替|向|对|把|将)")
"""With what it is done, at the head of a clause (用手机短信给家长发): a tool may be a means."""
_FRAMED = TEXT.gate(
    "^(?:[以用][^，。；]{2,14}(?:为(?!由|名|[了此])|的(?:形式|方式|办法|方法))|分[^，。；]{1,4}[步批组路段片班](?:走|包|进|完成|实施|推|做|开|送)?"
    "|[拿挤腾匀凑掏抽]出[^，。；]{0,8}(?:[钱元万款]|资金|经费|奖金|工资|时间|人手|人员|力量)|[与同和跟][^，。；]{2,12}(?:说好|商[量定议]|协[商议]|联系好?|合作|联手|约[好定])|通过(?![^，。；]*(?:[考评]|验收|认证|级|鉴定|审)))"
)
"""How it is gone about, at the head of a clause beside the deed: 以科室为单位, 分三步走, 拿出经费, 与厂家商量好, 通过每周辅导."""
_OUTCOME = TEXT.gate("^[^，。；]{0,4}(?:使|(?<!不)让|确保|争取|力争|达到|做到)|(?:[月年学期][底末]?|节)前|期末|年底|年终")
"""What shall have come of it, or by when."""
_FIGURE = TEXT.gate("(?:率|时间|成绩|产量|收入|费用|能耗|成本|满意度|人数|比例|天数)[^，。；]{0,6}?(?:[压降缩提增升控达减保][^，。；]{0,3}?[到至在达]|达|不[低高少超])[^，。；]{0,4}[\\d一二两三四五六七八九十百千半]")
"""A figure that is to be reached; what is done beside it is done for it."""
_ASIDE = TEXT.gate("[(（]([^()（）]{6,60})[)）][。；;]?$")
_PART = re.compile("[^，,；;]+")
_ENDS = re.compile("[前底末日]")
"""The words of a day that something is done by, and not of a year that it goes on."""
_UP_TO = re.compile("[到至]|止$")
_RHYTHM = TEXT.gate("每(?:天|日|晚|早|周|星期|月|旬|季|学期|两|半|[一二三四五六日]|逢)")

Likely = tuple[float, Clause]
"""How likely a clause is the element, and which one."""


def revise(sheet: Sheet, reading: Reading) -> None:
    """Decide both elements anew from the probabilities of the clauses."""
    limits = reading.model.header.thresholds
    roles = [clause.role for clause in sheet.clauses]
    if "project" not in roles:
        sheet.project = _project(sheet, reading, limits)
    if "measures" not in roles:
        sheet.measures = _measures(sheet, reading, limits)


def _project(sheet: Sheet, reading: Reading, limits: Mapping[str, float]) -> Elements:
    """The project of a promise for which no column or label line gives it. Where the likeliest clause only leads on to another
    (依托远程教育站点，每月放两场科教片), that one is it."""
    told = [(likely, one.clause) for one, likely in zip(reading.clauses, reading.projects, strict=True) if one.clause.role == "text"]
    likeliest = max(told)[0] if told else 0.0
    asked = [one for one in told if not project.leads_on(sheet, one[1])]
    found = _chosen(sheet, asked, sheet.project, min(limits["project"], max(asked)[0])) if asked and likeliest >= limits["project"] else ()
    return Elements(found) if found else _absent(likeliest, limits["no project"])


def _measures(sheet: Sheet, reading: Reading, limits: Mapping[str, float]) -> Elements:
    """The same of its measures."""
    told = zip(reading.clauses, reading.measures, strict=True)
    asked = [(likely, one.clause) for one, likely in told if one.clause.role in ("text", "project")]
    if sheet.responsible.spans:
        asked = [one for one in asked if not _only_names(sheet, one[1])]
    asked.sort(reverse=True)
    likely = [one for one in asked if one[0] >= limits["measure"]]
    if any(not adds_nothing(sheet, clause, shown=False) for _, clause in likely) and (found := _chosen(sheet, sorted(likely, key=_order), sheet.measures, limits["measure"])):
        return Elements(found)
    if _keeps_at_it(sheet) or _reaches(sheet) or (sheet.signs & _OWN.sign and _has_own_means(asked)) or _has_tool(sheet, asked) or _is_framed(sheet, asked) or _has_aside(sheet):
        return Elements(sure=False, chance=HINTED)
    return _absent(_likeliest_means(sheet, asked), limits["no measure"])


def _likeliest_means(sheet: Sheet, asked: list[Likely]) -> float:
    """How likely the likeliest clause is a measure that can be one; `asked` begins with the likeliest."""
    deed = 0.0
    for likely, clause in asked:
        if is_purpose(clause) or only_ends(sheet, clause):
            continue
        if not is_the_deed(sheet, clause):
            return max(likely, deed)
        deed = max(deed, min(likely, DEED))
    return deed


def _order(told: Likely) -> int:
    return told[1].order


def _has_own_means(told: list[Likely]) -> bool:
    """Whether one clause of several says who brings or pays for what it takes."""
    return len(told) > 1 and any(clause.signs & _OWN.sign and _OWN.search(clause.text) for _, clause in told)


def _has_tool(sheet: Sheet, told: list[Likely]) -> bool:
    """Whether a clause begins with the tool that is used."""
    return bool(sheet.signs & _USES.sign) and any(_USES.match(clause.text) for _, clause in told)


def _is_framed(sheet: Sheet, told: list[Likely]) -> bool:
    """Whether one clause of several says how it is gone about."""
    return len(told) > 1 and bool(sheet.signs & _FRAMED.sign) and any(_FRAMED.match(clause.text) for _, clause in told)


def _has_aside(sheet: Sheet) -> bool:
    """Whether brackets at the end say more than a day and a state (… （6月底前完成，由后勤处招标）)."""
    found = _ASIDE.search(sheet.text) if sheet.signs & _ASIDE.sign else None
    due = sheet.deadline.span
    if found is None:
        return False
    at = found.start(1)
    parts = [Span(at + m.start(), at + m.end()) for m in _PART.finditer(found[1])]
    return len(parts) > 1 and any(p.end - p.start >= SHORTEST and not (due and p.start <= due.start < p.end) and not _is_amount(sheet, p) for p in parts)


def _is_amount(sheet: Sheet, part: Span) -> bool:
    """Whether a stretch is hardly more than how much there is (面积120平方米)."""
    return any(part.start <= m.span.start and m.span.end <= part.end and (part.end - part.start) - (m.span.end - m.span.start) <= SHORTEST for m in sheet.amounts)


def _only_names(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause says who is responsible and nothing else (由综合股负责): that is an element of its own, no measure."""
    if not _NAMING.search(clause.text):
        return False
    low, high = clause.span
    named = sum([max(0, min(end, high) - max(start, low)) for start, end in sheet.responsible.spans])
    return 0 < len(_NAMING.sub("", clause.text)) <= named


def _keeps_at_it(sheet: Sheet) -> bool:
    """Whether a work that is due on a day is followed by what is done for it again and again (6月底前考取证书，每周练习4小时; 每周日晚讲一小时，一直讲到7月1日)."""
    due = sheet.deadline
    if due.kind is DeadlineKind.RECURRING and sheet.signs & _RHYTHM.sign:
        return _comes_to_something(sheet)
    if due.kind is not DeadlineKind.BY_DATE or due.span is None:
        return False
    goes_on = _UP_TO.search(due.phrase) is not None
    ends = _ENDS.search(due.phrase) is not None
    return any((goes_on or c.span.start >= due.span.end or (ends and c.span.end < due.span.start)) and c.role == "text" and c.signs & _RHYTHM.sign and _RHYTHM.search(c.text) for c in sheet.clauses)


def _comes_to_something(sheet: Sheet) -> bool:
    """Whether something is done again and again, and another clause says what shall have come of it by when
    (结对2人，每两周辅导一次，期末使其全部及格)."""
    told = [c for c in sheet.clauses if c.role == "text"]
    again = [c for c in told if c.signs & _RHYTHM.sign and _RHYTHM.match(c.text)]
    return bool(again) and any(c.signs & _OUTCOME.sign and _OUTCOME.search(c.text) for c in told if c not in again)


def _reaches(sheet: Sheet) -> bool:
    """Whether a figure is to be reached and a later clause says what is done (候诊时间压到20分钟以内，加开2个诊室)."""
    if not sheet.signs & _FIGURE.sign:
        return False
    told = [c for c in sheet.clauses if c.role == "text"]
    first = next((n for n, c in enumerate(told) if c.signs & _FIGURE.sign and _FIGURE.search(c.text)), len(told))
    return any(sheet.weights[c.order] >= ACT and not adds_nothing(sheet, c) and not is_purpose(c) and not _FIGURE.search(c.text) for c in told[first + 1 :])


def _absent(best: float, no: float) -> Elements:
    """Nothing found; sure only where no clause is likelier than `no`, the likeliest one neither."""
    return Elements(sure=best < no, chance=round(best, 2))


def _chosen(sheet: Sheet, chances: list[Likely], read: Elements, yes: float) -> tuple[Span, ...]:
    """The clauses at least as likely as `yes`."""
    spans: list[Span] = []
    for likely, clause in chances:
        if likely >= yes and len(clause.text) >= SHORTEST and not _is_limit(sheet, clause) and not project.says_only_when_or_how_often(clause):
            spans += _in_clause(sheet, clause, read)
    return tuple(dict.fromkeys(spans))


def _is_limit(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause is the deadline and nothing else (2010年底前，……)."""
    due = sheet.deadline.span
    return due is not None and due.start <= clause.span.start and clause.span.end <= due.end


def _in_clause(sheet: Sheet, clause: Clause, read: Elements) -> list[Span]:
    """The spans that were read inside the clause, else the clause without its deadline."""
    low, high = clause.span
    return [s for s in read.spans if s.start < high and low < s.end] or project.besides_deadline(sheet, clause)
