"""Sentences of a letter or a speech that promise nothing: what was, what people wish for, that something will now be said,
and the invitation to come and complain. A sentence that names an amount or a day of its own is left to the others."""

from __future__ import annotations

import re

from extractors.items.clauses import amounts, has_time

_AHEAD = re.compile(r"今年(?!以来|上半年以来|是|[六七八\d])|明年|本[年月学]|将|要(?!求)|会[把让给在]|保证|承诺|争取|力争|每[年月周天日季学户人]|之?前(?!年|几年)|年底|月底|坚持|继续|打算|准备|计划|决不|绝不|不再|一律")
"""Words of what is still to come."""
_PAST = re.compile(
    r"(?:(?:去|前|上一?)年(?!的)|今年以来|这[一二三四五六七八九十几两\d]+年|一晃|近(?:几|两|些)?年来?|过去|这些年|(?:几|多|十几?|二十多?)年来|前几年|以前|当年|早年|年轻时|那时|曾|\d{4}年(?:度)?(?:以来|共|已|累计))(?!.{0,6}(?:基础|基数|标准|水平|相比|同期))"
    r"|.*[\u4e00-\u9fff]了(?=[一二三四五六七八九十两几\d]+[^天小])(?!.*[吗？?])"
    r"|(?=.*[我咱]).*(?:送|收|做|干|当|批评|参加|担任|获得|完成|住进|搬进|来到|开|请|说|听|看|吃|欠)[了过](?![的场程硬关]|.*(?:[吗？?]|把|就|再|才|给|一定))"
)
_WISH = re.compile(
    r".{0,6}(?:大家|大伙|群众|乡亲|家长|职工|居民|村民|老百姓|师生|同学|患者|病友|邻居|老人|孩子|娃)们?[^，。；]{0,8}(?:最(?:盼|关心|担心|不满意|想)|揪心|发愁|头疼|反映最|意见最)"
    r"|.{0,24}(?:揪心|放心不下|是(?:大家|群众|乡亲们)的心病|是[^，。；]{0,12}(?:之年|的?一年|关键期))[。！]?$"
)
_WISHED = 24
"""A sentence that tells a wish and nothing of what is done about it has so many letters at most."""
_ANNOUNCES = re.compile(
    r"(?:.*[，,])?[^；;，,\d]{0,6}[把将][^；;，,\d]{0,8}承诺[^；;，,\d]{0,8}(?:写|贴|列|公布|公开|晒|亮|说)[^；;\d]*$|[^，。；]{0,4}(?:我们?|本人|[我本]?(?:党?支部|单位))(?:在此|特|现|郑重|公开|向[^，。；]{1,12})*承诺[。：:]?$|(?:.*[，,])?[^；;，,\d]{0,12}(?:要|想|该)(?:做|办)的(?:[几这]件)?事[，,]?[^；;\d]{0,10}(?:写|贴|列|公布|公开|晒|摆)[^；;\d]*$|(?:.*[，,])?[^；;，,\d]{0,8}把话(?:先)?[放撂搁说]在(?:这|前)[^；;\d]{0,6}$|(?:.*[，,])?话[^，,；;\d]{0,6}说给[^，,；;\d]{1,6}听[。！]?$|(?:我)?(?:就|暂时就|也就)(?:是)?这(?:[两二三四五六几\d]+[件条点项桩]|些)[^；;]{0,20}$|.*(?:能|该)(?:为|给|替)[^，。]{1,6}做(?:点|些)什么[。？?]?$|(?:[^；;，,]{1,6}[，,])?[^；;，,\d]{0,10}(?:决定|打算|准备|计划|[先再])+(?:办好?|做好?|抓好?|干)(?:几件|下面|以下|[^；;，,\d]{1,6}的)[^；;，,]{0,8}事情?[。：:]?$|(?:先|再|接着|还有|最后)来?[说讲谈]{1,2}[^，。；;\d]{1,10}[。：:]?$|(?:全年|今年|我们|支部)*(?:共|分)[^，。；]{0,4}[两三四五六](?:步走?|个阶段|个方面)[^，。；]{0,6}[。：:]?$"
    r"|[^；;]*(?:承诺|话|规矩|保证)(?:就|只|有|是|一?共)+[一二三四五六七八九十两几\d]+[条句件项点][。：:]?$"
    r"|(?!.*[；;]).*(?:(?:向|跟|给|和|对)(?:大家|大伙|各位|乡亲|邻居|家长|群众|党员|居民|村民|师生|职工|同志)们?[^，。；]{0,14}(?:说|讲|交代|交个底|汇报|报告)[^，。；]{0,6}"
    r"|(?:说|讲)(?:上)?(?:几|两|一)句[^，。；]{0,8}|从[^，。；]{1,12}说起|表个?态|作个交代|(?<![的易])许个?[愿诺]|(?:要|该)办的事[^，。；]{0,10}(?:说|讲)[^，。；]{0,5})[。：:！]?$"
)
_INVITES = re.compile(
    r"(?:祝(?:愿|福|大家|各位|乡亲|您|你|同志)|请(?:大家|大伙|各位|乡亲|邻居|家长|同志|群众)[^；;]{0,20}(?:看着|担待|谅解|包涵|提|找)|请[^，；;]{0,12}[看盯瞧]着我|[^；;]{0,26}(?:欢迎|尽管|直接)(?:大家|大伙|各位|群众|乡亲们)?[^；;。]{0,10}(?:找我|骂我|批评|打电话|提出来|敲门))"
    r"|[^；;]*(?:食言|说话算[数话]|说了就?算|诺言|一定(?:说到)?做到)[^；;，,]{0,6}[！!。]?$"
    r"|请(?:组织|大家|领导|乡亲们?|群众)放心[。！!]?$|[^；;，,]{0,16}(?:[，,](?:敬|恳|并|也)?请[^；;，,]{0,12}(?:监督|批评(?:指正)?|放心|[看盯瞧]着我?))+[。！!]?$"
    r"|说得再好|说一千[，,]?道一万|说到就?要?做到|[^；;]{0,12}(?:大家|大伙|各位|乡亲们?)(?:都)?(?:看着|瞧着|监督)"
)
_DETAILS = re.compile(r"[（(](?:具体|其中|即|包括|含|完成|时限|责任|目标|措施)")
_GREETS = re.compile(r"我今年\s?[\d六七八九]\S{0,3}\s?[岁了]|(?:新春|新年|节日|大家|各位|同志们|乡亲们|邻居们|家长们)好[！!。]?$|[^；;]*请[^；;，,\d]{1,10}?多?(?:担待|谅解|原谅|包涵|海涵)[。！!]?$")
_CONCRETE = re.compile(r"\d{1,2}\s*月|\d+\s*(?:小时|分钟|户|名|次|元|个|%)|[一二三四五六七八九十百两]+\s*(?:月[底末初中前份]|小时|分钟|户|名|次|元|盏|公里)")


