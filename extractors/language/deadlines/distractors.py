"""Words with the letters of a time and none in them: document numbers, clock times, ages, look-backs, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.language.deadlines.lexicon import either, words
from extractors.language.deadlines.numerals import NUMBER, NUMBER_HEADS, YEAR
from extractors.language.scanning import Scanner

_SHAPES = Scanner.of(
    rf'[\[《({NUMBER_HEADS}多几半截":：近过前满为历长不至超连累持去上往昔同建今本入自基学教作项质管落攻年由从]',
    rf"""\[\s*(?:19|20)\d\d\]\d*号?                                   # 党发〔2025〕12号
    |《[^》\n]{{1,40}}》                                                # names of rules and books
    |\((?:19|20)\d\d\)\d+号
    |{NUMBER}(?:周岁|岁)(?:以[上下]|及以[上下])?
    |(?:近|过去|前|满|为期|历时|长达|不少于|至少|不低于|超过|连续|累计|持续)(?:{NUMBER}|几|半)个?(?:年|(?<=个)月|周|天|(?<![月])日|小时|学期)(?:以上|多|时间|内|来)?
    |(?:{NUMBER}|多|几|半)个?(?:年|(?<=个)月|周|天|日|小时|学期)(?:以上|以来|来(?![临到])|多来|之久|(?:多)?的?(?:教龄|工龄|党龄|历史|期限|经验|时间))
    |(?:去年|前年|上年|上年度|往年|历年|昔年|上学年|(?<!合)同期|上半年以来|建国以来|今年以来|本月以来|入冬以来|一年来|一直以来|长期以来)
    |截[至止]到?(?:目前|现在|今)
    |自?{YEAR}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?以来
    |{YEAR}(?:级|届|版)
    |{NUMBER}(?:年级|年制|月龄|年期)
    |年[终底末](?=(?:考核|考评|总结|评比|评优|测评|决算|结账|收尾|扫尾)工作)     # a kind of work, whenever it is done
    |{NUMBER}月(?:工资|薪|嫂|份工资|刊|票|租)
    |(?:基层组织建设|学风建设|教学质量|作风建设|项目建设|质量提升|管理|落实|攻坚)年(?!底|内|末)
    |"?十[一二三四五]五"?(?:规划(?!期)|计划|发展|建设|目标|课题|教材|科技|重点|国家|国民)
    |[由从](?:原来|过去|现在|以前|原先|目前)?的?(?:每|一|两|[二三四五六]个?|半|隔|双|周|星期)(?:天|日|周|星期|月|个月|季|季度|学期|年|[一二三四五六日]){{1,2}}[^，,。；;\n起]{{0,8}}?(?=(?:改[为成到]|变[为成]|(?:增加?|提高|提升|扩大|扩展|减少?|缩短|压缩|调整|延长)[到至为成])) # how often so far
    |(?<=\d)[::]\d\d|\d{{1,2}}点(?:半|\d{{1,2}}分?|整|钟)?
    """,
    re.VERBOSE,
)

# Pairs are taken from the left, so that the words between two quotations are not taken for one.
_QUOTED = re.compile(r'"([^"\n]{0,24})"')
_TIME_AFTER = re.compile(r"来临|到来|召开|之?前|期间|之际|当天|节|末")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that no other construct may read."""
    for m in _SHAPES.finditer(text):
        yield m.span()
    if '"' in text:
        yield from (m.span() for m in _QUOTED.finditer(text) if _is_name(text, m))
    for m in _names().finditer(text):
        yield m.span()


def _is_name(text: str, m: re.Match[str]) -> bool:
    """Whether a quotation is a slogan or name; “七一”, “十二五” and a quotation before 前 may be times."""
    return len(m[1]) > 3 and not m[1].endswith(("前", "内", "底")) and not _TIME_AFTER.match(text, m.end())


@cache
def _names() -> re.Pattern[str]:
    return re.compile(either(words().no_time))
