"""Amounts that decide whether a promise is kept: numeral + counter, shares, zero, counts per period.

What is no amount here (see tests/gold/GUIDELINE.md): names with numbers, dates, clock times, ages, document
numbers, ordinals, ranks of schools and exams, sums spent, past results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import numerals
from extractors.language.lexicon import store
from extractors.language.scanning import Scanner
from extractors.language.sheet import Clause, Mention, Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind, Quantity, Span

_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NUMERAL = rf"(?:{_ARABIC}[十百千]?[万亿]?|数[十百千万]+|[零一二两三四五六七八九十百千]+[万亿]?(?:[零一二两三四五六七八九十百千]+)?|半|双)"
_LEAST = "不少于|不低于|不得少于|不得低于|不能少于|不能低于|不可少于|不可低于|不下于|不小于|至少|最少|超过|突破|大于|高于|多于|≥|＞|>|达到或超过"
_MOST = "不超过|不高于|不多于|不大于|不得超过|不得高于|不得多于|不能超过|不能高于|不能多于|不可超过|不会超过|控制在|控制到|最多|至多|低于|少于|小于|≤|＜|<|压缩到|压缩至|压缩为|缩短到|缩短至|缩短为|缩减到|不到|降至|降到|降低到|降低至|下降到|下降至|减少到|减少至|减至|减为"
_REACH = "达到|达|增至|增加到|增加至|提高到|提高至|提升到|提升至|扩大到|扩大至|扩展到|上升到|上升至|延长到|延长至|保持在|稳定在|完成|为|各|均|共|(?<![签预续履解契合条公违邀])约|近|逾|超"
_MORE = "上升|增长|提高|提升|增加|递增|增收|上涨|增产|增幅|新增|增"
_LESS = "下降|减少|降低|压缩|缩短|缩减|节约|减"
_LEADS = f"{_LEAST}|{_MOST}|{_REACH}|{_MORE}|{_LESS}"
_LEAD = re.compile(f"(?:{_LEADS}){{1,3}}$")
_LEAD_ENDS = frozenset(word[-1] for word in _LEADS.split("|"))
_BOUND = re.compile(f"(?P<least>{_LEAST})|{_MOST}")
"""Read from the left, so that 不超过 and 不低于 are not taken for the 超过 and 低于 in them."""
_RISES, _FALLS = re.compile(f"(?:{_MORE})$"), re.compile(f"(?:{_LESS})$")
_TAIL = "(?P<tail>以上|及以上|以下|及以下|以内|之内|内|左右)?"


@lru_cache(maxsize=1)
def _grammar() -> Scanner:
    words = store().words
    units = sorted({*words["unit.plain"], *words["unit.money"]}, key=len, reverse=True)
    unit = "|".join(re.escape(u) for u in units)
    starts = "".join(sorted({u[0] for u in units}))  # most numerals stand before none of them
    share = r"(?P<parts>[百千万二三四五六七八九十])分之(?P<hundredths>\d+(?:\.\d+)?|[零一二三四五六七八九十百点]+)"
    return Scanner.of(
        "[\\d零一二两三四五六七八九十百千万数半双]",
        f"(?:{share}|(?P<number>{_NUMERAL})(?:[-－—–~～至到](?P<upto>{_NUMERAL}))?(?P<more>余|多|来|几)?"
        f"(?:(?P<unit>(?=[%‰成倍折番{re.escape(starts)}])(?:%|‰|个百分点|百分点|成(?!立|为|员|果|效|绩|功|本|长|熟|人|套|品|交)|倍|折|番|{unit}))|(?P<bare>(?=[A-Za-z]|以上|以下|以内|$|[，。；、,;\\s]))))(?:的)?{_TAIL}"
    )


# 一小 and 三本 name schools and courses, unless they go on as an hour or as books; 十一 is a feast, unless it counts.
_NO_NAME = re.compile("[一二三](?:小(?=时)|本(?![线率院上录学批以招大二、，。]|$))|十一(?=[人名户个位件次场间台项条本张份处篇](?!民))")
_DIGIT = TEXT.gate(r"[\d零一二两三四五六七八九十百千半双数]")
_DATE = Scanner.of(
    r"[\d零一二两三四五六七八九十百半第〔\[(（周星礼每双单月xX*]",
    r"(?:[二两]?[\d零一二三四五六七八九十]{2,4}年(?!级)(?:\d{1,2}|[一二三四五六七八九十]{1,3})月?|\d{4}年|"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[xX×*]+)月(?:份|底|末|初|中旬|上旬|下旬|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?|"
    r"\d{1,2}[日号](?![内])|[一二三四五六七八九十\d]+[日号](?=[前起至到])|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[::]\d{2}|\d{1,2}[点时](?:半|整|\d{1,2}分?|前|后|至|到)?(?!间|节)|(?:(?<=[早晚午上天晨到至])|(?<=凌晨))[一二三四五六七八九十]{1,3}点(?:半|钟|一刻)?(?!建议|意见|要求|做法|措施|计划|希望)|[一二三四五六七八九十]{1,3}点(?:半|钟|[至到](?=[一二三四五六七八九十晚早下上]))|"
    r"[〔\[(（]\d{4}[〕\])）]\d*号?|第[\d零一二三四五六七八九十百]+|[\d零一二三四五六七八九十]+(?:届|中全会|年级|级(?!奖)|岁|周岁|周年|号(?!召)|楼(?!道)|院|单元楼|寸|大(?=[精召以代报会学、，。]|$)|五规划|[年个]?月龄|时(?=[开上下到]))|"
    r"[\d一二两三四五六七八九十半]+(?:个月|年|周)(?:之内|以内|内|任期|期)|(?:周|星期|礼拜)[一二三四五六日天至到、、]+(?![次场节课堂个名件户篇期遍回])|每?[双单]?月)",
    alphabet=TEXT,
)
_LENGTH = re.compile(r"[\d一二三四五六七八九十两半]+个?(?:工作)?(?:天|日|小时|分钟)(?:之内|以内|内)$")
_NOT_HERE = TEXT.gate("现有|目前|共有[^，]{0,4}党员|我[校院村镇县局社]有|原有|上年度|去年|近年来|截至|已(?!婚|有文)|曾|过去[的一]|以来")
_COMPARES = re.compile("(?:比|较|同比|在)(?:上年|去年|往年|原有|上年度|上一年)|由|从|将")
_SPENT = re.compile("投入|投资|筹措|筹集|出资|拨付|拨款|安排(?:资金|经费)?|经费|资金|争取|预算|补助|补贴|慰问金|奖励|耗资|自筹|贷款|花|列支|划拨|提取|支付|支出|使用|落实|配套|价值|造价|标准")
_EARNED = re.compile("增收|增加|增长|收入|产值|利润|销售|营业|税|纳|创收|节约|节省|节支|降|减少|达|突破|超|实现|完成|引资|招商|捐款|捐|募|人均|户均|控制|以下|以内|成本|存款|回收|清收|储蓄|效益|融资")
_SERVICE_UNITS = ("小时", "个小时", "分钟", "天", "日", "工作日", "个工作日", "自然日", "个自然日")
_LENGTH_NAMES = TEXT.gate("24小时(?:不离人|不断|有人|不打烊|不停|值班|服务|值守|在线|开机|畅通|热线|待命|受理|开放|供|应急|通讯|电话|轮)|(?:8|八)小时(?:以外|之外|外)|二十四小时(?:值班|服务)")
_OF_WORK = frozenset("次堂场遍篇份件趟回期节项双套本册顿餐桌床")
"""Counters of what is done: 作一次讲座 is no role as 做一名好老师 is."""
_ROLE = re.compile("(?:做|当|当好|做好|成为|争做|争当|争创|是|作为|作|像|如|同为|身为|为)(?:好)?$")
_IDIOM = Scanner.of("[一二两三四五六七八九十货干爱管富造振致温影教带搞最头首任哪某随后末倒排往白多少只空跑]", "往一处|货比三家|一部分|十字(?=[街路架绣交镐型形])|[一两二三四五六七八九十]人一[组班岗队]|[两三]年一换|(?:白|多|少|只|空)跑一[趟次]|(?:最后|头|首|任何|哪|某|随便)一[\u4e00-\u9fff]|(?:排名)?(?:后|末|倒数)第?[\\d一二三四五六七八九十]+[名位](?=的|$)|一个支部一|一名党员一|一个党员一|一(.)[^，。；]{1,4}一\\1|(?:干|爱|管|富|造福|振兴|致富|温暖|影响|教育|带动|搞活)一[行片方批村地代]", alphabet=TEXT)
_RANK = TEXT.gate("(?<![提底末旬月日号节之以])前(?:[\\d一二三四五六七八九十]{1,3})(?:名|位|%)?|第[一二三123](?:名|位)")
_LATER_HOURS = TEXT.gate("(?:延长|提前|推迟|延后|延时|延伸|顺延)[^，。；]{0,8}?(?:至|到)(?:早上|晚上|下午|上午|中午)?(?P<hour>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[:：]\\d{2}|[时点](?:半|整|\\d{1,2}分?)?)")
_SAME_DAY = TEXT.gate("(?:当天|当日|当场|即日|当班)(?:内|就|予以)?(?:办[结完理]|答复|回复|解决|处理|完成|反馈|上报|送达|清|付清|结清|登记|立案|受理|修复|到位|维修|批改|报|交|入账|归档|录入)")
_QUOTED = TEXT.gate("[“\"《][^”\"》]*[”\"》]")
_PER = re.compile("(?:每[人名户个位]|人均|户均|各)[^，。；\\d]{0,6}$")
_FREQUENT = re.compile("(?:每|一)(?:个)?(?:年|学年|学期|季度|季|月|周|星期|旬|天|日|半年|半月|节课|堂课|次)[^，。；\n]{0,14}?$")
_TIMES = frozenset(("次", "遍", "趟", "回", "场", "轮", "期"))


@Language.component("amounts", requires=["doc._.hits", "doc._.clauses", "doc._.deadline"], assigns=["doc._.amounts"])
def amounts(doc: Doc) -> Doc:
    """Fill `amounts` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.amounts = tuple(find(sheet))
    return doc


