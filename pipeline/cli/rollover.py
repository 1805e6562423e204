"""`chengnuo rollover`: what was not finished goes on to the next year."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import office, office_options

MOST = 30


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="rollover", short_help="未完成的事项转入下年，生成下年的起始清单")
@click.option("--unit", default="", metavar="单位", help="只办名称（或上级名称）中含有这几个字的单位。")
@office_options
@click.pass_context
def command(ctx: click.Context, unit: str, out: Path | None, today: datetime | None, by: str) -> None:
    """年底把没有完成、已经说明原因的事项转入下年，生成“上年未完成事项.xlsx”。

    \b
    说明取台账中的“备注”，或改为“未兑现”时写的说明；没有说明的不转，列出来。
    生成的工作表放进下年的名册，审核时会核对各单位今年是否列入或作了说明。

    \b
    退出码：0 都已转入；1 有没有说明的；2 不能办理，或命令写错。

    \b
    例：chengnuo rollover
    """
    from pipeline.year.rollover import NAME, roll_over, write_list
    from rules.private import hidden

    with office(out, today, by) as at_work:
        rolled = roll_over(at_work, unit)
        if not rolled.lines:
            say(f"{at_work.year}年度没有未完成的事项。")
            return
        placed = at_work.out.write(at_work.root / NAME, lambda path: write_list(path, rolled))
        say(f"转入{at_work.year + 1}年 {rolled.moved} 项；清单共 {len(rolled.lines)} 项，在“{placed}”，请放进下年的名册。")
        for line in rolled.unexplained[:MOST]:
            say(f"  没有说明、没有转入：编号{line.item.id}　{line.unit.name}　{hidden(' '.join(line.item.text.split()))[:MOST]}")
        if len(rolled.unexplained) > MOST:
            say(f"  ……其余 {len(rolled.unexplained) - MOST} 项见清单中“说明情况”空着的。")
        if rolled.unexplained:
            say("请在台账“备注”一列写明原因（chengnuo ledger export，填好后 import），或用 chengnuo ledger move 未兑现 编号 --note 原因，再运行一次。")
    ctx.exit(EXIT_FINDINGS if rolled.unexplained else EXIT_CLEAN)
