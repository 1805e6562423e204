"""What a line without a number is for: it opens the list, closes it, heads a group, asks to be filled in, or promises.

The words are those of the genre (salutations, oaths, requests to be watched), not of any form."""

from __future__ import annotations

import re
from enum import StrEnum

from extractors.items.blanks import is_noise
from extractors.items.headings import is_heading, pure_label
from extractors.items.labels import is_label


class Role(StrEnum):
    """Roles of an unnumbered line; TEXT is what may be a promise."""

    PREAMBLE = "preamble"
    CLOSING = "closing"
    HEADING = "heading"
    LABEL = "label"
    NOISE = "noise"
    TEXT = "text"


_CLOSING = re.compile(
    r"(?:以上|上述|综上)(?!率)|(?:此项|这些|本|此|该)承诺|特此|谨此|此诺|此致|敬礼|谢谢|附[：:件]|注[：:]|备注|说明[：:]"
    r"|(?:敬|恳|欢迎|诚恳|诚挚|真诚|热忱|诚|希望|特|并|也|在此|同时|恳)*(?:请|欢迎|希望)(?:广大|各位|全体|各级|上级|大家|领导|同志们|党员|群众|师生|组织|支部|社会|职工|居民|村民|患者|乡亲|党组织)[^；;]{0,30}(?:监督|批评指正|监督指导|看我|检验|评议)"
    r"|(?:年[底终]|到时候?)[^，,。；;]{0,4}请(?:广大|各位|全体|大家|党员|群众|组织|支部|乡亲)[^；;]{0,12}(?:打分|评分|评议|检验|验收)"
    r"|(?:敬|恳|诚恳|诚挚|真诚|热忱|诚|特|并|也|在此|同时|恳)*请[^；;]{0,30}(?:监督|批评|指正|检验|看我|见证)|欢迎[^；;]{0,30}(?:监督|批评|指正)"
    r"|(?:自觉|诚恳|诚挚|真诚|衷心|主动|随时|愿意?|甘愿|并|将|我(?:们|将|愿)?|本人(?:将|愿意?)?|支部)*(?:接受[^；;]{0,30}(?:监督|处分|处理|处罚|检验|批评|惩罚|考核|评议)|承担[^；;]{0,12}(?:一切|相应|全部|法律|由此|纪律)[^；;]{0,10}(?:责任|后果))"
    r"|(?:有人[问说][，,：:])?(?:如|若|倘|凡|要是|假如|一旦)(?:有|果|若|本人|我|我们|支部|未能?|不能|因)?[^；;。]{0,18}(?:违反|违背|违诺|失诺|食言|不兑现|未兑现|没有兑现|无法兑现|不能兑现|做不到|没做到|未做到|不能做到|不履行|未履行|未能?履行|未按(?:照)?(?:以上|上述|本)?(?:承诺|约定|规定)|未能?完成|没有?完成|完不成|不能完成|未达到|不落实|未落实|有不实|落空|办不[到成好]|没有?(?:办|做)[好成到])"
    r"|(?:这|以上|上述)[^，,。；;]{0,8}(?:要是|如果|倘若|如|若|凡)[^；;。]{0,12}(?:落空|没|未|不)"
    r"|(?:监督|举报|投诉|联系|服务|咨询|反馈)(?:\s*电话|热线|邮箱|信箱|方式|渠道|单位|人)[^，。；;：:]{0,4}(?:[：:]|\d(?!\d?\s*[*×xX小天]))|承诺书?(?:已|将)?(?:自|一式|张贴|公示|存档|上墙|有效期|期限|时限|时间|期)|本(?:人|支部)?将?说到做到|说到做到|言必[信行]|一诺千金|(?:承诺)?做不到"
    r"|(?:我|我们|本人|支部|本支部)?(?:一定|必将|定|坚决|保证|会)?(?:说到做到|不折不扣|言出必行|兑现承诺|履行承诺|践行承诺|严格按照?承诺)|让我们|我(?:们)?(?:坚信|相信|深信)"
    r"|(?:我们?|本人|支部|全体党员)?(?:将|会|一定|必将|要|决心|保证)*(?:认真|切实|严格|坚决|全面|自觉|努力|积极)*(?:履行|兑现|践行|遵守|落实|执行|信守)好?(?:以上|上述|这些)[^，,。；;]{0,6}(?:承诺|诺言|约定)"
    r"|[^，,。；;：:\d]{0,8}(?:(?:监督|举报|投诉)(?:电话|热线)[：:]?|(?:拨打|致电))\s*\d[\d-]{5}|[^，,。；;\d]{0,12}[，,]?可以?打\s*\d[\d-]{5}"
    r"|(?:我|本人|支部|我们)?对(?:以上|上述|所[作做])[^，,。；;]{0,10}负责"
    r"|(?:办|做|干|完)不(?:成|到|好|了)[^；;，,]{0,12}[，,]|通过(?:以上|上述|这些)|违反(?:以上|上述|本|此)|完成(?:以上|上述)[^，,。；;]{0,8}(?:资金|经费|费用)|所需(?:资金|经费|费用)"
    r"|一式[两二三四五六]份|(?:此|本)(?:书|表)一式"
)
_PROMISES = r"(?:承诺|保证|公诺|许诺|宣誓)"
_PREAMBLE = re.compile(
    rf"(?:各位|尊敬的|亲爱的|敬爱的)[^。；;]{{0,24}}[：:]$|(?:全体|广大)[^，。；;：:]{{1,10}}[：:]$|[^，。；;：:]{{0,6}}各[^，。；;：:]{{0,8}}(?:单位|支部|党委|总支|部门|[科股]室|社区|学校|村)[：:]$|中共\w{{2,20}}?(?:支部|总支|党委|工委|党组)(?:委员会)?[：:]$|[^。；;：:]*(?:党员|同志们?|乡亲们?|师生|职工|群众|朋友们?|积极分子|干警|民警|业主|家长们?)[：:]$"
    rf"|.*{_PROMISES}[^。；;：:]{{0,12}}(?:如下|以下|下列)|.*(?:如下|以下|下列|这样|这些)[^。；;：:]{{0,8}}{_PROMISES}"
    rf"|.*(?:我|本人|支部|党委|总支|党组织|党员|单位|公司|学院|学校|医院|大队|社区|村|局|所|现|特|郑重|公开|庄严|在此|为此|向)[^。；;]{{0,40}}{_PROMISES}[^。；;：:]{{0,10}}[：:]$"
    rf"|.*(?:如下|以下|下列|下面|几点|几条|几项|几件|几个方面|几方面|几个)[^。；;：:]{{0,14}}[：:]$|[^；;\d]*(?:要|该|打算|准备)[做办]的[^。；;：:，,]{{0,6}}事[^；;：:\d]{{0,40}}[：:]$|(?!.*\d).*{_PROMISES}的?(?:事项|内容)?(?:主要|应|分别)?(?:包括|包含)[：:]$|.*(?:做到|努力做好|抓好|着力做好|重点做好|着重做好)[^，。；;：:]{{0,2}}[：:]$"
)
# A preamble ends in a colon or has one of these words: the pattern above is slow to find that it has neither.
_ANNOUNCES = re.compile(r"[如以]下|下列|这[样些]")
_STORY = re.compile(
    r"我(?:叫|是|名叫|姓|于|自(?!己)|出生)|本人(?:系|是|叫|姓名|于|\d{4}年)|现年|今年\s?[\d一二三四五六七八九十]+\s?(?:岁|了)|(?:作为|身为|身处)(?!.*(?:将|要|保证|承诺|每|全年|年底)[^。]*[\d一二两三四五六七八九十每])[^；;]{0,20}(?:一名|一个|一位|党员|书记|干部|教师|医生|支部)|自?\d{4}年(?![^；;。，,]{0,8}(?:[前内底末]|年?度|期间|起))[^；;。]{0,20}(?:入党|入伍|参加|毕业|当选|担任|(?<![责主信])任(?![务期何人]))|承蒙|感谢|回顾|过去(?:的)?一年|多年来|一直以来|入党(?:以来|\d+年)|我深(?:知|感)|我(?:始终|一直)?(?:认为|认识到|懂得|明白|清楚)|时刻牢记|大家好|你们好|您好"
)
_AIM = re.compile(
    r"(?:为|为了|根据|按照|依据|遵照|结合|围绕|通过|经|随着|在)[^；;。]{2,}(?:承诺|公诺)(?:书|活动)?[^；;。]{0,14}$"
    r"|(?:我的)?(?:座右铭|格言|口号|信条|宣言|宗旨|理念|箴言|总体目标|总体要求|总体思路|总目标|总要求|指导思想|奋斗目标|承诺宣言|先锋语录|践诺口号|承诺主题|活动主题|主题|愿景|工作思路)(?:是|为)?[：:]"
    r"|.{0,30}是我(?:的|们的)?(?:座右铭|格言|信条|宗旨|人生信条|追求|行为准则)"
)
_PROMISING = re.compile(r"承诺|保证|做到|抓好|办好|做好|完成|落实|如下|以下|下列|任期|兑现|实现")
_REASON = re.compile(r"(?:存在的?)?(?:主要)?问题[一二三四五六七八九十\d]{0,2}[：:]|[（(【]?(?:说明|理由|原因|缘由|背景|缘起|解释|提出?依据|承诺理由|承诺依据)[：:]|为(?:什么|何)|之所以|(?:这|这样做)?是因为")


