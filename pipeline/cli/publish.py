"""`chengnuo publish`: approved items go up, come down, and are under way."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand, ChineseGroup
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import DAY, day, office, office_options


@click.group(cls=ChineseGroup, name="publish", short_help="公示：生成公示表和网页，登记起止", subcommand_metavar="命令 [参数]…", options_metavar="[选项]")
def command() -> None:
    """公示：把审定的事项公布出来，登记起止；期满后转入“践诺中”。

    \b
      chengnuo publish start    生成公示表、网页、上墙承诺，登记公示开始
      chengnuo publish end      登记公示结束；不足天数的指出来，不转入践诺
      chengnuo publish list     看公示了哪些、到哪天、够不够天数

    手机号、身份证号、住址一律隐去后公示。
    """


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="生成公示材料，登记公示开始")
@click.option("--unit", default="", metavar="单位", help="只办名称（或上级名称）中含有这几个字的单位。")
@click.option("--start", metavar="日期", type=DAY, help="公示第一天；不写则为办理当天。")
@click.option("--days", metavar="天数", type=click.IntRange(1), help="公示几天，首尾都算；不写则按通知规定，通知没有规定的为 7 天。")
@click.option("--channel", "channels", multiple=True, metavar="方式", help="公示方式，可以写几次，如 --channel 公开栏 --channel 网络。")
@office_options
def start(
    unit: str, start: datetime | None, days: int | None, channels: tuple[str, ...], out: Path | None, today: datetime | None, by: str
) -> None:
    """把“审定”的事项公示出来，转为“公示”。

    \b
    每个单位一个文件夹，在“文书/公示”里：
      党组织公开承诺公示.docx   本组织的事项
      党员公开承诺公示.docx     书记和党员的事项合在一起
      公开承诺公示.html         网页，一个文件，可以直接放到网站上
      上墙.docx                 窗口单位（名册“窗口”栏）上墙用，大字

    \b
    例：chengnuo publish start --start 2012-03-26 --channel 公开栏
    """
    from pipeline.year.publish import FOLDER, publish

    with office(out, today, by) as at_work:
        done = publish(at_work, day(start) or at_work.today, days, channels, unit)
        if not done.papers:
            approve = "审定以后用 chengnuo ledger move 审定 --from 待审 登记（可加 --unit、--kind 分批），再公示。"
            say(f"没有“审定”的事项可以公示。还有 {done.waiting} 项没有审定；{approve}" if done.waiting else "没有可以公示的事项。")
            return
        say(f"登记公示 {done.publications} 批、{done.items} 项；材料 {len(done.papers)} 份，在“{at_work.papers_of_year / FOLDER}”。")
        if done.waiting:
            say(f"还有 {done.waiting} 项没有审定，没有列入。")


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="登记公示结束，事项转入践诺中")
@click.option("--unit", default="", metavar="单位", help="只办名称（或上级名称）中含有这几个字的单位。")
@click.option("--end", metavar="日期", type=DAY, help="公示最后一天；不写则为办理当天。")
@click.option("--short", metavar="理由", default="", help="天数不足仍要结束的，写明理由；理由记入台账。")
@office_options
@click.pass_context
def end(ctx: click.Context, unit: str, end: datetime | None, short: str, out: Path | None, today: datetime | None, by: str) -> None:
    """登记公示结束。够天数的，事项转为“践诺中”；不足的指出来，不动。

    \b
    退出码：0 都够天数；1 有不足的；2 命令写错。

    \b
    例：chengnuo publish end --end 2012-04-02
    """
    from pipeline.ledger.book.things import Unit
    from pipeline.year.publish import SHEETS, take_down

    with office(out, today, by) as at_work:
        done = take_down(at_work, day(end) or at_work.today, unit, short)
        names = {one.id: one.name for one in at_work.ledger.all(Unit)}
        if done.ended or done.short or done.later:
            say(f"公示结束 {len(done.ended)} 批，{done.under_way} 项转入“践诺中”。")
        else:
            say("没有正在公示的事项。")
        for one, why in done.short:
            kept = "已按所写理由结束" if short else "没有结束；确需结束的用 --short 写明理由"
            say(f"  {names[one.unit]}的《{SHEETS[one.sheet]}》自{one.start}起{why}{kept}。")
        for one in done.later:
            say(f"  {names[one.unit]}的《{SHEETS[one.sheet]}》{one.start}才开始公示，所写的最后一天在这以前，没有结束。请核对日期。")
    ctx.exit(EXIT_FINDINGS if done.short or done.later else EXIT_CLEAN)


@command.command(cls=ChineseCommand, name="list", options_metavar="[选项]", short_help="看公示的起止和天数")
@office_options
def list_(out: Path | None, today: datetime | None, by: str) -> None:
    """列出各单位的公示。"""
    from pipeline.year.publish import SHEETS, publications

    with office(out, today, by) as at_work:
        found = publications(at_work)
        least = at_work.pack.calendar.publish_days
        for unit, one, items in found:
            last = one.ended or min(at_work.today, one.until)
            days = max(one.days(last), 0)
            short = f"，不足{least}天" if one.ended and days < least else ""
            ended = f"已于{one.ended}结束，{days}天{short}" if one.ended else f"应到{one.until}，已{days}天" + ("，可以结束" if at_work.today >= one.until else "")
            say(f"{unit.name}　{SHEETS[one.sheet]}　{len(items)} 项　{one.start}起　{ended}{'　' + one.channels if one.channels else ''}{'　理由：' + one.remark if one.remark else ''}")
        if not found:
            say("还没有公示过。")
