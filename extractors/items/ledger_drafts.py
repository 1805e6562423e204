"""The records of a ledger become promises: one a row, or as many as a cell lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.items.blanks import is_blank, is_noise
from extractors.items.columns import ELEMENTS, Column
from extractors.items.drafts import Draft, Reading
from extractors.items.headings import pure_label
from extractors.items.ledger_columns import NUMBERED, LedgerColumns
from extractors.items.ledger_rows import Record
from extractors.items.ordinals import candidates, half_width
from extractors.model import Block, Passage, Span

Body = Callable[[Sequence[Block]], Reading]
"""Reads a cell that holds a list of promises."""
_DITTO = re.compile(r"\s*(?:[同如]上(?:行|一?项|条|述)?|[〃″＂\"”“]{1,2}|同前|同左|同)\s*[。.]?\s*")
_PROMISE = 6
"""A promise has so many letters at least."""
_TOTAL = re.compile(r"(?:合|总|小)\s*计[：:]?")


class LedgerDrafts:
    """Adds the promises of the `records` to `reading`; `body` reads a cell that lists several."""

    def __init__(self, columns: LedgerColumns, records: Sequence[Record], body: Body, reading: Reading) -> None:
        self.columns, self.records, self.body, self.reading = columns, records, body, reading

    def write(self) -> None:
        """One record after another, each with the time that a 同上 in it means."""
        above: Passage | None = None
        for record in self.records:
            above = self._draft(record, above)

    def _draft(self, record: Record, above: Passage | None) -> Passage | None:
        """Adds the record's promise; returns the time that a 同上 below it means."""
        columns = self.columns
        values = {col: Passage.join(found) for col, found in sorted(record.values.items())}
        time = next((values[c] for c in columns.header.columns(Column.DEADLINE) if c in values), None)
        ditto = time is not None and _DITTO.fullmatch(time.text) is not None
        if self._empty(record.ordinal, values):
            return above if ditto or time is None else time
        if self._list(record, values, time):
            return time
        ordinal = record.ordinal
        if not ordinal and columns.project in values and columns.project is not None:
            ordinal, values[columns.project] = _typed(values[columns.project])
        draft = Draft(Passage.join(values.values()), ordinal, record.headings, self._spans(values))
        draft.above = above if ditto else None
        self.reading.drafts.append(draft)
        return above if ditto or time is None else time

    def _list(self, record: Record, values: dict[int, Passage], time: Passage | None) -> bool:
        """A cell with a numbered list of promises, where nothing but a time and a name stands beside the whole list."""
        columns = self.columns
        elements = [c for c in values if c in columns.elements and c != columns.project]
        cell = record.promise
        if cell is None or columns.project is None or not columns.shared.issuperset(elements):
            return False
        strict = bool(elements) and len(self.records) > 1
        least = 1 if columns.anew else 2
        lines = cell.text.strip().split("\n") if columns.by_line else []
        if strict and not lines and len(NUMBERED.findall(cell.text)) < least:
            return False
        if columns.number is not None and _leads(cell.text):
            return False
        found = self.body(cell.blocks)
        if not (_lists(found, strict, least) or (lines and len(found.drafts) == len(lines)) or (columns.beside and found.drafts)):
            return False
        over = [values[c] for c in sorted(values) if c < columns.project and c not in (*elements, *columns.kinds())]
        own = _times(time, found.drafts)
        for n, draft in enumerate(found.drafts):
            draft.headings, draft.near, draft.sure = (*record.headings, *over, *draft.headings), own[n], True
        self.reading.take(found)
        return True

    def _empty(self, ordinal: str, values: dict[int, Passage]) -> bool:
        """No promise: nothing but blanks, a sum, or only a time or a name waits for the words."""
        columns = self.columns
        if _TOTAL.fullmatch(ordinal.strip()):
            return True
        said = [v for c, v in values.items() if c in columns.saying and c not in columns.kinds()]
        if not any(Column.PROJECT in k for k in columns.header.kinds):
            said = list(values.values())
        if not said or all(is_blank(half_width(v.text)) or is_noise(half_width(v.text)) for v in said):
            return True
        return _TOTAL.fullmatch(said[0].text.strip()) is not None

    def _spans(self, values: dict[int, Passage]) -> dict[str, tuple[Span, ...]]:
        """Where each element stands in the promise, whose columns are joined by one letter."""
        found: dict[str, list[Span]] = {}
        at = 0
        for col, value in values.items():
            for kind in self.columns.header.kinds[col]:
                if kind in ELEMENTS:
                    found.setdefault(kind.value, []).append(Span(at, at + len(value)))
            at += len(value) + 1
        times = self.columns.header.columns(Column.DEADLINE)
        if times and Column.DEADLINE.value not in found:
            found[Column.DEADLINE.value] = [Span(at - 1, at - 1)]  # the place is printed and nothing is written there
        return {name: tuple(spans) for name, spans in found.items()}


def _leads(text: str) -> bool:
    """Whether a cell of a counted row says what it is about before the list of its steps (整治排水：一是……；二是……)."""
    first = NUMBERED.search(half_width(text.replace("：", " ").replace(":", " ")))
    lead = text[: first.start()].strip() if first is not None else ""
    return bool(lead) and "\n" not in lead and not pure_label(lead)


def _lists(found: Reading, strict: bool, least: int = 2) -> bool:
    """Whether a cell's text is a list of promises, `least` of them at least; a strict one has nothing before its first number."""
    numbered = sum(1 for d in found.drafts if d.ordinal)
    return numbered >= least and not (strict and (numbered < len(found.drafts) or found.preambles or any(len(d.passage) < _PROMISE for d in found.drafts)))


def _times(time: Passage | None, drafts: Sequence[Draft]) -> list[Passage | None]:
    """The time of each promise of a list: its own where the time's cell has as many lines."""
    lines = [line for line in time.lines() if line.text.strip()] if time is not None else []
    return list(lines) if len(lines) == len(drafts) > 1 else [time] * len(drafts)


def _typed(passage: Passage) -> tuple[str, Passage]:
    """An ordinal typed into the cell itself, and the rest."""
    text = half_width(passage.text)
    ordinal = next((o for o in candidates(text, 0, passage.text) if not o.weak), None)
    if ordinal is None or ordinal.end >= len(text):
        return "", passage
    return ordinal.printed, passage.slice(ordinal.end)
