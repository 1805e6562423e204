"""What a cell says: text, a day however people write it, a state."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from pipeline.answering import Progress, assent, bare, progress
from pipeline.ledger.book.life import State
from pipeline.ledger.cells import clean
from pipeline.ledger.exchange.cell_values import Share
from pipeline.ledger.exchange.columns import BY_NAME, DAY, DUE, STATE
from pipeline.rosters.values import day_of

EXCEL_ZERO = date(1899, 12, 30)
SERIALS = range(20_000, 80_000)
"""Days as Excel counts them, 1954 to 2119: what a day becomes where its format is lost."""


@dataclass(frozen=True, slots=True)
class Value:
    """`plain` is what the ledger would hold ("" or None: nothing). `took` says how a day was read, where that is not
    plain to see; `wrong` why nothing could be made of it."""

    plain: Any
    took: str = ""
    wrong: str = ""


def value_of(raw: Any, kind: str, year: int | None) -> Value:
    """A cell of a column of that kind, in a row of that year."""
    if kind == DAY:
        return _day(raw, year)
    if kind == DUE:
        return _due(raw, year)
    text = words(raw)
    return _state(text) if kind == STATE else Value(text)


_STATES = {s.value for s in State}
_SHORT = {State.KEPT.value.removeprefix("已"): State.KEPT.value}


def _state(text: str) -> Value:
    """A state by its name, also with blanks or signs, or by words that say that a promise is kept; nothing else is guessed:
    未完成 says nothing of what shall become of it."""
    word = bare(text)
    if text in _STATES or not text:
        return Value(text) if text else Value(None, wrong="状态不能清空")
    if word in _STATES:
        return Value(word)
    if word in _SHORT or (progress(text) is Progress.DONE and assent(text) is None):
        return Value(State.KEPT.value, took=f"“{text}”按“{State.KEPT.value}”计")
    return Value(None, wrong="不是可选的状态，请从下拉列表选择")


def fields_of(name: str, said: str | None) -> dict[str, Any]:
    """The fields of the ledger that a column fills: behind 完成日期 there are two, a day or words; an empty day is none."""
    if name == "due":
        is_day = said is not None and len(said) == 10 and said[4] == said[7] == "-"
        return {"due": said if is_day else None, "due_words": "" if is_day else said or ""}
    is_day = name in BY_NAME and BY_NAME[name].kind == DAY
    return {name: said or (None if is_day else "")}


def number_in(text: str) -> int | None:
    """A number of the ledger's; None where it is none: ① counts as a digit for Python, and no ledger has a billion things."""
    return int(text) if text.isdecimal() and len(text) < 10 else None


def words(raw: Any) -> str:
    """A cell as text."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return clean(raw).strip()
    if isinstance(raw, datetime):
        return raw.date().isoformat() if not (raw.hour or raw.minute) else raw.isoformat(" ", "minutes")
    return str(int(raw)) if isinstance(raw, float) and raw.is_integer() and not isinstance(raw, Share) else str(raw)


def _day(raw: Any, year: int | None) -> Value:
    if raw is None or raw == "":
        return Value(None)
    if isinstance(raw, datetime):
        return Value(raw.date().isoformat())
    if isinstance(raw, date):
        return Value(raw.isoformat())
    if isinstance(raw, float) and not raw.is_integer() and int(raw) not in SERIALS:
        return Value(None, wrong="成了数字（9.30 会变成 9.3），看不出是哪一天，请写成 2012-06-30 的样子")
    if isinstance(raw, (int, float)) and int(raw) in SERIALS:
        day = (EXCEL_ZERO + timedelta(days=int(raw))).isoformat()
        return Value(day, took=f"{int(raw)} 按 {day} 计")
    text = words(raw)
    if not text:
        return Value(None)
    if found := _written(text):
        return Value(found.isoformat(), took="" if text == found.isoformat() else f"“{text}”按 {found} 计")
    meant = _meant(text, year) if year else None
    return Value(meant.isoformat(), took=f"“{text}”按 {meant} 计") if meant else Value(None, wrong="看不出是哪一天，请写成 2012-06-30 的样子")


def _due(raw: Any, year: int | None) -> Value:
    """When a promise falls due: a day, or words that say how it is bound otherwise (长期坚持, 每季度)."""
    found = _day(raw, year)
    text = words(raw)
    if not found.wrong or not _bound(text):
        return Value(found.plain or "", found.took, found.wrong)
    return Value(text)


def _bound(text: str) -> bool:
    from extractors.language.deadlines import find_deadline
    from extractors.model import CommitmentItem, Passage, ReadingContext
    from extractors.model.annotation import DeadlineKind

    found = find_deadline(CommitmentItem(1, Passage(f"时限：{text}")), ReadingContext())
    return found.kind in (DeadlineKind.ONGOING, DeadlineKind.RECURRING, DeadlineKind.EVENT)


def _written(text: str) -> date | None:
    """A day with its year, and nothing else."""
    text = unicodedata.normalize("NFKC", text)
    if found := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
        text = "-".join(found.groups())
    return day_of(text) if re.fullmatch(r"\d{4}\D{1,2}\d{1,2}\D{1,2}\d{1,2}\s*日?(?:前|之前|以前)?(?:\s0?0:00(?::00)?)?", text) else None


@lru_cache(maxsize=1024)
def _meant(text: str, year: int) -> date | None:
    """六月底 in a row of 2012: by the grammar that reads the forms, where it says one day."""
    from extractors.language.deadlines import find_deadline
    from extractors.model import CommitmentItem, Passage, ReadingContext
    from extractors.model.annotation import DeadlineKind

    frame = (date(year, 1, 1), date(year, 12, 31))
    found = find_deadline(CommitmentItem(1, Passage(f"时限：{text}")), ReadingContext(year, None, frame))
    certain = found.kind is DeadlineKind.BY_DATE and not found.ambiguous and found.span is not None
    return found.end if certain and found.span and len(found.phrase) >= len(text) - 1 else None
