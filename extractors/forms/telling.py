"""Fields told in a sentence instead of beside a label: 我叫张某，男，是某支部的一名党员，现任教师 and 我支部现有党员58名，书记张某.

A clause counts only whole, within the sentences by which the promiser introduces himself: what else an opening says (of his
father, of years past) tells nothing about him, and a wrong value would be held against a roster."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.forms.bylines import byline
from extractors.forms.parts import Parts
from extractors.forms.signing import signer_line
from extractors.forms.templates import templates
from extractors.forms.text import half, has_ordinal, label_key
from extractors.forms.titles import is_generic
from extractors.forms.vocabulary import Label, Role, meaning
from extractors.houses import PARTY
from extractors.model import FormField, FormKind, Paragraph, Passage
from extractors.model.value_class import value_class
from extractors.numerals import NUMERALS, YEAR, ZEROS
from extractors.offices import LED, POSTS
from extractors.surnames import COMPOUND

_SURE = 0.9
_DATE = rf"(?:\d{{4}}|{YEAR})年(?:\d{{1,2}}|[{NUMERALS}]{{1,2}})月(?:份|(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})[日号])?"
_YEAR = rf"(?:(?:19|20)\d\d|{YEAR})年"
_ORG = rf"(?:[^\s:]{{2,30}}?(?:{PARTY})(?:部?委员会)?|中(?:共|国共产党)[^\s:]{{2,24}}?委员会)"
_I = r"(?:我的?|本人的?)?"
_OURS = "[我本](?:党?支部|党?总支|党委|党组|单位)"
_NAME = f"[一-鿿]{{2,3}}|(?:{COMPOUND})[一-鿿]{{2}}|[一-鿿]{{1,8}}·[一-鿿·]{{1,10}}"
_SINCE = r"(?:起|开始|以来)?[就一直]*(?:至今)?(?:被?选举?为|当选为?|担任|接任|出任|任(?!何))"
_PEOPLES = (
    "汉|满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉"
    "|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
_SCHOOL = "小学|初中|高中|中专|中师|中技|大专|专科|本科|大学本科|大学专科|大学|研究生|硕士|硕士研究生|博士|博士研究生"
_KINDS_OF_MEMBER = "普通|老|新|正式|预备|中共|共产|在职|在册|流动|学生|教工|教师|退休|离休|离退休|青年|年轻|女|农民|基层|的"
_OFFICE = rf"{POSTS}|[一-鿿]工|[{LED}士]长|[^族党委]员|[教老医律药护导]?[师士]|医生|[民交特辅刑狱]警|干部|干事|教授|工人|工程师|司机|村民|个体户"
_HOLDS = re.compile(rf"[^的\s]{{0,18}}(?:{_OFFICE})")
_PERSON = tuple(
    re.compile(p)
    for p in (
        rf"(?:我叫|我名叫|我的名字叫|我的名字是)(?P<name>{_NAME})",
        rf"{_I}(?:性别)?(?:是|为|:)?(?P<gender>[男女])(?:性|同志)?",
        rf"{_I}(?:民族)?(?:是|为|:)?(?P<ethnicity>(?:{_PEOPLES})族)人?",
        rf"{_I}(?:是|于|出?生于|出生年月[是为:]?)?(?P<birth>{_DATE})(?:出?生)?(?:于.{{2,12}}|人)?(?<=[生于人月日号])",
        rf"{_I}(?:是|于|在)?(?P<joined>{_DATE})(?:在.{{1,8}}?)?(?:光荣地?)?(?:加入(?:中国共产党|了?党组织|了?共产党|了?党)|入的?党)的?(?:老?党员)?",
        rf"{_I}入党(?:时间|日期|年月)?[是为:]?(?P<joined>{_DATE})",
        rf"{_I}(?:是|于|在)?(?P<joined>{_YEAR})(?:光荣地?)?(?:加入(?:中国共产党|了?党组织|了?共产党|了?党)|入的?党)的?(?:老?党员)?",
        rf"{_I}(?:文化程度|学历)[是为:]?(?P<education>{_SCHOOL})(?:文化|学历|毕业)?",
        rf"{_I}(?P<education>{_SCHOOL})(?:文化程度|文化|学历)",
        rf"(?:我|本人)?(?:现在|现|目前)?(?:是|系|为|来自|属于|隶属于?|在)?(?P<branch>{_ORG})的?[一1]?[名个位员]?(?:{_KINDS_OF_MEMBER})*党员(?P<name>{_NAME})?",
        r"(?:我|本人)?现?(?:是|系|为|来自|就读于)(?P<class>[^\s:]{2,24}?[\d一二三四五六七八九十]{1,4}班)的?(?:一?名)?(?:学生|同学)(?:党员)?",
        rf"{_I}(?:现?在)?(?:党员|党)?(?:的)?(?:组织)?关系(?:现|目前)?(?:在|隶属于?|编入|编在|属于|挂靠在?|转到|转入)(?P<branch>{_ORG})",
        rf"{_I}(?:所在|所属|隶属)的?(?:党?支部|党组织)?(?:是|为|:|于)(?P<branch>{_ORG})",
        rf"{_I}(?:现|目前)?(?:编入|隶属于?|所属)(?P<branch>{_ORG})",
        rf"{_I}(?:现|目前|退休后?)?在(?P<branch>{_ORG})(?:参加组织生活|过组织生活|交纳?党费)",
        rf"{_I}(?:现|目前|现在)?(?:担任|任(?!何))(?P<post>(?P<org_name>{_ORG})书记)(?:一职|职务)?",
        rf"{_I}(?:现|目前|现在)(?:在.{{2,16}}?)?(?:担任|任(?!何))(?P<post>.{{2,24}}?)(?:一职|职务)?",
        rf"{_I}(?:现|目前|现在)(?:在.{{2,16}}?)?[为是](?P<post>.{{0,16}}(?:{_OFFICE}))",
        rf"系(?P<post>.{{2,20}}(?:{_OFFICE}))",
        rf"{_I}(?:现任)?(?:职务|岗位|工作岗位|职业)[是为:](?P<post>.{{2,24}})",
        rf"{_I}(?:于|自|从)?(?P<tenure_start>{_DATE}){_SINCE}(?P<post>(?:(?P<org_name>{_ORG})|.{{0,20}})书记)(?:一职|职务|至今)?",
        rf"{_I}(?:于|自|从)?(?P<tenure_start>{_DATE})(?:正式)?(?:上任|到任|任职)",
        rf"{_I}(?:于|自|从)?{_DATE}(?:起|开始|以来)(?:担任|任(?!何))(?P<post>.{{2,20}}?)(?:一职|职务|至今)?",
        rf"(?:我|本人)?(?:现|目前)?(?:是|系|为|任)(?:新当选的?|新上任的?|新任的?|刚当选的?|连任的?|现任)?(?P<post>(?P<org_name>{_ORG})书记)(?P<name>{_NAME}|[一-鿿]{{4}})?",
        rf"(?:作为|身为)(?:[一-鿿]{{2,20}}的)?(?P<post>(?:(?P<org_name>{_ORG})|党支部|党总支|党委)书记)",
        rf"{_I}(?:联系)?(?:电话|手机)(?:号码?)?[是为:]?\s*(?P<phone>\d[\d\- ]{{5,}}\d)",
        rf"我是(?!一[名个位])(?P<post>[^的]{{2,20}}(?:{_OFFICE}))",
    )
)
_ORGANISATION = tuple(
    re.compile(p)
    for p in (
        rf"(?:{_OURS}|(?:我们)?(?P<org_name>{_ORG}))?(?:现|共|目前|现共|总共)?有?(?:在册|正式|中共)?党员(?:人数|总数)?[为:]?共?(?P<member_count>\d+|[一二三四五六七八九十百]+)[名人个]?",
        rf"(?:{_OURS}|{_ORG})?的?全体(?P<member_count>\d+|[一二三四五六七八九十百]+)[名个位](?:在册|正式)?(?:共产)?党员(?:现|特|谨|在此|向.{{0,12}}?|郑重|公开|庄严)*(?:作出|做出)?",
        rf"(?:{_OURS}|(?:我们)?(?P<org_name>{_ORG}))?(?:现|共|目前|现共|总共)?有(?P<member_count>\d+|[一二三四五六七八九十百]+)[名个](?:在册|正式)?党员",
        rf"(?:党?支部|党委|党?总支|党组|现任)*书记[是为由:]?(?P<head>{_NAME})(?:同志)?(?:担任)?",
        rf"(?:党组织|党?支部|党委|党?总支)?负责人[是为由:]?(?P<head>{_NAME})(?:同志)?(?:担任)?",
        r"(?:联系|办公)?(?:电话|手机)[是为:]?\s*(?P<phone>\d[\d\- ]{5,}\d)",
    )
)
_KEYS = {
    FormKind.ORG: frozenset({"org_name", "member_count", "head", "phone"}),
    FormKind.MEMBER: frozenset({"name", "gender", "birth", "ethnicity", "post", "joined", "education", "branch", "class", "phone"}),
    FormKind.SECRETARY: frozenset({"name", "gender", "birth", "post", "tenure_start", "phone", "org_name"}),
}
_OPENS = re.compile(r"^\s*(?:[一-鿿]{2,8}[:：]\s*)?[一-鿿·]{2,4}[,，](?:性别)?[男女][,，]|我(?:名?叫|是|系|的名字)|本人|我[,，]|作为|现有|共有|全体\s*\d|党员\s*\d|(?:支部|党委|总支|党组)有")
_MINE = re.compile(rf"\s*(?:我|本人|作为|现|目前|\d{{4}}年|[一二][{ZEROS}九]..年|所在|联系电话|入党)")
_OTHERS = re.compile("父亲?|母亲?|爷爷|奶奶|妻|丈夫|儿子|女儿|孩子|师傅|哥|姐|弟|妹|他|她|领导说|同事")
_SENTENCE = re.compile("[^。！!；;\n]+")
_CLAUSE = re.compile(r"(?:[^,()]|(?<=[一-鿿])\((?!.{0,2}[党族男女])[一-鿿]{2,4}\)(?=[^,()是任系在为叫名]{0,14}(?:公司|厂|支部|总支|党委|院|校)))+")
"""What stands between commas and brackets; a bracket within the name of a house (某某（集团）公司) parts nothing."""
_PART = re.compile("[^、,()]+")
_SELF = re.compile(rf"\s*(?:本人[,:]?|我,)\s*(?P<name>{_NAME})(?=[,(])")
_LABELLED = re.compile(r"(?P<label>[一-鿿]{2,8}):\s*(?P<value>[^\s:]{2,30})")
_RULED = re.compile(r"(?P<label>[一-鿿]{2,8})(?P<value>_{2,}[^_]*_*)")
_EMPTY = re.compile(r"(?:于)?(?P<day>[\s_]*年[\s_]*月(?:[\s_]*日)?)[\s_]*(?:(?P<joined>入党|加入(?:中国共产党|党组织))|出生|生)")
"""A day that nobody filled in."""
_PARTED = re.compile(r"正式党员\s?\d+[名人个]?[^。；;]{0,4}预备党员\s?\d|预备党员\s?\d+[名人个]?[^。；;]{0,4}正式党员\s?\d")
_STOP = re.compile(r"承诺(?!人[一-鿿]{0,4}[:：])|如下|保证|决心|一是|首先|(?<![一-鿿])第一|[①-⑳]|[:：]\s*(?:1|一|（|\()")
_NO_NAME = re.compile("[的了在是为就将要能会这那]|郑重|现任|承诺|作为|代表|干部|教师|同志|骨干|先锋|身份|志愿|带头|负责|牵头|亲自|带领|签[名字]|任组|任队|主任|书记|职工|群众|党员|居民|村民|保证|愿意|自愿|今年|庄严|公开|决心")
_NO_UNIT = re.compile(f"^(?:我|本|是|该|各|作为|身为|任|全|一个|所在|所属|这)|的|我员|党员(?!党?(?:支部|总支)|第)|书记|(?:{_OFFICE})、")
_NO_POST = re.compile("党员|承诺|以来|期间|[。，]|支部$|的时候")
_DUTY = re.compile("^(?!承诺)[一-鿿]{2,8}岗$")
"""What a duty is called that somebody has (老党员监督岗)."""
_HEADING = re.compile("[^，,。；;！!]{0,30}")
"""A title that was not seen as one, a salutation."""
_FEW, _LONG = 4, 400
"""A form with so many labelled fields tells nothing in sentences; an opening has so many letters at most."""


@value_class
class Told:
    """A field's key and the words that tell it."""

    key: str
    value: Passage


