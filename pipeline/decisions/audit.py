"""The rows of the audit sheet 复核记录: everything that was ever said about a finding, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.decisions.effect import Use
from pipeline.decisions.model import Decision, Outcome, Reach
from pipeline.decisions.typed import told
from pipeline.decisions.view import View

MOST_NAMED = 3
NOT_ADOPTED = {Outcome.CONFLICT: "未采用：他人已有不同意见", Outcome.UNKNOWN: "未采用：找不到对应的问题"}


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One statement as the sheet shows it."""

    decision: Decision
    word: str
    reach: str
    standing: str


def audit(events: Sequence[Decision], view: View, use: Use) -> list[AuditRow]:
    """A row for each event, the oldest first."""
    rows = []
    for event in events:
        cells = told(event.statement)
        withdrawn = event.outcome is Outcome.WITHDRAWN or event.statement.state is None
        word = "（撤销）" if withdrawn else cells.word
        rows.append(AuditRow(event, word, "" if withdrawn else cells.reach, _standing(event, view, use)))
    return rows


def _standing(event: Decision, view: View, use: Use) -> str:
    if event.outcome in NOT_ADOPTED:
        return NOT_ADOPTED[event.outcome]
    if event.outcome is Outcome.WITHDRAWN:
        return "已撤销原意见"
    last = view.by_target.get(event.target)
    if last is None or last.number != event.number:
        return "已被后来的意见代替"
    if doubts := use.doubts.get(event.number):
        named = "、".join(doubts[:MOST_NAMED]) + (f"等{len(doubts)}处" if len(doubts) > MOST_NAMED else "")
        return f"待确认：{named}与原文不尽相同，没有沿用，请在问题清单中重新填写"
    held, carried = use.held[event.number], use.carried[event.number]
    if not held:
        return "这次没有再出现"
    if carried:
        return f"沿用{carried}处（重新报送的文字基本相同）" if carried == held else f"生效{held}处，其中沿用{carried}处"
    return "生效" if event.statement.reach is Reach.ITEM else f"生效{held}处"
