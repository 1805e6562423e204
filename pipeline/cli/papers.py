"""`chengnuo papers`: the papers of a round in Word."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import progress_bar, say
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from pipeline.batch import Progress
    from pipeline.cli.job import Job
    from pipeline.papers.make import Made, Prints


@click.command(cls=PlacedCommand, options_metavar="[选项]", name="papers", short_help="生成通报、催报、复审意见、审核表、打印件")
@OUT
@click.option("--names", is_flag=True, help="通报中点名未报、迟报的单位和个人；不写则只写数字。")
@click.option("--review", is_flag=True, help="另生成审核表：每个单位一份，按通知的审核要点逐份列出，供审核人填写。")
@click.option("--print", "prints", is_flag=True, help="另生成打印件：已没有问题的承诺书转成 PDF，附清单和份数。")
@click.option("--advised", is_flag=True, help="只剩“建议修改”的承诺书也放进打印件；不写则改好才放。")
@click.option("--due", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="补报、改报的截止日期；不写则用审核时写的，都没有则留空。")
def command(out: Path, names: bool, review: bool, prints: bool, advised: bool, due: datetime | None) -> None:
    """按一次审核的结果生成 Word 文书，放在结果文件夹的“文书”里。都是草稿，复核后发出。

    \b
      审核情况通报.docx    报送情况、主要问题（个别、部分……如……）、整改要求、回头看
      催报通知/单位.docx   该单位及所属党组织还没有报的
      复审意见/名称.docx   重新报送的承诺书，逐项写明已改、未改、新增
      审核表/单位.docx     加 --review：通知的审核要点，程序能看的填好，其余由审核人填
      打印件/单位/         加 --print：可以打印的承诺书，文件名后写明份数；没有装
                           LibreOffice 的不转 PDF，按原样放入
      打印件/清单.docx     每份应印几份，纸质件应交、已收、还差几份，哪些暂不打印

    \b
    例：chengnuo papers --due 2012-03-25
        chengnuo papers --review --print
    """
    from pipeline.cli.job import saved_job
    from pipeline.outputs import OutputError, OutputFolder
    from pipeline.papers.make import FOLDER, make_papers
    from pipeline.questions import with_answers
    from pipeline.rosters.book import RosterError, read_roster
    from pipeline.rosters.roster import Roster
    from rules.packs import PackError, load_pack

    told = saved_job(out)
    try:
        roster = read_roster(told.roster, told.received, told.signed_copies).roster if told.roster else Roster()
        pack = load_pack(told.notice)
        roster, _ = with_answers(roster.received_by(pack.receives.persons), out)
        folder, day = OutputFolder(out), due.date() if due else told.due
        with progress_bar() as progress:
            wish = _prints(told, out, progress, advised) if prints else None
            made = make_papers(folder, roster, pack, day, names=names, review=review, prints=wish)
    except (RosterError, PackError, OutputError) as error:
        raise click.ClickException(str(error)) from error
    except FileNotFoundError:
        raise click.ClickException(f"“{out}”里没有审核结果，或收件文件夹已移走。请先运行 chengnuo run。") from None
    say(f"已生成审核情况通报，催报通知 {made.reminders} 份，复审意见 {made.seconds} 份，在“{out / FOLDER}”。都是草稿，请复核后发出。")
    _tell_printed(made, out / FOLDER, advised)
    if not names:
        say("通报没有点名；需要点名的，加 --names。")
    if made.left_over:
        say(f"有 {len(made.left_over)} 份是以前生成、现在不再需要的（如“{made.left_over[0]}”），请核对后删去，不要误发。")


def _prints(told: Job, out: Path, progress: Progress, advised: bool) -> Prints:
    """The submitted files as the run saw them."""
    from pipeline.batch import WORK
    from pipeline.intake import collect
    from pipeline.papers.make import Prints

    sources = {s.name: s for s in collect(told.inbox, out / WORK / "unpacked").submissions}
    return Prints(sources, lambda done, total: progress("生成打印件", done, total), advised)


def _tell_printed(made: Made, folder: Path, advised: bool) -> None:
    """What was made for review and for print."""
    if made.reviews is not None:
        say(f"审核表 {made.reviews} 份。" if made.reviews else "这个通知没有写审核要点（review），没有生成审核表。")
    if not (told := made.printed):
        return
    unsaid = f"（另有 {told.unsaid} 个文件通知没有规定份数，未计入）" if told.unsaid else ""
    say(f"打印件 {told.files} 个文件，共应印 {told.copies} 份{unsaid}；暂不打印的承诺书 {told.waiting} 份，原因见“{folder / '打印件' / '清单.docx'}”。")
    if told.as_came:
        say(f"有 {told.as_came} 个文件没有转成 PDF，按报来的原样放入（没有安装 LibreOffice，或该文件转换失败）。")
    if told.waiting and not advised:
        say("只剩“建议修改”的也要打印的，加 --advised。")
