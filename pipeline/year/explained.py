"""Why a promise was not kept, as the ledger has it: said, or made good by a promise of the next year that goes on from it."""

from __future__ import annotations

from pipeline.ledger.book.history import MOVED
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Line
from pipeline.ledger.store.ledger import Ledger, Which

SAID = (State.NOT_KEPT, State.CARRIED)


def explained(ledger: Ledger, line: Line, successor: int | None = None) -> str:
    """The remark on the item, else what was said at its last move to 未兑现 or 转入下年, else that it is promised anew as
    item `successor`; "" where nothing explains it."""
    item = line.item
    if item.remark.strip():
        return item.remark.strip()
    if item.state in SAID and item.note.strip():
        return item.note.strip()
    moves = [c for c in ledger.history("item", item.id) if c.what == MOVED and c.after.get("state") in SAID and c.note.strip()]
    if moves:
        return moves[-1].note.strip()
    return f"已列入{line.form.year + 1}年度承诺（编号{successor}）" if successor else ""


def successors(ledger: Ledger, year: int) -> dict[int, int]:
    """Items of the year before that items of this year go on from, each with the one that does."""
    return {line.item.origin: line.item.id for line in ledger.lines(Which(year=year)) if line.item.origin}
