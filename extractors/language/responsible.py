"""Who is named as responsible. Assessors (由镇工办负责考核) are not doers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba
from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.lexicon import merged
from extractors.language.persons import CALLED, is_name, name_of, somebody
from extractors.language.sheet import Clause, Sheet, forms_of
from extractors.language.signs import TEXT
from extractors.model import Responsible, Span
from extractors.offices import TITLES

_NAME = r"[\u4e00-\u9fffA-Za-z0-9·“”\"]{2,14}?"
_ASSESSOR = "(?!考核|监督|督查|督办|检查|验收|评议|评估|审核|解释|督促|测评)"
_BY = re.compile(
    rf"由(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,4}})(?:同志|同学|老师)?(?:具体|全面|牵头|直接|亲自|统一|共同|分别|每[日天周旬月年]|每季度?|每半[月年]|[按逐][日周月季年]|定期)?"
    rf"(?:负责{_ASSESSOR}|牵头|主抓|承办|落实|包保|包案|组织实施|具体实施|领题|领办|领衔|认领|带队|带班|挂帅|抓总|主管|经办|操办|包抓|执笔|主讲|值守|主持|把关|督办|督战)(?!的)"
)
_LEADS = re.compile(rf"(?:^|[，；。(（])(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,4}})(?:同志|老师)?(?:具体|全面|亲自)?(?:负责{_ASSESSOR}(?:落实|实施|办理)?(?=[，；。）)]|$)|牵头(?=[，；。）)]|$|负责|抓|落实|组织))")
# A unit at work in a clause of its own: 信息科负责把……, 党员突击队轮流值守…….
_UNIT = re.compile(
    rf"(?:^|[，；。（(])(?:其中)?(?P<names>[^，；。、：:的由]{{1,10}}(?:科|处|室|部|办|站|所|中心|股|公司|支部|党小组|主任|书记|委员|组长|队长))负责{_ASSESSOR}(?=[^，；。]{{2}})"
    r"|(?:^|[，；。])(?P<team>[^，；。、：:的由]{2,10}(?:突击队|先锋队|服务队|志愿队|抢修队|工作队|攻关组|专班|小组))(?:轮流|分班|全天|全程)?(?:值守|负责|承担|牵头|包干|驻守)"
)
_OFFICES = "(?:责任|负责|牵头|分管|主管|承办|主办|经办|落实|联系|包保|挂点)(?:人|同志|领导|干部|老师|单位|部门|科室)"
_BRACKET = re.compile(f"[（(](?:{_OFFICES}|牵头|承办)[:：]?\\s*(?P<names>[^）)]{{2,40}})[）)]")
_NAMED = re.compile(
    rf"(?:责任(?:人|单位|部门)(?:为|是)|(?:^|[，；。(（]|第一|直接|主要|具体){_OFFICES}[:：为是]\s*)(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,4}})(?=[，；。）)]|$)"
)
_CALLED_ONLY = re.compile(rf"(?:^|[，；。(（]|第一|直接|主要|具体){_OFFICES}\s*(?P<names>[\u4e00-\u9fff]{{2,3}}(?:、[\u4e00-\u9fff]{{2,3}}){{0,3}})(?=[，；。）)]|$)")
_SIGNED = re.compile(r"(?:[（(]|[—–-]{1,3})\s*(?P<names>[\u4e00-\u9fff]{2,3}(?:[、，, ][\u4e00-\u9fff]{2,3}){0,3})[）)]?[。；;]?$")
"""Names and nothing else in brackets or behind a dash, at the very end."""
# A label of another word (带班人：张三, 值班长：李四); who looks on or is asked is none.
_LABELLED = re.compile(r"(?:^|[，；。(（])(?!监|考|检|举|受益|证明|报|介绍|申请|收|代理|发言|见证)[\u4e00-\u9fff]{1,4}(?:人|班长|组长|队长)[:：](?P<names>[\u4e00-\u9fff·]{2,4}(?:、[\u4e00-\u9fff·]{2,4}){0,3})(?=[，；。）)]|$)")
_BY_WHOM = re.compile(r"(?:^|[，；。])由(?P<names>(?![\d一二两三四五六七八九十几全此])[\u4e00-\u9fff]{2,10})")
_MYSELF = re.compile("(?:(?<=[，。；:：])|^|由)(?P<names>我?本人|我)(?=亲自|讲|上|带头讲|负责|主讲|牵头|包|联系|结对)|^(?P<self>本人)(?!作为|是|系|的|在此|郑重|特|现|承诺|自愿承诺|向)")
_PATTERNS = tuple(
    (pattern, re.compile(signs))
    for pattern, signs in ((_BRACKET, "责任|负责|牵头|承办|落实"), (_NAMED, "责任|负责|牵头|分管|主管|承办|主办|经办|落实|联系|包保|挂点"), (_CALLED_ONLY, "责任|负责|牵头|分管|主管|承办|主办|经办|落实|联系|包保|挂点"), (_BY, "由"), (_LEADS, "负责|牵头"), (_UNIT, "负责|值守|承担|驻守|牵头|包干"), (_LABELLED, "[人长][:：]"), (_MYSELF, "本人|我"))
)
"""In order of trust, each with words of which it needs one: the patterns are slow to fail."""
_SIGN = TEXT.gate("[人长][:：]|分管|主管|主办|经办|联系|包保|挂点|责任|负责|牵头|承办|落实|由|本人|我|值守|承担|驻守|包干")
"""One of the words of all of them."""
_NOBODY_NAMED = Responsible()
_LABEL = re.compile(f"^{_OFFICES}[:：]")
"""What somebody is for the promise (责任科室：教务科), printed before each of several names."""
_SPLIT = re.compile("[、，,;；/（）()\\s]+|和(?![一二两三四五六七八九十\\d]+[位名个])|与|及")
_NOBODY = re.compile("^(?:无|/|[—–-]+|略|×+|[xX]+|\\*+|_+|(?:暂|待|未|另)(?:定|无|确定|聘|安排)|空缺)?$")
_AND_OTHERS = re.compile("(?:等)?[一二两三四五六七八九十\\d]+[位名个][^、]*$|等(?:人|同志)?$")
_OFFICE_BEFORE = re.compile(f"^[\u4e00-\u9fff]*(?:{TITLES}|师傅|[员长师科处部办组队室站所班])(?=[\u4e00-\u9fff]{{2,3}}$)")
"""The office before a person's name."""
# A class of people that anybody belongs to is nobody in particular, nor is a rota.
_CLASS = re.compile("(?:[老本各]|青年|年轻|退休|在职|学生|教工|教师|机关|农村|行政|工作|业务|技术|医务|后勤)*(?:党员|干部|骨干|教师|老师|职工|员工|医生|护士|民警|志愿者|群众|学生|同学|人员|师傅|村民|家长|居民|大家)+(?:们)?")
_NOT_NAMES = re.compile("认真|分工|分级|分片|坚持|实行|推行|首[诊问接]|谁|积极|切实|努力|工作(?![队组站]|专班)|专人|[本我]支部全体|坚决|各自|做到|主动|严格|对|为|所|轮流|排班|轮班|轮值|开车|分头|上门")


