"""`chengnuo ledger check`: what the ledger shows to be amiss today."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import office, office_options

if TYPE_CHECKING:
    from pipeline.year.office import Office
    from pipeline.year.standing_check import Amiss

MOST = 40
LONGEST = 30


@click.command(
    cls=ChineseCommand,
    options_metavar="[选项]",
    name="check",
    short_help="对照通知检查台账：公示、逾期、报告、评议、进展",
)
@click.option("--unit", default="", metavar="单位", help="只看名称（或上级名称）中含有这几个字的单位。")
@click.option("--book", is_flag=True, help="另外生成一份“台账检查.xlsx”，每个问题一行。")
@office_options
@click.pass_context
def check(ctx: click.Context, unit: str, book: bool, out: Path | None, today: datetime | None, by: str) -> None:
    """对照通知检查台账，逐条列出问题和依据；只看不改。

    \b
      L01  公示天数不足，或没有登记结束
      L02  过了完成时限（整改期限）没有办结
      L03  季度报告没有报、迟报、空表（通知要求按季度报告的）
      L04  评议结束了，没有结果或缺一部分
      L05  长期没有登记进展

    看不准的写“无法判定”和原因，不算问题。

    \b
    退出码：0 没有问题；1 有；2 不能检查，或命令写错。

    \b
    例：chengnuo ledger check
        chengnuo ledger check --unit 机电学院 --today 2012-07-05 --book
    """
    from pipeline.year.standing_check import amiss

    with office(out, today, by) as at_work:
        found = amiss(at_work, unit)
        _show(found, at_work, book)
        if book and found:
            _write(at_work, found)
    ctx.exit(EXIT_FINDINGS if any(one.sure for one in found) else EXIT_CLEAN)


def _show(found: list[Amiss], at_work: Office, book: bool) -> None:
    from rules.private import hidden

    if not found:
        say(f"截至{at_work.today}，没有发现问题。")
        return
    count = Counter(one.finding.code for one in found if one.sure)
    told = "，".join(f"{code} {at_work.pack.rule(code).title} {number} 个" for code, number in sorted(count.items()))
    say(f"截至{at_work.today}：{told or '没有发现问题'}；无法判定 {sum(not one.sure for one in found)} 个。")
    unit = ""
    for one in found[:MOST]:
        if one.unit != unit:
            unit = one.unit
            say(unit)
        about = hidden(" ".join(one.about.split()))
        if one.finding.message.startswith(about):
            about = ""  # it begins with the round, or the quarter, itself
        short = about if len(about) <= LONGEST else about[:LONGEST] + "……"
        number = f"编号{one.item}　" if one.item else ""
        clause = f"（{one.finding.clause.ref}）" if one.finding.clause.ref else ""
        whose = "：".join(part for part in (one.who, short) if part)
        say("　".join(part for part in (f"  {one.finding.code}", f"{number}{whose}", f"{one.finding.message}{clause}") if part))
    if len(found) > MOST:
        say(f"  ……其余 {len(found) - MOST} 个见“台账检查.xlsx”{'' if book else '（加 --book 生成）'}。")


def _write(at_work: Office, found: list[Amiss]) -> None:
    from pipeline.year.standing_book import NAME, write_book

    title = f"台账检查（截至{at_work.today}）"
    placed = at_work.out.write(at_work.root / NAME, lambda path: write_book(path, found, title, at_work.pack))
    say(f"已生成“{placed}”，共 {len(found)} 行。")
