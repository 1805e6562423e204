"""`chengnuo report`: quarterly reports out, in, and the bulletin."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand, ChineseGroup
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import DAY, day, office, office_options

if TYPE_CHECKING:
    from pipeline.year.report_take import Taken

MOST = 30
LONG = 80


@click.group(cls=ChineseGroup, name="report", short_help="季度报告：发表、收表、通报", subcommand_metavar="命令 [参数]…", options_metavar="[选项]")
def command() -> None:
    """季度报告：发表、收表、看谁没报、写通报。季度写成 2012Q1（2012年第一季度）。

    \b
    一个季度的做法：
      1. chengnuo report open 2012Q1      每个单位（书记）一张报告表，事项和时限已经填好，发下去
      2. chengnuo report take 收到的文件夹  收回的表读进台账，指出没有措施、没有时限、照抄上季度的
      3. chengnuo report state 2012Q1     看谁没报、谁迟报
      4. chengnuo report bulletin 2012Q1  生成通报（Word）
    """


@command.command(cls=ChineseCommand, name="open", options_metavar="[选项]", short_help="生成一个季度的报告表")
@click.argument("quarter", metavar="季度")
@click.option("--unit", default="", metavar="单位", help="只生成名称中含有这几个字的单位的。")
@click.option("--format", "kind", type=click.Choice(["docx", "xlsx"]), default="docx", metavar="格式", help="报告表用 Word（docx，默认）还是 Excel（xlsx）。")
@office_options
def open_(quarter: str, unit: str, kind: str, out: Path | None, today: datetime | None, by: str) -> None:
    """给每个单位（书记）生成一张报告表，登记应报。再运行一次只补新增的。

    谁要报告由通知（reports）规定；报送截止是季末。

    \b
    例：chengnuo report open 2012Q1
        chengnuo report open 2012Q1 --format xlsx
    """
    from pipeline.year.quarter import Quarter
    from pipeline.year.report_open import FOLDER, open_quarter

    with office(out, today, by) as at_work:
        which = Quarter.of(quarter)
        made = open_quarter(at_work, which, unit, excel=kind == "xlsx")
        if not made.papers:
            say("没有正在践诺的事项，不用报告。事项要先公示期满，进入“践诺中”。")
            return
        say(f"{which.words}：报告表 {len(made.papers)} 份（新登记应报 {made.fresh} 份），在“{at_work.root / FOLDER / str(which)}”。请发给各单位填写。")


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="把收回的报告表读进台账")
@click.argument("folder", metavar="收到的文件夹", type=click.Path(path_type=Path))
@click.option("--received", metavar="日期", type=DAY, help="收到日期，据此判定迟报；不写则为办理当天。")
@office_options
@click.pass_context
def take(ctx: click.Context, folder: Path, received: datetime | None, out: Path | None, today: datetime | None, by: str) -> None:
    """读收回的报告表（Word、Excel、PDF、压缩包），登记进展，列出要退回补充的。

    同一份表再收一次不重复登记；改过的表以新的为准，原来的留在记录里。“是否完成”填“是”的，
    事项转为“已兑现”，等待复核销号。

    \b
    退出码：0 都没有问题；1 有要补充的，或有文件没有登记；2 命令写错。

    \b
    例：chengnuo report take 一季度报告 --received 2012-03-30
    """
    from pipeline.year.report_take import take as take_in

    with office(out, today, by) as at_work:
        try:
            taken = take_in(at_work, folder, day(received))
        except FileNotFoundError:
            raise click.ClickException(f"没有“{folder}”这个文件夹。") from None
        faults = _told(taken)
    ctx.exit(EXIT_FINDINGS if faults or taken.bad or taken.unplaced or taken.doubts else EXIT_CLEAN)


def _told(taken: Taken) -> int:
    say(f"登记报告 {len(taken.registered)} 份；以前登记过、没有变化的 {len(taken.again)} 份；没有登记的 {len(taken.bad)} 份。")
    faults = 0
    for name, owner, looked in taken.registered:
        wrong = [f"编号{one.told.item}{'、'.join(one.flags)}" for one in looked if one.flags]
        faults += len(wrong)
        if wrong:
            say(f"  {owner.unit.name}{'　' + owner.name if owner.personal else ''}（{name}）：{'；'.join(wrong[:MOST])}")
    for name, reason in taken.bad:
        say(f"  “{name}”没有登记：{reason}")
    for name, text in taken.unplaced:
        say(f"  “{name}”中有一行没有登记：{text[:LONG]}")
    for name, text in taken.doubts:
        say(f"  “{name}”{text}")
    if taken.kept:
        say(f"报告已完成、转为“已兑现”等待复核的 {len(taken.kept)} 项：编号 {'、'.join(map(str, taken.kept))}。")
    for number, reason in taken.not_kept:
        say(f"  编号{number}报告已完成，但状态没有改：{reason}。")
    return faults


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="看谁没报、谁迟报、谁是空表")
@click.argument("quarter", metavar="季度")
@office_options
@click.pass_context
def state(ctx: click.Context, quarter: str, out: Path | None, today: datetime | None, by: str) -> None:
    """列出一个季度的报告情况。

    \b
    例：chengnuo report state 2012Q1
    """
    from pipeline.year.quarter import Quarter
    from pipeline.year.report_state import Came, quarter_state

    with office(out, today, by) as at_work:
        found = quarter_state(at_work, Quarter.of(quarter))
    for came in Came:
        theirs = [one for one in found if one.came is came]
        names = [one.owner.unit.name + (f"（{one.owner.name}）" if one.owner.personal else "") for one in theirs]
        say(f"{came.value} {len(theirs)} 份{'：' + '、'.join(names) if names and came is not Came.ON_TIME else ''}")
    empty = [one.owner.unit.name for one in found if one.empty]
    say(f"没有填写进展的 {len(empty)} 份{'：' + '、'.join(empty) if empty else ''}")
    ctx.exit(EXIT_FINDINGS if empty or any(one.came in (Came.MISSING, Came.LATE) for one in found) else EXIT_CLEAN)


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="生成一个季度的通报")
@click.argument("quarter", metavar="季度")
@click.option("--names", is_flag=True, help="点名未报、迟报的单位和个人；不写则只写数字（表中仍按单位列数）。")
@office_options
def bulletin(quarter: str, names: bool, out: Path | None, today: datetime | None, by: str) -> None:
    """生成《践诺情况通报》（Word），有两张表、一张图。草稿，复核后发出。

    \b
    例：chengnuo report bulletin 2012Q1 --names
    """
    from pipeline.year.quarter import Quarter
    from pipeline.year.report_bulletin import NAME, write_bulletin

    with office(out, today, by) as at_work:
        which = Quarter.of(quarter)
        target = at_work.root / f"{which}{NAME}.docx"
        placed = at_work.out.write(target, lambda path: write_bulletin(path, at_work, which, names=names))
    say(f"已生成“{placed}”。草稿，请复核后发出。")
