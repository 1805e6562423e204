"""A plan in the clerk's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.ledger.exchange.columns import title_of
from pipeline.ledger.exchange.plan import Plan
from pipeline.ledger.exchange.shown import shown

MOST = 20


def told(plan: Plan, most: int = MOST) -> Iterator[str]:
    """What an import would do: changed, added, conflicting, refused, deleted; each list shortened to `most`."""
    edits = [(one, edit) for one in plan.items.values() for edit in one.edits]
    yield from _list(f"修改 {len(edits)} 格，涉及 {len(plan.items)} 项", (
        f"{e.where} 编号 {one.row['id']} {one.owner}“{title_of(e.field)}”：{shown(e.before)} → {shown(e.after)}" + (f"（{e.took}）" if e.took else "")
        for one, e in edits), len(edits), most)  # fmt: skip
    took = [(one, e) for one, e in edits if e.took]
    if len(edits) > most and took:
        yield from _list(f"其中日期换算 {len(took)} 格", (f"{e.where}“{title_of(e.field)}”：{e.took}" for _, e in took), len(took), most)
    yield from _list(f"新增 {len(plan.added)} 项", (
        f"{a.where} {a.owner}：{shown(a.fields['text'])}" + (f"（与编号 {a.alike[0]} 相似，请在“待确认事项”里答复是不是同一事项）" if a.alike else "")
        for a in plan.added), len(plan.added), most)  # fmt: skip
    yield from _list(f"冲突 {len(plan.conflicts)} 格，两个值都保留，列入“待确认事项”", (
        f"{c.where} 编号 {c.item} {c.owner}“{title_of(c.field)}”：台账中 {shown(c.now)}，填报 {shown(c.said)}" for c in plan.conflicts
    ), len(plan.conflicts), most)  # fmt: skip
    yield from _list(f"答复 {len(plan.answers)} 个问题", (f"问题 {a.question['id']}：{a.answer}" for a in plan.answers), len(plan.answers), most)
    yield from _list(f"不能采用 {len(plan.refused)} 处，原话已记下", (
        f"{r.where}{f'“{title_of(r.field)}”' if r.field else ''} {shown(r.said)}：{r.why}" for r in plan.refused
    ), len(plan.refused), most)  # fmt: skip
    yield from _list(f"导出后被删掉 {len(plan.deleted)} 行，台账里仍保留（不再办理的请把状态改为“撤下”）", (
        f"编号 {number}" for number in plan.deleted
    ), len(plan.deleted), most)  # fmt: skip
    for title, count in plan.protected.items():
        yield f"“{title}”由程序填写，有 {count} 行被改动，没有采用。"
    if plan.merged:
        yield f"有 {len(plan.merged)} 格与别的格合并了，没有自己的值，台账里没有改动；要填写的请拆开合并：{short(plan.merged)}。"
    if plan.sheets:
        yield f"保留自己加的工作表：{'、'.join(sheet.title for sheet in plan.sheets)}。"
    yield from plan.notes


def _list(head: str, lines: Iterator[str], count: int, most: int) -> Iterator[str]:
    if not count:
        return
    yield f"{head}："
    for n, line in enumerate(lines):
        if n == most:
            yield f"  ……其余 {count - most} 处从略，加 --all 全部列出"
            return
        yield f"  {line}"


def short(words: Sequence[str], most: int = MOST) -> str:
    """A list of names, shortened."""
    return "、".join(words[:most]) + (f"等 {len(words)} 个" if len(words) > most else "")
