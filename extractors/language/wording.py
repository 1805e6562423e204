"""Faults of wording. 空泛 and 等同一般要求 lean to precision: doubt is no fault."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import shingles
from extractors.language.lexicon import has_any, merged
from extractors.language.sheet import Clause, Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.model import DeadlineKind, Span, TargetKind, Wording

FAULTLESS = Wording()
"""Of an item in which nothing is wrong: most are so."""
_DUTY = ("routine.discipline", "routine.charter", "routine.ethics", "routine.task")
_NOT_US = re.compile("^(?:不让|决不让|绝不让)")
_UNNAMED_DEED = TEXT.gate("[一二三四五六七八九十两\\d]+(?:件|项|桩)(?:以上)?(?:的)?(?:实事|好事|实事好事|好事实事)")
_DISCLOSED = TEXT.gate("(?:党务|村务|居务|政务|校务|财务|院务|厂务)[^，。；\n]{0,14}(?:公开|公布|公示)")
_OWN_RULE = TEXT.gate("(?:落实|执行|遵守|坚持|实行)[^，。；]{2,}(?:制度|规程)[”》]?$")
_EXTREME = TEXT.gate("彻底|完全|从根本上|永[远久]|所有|一切|任何|全[体部国省市]|每一?[个名位]|世界|国[内际]")
"""One of the words that all forms of `_BEYOND` need."""
# An evil ended for ever, an outcome that hangs on other people for every one of them, the best of all, all that comes.
_BEYOND = re.compile(
    "(?:彻底|完全|从根本上|永远|永久)地?(?:解决|消灭|消除|杜绝|根除|根治|铲除|改变|扭转)[^，。；\n]*"
    "|(?:让|使|保证|确保)(?:所有|全体|全部|每一?[个名位])[^，。；\n]{1,10}?(?:考[上取]|爱上|满意(?!而归)|成才|成功|优秀|及格|过关|幸福|致富|脱贫)[^，。；\n]*"
    "|(?:全国|全省|全市|世界|国内|国际)[^，。；\n]{0,4}(?:最[好强优大高先]|第一|一流)[^，。；\n]*"
    "|(?:救治|救助|满足|解决|资助|包揽|答应|帮助)[^，。；\n]{0,4}(?:一切|所有|任何)[^，。；\n]*"
)
_STUDY = re.compile("学习|培训教育|教育|执行|落实|履行|参加|遵守|坚持|开展|按时|足额|交纳|缴纳|公开|公布|召开|过好")


@Language.component("wording", requires=["doc._.weights", "doc._.project", "doc._.target"], assigns=["doc._.wording"])
def wording(doc: Doc) -> Doc:
    """Fill `wording` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.wording = find(sheet)
    return doc


def find(sheet: Sheet) -> Wording:
    """The faults of one item with the words that show them."""
    vague = vague_evidence(sheet)
    routine = routine_evidence(sheet)
    over = overpromise_evidence(sheet)
    copied = shingles.copied(sheet.item.text, sheet.context.copied_shingles)
    if vague or routine or over or copied:
        return Wording(bool(vague), bool(routine), bool(over), bool(copied), vague, routine, over, copied)
    return FAULTLESS


def overpromise_evidence(sheet: Sheet) -> tuple[Span, ...]:
    """The words that promise what nobody has in hand."""
    named = [hit for hit in sheet.hits.by_category.get("overpromise", ()) if not _counted_before(sheet, hit)]
    beyond = [Span(*m.span()) for m in _BEYOND.finditer(sheet.text)] if sheet.signs & _EXTREME.sign and _EXTREME.search(sheet.text) else []
    return (*named, *(b for b in beyond if not any(b.start < n.end and n.start < b.end for n in named)))


def _counted_before(sheet: Sheet, hit: Span) -> bool:
    """Whether 全部 means so many as were just counted (帮扶贫困户12户，年底前全部脱贫)."""
    return sheet.text.startswith("全部", hit.start) and any(mention.span.end <= hit.start for mention in sheet.amounts)


