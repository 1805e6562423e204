"""Dates and periods of the calendar, with what stands before and behind them: 前, 底前, 起, 至, 期间, 以来."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractors.language.deadlines.calendar import Calendar, add_months
from extractors.language.deadlines.candidate import Candidate, Weight, nothing
from extractors.language.deadlines.lexicon import words
from extractors.language.deadlines.points import POINT, TAIL, Point, point, short, tail
from extractors.model import DeadlineKind, DeadlineReason

_JOIN = re.compile(r"(?:份|起|开始|日起)?[,，]?(?:-{1,2}|~|至|到)(?!位|达|场|期|岗|账)")
_BEFORE = re.compile(
    r"(?:\d{1,2}[::点时]\d{0,2}分?)?(?:(?<=[日号])[一-龥]{1,3}[^\W面眼目当门楼窗桌床台房屋店胸跟身馆厅堂园舍栋提此往](?=[之以]?前))?(?:之前|以前|前夕|前后|前(?![往来列提期景进茅沿三后])|为止|止|之内|以内|内(?![部容涵在外控蒙])|期间|间|里|左右|份)"
)
_SINCE = re.compile(r"(?:份|日|度|的)?(?:以来|来(?=[，,、])|至今)")
_START = re.compile(r"(?:份|日|正式)?(?:起|开始|之后|以后|后(?![勤续备期]))")
_EFFECT = re.compile(r"[，,]?(?:(?:面向|对|向|在)[^，,。；;\n]{1,12}?)?(?:正式|全面|开始|试)?(?:执行|施行|实行|实施|推行|启用|生效|运行|开通|开放|试行|运营|投入使用)")
_LEAD = re.compile(
    r"(?:(?:即日|现在|从即日|自即日|今日|签订之日|承诺之日|签字之日|签名之日|公布之日)起?,?(?:至|到|-)|最迟不超过|不迟于|截止到|截至到|截止|截至|至迟|到|从|自)$"
)
_LONGEST_LEAD = 10
_OPEN_LEAD = ("即", "现", "从即", "自即", "签", "承", "公", "今")
_SHORT_FOLLOW = re.compile(r"日?(?:之前|以前|前(?![往来列])|止)")
_SHORT_AT = re.compile(r"(?<![\d.:年月])\d{1,2}[./]\d{1,2}(?![\d%倍万亿米公元个平])")


def find(text: str, calendar: Calendar) -> Iterator[Candidate]:
    """Every date, month, quarter, half or year and every range of them."""
    carried: int | None = None
    at = 0
    before: Point | None = None
    while (m := POINT.search(text, at)) is not None:
        head = point(m, calendar, carried)
        head = before = _listed_after(text, before, head)
        if head.own_year and not head.past and head.last:
            carried = head.last.year if not head.bare_year else carried
        found = _range(text, head, calendar) or _one(text, head, calendar)
        at = max(found.end, m.end())
        yield found
    yield from _short_days(text, calendar)


def _listed_after(text: str, before: Point | None, head: Point) -> Point:
    """A month of a list that counts on into the next year (12月、3月、5月各一期): it lies after the one before it."""
    if before is None or before.last is None or head.last is None or head.own_year or not (before.month and head.month):
        return head
    if head.last > before.last or text[before.end : head.start] not in ("、", "和", "及", "，", ","):
        return head
    return replace(head, first=_a_year_on(head.first), last=_a_year_on(head.last))


def _a_year_on(day: date | None) -> date | None:
    return day and add_months(day, 12)


def _range(text: str, head: Point, calendar: Calendar) -> Candidate | None:
    """`head` and a second point joined by 至, 到 or a dash; None where nothing is joined."""
    join = _JOIN.match(text, head.end)
    if join is None or head.past:
        return None
    m = POINT.pattern.match(text, join.end())
    end = point(m, calendar, head.first.year if head.own_year and head.first else None) if m else None
    if end is None and (t := TAIL.match(text, join.end())):
        end = tail(t, head)
    if end is None:
        return None
    if not (head.possible and end.possible):
        return _impossible(text, head.start, end.end)
    return _span(text, head, _after(head, end, m))


def _after(head: Point, end: Point, m: re.Match[str] | None) -> Point:
    """The far end moved into the next year where it would lie before the near end, or says 次年."""
    if head.last is None or end.last is None or end.first is None:
        return end
    if m is not None and m["yr"] in ("次", "翌"):
        step = head.last.year + 1 - end.last.year
    else:
        step = 0 if end.last >= head.last or m is None or m["y"] else 1
    if not step:
        return end
    day = 28 if (end.last.month, end.last.day) in ((2, 28), (2, 29)) else end.last.day
    return replace(end, last=end.last.replace(year=end.last.year + step, day=day))


def _span(text: str, head: Point, end: Point) -> Candidate:
    return Candidate(
        head.start, _behind(text, end.end), DeadlineKind.RANGE, Weight.FIRM, head.first, end.last
    )


def _one(text: str, head: Point, calendar: Calendar) -> Candidate:
    """A single point with its surroundings."""
    if _SINCE.match(text, head.end) or head.past:
        return nothing(head.start, head.end)
    if not head.possible:
        return _impossible(text, head.start, head.end)
    lead = _LEAD.search(text, max(0, head.start - _LONGEST_LEAD), head.start)
    if (start := _START.match(text, head.end)) is not None:
        return _from(text, head, start)
    if head.bare_year and (_is_over(head, calendar) or not _adverbial(text, head, calendar)):
        return nothing(head.start, head.end)
    stop = _behind(text, head.end)
    weight = Weight.WHOLE_YEAR if _names_whole_year(text, head, stop) else Weight.FIRM
    kind = DeadlineKind.RANGE if head.is_range else DeadlineKind.BY_DATE
    begin = lead.start() if lead and (lead[0].startswith(_OPEN_LEAD) or lead[0] == "到") else head.start
    ambiguous, note = _doubt(text, head, stop)
    first = head.first if head.is_range else None
    return Candidate(begin, stop, kind, weight, first, head.last, ambiguous=ambiguous, note=note)


def _from(text: str, head: Point, start: re.Match[str]) -> Candidate:
    """A day from which something holds: the limit for setting it up where a rule takes effect, else only a start."""
    if not head.whole_year and "后" not in start[0] and _EFFECT.match(text, start.end()):
        return Candidate(head.start, start.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, head.first)
    return nothing(head.start, start.end())


def _names_whole_year(text: str, head: Point, stop: int) -> bool:
    """全年, 今年, 2012年, 年内: the frame of a year, which a frequency inside it outweighs."""
    words_read = text[head.start : stop]
    return words_read.endswith("年内") or (head.whole_year and (stop == head.end or words_read.endswith("内")))


def _is_over(head: Point, calendar: Calendar) -> bool:
    """A bare year before the form's own looks back (2008年建成的锅炉房)."""
    return bool(head.last and calendar.this_year and head.last.year < calendar.this_year)


