"""Dates that were never filled in: x月x日前, **年底, ____前, or a printed 年 月 日 with blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.numerals import NUMBER
from extractors.language.signs import PLAIN
from extractors.model import DeadlineKind, DeadlineReason

_SIGN = r"[xX×*某_□△☆?#…]"
_EMPTY = r"(?:\(\)|\[\])"
"""Brackets around nothing, printed to be written in."""
_HOLE = rf"(?:{_SIGN}{{1,8}}|{_EMPTY}|〇{{1,4}}(?=[年月日]))"
_YEARS = rf"(?:(?:20|19)?(?:\d?{_SIGN}{{1,4}}|{_EMPTY})|\d{{0,4}})年"
_END = r"(?:之前|以前|前(?!期|来|往)|底|末|内|份|止)*"
_MASK = re.compile(
    rf"""(?<![\d一二三四五六七八九十])(?:
      (?:{_YEARS})?{_HOLE}月份?(?:(?:{_HOLE}|\d{{1,2}}|{NUMBER})?[日号]|[上中下]旬)?{_END}
      |(?:{_YEARS})?\d{{1,2}}月{_HOLE}[日号]{_END}
      |(?:\d{{4}}年)?\d{{1,2}}月[日号](?=[前之以止底，。；)]|$){_END}
      |(?:20|19)?\d?(?:{_SIGN}{{1,4}}|{_EMPTY})年(?:度?(?:内|底|末|前)|\d{{1,2}}月(?:\d{{1,2}}日)?){_END}
      |(?<![每本当今明])(?:\d{{0,4}}年)?(?<!\d)月(?:日{_END}|(?:底|末)前)(?<!月底前)
      |(?:\d{{4}}年|(?<=年)|年)月(?:底|末){_END}
      |_{{2,}}(?:之前|以前|前)
    )""",
    re.VERBOSE,
)
QUICK = PLAIN.gate(rf"{_SIGN[:-1]}〇月)\]]")
"""A letter of every mask: where this finds nothing, `find` does not either."""
_TRIGGER = re.compile(rf"{_SIGN}|{_EMPTY}|〇[年月日]|[年于至到、，\n]月|^月|月日")


def find(text: str) -> Iterator[Candidate]:
    """Masked or blank dates."""
    if not _TRIGGER.search(text):
        return
    for m in _MASK.finditer(text):
        yield Candidate(m.start(), m.end(), DeadlineKind.INVALID, Weight.FIRM, reason=DeadlineReason.MASKED, note="日期没有填写。")
