"""What a clause shows of itself: an end, an amount, a time, an act, an attitude, a step of one piece of work."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.items.numbers import value_of

_TIME = re.compile(
    r"\d{2,4}\s?年|[\d一二三四五六七八九十]{1,3}\s?月|年[内底度末终前]|全年|今年|明年|本年|当年|月底|季度|半年|任期|学[期年]|年初|[一二两三四五\d]+年|即日|起至|(?<![课班餐饭岗训事面眼提空])之?前|期间|以内|之内|时限|期限|每[日天周月季年]"
)
_CONCRETE = re.compile(r"[\d一二两三四五六七八九十百千]+\s?(?:余|多)?(?:公里|平方米|立方米|平方|万元|千瓦|[户名件项次条人位元亩米台套间座所家岁场篇本组栋盏口处批份对只头棵株度吨％%‰节个辆幅期册])")
_CONTAINER = re.compile(
    r"[“\"‘「]?(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})\s?(?:个|件|项|条|大|方面|类)?(?P<q>[“\"‘「]?)(?:一|零|不|无|有|个?好|带头|要|严|禁|讲|做到|必须|坚持|到位|过硬|满意|办|到|心|提高|提升|加强|进|制|清|比|感|勤|多|实|强化|确保|杜绝|表率|放心|承诺|实事|好事|工程|活动|工作|行动|任务|事项|项目|计划|制度|机制|举措|措施|重点)"
)
_ABSTRACT = re.compile(
    r"(?:要|将|继续|进一步|切实|着力|大力|努力|不断|积极|认真|深入|全面|严格|带头|始终|持续|扎实|自觉|坚决|更加|全力|狠|勇于|敢于|勤于|善于|乐于|主动|真正|时刻|永远|永葆)*(?:加强|强化|提高|提升|抓(?:好|实|牢|紧|住)?|增强|改进|改善|转变|深化|坚持|坚定|落实|推进|推动|促进|突出|注重|围绕|服务|树立|严|履行|完善|健全|规范|优化|发挥|弘扬|保持|创新|团结|搞好|做好|做(?!到)|当好|遵守|遵纪|维护|爱岗|敬业|廉洁|清正|勤政|务实|求真|以身作则|率先|勤奋|学习|学|讲|争|创|勤|立足|关心|关爱|联系|心系|密切|凝聚|打造|办实事|办好事|为民|惠民|便民|立德|开拓|锐意|艰苦|厉行|牢记|牢固|贴近|重|树|比|提|转|带好|管好|建好|用好|夯实|筑牢|丰富|发展|拓展|培育|激发|引导|营造|构建|建设|强|实|解放|统一|尽职|恪尽|敢|善|乐|塑|守|明|知)"
)
_NAMED_BY_NUMBER = re.compile("“[^”]{1,10}”|五个好|五带头")
_AMOUNT = re.compile(r"\d|[一二两三四五六七八九十百千]{1,3}(?:天|小时|分钟|周|趟|遍|回|倍|成)")
ACTS = (
    r"(?:建|修|装|购|添|换|改造|硬化|完成|组织|开展|举办|走访|慰问|资助|结对|帮扶|解决|清理|发放|培训|参加|撰写|写|读|讲|办|栽|种|植|绿化|发展|培养|制定|制订"
    r"|出台|安排|落实|引进|协调|争取|推行|实行|开通|设立|成立|提供|增设|免费|宣传|检查|排查|调解|化解|整治|疏通|打|铺|架|捐|献|联系|探望|看望|值班|辅导|上|听|交|谈)"
)
"""Verbs of what is done for people, with things or on paper."""
_ACT = re.compile(ACTS)
_STEP = re.compile(r"选址|选定|设计|招标|投标|施工|验收|筹集|筹措|筹资|争取|资金|方案|申请|申报|宣传|动员|摸底|调查|摸清|协调|联系|对接|购置|购买|采购|腾出|聘请|推选|领导小组|小组|专班|专人|台账|登记|论证|报批|审批|拆除|清理|整理|收集|汇总|评选|总结|考核|检查|督促|监督|完工|竣工|开工|进场|测量|勘测|培训|落实责任|成立|张贴|公布")
_PARTED = re.compile("[，,：:；;。]")
_TERMINAL = frozenset("。；;！!？?…”）)")


@lru_cache(maxsize=512)
def has_time(text: str) -> bool:
    """Whether the words may lend a time to something."""
    return _TIME.search(text) is not None


_LASTING = re.compile("长期|常年|长年")


def has_lasting(text: str) -> bool:
    """Whether a heading may lend that its promises have no end (长期坚持的事)."""
    return _LASTING.search(text) is not None


def complete(text: str) -> bool:
    """Whether the line ends a sentence or clause; so does a Latin stop behind a Chinese letter or a bracket."""
    return text[-1:] in _TERMINAL or (text[-1:] == "." and len(text) > 1 and (text[-2] > "\u4e00" or text[-2] in "%)"))


def is_name(text: str) -> bool:
    """Whether a line is a name and no clause: neither stop nor comma, neither amount nor time."""
    return not (complete(text) or _PARTED.search(text) or amounts(text) or has_time(text))


def container_of(text: str, parts: int) -> bool:
    """“做到五个一”, “八不承诺”, 办好三件实事: a name for as many parts as follow."""
    return any(value_of(match["n"]) == parts for match in _CONTAINER.finditer(text))


def concrete(text: str) -> bool:
    """Whether a lead names an amount or a time of its own; the number of a name (“五个好”) is none."""
    if "“" in text or "五" in text:
        text = _NAMED_BY_NUMBER.sub("", text)
    return counts(text) or has_time(text)


def counts(text: str) -> bool:
    """Whether a lead has a number with what it counts (走访6户)."""
    return _CONCRETE.search(text) is not None


def amounts(text: str) -> bool:
    """Whether a lead names an amount of its own."""
    return counts(text) or _AMOUNT.search(text) is not None


def acts(text: str) -> bool:
    """Whether a lead has a verb of something done for people, with things or on paper (修, 走访, 撰写)."""
    return _ACT.search(text) is not None


def abstract(text: str) -> bool:
    """Whether a lead begins with a verb of attitude or care (加强, 提高, 抓)."""
    return _ABSTRACT.match(text) is not None


def is_step(text: str) -> bool:
    """Whether a part is a stage of getting one thing done (选址, 筹资, 验收)."""
    return _STEP.search(text) is not None