def told_fields(parts: Parts, kind: FormKind) -> list[FormField]:
    """The fields that only sentences tell: those of the opening, and those behind the value of a name's or unit's label."""
    wanted = _KEYS.get(kind, frozenset())
    if not wanted or sum(f.value is not None for f in parts.fields) > _FEW:
        return []
    printed = {f.key for f in parts.fields if f.value is not None}
    shadow = Parts()
    for told in (*_behind_values(parts, kind), *_byline(parts), *_opening(parts, kind), *_signer(parts)):
        if told.key in wanted - printed:
            shadow.add_field(Label(Role.FIELD, told.key, _SURE), _label(told.key), told.value, told.value)
    return [f for f in shadow.fields if f.value is not None or _RULED.search(f"{f.label}{half(f.passage.text)}") or f.text.strip(" _\t\u3000").startswith("年")]


def _byline(parts: Parts) -> Iterator[Told]:
    found = byline(parts)
    if found is not None and found.unit.text:
        yield from (Told("org_name", found.unit), Told("head", found.name), Told("name", found.name))
    elif found is not None:
        yield from (Told("post", found.post), Told("name", found.name))


def _signer(parts: Parts) -> Iterator[Told]:
    """The name of whoever signs, where he introduces himself by it (我是三栋的张某，……), and his office before it (我是某所民警张某)."""
    signer = signer_line(parts.signs)
    if signer is None or not signer.person:
        return
    for block in parts.body[:_FEW]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            return
        found = re.search(rf"(?:我就?是|本人是?)(?P<post>[^，,。；;]{{0,20}}?)(?P<name>{re.escape(signer.person)})(?=[，,。；;、(（\s]|$)", block.text)
        if found is not None:
            yield Told("name", block.passage.slice(*found.span("name")))
            if _HOLDS.fullmatch(found["post"]) and _sound("post", found["post"]):
                yield Told("post", block.passage.slice(*found.span("post")))
            return


