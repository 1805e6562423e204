"""Shares, months, quarters and round sums in one form each; names with their Chinese numerals (三个代表).

What is counted stays as it is (三次, 3次): to the heads of the model these are not yet the same."""

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
_SIMPLE, _NUMERAL_AND_COUNTER = "二两三四五六七八九", 2
_CHINESE = dict(zip("23456789２３４５６７８９二", "两三四五六七八九" * 2 + "两", strict=True))
NAME = TYPED.gate("(?<![\\d０-９.．])[2-9２-９二](?=[个项])")
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


def names(text: str) -> Iterator[Edit]:
    """A name with a figure for its numeral (8项规定), or 二 for 两."""
    for m in NAME.finditer(text):
        start, end = m.span()
        numeral = _CHINESE[m.group()]
        if any(text.startswith(name[1:], end) for name in _names().get(numeral + text[end], ())):
            yield Edit(start, end, numeral)


def _figure(numeral: str) -> str:
    return f"{value(numeral):.0f}"


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    """The words of the lexicons that begin with a Chinese numeral (三个代表), by it and the character behind it."""
    from extractors.language.lexicon import store

    found: dict[str, list[str]] = {}
    for word in chain.from_iterable(store().words.values()):
        if word[0] in _SIMPLE and len(word) > _NUMERAL_AND_COUNTER:
            found.setdefault(word[:_NUMERAL_AND_COUNTER], []).append(word)
    return found
