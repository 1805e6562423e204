"""Amounts that decide whether a promise is kept: numeral + counter, shares, zero, counts per period.

What is no amount here (see tests/gold/GUIDELINE.md): names with numbers, dates, clock times, ages, document
numbers, ordinals, ranks of schools and exams, sums spent, past results."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import numerals
from extractors.language.no_amounts import RANK, blocked_ranges, is_amount, month_near, stands_in
from extractors.language.quantities import far_least, grammar, is_baseline, lead_of, per_start, quantity
from extractors.language.sheet import Clause, Mention, Sheet, sheets_of
from extractors.language.signs import TEXT
from extractors.language.zeroes import ZERO_LOOK, zeroes
from extractors.model import Quantity

_DIGIT = TEXT.gate(r"[\d零一二两三四五六七八九十百千半双数]")
_LATER_HOURS = TEXT.gate("(?:延长|提前|推迟|延后|延时|延伸|顺延)[^，。；]{0,8}?(?:至|到)(?:早上|晚上|下午|上午|中午)?(?P<hour>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[:：]\\d{2}|[时点](?:半|整|\\d{1,2}分?)?)")
_SAME_DAY = TEXT.gate("(?:当天|当日|当场|即日|当班)(?:内|就|予以)?(?:办[结完理]|答复|回复|解决|处理|完成|反馈|上报|送达|清|付清|结清|登记|立案|受理|修复|到位|维修|批改|报|交|入账|归档|录入)")


@Language.component("amounts", requires=["doc._.hits", "doc._.clauses", "doc._.deadline"], assigns=["doc._.amounts"])
def amounts(doc: Doc) -> Doc:
    """Fill `amounts` of every sheet."""
    for sheet in sheets_of(doc):
        sheet.amounts = tuple(find(sheet))
    return doc


def find(sheet: Sheet) -> Iterator[Mention]:
    """The amounts of all clauses that say what is promised, the target's own first where a column gives it."""
    zero = sheet.signs & ZERO_LOOK.sign and ZERO_LOOK.search(sheet.text) is not None
    for clause in sheet.clauses:
        if clause.role in ("deadline", "responsible", "other"):
            continue
        if zero:
            yield from zeroes(sheet, clause)
        signs = clause.signs
        if signs & _DIGIT.sign and _DIGIT.search(clause.text):
            yield from _counted(sheet, clause)
        if signs & _LATER_HOURS.sign:
            yield from _hours(clause)
        found = _SAME_DAY.search(clause.text) if signs & _SAME_DAY.sign else None
        if found:
            yield Mention(clause.within(found.start(), found.end()), Quantity(1, "天", "≤"), clause.order)


def _hours(clause: Clause) -> Iterator[Mention]:
    """An hour that a service is moved to (延长至18时, 提前到6:20) decides whether it is done."""
    found = _LATER_HOURS.search(clause.text)
    if found:
        yield Mention(clause.within(found.start(), found.end()), Quantity(numerals.value(found["hour"]), "时", "="), clause.order)


def _counted(sheet: Sheet, clause: Clause) -> Iterator[Mention]:
    """The ranks (前三名) and the numerals with their counters, of which none is blocked or part of another word."""
    blocked: list[tuple[int, int]] | None = None
    text = clause.text
    for rank in RANK.finditer(text) if clause.signs & RANK.sign else ():
        if rank.group().startswith("前") and not month_near(text, rank.end()):
            number = numerals.value(rank.group().strip("前名位%") or "零")
            unit = "%" if rank.group().endswith("%") else "名"
            yield Mention(clause.within(rank.start(), rank.end()), Quantity(number, unit, "≤"), clause.order)
    last_from: float | None = None
    for match in grammar().finditer(text):
        at = match.start("number")
        if at < 0:
            at = match.start("hundredths")
        if blocked is None:
            blocked = blocked_ranges(sheet, clause)
        if stands_in(at, blocked):
            continue
        lead = lead_of(text, match.start())
        if not is_amount(match, text, at, lead is not None):
            continue
        baseline = last_from
        if is_baseline(text, at, match.end()):
            last_from = numerals.value(match.group("number") or "零")
            continue
        start = lead.start() if lead else match.start()
        value = quantity(match, lead.group() if lead else far_least(text, start), baseline)
        yield Mention(clause.within(per_start(text, match, start), match.end()), value, clause.order)
