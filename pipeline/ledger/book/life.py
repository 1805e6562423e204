"""The life of an item: its states and the moves between them, as a table. `docs/lifecycle.md` is made from it.

Source: the notices' 动态管理 (register, approve, publish, carry out, report, assess, put right within a limit, close)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where an item stands; the values are what the workbook says."""

    WAITING = "待审"
    RETURNED = "退回修改"
    APPROVED = "审定"
    PUBLISHED = "公示"
    UNDER_WAY = "践诺中"
    KEPT = "已兑现"
    NOT_KEPT = "未兑现"
    PUT_RIGHT = "限期整改"
    CLOSED = "销号"
    CARRIED = "转入下年"
    DROPPED = "撤下"


class Need(StrEnum):
    """What a move asks for; the values are how a person names it, and the field of the item that holds it is in `FIELD`."""

    NOTE = "说明"
    DUE = "完成日期"
    RECTIFY_BY = "整改期限"
    EVIDENCE = "佐证说明"
    EVIDENCE_DAY = "佐证日期"
    EVIDENCE_FILE = "佐证材料"
    REVIEWER = "复核人"


FIELD = {
    Need.DUE: "due",
    Need.RECTIFY_BY: "rectify_by",
    Need.EVIDENCE: "evidence",
    Need.EVIDENCE_DAY: "evidence_day",
    Need.EVIDENCE_FILE: "evidence_file",
    Need.REVIEWER: "reviewer",
}
"""Fields of the item; `NOTE` is said with the move itself."""
PROOF = (Need.EVIDENCE, Need.EVIDENCE_DAY, Need.EVIDENCE_FILE, Need.REVIEWER)


@dataclass(frozen=True, slots=True)
class Move:
    """A legal move: what it is called, and what it needs."""

    frm: State
    to: State
    name: str
    needs: tuple[Need, ...] = ()


S, N = State, Need
MOVES = (
    Move(S.WAITING, S.RETURNED, "退回修改", (N.NOTE,)),
    Move(S.WAITING, S.APPROVED, "审定"),
    Move(S.WAITING, S.DROPPED, "撤下", (N.NOTE,)),
    Move(S.RETURNED, S.WAITING, "重新报送"),
    Move(S.RETURNED, S.DROPPED, "撤下", (N.NOTE,)),
    Move(S.APPROVED, S.PUBLISHED, "公示"),
    Move(S.APPROVED, S.RETURNED, "退回修改", (N.NOTE,)),
    Move(S.APPROVED, S.WAITING, "变更承诺，重新审定", (N.NOTE,)),
    Move(S.APPROVED, S.DROPPED, "撤下", (N.NOTE,)),
    Move(S.PUBLISHED, S.UNDER_WAY, "公示期满，开始践诺"),
    Move(S.PUBLISHED, S.RETURNED, "公示有异议，退回修改", (N.NOTE,)),
    Move(S.PUBLISHED, S.WAITING, "变更承诺，重新审定", (N.NOTE,)),
    Move(S.PUBLISHED, S.APPROVED, "更正：尚未公示", (N.NOTE,)),
    Move(S.UNDER_WAY, S.KEPT, "兑现", (N.EVIDENCE,)),
    Move(S.UNDER_WAY, S.NOT_KEPT, "未兑现", (N.NOTE,)),
    Move(S.UNDER_WAY, S.PUT_RIGHT, "限期整改", (N.RECTIFY_BY,)),
    Move(S.UNDER_WAY, S.WAITING, "变更承诺，重新审定", (N.NOTE,)),
    Move(S.UNDER_WAY, S.CARRIED, "跨年度事项，转入下年", (N.NOTE,)),
    Move(S.UNDER_WAY, S.PUBLISHED, "更正：公示未满", (N.NOTE,)),
    Move(S.KEPT, S.CLOSED, "销号", PROOF),
    Move(S.KEPT, S.PUT_RIGHT, "复核不实，限期整改", (N.NOTE, N.RECTIFY_BY)),
    Move(S.KEPT, S.UNDER_WAY, "复核不实，继续践诺", (N.NOTE,)),
    Move(S.NOT_KEPT, S.PUT_RIGHT, "限期整改", (N.RECTIFY_BY,)),
    Move(S.NOT_KEPT, S.CARRIED, "转入下年", (N.NOTE,)),
    Move(S.NOT_KEPT, S.UNDER_WAY, "再承诺", (N.NOTE, N.DUE)),
    Move(S.PUT_RIGHT, S.KEPT, "整改到位", (N.EVIDENCE,)),
    Move(S.PUT_RIGHT, S.NOT_KEPT, "整改未到位", (N.NOTE,)),
    Move(S.PUT_RIGHT, S.CARRIED, "转入下年", (N.NOTE,)),
    Move(S.PUT_RIGHT, S.UNDER_WAY, "再承诺", (N.NOTE, N.DUE)),
    Move(S.CLOSED, S.KEPT, "更正：销号有误", (N.NOTE,)),
    Move(S.CARRIED, S.NOT_KEPT, "更正：不转入下年", (N.NOTE,)),
    Move(S.DROPPED, S.WAITING, "恢复", (N.NOTE,)),
)
"""Every legal move. A move back is a move too, with its reason, and both stay in the history."""
_TABLE = {(move.frm, move.to): move for move in MOVES}
RUNNING = (State.UNDER_WAY, State.NOT_KEPT, State.PUT_RIGHT)
"""States in which something is still to be done by a day."""
OVER = (State.CLOSED, State.CARRIED, State.DROPPED)
"""States in which nothing more is expected in the year."""


class Illegal(Exception):
    """A move that the table has not, or that lacks something; the message is Chinese and says why."""


def move(frm: State, to: State, item: Mapping[str, object], note: str = "") -> Move:
    """The move from one state to another for an item with these fields. Raises Illegal."""
    found = _TABLE.get((frm, to))
    if found is None:
        raise Illegal(_why(frm, to))
    lacking = [need.value for need in found.needs if not (note if need is Need.NOTE else item.get(FIELD[need]))]
    if lacking:
        called = "" if found.name == to else f"（{found.name}）"
        raise Illegal(f"从“{frm}”到“{to}”{called}还缺：{'、'.join(lacking)}")
    return found


def check_closed(item: Mapping[str, object], changed: Mapping[str, object]) -> None:
    """What was closed stays proved. Raises Illegal where a part of the proof is taken away by what is `changed`."""
    gone = [need.value for need in PROOF if FIELD[need] in changed and not item.get(FIELD[need])]
    if item.get("state") == State.CLOSED and gone:
        raise Illegal(f"已经销号的事项，{'、'.join(gone)}不能清空")


def next_states(frm: State) -> tuple[State, ...]:
    """Where an item can go from here."""
    return tuple(m.to for m in MOVES if m.frm is frm)


def _why(frm: State, to: State) -> str:
    if frm is to:
        return f"已经是“{to}”"
    between = _between(frm, to)
    way = f"；要先经过{'、'.join(f'“{s}”' for s in between)}" if between else ""
    return f"“{frm}”不能直接改为“{to}”{way}。现在可以改为：{'、'.join(next_states(frm))}"


def _between(frm: State, to: State) -> tuple[State, ...]:
    """The states on the shortest way, for the message."""
    ways: list[tuple[State, ...]] = [(frm,)]
    seen = {frm}
    for way in ways:  # grows while it is walked: breadth first
        for after in next_states(way[-1]):
            if after is to:
                return way[1:]
            if after not in seen:
                seen.add(after)
                ways.append((*way, after))
    return ()