@Language.component("responsible", requires=["doc._.clauses"], assigns=["doc._.responsible"])
def responsible(doc: Doc) -> Doc:
    """Fill `responsible` of every sheet."""
    for _, context, sheets in forms_of(doc):
        for sheet in sheets:
            sheet.responsible = find(sheet)
        _known(sheets, context.people)
    return doc


def _known(sheets: Sequence[Sheet], heads: Sequence[str]) -> None:
    """Whoever is named once in the form is known where he heads a clause of another promise (甄小丝统一编号)."""
    people = {_OFFICE_BEFORE.sub("", name) for sheet in sheets for name in sheet.responsible.names}
    people.update(name for name in heads if len(rjieba.cut(name, False)) > 1)  # 文明 who signs is not the 文明 of 文明执勤
    people = {name for name in people if 2 <= len(name) <= 3 and not _CLASS.fullmatch(name)}
    for sheet in sheets if people else ():
        if not sheet.responsible.names and (found := _at_work(sheet, people)):
            sheet.responsible = found


def _at_work(sheet: Sheet, people: set[str]) -> Responsible | None:
    for clause in sheet.body:
        name = next((name for name in people if clause.text.startswith(name) and len(clause.text) > len(name) + 1), None)
        if name and re.match(_ASSESSOR, clause.text[len(name) :]):
            return Responsible((name,), (Span(clause.span.start, clause.span.start + len(name)),))
    return None