def _label(key: str) -> str:
    """The printed label of a field on the forms that print it."""
    return next((t.fields[key] for t in templates() if key in t.fields), "班级")


def _opening(parts: Parts, kind: FormKind) -> Iterator[Told]:
    """What the sentences before the first promise say of the promiser."""
    for block in parts.body[:4]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            return
        if _HEADING.fullmatch(block.text):
            continue
        stop = _STOP.search(block.text)
        end = min(stop.start() if stop else len(block.text), _LONG)
        if _OPENS.search(block.text, 0, end):
            yield from _introduction(block.passage.slice(0, end), kind)
        if stop:
            return


def _introduction(text: Passage, kind: FormKind) -> Iterator[Told]:
    """The sentences about the promiser, from the one that introduces him up to the first that speaks of something else."""
    plain, begun = half(text.text), False
    for sentence in _SENTENCE.finditer(text.text):
        words = sentence.group()
        begun = begun or _OPENS.search(words) is not None
        if not begun:
            continue
        if _OTHERS.search(words) and not _OTHERS.search(_own(words)):
            words = _own(words)
        elif _OTHERS.search(words):
            return
        found = list(_clauses(text, plain[: sentence.start() + len(words)], sentence.start(), kind))
        yield from found
        if len(words) < len(sentence.group()) or not (found or _MINE.match(words)):
            return


