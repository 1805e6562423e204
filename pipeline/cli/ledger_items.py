"""`chengnuo ledger move` and its like: items by command."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.console import say
from pipeline.cli.ledger_options import BY, DAY, UNIT, YEAR, opened, who
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from pipeline.ledger.book.history import Change
    from pipeline.ledger.book.life import State

KINDS = {"党组织": "org", "书记": "secretary", "党员": "member"}
NOTE = click.option("--note", default="", metavar="说明", help="办理说明，如退回、未兑现的原因。")
DUE = click.option("--due", metavar="日期", type=DAY, help="完成日期（再承诺的、变更时限的）。")


@click.command(cls=PlacedCommand, name="move", short_help="改变事项的状态", options_metavar="[选项]")
@OUT
@click.argument("state", metavar="状态")
@click.argument("ids", metavar="[编号]…", nargs=-1, type=click.IntRange(1))
@UNIT
@YEAR
@click.option("--kind", type=click.Choice(list(KINDS)), help="只办这一类承诺书的：党组织、书记、党员。")
@click.option("--from", "before", default="", metavar="状态", help="只办现在是这个状态的。")
@NOTE
@DUE
@click.option("--rectify-by", metavar="日期", type=DAY, help="整改期限。")
@click.option("--evidence", default="", metavar="文字", help="佐证说明：做成了什么，凭什么证明。")
@click.option("--evidence-day", metavar="日期", type=DAY, help="佐证日期。")
@click.option("--evidence-file", default="", metavar="文件", help="佐证材料的文件或档号。")
@click.option("--reviewer", default="", metavar="姓名", help="复核人。")
@click.option("--done-on", metavar="日期", type=DAY, help="兑现日期。")
@click.option("--day", metavar="日期", type=DAY, help="哪一天办的；不写则是今天。")
@BY
def move(out: Path, state: str, ids: tuple[int, ...], unit: str, year: int | None, kind: str | None, before: str, note: str, **said: Any) -> None:
    """改变一项、几项，或一个单位全部事项的状态。有一项不能改的，全部不改，并说明原因。

    \b
    例：chengnuo ledger move 审定 --unit 机电学院 --from 待审
        chengnuo ledger move 退回修改 17 --note 没有写完成时限
        chengnuo ledger move 已兑现 17 --evidence 路灯已装好36盏 --done-on 2012-06-20
        chengnuo ledger move 销号 17 --evidence-day 2012-06-21 --evidence-file 验收单3号 --reviewer 李试核
        chengnuo ledger move 限期整改 18 --rectify-by 2012-09-30
        chengnuo ledger move 践诺中 19 --note 再承诺 --due 2012-12-20
    """
    from pipeline.ledger.acting import move_all
    from pipeline.ledger.store.ledger import Which

    if not (ids or unit or year or kind or before):
        raise click.UsageError("请写明是哪几项：写编号，或用 --unit、--year、--kind、--from 选定。")
    by, day = said.pop("by"), said.pop("day")
    which = Which(year=year, unit=unit, kinds=[KINDS[kind]] if kind else [], states=[_state(before)] if before else [], ids=ids)
    with opened(out) as ledger:
        moved = move_all(ledger, which, _state(state), who(by), note=note, values=_given(said), day=day.date() if day else None)
    say(f"已改为“{state}”：{len(moved)} 项。")


@click.command(cls=PlacedCommand, name="revise", short_help="变更承诺，或再承诺", options_metavar="[选项]")
@OUT
@click.argument("number", metavar="编号", type=click.IntRange(1))
@click.option("--text", default="", metavar="文字", help="变更后的承诺事项。")
@DUE
@click.option("--responsible", default="", metavar="姓名", help="责任人。")
@click.option("--note", required=True, metavar="说明", help="（必填）为什么变更。")
@BY
def revise(out: Path, number: int, text: str, due: datetime | None, responsible: str, note: str, by: str) -> None:
    """变更一项承诺的内容、时限或责任人；原来的留在历史里。

    \b
    已经审定、公示、践诺中的，回到“待审”重新审定；未兑现、限期整改的算再承诺（要写 --due），回到“践诺中”。
    """
    from pipeline.ledger.acting import revise as change
    from pipeline.ledger.book.life import State

    values = _given({"text": text, "due": due, "responsible": responsible})
    if not values:
        raise click.UsageError("请写明变更什么：--text、--due 或 --responsible。")
    with opened(out) as ledger:
        state = change(ledger, number, who(by), note, values)
    say(f"已变更，现在是“{state}”。" + ("上级审定以后，请办理审定（chengnuo ledger move 审定），再公示。" if state is State.WAITING else ""))


@click.command(cls=PlacedCommand, name="history", short_help="一项承诺的全部历史", options_metavar="[选项]")
@OUT
@click.argument("number", metavar="编号", type=click.IntRange(1))
def history(out: Path, number: int) -> None:
    """列出一项承诺从登记到现在的每次改动：何时、何人、从哪里、改前改后。没有采用的话也列出。

    转入下年、接续去年的，末尾列出各年的编号，可以接着查看。
    """
    from pipeline.ledger.store.chain import chain

    with opened(out) as ledger:
        changes = ledger.history("item", number)
        years = chain(ledger, number) if changes else []
    for one in changes:
        say(f"{one.who.at:%Y-%m-%d %H:%M}  {one.who.by}  {one.act}（{one.who.source}）{'：' + one.note if one.note else ''}")
        for line in _fields(one):
            say(f"    {line}")
    if not changes:
        raise click.ClickException(f"台账里没有编号 {number} 的事项。")
    for one_year in years if len(years) > 1 else ():
        item = one_year.item
        here = "（本项）" if item.id == number else ""
        say(f"{one_year.form.year}年度  编号 {item.id}{here}  {one_year.unit.name}  {item.state}  {' '.join(item.text.split())}")


def _fields(one: Change) -> list[str]:
    from pipeline.ledger.book.history import ADDED, HEARD
    from pipeline.ledger.exchange.columns import BY_NAME
    from pipeline.ledger.exchange.shown import shown

    named = {**{name: field.title for name, field in BY_NAME.items()}, "due_words": "完成时限（文字）", "extra": "自加的列"}
    told = [(named[name], one.before.get(name), value) for name, value in one.after.items() if name in named]
    if one.what == HEARD:
        return [f"没有采用：{title} {shown(value)}" for title, _, value in told]
    return [f"{title}：{shown(value)}" if one.what == ADDED else f"{title}：{shown(before)} → {shown(value)}" for title, before, value in told]


@click.command(cls=PlacedCommand, name="questions", short_help="列出等您答复的问题", options_metavar="[选项]")
@OUT
def questions(out: Path) -> None:
    """列出台账里拿不准、要由人答复的问题。也可以在导出的“待确认事项”里答复。"""
    from pipeline.ledger.book.questions import ANSWERS, ASKED
    from pipeline.ledger.exchange.run import asked

    with opened(out) as ledger:
        found = asked(ledger)
    for q in found:
        which = f" 编号 {q.item}" if q.item else ""
        say(f"{q.number}  {q.unit}{q.person}{which}{'“' + q.field + '”' if q.field else ''}：{ASKED[q.kind]}（{'／'.join(ANSWERS[q.kind])}）")
        say(f"    台账中：{' '.join(q.now.split()) or '（空）'}")
        if q.said:
            say(f"    另一处：{' '.join(q.said.split())}（{q.where}）")
    say(f"共 {len(found)} 个问题。" if found else "没有问题。")


@click.command(cls=PlacedCommand, name="settle", short_help="答复一个问题", options_metavar="[选项]")
@OUT
@click.argument("number", metavar="问题编号", type=click.IntRange(1))
@click.argument("answer", metavar="答复")
@BY
def settle(out: Path, number: int, answer: str, by: str) -> None:
    """答复一个问题。问题和可选的答复见 chengnuo ledger questions。"""
    from pipeline.ledger.book.life import Illegal
    from pipeline.ledger.exchange.settling import settle as answered

    with opened(out) as ledger, ledger.act(who(by), "答复") as act:
        try:
            why = answered(act, number, answer)
        except KeyError:
            why = f"没有编号 {number} 的问题"
        if why:
            raise Illegal(why)
    say("已答复。")


def _state(word: str) -> State:
    from pipeline.ledger.book.life import State

    try:
        return State(word)
    except ValueError:
        raise click.UsageError(f"没有“{word}”这个状态。可以是：{'、'.join(State)}。") from None


def _given(said: dict[str, Any]) -> dict[str, Any]:
    """What was said, days as days; a day replaces the words that stood for it."""
    values = {name: value.date() if isinstance(value, datetime) else value for name, value in said.items() if value}
    return {**values, "due_words": ""} if "due" in values else values
