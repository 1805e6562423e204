"""The state machine: every pair of states, what each move needs, and the page made from the table."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from pipeline.ledger.book.life import FIELD, MOVES, OVER, Illegal, Need, State, check_closed, move, next_states

EVERYTHING = dict.fromkeys(FIELD.values(), "x")
LEGAL = {(m.frm, m.to) for m in MOVES}
MAIN = (State.WAITING, State.RETURNED, State.WAITING, State.APPROVED, State.PUBLISHED, State.UNDER_WAY, State.NOT_KEPT, State.PUT_RIGHT, State.KEPT, State.CLOSED)


@pytest.mark.parametrize("frm", State)
@pytest.mark.parametrize("to", State)
def test_every_pair_is_legal_or_refused_with_a_reason(frm: State, to: State) -> None:
    if (frm, to) in LEGAL:
        assert move(frm, to, EVERYTHING, "因为").to is to
        return
    with pytest.raises(Illegal) as refused:
        move(frm, to, EVERYTHING, "因为")
    assert to in str(refused.value)
    if frm is not to:
        assert all(after in str(refused.value) for after in next_states(frm))


@pytest.mark.parametrize("one", MOVES, ids=lambda m: f"{m.frm}-{m.to}")
def test_each_need_is_asked_for_by_itself(one) -> None:
    for need in one.needs:
        item = {k: v for k, v in EVERYTHING.items() if k != FIELD.get(need)}
        with pytest.raises(Illegal, match=f"还缺：{need}$"):
            move(one.frm, one.to, item, "" if need is Need.NOTE else "因为")


def test_the_main_way_is_open_from_one_end_to_the_other() -> None:
    for frm, to in itertools.pairwise(MAIN):
        assert (frm, to) in LEGAL


def test_every_state_can_be_reached_and_no_pair_stands_twice() -> None:
    reached, grew = {State.WAITING}, True
    while grew:
        more = {m.to for m in MOVES if m.frm in reached} | reached
        grew, reached = more != reached, more
    assert reached == set(State)
    assert len(LEGAL) == len(MOVES)


def test_what_is_over_is_left_only_with_a_reason() -> None:
    assert all(Need.NOTE in m.needs for m in MOVES if m.frm in OVER)


def test_what_was_closed_stays_proved() -> None:
    closed = {**EVERYTHING, "state": State.CLOSED}
    check_closed({**closed, "remark": ""}, {"remark": ""})
    with pytest.raises(Illegal, match="复核人不能清空"):
        check_closed({**closed, "reviewer": ""}, {"reviewer": ""})


def test_the_page_has_every_move() -> None:
    page = (Path(__file__).parents[2] / "docs" / "lifecycle.md").read_text("utf-8")
    assert [m for m in MOVES if f"| {m.frm} | {m.to} | {m.name} |" not in page] == []
