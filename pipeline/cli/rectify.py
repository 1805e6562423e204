"""`chengnuo rectify`: items that were not kept are put under a limit, their units get notices."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import DAY, YEAR, office, office_options


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="rectify", short_help="责成限期整改，生成整改通知")
@click.argument("items", metavar="[编号]…", type=int, nargs=-1)
@click.option("--limit", required=True, metavar="日期", type=DAY, help="整改期限，必须写明。")
@click.option("--overdue", is_flag=True, help="逾期的和已报未兑现的全部列入；与 --unit 合用只列这些单位的。")
@click.option("--unit", default="", metavar="单位", help="与 --overdue 合用。")
@click.option("--note", default="", metavar="说明", help="理由；“已兑现”复核不实的必须写明。")
@office_options
@click.pass_context
def command(
    ctx: click.Context, items: tuple[int, ...], limit: datetime, overdue: bool, unit: str, note: str, out: Path | None, today: datetime | None,
    by: str,
) -> None:  # fmt: skip
    """把没有兑现的事项转为“限期整改”，写明期限，给每个单位生成一份整改通知（Word）。

    编号是台账里的事项编号，chengnuo due 也会列出。不能转的（例如还没有公示的）说明原因，其余照办。
    到期没有改好的，chengnuo due 会亮红灯；改好的，在台账中改为“已兑现”并写明佐证。

    \b
    例：chengnuo rectify 17 23 --limit 2012-10-31
        chengnuo rectify --overdue --unit 后勤 --limit 2012-10-31
    """
    from pipeline.year import rectify as year

    with office(out, today, by) as at_work:
        wanted = list(items) + (year.overdue(at_work, unit, ctx.meta.get(YEAR)) if overdue else [])
        if not wanted:
            say("没有要整改的事项。请写编号，或加 --overdue。")
            return
        done = year.rectify(at_work, list(dict.fromkeys(wanted)), limit.date(), note)
        say(f"转为限期整改 {len(done.lines)} 项，期限{limit.date()}；整改通知 {len(done.papers)} 份，在“{at_work.root}”。")
        for number, reason in done.refused:
            say(f"  编号{number}没有转：{reason}。")
    ctx.exit(EXIT_FINDINGS if done.refused else EXIT_CLEAN)
