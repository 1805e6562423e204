"""Small readings of one line of Chinese office text; every replacement keeps offsets unless the name says otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from extractors.numerals import NTH, NUMERALS

_HALF = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " ", "\t": " "}
_WIDE = re.compile("[\uff01-\uff5e\u3000\xa0\t]")  # the keys of _HALF
_BLANK = re.compile(r"[\s_＿—\-…·./／~～=＝★☆]*")
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_SEPARATORS = re.compile(r"[/、\\|*_&~.·:;,]+")
ORDINAL = re.compile(
    rf"\s*(?:第[{NUMERALS}百\d]{{1,3}}[、,.:：，条项款 ]|[(（〔【]\s*{NTH}\s*[)）〕】]|[①-⑳⒈-⒛⑴-⒇]"
    rf"|[{NUMERALS}]{{1,3}}\s*[、.．]|[壹贰叁肆伍陆柒捌玖拾][、.．]|[{NUMERALS}]{{1,2}}(?:[是要]|[诺约誓][—–：:、，,])"
    r"|\d{1,2}\s*(?:[、．)）]|[.](?!\d)|[.](?=\d{1,2}[月日岁年个])|(?=[^\W\d_])(?![年月日%])))"
)
_LETTERS_OF_ORDINALS = frozenset(f"第{NUMERALS}壹贰叁肆伍陆柒捌玖拾")
"""The letters that ORDINAL begins with: most lines open with another one, which is seen at once."""
# Lines that belong to the sheet, not to the form: page numbers, （接下页）, 附件2：.
_SHEET_LINE = re.compile(r"\s*附\s*[件表]\s*(?:[\d一二三四五六]{1,2}(?:[-—.]\d{1,2})?)?\s*[：:]?\s*|[\s（(]*(?:[请后未上下]?完?[,，]?(?:接|转|续|见)){0,2}\s*(?:[上下附次另]\s*一?页|续[页表]|[背反]面)[\s）)。]*|\s*[（(]\s*[未待]?[完续]\s*[)）]\s*|[\s\-—–·•]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/，,]?\s*共?\s*\d{1,3}\s*页|\s*/\s*\d{1,3})?[\s\-—–·•]*"
    r"(?:打印(?:日期|时间)\s*[:：]?[\d\s:：/.年月日-]{6,24})?")

_OPENS_SHEET_LINE = frozenset("附请后未待完接转续见上下背反第,，—–-·•")

# The number of the sheet, above or beside its title.
SERIAL = re.compile(r"(?:编\s*号|序\s*号|[Nn][Oo]\.?|第)[:：]?[\w〔〕()\-_]{0,16}号?")


def half(text: str) -> str:
    """Full-width ASCII and blanks as half-width ones, one code point for one, so that offsets stay."""
    found = _WIDE.findall(text)
    for wide in set(found) if found else ():  # a line has few of them: half the cost of a translation
        text = text.replace(wide, _HALF[wide])
    return text


def tabbed(text: str) -> str:
    """Half width, but a tab stays one: what stands behind it is another column."""
    plain = half(text)
    return plain if "\t" not in text else "".join(["\t" if c == "\t" else p for c, p in zip(text, plain, strict=True)])


@lru_cache(maxsize=16384)
def squeeze(text: str) -> str:
    """NFKC without any white space: for comparing, not for offsets."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=8192)
def label_key(text: str) -> str:
    """The form in which labels are compared: squeezed, without notes in brackets, separators and the English behind it."""
    plain = strip_notes(text)
    if not plain.isalnum():
        plain = _SEPARATORS.sub("", plain)
    return _LATIN.sub("", plain) if plain[-1:].isascii() else plain


_LATIN = re.compile(r"(?<=[一-鿿])[A-Za-z.'/]{2,}$")


def strip_notes(text: str) -> str:
    """Squeezed, without what stands in brackets."""
    plain = squeeze(text)
    return plain if plain.isalnum() else _NOTE.sub("", plain)


def is_blank(text: str) -> bool:
    """Whether nothing is written there: white space, rules to write on or to part, dots."""
    return not text[:1].isalnum() and _BLANK.fullmatch(text) is not None


def has_ordinal(text: str) -> bool:
    """Whether a line opens with a number that counts promises or headings (一、 1. （1） ① 第一， 一是 1打扫)."""
    first = text[:1]
    return (first in _LETTERS_OF_ORDINALS or not first.isalpha()) and ORDINAL.match(text) is not None


def is_sheet_line(text: str) -> bool:
    """Whether a line belongs to the sheet and not to the form: a page number, （接下页）, 附件2：."""
    first = text.lstrip(" \t\n\u3000\xa0（(")[:1]
    opens = first in _OPENS_SHEET_LINE or first.isdigit() or first.isspace()
    return opens and _SHEET_LINE.fullmatch(text) is not None


def printed_width(text: str) -> int:
    """How many Latin letters wide a text is printed."""
    return sum(8 if c == "\t" else 1 if c.isascii() else 2 for c in text)


_SIGNS = re.compile("[签章诺]|日期|书记|负责")


def is_own_label(text: str, above: Iterable[str]) -> bool:
    """Whether a last line is a label left empty that belongs to each promise (责任人：): further above it has words behind it, twice
    at least."""
    label = text.strip().rstrip("：: ")
    if not 2 <= len(label) <= 6 or _SIGNS.search(label):
        return False
    said = (line.strip() for line in above)
    return sum(line.startswith(label) and line[len(label) : len(label) + 1] in "：:" and len(line) > len(label) + 1 for line in said) > 1
