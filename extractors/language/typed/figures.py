"""Numbers, shares, months and quarters in one form each: Arabic for what is counted, Chinese in names (三个代表)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from extractors.language.numerals import value
from extractors.language.signs import TYPED
from extractors.language.typed.offsets import Edit

SHARE = TYPED.gate("百分之(?:百|[零〇一二三四五六七八九十]+(?:点[零〇一二三四五六七八九]+)?)")
ROUND = TYPED.gate("[0０]{4}(?<=[\\d０-９][0０]{4})(?<![.．][\\d０-９][0０]{4})(?=[元人亩])")
QUARTER = TYPED.gate("(?<![\\d０-９年前后])(?:第[一二三四1-4１-４]|[1-4１-４])(?=季度)")
BEFORE = TYPED.gate("(?<=[底末月日])[之以](?=前)")
MONTH = TYPED.gate("(?<![零〇一二三四五六七八九十第两每正])(?:十[一二]?|[一二三四五六七八九])(?=月(?![零〇一二三四五六七八九十初]))")
COUNT = TYPED.gate(
    "(?<![零〇一二三四五六七八九十百千万亿两第每周期礼单双数几\\d])[二两三四五六七八九十][零一二三四五六七八九十百]*"
    "(?=[次名户件场篇项条人盏台册份栋幢辆套间座所家遍堂节亩吨棵株趟张本]|个(?![好有带代坚更必严不百结注讲率全务意自维到明大统一人])|公里|平方米|小时|分钟)"
)
"""Of two and more: one is an article too (当一名好党员). 五个好 and its like are names."""
_SIMPLE, _NUMERAL_AND_COUNTER = "二两三四五六七八九", 2
_CHINESE = dict(zip("23456789２３４５６７８９二", "两三四五六七八九" * 2 + "两", strict=True))
NAME = TYPED.gate("(?<![\\d０-９.．])[2-9２-９二](?=[个项])")
_OF_RULES, _NEAR = "项条个", 7
"""Counters of rules and the like, and how near behind it their word stands."""
_ONES = "零一二三四五六七八九"
_FIGURES = dict(zip("1234１２３４", "一二三四一二三四", strict=True))


def shares(text: str) -> Iterator[Edit]:
    """百分之九十五 as 95%."""
    for m in SHARE.finditer(text):
        whole, _, part = m.group().removeprefix("百分之").partition("点")
        yield Edit(*m.span(), f"{_figure(whole)}{'.' if part else ''}{''.join(map(_figure, part))}%")


def round_sums(text: str) -> Iterator[Edit]:
    """20000元 as 2万元."""
    return (Edit(*m.span(), "万") for m in ROUND.finditer(text))


def quarters(text: str) -> Iterator[Edit]:
    """第一季度 and 1季度 as 一季度."""
    for m in QUARTER.finditer(text):
        number = m.group().removeprefix("第")
        yield Edit(*m.span(), _FIGURES.get(number, number))


def befores(text: str) -> Iterator[Edit]:
    """月底之前 and 月底以前 as 月底前."""
    return (Edit(*m.span()) for m in BEFORE.finditer(text))


def months(text: str) -> Iterator[Edit]:
    """六月 as 6月."""
    return (Edit(*m.span(), _figure(m.group())) for m in MONTH.finditer(text))


def counts(text: str) -> Iterator[Edit]:
    """三次 as 3次, where that is no name."""
    for m in COUNT.finditer(text):
        start, end = m.span()
        figure = _figure(m.group())
        if _written(int(figure)) == m.group().replace("两", "二") and not _is_name(text, start, end):
            yield Edit(start, end, figure)


def names(text: str) -> Iterator[Edit]:
    """A name with a figure for its numeral (8项规定), or 二 for 两."""
    for m in NAME.finditer(text):
        start, end = m.span()
        numeral = _CHINESE[m.group()]
        if any(text.startswith(name[1:], end) for name in _names().get(numeral + text[end], ())):
            yield Edit(start, end, numeral)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a numeral stands in a name (三个代表, 十八项核心制度, 五条禁令)."""
    if any(text.startswith(name, start) for name in _names().get(text[start : end + 1], ())):
        return True
    behind = text[end + 1 : end + _NEAR]
    return text[end] in _OF_RULES and any(word in behind for word in _rules())


def _figure(numeral: str) -> str:
    return f"{value(numeral):.0f}"


def _written(number: int) -> str:
    """The Chinese numeral of a number from 1 to 999; two figures side by side (三四次) are none, nor is 二百五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    ten = _ONES[tens] + "十" if tens else "零" if hundreds and ones else ""
    return (_ONES[hundreds] + "百" if hundreds else "") + (ten[-1] if number < 20 and tens else ten) + (_ONES[ones] if ones else "")


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    """The words of the lexicons that begin with a Chinese numeral (三个代表), by it and the character behind it."""
    from extractors.language.lexicon import store

    found: dict[str, list[str]] = {}
    for word in chain.from_iterable(store().words.values()):
        if word[0] in _SIMPLE and len(word) > _NUMERAL_AND_COUNTER:
            found.setdefault(word[:_NUMERAL_AND_COUNTER], []).append(word)
    return found


@lru_cache(maxsize=1)
def _rules() -> frozenset[str]:
    """What rules and the like are called, by themselves and in the names that the lexicons know."""
    from extractors.language.lexicon import store

    named = [word[_NUMERAL_AND_COUNTER:] for words in _names().values() for word in words if word[1] in _OF_RULES]
    return frozenset([*store().words["noun.rule"], *(word for word in named if len(word) > 1)])
