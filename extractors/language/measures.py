"""Measures: how the thing is done, supported, made known or checked."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.clauses import ENUMERATED
from extractors.language.lexicon import has_any
from extractors.language.sheet import Clause, Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind, Elements, Span

_INTRO = TEXT.gate("(?:通过(?![^，。；]{0,14}(?:考试|考核|验收|评审|认证|评估|鉴定|审批|审计|答辩|四级|六级|复审|测试|评定|过关|年检|二级|三级))|利用|依托|采取|借助|运用|采用|依靠|凭借|由专人|安排专人|明确专人|指定专人|落实专人)[^，。；]{2,}")
_WITH = TEXT.gate("(?:^|[，])(?:以|用)[^，。；]{2,20}?(?:为(?:抓手|载体|依托|契机|平台|突破口)|(?:形式|方式|办法|方法))")
_MEANS = TEXT.gate("^(?:并)?(?:协调|筹措|筹集|申请|争取(?:上级|资金|项目|社会|企业|部门|县|市|区|镇|财政)|邀请|聘请|联合|会同|自筹|募集|抽调|发动|动员|成立(?:工作)?(?:专班|领导小组|工作组)|组织专班|安排|明确|签订|纳入|列入|实行|每[次月周季天日]|逐[一件户人项]|定期|不定期|专人|责任|指定)")
_PURPOSE = TEXT.gate("^(?:(?:自觉)?接受|缓解|让|使|确保|保证|做到|达到|实现|力争|方便|便于|以便|从而|进而|促进|推动|增强|提高|提升|改善|营造|形成|满足|保障|避免|防止|减轻|解决.*(?:难|问题|困难|毛病|矛盾|不便|短缺|不足|紧张|拥挤|烦恼|后顾之忧)$|(?:降低|减少|缩短|消除|节约|节省)[^，。；\\d一二两三四五六七八九十]{2,}$|为.{2,12}(?:贡献|力量|保障|支撑|便利|方便)|真正|不断|争做|争当|当好|树立|切实|努力|严把|帮助[^，。；]*解决)")
_INSIDE = TEXT.gate("^(?:积极)?(?P<means>(?:协调|联系|争取|邀请|聘请|联合|会同|发动|动员|组织)[\u4e00-\u9fff]{2,10}?)(?=(?:改造|安装|修建|维修|更换|新建|建设|解决|为|对|给|到|开展|举办|清理|疏通|硬化|来校|进校|进村|上门|授课|讲课|开设))")
_STATE_ONLY = TEXT.gate("(?:投入使用|竣工|完工|上墙|建成|到位|完成|验收|试行|通车|结对|办结|交付|封顶|挂牌|试运行|启用|开通|上线|结题|开馆|开放)$")
_EACH = TEXT.gate("^(?:并|且)?(?:每(?:次|本|节|期|件|场|篇|份|项|笔|课|堂)|逐[一件户人项条]|定期|不定期)")
_GOES_ON = TEXT.gate("^(?:并|再)?(?:发到|送给|送到|送往|交给|分给|用于|供|投入|其中|分别|包括|主要)")
_FIGURE = TEXT.gate("率|成绩|满意度|产值|利润|收入|人数|费用|名次")
_TIME_HEAD = re.compile("^(?:每[年月周季天日学期度]+|[\\d一二三四五六七八九十年月日底前旬学期末初春秋夏冬节暑寒假开上下半]+[月日底前末旬假节](?:前|底|内|份)?|\\d{1,2}[::]\\d{2})")
_NOT = TEXT.gate("不(?!定期|少于|低于|断|同|便)|无(?!偿)")
_ALSO = re.compile("(?<=[^，。；])并(?:及时|按时|定期)?(?:在|向|于|将|把|由|对|予以|进行|报|登记|公[布示开]|张|通报|反馈|建立|发|上报|录入|归档|签)[^，。；]{1,}")
_SET_RIGHT = re.compile("把.*(?:起来|到位)$|经.*通过$")
_EMPTY = re.compile("^(?:无|/|—|-|略|同上|[  ]*)$")


@Language.component("measures", requires=["doc._.project", "doc._.target", "doc._.weights"], assigns=["doc._.measures"])
def measures(doc: Doc) -> Doc:
    """Fill `measures` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.measures = find(sheet)
    return doc


def find(sheet: Sheet) -> Elements:
    """What a column or label line gives, else what introduces or follows the project."""
    given = tuple([c.span for c in sheet.clauses if c.role == "measures" and not _EMPTY.match(c.text)])
    if given:
        return Elements(given)
    spans: list[Span] = []
    doubts, first = False, _first(sheet)
    for clause in sheet.body:
        span, sure = _in_clause(sheet, clause, first)
        if span:
            spans.append(span)
            doubts = doubts or not sure
    return Elements(tuple(spans), sure=not (doubts and len(spans) == 1))