def find(sheet: Sheet) -> Iterator[Mention]:
    """The amounts of all clauses that say what is promised, the target's own first where a column gives it."""
    zero = sheet.signs & _ZERO_LOOK.sign and _ZERO_LOOK.search(sheet.text) is not None
    for clause in sheet.clauses:
        if clause.role in ("deadline", "responsible", "other"):
            continue
        if zero:
            yield from _zeroes(sheet, clause)
        signs = clause.signs
        if signs & _DIGIT.sign and _DIGIT.search(clause.text):
            yield from _counted(sheet, clause)
        if signs & _LATER_HOURS.sign:
            yield from _hours(clause)
        found = _SAME_DAY.search(clause.text) if signs & _SAME_DAY.sign else None
        if found:
            yield Mention(_at(clause, found.start(), found.end()), Quantity(1, "天", "≤"), clause.order)


def _hours(clause: Clause) -> Iterator[Mention]:
    """An hour that a service is moved to (延长至18时, 提前到6:20) decides whether it is done."""
    found = _LATER_HOURS.search(clause.text)
    if found:
        yield Mention(_at(clause, found.start(), found.end()), Quantity(numerals.value(found["hour"]), "时", "="), clause.order)


def _counted(sheet: Sheet, clause: Clause) -> Iterator[Mention]:
    blocked: list[tuple[int, int]] | None = None
    text = clause.text
    for rank in _RANK.finditer(text) if clause.signs & _RANK.sign else ():
        if rank.group().startswith("前") and not _month_near(text, rank.end()):
            number = numerals.value(rank.group().strip("前名位%") or "零")
            unit = "%" if rank.group().endswith("%") else "名"
            yield Mention(_at(clause, rank.start(), rank.end()), Quantity(number, unit, "≤"), clause.order)
    last_from: float | None = None
    for match in _grammar().finditer(text):
        at = match.start("number")
        if at < 0:
            at = match.start("hundredths")
        if blocked is None:
            blocked = _blocked(sheet, clause)
        if _stands_in(at, blocked):
            continue
        lead = _lead(text, match.start())
        if not _is_amount(match, text, at, lead is not None):
            continue
        baseline = last_from
        if _is_baseline(text, at, match.end()):
            last_from = numerals.value(match.group("number") or "零")
            continue
        start = lead.start() if lead else match.start()
        value = _quantity(match, lead.group() if lead else _far_least(text, start), baseline)
        yield Mention(_at(clause, _per_start(text, match, start), match.end()), value, clause.order)


