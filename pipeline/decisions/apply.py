"""Decisions onto results.jsonl, after all is judged and before anything is handed out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.decisions.effect import Use, decide
from pipeline.decisions.view import View
from pipeline.putting import put
from pipeline.records import FormRecord, from_line, to_line
from pipeline.status import FormSummary, reckon, summarise

if TYPE_CHECKING:
    from pipeline.batch import BatchResult
    from pipeline.rosters.roster import Roster
    from rules.packs import Pack


def apply(result: BatchResult, view: View, roster: Roster, pack: Pack) -> tuple[BatchResult, Use]:
    """The same run with the decisions in results.jsonl and in the counts. Lines that no decision can touch are copied as
    they are; the file is replaced whole."""
    use = Use()
    if not view:
        return result, use
    told = iter(result.forms)
    forms: list[FormSummary] = []
    marks = [f'"code":"{code}"'.encode() for code in view.codes]
    temporary = result.results.with_name(".decided.part")
    with result.results.open("rb") as lines, temporary.open("wb") as out:
        for line in lines:
            record = from_line(line) if any(mark in line for mark in marks) else None
            if isinstance(record, FormRecord):
                decided = decide(record, view, use)
                before = next(told)
                forms.append(before if decided is record else summarise(decided, roster))
                line = line if decided is record else (to_line(decided) + "\n").encode()
            elif b'"record":"form"' in line[:64]:
                forms.append(next(told))
            out.write(line)
    put(temporary, result.results)
    status = reckon(forms, result.unreadable, roster, pack.last_day, pack.asks_for)
    return replace(result, forms=tuple(forms), status=status), use