def _wide(text: str) -> str:
    """The text with the commas and semicolons of Chinese print, which the patterns stop at."""
    return text.replace(",", "，").replace(";", "；") if "," in text or ";" in text else text


def tells(text: str) -> bool:
    """Whether a sentence tells of the past or of wishes, or announces that something will be said."""
    text = _wide(text)
    if _ANNOUNCES.match(text) is not None or _GREETS.match(text) is not None:
        return True
    return _AHEAD.search(text) is None and (_PAST.match(text) is not None or (len(text) <= _WISHED and _WISH.match(text) is not None and _CONCRETE.search(text) is None))


def announces(text: str) -> bool:
    """Whether the last sentence of a paragraph only says that the promises come now (……，今年我承诺)."""
    return text.endswith("承诺") and _ANNOUNCES.match(re.split("[。！]", text)[-1]) is not None


def comments(text: str) -> bool:
    """Whether a line below a promise tells what is behind it: a story, or a remark in brackets."""
    text = _wide(text)
    aside = text[:1] in "（(" and text[-1:] in "）)" and text.count(text[0]) == 1
    return tells(text) or (aside and _AHEAD.search(text) is None and _DETAILS.match(text) is None)


SAYS_MORE = re.compile(r"[（(]|(?:其中|具体|即|并(?!购)|由|因|从而|以便|以此|确保|使(?!用)|届时|同时|目前|现在|原|这|该|其|此(?!外)|主要|包括|经费|资金|费用|所需|共需|预计|总投资|合计|受益|地点|时间|[^，。：；]{1,8}[：:])")
"""How a line begins that goes on about the promise above it."""
_TO_ALL = re.compile("每[家户人村组件]|家家|户户|人人|到[家户]")
"""Words for all of them, as good as an amount."""
LINK = re.compile("(?:另外|此外|除此之外|除此以外|还有)[，,]")
"""How a line goes on from a list to one more promise."""
_DAYS = re.compile(r"\d+\s*年度?|\d+\s*月份?|\d+\s*[日号]|第?[一二三四五六七八九十]+[年月日届次]")
"""Words of time, which are no amounts."""
_COMPLAINTS = re.compile(r"\d{6}|电话")


def stands_alone(text: str, last: bool = False) -> bool:
    """Whether a sentence below a promise is another one: with an amount or a time of its own, and nothing that leans on the one
    above. The `last` line of all, which might close the text, has more than words of time."""
    if text[-1:] not in "。！" or SAYS_MORE.match(text) or _COMPLAINTS.search(text):
        return False
    bare = _DAYS.sub("", text) if last else text
    if last and not LINK.match(text) and not (("。" not in text[:-1]) and (amounts(bare) or _TO_ALL.search(text))):
        return False
    said = amounts(text) or has_time(text) or _TO_ALL.search(text) is not None
    return said and not (tells(text) or invites(text))


def invites(text: str) -> bool:
    """Whether a sentence asks to be watched, complained to or forgiven, or wishes well."""
    text = _wide(text)
    return _INVITES.match(text) is not None and _CONCRETE.search(text) is None