_MADE = re.compile("(?:出版|颁布)(?![的之]|于|社)[^，,。；;\n]{2,}")


def _done_this_year(text: str, head: Point, calendar: Calendar) -> bool:
    """2011年出版著作30种 in a promise of 2011; a book is told by the year that it came out in (2009年出版的教材)."""
    known = head.last is not None and calendar.this_year is not None and head.last.year >= calendar.this_year
    return known and _starts(text, head) and _MADE.match(text, head.end) is not None


def _adverbial(text: str, head: Point, calendar: Calendar) -> bool:
    """Whether a bare year says when (2012年发展党员3名) and does not name a thing (制定2012年工作计划)."""
    if _BEFORE.match(text, head.end):
        return True
    rest = text[head.end : head.end + 6]
    if (rest.startswith(("的", "是", "为", *words().naming)) and not _done_this_year(text, head, calendar)) or (text[head.end - 1] == "度" and not _starts(text, head)):
        return False
    if text[head.start] in "今明次来当":
        return True
    return _starts(text, head)


def _starts(text: str, head: Point) -> bool:
    before = text[: head.start]
    return not before or before[-1] in "，,。；;:、\n()在于到至我部委争取将并且及年" or before.endswith(("支部", "本人", "力争", "计划", "确保"))


def _behind(text: str, at: int) -> int:
    m = _BEFORE.match(text, at)
    return m.end() if m else at


_LAST_DAYS = re.compile("[底末旬终][之以]?前$")


def _doubt(text: str, head: Point, stop: int) -> tuple[bool, str]:
    """X月前 may end before X or with it; we read the later day (GUIDELINE: X月(底)前 → last day)."""
    words_read = text[head.start : stop]
    if head.by_day or not words_read.endswith("前") or _LAST_DAYS.search(words_read):
        return False, ""
    return True, f"“{words_read}”可指此前一日，也可指该期最后一日；按最后一日计。"


def _impossible(text: str, start: int, end: int) -> Candidate:
    stop = _behind(text, end)
    return Candidate(start, stop, DeadlineKind.INVALID, Weight.FIRM, reason=DeadlineReason.IMPOSSIBLE, note="日历上没有这一天。")


def _short_days(text: str, calendar: Calendar) -> Iterator[Candidate]:
    """6.30前 and 6.1-6.30: a dot between two numbers is a day only with 前, 止 or as a range."""
    if "." not in text and "/" not in text:
        return
    for m in _SHORT_AT.finditer(text):
        follow = _SHORT_FOLLOW.match(text, m.end())
        found = short(text, m.start(), calendar) if follow else None
        if found is None or follow is None:
            continue
        if not found.possible:
            yield _impossible(text, found.start, follow.end())
        else:
            yield Candidate(found.start, follow.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, found.last)

