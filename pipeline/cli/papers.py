"""`chengnuo papers`: the papers of a round in Word."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="papers", short_help="生成通报、催报通知、复审意见")
@click.argument("out", metavar="结果文件夹", type=click.Path(path_type=Path, exists=False))
@click.option("--names", is_flag=True, help="通报中点名未报、迟报的单位和个人；不写则只写数字。")
@click.option("--due", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="补报、改报的截止日期；不写则用审核时写的，都没有则留空。")
def command(out: Path, names: bool, due: datetime | None) -> None:
    """按一次审核的结果生成 Word 文书，放在结果文件夹的“文书”里。都是草稿，复核后发出。

    \b
      审核情况通报.docx    报送情况、主要问题（个别、部分……如……）、整改要求、回头看
      催报通知/单位.docx   该单位及所属党组织还没有报的
      复审意见/名称.docx   重新报送的承诺书，逐项写明已改、未改、新增

    \b
    例：chengnuo papers 结果 --due 2012-03-25
    """
    from pipeline.cli.job import saved_job
    from pipeline.outputs import OutputError, OutputFolder
    from pipeline.papers.make import FOLDER, make_papers
    from pipeline.questions import with_answers
    from pipeline.roster import Roster
    from pipeline.roster_book import RosterError, read_roster
    from rules.packs import PackError, load_pack

    told = saved_job(out)
    try:
        roster = read_roster(told.roster, told.received, told.signed_copies).roster if told.roster else Roster()
        pack = load_pack(told.notice)
        roster, _ = with_answers(roster.received_by(pack.receives.persons), out)
        made = make_papers(OutputFolder(out), roster, pack, due.date() if due else told.due, names=names)
    except (RosterError, PackError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    except FileNotFoundError:
        raise click.ClickException(f"“{out}”里没有审核结果。请先运行 chengnuo run。") from None
    say(f"已生成审核情况通报，催报通知 {made.reminders} 份，复审意见 {made.seconds} 份，在“{out / FOLDER}”。都是草稿，请复核后发出。")
    if not names:
        say("通报没有点名；需要点名的，加 --names。")
    if made.left_over:
        say(f"有 {len(made.left_over)} 份是以前生成、现在不再需要的（如“{made.left_over[0]}”），请核对后删去，不要误发。")
