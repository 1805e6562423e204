"""Lines that only head what follows: names of groups and dimensions, parts of the year, and what is no promise at all."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.items.blanks import without_asides
from extractors.items.clauses import has_time

_SET_NAMES = r"领导班子好?|党员队伍好?|工作机制好?|工作业绩好?|(?:人民)?群众(?:反映|满意)好?|带头(?:学习提高|争创佳绩|服务群众|遵纪守法|弘扬正气)"
_DIMENSION = re.compile(rf"(?:[（(]?(?:\d|[一二三四五])[）)]?[、.．]?)?[“\"]?(?:{_SET_NAMES})[”\"]?")
_PURE = re.compile(
    rf"(?:在|关于|以)?[^，,。；;：:、\d]{{1,16}}(?:、[^，,。；;：:、\d]{{1,10}}){{0,2}}(?:方面|部分)的?(?:承诺|内容|工作|事项|目标|情况)?|(?:“?(?:{_SET_NAMES})”?[、和与]?)+(?:方面|建设|承诺)?"
    rf"|(?:为民|便民|惠民|利民|民生|服务|为群众|为师生|为职工)?(?:办)?(?:实事|好事)(?:方面|类)?|(?:在)?(?:思想|政治|学习|工作|生活|作风|纪律|业务|组织|行动|廉洁|服务|道德|能力){{1,2}}(?:作风|能力|水平|态度)?上|(?!对|现(?![场代行])|特此|谨此|兹|.*(?:我|本人|向|郑重|谨|现将|[作做]出|以下|如下|本支部|履行|兑现|践行|遵守))[^，,。；;：:、\d]{{0,12}}(?:承诺|事项)(?:事项|内容|部分|方面|目标|项目)?|(?:本人|个人|支部|党组织|组织|党员|集体|年度|重点|中心|主要|共性|个性|特色|岗位|创新|基础|专项|一般|日常)(?:工作|任务|目标|内容|事项|项目)?"
)
_YEAR = re.compile(r"^\d{4}\s?年度?")
_BRACKETED = re.compile("【[^】，。；]{1,12}】")
_PROMPT = re.compile(r"我[^，,。；;：:、\d]{2,16}(?:是|为)[：:]")
"""What a form asks to be gone on with (我为群众办的一件实事是：); without its colon it is a sentence (我要规范自己的行为)."""
_APPEALS = re.compile(r"(?:倡议|呼吁|号召|提醒|希望|恳请|建议)(?:全[^，。；：:]{0,14}|大家|广大[^，。；：:]{0,8}|各位[^，。；：:]{0,8}|您|你们)?(?:如下|做到)?[：:]$")
_ASKS_OTHERS = re.compile(r"(?:敬?请|恳请|希望|倡议|呼吁|号召|建议)(?:您|你们?|大家|各位|广大|全[体镇村县市校院]|居民|村民|家长|同学|党员同志|同志们|朋友)(?![^，。；]*(?:监督|批评|提出?意见))")
_REPORT = re.compile(r"(?:承诺|践诺|上年|去年|上一年|\d年)[^及和与。；]{0,8}(?:兑现|完成|落实|履行|践诺)情况$|^(?:承诺)?(?:践诺|履诺|兑现|完成)(?:情况)?(?:记录|记载|登记)[：:]?$|(?:工作|履职|述职|一年来?)的?(?:简要|简单)?(?:回顾|总结|小结)[：:]?$|^(?:\d{4}年度?|上年度?|去年|过去一年)?(?:履职|述职)情况[：:]?$")
_RESULT = re.compile(r"[（(【]?(?:我的|本人|支部|党员|年[终底])?(?:承诺)?(?:事项)?(?:自查)?(?:完成|落实|兑现|践诺|履诺|履行|办理|进展)(?:的?情况|结果)(?:[（(【][^）)】]{1,16}[）)】])?[：:]")
_RESULT_BEHIND = re.compile(r"\s*[（(](?:完成|落实|兑现|践诺|履诺)情况[：:][^（）()]*[）)]$")
_SECURES = re.compile(
    r"(?:承诺|践诺|履诺|承诺事项)?的?(?:保障|落实|推进|监督|组织|兑现|履行|践诺|履诺|考核|奖惩|问责)(?:与|和|及|、)?(?:落实|推进|监督|组织|兑现|考核|评议|奖惩|问责|承诺|践诺)?的?(?:措施|方式|办法|渠道|途径|机制|保障|领导|要求|安排)|(?:甲|乙|双)方的?(?:责任|义务|权利|职责)(?:和义务)?|(?:方法|实施|活动|工作)?(?:方法)?步骤|(?:工作|有关|具体)?要求|时间安排|(?:活动|承诺)?主题|组织领导|组织实施|责任追究|监督检查|违[诺约](?:责任|处理|追究)|几点(?:要求|说明)"
)
_ASKS = re.compile("(?:居民|群众|家长|师生|职工|村民|大家|用户|患者)?(?:问|提|盼|反映)[：:]")
_NOT_PURE = re.compile(r"[，,。；;：:\d]")  # no alternative of _PURE lets these through
_SECTION_SKIP = re.compile(r"指导思想|^概述$|(?:单位|部门|机构|中心|本[局院校馆站])(?:概况|简介|概述)|主要职责(?!.*承诺)|总体(?:目标|要求|思路)|基本情况|个人(?:简介|简历|情况)|自我介绍|承诺主题|活动主题|座右铭|人生格言|(?:^(?:(?:存在的?|查找的?|主要|突出)+|自身)|存在(?:的)?(?:主要)?)问题(?!.{0,3}(?:整改|改进|解决))|承诺(?:人|对象|主体|单位|依据|范围|期限|时限|时间)(?!内|.*承诺)|监督(?:方式|电话|渠道|单位)|填写?说明|承诺理由")
_TIMED_ASIDE = re.compile(r"[（(【\[](?P<inside>[^（）()【】\[\]]{1,24})[）)】\]](?=[：:]?$)")
_PART_OF_TIME = r"第[一二三四五]\s*年|第?[一二三四五六1-6]\s*(?:季度|阶段|步|批次?|学期)|[上下]半年|[近中远短长前后]期|(?:春季?|秋季?|上|下|本|新)学期|[寒暑]假|年内|全年|\d{1,2}\s*[-—–~～至到]{1,2}\s*\d{1,2}月份?|\d{1,2}月份?(?:\s*[-—–~～至到、]{1,2}\s*\d{1,2}月份?)?|(?:\d{4}年度?|[今明]年)"
_TIME_NAME = re.compile(rf"(?:\d{{4}}年度?|[今明本]年度?)?(?:{_PART_OF_TIME})(?:期间|以内|内|底前|前)?(?:的?(?:工作|任务|目标|安排|承诺|事项|计划|重点|实事)){{0,2}}[：:]?")


def without_timed_aside(text: str) -> str:
    """A heading without the time in brackets at its end: 领导班子好（上半年完成）."""
    found = _TIMED_ASIDE.search(text) if text[-1:] in "）)】]：:" else None
    return text[: found.start()].rstrip() if found is not None and has_time(found["inside"]) else text


def names_time(text: str) -> bool:
    """Whether a line says nothing but which part of the time it is about: 第一阶段（3月至6月）, 下半年任务："""
    if len(text) > 40:
        return False
    bare = _TIMED_ASIDE.sub("", text).strip()
    return _TIME_NAME.fullmatch(bare) is not None


def pure_label(text: str) -> bool:
    """A heading that promises nothing by itself: 学习方面, 共性承诺, a name of the five."""
    text = _YEAR.sub("", text.strip())
    if _BRACKETED.fullmatch(text) or _PROMPT.fullmatch(text):
        return True
    bare = without_timed_aside(without_asides(text)).strip("【】[]〔〕<>《》★☆●■◆ \u3000").rstrip("：:。. ")
    return len(bare) <= 24 and _is_pure(bare)


@lru_cache(maxsize=1024)
def _is_pure(bare: str) -> bool:
    """Asked several times of each heading, and forms share their headings."""
    return _NOT_PURE.search(bare) is None and _PURE.fullmatch(bare) is not None


def section_name(text: str) -> str:
    """What a section is called, without brackets, blanks and the colon behind it."""
    return "".join(text.split()).strip("【】[]“”").rstrip("：:。.")


def reports_back(text: str) -> bool:
    """A heading over what became of promises, not over promises (2012年承诺事项兑现情况)."""
    return len(text) <= 20 and _REPORT.search(text) is not None


def tells_result(text: str) -> bool:
    """A line that tells, under its own label, what became of promises (践诺情况：第一项已完成)."""
    return len(text) < 200 and _RESULT.match(text.strip()) is not None


def result_behind(text: str) -> int | None:
    """Where the brackets begin that tell at the end of a promise what became of it: ……。（完成情况：已办）."""
    found = _RESULT_BEHIND.search(text) if text[-1:] in "）)" else None
    return found.start() if found is not None and found.start() else None


def appeals(text: str) -> bool:
    """A heading or a lead over what others are asked to do, not over promises (我们倡议：)."""
    return len(text) <= 40 and _APPEALS.search(text) is not None


def asks_others(text: str) -> bool:
    """A point that asks something of its readers (请您出门时……, 希望大家……)."""
    return _ASKS_OTHERS.match(text) is not None


def secures(text: str) -> bool:
    """A heading over how the promises are kept and by whom they are watched, not over promises (保障措施, 监督方式)."""
    return len(text) <= 14 and _SECURES.fullmatch(text) is not None


def names_set(text: str) -> bool:
    """Whether words name the set of dimensions itself (“五带头”)."""
    return len(text) <= 12 and re.search("五个?(?:好|带头)", text) is not None


def names_dimension(text: str) -> bool:
    """Whether words are the name of one dimension and no more (领导班子好, 1.带头服务群众)."""
    return _DIMENSION.fullmatch("".join(text.split())) is not None


_WHOSE = re.compile(r"承诺(?:人|对象|主体|单位)\s*[:：]\s*[^\s_＿]")


def skipped_section(text: str) -> bool:
    """A heading whose content is never a promise (指导思想, 基本情况); whoever is named there (承诺人：张某) promises what follows."""
    return len(text) <= 14 and _SECTION_SKIP.search(text) is not None and _WHOSE.match(text) is None


def asks(text: str) -> bool:
    """A line of what people ask for, over the answer (问：…… 居民提：……)."""
    return _ASKS.match(text) is not None


def is_heading(text: str) -> bool:
    """An unnumbered line that can only head what follows; a question heads its answer."""
    if pure_label(text) or secures(text.rstrip("：: ")) or reports_back(text) or asks(text) or (text[-1] in "？?" and len(text) <= 40):
        return True
    return len(text) <= 24 and text[-1] in "：:" and not any(c in "。；;" for c in text)
