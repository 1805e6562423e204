"""The grammar of an amount, and what a match of it says: number, unit, bound or change, the frequency before it."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.language import numerals
from extractors.language.lexicon import store
from extractors.language.scanning import Scanner
from extractors.model import Quantity

_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NUMERAL = rf"(?:{_ARABIC}[十百千]?[万亿]?|数[十百千万]+|[零一二两三四五六七八九十百千]+[万亿]?(?:[零一二两三四五六七八九十百千]+)?|半|双)"
_LEAST = "不少于|不低于|不得少于|不得低于|不能少于|不能低于|不可少于|不可低于|不下于|不小于|至少|最少|超过|突破|大于|高于|多于|≥|＞|>|达到或超过"
_MOST = "不超过|不高于|不多于|不大于|不得超过|不得高于|不得多于|不能超过|不能高于|不能多于|不可超过|不会超过|控制在|控制到|最多|至多|低于|少于|小于|≤|＜|<|压缩到|压缩至|压缩为|缩短到|缩短至|缩短为|缩减到|不到|降至|降到|降低到|降低至|下降到|下降至|减少到|减少至|减至|减为"
_REACH = "达到|达|增至|增加到|增加至|提高到|提高至|提升到|提升至|扩大到|扩大至|扩展到|上升到|上升至|延长到|延长至|保持在|稳定在|完成|为|各|均|共|(?<![签预续履解契合条公违邀])约|近|逾|超"
_MORE = "上升|增长|提高|提升|增加|递增|增收|上涨|增产|增幅|新增|增"
_LESS = "下降|减少|降低|压缩|缩短|缩减|节约|减"
_LEADS = f"{_LEAST}|{_MOST}|{_REACH}|{_MORE}|{_LESS}"
_LEAD = re.compile(f"(?:{_LEADS}){{1,3}}$")
_LEAD_ENDS = frozenset(word[-1] for word in _LEADS.split("|"))
_BOUND = re.compile(f"(?P<least>{_LEAST})|{_MOST}")
"""Read from the left, so that 不超过 and 不低于 are not taken for the 超过 and 低于 in them."""
_RISES, _FALLS = re.compile(f"(?:{_MORE})$"), re.compile(f"(?:{_LESS})$")
_TAIL = "(?P<tail>以上|及以上|以下|及以下|以内|之内|内|左右)?"


@lru_cache(maxsize=1)
def grammar() -> Scanner:
    """What finds shares (`parts`, `hundredths`) and numerals (`number`, `upto`, `more`) with their `unit` and what stands behind it
    (`tail`); built once, for the lexicons give the units."""
    words = store().words
    units = sorted({*words["unit.plain"], *words["unit.money"]}, key=len, reverse=True)
    unit = "|".join(re.escape(u) for u in units)
    starts = "".join(sorted({u[0] for u in units}))  # most numerals stand before none of them
    share = r"(?P<parts>[百千万二三四五六七八九十])分之(?P<hundredths>\d+(?:\.\d+)?|[零一二三四五六七八九十百点]+)"
    return Scanner.of(
        "[\\d零一二两三四五六七八九十百千万数半双]",
        f"(?:{share}|(?P<number>{_NUMERAL})(?:[-－—–~～至到](?P<upto>{_NUMERAL}))?(?P<more>余|多|来|几)?"
        f"(?:(?P<unit>(?=[%‰成倍折番{re.escape(starts)}])(?:%|‰|个百分点|百分点|成(?!立|为|员|果|效|绩|功|本|长|熟|人|套|品|交)|倍|折|番|{unit}))|(?P<bare>(?=[A-Za-z]|以上|以下|以内|$|[，。；、,;\\s]))))(?:的)?{_TAIL}"
    )


_PER = re.compile("(?:每[人名户个位]|人均|户均|各)[^，。；\\d]{0,6}$")
_FREQUENT = re.compile("(?:每|一)(?:个)?(?:年|学年|学期|季度|季|月|周|星期|旬|天|日|半年|半月|节课|堂课|次)[^，。；\n]{0,14}?$")
_TIMES = frozenset(("次", "遍", "趟", "回", "场", "轮", "期"))
_FAR_LEAST = re.compile("(?:至少|最少|不少于)(?=[一-鿿]{1,4}$)")


def far_least(text: str, start: int) -> str:
    """至少 before the verb of an amount (至少安排一天, 至少撰写12篇)."""
    found = _FAR_LEAST.search(text, max(0, start - 7), start) if "少" in text[max(0, start - 7) : start] else None
    return found.group() if found else ""


def lead_of(text: str, end: int) -> re.Match[str] | None:
    """The words before an amount that say whether it is a least, a most or a change."""
    return _LEAD.search(text, max(0, end - 12), end) if text[end - 1 : end] in _LEAD_ENDS else None


def is_baseline(text: str, at: int, end: int) -> bool:
    """Whether an amount is the one from which another rises or falls (由80%提高到90%)."""
    head, rest = text[max(0, at - 8) : at], text[end : end + 10]
    if "由" not in head and "从" not in head:
        return False
    return bool(re.search("(?:由|从)[^，]{0,7}$", head) and re.match("[^，]{0,4}(?:提高|提升|增加|增|扩大|扩|压缩|缩短|缩|降|减|上升|延长|变|调整|改)", rest))


def quantity(match: re.Match[str], lead: str, baseline: float | None) -> Quantity:
    """The value of a match of the grammar behind the words `lead`; `baseline` is what it rises or falls from."""
    tail = match.group("tail") or ""
    if match.group("hundredths"):
        number, unit = _share(match.group("parts"), match.group("hundredths"))
    else:
        number, unit = numerals.value(match.group("number")), match.group("unit") or ""
    if match.group("upto"):
        return Quantity(numerals.value(match.group("upto")), unit, "~", number)
    return Quantity(number, unit, _relation(lead, tail, unit, match.group("more") if match.group("number") else None), baseline)


_PARTS = {"百": "%", "千": "‰", "万": "‱"}


def _share(parts: str, told: str) -> tuple[float | None, str]:
    """百分之九十八点五, 千分之三, 三分之一: a share with its unit; one of a few parts in hundredths."""
    whole, _, decimals = told.partition("点")
    number = numerals.value(whole)
    if number is not None and decimals:
        number += float("0." + "".join(str(int(numerals.value(d) or 0)) for d in decimals))
    if parts in _PARTS or number is None:
        return number, _PARTS.get(parts, "")
    return round(100 * number / (numerals.value(parts) or 1), 2), "%"


def _relation(lead: str, tail: str, unit: str, more: str | None) -> str:
    bound = _BOUND.search(lead) if lead else None
    if tail in ("以上", "及以上") or more or (bound and bound["least"]):
        return "≥"
    if tail in ("以下", "及以下", "以内", "之内", "内") or bound:
        return "≤"
    if not lead:
        return "="
    if unit in ("%", "‰", "个百分点", "百分点", "成", "倍", "番") or "增" in lead:
        if _RISES.search(lead) and not lead.endswith(("到", "至")):
            return "+"
        if _FALLS.search(lead):
            return "-"
    return "="


def per_start(text: str, match: re.Match[str], start: int) -> int:
    """Takes the frequency before the amount into the span (每季度公开一次)."""
    if match.group("unit") in _TIMES:
        frequent = _FREQUENT.search(text[:start])
        if frequent:
            return frequent.start()
    head = text[:start]
    per = _PER.search(head) if "每" in head or "均" in head or "各" in head else None
    return per.start() if per else start