def _by_whom(sheet: Sheet) -> Span | None:
    """由组织员李四采购: the words before the verb, whatever it is, unless it is to check or to judge."""
    for found in _BY_WHOM.finditer(sheet.text):
        start, stop = found.span("names")
        verbs = [hit.start for hit in merged(sheet.hits.inside(Span(start, stop)), "verb.act", "verb.single", "verb.support") if hit.start >= start + 2]
        said = sheet.text[start : min(verbs)] if verbs else ""
        if said and _OFFICE_BEFORE.search(said) and not _CLASS.fullmatch(said) and re.match(_ASSESSOR, sheet.text[min(verbs) :]):
            return Span(start, min(verbs))
    return None


def find(sheet: Sheet) -> Responsible:
    """Names in the column or label line, else the doers that the text names."""
    given = [c for c in sheet.clauses if c.role == "responsible"]
    if given:
        return _cells(sheet, given)
    text = sheet.text
    if not (sheet.signs & _SIGN.sign and _SIGN.search(text)):
        return _otherwise(sheet)
    for pattern, signs in _PATTERNS:
        match = pattern.search(text) if signs.search(text) else None
        if match is not None and (group := match.lastgroup) is not None:
            said = match.group(group)
            if pattern is _CALLED_ONLY and not all(is_name(one) or _is_no_word(one) for one in said.split("、")):
                continue
            if not _NOT_NAMES.search(said) and (pattern is _BRACKET or not _CLASS.fullmatch(said)):
                return _names(sheet, Span(match.start(group), match.end(group)))
    doer = _by_whom(sheet) if "由" in text else None
    return _names(sheet, doer) if doer and not _NOT_NAMES.search(text[doer.start : doer.end]) else _otherwise(sheet)


def _is_no_word(said: str) -> bool:
    """Whether the dictionary knows nothing of three letters, as of a name whose surname few people have (商小羽; not 挂钩人). Two of them
    may be any two words (同上, 到人)."""
    return len(said) == _WHOLE_NAME and len(rjieba.cut(said, False)) == _WHOLE_NAME


_WHOLE_NAME = 3


def _otherwise(sheet: Sheet) -> Responsible:
    """Who stands at the end in brackets or behind a dash, by name alone; who is called as colleagues do and does something."""
    called = somebody(sheet.text) if sheet.signs & CALLED.sign else None
    if called:
        return Responsible((sheet.text[called.start : called.end],), (called,))
    match = _SIGNED.search(sheet.text) if sheet.text.rstrip("。；; ").endswith(("）", ")")) or "—" in sheet.text else None
    if match is None or not all(map(is_name, _SPLIT.split(match["names"]))):
        return _NOBODY_NAMED
    return _names(sheet, Span(*match.span("names")))


def _cells(sheet: Sheet, clauses: list[Clause]) -> Responsible:
    found = [_names(sheet, clause.span) for clause in clauses]
    names = tuple(name for one in found for name in one.names)
    spans = tuple(span for one in found for span in one.spans)
    return Responsible(names, spans)


def _names(sheet: Sheet, span: Span) -> Responsible:
    """The single names in `span`; 「张　三」 keeps together, because one character is no name."""
    printed = sheet.item.text[span.start : span.end]
    parts = [_LABEL.sub("", part).strip("。.（）()：: ") for part in _SPLIT.split(re.sub("^(?:由|为|是)", "", printed))]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        parts = ["".join(parts)]
    kept = (_AND_OTHERS.sub("", part) for part in parts if not _NOBODY.match(part))
    names = tuple(name_of(part) for part in kept if part)
    return Responsible(names, (span,) if names else ())