def _own(words: str) -> str:
    """The clauses of a sentence before the first one about somebody else."""
    found = _OTHERS.search(words)
    return re.sub("[^,，]*$", "", words[: found.start()]) if found else words


def _clauses(text: Passage, plain: str, start: int, kind: FormKind) -> Iterator[Told]:
    """The fields of one sentence's clauses; 本人张某 names somebody where another clause tells more of him."""
    patterns = _ORGANISATION if kind is FormKind.ORG else _PERSON
    found: list[Told] = []
    for clause in _CLAUSE.finditer(plain, start):
        told = _read(text, plain, clause.start(), clause.end(), patterns)
        if not told and "、" in clause.group():
            for part in _PART.finditer(plain, clause.start(), clause.end()):
                told += _read(text, plain, part.start(), part.end(), patterns)
        found += told
    keys = {t.key for t in found}
    if kind is FormKind.ORG:
        parted = _PARTED.search(plain, start) is not None  # 正式党员9名、预备党员13名: neither number is the whole
        yield from found if "member_count" in keys and not parted else ()
        return
    if found and "name" not in keys and (named := _SELF.match(plain, start)) and not _NO_NAME.search(named["name"]):
        yield Told("name", text.slice(*named.span("name")))
    yield from found


def _read(text: Passage, plain: str, start: int, end: int, patterns: Sequence[re.Pattern[str]]) -> list[Told]:
    """The fields of one whole clause."""
    start += len(plain[start:end]) - len(plain[start:end].lstrip())
    end -= len(plain[start:end]) - len(plain[start:end].rstrip())
    told = _whole(text, plain, start, end, patterns) or _filled_in(text, plain, start, end)
    if told:
        return told
    if (labelled := _LABELLED.fullmatch(plain, start, end)) is not None:
        label = meaning(label_key(labelled["label"]))
        if label is not None and label.role is Role.FIELD and label.confidence > 0.8 and _sound(label.key, labelled["value"]):
            return [Told(label.key, text.slice(*labelled.span("value")))]
    return []