def _stands_in(at: int, ranges: list[tuple[int, int]]) -> bool:
    for low, high in ranges:  # noqa: SIM110  any() over a generator takes three times as long
        if low <= at < high:
            return True
    return False


_FAR_LEAST = re.compile("(?:至少|最少|不少于)(?=[一-鿿]{1,4}$)")


def _far_least(text: str, start: int) -> str:
    """至少 before the verb of an amount (至少安排一天, 至少撰写12篇)."""
    found = _FAR_LEAST.search(text, max(0, start - 7), start) if "少" in text[max(0, start - 7) : start] else None
    return found.group() if found else ""


def _lead(text: str, end: int) -> re.Match[str] | None:
    """The words before an amount that say whether it is a least, a most or a change."""
    return _LEAD.search(text, max(0, end - 12), end) if text[end - 1 : end] in _LEAD_ENDS else None


def _blocked(sheet: Sheet, clause: Clause) -> list[tuple[int, int]]:
    """Ranges of the clause whose digits are no amounts."""
    base, text = clause.span.start, clause.text
    patterns = (_DATE, _RANK, _LENGTH_NAMES, _IDIOM, _QUOTED)
    ranges = [match.span() for pattern in patterns if clause.signs & pattern.sign for match in pattern.finditer(text)]
    ranges += [(s.start - base, s.end - base) for s in clause.hits.get("quantity.name", ()) if not _NO_NAME.match(text, s.start - base)]
    due = sheet.deadline
    if due.span and due.kind not in (DeadlineKind.EVENT, DeadlineKind.RECURRING) and not _LENGTH.match(due.phrase):
        ranges.append((due.span.start - base, due.span.end - base))
    past = _NOT_HERE.search(text) if clause.signs & _NOT_HERE.sign else None
    if past and not _COMPARES.search(text):
        ranges.append((past.start(), len(text)))
    return ranges


