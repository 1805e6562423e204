"""Frequencies: 每月25日前, 每周二、周四晚, 一季度一次, 按月, 隔周, 月月, 逢年过节."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import rjieba

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import either, festivals
from extractors.language.deadlines.numerals import NUMBER
from extractors.language.scanning import Scanner
from extractors.language.signs import ALL, PLAIN
from extractors.model import DeadlineKind, Period

_NUMBERS = {"1": 1, "一": 1, "2": 2, "两": 2, "二": 2, "双": 2}
_BASIC = {
    "半年": Period.SEMIANNUAL, "半个学期": Period.TERMLY, "学期": Period.TERMLY, "学年": Period.YEARLY,
    "季度": Period.QUARTERLY, "季": Period.QUARTERLY, "双月": None, "半月": Period.BIWEEKLY, "半个月": Period.BIWEEKLY,
    "月": Period.MONTHLY, "旬": Period.BIWEEKLY, "双周": Period.BIWEEKLY, "单周": Period.BIWEEKLY, "周": Period.WEEKLY,
    "星期": Period.WEEKLY, "礼拜": Period.WEEKLY, "工作日": Period.DAILY, "天": Period.DAILY, "日": Period.DAILY,
    "晚": Period.DAILY, "早": Period.DAILY, "年": Period.YEARLY, "年度": Period.YEARLY, "班": None,
}  # fmt: skip
_DOUBLED = {
    "年": Period.SEMIANNUAL, "学期": Period.TERMLY, "周": Period.BIWEEKLY, "星期": Period.BIWEEKLY, "礼拜": Period.BIWEEKLY,
}  # fmt: skip
_UNIT = r"半年|半个学期|学期|学年|季度|季(?!节)|双月|半个?月|月(?![薪球])|旬|双周|单周|周(?!岁)|星期|礼拜|工作日|天|日|晚|早(?=上|晨)|年度|年(?![级龄代])"
_WEEKDAY = r"[一二三四五六日天末1-6](?![次个名场期])"
_DETAIL = (
    rf"(?:(?<=周|期|拜){_WEEKDAY}(?:[、和及至-](?:周|星期)?{_WEEKDAY})*(?:上午|下午|晚上?|早上)?"
    rf"|的?(?:第[一二三四1-4]?个?(?:周|星期|月|工作日)(?:的?(?:星期|周)?{_WEEKDAY})?|最后一[周天个]+(?:星期[一二三四五])?)(?:上午|下午)?"
    rf"|的?{NUMBER}月(?:份|底|末|初)?(?:[、和]{NUMBER}月份?)*(?:{NUMBER}[日号])?|的?{NUMBER}[日号]|[上中下]旬|开学(?:[前后时])?|放假|[前后]?{NUMBER}(?:周|天|个月)(?:之|以)?内|年?底|年?末|年?初|中|期末|期初)*"
    r"(?:之前|以前|前(?![往来列提期景进茅沿])|期间|内)?"
)
_EVERY = re.compile(rf"每(?:逢|隔)?(?:(?P<n>[一两二三四五六\d])?个?)?(?P<unit>{_UNIT}){_DETAIL}")
_ONE_PER = Scanner.of(
    "[一两二1-3半十](?=个?[学季月周星礼天日年])",
    r"(?<![\d第前上下〇一二三四五六七八九十年])(?:(?P<n>[一两二1-3半]|十(?=天))个?)(?P<unit>学期|学年|季度?|月|周|星期|礼拜|天|日|年)(?:[^，,。；;：:、\n\d一二三四五六七八九十两]{0,6}?)(?P<count>[一二两三四五六七八九十几\d]{1,3})(?:次|遍|回|趟|天(?!内|之内|以内)|篇|节|件|本|项|场|访|报|查|评|小结|总结|公开|公布|公示|主题|课|会|谈|结|清(?!楚))",
    alphabet=PLAIN,
)
_BY = PLAIN.gate(r"[按逐分](?:每)?(?P<unit>季度|季|月|周|旬|学期|日|天|半年|年度)(?!时|期|度)")
_DOUBLE = PLAIN.gate("月月|天天|日日|周周|年年|季季")
_REPEAT = re.compile(r"(?P<unit>月月|天天|日日|周周|(?<![\d今明本去每])年年(?![底末初终中内度])|季季)(?!红|向上)")
_WEEK = Scanner.of("[周星](?=[期一二三四五六日天])", r"(?<![每本上下一两二三四五六七八九十\d个])(?:周|星期)[一二三四五六日天](?![次个名场期])(?:[、和及至-](?:周|星期)?[一二三四五六日天])*(?:上午|下午|晚上?|全天)?")
_HOLIDAYS = re.compile(r"[逢过]年过节|每逢佳节|每逢节日|每逢重大节日|每逢节假日|逢节")
_OTHER_WEEK = re.compile(r"隔周|隔星期|每隔一周")
_EVERY_WEEKEND = re.compile(r"每(?:逢|个)?(?:周末|双休日)|逢周末")


_WORKDAYS = re.compile(r"(?:周|星期)一(?:至|到|-)(?:周|星期)?[五六日天]")
_MEAN = re.compile(r"(?<![一-龥])(?P<unit>[日周月])均(?![衡匀有线可等])")
_HOURS = re.compile(rf"(?:每隔?|(?<=[，,。；;：:\n])|^)(?:{NUMBER}|半)?个?(?:小时|钟头|分钟)(?=[^，,。；;\n]{{0,8}}(?:[一1]次|[一1]遍|巡|查|检|测|翻身|消毒))")
_WHENEVER = re.compile(r"每逢[^，,。；;：:\n]{2,10}?(?=[，,])")
"""Again and again, without a period that the calendar knows (每逢上下学, 每逢大雾天)."""
_MONTHS = re.compile(rf"每逢{NUMBER}月份?(?:[、和]{NUMBER}月份?)+")
_EACH = (
    (re.compile(r"(?:[春夏秋冬][、和]?){2}两?季(?:各|都)|上[、和]?(?:半年)?[、和]?下半年各"), Period.SEMIANNUAL),
    (re.compile(r"(?:春夏秋冬|一年)?四季各"), Period.QUARTERLY),
    (re.compile(r"早[、和]?(?:中[、和]?)?晚各[^，,。；;]{0,8}?[一1][次遍趟]"), Period.DAILY),
    (re.compile(r"(?:每月|每逢|逢)?(?:农历)?初一[、和]?(?:农历)?十五"), Period.BIWEEKLY),
)
_WEEKEND = re.compile(r"(?:(?<=[。；;\n])|^)(?:周末|双休日)(?!不|无|照|仍|也|都|休|课|学校|党校|班|营|大讲|加|文化|工程)")
_OTHER_DAY = re.compile(r"(?:每隔一|隔一?)天")
_MARKET = re.compile(r"(?:农历|阴历)?每?(?:逢(?:[一二三四五六七八九十\d][、和]?){1,3}(?:逢[一二三四五六七八九十\d])?(?![月季周年户人个])(?:的?(?:赶[集场圩街]|集|场|圩)?(?:日子?|天)?)?|逢[集场圩](?![体中合会所])|(?:逢)?(?:赶[集场圩街]|[集圩场])(?:日(?!期)|天))")
_EACH_ONE = re.compile(
    r"(?<![\d第前上下〇一二三四五六七八九十年每])(?P<n>[一两二三四五六七八九半])(?:个?(?:学期|学年|季度?|周|星期|天|日|夜|年|班)|(?:(?<=一)|个)月)一(?![个度起直样边定般些天日夜周月季年班到至概旦大小中律切])[一-龥]"
)
"""一季一晒, 三天一巡: so often one act, whatever its verb."""
_EACH_TIME = re.compile("(?:(?<=[，,。；;：:、\n])|^)(?P<unit>夜夜|晚晚|顿顿|餐餐|班班)|每到(?P<end>月底|月末|季末|年底|年末)|[单双](?P<other>周)[一二三四五六日天]|单月底|双月底")
_OPEN_WEEKENDS = re.compile("(?<=[一-龥])(?<!无)(?:周末|双休日)(?:也|都|照常|全天|照样)?(?:开放|开门|营业|值班|接诊|坐诊|办公|接待|开课|上课)")
_EVERY_MONTHS = re.compile(r"(?<![\d前第近后满每])(?P<n>[二两三四六236])个月(?!之?[内后前]|以[内上下]|后|多|来)[^，,。；;：:\n\d]{0,8}?[一1]次")
_MONTHS_APART = {"3": Period.QUARTERLY, "三": Period.QUARTERLY, "6": Period.SEMIANNUAL, "六": Period.SEMIANNUAL}


_ALONE = Scanner.of(
    "(?:学期|[年月周季日])[一-龥]{2}",
    rf"(?:(?<=[，,。；;：:、\n])|^)(?P<unit>学期|季度|[年月周季日])(?P<act>[一-龥]{{2}}[^，,。；;：:\n]{{0,12}}?){NUMBER}(?:余|多|以上)?(?:[次场期节篇遍回趟户名人件份]|课时|学时|小时)",
    alphabet=PLAIN,
)
"""月走访2户, 年培训4次: a period and an act, where the period is a word of its own (年轻, 月底, 周某 are none)."""


def _alone(text: str) -> Iterator[Candidate]:
    for m in _ALONE.finditer(text):
        words = rjieba.cut(m["unit"] + m["act"], True)
        if words[0] == m["unit"] and len(words[1]) > 1:
            yield Candidate(m.start("unit"), m.end("unit"), DeadlineKind.RECURRING, Weight.REPEATED, period=_BASIC[m["unit"]])


def find(text: str, signs: int = ALL) -> Iterator[Candidate]:
    """Every frequency with a known period; longer ones first, so that 每两周 is not 每周. `signs` tell which patterns the
    text may match."""
    if "节" in text and ("逢" in text or "过年" in text):
        yield from (_repeated(m, Period.YEARLY) for m in _HOLIDAYS.finditer(text))
    if "每" in text or "逢" in text:
        for pattern, period in ((_EVERY_WEEKEND, Period.WEEKLY), (_feasts(), Period.YEARLY)):
            yield from (_repeated(m, period) for m in pattern.finditer(text))
        if "每逢" in text:
            yield from (_repeated(m, _by_count(m[0].count("月"))) for m in _MONTHS.finditer(text))
        for m in _EVERY.finditer(text):
            period_of = _period(m["n"], m["unit"])
            if period_of is not None or m["n"] or m["unit"] == "双月":
                yield _repeated(m, period_of)
    if ("小时" in text or "钟" in text) and ("次" in text or "每" in text):
        yield from (_repeated(m, Period.DAILY) for m in _HOURS.finditer(text))
    if signs & _UNCOMMON.sign and _UNCOMMON.search(text):
        yield from _uncommon(text)
    yield from _without_every(text, signs)
    if "每逢" in text:
        yield from (_repeated(m, None) for m in _WHENEVER.finditer(text))


_UNCOMMON = PLAIN.gate("[逢赶圩各初末休隔均]")
_SIGN_EACH = PLAIN.gate("[学季周星天日夜年月期度班]一|夜夜|晚晚|顿顿|餐餐|班班|到[月季年][底末]|[单双][周月]|周末|双休")
"""A letter of each frequency below: one look instead of ten."""


def _uncommon(text: str) -> Iterator[Candidate]:
    """Market days, weekends, 春秋两季各, 隔周, 日均."""
    if "逢" in text or "赶" in text or "圩" in text:
        yield from (_repeated(m, Period.WEEKLY) for m in _MARKET.finditer(text))
    if "各" in text or "初一" in text:
        yield from (_repeated(m, period) for pattern, period in _EACH for m in pattern.finditer(text))
    if "周末" in text or "双休" in text:
        yield from (_repeated(m, Period.WEEKLY) for m in _WEEKEND.finditer(text))
    if "隔" in text:
        yield from (_repeated(m, Period.DAILY) for m in _OTHER_DAY.finditer(text))
        yield from (_repeated(m, Period.BIWEEKLY) for m in _OTHER_WEEK.finditer(text))
    if "均" in text:
        yield from (_repeated(m, _BASIC[m["unit"]]) for m in _MEAN.finditer(text))


def _each_time(text: str) -> Iterator[Candidate]:
    """一季一晒, 夜夜, 每到月底, 双周三, and weekends of a thing that is open then."""
    for m in _EACH_ONE.finditer(text):
        unit = m[0][1:-2].removeprefix("个")
        yield _repeated(m, Period.DAILY if unit in ("夜", "班") else _period(m["n"], unit))
    for m in _EACH_TIME.finditer(text):
        ends = {"月": Period.MONTHLY, "季": Period.QUARTERLY, "年": Period.YEARLY}
        yield _repeated(m, ends[m["end"][0]] if m["end"] else Period.BIWEEKLY if m["other"] else Period.DAILY if m["unit"] else None)
    yield from (_repeated(m, Period.WEEKLY) for m in _OPEN_WEEKENDS.finditer(text))


def _without_every(text: str, signs: int) -> Iterator[Candidate]:
    for m in _ONE_PER.finditer(text) if signs & _ONE_PER.sign else ():
        yield _repeated(m, Period.SEMIANNUAL if m["n"] == "半" and m["unit"] == "年" else _period(m["n"], m["unit"]))
    for m in _BY.finditer(text) if signs & _BY.sign else ():
        yield _repeated(m, _period(None, m["unit"]))
    if signs & _DOUBLE.sign and _DOUBLE.search(text):
        yield from (_repeated(m, _period(None, m["unit"][:1])) for m in _REPEAT.finditer(text))
    if "个月" in text:
        yield from (_repeated(m, _MONTHS_APART.get(m["n"])) for m in _EVERY_MONTHS.finditer(text))
    if "周" in text or "星期" in text:
        if "一至" in text or "一到" in text or "一-" in text:
            yield from (_repeated(m, Period.DAILY) for m in _WORKDAYS.finditer(text))
        yield from (_repeated(m, Period.WEEKLY) for m in _WEEK.finditer(text))
    if signs & _ALONE.sign:
        yield from _alone(text)
    if signs & _SIGN_EACH.sign and _SIGN_EACH.search(text):
        yield from _each_time(text)


def _period(count: str | None, unit: str) -> Period | None:
    """The period of 每 `count` `unit`; None where the normal forms have no word for it (每三年)."""
    if count == "十":
        return Period.BIWEEKLY  # 旬
    if count == "半":
        return {"年": Period.SEMIANNUAL, "月": Period.BIWEEKLY}.get(unit)
    times = 1 if count is None else _NUMBERS.get(count, 3)
    if times == 1:
        return _BASIC[unit]
    if (times, unit) == (3, "月"):
        return Period.QUARTERLY if count in ("三", "3") else None
    return _DOUBLED.get(unit) if times == 2 and unit != "年" else None


def _by_count(months: int) -> Period:
    """So many months of the year."""
    return {2: Period.SEMIANNUAL, 4: Period.QUARTERLY}.get(months, Period.YEARLY)


def _repeated(m: re.Match[str], period: Period | None) -> Candidate:
    """`event` keeps the words of a frequency that has no period of its own (每两个月)."""
    event = None if period else m[0]
    return Candidate(m.start(), m.end(), DeadlineKind.RECURRING, Weight.REPEATED, period=period, event=event)


@cache
def _feasts() -> re.Pattern[str]:
    names = either(festivals())
    return re.compile(rf'每(?:年的?|逢)(?:到)?"?{names}"?(?:[、和]?"?{names}"?)*(?:来临|到来)?节?(?:之前|前夕|前|期间|当天)?')
