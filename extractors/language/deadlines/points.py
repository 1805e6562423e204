"""A point of the calendar as printed: a day, a third of a month, a month, a quarter, a half, a year; no 前 or 起 yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractors.language.deadlines.calendar import Calendar, add_months, month_end, month_length
from extractors.language.deadlines.numerals import NOT_AFTER_NUMBER, NUMBER, YEAR, number, year
from extractors.language.scanning import Scanner

_TO = r"(?:-{1,2}|~|至|到)"
_XUN = r"上中旬|中上旬|中下旬|下旬|中旬|上旬"
_EDGE = r"底|末|初|中(?=[前完建上达之，,。]|$)"
_YEAR_EDGE = r"年?底|年?末|年?终|年?初|内|年内|年?中(?![央国小学队共华医西心])"

# All of it is about a year, month, quarter or a dotted day, which is named at once or, after a number, soon.
_UNIT = r"年月季岁./\-"
_HEADS = r"\d一二三四五六七八九十廿卅上下第前今明次来翌后本当去同该年岁全整首月\"'"
POINT = Scanner.of(
    rf"[{_HEADS}](?:(?<=[年月岁])|(?=[^{_UNIT}]{{0,2}}[{_UNIT}])|(?<=[\d一二三四五六七八九十廿卅])(?=[^{_UNIT}]{{0,10}}[{_UNIT}]))",
    rf"""(?=[{_HEADS}])(?:
    (?<![\d\[(.〇])(?P<ny>(?:19|20)\d\d)(?P<sep>[-./])(?P<nm>\d{{1,2}})(?:(?P=sep)(?P<nd>\d{{1,2}}))?(?![\d月级届]|(?P=sep)\d)日?
    |
    (?:(?:(?<!\d)(?:(?P<yfrom>{YEAR})年?{_TO})?(?P<y>{YEAR})(?:年度?的?|[-./](?={NUMBER}月))
      |['"]?(?<![\d.一二三四五六七八九十])(?P<yy>\d\d)年(?=\d{{1,2}}月|底|年底|末|年末)
      |'(?P<yy2>\d\d)年
      |(?P<yr>今|明|次|来|翌|后|本|当|同|该|去|上)年度?的?))?
     (?:
      (?P<half>上半年|下半年)
      |(?:(?P<q3>前三)个?|第?(?P<q>(?<![\d每])[1-4一二三四首]))季度(?!一次|公)(?:末|底)?
      |(?:(?<=(?:19|20)\d\d[./-])|{NOT_AFTER_NUMBER})(?:(?P<mfrom>{NUMBER})(?:(?:月份?)?[-~至到]|、)(?={NUMBER}月))?(?<![个每])(?P<m>{NUMBER})月份?
        (?:(?:(?P<dfrom>{NUMBER})[日号]?{_TO})?(?P<d>{NUMBER})(?:[日号]|(?=前|之前|以前|{_TO}\d))|(?P<xun>{_XUN})|(?P<edge>{_EDGE}))?
      |(?P<mrel>本|下|当)个?月(?:(?P<dr>{NUMBER})[日号]|(?P<xr>{_XUN})|(?P<er>底|末|内|初))
      |(?<=[年度的])(?P<yedge>{_YEAR_EDGE}))
    |(?P<ya>(?<!\d)(?:(?P<yafrom>{YEAR})年?{_TO})?(?P<yb>{YEAR}))年度?(?![级届代龄])
    |(?P<yrb>今|明|次|来|本|当)年度?
    |(?<![\d一二三四五六七八九十两半几数多今明次来每去当本后每学青少近])(?P<bare>年底|年末|年尾|年根|岁末|岁尾|年内|年度内|年终|年中|年初)
    |(?P<whole>全年|整年)
    |(?<![\d.个每一二三四五六七八九十本下当])(?P<mbare>(?:月底|月末)(?=之?前|以前|完成))
    )""",
    re.VERBOSE,
)
# What may stand for the far end of a range without repeating its month or year.
TAIL = re.compile(rf"(?P<d>{NUMBER})[日号]|(?P<xun>{_XUN})|(?P<edge>年底|年末|岁末|底)(?!线)")
_SHORT = re.compile(rf"{NOT_AFTER_NUMBER}(?P<m>1[0-2]|0?[1-9])[./](?P<d>\d{{1,2}})(?!\d)")
_YEAR_STEP = {"今": 0, "本": 0, "当": 0, "该": 0, "同": 0, "明": 1, "次": 1, "来": 1, "翌": 1, "后": 2, "去": -1, "上": -1}
_XUN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "中下旬": (11, 31), "上中旬": (1, 20), "中上旬": (1, 20)}
_EDGE_DAYS = {"底": (21, 31), "末": (21, 31), "初": (1, 10), "中": (11, 20), "内": (1, 31)}


@dataclass(slots=True)
class Point:
    """Filled in by the functions of this module and then left alone; not frozen, because copies took a third of the time.

    `first` to `last` are the days that the words cover, None where the year is not known. `month_known` keeps the
    month for a tail (3月15日至20日); `bare_year` marks a year with nothing behind it, `past` 去年 and the like."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    possible: bool = True
    own_year: bool = False
    bare_year: bool = False
    whole_year: bool = False
    past: bool = False
    is_range: bool = False
    month: int = 0
    by_day: bool = False


def point(m: re.Match[str], calendar: Calendar, carried: int | None) -> Point:
    """What a match of POINT means. `carried` is the year that an earlier date of the same item printed."""
    raw = Point(m.start(), m.end())
    if m["ny"]:
        return _month(raw, int(m["ny"]), int(m["nm"]), *_days(m["nd"]), own=True)
    if m["ya"]:
        start = year(m["yafrom"]) if m["yafrom"] else None
        return _year(raw, year(m["yb"]), start, bare=True)
    if m["yrb"] or m["whole"]:
        return _relative_year(raw, m["yrb"], calendar, carried)
    if m["bare"]:
        return _edge_year(raw, m["bare"], carried or calendar.this_year)
    if m["mbare"] or m["mrel"]:
        return _relative_month(raw, m, calendar)
    own = _own_year(m, calendar)
    if m["half"] or m["q"] or m["q3"]:
        return _span_of_year(raw, m, own or carried or calendar.this_year, own is not None)
    if m["m"]:
        return _named_month(raw, m, calendar, own, carried)
    raw.own_year, raw.past = own is not None, m["yr"] == "去"
    return _edge_year(raw, m["yedge"], own or calendar.this_year)


def short(text: str, at: int, calendar: Calendar) -> Point | None:
    """6.30 in a place where only a day can stand."""
    m = _SHORT.match(text, at)
    if m is None:
        return None
    month, day = int(m["m"]), int(m["d"])
    return _month(Point(m.start(), m.end()), calendar.year_of(month, day), month, day, day)


def tail(m: re.Match[str], head: Point) -> Point | None:
    """The far end of a range that leaves out its month or year (15日至20日, 中旬至下旬, 5月至年底)."""
    if head.first is None:
        return None
    raw = Point(m.start(), m.end())
    if m["edge"] and m["edge"] != "底":
        return _edge_year(raw, "底", head.first.year)
    first, last = (number(m["d"]),) * 2 if m["d"] else _XUN_DAYS.get(m["xun"] or "", (21, 31))
    return _month(raw, head.first.year, head.month or head.first.month, first, last)


def _days(text: str | None) -> tuple[int, int]:
    return (number(text), number(text)) if text else (1, 0)


def _month(raw: Point, year: int | None, month: int, first: int, last: int, own: bool = False) -> Point:
    """Days `first` to `last` of a month; `last` 0 stands for its end. Days after the end of 旬 are cut, others impossible."""
    raw.own_year, raw.month, raw.by_day = own, month, first == last
    if not 1 <= month <= 12 or not 0 <= last <= 31 or not 1 <= first <= 31:
        raw.possible = False
        return raw
    length = month_length(year or 2000, month)
    if first == last and last > length:
        raw.possible = False
    elif year is not None:
        raw.first, raw.last = date(year, month, min(first, length)), date(year, month, min(last or 31, length))
    return raw


def _year(raw: Point, year: int, start: int | None = None, bare: bool = False) -> Point:
    raw.first, raw.last = date(start or year, 1, 1), date(year, 12, 31)
    raw.own_year, raw.bare_year, raw.whole_year, raw.is_range = True, bare, True, start is not None
    return raw


def _relative_year(raw: Point, word: str | None, calendar: Calendar, carried: int | None) -> Point:
    base = calendar.this_year if word else carried or calendar.this_year
    if base is None:
        raw.whole_year, raw.bare_year = True, word is not None
        return raw
    _year(raw, base + _YEAR_STEP[word or "今"], bare=word is not None)
    raw.own_year = word in ("明", "次", "来")
    return raw


def _edge_year(raw: Point, edge: str, year: int | None) -> Point:
    if year is None:
        return raw
    month = 1 if "初" in edge else 6 if "中" in edge else 12
    raw.first, raw.last = date(year, month, 1), month_end(year, month)
    return raw


def _own_year(m: re.Match[str], calendar: Calendar) -> int | None:
    if m["y"]:
        return year(m["y"])
    two = m["yy"] or m["yy2"]
    if two:
        return 2000 + int(two)
    if m["yr"] and calendar.this_year is not None:
        return calendar.this_year + _YEAR_STEP[m["yr"]]
    return None


def _span_of_year(raw: Point, m: re.Match[str], year: int | None, own: bool) -> Point:
    if year is None:
        return raw
    if m["half"]:
        first, last = (1, 6) if m["half"] == "上半年" else (7, 12)
    elif m["q3"]:
        first, last = 1, 9
    else:
        quarter = 1 if m["q"] == "首" else number(m["q"])
        first, last = quarter * 3 - 2, quarter * 3
    raw.first, raw.last = date(year, first, 1), month_end(year, last)
    raw.own_year, raw.past = own, m["yr"] in ("去", "上")
    return raw


def _named_month(raw: Point, m: re.Match[str], calendar: Calendar, own: int | None, carried: int | None) -> Point:
    month = number(m["m"])
    if m["xun"]:
        days = _XUN_DAYS[m["xun"]]
    elif m["edge"]:
        days = _EDGE_DAYS[m["edge"]]
    else:
        days = _days(m["d"])
    if len(m["m"]) == 2 and not month:
        return _two_months(raw, m["m"], calendar, own, carried)
    year = own or carried or calendar.year_of(month, days[1] or 31)
    found = _month(raw, year, month, *days, own=own is not None)
    found.past = m["yr"] in ("去", "上")
    if m["mfrom"] and not _ranges(m, month):
        found.start = m.start("m")
    elif found.first is not None and year is not None and (m["mfrom"] or m["dfrom"]):
        start = _month(Point(m.start(), m.end()), year, number(m["mfrom"] or m["m"]), *_days(m["dfrom"]))
        found.first, found.is_range, found.possible = start.first, True, start.possible and found.possible
    return found


def _ranges(m: re.Match[str], month: int) -> bool:
    """Whether the number before a month is one too: not the ordinal of 二、6月底前."""
    if m.string[m.end("mfrom")] != "、":
        return True
    alike = m["mfrom"].isdigit() == m["m"].isdigit()
    return alike and number(m["mfrom"]) == month - 1


def _two_months(raw: Point, digits: str, calendar: Calendar, own: int | None, carried: int | None) -> Point:
    """五六月份: from the one to the other."""
    first, last = number(digits[0]), number(digits[1])
    year = own or carried or calendar.year_of(last, 31)
    start = _month(Point(raw.start, raw.end), year, first, 1, 0)
    found = _month(raw, year, last, 1, 0)
    found.first, found.is_range = start.first, True
    return found


def _relative_month(raw: Point, m: re.Match[str], calendar: Calendar) -> Point:
    reference = calendar.reference
    if reference is None:
        return raw
    base = add_months(reference.replace(day=1), 1 if m["mrel"] == "下" else 0)
    days = (21, 31)
    if m["mrel"]:
        days = _XUN_DAYS[m["xr"]] if m["xr"] else _EDGE_DAYS[m["er"]] if m["er"] else _days(m["dr"])
    return _month(raw, base.year, base.month, *days)