def _is_amount(match: re.Match[str], text: str, at: int, lead: bool) -> bool:
    number, unit, tail, hundredths = match.group("number", "unit", "tail", "hundredths")
    before, after = text[:at], text[match.end() :]
    if hundredths:
        return _QUORUM.match(after) is None
    if before[-1:] in ("第", "〔", "[", "第") or (before[-1:].isascii() and before[-1:].isalpha() and before[-1:] != "达"):
        return False
    if unit is None:
        if len(number) > _LONGEST or re.match("[A-Z](?:级|类|证|照|驾)", after):
            return False
        return number[0].isdigit() and bool(lead or tail or (after[:1].isalpha() and after[:1].isascii()))
    if unit in store().words["unit.money"] and not (unit == "万" and after[:1] in "人户亩吨头只株棵字份册件"):
        return _earned(text, at, tail or "")
    if unit in ("年", "周", "个月") and not lead:
        return _STAYS.search(before) is not None
    if (unit == "回" and _BACK.match(after)) or (unit == "轮" and after[:1] in ("车", "摩")):
        return False
    if unit == "个" and after.startswith(_ASPECTS):
        return False
    if unit in ("位", "名", "个", "人") and _HELPED.search(before) and (_HELP.search(after) or before.endswith("由")):
        return False
    if number == "一" or number in ("半", "双"):
        return _small(number, unit, before, after, tail)
    if unit == "个" and number in _FEW and _CATCHWORD.match(after):
        return False
    if unit in ("分",) and not (lead or tail or re.search("成绩|平均|得分|评分|测评|考核|总分", text)):
        return False
    if unit in _NUMBERED and number in _ORDINAL and (match.group().endswith("的") or _LISTED.match(after) or before[-1:] in _WHERE):
        return False
    return not (unit in _NUMBERED and re.match("至|到|[-—]", after))


