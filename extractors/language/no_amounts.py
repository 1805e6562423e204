"""Numbers that are no amounts: those of dates, ranks, names and idioms, sums spent, articles and ordinals."""

from __future__ import annotations

import re

from extractors.language.lexicon import store
from extractors.language.scanning import Scanner
from extractors.language.sheet import Clause, Sheet
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind

# 一小 and 三本 name schools and courses, unless they go on as an hour or as books; 十一 is a feast, unless it counts.
_NO_NAME = re.compile("[一二三](?:小(?=时)|本(?![线率院上录学批以招大二、，。]|$))|十一(?=[人名户个位件次场间台项条本张份处篇](?!民))")
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
_LENGTH_NAMES = TEXT.gate("24小时(?:不离人|不断|有人|不打烊|不停|值班|服务|值守|在线|开机|畅通|热线|待命|受理|开放|供|应急|通讯|电话|轮)|(?:8|八)小时(?:以外|之外|外)|二十四小时(?:值班|服务)")
_OF_WORK = frozenset("次堂场遍篇份件趟回期节项双套本册顿餐桌床")
"""Counters of what is done: 作一次讲座 is no role as 做一名好老师 is."""
_ROLE = re.compile("(?:做|当|当好|做好|成为|争做|争当|争创|是|作为|作|像|如|同为|身为|为)(?:好)?$")
_IDIOM = Scanner.of("[一二两三四五六七八九十货干爱管富造振致温影教带搞最头首任哪某随后末倒排往白多少只空跑]", "往一处|货比三家|一部分|十字(?=[街路架绣交镐型形])|[一两二三四五六七八九十]人一[组班岗队]|[两三]年一换|(?:白|多|少|只|空)跑一[趟次]|(?:最后|头|首|任何|哪|某|随便)一[\u4e00-\u9fff]|(?:排名)?(?:后|末|倒数)第?[\\d一二三四五六七八九十]+[名位](?=的|$)|一个支部一|一名党员一|一个党员一|一(.)[^，。；]{1,4}一\\1|(?:干|爱|管|富|造福|振兴|致富|温暖|影响|教育|带动|搞活)一[行片方批村地代]", alphabet=TEXT)
RANK = TEXT.gate("(?<![提底末旬月日号节之以])前(?:[\\d一二三四五六七八九十]{1,3})(?:名|位|%)?|第[一二三123](?:名|位)")
"""A rank: 前三名, 前10%, 第一名."""
_QUOTED = TEXT.gate("[“\"《][^”\"》]*[”\"》]")


def stands_in(at: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether a place is in one of the ranges."""
    for low, high in ranges:  # noqa: SIM110  any() over a generator takes three times as long
        if low <= at < high:
            return True
    return False


def blocked_ranges(sheet: Sheet, clause: Clause) -> list[tuple[int, int]]:
    """Ranges of the clause whose digits are no amounts."""
    base, text = clause.span.start, clause.text
    patterns = (_DATE, RANK, _LENGTH_NAMES, _IDIOM, _QUOTED)
    ranges = [match.span() for pattern in patterns if clause.signs & pattern.sign for match in pattern.finditer(text)]
    ranges += [(s.start - base, s.end - base) for s in clause.hits.get("quantity.name", ()) if not _NO_NAME.match(text, s.start - base)]
    due = sheet.deadline
    if due.span and due.kind not in (DeadlineKind.EVENT, DeadlineKind.RECURRING) and not _LENGTH.match(due.phrase):
        ranges.append((due.span.start - base, due.span.end - base))
    past = _NOT_HERE.search(text) if clause.signs & _NOT_HERE.sign else None
    if past and not _COMPARES.search(text):
        ranges.append((past.start(), len(text)))
    return ranges


def is_amount(match: re.Match[str], text: str, at: int, lead: bool) -> bool:
    """Whether a match of the grammar counts something that is promised; its numeral stands at `at`, behind a `lead` (不少于) or not."""
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


_QUORUM = re.compile("[^，。；]{0,12}(?:同意|通过|到会|出席|赞成|表决)")


def month_near(text: str, end: int) -> bool:
    """Whether what looked like a rank goes on as a time (前三个月)."""
    return text[end : end + 1] in ("月", "年", "日", "天", "周", "个", "分", "小", "点", "秒")
