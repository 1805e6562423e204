"""The grammar of printed ordinals: which strings can number a point, in which style, and with which number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum

from extractors.counting import OF_A_KIND
from extractors.items.numbers import HALF_WIDTH, NUMERAL, value_of
from extractors.model.value_class import value_class


class Style(IntEnum):
    """Styles of numbering; the value is the usual depth in an official outline (GB/T 9704: 一、 （一） 1. （1）)."""

    ARTICLE = 0
    NAMED = 1
    CHINESE = 2
    CHINESE_PAREN = 3
    NTH = 4
    ARABIC = 5
    DOTTED = 6
    ARABIC_PAREN = 7
    HALF_PAREN = 8
    CIRCLED = 9
    LETTER = 10
    IS = 11
    BULLET = 12


COUNTING = frozenset((Style.ARABIC, Style.ARABIC_PAREN, Style.HALF_PAREN, Style.CIRCLED))
"""Styles of digits: a list that was typed by hand slips from one into the other (1、 2． （3） ④)."""
TICKED, OPEN = frozenset("☑☒✅√✓✔"), frozenset("□☐")  # ■ and ○ are bullets of two levels as well
BOXES = TICKED | OPEN
# Styles that list how one point is done, when they stand inside a numbered point (GUIDELINE, Item).
MINOR = frozenset((Style.ARABIC_PAREN, Style.HALF_PAREN, Style.CIRCLED, Style.LETTER, Style.IS, Style.NTH, Style.BULLET))


@value_class
class Ordinal:
    """An ordinal that may stand at a place: `start` and `end` (content begins there) are offsets in the line.
    `weak` ones (digits glued to a word, 一是, A.) count only where a neighbour continues their sequence."""

    style: Style
    number: int
    printed: str
    variant: str
    start: int
    end: int
    weak: bool = False


_FORMS = re.compile(
    rf"""(?P<article>第\s?(?P<article_n>{NUMERAL}{{1,3}}|\d{{1,2}})\s*[条款][、：:，,.．]?)
    |(?P<named>(?:公开|重点|具体)?(?:承诺|事项|项目|任务|实事)(?:事项|内容|项目)?\s?(?P<named_n>{NUMERAL}{{1,3}}|\d{{1,2}})\s?(?:[、：:.．，,\s]|$))
    |(?P<nth>(?:第\s?(?P<nth_n>{NUMERAL}{{1,3}}|\d{{1,2}})(?P<nth_of>{OF_A_KIND}?)|其(?P<qi_n>{NUMERAL}))(?:[，,、：:．.]|\s|是(?!否)))
    |(?P<word>首先|其次|再次|再者|然后|最后)[，,、：:]?
    |(?P<more>还有(?:一[件点条桩项](?:[小大]?事)?)?|(?:此|另)外|除(?:此|了?这些)(?:以|之)?外)[，,：:]
    |(?P<is>(?P<is_n>{NUMERAL}{{1,2}})(?P<is_v>[是要])[，,：:]?)
    |(?P<vow>(?P<vow_n>{NUMERAL}{{1,2}})(?P<vow_v>[诺约愿誓保禁戒])(?:[：:，,、]|[ \u3000]?[—–－-]{{1,2}}))
    |(?P<cp>[（(【〔\[]\s?(?P<cp_n>{NUMERAL}{{1,3}})\s?[）)】〕\]][、．.，,：:]?)
    |(?P<chinese>(?P<chinese_n>{NUMERAL}{{1,3}})\s?(?P<chinese_v>[、．.，,：:\s]))
    |(?P<ap>[（(\[【]\s?(?P<ap_n>\d{{1,2}})\s?[）)\]】][、．.，,：:]?)
    |(?P<sign>[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿⓵-⓾㊀-㊉Ⅰ-Ⅻ])[、．.，,]?
    |(?P<half>(?P<half_n>\d{{1,2}})\s?[）)][、．.]?)
    |(?P<dotted>(?P<dotted_h>\d{{1,2}}(?:[.．-]\d{{1,2}}){{0,2}})[.．-](?P<dotted_n>\d{{1,2}})(?=[、.．\s]|[^\d年月日%％万亿元‰]))[、.．]?
    |(?P<letter>[A-Ha-h])[、.．)）]|[（(](?P<letter_in>[A-Ha-h])[）)]
    |(?P<capital>[壹贰叁肆伍陆柒捌玖拾])(?P<capital_v>[、．.，,：:\s])
    |(?P<stem>[甲乙丙丁戊己])[、．.：:]
    |(?P<roman>VI{{0,3}}|I[VX]|I{{1,3}}|X)[、.．]
    |(?P<counted>(?!问题)(?P<counted_h>[^\W\d_一二三四五六七八九十第每]{{1,6}}?)第?(?P<counted_n>{NUMERAL}{{1,2}}|\d{{1,2}})\s?[、：:])
    |(?P<tick>[（(\[【]\s*[√✓✔☑]?\s*[）)\]】](?=\s*[^\s，,。；;：:、）)]))
    |(?P<bullet>[☑☒☐✅★☆●○◆◇■□▲△▪▶►➢•·※✓✔√➤➔◎\uf000-\uf0ff]|[-–—－﹣*＊]{{1,2}}(?=\s|[一-龥“《\d]))""",
    re.VERBOSE,
)
_ARABIC = re.compile(r"(\d{1,2})\s?([、．.，,：:])")
_MONTH = re.compile(r"(?:1[0-2]|[1-9])\s?月|(?:19|20)\d\d\s?年")  # no decimal is a month: 1．12月底前
_GLUED = re.compile(r"\d{1,2}")
_WIDE = re.compile("[０-９Ａ-Ｚ]")
_BLANK = re.compile(r"\s*")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "然后": 3, "最后": 9}
_SIGNS = (("①", "⑳", Style.CIRCLED), ("⑴", "⒇", Style.ARABIC_PAREN), ("⒈", "⒛", Style.ARABIC),
          ("㈠", "㈩", Style.CHINESE_PAREN), ("❶", "❿", Style.CIRCLED), ("⓵", "⓾", Style.CIRCLED),
          ("㊀", "㊉", Style.CIRCLED), ("Ⅰ", "Ⅻ", Style.CHINESE))
# Words that make a number an amount or a date, so that a digit glued to them is hardly an ordinal.
_COUNTED = frozenset("年月日号点时分%％度个名户件项次条人位元万亿亩公里米台套间座所家岁周季天小节场篇本类级届组栋盏口处批份对只—-~～/×")


def half_width(text: str) -> str:
    """The same length of text with full-width digits and letters made half-width."""
    return text.translate(HALF_WIDTH) if _WIDE.search(text) else text


def candidates(text: str, at: int, original: str = "") -> Iterator[Ordinal]:
    """What could be an ordinal at `at` of a half-width line, the likeliest reading first; `original` is the line as
    printed. A number and a dot before a digit (2.4月, 1.5万元) comes as weak readings."""
    source = original or text
    match = _FORMS.match(text, at)
    if match is not None:
        yield _named(match, source)
    if at < len(text) and text[at].isdigit():
        yield from _digits(text, at, source)


def _named(match: re.Match[str], source: str) -> Ordinal:
    group = match.lastgroup or ""
    kind = next(k for k in _READERS if match.group(k) is not None) if group not in _READERS else group
    style, number, variant, weak = _READERS[kind](match)
    return _ordinal(style, number, variant, match.start(), match.end(), source, weak)


def _ordinal(style: Style, number: int, variant: str, start: int, end: int, source: str, weak: bool) -> Ordinal:
    printed = source[start:end].strip()
    blank = _BLANK.match(source, end)
    return Ordinal(style, number, printed, variant, start, blank.end() if blank else end, weak)


def _sign(match: re.Match[str]) -> tuple[Style, int, str, bool]:
    char = match["sign"]
    low, _, style = next(s for s in _SIGNS if s[0] <= char <= s[1])
    return style, ord(char) - ord(low) + 1, low, False


def _nth(match: re.Match[str]) -> tuple[Style, int, str, bool]:
    return Style.NTH, value_of(match["nth_n"] or match["qi_n"]), "", bool(match["nth_of"])


_READERS: dict[str, Callable[[re.Match[str]], tuple[Style, int, str, bool]]] = {
    "article": lambda m: (Style.ARTICLE, value_of(m["article_n"]), "", False),
    "named": lambda m: (Style.NAMED, value_of(m["named_n"]), "", True),
    "nth": _nth,
    "word": lambda m: (Style.NTH, _WORDS[m["word"]], "word", True),
    "more": lambda _: (Style.NTH, 8, "word", True),
    "is": lambda m: (Style.IS, value_of(m["is_n"]), m["is_v"], True),
    "vow": lambda m: (Style.IS, value_of(m["vow_n"]), m["vow_v"], True),
    "cp": lambda m: (Style.CHINESE_PAREN, value_of(m["cp_n"]), "", False),
    "chinese": lambda m: (Style.CHINESE, value_of(m["chinese_n"]), "", m["chinese_v"] not in "、．."),
    "ap": lambda m: (Style.ARABIC_PAREN, int(m["ap_n"]), "", False),
    "sign": _sign,
    "half": lambda m: (Style.HALF_PAREN, int(m["half_n"]), "", False),
    "dotted": lambda m: (Style.DOTTED, int(m["dotted_n"]), m["dotted_h"], True),
    "letter": lambda m: (Style.LETTER, ord(m["letter"].lower()) - 96, "", True),
    "letter_in": lambda m: (Style.LETTER, ord(m["letter_in"].lower()) - 96, "(", True),
    "capital": lambda m: (Style.CHINESE, "壹贰叁肆伍陆柒捌玖拾".index(m["capital"]) + 1, "capital", m["capital_v"] not in "、．."),
    "stem": lambda m: (Style.CHINESE, "甲乙丙丁戊己".index(m["stem"]) + 1, "stem", True),
    "roman": lambda m: (Style.CHINESE, _ROMAN.index(m["roman"]) + 1, "roman", True),
    "counted": lambda m: (Style.NAMED, value_of(m["counted_n"]), m["counted_h"], True),
    "tick": lambda m: (Style.BULLET, 0, "☑" if set(m["tick"]) & TICKED else "□", True),
    "bullet": lambda m: (Style.BULLET, 0, m["bullet"], m["bullet"][0] in "-–—－﹣*＊·√○□"),
}


def _digits(text: str, at: int, source: str) -> Iterator[Ordinal]:
    match = _ARABIC.match(text, at)
    if match is not None:
        follows = text[match.end() : match.end() + 1]
        weak = match[2] in "，,：:" or (match[2] in ".．" and follows.isdigit() and not _MONTH.match(text, match.end()))
        yield _ordinal(Style.ARABIC, int(match[1]), match[2], at, match.end(), source, weak)
        return
    glued = _GLUED.match(text, at)
    if glued is None or (glued.end() < len(text) and text[glued.end()] in "）)"):
        return
    for end in range(at + 1, glued.end() + 1):
        yield _ordinal(Style.ARABIC, int(text[at:end]), "", at, end, source, True)


_GLUED_NUMERAL = re.compile(r"(?:^|(?<=[；;：:。]))\s*(?P<n>[一二三四五六七八九十]{1,2})(?=[一-鿿]{2})")
_GLUED_LIST = 3


def glued(text: str, begin: int, alone: bool) -> list[Ordinal]:
    """The numerals of a list in running text that stand glued to its words (一勤学苦练；二以厂为家；三严守规程), where three or
    more count on, each behind a stop; where one letter follows them all (一楼……二楼……三楼……) they name things."""
    found: list[Ordinal] = []
    for m in _GLUED_NUMERAL.finditer(text, begin) if alone and "三" in text else ():
        if value_of(m["n"]) == len(found) + 1 and not counted(text, m.end()):
            found.append(Ordinal(Style.CHINESE, len(found) + 1, m["n"], "", m.start("n"), m.end(), weak=True))
    named = len({text[o.end] for o in found}) < 2
    return [] if len(found) < _GLUED_LIST or named else found


def counted(text: str, at: int) -> bool:
    """Whether the characters at `at` make the number before them an amount or a date (月底前, 户, .5万元)."""
    return at < len(text) and (text[at] in _COUNTED or text[at].isdigit())
