"""Feasts and memorial days (春节前, “七一”前夕, 建党90周年前) and the named events of the notice (十八大召开前)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from extractors.language.deadlines.calendar import Calendar, festival_day
from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import FestivalDay, anniversaries, either, festivals, scanner
from extractors.language.deadlines.numerals import NUMBER, YEAR, number, year
from extractors.language.scanning import Scanner
from extractors.language.signs import ALL
from extractors.model import DeadlineKind

_BOUND = r"(?:来临|到来|放假|长假|假期)?(?:里(?![程面])|(?<=假)[内中]|(?<=假期)[内中]|之前|以前|前夕|前后|前(?![往来列提期景进茅沿])|期间|之际|当天|当日|当晚|那天|时(?!期)|止)"
# 国庆、中秋 are named in either order; 春节、中秋 of a form signed in March do not lie together once 春节 has rolled on.
_ONE_SEASON = timedelta(days=60)
_SHORTEST_LUNAR_MONTH = 29
_PAIR = ("两节", "双节")
_YEAR_STEP = {"今": 0, "本": 0, "当": 0, "明": 1, "来": 1, "次": 1}
# Bare feasts count as a time where they open a clause (重阳节看望老人) and do not name a thing (“七一”表彰活动).
_ON_A_FEAST = re.compile("(?:[都均各也要必]|坚持|主动|集中|带头|分别|组织(?:党员)?)*(?:走访|慰问|看望|探望|探视|值班|值守|坚守|在岗|到岗|加班|轮值|表彰(?!大?会|活动)|送|(?:为(?!民)|[给请陪接])[一-龥]|回访|发放|开放|照常|不打烊)")
"""What is done on a feast that is named short (七一走访慰问老党员); 七一讲话 and 五一劳动奖章 are things."""
_CLAUSE_START = "，,。；;：:、\n()在于到"
_MORE_THAN = ("少于", "低于", "多于", "高于", "大于", "小于", "等于")


def find(text: str, calendar: Calendar, signs: int = ALL) -> Iterator[Candidate]:
    """Feasts with a word of time beside them; several joined ones (元旦、春节前) are one phrase, the last day counts.
    `signs` tell which patterns the text may match."""
    if "周年" in text:
        yield from _anniversaries(text)
    if signs & (sign := _sign()).sign and sign.search(text):
        yield from _feasts(text, calendar)
    if "腊月" in text or "正月" in text or "农历" in text or "阴历" in text or "年前" in text or "月初" in text or "冬月" in text:
        yield from _old_calendar(text, calendar)


def _anniversaries(text: str) -> Iterator[Candidate]:
    for m in _anniversary().finditer(text):
        start, month, day = anniversaries()[m["what"]]
        yield _dated(m, date(start + number(m["n"]), month, day))


def _feasts(text: str, calendar: Calendar) -> Iterator[Candidate]:
    for m in _feast().finditer(text):
        if not (m["bound"] or m["stay"] or _stands_alone(text, m)):
            continue
        own = _own_year(m, calendar)
        named = _name().findall(m["names"])
        # 中秋、国庆“两节”: the pair is named, the word for pairs alone means the new year's.
        named = [n for n in named if n not in _PAIR] or named
        days = [calendar.festival(festivals()[n], own) for n in named]
        known = [d for d in days if d is not None]
        found = _dated(m, _latest(known))
        yield found._replace(ambiguous=True, note=_GONE.format(m[0])) if own is None and _is_gone(named, found, calendar) else found


_OLD_DAY = re.compile(
    rf"(?:农历|阴历)?(?P<m>正|腊|冬|(?<=[农阴]历)[二三四五六七八九十]{{1,2}}|[二三四五六七八九十]{{1,2}}(?=月初[一二三四五六七八九十]))"
    rf"月初?(?P<d>{NUMBER})(?:[一-龥]{{1,4}}(?=[之以]?前))?{_BOUND}"
)
_TWO_NEW_YEARS = "“年前”可指年底以前，也可指春节以前；按春节计。"
_OLD_YEAR = re.compile(r"(?:(?<=[，,。；;：:、\n()在于])|^)年前(?![往来列])|(?<=[资钱款费金租])年前(?=[全都要先结付发还补])")


def _old_calendar(text: str, calendar: Calendar) -> Iterator[Candidate]:
    """Days of the lunar calendar (腊月二十三前), and 年前: before its new year, or before the end of the year."""
    for m in _OLD_DAY.finditer(text):
        month = {"正": 1, "冬": 11, "腊": 12}.get(m["m"]) or number(m["m"])
        feast = FestivalDay(m[0], "lunar", month, min(number(m["d"]), _SHORTEST_LUNAR_MONTH))
        yield _dated(m, calendar.festival(feast, None) if month <= 12 and feast.day else None)
    for m in _OLD_YEAR.finditer(text):
        yield _dated(m, calendar.festival(festivals()["春节"], None))._replace(ambiguous=True, note=_TWO_NEW_YEARS)


def _latest(days: list[date]) -> date | None:
    """The last of several joined feasts. They are named in the order of the year, but neighbours in either; an earlier one that
    is past has rolled a year on and does not count."""
    if not days:
        return None
    return days[-1] if max(days) - min(days) > _ONE_SEASON else max(days)


def _dated(m: re.Match[str], day: date | None) -> Candidate:
    return Candidate(m.start(), m.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, day)


def names_one(text: str, calendar: Calendar) -> bool:
    """Whether the text has the name of an event that the notice gives a day to."""
    for name in calendar.called:  # noqa: SIM110  any() over a generator takes three times as long
        if name in text:
            return True
    return False


def find_named(text: str, calendar: Calendar) -> Iterator[Candidate]:
    """Events that the notice gives a day to; `names_one` says whether one is named."""
    days = {event.name: event.day for event in calendar.events}
    for m in _named(tuple(days)).finditer(text):
        name = next(n for n in days if n in m["what"] or m["what"] in n)
        yield _dated(m, days[name])


def _own_year(m: re.Match[str], calendar: Calendar) -> int | None:
    if m["y"]:
        return year(m["y"])
    if m["yr"] and calendar.this_year is not None:
        return calendar.this_year + _YEAR_STEP[m["yr"]]
    return None


_SOLAR_TERMS = (
    "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑",
    "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至", "小寒", "大寒",
)  # fmt: skip


_JUST = timedelta(days=100)
_GONE = "“{}”今年已过，可指下一年的，也可能是沿用旧稿；按下一年的计。"


def _is_gone(names: list[str], found: Candidate, calendar: Calendar) -> bool:
    """Whether a feast of the form's year was just over when it was written, and the next one lies beyond what the form is about."""
    year, day = calendar.this_year, found.last
    if year is None or day is None or day.year <= year or calendar.reference is None:
        return False
    covered = calendar.period is not None and day <= calendar.period[1]
    gone = (calendar.reference - festival_day(festivals()[name], year) for name in names)
    return not covered and all(timedelta() < ago < _JUST for ago in gone)