def vague_evidence(sheet: Sheet) -> tuple[Span, ...]:
    """The words for which nobody could say at the due date what should have been done; empty where somebody could."""
    if sheet.project.spans:
        return ()
    deed = _UNNAMED_DEED.search(sheet.text) if sheet.signs & _UNNAMED_DEED.sign else None
    if deed:
        return (Span(deed.start(), deed.end()),)
    if sheet.target.kind is not TargetKind.NONE:
        return ()
    body = sheet.body
    plain = [c for c in body if not sheet.prohibited[c.order]]
    stops = [c for c in body if sheet.prohibited[c.order]]
    named = stops and not all(_NOT_US.match(c.text) for c in stops)
    if named and (not plain or any(not _is_idiom(c) for c in stops)):
        return ()
    if any(_names_a_rule(c) for c in plain):
        return ()
    if not plain:
        return tuple(c.span for c in stops)
    if max([sheet.weights[c.order] for c in plain]) > 0.4:
        return ()
    return tuple([c.span for c in plain])


def _names_a_rule(clause: Clause) -> bool:
    """落实三会一课制度, 遵守查对制度: somebody could look whether that rule was kept."""
    named = _OWN_RULE.search(clause.text) if clause.signs & _OWN_RULE.sign else None
    return named is not None and "noun.generic_rule" not in clause.hits


def _is_idiom(clause: Clause) -> bool:
    return has_any(clause.hits, "routine.prohibition_idiom", "noun.generic_rule")


def routine_evidence(sheet: Sheet) -> tuple[Span, ...]:
    """The words that restate a duty everybody has by charter, law, ethics or discipline; empty where the promise adds to it."""
    body, prohibited, weights = sheet.body, sheet.prohibited, sheet.weights
    stops = [c.span for c in body if prohibited[c.order] and not _NOT_US.match(c.text)]
    acts = [c for c in body if not prohibited[c.order] and weights[c.order] > 0.4] if stops else []
    if stops and not acts and sheet.target.kind is not TargetKind.QUANTIFIED:
        return tuple(stops)
    statutory = [hit for c in body for hit in c.hits.get("routine.statutory_act", ())]
    if sheet.signs & _DISCLOSED.sign:
        statutory += [Span(m.start(), m.end()) for m in _DISCLOSED.finditer(sheet.text)]
    if statutory and _STUDY.search(sheet.text) and not _adds_something(sheet):
        return tuple(statutory)
    if sheet.project.spans or sheet.target.kind is not TargetKind.NONE:
        return ()
    return tuple([hit for c in body for hit in merged(c.hits, *_DUTY)])


def _adds_something(sheet: Sheet) -> bool:
    """A date, a named rule or more than the usual count goes beyond the duty."""
    if sheet.deadline.kind in (DeadlineKind.BY_DATE, DeadlineKind.RANGE) and sheet.deadline.source.value != "inherited":
        return True
    return any(v.number is not None and v.number > 1 for v in sheet.target.values)


_URGES = TEXT.gate("(?:劝[说导]?|提醒|教育|引导|督促|叮嘱|嘱咐|告诫|动员)(?!自己|自身|本人)[^，。；]{1,10}?[不别莫勿少戒]")
_KIN = re.compile("家属|亲属|配偶|子女|身边工作人员|家人")


def urges_others(sheet: Sheet) -> bool:
    """Whether all that shall not be done is what others are talked out of (劝大家不放鞭炮): a deed, and nobody's duty but that
    to keep one's own family from it."""
    urged = [c for c in sheet.body if c.signs & _URGES.sign and _URGES.search(c.text) and not _KIN.search(c.text)]
    return bool(urged) and all(c in urged for c in sheet.body if sheet.prohibited[c.order])


_PLAIN_ACT = 2.0
"""What weighs as much is an act with its thing or with whom it is done for."""
_GIVEN_TO = re.compile("(?:(?<![予交献])给(?![予以力]|我们|大家?带)|向(?!党|组织|前|上|人民))[^，。；的]{2,10}(?:[讲送修装种买建写教办捐补发读做加寄带磨配理]|们)")


def is_deed(sheet: Sheet) -> bool:
    """Whether a plain act stands in a promise, so that it can be asked how often or how many."""
    body = [c for c in sheet.body if not sheet.prohibited[c.order]]
    weights = [sheet.weights[c.order] for c in body]
    if sheet.wording.vague or not weights:
        return False
    return (max(weights) >= _PLAIN_ACT and min(weights) >= 0) or any(_GIVEN_TO.search(c.text) for c in body)
