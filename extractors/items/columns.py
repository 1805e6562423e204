"""What a column of a ledger is for, by the words of its header (whatever the form calls it)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Column(StrEnum):
    """Element columns carry the names of the annotation's elements; the others have no element."""

    NUMBER = "number"
    GROUP = "group"
    PROJECT = "project"
    TARGET = "target"
    MEASURES = "measures"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    PROBLEM = "problem"
    OTHER = "other"
    RESULT = "result"


ELEMENTS = (Column.TARGET, Column.PROJECT, Column.MEASURES, Column.DEADLINE, Column.RESPONSIBLE)
_BLANKS = re.compile(r"[\s:：]+|[（(][^）)]*[）)]")
_ANSWERED = re.compile(r"[：:]\s*[^\s）)]")
"""A label with its words behind it (牵头：锁匠张) names no column."""
_LISTED = re.compile(r"(?:^|\n)\s*(?:\d{1,2}[.、．)）]|[①-⑳]|[（(][一二三四五六\d])")
_NUMBER = re.compile(r"序号?|编号|编码|代码|项次|条目|NO\.?|№|号码?|顺序", re.IGNORECASE)
_GROUP = re.compile(r".{0,6}(?:类别|类型|分类|方面|维度|板块|领域|五个好|五带头|属性)[”\"]?.{0,4}")
_RESPONSIBLE = re.compile(r"责任(?!目标|内容|事项|制)|牵头|落实人|承办|负责|包抓|主体|分管|领办|经办|联系领导|实施人|实施单位|承诺人|谁来?[做办管]|由谁")
_DEADLINE = re.compile(r"时限|时间|期限|日期|截止|节点|进度|何时|什么时候|啥时|几时|周期|频次")
_TARGET = re.compile(r"目标|什么(?:程度|样)|标准|指标|成效|效果|预期|要达到|达到|成果|质量要求|目的|结果")
_MEASURES = re.compile(r"措施|举措|做法|步骤|办法|方法|路径|途径|方式|(?:怎[么样]|咋[么样个]?)[做办干]|如何|方案|载体|抓手|手段|保障|安排")
_PROBLEM = re.compile(r"问题|需求|诉求|意见|建议|愿望|困难|短板|依据|来源")
_PROJECT = re.compile(r"承诺|事项|内容|项目|任务|工作|实事|名称|[做办干](?:什么|啥)|清单|要点|事[儿情]?$")
_ORDER = (
    (_RESPONSIBLE, Column.RESPONSIBLE), (_DEADLINE, Column.DEADLINE), (_TARGET, Column.TARGET),
    (_MEASURES, Column.MEASURES), (_PROBLEM, Column.PROBLEM), (_PROJECT, Column.PROJECT),
)
_RESULT = re.compile(r"打\s*[“”]?[√✓勾钩]|(?:完成|落实|兑现|践诺|履诺|履行|办理|推进|执行|销号)(?:的?情况|结果)|得怎[么样]|进展情况|实际(?:完成|办结)|(?:是否|有没有)(?:已?按[期时])?(?:完成|落实|兑现|做到|办[好成])|[做办](?:到|好|成)了?(?:没有|吗)|得分|(?:评议|评价|[自互]评)(?!方|人|者|单位|部门|主体|对象|标准)")
"""What became of a promise: no part of it, whether filled in or not."""
_OPINION = re.compile(r"(?:党[委组]|支部?|组织|上级|领导|审[核批查定])(?!.*(?:建议|问题))[^，。]{0,4}意见")
"""What those above say of the promises, in a cell beside them all."""
_AFTERWARDS = re.compile(r"^(?:党员|姓名|党员姓名|岗位|党员岗位|职务)$|备注|谁来看|进展|是否|分值|评分|签名|签字|电话|联系方式|考核|验收|审核|监督")
_REPORT = re.compile(r"(?:年终|年中|年底|实际)?(?:完成|落实|兑现|践诺|履诺|进展)(?:的?情况|结果|进度)?(?:自[评查])?|(?:年终|年中|年底|党员|本人)?自[评查](?:情况|结果)?|(?:支部|组织)?(?:核查|评定)(?:情况|结果|意见)?")


def _reports(text: str) -> bool:
    """Whether a column is filled in by others when the promise has been made or kept (上级党委意见, 完成情况, 自评)."""
    if _RESULT.search(text) is not None or _OPINION.search(text) is not None:
        return True
    return (text not in ("完成", "落实", "进展") and _REPORT.fullmatch(text) is not None)


@lru_cache(maxsize=1024)
def kinds_of(header: str) -> tuple[Column, ...]:
    """The elements that a header cell names, in doubt none; “完成时限及责任人” names two."""
    text = _BLANKS.sub("", header)
    if not text or len(text) > 18 or text[-1] in "。；" or _ANSWERED.search(header) or len(_LISTED.findall(header)) > 1:
        return ()
    if _NUMBER.fullmatch(text):
        return (Column.NUMBER,)
    if _GROUP.fullmatch(text):
        return (Column.GROUP,)
    if _reports(text):
        return (Column.RESULT,)
    if _AFTERWARDS.search(text):
        return (Column.OTHER,)
    found = [kind for pattern, kind in _ORDER if pattern.search(text)]
    return _weighed(text, found)


def _weighed(text: str, found: list[Column]) -> tuple[Column, ...]:
    """承诺事项及完成时限 is the place of the whole promise; 目标任务, 整改措施 and 责任目标 go by their head word."""
    if not found or len(found) == 1:
        return tuple(found)
    joined = any(mark in text for mark in "及和与、/／")
    if Column.PROJECT in found and (not joined or (len(found) == 2 and Column.RESPONSIBLE not in found)):
        others = [k for k in found if k is not Column.PROJECT]
        return (Column.PROJECT,) if joined and text.startswith(("公开", "承诺", "具体", "内容", "事项")) else (others[0],)
    return tuple(found) if joined else (found[0],)
