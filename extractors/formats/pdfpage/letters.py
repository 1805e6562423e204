"""Which characters are which: wide ones, those that may not end or begin a line, radicals that stand for ideographs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extractors.lookalikes import RANGES, forms

WIDE = "\u2e80"
"""The first of the characters that fill an em: CJK, kana, full-width forms."""

WIDE_STRETCH = re.compile("[\u2e80-\u2fff\u3001-\ud7ff\uf900-\ufaff\uff01-\uff60]+|.", re.DOTALL)
"""Characters that are an em wide in every common font (half-width forms and blanks left out), or any one character."""

DIGITS = re.compile("[0-9]+|.", re.DOTALL)
"""Digits, which are equally wide in every common font, or any one character."""

NO_START = frozenset("，。、；：？！）》」』】〕〉”’％…—,.;:?!)]}%·～~")
NO_END = frozenset("（《「『【〔〈“‘([{")

ORDINAL = re.compile(
    r"\s*(?:[（(【〔]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)】〕]"
    r"|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:[、．]|\.(?:(?!\d)|(?=\d{1,2}月|(?:19|20)\d\d年)))"
    r"|其[一二三四五六七八九十][，,、：:]"
    r"|[①-⑳⑴-⒇㈠-㈩⒈-⒛●○■□◆◇★☆▪•·※☑☒☐▲△►▶➢➤◎]"
    r"|第[一二三四五六七八九十\d]{1,3}[,，、:：条项]"
    r"|[一二三四五六七八九十]是)"
)
"""What a line begins with when it begins a point."""

_FIRST = frozenset("（(【〔一二三四五六七八九十第其●○■□◆◇★☆▪•·※☑☒☐▲△►▶➢➤◎") | {chr(c) for c in (*range(0x2460, 0x249C), *range(0x3220, 0x322A))}
_BARE_NUMBER = re.compile(r"\s*(\d{1,2})(?=[^\W\d_]|\s{2,}\S)")
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳⑴-⒇]")
_DIGITS = "一二三四五六七八九"


class Ordinal(NamedTuple):
    """A point's number and its style (what is printed around the number and with which kind of digits)."""

    number: int
    style: str


def ordinal(text: str) -> Ordinal | None:
    """The ordinal that the text begins with; a bullet counts as the number 0."""
    found = ORDINAL.match(text) if _may_count(text) else None
    if found is None:
        return None
    mark = "".join(found.group().split())
    number = _NUMBER.search(mark)
    return Ordinal(_value(number.group()), _NUMBER.sub(_kind(number.group()), mark)) if number else Ordinal(0, mark)


def bare_number(text: str) -> int:
    """The number that the text begins with where nothing but a word follows it (“6创新…”), else 0."""
    found = _BARE_NUMBER.match(text) if _may_count(text) else None
    return int(found.group(1)) if found else 0


def _may_count(text: str) -> bool:
    """Whether the first character could begin an ordinal: most lines need no closer look."""
    char = text[:1]
    return char in _FIRST or char.isspace() or char.isdecimal()


def _kind(number: str) -> str:
    if number.isdecimal():
        return "1"
    return "①" if "①" <= number <= "⒇" else "一"


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    if "①" <= number <= "⒇":
        return (ord(number) - ord("①")) % 20 + 1
    tens, ten, ones = number.rpartition("十")
    value = _DIGITS.find(ones) + 1 if ones else 0
    return value + (10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0)


TERMINAL = frozenset("。；！？;!?：:")

_COMPATIBLE = re.compile(f"[{RANGES}\ufe10-\ufe6f\ufffe\xa0\xad\x02\u2010\u2011]")
_FULL = {ord(half): full for half, full in zip(",:;!?()", "，：；！？（）", strict=True)}
"""Punctuation as Chinese text has it: what a vertical or small form of it stands for."""

_UNMAPPED = re.compile("[\ue000-\uf8ff\ufffd\uffff\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f]")


def plain(text: str) -> str:
    """The text with radicals and compatibility ideographs as the ideographs that were meant, one for one: PDF writers
    emit them where a font shares one glyph. A hyphen or blank of another kind becomes the common one."""
    return text.translate(_plain_forms()) if _COMPATIBLE.search(text) else text


@cache
def _plain_forms() -> dict[int, str]:
    found = dict(forms())
    for code in (*range(0xFE10, 0xFE20), *range(0xFE30, 0xFE70)):
        normal = unicodedata.normalize("NFKC", chr(code))
        if len(normal) == 1:
            found[code] = normal.translate(_FULL)
    return {**found, 0x00A0: " ", 0x00AD: "-", 0x0002: "-", 0x2010: "-", 0x2011: "-", 0xFFFE: "-"}


def by_index(codes: Sequence[int]) -> str:
    """The text of UTF-16 codes, one character for each code: the second half of a pair becomes a control that is
    passed over, a code that means nothing the replacement character."""
    found: list[str] = []
    for code in codes:
        if 0xDC00 <= code < 0xE000 and found and "\ud800" <= found[-1] < "\udc00":
            found[-1] = chr(0x10000 + ((ord(found[-1]) - 0xD800) << 10) + code - 0xDC00)
            found.append("\r")
        else:
            found.append(chr(code) if 0 < code < 0x110000 else "\ufffd")
    return "".join("\ufffd" if "\ud800" <= char < "\ue000" else char for char in found)


def unmapped(text: str) -> int:
    """How many characters say nothing: private use, replacement, no characters, controls."""
    return len(_UNMAPPED.findall(text))


def is_word(char: str) -> bool:
    """Whether the character belongs to a word that blanks set off (Latin letters and digits)."""
    return char < WIDE and char.isalnum()
