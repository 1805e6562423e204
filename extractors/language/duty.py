"""A duty told in plain words (人数点清再锁门, 收费照单子收): the heads know its usual words, this knows how it is built.

What is duty anyway is a habit: nothing new is made, nobody in particular is served, nothing is counted, no day ends it. It is
told by what it conforms to, what must come first, what is never touched, or by a phrase in step with the next. On the
labelled promises of `tests/gold` of a hundred such ones about four are no duty and no slogan."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.language.sheet import Sheet
from extractors.language.signs import TEXT
from extractors.model import Deadline, DeadlineKind, TargetKind

LONGEST = 45
"""A longer text tells more than a habit."""
_SERVED = "[给为帮替陪](?!人师|准|了|此|期|主|的|人民|民|公)|请(?![示假客]|[^，。；]{1,5}[不退])|送(?!礼|人情|[^，。；]{1,5}[不退])|上门|走访|看望|慰问|结对|资助|(?<!不)[让使]|[到去][^，。；]{2,10}[讲看听帮教宣]"
"""Somebody for whom it is done."""
_MADE = (
    "建[立好起成]|[设成]立|组建|[举开主承]办|开[展设放辟]|组织(?!部|纪律|安排|生活|分配|交|的|原则|观念|程序|关系|决)|[推实][行施出]|推广|试行|增设|编[印写制]|新"
    "|改[造建装成为到进]|维修|修[缮理好一建]|安?装[上好修]|印发|出台|制定|完善|健全|摆|挂(?!号)|备[好上齐有]|清理|挪|学会|报名|劝|争创|承[接担]|[《“\"]"
)
"""Something that was not there before."""
_COUNTED = "(?<!第)[\\d两二三四五六七八九十百千万几半逐各]|每(?![天日])|全部|一律|所有|[^，。；]一(?:个(?!样)|[台块条场部间辆套批座]|(?<=(.)一)\\1)(?![^，。；]{0,3}[不没一])"
"""How many, that none is left out, or some one thing (办一个, 改一改); the least of all is not counted (一分不拿)."""
_MORE = TEXT.gate(f"{_SERVED}|{_MADE}|{_COUNTED}")
_CONFORMS = "(?:^|(?<=[^，。；、]))(?:按照?|依照?|照|遵照)着?(?:[^，。；按照依]{0,8}?(?:[规程章法制纪]|标准|政策|要求|命令|调度|[单表票图谱纲价]|次序|顺序)|[时期月量序实例])(?!例|划|案|度性)[^，。；]{0,8}"
"""By what is laid down: 按程序, 照单子, 按时."""
_FIRST = (
    "(?<![刚人英干奇口天])才(?![能干华艺智学是会])[一-龥]|没有?[^，。；的有]{1,6}(?:，[^，。；]{0,2})?不[一-龥]|[没不][^，。；]{1,4}的[^，。；]{0,3}不[一-龥]"
    "|先[^，。；]{1,8}，?[再后才]|[了清完好齐过准毕]再[一-龥]"
)
"""What must come first: 有人看着才焊, 没有凭据不报, 点清再锁."""
_LEAST = "[一多][分点滴毫丝针线样笔件张本]+[^，。；]{0,2}[也都]?[不没](?!少于|低于|同|断|关系)"
"""The least that is never touched: 一分不截, 多一分不要."""
_CORRELATED = (
    "([一-龥])一([次个份件笔样])[^，。；]{0,2}[一-龥]一\\2|怎么[^。；]{1,8}怎么|到哪[^。；]{1,5}到哪|一个样|相符|对得上|该[^，。；]{1,8}的"
    "|([当同][天日班场])[^，。；]{1,3}\\3|([一-龥]{1,3})的[^，。；]*，不\\4的"
)
"""The same each time and for all: 盖一次登一次, 怎么安排怎么干, 当天收当天转, 齐全的…不齐全的."""
_REFUSED = "(?:^|(?<=[，；]))[^，。；]{2,8}(?:不[去收要吃拿沾碰接]|退[回掉]?去?)(?=[，。；]|$)"
"""What is turned down whenever it is offered: 请吃饭不去, 送来的退回去."""
_OWN = "(?:自己|本人|本岗|我)所?(?:负责|分管|承担|岗位|手[上里头]|[份分]内)|[分份]内|手[上里头]的[工事活]"
"""One's own post, whatever is done there."""
_CARE = (
    "(?:^|[，；])[^，。；]{1,6}(?:(?<![以目面跟提事眼当之])前|后(?![勤续备期台果])|完(?![成善美整])|(?<![及按准定临同当小随])时(?![间候代常刻期]))"
    "[^，。；]{0,12}(?:洗|[查核]|点清|检|关|锁|验|戴|穿|擦|放回|归[位还]|收[好拾])|随手[^，。；]"
)
"""What everybody makes sure of before and after the work: 出车前检查刹车, 用完放回原处."""
_TOLD = re.compile("|".join((_CORRELATED, _CONFORMS, _FIRST, _LEAST, _REFUSED, _OWN, _CARE)))
_CLAUSE = re.compile("[^，。；、]+")
_SET_DAY = re.compile("[节假期末底季年月周旬日]")
_IN_STEP, _SHORT = 2, 9


def is_told_plainly(sheet: Sheet) -> bool:
    """Whether a promise without end state and day restates a duty by the way in which it is told."""
    text = sheet.text
    if len(text) > LONGEST or sheet.target.kind is TargetKind.CLEAR or _is_dated(sheet.deadline):
        return False
    if sheet.target.kind is TargetKind.QUANTIFIED and sheet.deadline.kind is DeadlineKind.RECURRING:
        return False  # so often each time is more than a habit
    if sheet.signs & _MORE.sign and _MORE.search(text):
        return False
    return _TOLD.search(text) is not None or _goes_in_step(text)


def _is_dated(due: Deadline) -> bool:
    """Whether a day ends it; how often a habit comes (每天, 按月) and before which work (上课前) does not."""
    if due.kind in (DeadlineKind.BY_DATE, DeadlineKind.RANGE):
        return True
    return due.kind is DeadlineKind.EVENT and _SET_DAY.search(due.phrase) is not None


def _goes_in_step(text: str) -> bool:
    """Whether two short clauses side by side are built alike, letter for letter (来电有人接，来信有人回)."""
    clauses = _CLAUSE.findall(text)
    if len(clauses) < 2 or any(len(one) > _SHORT for one in clauses):
        return False
    return any(len(a) == len(b) > _IN_STEP and sum(p == q for p, q in zip(a, b, strict=True)) >= _IN_STEP for a, b in pairwise(clauses))
