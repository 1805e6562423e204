"""Time that an item borrows from the words around it: a preamble, a heading, a closing sentence.

A title never lends. A preamble or closing lends a limit of its own (6月30日前, 任期内, 即日起至年底) or the year that it
frames the whole work with (就2011年的工作承诺如下); a sentence of background or a document's name lends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractors.language.deadlines.calendar import Calendar
from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.choice import governing
from extractors.language.deadlines.grammar import read
from extractors.language.deadlines.numerals import YEAR, year
from extractors.language.deadlines.plain import Plain
from extractors.model import DeadlineKind, Frame, FrameKind

_LENDERS = (FrameKind.PREAMBLE, FrameKind.HEADING, FrameKind.CLOSING)
_SENTENCE = re.compile(r"[^。！!？?\n]+")
_CLAUSE_BREAK = re.compile(r"[，,；;:：]")
_BACKGROUND = re.compile(r"根据|按照|依照|依据|贯彻|为(?:了|深|认|切|进|全|落|扎|迎|庆|响|巩|应|推|加|更)|围绕|结合|学习|经.{0,12}会议|以来|曾|被评|荣获|入党|参加工作|任职")
_FRAME_YEAR = re.compile(rf"(?:(?P<y>{YEAR})|(?P<this>今|本|这一|新的一))年(?:度)?(?![级届版]|以来|\d|\[|来)|(?<![\d一二三四五六七八九十两半几〇零])(?:年度?内|全年)(?!以来)")
_WHOLE_LIST = re.compile(r"以上|上述|上面|下列|下面|以下|如下|各[项条]|[这那][几一二两三四五六七八九十些]+[件项条样桩点]|[几一二两三四五六七八九十][件项条样桩]事?|[:：]$")
"""Words that speak of all promises at once."""
_NAMED_YEAR = re.compile(r"是|为[^民群师实您大广]|(?:[^，,。；;]{0,20})之年|[^，,。；;]{0,12}的(?:通知|意见|方案|精神|部署|一年)|[一二三四五六七八九十\d]{1,3}岁|(?:年|[^，,。；;]{0,6})以来|(?:底|初|\d{1,2}月)")
_PROMISE = re.compile(r"有效|[件项条样桩](?:事|一件)|办|保证|打算|承诺|将|做到|努力|完成|实现|工作|目标|任务|落实|办好|争取|兑现|计划|事项|要|抓好|抓|做好|开展|以下|下列|如下|重点|几件|实事|好事|开好|解决|推进|实施")
# Who checks the promises at the end of the year sets them no limit.
_ASSESSED = re.compile(r"[^，,。；;]{0,12}(?:考评|考核|评议|测评|检查|评定|评比|述职|督查|通报|汇报|民主评)")
_SETTLED = re.compile(r"有效|见分晓|见结果|交账|完成|办[结完妥好]|兑现|落实到位|做完|到位")
_BOUND = re.compile(r"[前底末内止旬季终]|期间|之际|半年|至|到|全年")
_AS_LIMIT = re.compile(r"为(?:限|期|止|界)")
_HAS_COME = re.compile("[^，,。；;！!]{1,6}了(?=[，,。；;！!]|$)")
"""Behind an occasion that is there already (新学期开始了)."""
_LABEL = re.compile(r"(?:期限|时限|时间|限期)[:：为是]$")
_WHOLE_YEAR_END = (12, 31)


@dataclass(frozen=True, slots=True)
class Loan:
    """A borrowed candidate and the words that lend it, as printed."""

    candidate: Candidate
    phrase: str


def borrowed(frames: Iterable[Frame], calendar: Calendar) -> Loan | None:
    """What the nearest frame that has a time lends, None where no frame has one."""
    for frame in frames:
        if frame.kind in _LENDERS:
            loan = lent(frame.passage.text, frame.kind, calendar)
            if loan:
                return loan
    return None


@lru_cache(maxsize=256)
def lent(printed: str, kind: FrameKind, calendar: Calendar) -> Loan | None:
    """What one frame lends. The items of a form ask for the same frames again and again."""
    plain = Plain.of(printed)
    fit = [c for c in read(plain.text, calendar) if _lends(plain.text, c, kind)]
    chosen = governing(plain.text, fit) or _framing_year(plain.text, kind, calendar)
    if chosen is None:
        return None
    start, end = plain.span(chosen.start, chosen.end)
    return Loan(chosen, printed[start:end])


def _lends(text: str, candidate: Candidate, kind: FrameKind) -> bool:
    if candidate.weight in (Weight.REPEATED, Weight.LASTING, Weight.WHOLE_YEAR) and candidate.kind is not DeadlineKind.BY_DATE:
        return (kind is FrameKind.HEADING and len(text) < 40) or _bounds_the_list(text, candidate)
    if candidate.weight is not Weight.FIRM or candidate.kind is DeadlineKind.INVALID:
        return False
    clause, rest = _around(text, candidate)
    if kind is FrameKind.CLOSING and _ASSESSED.match(rest) and not _SETTLED.search(rest):
        return False
    if _BACKGROUND.search(clause) and "承诺" not in clause:
        return False
    if candidate.event:
        return _lent_event(candidate, rest, kind) or (kind is FrameKind.CLOSING and _is_no_service(candidate) and _bounds_the_list(text, candidate))
    # A bare day in a preamble or closing is when something was, a birth date or the signature's own.
    bounded = _BOUND.search(text, candidate.start, candidate.end) or _AS_LIMIT.match(text, candidate.end) or _LABEL.search(text, 0, candidate.start)
    return candidate.kind is not DeadlineKind.BY_DATE or kind is FrameKind.HEADING or bounded is not None


def _bounds_the_list(text: str, candidate: Candidate) -> bool:
    """Whether an occasion or 长期 is said of all promises at once: 以上四条，做到毕业离校那天."""
    if candidate.kind is DeadlineKind.RECURRING:
        return False
    sentence = next((s[0] for s in _SENTENCE.finditer(text) if s.start() <= candidate.start < s.end()), "")
    return bool(_WHOLE_LIST.search(sentence)) and not _BACKGROUND.search(sentence)


def _lent_event(candidate: Candidate, rest: str, kind: FrameKind) -> bool:
    """A term of office or an occasion lends; a service limit in a preamble is about something else."""
    event = candidate.event or ""
    if event == "term":
        return True
    if _HAS_COME.match(rest):
        return False
    return _is_no_service(candidate) and (kind is FrameKind.HEADING or _PROMISE.search(rest) is not None or rest.endswith((":", "：")))


def _is_no_service(candidate: Candidate) -> bool:
    return re.fullmatch(r"\d+(?:WD|min|h|d)", candidate.event or "") is None


def _framing_year(text: str, kind: FrameKind, calendar: Calendar) -> Candidate | None:
    for sentence in _SENTENCE.finditer(text):
        for m in _FRAME_YEAR.finditer(text, sentence.start(), sentence.end()):
            named = m["y"]
            number = year(named) if named else calendar.this_year
            # A year before the form's own is a life story or a look back.
            if number is not None and number >= (calendar.this_year or number) and _frames_work(text, m, sentence.end(), kind):
                end = date(number, *_WHOLE_YEAR_END)
                return Candidate(m.start(), m.end(), DeadlineKind.BY_DATE, Weight.WHOLE_YEAR, None, end)
    return None


def _frames_work(text: str, m: re.Match[str], stop: int, kind: FrameKind) -> bool:
    if kind is FrameKind.CLOSING and _ASSESSED.match(text, m.end(), stop) and not _SETTLED.search(text, m.end(), stop):
        return False
    if _NAMED_YEAR.match(text, m.end()) or text.rfind("《", 0, m.start()) > text.rfind("》", 0, m.start()):
        return False
    before = _CLAUSE_BREAK.split(text[: m.start()])[-1]
    sentence_before = re.split(r"[。！!？?\n]", before)[-1]
    if _BACKGROUND.search(sentence_before):
        return False
    return kind is FrameKind.HEADING or bool(_PROMISE.search(text, m.end(), stop))


def _around(text: str, candidate: Candidate) -> tuple[str, str]:
    """The clause before the candidate and the sentence behind it."""
    before = re.split(r"[，,；;:：。！!？?\n]", text[: candidate.start])[-1]
    behind = _SENTENCE.match(text, candidate.end)
    return before, behind[0] if behind else ""
