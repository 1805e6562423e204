"""The title of a form: which line it is, and what it says of year, kind and unit."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.forms.templates import titles
from extractors.forms.text import has_ordinal, squeeze
from extractors.houses import NAMED, NOT_OF_SLOGANS, PARTY
from extractors.model import FormKind
from extractors.model.value_class import value_class
from extractors.numerals import NUMERALS, YEAR
from extractors.years import title_years

_BRACKET_END = re.compile(r"(?:\([^()]*\)|【[^【】]{1,8}】)$")
_KEPT = re.compile("[践亮立]诺(?:书|卡片?|台[账帐]|清单|公示|公示表)$|[亮立]诺[一-鿿]{0,4}(?:表|单|牌|栏|榜|墙)$")
"""What a form is called that names the keeping, showing or making of the promises only."""
_STEPS = re.compile("承诺、?(?:和|与|及)?(?:[审亮践履晒兑督评结]诺、?(?:和|与|及)?)+")
"""The steps of which the promise is the first, in the name of the paper that goes with it through the year (承诺、审诺、践诺、评诺登记卡)."""
_COURSE = re.compile("(?<=承诺)(?:事项)?(?:及|和|与|、)其?(?:兑现|完成|落实|践诺|履诺|办理)(?:的?情况)(?=(?:登记|公示)?(?:表|卡|单|台账)$)")
"""What became of the promises, in the name of the paper on which both stand (承诺及兑现情况表)."""
_PLEDGE = re.compile(r"(?:[^，。；：:]{0,24}(?:党|支部|书记|干部|个人|本人)[^，。；：:]{0,12}|[^，。；：:]{0,4})(?:保证书|决心书|责任状|军令状)")
"""What a promise is called by those who do not say 承诺; a weak title."""
_PLEDGE_ENDS = ("书", "状", " ", "\u3000")
_ENGLISH = re.compile("(?<=[书表单卡示诺])[A-Za-z.',&-]{3,}$")
"""The title in English behind it, its blanks taken out."""
_QUOTES = str.maketrans("", "", "“”\"‘’「」『』")
_TAIL = re.compile(
    r"承诺的?(?:、?(?:践诺|践行|兑现|履诺))?(?:、?评诺)?(?:事项|内容|项目|任务|目标|服务)*的?(?P<strong>公示|公告|公开|一览|登记|汇总|明细|责任|推进)*(?P<paper>书|信|函|公约|宣言|誓[言词约]|计划|保证书|责任书|表|卡片?|单|清单|台账|栏|牌|榜|板|墙|公示|公告)*(?:样式|样表|式样|范[本文]|模板)?(?:续|[选摘]登|选编|集锦|展示|园地|[二两三四五六七八九十\d]{1,2}[则篇])?(?:\d{4}年度?|(?<=[书信函])(?:篇|之)?[\d一二三四五六七八九十]{1,2})?"
)
_ANY_PAPER = re.compile("承诺(?:事项|内容|项目)?(?!.*(?:兑现|落实|结果|评|测|考核|统计|征求|意见|监督|检查|整改|花名))[一-鿿]{1,6}(?:书|表|卡片?|单|台[账帐]|栏|牌|榜)")
"""A paper of which nobody has heard (承诺问答卡, 承诺事项分季推进表)."""
_NOT = re.compile(
    r"[。；;！!?？,，:：]|^附件|通知|方案|总结|汇报|报告|办法|制度$|纪要|记录|名单|花名册|承诺人|(?<!践诺)(?<!践诺、)评诺|审诺|情况|如下|以下|郑重|作出|做出|亮出|许下|特作|^《(?!.*》承诺书$)|签(?:下|[订署]了?)(?![^，。]{0,2}书$)|^向(?=[^承]{0,20}(?:党组织|支部|组织|社会|人民|群众|领导|师生|职工|村民|居民|家长|学生|患者|客户|同志|乡亲)|全|广大|上级|您|你|大家|各)"
)
_SHEET = re.compile(
    r"\s*(?:附\s*件|附\s*表|样\s*表|表)\s*[\d一二三四五六]{1,2}\s*[：:、.]\s*(?=[^\s\d])"
    rf"|\s*[（(【\[]?(?:(?:篇|范文)\s?[\d{NUMERALS}]{{1,3}}|第[\d{NUMERALS}]{{1,3}}篇)(?:[）)】\]]\s*[：:、.]?|[：:、.\s])\s*(?=[^\s\d])"
)
"""The number of the paper before its title (附件2：党员公开承诺书, 篇二：支部承诺书)."""
_PAPER = re.compile(rf"[（(【\[]?(?:(?:篇|范文)[\d{NUMERALS}]{{1,3}}|第[\d{NUMERALS}]{{1,3}}篇)[）)】\]]?[：:]?")
_SENTENCE = re.compile(r"[。；;！!?？,，:：]|通知|方案|总结|汇报|报告|办法|纪要|记录|名单|(?:如|以)下|郑重|情况")
_TO_THE_PUBLIC = re.compile("..(?:服务|社会)$")
"""What stands before 承诺内容 where that is no heading (某某馆服务承诺内容)."""
_SOME = re.compile(r".{0,20}关于.{2,30}的(?:若干|(?:几|[二两三四五六七八九十]{1,2}|\d{1,2})[点项条个])")
"""A title that counts its promises loosely (关于窗口工作的若干承诺)."""
_MANY = re.compile(r"\d{2,3}[名位]")
"""How many promise (35名党员公开承诺书): no number of a point."""
_COUNTED_TITLE = re.compile(rf"(?:\d{{1,2}}|[{NUMERALS}]{{1,2}})[.、](?:公开|个人)?承诺[书函]")
"""A title in a collection of papers (1.承诺书)."""
_SUBJECT = re.compile(r"公开承诺|党|支部|年度|共产|为民|服务|书记|干部|清单|一览|我们?的承诺|个人承诺|践诺|班子|两委|先锋|任期|实事|(?:[二两三四五六七八九十]|\d)[项条个]承诺")
_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d|{YEAR})\s*(?:[-—–~至]\s*\d{{2,4}}\s*)?(?:学?年|(?=公开|党))")
_YEAR_FIRST = re.compile(rf"^\s*{_YEAR.pattern}度?\s*")
_ORG = rf"(?:直属|机关)?(?:党总支部|总支部|{PARTY}|党组织|委员会|支委会|党小组)"
_UNIT = re.compile(rf"^(?:中共|中国共产党)?.*?{_ORG}(?:委员会)?(?!成员)")
_ORG_NAME = re.compile(rf"(?:中共|中国共产党)?(?:[^\W_]*(?:[(][^()]*[)][^\W_]{{0,16}}?)?|(?:[^\W_]+、)+[^\W_]*联合){_ORG}(?:委员会)?")
_ORG_ALONE = re.compile(rf"{_ORG}(?:委员会)?(?:公开)?")
"""An organisation's kind without its name, which stands on the line above (某局 / 党总支委员会公开承诺书)."""
_OCCASION = re.compile(r"^在.{2,20}?(?:会议?|仪式|活动)上的?(?=.)")
"""Where a promise was read out says nothing of who gives it (在全镇干部大会上的公开承诺)."""
_OWNED = re.compile("[一-鿿·]{2,12}的(?:公开|个人|年度)?承诺")
"""Whose promises they are, and no more (某某的承诺)."""
_GENERIC = re.compile(rf"^(?:中共|中国共产党|各|全体|直属|基层|二级|村|村级|社区|学校|学院|医院|公司|集团|单位|企业|先进|党的|学生|教工|教职工|教师|机关|离退休|社区|农村|五个好|窗口|“|”|\")*(?:{PARTY}|党组织|党小组)?$")
_KINDS = (
    (FormKind.SECRETARY, re.compile(r"书记(?:[一-鿿]{2,4}同志)?")),
    (FormKind.MEMBER, re.compile(r"(?<!全体)党员(?!服务中心|活动中心|之家)|(?<!书记)(?:个人|同志|本人)|干部|我的")),
    (FormKind.ORG, re.compile(rf"{_ORG}|(?<![进入到下])(?:单位|窗口|科室|社区)|班子|两委(?!.?换届)|我们|村级")),
)
CONTINUED = re.compile(r"^(?:附?续[页表]|接上[页表]|另附纸|附[页纸]|承诺(?:事项|内容|书)?续[页表]?|.*[(（]续[页表]\d?[)）]|.+[(（]续\d?[)）])[:：]?\d?$")


