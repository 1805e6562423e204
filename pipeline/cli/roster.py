"""`chengnuo roster check`: how a roster was understood, before a run relies on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_FINDINGS, say

if TYPE_CHECKING:
    from pipeline.rosters.roster import Roster

MOST = 60


def _renamed(roster: Roster) -> bool:
    """Whether units look renamed beside the ledger of the working folder that one stands in; they are listed."""
    from pipeline.cli.renamed import say_renamed
    from pipeline.ledger.store.opening import StoreError
    from pipeline.working_folder import FolderError, working_folder

    try:
        folder = working_folder(Path())
        return folder is not None and say_renamed(folder.out, roster)
    except (FolderError, StoreError) as error:
        raise click.ClickException(str(error)) from error


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="roster", short_help="核对名册")
@click.argument("what", metavar="check", type=click.Choice(["check"]))
@click.argument("file", metavar="名册.xlsx", type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, what: str, file: Path) -> None:
    """核对名册：哪张表作什么用、哪一列当作什么，有问题的逐个单元格列出。

    在工作文件夹里运行、已经有台账的，也看单位名称与台账对不对得上；像是改名、合并的，列出来请您确认。

    \b
    退出码：0 没有发现问题；1 有需要核对的地方；2 名册打不开或用不了。

    \b
    例：chengnuo roster check 名册.xlsx
    """
    from pipeline.rosters.book import RosterError, read_roster

    assert what == "check"
    try:
        book = read_roster(file)
    except RosterError as error:
        raise click.ClickException(str(error)) from error
    for sheet in book.sheets:
        say(f"工作表“{sheet.sheet}”：作为{sheet.kind}，表头在第{sheet.header}行，读到{sheet.rows}行。")
        for use, column in sheet.columns:
            say(f"  {use} ← {column}")
        if sheet.left:
            say(f"  没有用到：{'、'.join(sheet.left)}")
    roster = book.roster
    heads = sum(bool(p.head_of) for p in roster.people)
    say(f"共有党组织{len(roster.units)}个，党员{len(roster.people)}人（党政一把手{heads}人），收件登记{len(roster.receipts)}行。")
    for printed, full in book.short[:MOST]:
        say(f"简称：“{printed}”按“{full}”计。")
    for problem in book.problems[:MOST]:
        say(f"请核对：{problem}")
    if len(book.problems) > MOST:
        say(f"其余{len(book.problems) - MOST}处改正以上各处后再看。")
    if _renamed(roster) or book.problems:
        ctx.exit(EXIT_FINDINGS)
    say("没有发现问题。各列认得不对的，请改表头，认得的写法见使用手册第三部分。")
