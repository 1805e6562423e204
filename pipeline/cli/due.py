"""`chengnuo due`: what is near its limit, behind, overdue, silent; reminders and orders to press on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import DAY, YEAR, day, office, office_options

if TYPE_CHECKING:
    from pipeline.year.due import Due, Pressing
    from pipeline.year.office import Office

MOST = 40
LONGEST = 30


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="due", short_help="列出临近时限、滞后、逾期和长期没有进展的事项")
@click.option("--unit", default="", metavar="单位", help="只看名称（或上级名称）中含有这几个字的单位。")
@click.option("--notices", is_flag=True, help="给每个单位生成提醒函、督办通知（Word）和一份督办清单（Excel），并登记编号。")
@click.option("--answer-by", metavar="日期", type=DAY, help="要求答复的日期，写进通知；不写则留空。")
@click.option("--issued", is_flag=True, help="只列出发过的提醒函、督办通知、整改通知和落实情况。")
@office_options
@click.pass_context
def command(
    ctx: click.Context, unit: str, notices: bool, answer_by: datetime | None, issued: bool, out: Path | None, today: datetime | None, by: str
) -> None:
    """查看该督办的承诺事项，每天、每周都可以看一次。

    \b
      蓝    临近时限
      黄    进展滞后：时间过了一半，较长时间没有进展
      红    逾期（限期整改的，看整改期限）
      督查  连续三个月没有进展

    几天、几成、几个月，由通知（lights）规定。进展以季度报告和台账中登记的为准。
    往年没有办结的也列出；只看一年的加 --year。

    \b
    退出码：0 没有需要督办的；1 有；2 不能查看，或命令写错。

    \b
    例：chengnuo due
        chengnuo due --unit 机电学院 --notices --answer-by 2012-07-10
    """
    from pipeline.year.due import of_units, of_year, pressing, whole
    from pipeline.year.notices import settle

    with office(out, today, by) as at_work:
        if issued:
            _issued(at_work)
            return
        everything = pressing(at_work)
        for notice in settle(at_work, everything):
            say(f"{notice.kind}{notice.year}年第{notice.number}号所列事项都已不在督办之列，登记为已落实。")
        rows = of_units(at_work, everything, unit)
        if year := ctx.meta.get(YEAR):
            rows = of_year(at_work, rows, year)
        _show(at_work, rows)
        if notices and rows:
            _write(at_work, whole(at_work, rows), answer_by)
    ctx.exit(EXIT_FINDINGS if rows else EXIT_CLEAN)


def _show(at_work: Office, rows: list[Pressing]) -> None:
    from pipeline.year.due import tallied, whole
    from rules.private import hidden

    if not rows:
        say(f"截至{at_work.today}，没有需要督办的事项。")
        return
    count = tallied(rows)
    say(f"截至{at_work.today}：红 {count['红']} 项，黄 {count['黄']} 项，蓝 {count['蓝']} 项；其中需要督查的 {count['督查']} 项。")
    unit = 0
    for row in whole(at_work, rows[:MOST]):
        if row.line.unit.id != unit:
            unit = row.line.unit.id
            say(row.line.unit.name)
        text = hidden(row.line.item.text.replace("\n", " "))
        short = text if len(text) <= LONGEST else text[:LONGEST] + "……"
        say(f"  {row.mark}　编号{row.line.item.id}　{row.owner and row.owner + '：'}{short}（{row.standing.why}）")
    if len(rows) > MOST:
        say(f"  ……其余 {len(rows) - MOST} 项见督办清单（加 --notices 生成）。")


def _write(at_work: Office, rows: list[Due], answer_by: datetime | None) -> None:
    from pipeline.year.due_book import write_book
    from pipeline.year.notices import issue

    made = issue(at_work, rows, day(answer_by))
    book = at_work.out.write(at_work.root / "督办清单.xlsx", lambda path: write_book(path, rows, at_work.today))
    fresh = sum(one.fresh for one in made)
    say(f"已生成提醒函、督办通知 {len(made)} 份（新编号 {fresh} 份），在“{at_work.root}”；清单在“{book.name}”。都是草稿，请签发后发出。")


def _issued(at_work: Office) -> None:
    from pipeline.ledger.book.things import Unit
    from pipeline.ledger.book.year import Notice

    names = {unit.id: unit.name for unit in at_work.ledger.all(Unit)}
    found = at_work.ledger.all(Notice)
    for notice in found:
        until = f"，答复期限{notice.answer_by}" if notice.answer_by else ""
        say(f"{notice.kind}{notice.year}年第{notice.number}号　{names[notice.unit]}　{len(notice.items)} 项　{notice.issued}{until}　{notice.state(at_work.today)}")
    if not found:
        say("还没有发过。")