_NUMBERED, _ORDINAL = ("组", "队", "班", "村", "号", "站"), frozenset("二三四五六七八九十")
"""三组的水渠 is the third group's; two of them would be 两组."""
_LISTED, _WHERE = re.compile("[、和与及至到][二三四五六七八九十]{1,2}[组队班村号站]"), frozenset("给在到至对从、和与及")
"""Groups in a row (三组、四组) and those to which something goes are names; 安装五组光伏板 counts."""


_BACK = re.compile("[来家到去校乡国头应复馈访收迁购顾报落升流答填信]")
"""回 is a time that something is done (每月义诊一回) unless it goes on as to come back or to answer."""
_LONGEST = 8
"""A longer run of digits without a counter is the number of a person, a telephone or a paper."""
# So long a stay is the work itself (下企业实践两个月).
_STAYS = re.compile("(?:实践|挂职|培训|支教|驻村|进修|锻炼|跟岗|蹲点|实习|服务|帮扶|轮训|顶岗)(?:不少于|满|达)?$")
# Catchwords count their own parts (四个意识, 五个好, 六个严禁), things are counted on (五个自然村, 三个全新的机位).
_FEW = frozenset("一二两三四五六七八九十")
_CATCHWORD = re.compile(
    "好(?![几多])|有(?![线限色机效害毒关])|带头(?!人)|代表(?![人队团作])|坚[持决定]|更加?|必须|严(?!重)|不(?![同少足锈满])|百年|结合(?![部点])|注重|讲(?![座堂台师])|率先|全(?![新套年县市区镇乡村校院部国])|务必|意识"
    "|自(?![然动行考习制助费留建养治])|维护(?![点站队员])|到位|明(?![星年细])|大(?![门棚厅会队院屏学村型户专件棒缸])|统一?(?!计)|一(?![线级类年月天次把台间块根条人])|确保|服务(?![点站队窗中网岗项区员台])"
)
_ASPECTS = ("环节", "方面", "层面", "步骤", "阶段", "关口", "维度", "统一", "结合", "层级", "渠道", "时段", "角度", "途径", "重点", "关键")
# Whoever is asked in to help with something else is not counted: 请两位老教授把关.
_HELPED = re.compile("(?:[^，。；]{2,}|^(?:并|再|还|特|另)?)(?:邀请|聘请|约请|请|由)$")
_HELP = re.compile("^[^，。；]{1,10}?(?:把关|指导|验收|编|检查|监督|到场|评审|审|带|教|陪|作证|见证|评分|打分|协助|帮忙|设计|主刀|操作|做顾问)")


_LESSON = re.compile("[^，。；]{0,4}课")
"""上一次课 is to give a lesson, not the last time."""
_NOT_ONE = re.compile("[\u4e00-\u9fff]{1,4}?[都也]?不(?![落漏少掉丢拉留剩差错误缺空欠断])|[都也]?不[落漏少掉丢拉留剩差错误缺空欠断]")
"""一颗螺丝不往家里拿 is a prohibition, 一户不落 an end state: neither counts one."""


