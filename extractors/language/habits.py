"""What differs between two clerks who type the same promise: blanks, signs typed twice, forms of a number, the words around it that
promise nothing. The components see one spelling of them all; `Offsets` lead their findings back to the print.

A blank means nothing in Chinese but between two Latin words or two numbers, before a label or an ordinal in the midst of a line,
between the names of people, and where it is a gap. Line ends stay: mostly they separate cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import or_

from extractors.language.offsets import Edit, Offsets
from extractors.language.signs import ALL, Alphabet, Gate, signs

_AS_TYPED = Alphabet()
"""Of texts as they are printed."""

_HAN = "\u3400-\u9fff"
_BLANKS = _AS_TYPED.gate("[ \\t\\r\\x0b\\x0c\\x1c-\\x1f\\x85\\xa0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+")
"""All blanks but line ends, and signs without width."""
_WORD = re.compile(r"[^\W_]|\.")
_WIDEST = 2
"""A wider gap between Chinese characters, in half-width blanks, is no slip: something was to be filled in, or two things set apart."""
_LABEL_BEHIND = re.compile(f"[{_HAN}][{_HAN}\\s]{{1,8}}[:：]")
_LABEL_INSIDE = re.compile(f"(?:^|[\n。；;，,、（(：:])[{_HAN}]{{1,2}}$")
_ORDINAL_BEHIND = re.compile(r"\d{1,2}[.．、)）](?!\d)|[一二三四五六七八九十]{1,2}[、.．]")
_PEOPLE = re.compile("[人导位门]\\s*[:：为][^。；;\n]*$|(?:由|责任|负责|牵头|联系|承办|落实)[^。；;，,\n]*$")

_TWICE = _AS_TYPED.gate("([，。；：、！？,;:!?])\\1+|[-—－–―─~～]{2,}(?=[\\d０-９])")
"""A sign or dash typed more often than it counts."""
_COMMA = _AS_TYPED.gate("(?<![\\d０-９])[,:]|[,:](?![\\d０-９])")
_PERCENT = _AS_TYPED.gate("百分之(?:百|[零〇一二三四五六七八九十]+(?:点[零〇一二三四五六七八九]+)?)")
_ROUND = _AS_TYPED.gate("[0０]{4}(?<=[\\d０-９][0０]{4})(?<![.．][\\d０-９][0０]{4})(?=[元人亩])")
_QUARTER = _AS_TYPED.gate("(?<![\\d０-９年前后])(?:第[一二三四1-4１-４]|[1-4１-４])(?=季度)")
_BEFORE = _AS_TYPED.gate("(?<=[底末月日])[之以](?=前)")
_FIGURES = dict(zip("1234１２３４", "一二三四一二三四", strict=True))

_WHO = "(?:我们?|本人|(?:我们?|本)(?:党)?(?:总支|支部|党委|党组|党小组)(?:全体(?:党员|同志))?|作为[^，。；：:\n]{2,12}[，,]我)"
_PLEDGE = _AS_TYPED.gate(
    f"\\s*{_WHO}(?:在此|现|特|自愿)?(?:郑重|庄严|公开)*(?:地?向[^，。；：:\n]{{2,12}})?(?:作出|做出)?(?:承诺|保证)(?:[:：，,]|(?![书制的事内人期了栏卡墙之兑践完]))"
)
_COUNTING = _AS_TYPED.gate("\\s*(?:一是|首先[，,]?|第一[，,])(?!(?:要|应|是)?[^，。]{0,3}$)")
_GOES_ON = re.compile("二是|其次|第二[，,]|再次")
_AS_ASKED = _AS_TYPED.gate("\\s*(?:[按根遵][照据]?)(?:上级|组织|有关|相关|文件|党委)?的?(?:要求|规定|部署|安排)[，,、:：]")
_WATCH = _AS_TYPED.gate("(?:^|[，,。；;！!\\s]+)(?:敬请|恳请|诚请|请|欢迎)[^，。；;、\n]{0,12}(?:监督|批评指正)(?:我|我们|执行)?[。！!；;]*\\s*$")
_LEAST = 3
"""So many characters are left of a promise at least, where the words around it go."""


def retyped(texts: Sequence[str], whole: str, stretches: Sequence[int]) -> list[Offsets | None]:
    """Each text as the components see it, None where that is as it was typed; `whole` is a document that holds them at these
    `stretches`, of which the starts and ends are given in turns."""
    bits = _AS_TYPED.read(whole)
    asked = _ANY_HABIT if (bits[1:] & bits[:-1] & _TWICE.sign).any() else _ANY_HABIT & ~_TWICE.sign
    return [_plainly(text, told) if (told := ours & asked) else None for text, ours in zip(texts, signs(bits, stretches), strict=True)]


def plainly(text: str) -> str:
    """One text as the components see it."""
    offsets = _plainly(text, ALL)
    return text if offsets is None else offsets.text


def _plainly(text: str, told: int) -> Offsets | None:
    """`told` are the signs of the text."""
    edits = [edit for gate, find in _HABITS if told & gate.sign for edit in find(text)]
    return Offsets(text, sorted(edits)) if edits else None


def _blanks(text: str) -> Iterator[Edit]:
    for blank in _BLANKS.finditer(text):
        start, end = blank.span()
        if _means_nothing(text, start, end):
            yield Edit(start, end)


def _means_nothing(text: str, start: int, end: int) -> bool:
    """Whether a blank could as well be missing."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if not (_WORD.match(left) and _WORD.match(right)):
        return True
    if left.isascii() and right.isascii():
        return left.isdigit() and right.isalpha()
    if _ORDINAL_BEHIND.match(text, end):
        return False
    if left.isdigit() or right.isdigit() or left.isascii() or right.isascii():
        return True
    if _LABEL_INSIDE.search(text, max(0, start - 3), start) and _LABEL_BEHIND.match(text, start - 1):
        return True
    wide = sum([2 if sign == "\u3000" else 1 for sign in text[start:end]])
    return wide <= _WIDEST and not _LABEL_BEHIND.match(text, end) and not _PEOPLE.search(text, 0, start)


