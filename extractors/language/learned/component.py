"""The last word on what the words alone leave open: the learned heads weigh what all other components found.

What is printed (a heading, a column, a labelled line) keeps its precedence, and amounts stay with the grammar that
reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import dimensions
from extractors.language.learned import elements
from extractors.language.learned.clause_features import of_clauses
from extractors.language.learned.heads import (
    FAULT_PLACES,
    MEMBER,
    MEMBER_PLACES,
    ORG,
    ORG_PLACES,
    PART_PLACES,
    PARTS,
    ROUTINE,
    TARGETS,
    VAGUE,
    Reading,
    read,
)
from extractors.language.learned.item_features import of_item
from extractors.language.learned.table import Model, model
from extractors.language.lexicon import has_any
from extractors.language.sheet import Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.language.target import asks_how_many
from extractors.language.wording import FAULTLESS, is_deed, urges_others
from extractors.model import DeadlineSource, DimensionLabel, Part, Period, Span, Target, TargetKind, Wording

LEAST = 0.03
"""The least probability of a dimension that a promise may be said to possibly serve."""
BARE = 0.3
"""The least probability of 空泛 or 等同一般要求 for a promise without target and measures: what it lacks speaks for it, and
one remark on its wording is fairer than three on its elements. From here on two of three such promises are one or the other."""
EMPTY = 0.2
"""The same for both together, where nothing that is made or done was found either."""
ASIDE = 0.4
"""Where no clause with the amount is likelier than this to be the project, the amount stands beside what is promised."""
_DECIDING = frozenset(("%", "‰", "百分点", "个百分点"))
_SHORT = frozenset(("天", "日", "小时", "个小时", "分钟", "工作日", "个工作日"))
_LOOSE = frozenset((Period.DAILY, Period.YEARLY))
"""So often is a way to say always (年年上台阶, 快乐每一天)."""
TERSE = 14
"""So many characters at most has a slogan."""
SUREST = 0.99
"""The most that a label is ever sure of."""


@Language.component("learned", requires=["doc._.dimensions", "doc._.part", "doc._.wording", "doc._.measures"])
def learned(doc: Doc) -> Doc:
    """Revise project, measures, target, dimensions, part and wording."""
    revise(sheets_of(doc), model())
    return doc


def revise(sheets: Sequence[Sheet], model: Model) -> None:
    """Let the heads decide; the sheets hold what the other components found. One that says nothing stays as it is."""
    told = [(sheet, clauses) for sheet in sheets if (clauses := of_clauses(sheet))]
    readings = read(model, [(clauses, of_item(sheet)) for sheet, clauses in told])
    for (sheet, _), reading in zip(told, readings, strict=True):
        _decide(sheet, reading)


def _decide(sheet: Sheet, reading: Reading) -> None:
    sheet.dimensions = _dimensions(sheet, reading)
    sheet.part = _part(sheet, reading)
    sheet.target = _target(sheet, reading)
    _wording(sheet, reading)
    elements.revise(sheet, reading)


def _dimensions(sheet: Sheet, reading: Reading) -> tuple[DimensionLabel, ...]:
    """The likeliest label, and each other one that is likely on its own; a printed label stays."""
    words = sheet.served
    if words is None or sheet.printed:
        return sheet.dimensions
    labels, places = (ORG, ORG_PLACES) if words.name == "五个好" else (MEMBER, MEMBER_PLACES)
    (_, best, likely), *others = sorted(zip(reading.scores[places], labels, reading.chances[places], strict=True), reverse=True)
    _, second, other = others[0]
    sheet.possible = tuple([DimensionLabel(label, (), round(chance, 2)) for _, label, chance in others if chance >= LEAST])
    first = _label(sheet, reading, best, likely)
    if other == likely or other >= (LEAST if _has_two_ends(sheet) else reading.model.header.thresholds["second dimension"]):
        return first, _label(sheet, reading, second, other)
    return (first,)


_BOTH = TEXT.gate("既(?![然往定成])[^。；]{2,}?[又也]")


def _has_two_ends(sheet: Sheet) -> bool:
    """Whether a promise says itself that it serves two ends (既方便群众，又规范流程; GUIDELINE, dims)."""
    return bool(sheet.signs & _BOTH.sign) and _BOTH.search(sheet.text) is not None


def _label(sheet: Sheet, reading: Reading, label: str, likely: float) -> DimensionLabel:
    read = sheet.dimensions[0]
    words = (read.evidence if read.label == label else ()) or dimensions.evidence(sheet, label)
    return DimensionLabel(label, words or (reading.weightiest(label),), min(SUREST, round(likely, 2)))


def _part(sheet: Sheet, reading: Reading) -> Part:
    """The likeliest part; the form's heading wins, but a rule or a deed keeps its name inside 岗位."""
    heading = sheet.headed
    if heading in (Part.COMMON, Part.NOVEL, Part.DEED, Part.RULE):
        return sheet.part
    odds = reading.scores[PART_PLACES]
    best = PARTS[odds.index(max(odds))]
    return best if heading is None or best in (Part.RULE, Part.DEED) else Part.POST