def _whole(text: Passage, plain: str, start: int, end: int, patterns: Sequence[re.Pattern[str]]) -> list[Told]:
    """What a clause tells, its blanks and the rules that it was written on left out."""
    places = [i for i in range(start, end) if not (plain[i].isspace() or plain[i] == "_")]
    words = "".join([plain[i] for i in places])
    for pattern in patterns:
        if (found := pattern.fullmatch(words)) is not None:
            if (branch := found.groupdict().get("branch")) and not _sound("branch", branch):
                continue  # what stands behind a wrong house is wrong as well
            spans = ((key, found.span(key)) for key, value in found.groupdict().items() if value and _sound(key, value))
            told = [Told(key, text.slice(places[first], places[last - 1] + 1)) for key, (first, last) in spans]
            if told:
                return told
    return []


def _filled_in(text: Passage, plain: str, start: int, end: int) -> list[Told]:
    """A label before a rule to write on (职业__个体户__); the rule may be empty, and so may a day before its verb (　　年　　月入党)."""
    if (empty := _EMPTY.fullmatch(plain, start, end)) is not None:
        return [Told("joined" if empty["joined"] else "birth", text.slice(*empty.span("day")))]
    found = _RULED.fullmatch(plain, start, end)
    label = meaning(label_key(found["label"])) if found is not None else None
    if found is None or label is None or label.role is not Role.FIELD or not label.exact:
        return []
    return [Told(label.key, text.slice(*found.span("value")))]


def _sound(key: str, value: str) -> bool:
    """Whether the words can be a value of that field at all."""
    if key in ("name", "head"):
        return _NO_NAME.search(value) is None
    if key in ("branch", "org_name"):
        return _NO_UNIT.search(value) is None and not is_generic(value)
    return key != "post" or ((_NO_POST.search(value) is None or _DUTY.search(value) is not None) and re.search("[一-鿿]{2}", value) is not None)


def _behind_values(parts: Parts, kind: FormKind) -> Iterator[Told]:
    """What stands behind a name or unit in its own place (本人：张某，男，…… and 承诺主体：某支部（党员11名，负责人张某）)."""
    patterns = _ORGANISATION if kind is FormKind.ORG else _PERSON
    for field in parts.fields:
        if field.key not in ("name", "org_name") or not re.search("[,，(（]", field.text):
            continue
        plain = half(field.passage.text).rstrip("。;! ")
        for clause in list(_CLAUSE.finditer(plain))[1:]:
            yield from _read(field.passage, plain, clause.start(), clause.end(), patterns)
