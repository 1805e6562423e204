"""docs/lifecycle.md: the states of an item and the legal moves, from the table that the program goes by."""

from __future__ import annotations

from pipeline.ledger.book.life import MOVES, State

HEAD = """<!-- 由 `make docs` 生成，请勿手改。来源：pipeline/ledger/book/life.py -->
# 承诺事项的状态

一件事项从登记到销号，按下表办理。表里没有的改法，程序不接受，并说明为什么、要先经过哪一步。改错了可以按“更正”各行改回来，
改动和理由都留在记录里。

## 状态

"""
MEANS = {
    State.WAITING: "已登记，等待审定",
    State.RETURNED: "退回修改，等待重新报送",
    State.APPROVED: "审定通过，等待公示",
    State.PUBLISHED: "正在公示",
    State.UNDER_WAY: "公示期满，正在践诺",
    State.KEPT: "报告已兑现，等待复核",
    State.NOT_KEPT: "到期没有兑现",
    State.PUT_RIGHT: "限期整改，在整改期限前完成",
    State.CLOSED: "复核属实，办结",
    State.CARRIED: "转入下一年度继续办理",
    State.DROPPED: "不再作为承诺事项",
}


def lifecycle_page() -> str:
    """The page."""
    states = "\n".join(f"- **{state}**：{MEANS[state]}" for state in State)
    rows = "\n".join(f"| {m.frm} | {m.to} | {m.name} | {'、'.join(m.needs) or '—'} |" for m in MOVES)
    return f"{HEAD}{states}\n\n## 怎样改\n\n| 现在 | 改为 | 办理 | 要写明 |\n|---|---|---|---|\n{rows}\n"