def _in_clause(sheet: Sheet, clause: Clause, first: int | None) -> tuple[Span | None, bool]:
    base, text = clause.span.start, clause.text
    if sheet.prohibited[clause.order]:
        return None, True
    signs = clause.signs
    named = (signs & _INTRO.sign and _INTRO.search(text)) or (signs & _WITH.sign and _WITH.search(text))
    if named:
        return Span(base + named.start(), base + named.end()), True
    also = _ALSO.search(text) if sheet.project.spans and "并" in text else None
    if also and also.start() >= 4:
        return Span(base + also.start(), base + also.end()), True
    inside = _INSIDE.match(text) if signs & _INSIDE.sign else None
    if inside and clause.order == first and inside.end() < len(text) - 3 and not text.startswith("组织"):
        return Span(base, base + inside.end("means")), True
    return _by_place(sheet, clause, first)


def _by_place(sheet: Sheet, clause: Clause, first: int | None) -> tuple[Span | None, bool]:
    """A clause before or after the project, which stands in clause `first`, that says how."""
    if clause.order and clause.text.startswith("由") and len(clause.text) > 6 and not clause.text.endswith("负责"):
        return clause.span, True
    if first is None or clause.order == first or len(clause.text) < 4:
        return None, True
    low, high = clause.span
    for start, end in sheet.project.spans:
        if start < high and low < end:
            return None, True
    if clause.order < first:
        return (clause.span, True) if clause.signs & _MEANS.sign and _MEANS.match(clause.text) and not _carries_target(sheet, clause) else (None, True)
    if (clause.signs & _EACH.sign and _EACH.match(clause.text)) or _is_listed_means(sheet, clause, first):
        return clause.span, True
    if _says_other(clause) or _carries_target(sheet, clause):
        return None, True
    acts = has_any(clause.hits, "verb.act", "verb.single", "verb.support", "measure.publicity")
    weight = sheet.weights[clause.order]
    if weight < (-1.6 if acts else -0.3):
        return None, True
    return clause.span, acts


def _says_other(clause: Clause) -> bool:
    """A purpose, a figure, a limit, one of several equal things, or the same thing going on."""
    text, signs = clause.text, clause.signs
    bare = _without_time(text)
    if len(bare) < 4 or (signs & ENUMERATED.sign and ENUMERATED.match(text)) or (signs & _GOES_ON.sign and _GOES_ON.match(bare)):
        return True
    if (signs & _NOT.sign and _NOT.search(bare)) or (signs & _PURPOSE.sign and _PURPOSE.match(bare)):
        return True
    return bool((signs & _FIGURE.sign and _FIGURE.search(bare)) or _SET_RIGHT.match(bare))


def is_purpose(clause: Clause) -> bool:
    """Whether a clause says what the work is good for (改善阅读环境, 方便群众), however long it waits to say so."""
    return bool(clause.signs & _PURPOSE.sign and _PURPOSE.match(_without_time(clause.text)))


def _without_time(text: str) -> str:
    """A clause without the time that it begins with."""
    time = _TIME_HEAD.match(text)
    return text[time.end() :] if time else text


def _is_listed_means(sheet: Sheet, clause: Clause, first: int) -> bool:
    """①②③ or 一是…二是 under a project say how it is done."""
    return bool(clause.signs & ENUMERATED.sign and ENUMERATED.match(clause.text)) and not ENUMERATED.match(sheet.clauses[first].text)


def _first(sheet: Sheet) -> int | None:
    """The order of the clause that holds the project."""
    if not sheet.project.spans:
        return None
    at = sheet.project.spans[0].start
    return next((c.order for c in sheet.clauses if c.span.start <= at < c.span.end), None)


def _carries_target(sheet: Sheet, clause: Clause) -> bool:
    low, high = clause.span
    for start, _ in sheet.target.spans:
        if low <= start < high:
            return True
    due = sheet.deadline.span
    bare = clause.text
    if due and low <= due.start < high:
        bare = sheet.text[max(low, due.end) : high].lstrip("前内，")
        if len(bare) <= 3:
            return True
    return len(bare) <= 8 and bool(clause.signs & _STATE_ONLY.sign and _STATE_ONLY.search(bare))


