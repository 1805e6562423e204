"""Service limits (三个工作日内, 30分钟到场, 当天办结) and lengths counted from the day of writing (三个月内)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from extractors.language.deadlines.calendar import Calendar, add_months
from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import either, words
from extractors.language.deadlines.numerals import HUNDREDS, NUMBER, NUMBER_HEADS, number
from extractors.language.scanning import Scanner
from extractors.language.signs import ALL, PLAIN
from extractors.model import DeadlineKind

_WITHIN = r"(?P<within>之内|以内|内(?![部容涵在外控科])|(?<=[月年周天期])(?<!一年)里(?![程面边外的]))"
_HEAD = f"[{NUMBER_HEADS}半](?=[{NUMBER_HEADS}]{{0,2}}"
_LENGTH = Scanner.of(
    f"[{NUMBER_HEADS}半](?=[{NUMBER_HEADS}百零〇]{{0,5}}[个工自小钟分刻月星周天日年学])",
    rf"(?<![\d.第前近每〇一二三四五六七八九十百年月])(?P<n>{HUNDREDS}|{NUMBER}|半)(?P<unit>个半小时|个?(?:工作|自然)[日天]|个?小时|个?钟头|分钟|刻钟|个月|(?<=两)月|个?星期|周|天|日|年|个?学期){_WITHIN}",
    alphabet=PLAIN,
)
_SHORTENED = PLAIN.gate(rf"(?:压缩|缩短|缩减|减少|控制|限定|精简|提速)(?:到|至|为|在|成)(?P<n>{NUMBER}|半)(?P<unit>个?(?:工作|自然)[日天]|个?小时|分钟|天|日)(?:之内|以内|内)?")
_NOT_MORE = PLAIN.gate(rf"(?:不超过|不得超过|最长不超过|最多)(?P<n>{NUMBER}|半)(?P<unit>个?(?:工作|自然)[日天]|分钟|小时)(?![/每的])")
_UNITS = {"工作日": "WD", "自然日": "d", "小时": "h", "钟头": "h", "分钟": "min", "天": "d", "日": "d"}


def find(text: str, calendar: Calendar, signs: int = ALL) -> Iterator[Candidate]:
    """Limits in hours, minutes or working days; days, weeks, months and years with 内. `signs` tell which patterns the text
    may match."""
    if "日" in text or "小时" in text or "分钟" in text or "天" in text or "周" in text or "星期" in text:
        for pattern in (_SHORTENED, _acts(), _NOT_MORE):
            for m in pattern.finditer(text) if signs & pattern.sign else ():
                if not _ROUND_THE_CLOCK.match(text, m.start("n")):
                    yield _limit(m, m.start("n"), m.end())
        yield from _answered(text, signs)
    if "日" in text or "天" in text or "当" in text:
        for m in _same_day().finditer(text):
            yield Candidate(m.start(1), m.end(1), DeadlineKind.EVENT, Weight.FIRM, event=m[1])
        if "当" in text:
            yield from (_soon(m) for m in _SAME_DAY_DONE.finditer(text))
    if "法定" in text:
        yield from (_soon(m) for m in _BY_LAW.finditer(text))
    if "夜" in text:
        yield from (_soon(m) for m in _OVERNIGHT.finditer(text))
    if "即" in text or "就办" in text or "立等" in text:
        yield from (_soon(m) for m in _AT_ONCE.finditer(text))
    if "内" in text or "里" in text:
        for m in _LENGTH.finditer(text) if signs & _LENGTH.sign else ():
            yield _within(text, m, calendar)


_ANSWERED = Scanner.of(
    f"{_HEAD}个?[工自小钟分天])",
    rf"(?<![\d.第前每提近满延隔了〇一二三四五六七八九十百年月])(?P<n>{NUMBER}|半)(?P<unit>个?(?:工作|自然)[日天]|个?小时|个?钟头|分钟|天)(?=[一-龥]{{2}}|[到回答办来](?:[，。；,;]|$))(?![一前后的多以之左上中下不有没值看轮休])",
    alphabet=PLAIN,
)
_DONE_IN = Scanner.of(
    f"{_HEAD}个?[工自小钟分天周星])",
    rf"(?<![\d.第前每提近满延隔了长至续连达计于〇一二三四五六七八九十百年月])(?P<n>{NUMBER}|半)(?P<unit>个?(?:工作|自然)[日天]|个?小时|个?钟头|分钟|天|周|个?星期)(?:就|便|即|能|都)?"
    r"(?=[一-龥]{0,3}(?:完|好|妥|通|清|毕|掉|齐|到位|到场|送达|送[电水气货]|通[电水气]|出[证图]|结果|上门|见效|结|竣工|[答回]复|反馈)(?:[，。；,;]|$))",
    alphabet=PLAIN,
)
"""So long it takes (报销一周办完, 居民三天送电): a length right before the result that it leads to."""
_CALLED = re.compile("按铃|铃响|响铃|响了|呼叫|呼救|通知|求助|告急")
"""What starts the clock, beside `_ASKED`: a bell, a call, a case that the clause before names (材料齐全的，两天出证)."""


def _answered(text: str, signs: int) -> Iterator[Candidate]:
    """So long after a call, whatever the verb (接到通知五分钟出院门, 来信三天给话); any other time of the item outweighs it."""
    for m in _ANSWERED.finditer(text) if signs & _ANSWERED.sign else ():
        if _ROUND_THE_CLOCK.match(text, m.start("n")):
            continue
        clause = text[max(0, m.start() - 12) : m.start()]
        if _asked(text, m.start()) or _CALLED.search(_CLAUSE_END.split(clause)[-1]) or clause.endswith(("的,", "的，")):
            yield _limit(m, m.start(), m.end())._replace(weight=Weight.LASTING)
    for m in _DONE_IN.finditer(text) if signs & _DONE_IN.sign else ():
        yield _soon_in(m)


def _soon_in(m: re.Match[str]) -> Candidate:
    """A limit without 内, which any other time of the item outweighs."""
    if _unit(m["unit"]) in _UNITS:
        return _limit(m, m.start(), m.end("unit"))._replace(weight=Weight.LASTING)
    return Candidate(m.start(), m.end("unit"), DeadlineKind.EVENT, Weight.LASTING, event=f"{m['n']}{m['unit']}内")


# 当天付清, 当日上架, 当场登记: what follows is an act, whatever its verb. 当天的, 当天上午, 活动当天 are none.
_SAME_DAY_DONE = re.compile(r"(?<![动节会试礼日])(?P<when>当日|当天|当场|当晚)(?=[一-龥]{2})(?!的|上午|下午|晚|之|是|在|有|没|气|天|值|不|所|和|最|由)")
_OVERNIGHT = re.compile(r"(?P<when>不过夜|不隔夜|不过当天|不过当日)")
_AT_ONCE = re.compile(r"(?P<when>[即随][来到报接]即[办修处]|马上就办|立等可取|即时(?=(?:予以|给予)?(?:办[结理好妥]|答复|回[复答]|处理|解决|反馈)))")
_ROUND_THE_CLOCK = re.compile("(?:24|二十四)个?小时(?=受理|登记)")  # a line that is always open
_BY_LAW = re.compile("(?P<when>法定(?:办理|办结|答复)?(?:期限|时限|工作日|时间)(?:之内|以内|内))")


def _soon(m: re.Match[str]) -> Candidate:
    """A limit of the same day, which any other time of the item outweighs."""
    return Candidate(m.start(), m.end(), DeadlineKind.EVENT, Weight.LASTING, event=m["when"])


def _unit(printed: str) -> str:
    """A unit by its usual name (工作天 is 工作日)."""
    plain = printed.removeprefix("个")
    return plain[:-1] + "日" if plain in ("工作天", "自然天") else plain


FROM_SIGNING = re.compile("[自从]?(?:即|今|今天|今日|现在|现|本?承诺书?(?:签[字订署名]|作出|公开)?|(?:签[字订署]|作出|公开)(?:本?承诺书?)|签字)")
"""What starts a length of time with the day of signing (自承诺之日起一个月内): then the length alone says the day."""
_SINCE = re.compile(f"{FROM_SIGNING.pattern}(?:之日起|之日后|日起|起)的?$")


_FEW_DAYS = 7
"""So few days are how fast something is done each time (枯死树3日内清除), unless they are counted from the signing."""


def _begin(text: str, at: int) -> int:
    """Where a length begins, with the words that count it from the signing."""
    since = _SINCE.search(text, max(0, at - 14), at) if text[at - 1 : at] in ("起", "后", "的") else None
    return since.start() if since else at


def _within(text: str, m: re.Match[str], calendar: Calendar) -> Candidate:
    unit = _unit(m["unit"])
    if unit in ("工作日", "自然日", "小时", "钟头", "分钟", "刻钟", "半小时"):
        return _limit(m, m.start(), m.end())
    since = _begin(text, m.start())
    if unit in ("天", "日") and (_serves(text, m) or (since == m.start() and m["n"] != "半" and number(m["n"]) <= _FEW_DAYS)):
        return _limit(m, m.start(), m.end())
    if unit in ("周", "星期") and _served().match(text, m.end()):
        return Candidate(m.start(), m.end(), DeadlineKind.EVENT, Weight.FIRM, event=m[0])
    if unit != "年" and _asked(text, m.start()):
        return Candidate(m.start(), m.end(), DeadlineKind.EVENT, Weight.FIRM, event=m[0])
    end = _after(calendar.reference, m["n"], unit)
    if end is None:
        return Candidate(m.start(), m.end(), DeadlineKind.EVENT, Weight.FIRM, event=m[0])
    return Candidate(since, m.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, end, note="自承诺之日起算。")


def _limit(m: re.Match[str], start: int, end: int) -> Candidate:
    """A limit as nWD, nmin, nh or nd."""
    unit = _unit(m["unit"])
    minutes = {"刻钟": 15, "半小时": 60}.get(unit)
    if minutes:
        count, mark = number(m["n"]) * minutes + (30 if unit == "半小时" else 0), "min"
    elif m["n"] == "半":
        count, mark = (30, "min") if unit in ("小时", "钟头") else (1, _UNITS[unit])
    else:
        count, mark = number(m["n"]), _UNITS[unit]
    return Candidate(start, end, DeadlineKind.EVENT, Weight.FIRM, event=f"{count}{mark}")


def _serves(text: str, m: re.Match[str]) -> bool:
    """Whether the days count from a request: 群众来信三日内答复, 受理后7日内办结."""
    return _asked(text, m.start()) or bool(_served().match(text, m.end()))


def _asked(text: str, at: int) -> bool:
    """Whether the words before `at` say on what occasion the clock starts: in the clause itself, or a case in the sentence."""
    sentence = _SENTENCE_END.split(text[:at])[-1]
    return bool(_ASKED.search(_CLAUSE_END.split(sentence)[-1])) or bool(_CASE.search(sentence))


_SENTENCE_END, _CLAUSE_END = re.compile(r"[。；;\n]"), re.compile(r"[，,]")
_ASKED = re.compile(r"接到|接报|收到|受理|报修|投诉|申请|来访|来信|来电|电话|提交|齐全|诉求|报案|求助|发现|出院|入院|病愈|去世|生病|有困难|反映")
_CASE = re.compile(r"(?:^|[，,])(?:凡|只要|一旦|遇到?|谁家|哪家|哪户|如有|若有|倘有|每当|有人|有群众|群众有)[^。；;]*[，,]")


def _after(day: date | None, count: str, unit: str) -> date | None:
    if day is None:
        return None
    if count == "半":
        return add_months(day, 6) if unit == "年" else day + timedelta(days=15)
    n = number(count)
    if unit in ("年", "月", "学期"):
        return add_months(day, n * {"年": 12, "月": 1, "学期": 6}[unit])
    return day + timedelta(days=n * (7 if unit in ("周", "星期") else 1))


@cache
def _acts() -> Scanner:
    """Limits without 内, shown by the act behind them."""
    acts = either(words().doing)
    return Scanner.of(f"{_HEAD}个?[工自小分天])", rf"(?<![\d.前每〇一二三四五六七八九十])(?<!延时|延长|推迟|延迟|提早)(?P<n>{NUMBER}|半)(?P<unit>个?(?:工作|自然)[日天]|个?小时|分钟|天)(?:之内|以内|内|便|就|即|能)?(?={acts})", alphabet=PLAIN)


@cache
def _served() -> re.Pattern[str]:
    return re.compile(rf"(?:予以|给予|必须|及时|全部|做到|进行|一律)?{either(words().doing_service)}")


@cache
def _same_day() -> re.Pattern[str]:
    acts = either(words().doing)
    return re.compile(rf"(当日|当天|当场|当晚|次日|隔日|第二天|即日)(?:内|之内|事|就|即|能|全部|必须|予以|进行|给予)?(?:当[日天])?(?={acts})")
