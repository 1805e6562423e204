"""Who is named as responsible. Assessors (由镇工办负责考核) are not doers."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.sheet import Clause, Sheet, sheets_of
from extractors.model import Responsible, Span

_NAME = r"[\u4e00-\u9fffA-Za-z0-9·“”\"]{2,14}?"
_ASSESSOR = "(?!考核|监督|督查|督办|检查|验收|评议|评估|审核|解释|督促|测评)"
_BY = re.compile(
    rf"由(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,4}})(?:同志|同学|老师)?(?:具体|全面|牵头|直接|亲自|统一|共同|分别)?"
    rf"(?:负责{_ASSESSOR}|牵头|主抓|承办|落实|包保|包案|组织实施|具体实施|领题|领办|领衔|认领|带队|包抓|执笔|主讲|值守)"
)
_LEADS = re.compile(rf"(?:^|[，；。(（])(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,4}})(?:同志|老师)?(?:具体|全面|亲自)?(?:负责{_ASSESSOR}(?:落实|实施|办理)?(?=[，；。）)]|$)|牵头(?=[，；。）)]|$|负责|抓|落实|组织))")
_BRACKET = re.compile("[（(](?:责任人|负责人|责任单位|牵头|承办|落实人)[:：]?\\s*(?P<names>[^）)]{2,40})[）)]")
_MYSELF = re.compile("(?:(?<=[，。；:：])|^|由)(?P<names>本人|我)(?=亲自|讲|上|带头讲|负责|主讲|牵头|包|联系|结对|每|全年|至少)")
_PATTERNS = tuple(
    (pattern, re.compile(signs))
    for pattern, signs in ((_BRACKET, "责任|负责|牵头|承办|落实"), (_BY, "由"), (_LEADS, "负责|牵头"), (_MYSELF, "本人|我"))
)
"""In order of trust, each with words of which it needs one: the patterns are slow to fail."""
_SIGN = re.compile("责任|负责|牵头|承办|落实|由|本人|我")
"""One of the words of all of them."""
_NOBODY_NAMED = Responsible()
_SPLIT = re.compile("[、，,;；/\\s]+|和|与|及")
_NOBODY = re.compile("^(?:无|/|—|-|略|同上|×+|x+)?$")
_NOT_NAMES = re.compile("认真|积极|切实|努力|工作|专人|[本我]支部全体|坚决|各自|做到|主动|严格|对|为|所")


@Language.component("responsible", requires=["doc._.clauses"], assigns=["doc._.responsible"])
def responsible(doc: Doc) -> Doc:
    """Fill `responsible` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.responsible = find(sheet)
    return doc


def find(sheet: Sheet) -> Responsible:
    """Names in the column or label line, else the doers that the text names."""
    given = [c for c in sheet.clauses if c.role == "responsible"]
    if given:
        return _cells(sheet, given)
    text = sheet.text
    if not _SIGN.search(text):
        return _NOBODY_NAMED
    for pattern, signs in _PATTERNS:
        match = pattern.search(text) if signs.search(text) else None
        if match and not _NOT_NAMES.search(match.group("names")):
            return _names(sheet, Span(match.start("names"), match.end("names")))
    return _NOBODY_NAMED


def _cells(sheet: Sheet, clauses: list[Clause]) -> Responsible:
    found = [_names(sheet, clause.span) for clause in clauses]
    names = tuple(name for one in found for name in one.names)
    spans = tuple(span for one in found for span in one.spans)
    return Responsible(names, spans)


def _names(sheet: Sheet, span: Span) -> Responsible:
    """The single names in `span`; 「张　三」 keeps together, because one character is no name."""
    printed = sheet.item.text[span.start : span.end]
    parts = [part.strip("。.（）()：: ") for part in _SPLIT.split(re.sub("^(?:由|为|是)", "", printed))]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        parts = ["".join(parts)]
    names = tuple(part for part in parts if not _NOBODY.match(part))
    return Responsible(names, (span,) if names else ())