@value_class
class TitleLine:
    """How sure a line is a title: `strong` wherever it stands, else only as the first line; `bare` names no subject."""

    strong: bool
    bare: bool


@lru_cache(maxsize=2048)
def title_line(text: str) -> TitleLine | None:
    """Whether a line is (the last line of) the title of a form; notices, plans and headings that mention 承诺 are not."""
    if len(text) > 90:
        return None
    plain = squeeze(text) if "若" in text else ""
    if "承若" in plain:
        text = plain.replace("承若", "承诺")  # a slip of the pen
    if "诺" not in text:
        return TitleLine(strong=False, bare=False) if is_pledge(text) else None
    if (numbered := _SHEET.match(text)) is not None:
        text = text[numbered.end() :]
    plain = squeeze(text)
    if _YEAR.sub("", plain) in titles():
        return TitleLine(strong=True, bare=not _YEAR.search(plain))
    bare = _COURSE.sub("", _STEPS.sub("承诺", _ENGLISH.sub("", _BRACKET_END.sub("", plain).translate(_QUOTES))))
    if not 2 <= len(bare) <= 42 or _NOT.search(bare) or (has_ordinal(text) and not (_MANY.match(bare) or _COUNTED_TITLE.fullmatch(bare))):
        return None
    at = bare.rfind("承诺") if not _KEPT.search(bare) else -2
    if at == -2:
        return TitleLine(strong=True, bare=len(bare) <= 5)
    found = _TAIL.fullmatch(bare[at:]) if at >= 0 else None
    if found is None:
        named = at >= 0 and _ANY_PAPER.fullmatch(bare[at:]) and _SUBJECT.search(bare)
        return TitleLine(strong=False, bare=False) if named else None
    paper = bool(found["paper"] or found["strong"])
    if not paper and _OWNED.fullmatch(bare):
        return TitleLine(strong=False, bare=False)
    if not paper and _SOME.fullmatch(bare[:at]):
        return TitleLine(strong=False, bare=False)
    contents = "内容" in bare[at:] and _TO_THE_PUBLIC.search(bare[:at]) is None
    if not paper and (bare.startswith("关于") or contents or not _SUBJECT.search(bare)):
        return None
    nameless = at <= 2 or _ORG_ALONE.fullmatch(bare[:at]) is not None
    return TitleLine(strong=paper, bare=nameless and not _YEAR.search(bare))