_BEHIND, _SAID = frozenset("套张包家口道车队"), frozenset("说做成此同另这那为是当如到得着了")
"""Counters behind what they count (报名系统一套), unless a verb has them for its object (说一套做一套, 自成一家)."""


def _small(number: str, unit: str, before: str, after: str, tail: str | None) -> bool:
    """一, 半, 双: counts only with a counter that counts, and not as an article (当一名…, 每一户)."""
    if number == "双":
        return unit == "双"
    if number == "半":
        return unit in ("小时", "个小时", "天", "日", "亩", "节") or False
    if number == "一" and (_NOT_ONE.match(after) or before[-1:] == unit[:1]):
        return False  # 讲一讲, 看一看: a verb said twice
    if not after and unit in _BEHIND and len(before) >= 4 and before[-1] not in _SAID:
        return True
    if (_ROLE.search(before) and not (unit in _OF_WORK and before[-1:] in "作做")) or (before[-1:] in ("头", "首", "每", "这", "那", "某", "任", "何", "同", "另", "统", "唯", "第", "进", "单", "哪", "专", "万", "下", "上") and not (
        before[-1:] in "上下" and unit in ("节", "堂", "次", "期") and (unit != "次" or _LESSON.match(after))
    )):
        return False
    if unit in ("点", "面", "步", "线", "天", "日", "年", "片", "方", "致", "套", "度", "分", "体", "道", "队", "口", "班", "代", "头", "米", "里", "身", "张", "车", "手", "家", "种", "孔", "包"):
        return bool(tail) or (unit in ("天", "日", "套", "口", "头", "家", "种") and after[:1] not in ("", "，", "体") and bool(re.match("[\u4e00-\u9fff]", after)) and not (unit == "家" and after[:1] in "人"))
    return True


def _earned(text: str, at: int, tail: str) -> bool:
    """A sum is a target where it is earned, saved, reached or given away, not where it is spent."""
    before = text[max(0, at - 14) : at]
    if _SPENT.search(before) and not re.search("增收|收入|引资|利润|产值|降|节约|税", before):
        return False
    return bool(_EARNED.search(before) or (tail in ("以上", "以下", "以内") and not _SPENT.search(text)))


def _is_baseline(text: str, at: int, end: int) -> bool:
    head, rest = text[max(0, at - 8) : at], text[end : end + 10]
    if "由" not in head and "从" not in head:
        return False
    return bool(re.search("(?:由|从)[^，]{0,7}$", head) and re.match("[^，]{0,4}(?:提高|提升|增加|增|扩大|扩|压缩|缩短|缩|降|减|上升|延长|变|调整|改)", rest))


def _quantity(match: re.Match[str], lead: str, baseline: float | None) -> Quantity:
    tail = match.group("tail") or ""
    if match.group("hundredths"):
        number, unit = _share(match.group("parts"), match.group("hundredths"))
    else:
        number, unit = numerals.value(match.group("number")), match.group("unit") or ""
    if match.group("upto"):
        return Quantity(numerals.value(match.group("upto")), unit, "~", number)
    return Quantity(number, unit, _relation(lead, tail, unit, match.group("more") if match.group("number") else None), baseline)


_QUORUM = re.compile("[^，。；]{0,12}(?:同意|通过|到会|出席|赞成|表决)")
_PARTS = {"百": "%", "千": "‰", "万": "‱"}


def _share(parts: str, told: str) -> tuple[float | None, str]:
    """百分之九十八点五, 千分之三, 三分之一: a share with its unit; one of a few parts in hundredths."""
    whole, _, decimals = told.partition("点")
    number = numerals.value(whole)
    if number is not None and decimals:
        number += float("0." + "".join(str(int(numerals.value(d) or 0)) for d in decimals))
    if parts in _PARTS or number is None:
        return number, _PARTS.get(parts, "")
    return round(100 * number / (numerals.value(parts) or 1), 2), "%"


