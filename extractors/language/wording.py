"""Faults of wording. 空泛 and 等同一般要求 lean to precision: doubt is no fault."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import shingles
from extractors.language.lexicon import has_any, merged
from extractors.language.sheet import Clause, Sheet, sheets_of
from extractors.model import DeadlineKind, Span, TargetKind, Wording

_FAULTLESS = Wording()
_DUTY = ("routine.discipline", "routine.charter", "routine.ethics", "routine.task")
_NOT_US = re.compile("^(?:不让|决不让|绝不让)")
_UNNAMED_DEED = re.compile("[一二三四五六七八九十两\\d]+(?:件|项|桩)(?:以上)?(?:的)?(?:实事|好事|实事好事|好事实事)")
_DISCLOSED = re.compile("(?:党务|村务|居务|政务|校务|财务|院务|厂务)[^，。；\n]{0,14}(?:公开|公布|公示)")
_OWN_RULE = re.compile("(?:落实|执行|遵守|坚持|实行)[^，。；]{2,}(?:制度|规程)[”》]?$")
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
    over = tuple(sheet.hits.by_category.get("overpromise", ()))
    copied = shingles.copied(sheet.item.text, sheet.context.copied_shingles)
    if vague or routine or over or copied:
        return Wording(bool(vague), bool(routine), bool(over), bool(copied), vague, routine, over, copied)
    return _FAULTLESS


def vague_evidence(sheet: Sheet) -> tuple[Span, ...]:
    """The words for which nobody could say at the due date what should have been done; empty where somebody could."""
    if sheet.project.spans:
        return ()
    deed = _UNNAMED_DEED.search(sheet.text)
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
    named = _OWN_RULE.search(clause.text)
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