def tells_course(text: str) -> bool:
    """Whether a title names the promises and what became of them (承诺及兑现情况表)."""
    return "承诺" in text and _COURSE.search(squeeze(text)) is not None


def is_pledge(text: str) -> bool:
    """Whether a title calls the promises 保证书, 责任状 or the like."""
    return text[-1:] in _PLEDGE_ENDS and _PLEDGE.fullmatch(squeeze(text)) is not None


def title_year(text: str) -> int | None:
    """The year that a title frames the form with (2012年度, 二○一二年, 2011—2012学年 gives its first); None where blank."""
    years = title_years(text)
    return years.first if years else None


def title_kind(text: str) -> FormKind:
    """Who promises, by the last such noun before 承诺: 党支部书记 is the secretary, 党支部党员 a member."""
    plain = _OCCASION.sub("", squeeze(_YEAR_FIRST.sub("", text)))
    if known := titles().get(_YEAR.sub("", plain)):
        return known
    head = plain[: plain.rfind("承诺")] if "承诺" in plain else plain
    best, place = FormKind.UNKNOWN, -1
    for kind, pattern in _KINDS:
        for found in pattern.finditer(head):
            if found.end() > place:
                best, place = kind, found.end()
    if best is FormKind.UNKNOWN and (bracket := re.search(r"\(([^()]*)\)", plain)):
        return title_kind(bracket.group(1)) if "承诺" not in bracket.group(1) else best
    return best


_MOTTO = re.compile(rf"^(?:[一-鿿]{{2,4}}[^\W{NOT_OF_SLOGANS}][ \u3000]+){{1,3}}[一-鿿]{{2,4}}[^\W{NOT_OF_SLOGANS}]\s*(?=[“”\"]?{_ORG})")
"""Words of a slogan, blanks between them, over a title that names no organisation (学先进 比干劲 / 党支部公开承诺书)."""


_PHRASES = re.compile(r"[\s,，、。；;·!！—–-]+")
NAMES_END = (*NOT_OF_SLOGANS, "中心", "委员会")
"""Letters with which places and houses end, and phrases of a slogan seldom."""
_PHRASE = range(3, 13)


def is_motto(text: str) -> bool:
    """Whether a line over a title is a slogan: phrases of one length side by side, none of them a place or a house (推动科学发展　促进社会和谐)."""
    return "诺" not in text and is_slogan(text)


def is_slogan(text: str) -> bool:
    """The same for a line that may speak of promises (我承诺　我践行)."""
    phrases = [p for p in _PHRASES.split(text.strip("“”\"！! \u3000")) if p]
    if len(phrases) < 2 or len({len(p) for p in phrases}) > 1 or len(phrases[0]) not in _PHRASE:
        return False
    return not any(p.endswith(NAMES_END) or any(map(str.isdigit, p)) for p in phrases)


_DASH = re.compile(r"\n|[—–]{2}")


def _without_motto(text: str) -> str:
    """A title without the year and the slogan at its head (共克时艰　党员先行——某车间党支部承诺书)."""
    text = _YEAR_FIRST.sub("", text)
    cut = _DASH.search(text)
    return text[cut.end() :] if cut is not None and is_motto(text[: cut.start()]) else text


