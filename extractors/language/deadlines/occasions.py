"""Days that hang on another day: 开学前, 暑假期间, 十八大召开前, 任期内, 本学期末, 开学后两周内, 签订之日起30日内."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.language.deadlines.calendar import Calendar
from extractors.language.deadlines.candidate import Candidate, Weight, nothing
from extractors.language.deadlines.lexicon import either, scanner, words
from extractors.language.deadlines.numerals import NUMBER, YEAR
from extractors.language.deadlines.seasons import WHEN
from extractors.language.deadlines.service import FROM_SIGNING
from extractors.language.scanning import Scanner
from extractors.language.signs import ALL, PLAIN
from extractors.model import DeadlineKind

TERM = "term"
_BEFORE = r"(?:之前|以前|前夕|前(?![往来列提期景进茅沿后])|期间)"
_OFFICE = re.compile(rf"(?:本届|本|这)?(?:{NUMBER}年)?(?:任期(?:之内|以内|内|期间|中)|届内|任内|任职期间)")
_TERM = re.compile(
    rf"(?:(?:{YEAR}|今|本|明)年度?|[大高初研][一二三四](?=[上下])|{NUMBER}年级(?=[上下]))?(?P<which>本|这个?|该|下个?|上|新|第[一二]|春季|秋季)?学期(?:(?P<edge>期?末|结束|末|之?内|初|期间|中)(?:之前|以前|前)?|(?P<before>之?前))?"
)
_SCHOOL_YEAR = re.compile(r"(?:(?:本|这|该|下)学年|学年(?=内|末|结束|度内))度?(?:内|末|结束)?(?:之前|以前|前)?")
# 2010-2011学年 is a time where it stands as one, and else part of a name (2010-2011学年度先进).
_SCHOOL_YEARS = re.compile(rf"{YEAR}年?(?:[-~/至到](?:19|20)?\d\d年?)学年度?(?P<time>内|末|结束前?|期间|(?=[,，、:\n]|$))?")
_STEP = {"下": 1, "下个": 1, "上": 0, "新": 1}
_AFTER = re.compile(
    rf"(?P<what>(?![并且于请])(?:(?![对给向把将让内])[^，,。；;：:、\n()\"]){{1,12}}?)(?:之日起|之日后|日起|后|起)的?(?:{NUMBER}|半)个?(?:月|周|星期|年|天|日|学期)(?:之内|以内|内)"
)
# What the three patterns above and the list of occasions must hold; they are slow to fail, these are quick.
_AFTER_SIGN = re.compile(rf"[后起]的?(?:{NUMBER}|半)个?[月周星年天日学]")
_OFFICE_SIGN = PLAIN.gate("任期|届内|任内|任职期间")
# A request starts the clock of a service (接到投诉后3天内); the number of days alone is then its limit.
_REQUEST = re.compile(r"(?:接|收到|受理|报修|投诉|申请|来访|来信|提交|齐全|反映|诉求)")


_DAY = re.compile(r"[\d一二三四五六七八九十][日号]$")
"""A day with its occasion (6月20日离校以前) is that day."""


def find(text: str, calendar: Calendar, signs: int = ALL) -> Iterator[Candidate]:
    """Occasions, terms and terms of office. The end of a term is filled in where the day of writing is known. `signs` tell
    which patterns the text may match."""
    if "内" in text and _AFTER_SIGN.search(text):
        yield from (_event(m) for m in _AFTER.finditer(text) if not (_REQUEST.search(m["what"]) or FROM_SIGNING.fullmatch(m["what"])))
    if signs & _OFFICE_SIGN.sign and _OFFICE_SIGN.search(text):
        yield from (_event(m, TERM) for m in _OFFICE.finditer(text) if "届满" not in text[m.start() : m.end() + 2])
    if "学期" in text or "学年" in text:
        yield from _terms(text, calendar)
    if ("前" in text or "期间" in text) and _occasion_sign().search(text):
        yield from (_event(m) for m in _occasion().finditer(text) if not _DAY.search(text, 0, m.start()))


def _terms(text: str, calendar: Calendar) -> Iterator[Candidate]:
    for m in _TERM.finditer(text):
        opens = text.startswith("开学", m.end())
        if (m["which"] or m["edge"] or m["before"]) and not opens and m["which"] != "第":
            last = calendar.term_end(_STEP.get(m["which"] or "", 0))
            yield Candidate(m.start(), m.end(), DeadlineKind.EVENT, Weight.FIRM, None, last, event=m[0])
    for m in _SCHOOL_YEARS.finditer(text):
        yield _event(m, m[0].replace("-", "—")) if m["time"] is not None else nothing(m.start(), m.end())
    for m in _SCHOOL_YEAR.finditer(text):
        yield _event(m)


def _event(m: re.Match[str], event: str | None = None) -> Candidate:
    return Candidate(m.start(), m.end(), DeadlineKind.EVENT, Weight.FIRM, event=event or m[0].replace("\n", ""))


@cache
def _occasion_sign() -> Scanner:
    """An occasion and its 前 without what may stand before them."""
    return scanner(words().occasions, _rest())


def _rest() -> str:
    """What may stand behind an occasion, and the word of time."""
    return rf"(?:\d{{1,3}}周年)?(?:胜利)?(?:{either(words().occasion_acts)})?{_BEFORE}"


@cache
def _occasion() -> re.Pattern[str]:
    which = r"(?:党的|本?学?校|学生|新生|毕业生|全国|春季|秋季|冬季|新学期|下学期|新学年|明年|今年|暑假|寒假|期[中末])*"
    return re.compile(rf"{WHEN}{which}{either(words().occasions)}{_rest()}")
