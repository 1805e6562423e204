"""Words for all time (常年, 随时, 长期坚持) and words that only sound like a limit (尽快, 逐步, 及时)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import either, words
from extractors.language.signs import ALL, PLAIN, Gate
from extractors.model import DeadlineKind, DeadlineReason

# 随时接受监督 governs a courtesy, 长效机制 and 长期以来 are no act.
_NOT_GOVERNING = re.compile(r"(?:以来|规划|目标|发展|性|效|有效|的(?!事|项)|存在|战略|稳定|接受[^，。；]{0,10}监督|准备|听从|牢记)")
_BREAK = re.compile(r"[，,。；;\n]")
_CELL = re.compile(r"[\s。，,;；.、]")


# A later clause may say that the act goes on (常年有效, 坚持做下去, 随叫随到); another 长期 there belongs to another act.
_GOES_ON = re.compile(
    r"(?:(?<=[，,。；;\n])|^)(?:常年|长年|一年四季|四季|长期|全天候?)(?:[都均]|不间断|坚持)?(?:有效|不[一-龥]|供|开放|不断|备有?|免费|提供|对[^，,。；;]{1,8}开放|保持|执行)"
    r"|(?:坚持|一直|长期|永远|始终|持续|继续)(?:干|做|帮|送|扶|照顾|资助|坚持)?下去|随叫随到|随[到来叫]随[一-龥]"
    r"|(?<=[，,])(?:一直|常年|全年)?(?:风雨无阻|从不间断|不间断)(?=[，,。；;\n]|$)"
)
_AT_OTHER_TIMES = re.compile(r"平[时日常](?!成绩|考核|作业|工作|表现|学习|测|的|[^，,。；;\n]{0,4}(?:不|注意|严格))")
"""At the head of a promise: what is done on all days that have no name."""

_LIMITED = re.compile("[法规约限指]定期|.定期限")
"""Letters of 定期 that belong to other words (法定期限, 约定期间)."""
_GIVES = re.compile("(?:提供|给予|获得|得到|享受|传递)(?:[一-龥]{2,4}[、和])*$")
_ADJECTIVE = re.compile("(?:[、和与][一-龥]{2,4})*的")
_OTHERS = re.compile("(?<=[，,；;])(?:以|从而|进而|真正|好)?(?:让|使|帮助?|便于|方便|以便|确保|保证|争取让|力求让)[^，,。；;\n]{0,10}$")
"""Behind what is promised: whom it helps to be soon at an end of their own (帮他们尽早入门)."""
_TO_THE_HOUR = re.compile("(?:[点时分整半钟刻日号天][以之]?[前后]?|[前后])$")
_PUNCTUAL = frozenset(("准时", "按时"))


def find(text: str, signs: int = ALL) -> Iterator[Candidate]:
    """Lasting acts that stand in the first clause or behind a label, and pseudo-limits anywhere. `signs` tell which patterns
    the text may match."""
    if ":" in text:
        for m in _labelled().finditer(text):
            yield Candidate(m.start("what"), m.end("what"), DeadlineKind.ONGOING, Weight.LASTING)
    if text.startswith("平") and (day := _AT_OTHER_TIMES.match(text)):
        yield Candidate(0, day.end(), DeadlineKind.ONGOING, Weight.LASTING)
    lasts = False
    for m in ongoing.finditer(text) if signs & (ongoing := _ongoing()).sign else ():
        lasts = True
        if not _BREAK.search(text, 0, m.start()) and not _NOT_GOVERNING.match(text, m.end()):
            yield Candidate(m.start(), m.end(), DeadlineKind.ONGOING, Weight.LASTING)
    if lasts or "下去" in text or "随到" in text or "随来" in text or "四季" in text or "间断" in text or "无阻" in text:
        for m in _GOES_ON.finditer(text):
            yield Candidate(m.start(), m.end(), DeadlineKind.ONGOING, Weight.LASTING)
    for m in pseudo.finditer(text) if signs & (pseudo := _pseudo()).sign else ():
        if m[0] == "定期" and _LIMITED.match(text, m.start() - 1):
            continue
        if _ADJECTIVE.match(text, m.end()) and _GIVES.search(text, 0, m.start()):
            continue  # what is given is 及时: no word about when
        if _OTHERS.search(text, 0, m.start()) or (m[0] in _PUNCTUAL and _TO_THE_HOUR.search(text, 0, m.start())):
            continue
        yield Candidate(m.start(), m.end(), DeadlineKind.NONE, Weight.PSEUDO, reason=DeadlineReason.PSEUDO)


def cell(text: str) -> Candidate | None:
    """A deadline cell that says 长期 or the like; such a cell is about nothing but time."""
    bare = _CELL.sub("", text).removesuffix("进行").removesuffix("完成")
    if bare in words().ongoing_cell:
        return Candidate(0, len(text), DeadlineKind.ONGOING, Weight.LASTING)
    return None


@cache
def _labelled() -> re.Pattern[str]:
    """时限：长期 and the like: the line says nothing else."""
    return re.compile(rf"(?:^|[\n。；;，,、(]){either(words().labels)}[:为是]{{1,2}}(?P<what>{either(words().ongoing_cell)})(?=[\n。；;，,)]|$)")


@cache
def _ongoing() -> Gate:
    return PLAIN.gate(either(words().ongoing) + "(?:坚持)?")


@cache
def _pseudo() -> Gate:
    return PLAIN.gate(either(words().pseudo))
