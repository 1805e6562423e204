"""`chengnuo ledger`: the 台账 through the year. The commands on items and on workbooks are in files of their own."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseGroup
from pipeline.cli.console import say
from pipeline.cli.ledger_book import export_, import_
from pipeline.cli.ledger_check import check
from pipeline.cli.ledger_example import example
from pipeline.cli.ledger_items import history, move, questions, revise, settle
from pipeline.cli.ledger_options import BY, DAY, UNIT, YEAR, opened, who
from pipeline.cli.ledger_summary import summary
from pipeline.cli.ledger_unit import unit as unit_group
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.ledger.book.things import Line

MOST_TOLD = 20


@click.group(cls=ChineseGroup, name="ledger", short_help="台账的登记、办理、导出导入", options_metavar="[选项]", subcommand_metavar="命令 [参数]…", no_args_is_help=True)
def command() -> None:
    """台账：登记、办理、查历史；导出 Excel 填写，再导入。

    \b
    每次改动都记下何人、何时、从哪里、改前改后是什么，只增不删；可以查看过去任何一天的台账。
    各状态怎样转换，见 docs/lifecycle.md，也印在导出的“填写说明”里。

    \b
    通常这样用：
      chengnuo ledger register                  审核以后登记，补报以后再登记一次
      chengnuo ledger move 审定 --unit 机电     成批办理
      chengnuo ledger export                    导出 Excel，填写
      chengnuo ledger import 结果/承诺台账.xlsx 读回
      chengnuo ledger check                     对照通知检查

    \b
    都在工作文件夹里运行；不在工作文件夹里的，加 --out 结果文件夹。
    """


@command.command(cls=PlacedCommand, name="register", short_help="把审核结果登记进台账", options_metavar="[选项]")
@OUT
@BY
def register(out: Path, by: str) -> None:
    """把最近一次 chengnuo run 的结果登记进台账：单位、人、承诺书（含各稿）、承诺事项。

    \b
    重新报送的，按文字对上原来的事项，编号不变；拿不准的列为问题，请您答复。
    同样的结果再登记一次，什么也不会改变。
    """
    from pipeline.cli.job import saved_job
    from pipeline.ledger.register.run import register as take
    from pipeline.questions import with_answers
    from pipeline.rosters.book import RosterError, read_roster
    from pipeline.rosters.roster import Roster
    from rules.packs import PackError, load_pack

    told = saved_job(out)
    results = out / "results.jsonl"
    if not results.exists():
        raise click.ClickException(f"“{out}”里没有审核结果。请先运行 chengnuo run。")
    try:
        roster = read_roster(told.roster, told.received, told.signed_copies).roster if told.roster else Roster()
        pack = load_pack(told.notice)
    except (RosterError, PackError) as error:
        raise click.ClickException(str(error)) from error
    roster, _ = with_answers(roster.received_by(pack.receives.persons), out)
    with opened(out) as ledger:
        done = take(ledger, results, roster, pack.year, who(by, "results.jsonl"))
    counted = "，".join(f"{name} {count}" for name, count in done.counts.items() if count)
    say(f"已登记：{counted}。" if counted else "没有新的内容。")
    if done.counts["待确认"]:
        say("有拿不准的，请看 chengnuo ledger questions，或在导出的“待确认事项”里答复。")
    if done.new:
        say(f"名册里没有了的单位：{_named(done.gone)}；新出现的单位：{_named(done.new)}。如有改名、合并的，请用 chengnuo ledger unit rename、merge 办理。")
    for left in done.left[:MOST_TOLD]:
        say(f"  没有登记：{left.file}：{left.why}。")


def _named(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 个" if len(names) > MOST_TOLD else ""
    return "、".join(names[:MOST_TOLD]) + more


@command.command(cls=PlacedCommand, name="show", short_help="查看现在或过去某一天的台账", options_metavar="[选项]")
@OUT
@click.option("--on", "day", metavar="日期", type=DAY, help="看这一天结束时的样子（按何时记入台账），如 2012-03-01；不写则看现在。")
@UNIT
@YEAR
@click.option("--state", default="", metavar="状态", help="只看这个状态的。")
@click.option("--items", "listed", is_flag=True, help="逐项列出；不写则只列各单位的数字。")
def show(out: Path, day: datetime | None, unit: str, year: int | None, state: str, listed: bool) -> None:
    """查看台账：各单位、各状态有多少项；加 --items 逐项列出（手机号、身份证号、住址隐去）。"""
    from pipeline.ledger.store.chain import goes_on_as
    from pipeline.ledger.store.past import past

    with opened(out) as ledger:
        goes_on = goes_on_as(ledger) if listed and not day else {}
        lines = past(ledger.store, day.date()).lines() if day else ledger.lines()
        wanted = (line for line in lines if _wanted(line, unit, year, state))
        number = _say_items(wanted, goes_on) if listed else _say_counts(wanted)
    say(f"共 {number} 项。" if number else "没有符合条件的事项。")


def _say_items(lines: Iterable[Line], goes_on: dict[int, int]) -> int:
    from rules.private import hidden

    number = 0
    for line in lines:
        number += 1
        person = f" {line.person.name}" if line.person else ""
        due = line.item.due or line.item.due_words
        text = hidden(" ".join(line.item.text.split()))
        say(f"{line.item.id}  {line.unit.name}{person}  {line.item.state}  {due}  {text}{_years(line, goes_on)}")
    return number


def _years(line: Line, goes_on: dict[int, int]) -> str:
    """What it goes on from, and what goes on from it."""
    before = f"（接续编号 {line.item.origin}）" if line.item.origin else ""
    after = f"（下年为编号 {goes_on[line.item.id]}）" if line.item.id in goes_on else ""
    return before + after


def _wanted(line: Line, unit: str, year: int | None, state: str) -> bool:
    item = line.item
    alive = item.same_as is None and (state or item.state != "撤下")
    return bool(alive and line.unit.named(unit) and year in (None, line.form.year) and state in ("", item.state.value))


def _say_counts(lines: Iterable[Line]) -> int:
    counts: dict[str, Counter[str]] = {}
    for line in lines:
        counts.setdefault(line.unit.name, Counter())[line.item.state.value] += 1
    for unit, states in counts.items():
        say(f"{unit}：{'，'.join(f'{state} {count}' for state, count in states.items())}")
    return sum(states.total() for states in counts.values())


@command.command(cls=PlacedCommand, name="db", short_help="查看或改用 PostgreSQL 数据库", options_metavar="[选项]")
@OUT
@click.argument("url", metavar="地址", required=False)
def db(out: Path, url: str | None) -> None:
    """台账放在哪里。不写地址只查看；写了地址，今后就用那个 PostgreSQL，已有的内容一并复制过去。

    \b
    例：chengnuo ledger db postgresql://chengnuo@192.168.1.5/taizhang
    """
    from pipeline.ledger.store.moving import use
    from pipeline.ledger.store.opening import StoreError, store_place

    try:
        copied = use(out, url) if url else False
        place = store_place(out)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    say(f"台账在“{place}”。{'原有内容已复制过去，原文件仍保留。' if copied else ''}")


for below in (move, revise, history, questions, settle, export_, import_, check, example, summary, unit_group):
    command.add_command(below)