def role_of(text: str) -> Role:
    """The role of an unnumbered line (half-width, stripped)."""
    if is_label(text):
        return Role.LABEL
    if is_noise(text) or explains(text):
        return Role.NOISE
    if is_preamble(text):
        return Role.PREAMBLE
    if is_closing(text):
        return Role.CLOSING
    if is_heading(text):
        return Role.HEADING
    return Role.TEXT


def is_preamble(text: str) -> bool:
    """A salutation, or a sentence that announces the list (……承诺如下：)."""
    if text[-1:] not in "：:\n" and not _ANNOUNCES.search(text):
        return False
    return _PREAMBLE.match(text) is not None and not pure_label(text)


def is_closing(text: str) -> bool:
    """A request to be watched, an oath, a condition, an effective date, a note."""
    return _CLOSING.match(text, text[:1] in "（(") is not None


def is_story(text: str) -> bool:
    """A sentence about the promiser, or an aim of everything: no promise and no frame of time."""
    return _STORY.match(text) is not None or _AIM.match(text) is not None


def is_promising(text: str) -> bool:
    """Whether a sentence speaks of the promises themselves, and so may set their time."""
    return _PROMISING.search(text) is not None


_STEPS_DOWN = re.compile("(?:下列|以下|如下)[^，。；;：:]{0,10}(?:情[形况]|问题|行为|条件)之一(?=[^。；;]*(?:辞[职去呈]|引咎|让位|退出|不再担任))[^。；;]{0,40}[：:]$")


def steps_down(text: str) -> bool:
    """A line that says under which of the conditions below it somebody resigns (有下列情形之一的，本人主动辞职：): it and they are one promise."""
    return text[-1:] in "：:" and "之一" in text and _STEPS_DOWN.search(text) is not None


def explains(text: str) -> bool:
    """A line that gives the reason for a promise or the state of things behind it."""
    return _REASON.match(text) is not None