def _twice(text: str) -> Iterator[Edit]:
    return (Edit(m.start() + 1, m.end()) for m in _TWICE.finditer(text))


def _replaced(gate: Gate, by: Callable[[str], str]) -> Callable[[str], Iterator[Edit]]:
    return lambda text: (Edit(*m.span(), by(m.group())) for m in gate.finditer(text))


def _share(printed: str) -> str:
    """百分之九十五 as 95%."""
    whole, _, part = printed.removeprefix("百分之").partition("点")
    return f"{_figure(whole)}{'.' if part else ''}{''.join(map(_figure, part))}%"


def _figure(numeral: str) -> str:
    from extractors.language.numerals import value

    return f"{value(numeral):.0f}"


def _before_all(gate: Gate) -> Callable[[str], Iterator[Edit]]:
    def find(text: str) -> Iterator[Edit]:
        found = gate.match(text)
        if found and len(text) - found.end() >= _LEAST and not (gate is _COUNTING and _GOES_ON.search(text, found.end())):
            yield Edit(0, found.end())

    return find


def _watched(text: str) -> Iterator[Edit]:
    found = _WATCH.search(text)
    if found and found.start() >= _LEAST:
        yield Edit(*found.span())


_HABITS: tuple[tuple[Gate, Callable[[str], Iterator[Edit]]], ...] = (
    (_BLANKS, _blanks),
    (_TWICE, _twice),
    (_COMMA, _replaced(_COMMA, {",": "，", ":": "："}.__getitem__)),
    (_PERCENT, _replaced(_PERCENT, _share)),
    (_ROUND, _replaced(_ROUND, lambda _: "万")),
    (_QUARTER, _replaced(_QUARTER, lambda said: (number := said.removeprefix("第")) and _FIGURES.get(number, number))),
    (_BEFORE, _replaced(_BEFORE, lambda _: "")),
    (_PLEDGE, _before_all(_PLEDGE)),
    (_COUNTING, _before_all(_COUNTING)),
    (_AS_ASKED, _before_all(_AS_ASKED)),
    (_WATCH, _watched),
)
"""How each is put right, in texts with the signs of its gate."""
_ANY_HABIT = reduce(or_, [gate.sign for gate, _ in _HABITS])