def _relation(lead: str, tail: str, unit: str, more: str | None) -> str:
    bound = _BOUND.search(lead) if lead else None
    if tail in ("以上", "及以上") or more or (bound and bound["least"]):
        return "≥"
    if tail in ("以下", "及以下", "以内", "之内", "内") or bound:
        return "≤"
    if not lead:
        return "="
    if unit in ("%", "‰", "个百分点", "百分点", "成", "倍", "番") or "增" in lead:
        if _RISES.search(lead) and not lead.endswith(("到", "至")):
            return "+"
        if _FALLS.search(lead):
            return "-"
    return "="


def _zeroes(sheet: Sheet, clause: Clause) -> Iterator[Mention]:
    for hit in clause.hits.get("target.zero", ()):
        yield Mention(hit, Quantity(0, sheet.text[hit.start + 1 : hit.end], "="), clause.order)
    known = [hit.start - clause.span.start for hit in clause.hits.get("target.zero", ())]
    for match in _NONE_OF.finditer(clause.text) if "零" in clause.text else ():
        if match.start() not in known:
            yield Mention(_at(clause, match.start(), match.end()), Quantity(0, match.group().partition("零")[2], "="), clause.order)
    for match in _ZERO.finditer(clause.text) if _ZERO_SIGN.search(clause.text) else ():
        yield Mention(_at(clause, match.start(), match.end()), Quantity(0, match.group("what") or "", "="), clause.order)
    for match in _FULL.finditer(clause.text) if "百" in clause.text else ():
        yield Mention(_at(clause, match.start(), match.end()), Quantity(100, "%", "="), clause.order)


# None of them, said with 零 before the thing (零违章, 零推诿) or behind it (教学事故零, 双零); 零售, 零距离 … are other words.
_NONE_OF = re.compile(
    "(?<![\\d一二三四五六七八九十百千万亿点从归清为成到至])零(?![\\d一二三四五六七八九十百千钱钞售件散星下部花碎食用时点头工活担落距障门容基起跑换接和]|差率)[\u4e00-\u9fff]{1,3}"
    "|(?<=[\u4e00-\u9fff])(?<![归清为成凋飘从])双?零(?=[，。；、]|$)"
)
_ZERO_LOOK = TEXT.gate("[零0分生现出](?:(?<=[零0])|(?<=百分)|(?<=一分)|(?<=不发生)|(?<=不出现)|(?<=不出)(?=一)|(?=文不))")
_ZERO_SIGN = re.compile("发生|出现|不出一|一分|分文|为零|为0|[“\"]零|归零|清零")
_ZERO = re.compile("(?P<free>不(?:发生|出现)(?:任何)?一[起例件次宗]|不出一[一-鿿]|不[收取要](?:群众|任何|他们|乡亲)?一分钱|分文不[收取]|一分(?:钱)?不[收取要])|(?P<what>[^，。；]{0,6})(?:为零|为0(?![\\d.])|[“\"]零[”\"][^，。；]{2,4}|归零|清零)")
_FULL = re.compile("百分之百|百分百")


def _per_start(text: str, match: re.Match[str], start: int) -> int:
    """Takes the frequency before the amount into the span (每季度公开一次)."""
    if match.group("unit") in _TIMES:
        frequent = _FREQUENT.search(text[:start])
        if frequent:
            return frequent.start()
    head = text[:start]
    per = _PER.search(head) if "每" in head or "均" in head or "各" in head else None
    return per.start() if per else start


def _month_near(text: str, end: int) -> bool:
    return text[end : end + 1] in ("月", "年", "日", "天", "周", "个", "分", "小", "点", "秒")


def _at(clause: Clause, start: int, end: int) -> Span:
    return Span(clause.span.start + start, clause.span.start + end)