def _target(sheet: Sheet, reading: Reading) -> Target:
    """The likelier kind where it differs from what the grammar read; 「没有」 in doubt, and an amount that the grammar
    could not read, are unknown, and an end state that it read stays."""
    old = sheet.target
    if old.kind not in (TargetKind.NONE, TargetKind.QUANTIFIED):
        return old
    chances = reading.kinds
    likeliest = max(chances)
    best = TARGETS[chances.index(likeliest)]
    limits = reading.model.header.thresholds
    if old.kind is TargetKind.NONE and best is TargetKind.CLEAR and likeliest >= limits["other target"] and not _is_empty(reading):
        clear = reading.weightiest("target.clear")
        return old if asks_how_many(sheet, clear) else replace(old, kind=best, spans=(clear,))
    if old.kind is TargetKind.NONE and chances[TARGETS.index(old.kind)] < limits["no target"] and not _is_empty(reading):
        return Target(TargetKind.UNKNOWN, old.spans, old.values, old.hedged)
    if old.kind is not TargetKind.QUANTIFIED or best is old.kind:
        return old
    if likeliest >= limits["no amount" if _is_plain_amount(sheet, reading) else "amount aside"]:
        return replace(old, kind=best, values=(), spans=old.spans if best is TargetKind.CLEAR else ())
    return old


def _is_plain_amount(sheet: Sheet, reading: Reading) -> bool:
    """Whether an amount that was read stands in what is promised, and not only beside it (夜里加两班, 先在三个处室试行): counts of
    the means are no target. A limit in time, a rate and a zero decide wherever they stand, and so does the amount of the only clause."""
    values, spans = sheet.target.values, sheet.target.spans
    if not values or len(reading.clauses) == 1 or any(value.number == 0 or value.unit in _DECIDING or (value.unit in _SHORT and value.relation == "≤") for value in values):
        return True
    told = zip(reading.clauses, reading.projects, strict=True)
    return any(likely >= ASIDE for one, likely in told if any(s.start < one.clause.span.end and one.clause.span.start < s.end for s in spans))


def _wording(sheet: Sheet, reading: Reading) -> None:
    """空泛 and 等同一般要求 only where the model is sure; of a bare promise the likelier of both."""
    limits, old = reading.model.header.thresholds, sheet.wording
    empty, dutiful = reading.chances[FAULT_PLACES]
    vague, routine = empty >= limits[VAGUE] and not _has_rhythm(sheet), dutiful >= limits[ROUTINE] and not urges_others(sheet)
    if not vague and not routine and _is_bare(sheet) and _is_suspect(sheet, reading):
        vague, routine = empty >= dutiful and not _has_rhythm(sheet), empty < dutiful
    if vague or routine or old.vague or old.routine:
        sheet.wording = Wording(
            vague, routine, old.overpromise, old.copied,
            (old.vague_evidence or _body(sheet, reading, VAGUE)) if vague else (),
            (old.routine_evidence or _body(sheet, reading, ROUTINE)) if routine else (),
            old.overpromise_evidence, old.copied_evidence, old.chance,
        )  # fmt: skip
    if not vague and not routine and (chance := round(1 - (1 - empty) * (1 - dutiful), 2)) >= LEAST:
        sheet.wording = Wording(chance=chance) if old is FAULTLESS else replace(sheet.wording, chance=chance)


def _has_rhythm(sheet: Sheet) -> bool:
    """Whether a promise says itself in which weeks, months or terms it is kept (每周五下午集中学习): that can be looked up."""
    due = sheet.deadline
    return due.source is DeadlineSource.INLINE and due.period is not None and due.period not in _LOOSE


def _is_empty(reading: Reading) -> bool:
    """Whether no clause is likely to be the project, and one fault or the other not unlikely."""
    empty, dutiful = reading.chances[FAULT_PLACES]
    return max(reading.projects) < reading.model.header.thresholds["project"] and 1 - (1 - empty) * (1 - dutiful) >= EMPTY


def _is_bare(sheet: Sheet) -> bool:
    """Whether a promise has neither target nor measures, and does not talk others out of what is bad."""
    return sheet.target.kind is TargetKind.NONE and not sheet.measures.spans and not urges_others(sheet)


def _is_suspect(sheet: Sheet, reading: Reading) -> bool:
    """Whether a bare promise is rather a slogan or a duty than a deed of which it is to be asked how many (给工友讲急救知识)."""
    if max(reading.chances[FAULT_PLACES]) >= BARE and not is_deed(sheet):
        return True
    if sheet.deadline.source is not DeadlineSource.COLUMN and _is_empty(reading):
        return True
    return sheet.wording.vague and _is_slogan(sheet)


def _is_slogan(sheet: Sheet) -> bool:
    """Whether a promise is one direction and nothing else (打造书香校园, 节约用水用电用料): no thing, nobody served, no time. So short a
    text has few letters that the heads know, and what they know of other promises says little of it."""
    body = sheet.body
    if len(body) != 1 or len(body[0].text) > TERSE or sheet.deadline.source is DeadlineSource.INLINE:
        return False
    verb, words = sheet.verbs[body[0].order], body[0].hits
    named = has_any(words, "noun.thing", "part.facility", "quantity.name") and "noun.generic_rule" not in words
    return verb is not None and verb.soft and not named


def _body(sheet: Sheet, reading: Reading, head: str) -> tuple[Span, ...]:
    """The whole promise where it is short, else its clause that speaks most for the head."""
    body = tuple(clause.span for clause in sheet.body)
    return body if 0 < len(body) <= 2 else (reading.weightiest(head),)