_NUMBERED = re.compile(rf"^(?:附件|附表|样表|表|篇)[\d一二三四五六]{{0,2}}[:、.]|^第[\d{NUMERALS}]{{1,3}}篇:")


def title_unit(text: str) -> str:
    """The organisation that a title names (机电学院党总支2012年度公开承诺书), else ""."""
    plain = _YEAR.sub("年", squeeze(_MOTTO.sub("", _without_motto(text))))
    plain = _NUMBERED.sub("", re.sub(r"^年度?", "", plain)).lstrip("—–-")
    head = re.split(r"年(?!级)度?|[“\"《]|公开|承诺|为民", plain, maxsplit=1)[0] or plain
    found = _UNIT.match(head)
    unit = found.group().removeprefix("关于") if found else ""
    return "" if is_generic(unit) or "承诺" in unit or "各" in unit else unit


_SET_APART = re.compile(r"(?!.*(?:召开|举行|开展|启动|大会|仪式|纪实|综述|在行动|(?:[亮作做说]出|[许立签]下|[签立]订|兑现|履行)承诺))(?:.{0,26}承诺(?:[书函]|的?(?:事项|内容|项目|践诺|树|台|园地))?|.*承诺.*[一二三四五六七八九十\d]{1,2}[件项条](?:实|好)?[事项]?)")


@lru_cache(maxsize=256)
def opening_title(text: str) -> TitleLine | None:
    """A line set in the middle or in bold over everything else that may be a title because it ends with 承诺 (竞职承诺, 向全体师生的承诺):
    without that setting it might as well be a heading."""
    plain = _BRACKET_END.sub("", squeeze(text)).translate(_QUOTES)
    if "承诺" not in plain or len(plain) > 36 or has_ordinal(text) or _SENTENCE.search(plain) or _SET_APART.fullmatch(plain) is None:
        return None
    return TitleLine(strong=False, bare=plain.startswith("向") and plain[-1] in "书函")  # whose, says the line above


def counts_papers(text: str) -> bool:
    """Whether a line only counts the papers of a collection (第二篇：)."""
    return len(text) < 12 and ("篇" in text or "范文" in text) and _PAPER.fullmatch(squeeze(text)) is not None


_HOUSE = re.compile(
    rf"(?P<house>[一-鿿（）()\d]{{2,30}}?(?:{NAMED}|中心|供电所|税务所|司法所|服务站|图书馆|档案馆|组织部|宣传部|统战部|武装部))"
    r"(?=开展|面?向|对外|社会|服务|[便为]民|窗口|公开|优质|文明|诚信|行风|廉[政洁]|环[境保]|安全|关于|[“\"《]|\d{4}|[一二三四五六七八九十]{1,2}[项条])"
)
_NO_HOUSE = re.compile(r"^(?:[本我各全]|党员|教[师工]|[一-鿿]{0,3}$)|党员|干部|教师|职工")


def title_house(text: str) -> str:
    """The house of any kind (某某供水公司便民服务承诺) that a title names right before what it promises, else ""."""
    found = _HOUSE.match(_YEAR.sub("", squeeze(text)))
    return "" if found is None or _NO_HOUSE.search(found["house"]) else found["house"]


_HOUSE_ALONE = re.compile(
    r"(?!.*(?:修[缮建好]|[新兴翻]建|建[成好立]|改造|翻新|慰问|看望|资助|捐|联系|服务好))(?!年[内底]|每|[今明全]年|[上下]半年|新?建|[改修扩办创争搞建]|成立|设立|开[办设通放]|打造|完善|走进|联系|帮|服务|参观|到|去|组建|推进|落实|[做当]好|升级|维修|装修|增设|加强|支持|争取|清理|向|为|给|在|把|对)"
    rf"[一-鿿（）()]{{2,26}}(?:{NAMED}|[村居]委会|水管所|合作社|协会|商会)"
)


@lru_cache(maxsize=2048)
def house_name(text: str) -> str:
    """The text itself where it is the name of a house of any kind and no more (某某供水公司), else ""."""
    plain = squeeze(text)
    return plain if 4 <= len(plain) <= 30 and _HOUSE_ALONE.fullmatch(plain) else ""


def is_generic(unit: str) -> bool:
    """Whether a name fits any organisation (党支部, 基层党组织)."""
    return _GENERIC.match(unit) is not None


@lru_cache(maxsize=2048)
def org_name(text: str) -> str:
    """The text itself where it is the name of a Party organisation or its committee, else ""."""
    plain = squeeze(text)
    return plain if 3 <= len(plain) <= 40 and "的" not in plain and _ORG_NAME.fullmatch(plain) else ""