def only_ends(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause says by when it is done and nothing else (开学前投入使用, 国庆节前公布): the target in other words, no measure."""
    due, kind, text = sheet.deadline.span, sheet.deadline.kind, clause.text
    if due and due.start == clause.span.start and kind in (DeadlineKind.BY_DATE, DeadlineKind.RANGE):
        bare = sheet.text[due.end : clause.span.end].lstrip("前内，")
        if len(bare) <= 3:
            return True
    elif not clause.signs & _STATE_ONLY.sign:
        return False
    else:
        bare = _without_time(text)
    return len(bare) <= 8 and bool(clause.signs & _STATE_ONLY.sign and _STATE_ONLY.search(bare))


_MEANS_INSIDE = TEXT.gate("[请借凭靠并用]|由(?![每原\\d一二两三四五六七八九十])|通过|依托|联合|会同|协助|协同|配合|自[带备筹掏购理]|[和与跟同][^，。；]{1,8}(?:一起|一道|共同|合作|联合)|其中")
_BENEFIT = re.compile("^(?:进一步|不断|努力|积极)?(?:改善|提高|丰富|方便|美化|优化|活跃|缓解|解决|减轻|提升|改进|满足)(?![^，。；]*[\\d一二两三四五六七八九十])")
_TIME_ONLY = re.compile("^(?:利用|趁|在|于|逢|每逢|到)?$")
_MERE_DATE = re.compile("[从自到至]?[\\d零〇一二三四五六七八九十年月日号季度学期上下半初中底末]{2,}[之以]?[起前后内]?")
_PLACED = TEXT.gate(
    "^(?:[^，。；]{0,10}[前底内])?(?:并|再|然后)?(?:张?贴|挂|悬挂|摆放?|放置?|竖?立|安?装|存放|送|发|寄|分发|免费送|配发|赠送)(?:到|在|进|往|给|至|入)(?![^，。；]*(?:邮箱|网|群|栏|橱窗|墙|公[开示告]))[^，。；]{2,12}$"
)


_HUNG = re.compile("[贴挂][在到]")


def is_the_deed(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause is what is promised and can be no means to it (GUIDELINE.md, measure, steps 3 and 4): the only clause,
    the first act behind what it is good for (改善办公条件，更换桌椅), a time alone, where the thing is put or who gets it."""
    if adds_nothing(sheet, clause):
        return True
    if clause.signs & _MEANS_INSIDE.sign and _MEANS_INSIDE.search(clause.text):
        return False
    told = [c for c in sheet.body if not adds_nothing(sheet, c)]
    if clause in told[1:2] and _BENEFIT.match(told[0].text):
        return True
    return clause in told[:1] and all(is_purpose(c) or only_ends(sheet, c) for c in told[1:])


def adds_nothing(sheet: Sheet, clause: Clause, shown: bool = True) -> bool:
    """Whether a clause is a time, a place, a size, or what the thing is good for; `shown`: see `is_placed`."""
    if _is_time(sheet, clause) or is_placed(sheet, clause, shown):
        return True
    return bool(clause.order) and (_AIM.match(clause.text) is not None or _is_size(sheet, clause))


_AIM = re.compile(
    "(?:供|帮助?|免得|省得|以免|好让|教会|引导)(?:他|她|其|大家|学生|同学|群众|老人|孩子|职工|教工|教师|老师|村民|居民|病人|患者|家长|师生|新)"
    "|把(?:更多)?(?:时间|精力)还给|了解(?!情况后)[^，。；]{0,6}的?(?:想法|需求|疾苦|困难|情况|动态)$|学习[^，。；]{0,8}(?:经验|做法)$"
)
"""What comes of it for others, or for whom it is, behind what is done."""
_SIZED = re.compile("(?:约|共|共计|合计|总共|不少于|至少|每[\u4e00-\u9fff]{1,2}|面积|地点|规模|容量|藏书|总[长量]|字数)?(?:不少于|不低于|约|达|为|在)?")


def _is_size(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause says nothing but how much there is of the thing (约八万字, 面积一百二十平方米); how often is another matter."""
    low, high = clause.span
    inside = [m for m in sheet.amounts if m.clause == clause.order]
    if not inside or any(m.value.unit in ("次", "遍", "趟", "回", "场", "轮", "天", "小时") for m in inside):
        return clause.text.startswith("地点")
    start, end = inside[0].span.start, inside[-1].span.end
    return _SIZED.fullmatch(sheet.text[low:start]) is not None and high - end <= 2


def is_placed(sheet: Sheet, clause: Clause, shown: bool = True) -> bool:
    """Whether a clause behind the first says where the thing that is made is put, or who gets it (贴在机器旁边, 送到各办公室).
    What is hung up may be made known by it; without `shown` that is not counted."""
    if not clause.order or sheet.prohibited[clause.order] or not clause.signs & _PLACED.sign:
        return False
    return _PLACED.match(clause.text) is not None and (shown or not _HUNG.search(clause.text))


def _is_time(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause is nothing but its time (利用暑假, 每逢双周星期六)."""
    due = sheet.deadline.span
    if _MERE_DATE.fullmatch(clause.text):
        return True
    if not due or not (clause.span.start <= due.start and due.end <= clause.span.end):
        return False
    return bool(_TIME_ONLY.match(sheet.text[clause.span.start : due.start] + sheet.text[due.end : clause.span.end].strip("前内间，")))
