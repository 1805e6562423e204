"""What the cell of a deadline says that running text would not mean as one: 待定, 按规定, 队员返回前, 当场."""

from __future__ import annotations

import re

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.numerals import NUMBER
from extractors.model import DeadlineKind, DeadlineReason, Period

_BARE = re.compile(r"[\s。，,;；.、()]")
_UNDECIDED = re.compile(r"(?:时间|时限|日期)?(?:待定|另定|未定|待议|待确定|尚未确定|暂未确定|另行(?:确定|通知|安排)|视情(?:确定|而定)|/+|-+|无|空|暂无)")
# A printed place for the day that nobody filled in: 年  月, 2012年  月  日前.
_BLANK_DAY = re.compile(r"(?:\d{0,4}年度?)?月(?:份|日)?(?:之?前|以前|止)?")
_AS_RULED = re.compile(r"(?:严格)?(?:按照?|依照?|依据|根据|视|随|参照|遵照)[^，。]{0,12}(?:规定|要求|情况|计划|安排|进度|实际|通知|需要|制度|部署|方案|时间|时限|而定|工作)(?:执行|完成|办理|落实|进行|推进)?")
_AT_ONCE = re.compile(r"(?:当[场天日晚]|即[时办]|现场|随到随办|即来即办|立等可取)(?:办[结理完]|完成|答复|处理|解决)?")
# 每班 in a sentence may be each class; in a cell of time it is each shift.
_EACH_DAY = re.compile(r"(?:坚持)?每[一个]?[班餐顿夜]次?(?:次|前后?|后|时)?")
_LIMIT = re.compile(rf"(?:约|限|最长|不超过)?(?:{NUMBER}|半)(?:[-~～—至到](?:{NUMBER}))?个?(?:(?:工作|自然)[日天]|小时|钟头|分钟|天|日|周|星期)(?:以内|之内|内)?")
"""How long a service takes (60分钟, 3个工作日): in a cell of time nothing else can be meant."""
_HANGS_ON = re.compile(r"[^，,。；;]{2,20}?(?:之?前|以前|以后|之?后|时|时候|期间|之?内|为止|结束|当[天日]|之日|到位|的当[天日])")


def read(plain: str) -> Candidate | None:
    """The cell's meaning where the grammar found none; None where it says no time at all."""
    bare = _BARE.sub("", plain)
    if _UNDECIDED.fullmatch(bare):
        return _whole(plain, DeadlineKind.INVALID, DeadlineReason.MASKED, "时限没有定下来。")
    if _BLANK_DAY.fullmatch(bare):
        return _whole(plain, DeadlineKind.INVALID, DeadlineReason.MASKED, "日期没有填写。")
    if _EACH_DAY.fullmatch(bare):
        return Candidate(0, len(plain), DeadlineKind.RECURRING, Weight.REPEATED, period=Period.DAILY)
    if _AT_ONCE.fullmatch(bare):
        return Candidate(0, len(plain), DeadlineKind.EVENT, Weight.FIRM, event=bare)
    if _LIMIT.fullmatch(bare):
        return Candidate(0, len(plain), DeadlineKind.EVENT, Weight.FIRM, event=bare)
    if _AS_RULED.fullmatch(bare):
        return _whole(plain, DeadlineKind.NONE, DeadlineReason.PSEUDO, "")
    if _HANGS_ON.fullmatch(bare):
        return Candidate(0, len(plain), DeadlineKind.EVENT, Weight.FIRM, event=bare)
    return None


def _whole(plain: str, kind: DeadlineKind, reason: DeadlineReason, note: str) -> Candidate:
    weight = Weight.FIRM if kind is DeadlineKind.INVALID else Weight.PSEUDO
    return Candidate(0, len(plain), kind, weight, reason=reason, note=note)