def _stands_alone(text: str, m: re.Match[str]) -> bool:
    before = text[: m.start()]
    own = ("节", "重阳", "中秋", "除夕", *(_SOLAR_TERMS if before.endswith(("到", "赶在", "等到")) else ()))
    named = ((m["names"].endswith(own) or m[0].endswith(("长假", "假期"))) and '"' not in m[0]) or _ON_A_FEAST.match(text, m.end()) is not None
    if before.endswith(_MORE_THAN):
        return False  # 每周不少于两节: lessons
    return named and (not before or before[-1] in _CLAUSE_START) and not text.startswith(("活动", "的", "晚会", '"'), m.end())


@cache
def _sign() -> Scanner:
    return scanner(festivals())


@cache
def _name() -> re.Pattern[str]:
    return re.compile(either(festivals()))


@cache
def _feast() -> re.Pattern[str]:
    name = _name().pattern
    joined = rf'"?{name}"?(?:[、和及,，]?"?{name}"?)*'
    return re.compile(
        rf"(?:(?P<y>{YEAR})年的?|(?P<yr>[今明本当来次])年的?)?(?<![二三四五六七八九十逢])(?P<names>{joined})(?:佳节|节日|(?P<stay>(?:长假|假期|黄金周)(?!的)))?节?(?P<bound>{_BOUND})?"
    )


@cache
def _anniversary() -> re.Pattern[str]:
    count = rf"(?P<n>\d{{2,3}}|{NUMBER})"
    return re.compile(rf"(?P<what>{either(anniversaries())}){count}周年(?:纪念日)?(?:到来|来临|庆典)?{_BOUND}")


@lru_cache(maxsize=8)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    """Names of events, also without a leading 党的, with 召开 or not, before 前."""
    forms = {n for name in names for n in (name, name.removeprefix("党的"))}
    return re.compile(rf"(?P<what>(?:党的)?{either(forms)})(?:召开|举行|开幕)?(?:之前|以前|前夕|前(?!期)|期间|之际)")
