"""`chengnuo run`: a folder of submitted forms in; marked-up forms, letters and the ledger out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import EXIT_FINDINGS, progress_bar, say_error

if TYPE_CHECKING:
    from datetime import date

    from pipeline.batch import Settings
    from pipeline.cli.job import Job
    from pipeline.rosters.roster import Roster
    from pipeline.whole_round import Round

DAY = click.DateTime(["%Y-%m-%d"])
MOST_PROBLEMS = 10
"""Of a roster, told before the run."""


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="run", short_help="审核一个收件文件夹")
@click.argument("inbox", metavar="收件文件夹", required=False, type=click.Path(path_type=Path))
@click.option("--notice", "-n", metavar="通知", help="按哪个通知审核，如 csust-2012；用 chengnuo notices 查看。")
@click.option("--roster", "-r", metavar="名册.xlsx", type=click.Path(path_type=Path), help="党组织、党员名册和收件登记。")
@click.option("--out", "-o", metavar="文件夹", type=click.Path(path_type=Path), help="结果放在哪里（默认 out）。")
@click.option("--received", metavar="日期", type=DAY, help="收到日期（如 2012-03-14），用于收件登记里没有写明的文件。")
@click.option("--signed-copies", is_flag=True, help="本批文件都是签字盖章后的正式件（此时签名、盖章空白才判为缺失）。")
@click.option("--due", metavar="日期", type=DAY, help="重新报送的截止日期，写入审核意见。")
@click.option("--workers", "-j", default=0, metavar="个数", type=click.IntRange(0, 64), help="同时处理的进程数，默认按处理器个数。")
@click.option("--timeout", default=60.0, metavar="秒", type=click.FloatRange(1), help="单个文件最长处理时间（默认 60）。")
@click.option("--memory", default=1536, metavar="MB", type=click.IntRange(128), help="单个文件最多占用内存（默认 1536）。")
@click.option("--quiet", "-q", is_flag=True, help="不显示进度。")
@click.pass_context
def command(
    ctx: click.Context,
    inbox: Path | None,
    notice: str | None,
    roster: Path | None,
    out: Path | None,
    received: datetime | None,
    signed_copies: bool,
    due: datetime | None,
    workers: int,
    timeout: float,
    memory: int,
    quiet: bool,
) -> None:
    """审核“收件文件夹”里的全部承诺书（Word、PDF、zip/7z/rar 压缩包，含下级文件夹）。

    \b
    结果写入 --out 所指的文件夹：
      台账.xlsx        汇总、承诺事项台账、问题清单、覆盖情况、报送情况、复核记录
      反馈/单位名/     加了批注的原文件副本和《审核意见》
      results.jsonl    全部读取和审核结果（含姓名电话，仅供内部使用）

    \b
    在问题清单里填写的复核意见，再次运行时先读回，再按意见办理（见 chengnuo decide --help）。

    \b
    原文件不会被改动。中途停止后，再次运行同一命令即接着做。
    退出码：0 完成；1 中途停止，或个别规则出错；2 参数、收件文件夹、名册、通知或结果文件夹有误；3 程序内部出错。

    \b
    在 chengnuo init 建的工作文件夹里，只写 chengnuo run 即可，按其中的设置.yaml 运行；写了的选项优先。

    \b
    例：chengnuo run 收件箱 --notice csust-2012 --roster 名册.xlsx --out 结果
    """
    from pipeline.cli.job import job
    from pipeline.whole_round import judge_inbox

    told = job(inbox, notice, roster, out, _day(received), signed_copies, _day(due))
    _check_places(told.inbox, told.out)
    settings = _settings(told, workers, timeout, memory)
    with progress_bar(quiet) as progress, _said_in_chinese():
        done = judge_inbox(settings, told.out, datetime.now(), progress, told.save)
    _tell(done, told.out, settings.roster)
    if done.result.bugs:
        ctx.exit(EXIT_FINDINGS)


def _tell(done: Round, out: Path, roster: Roster) -> None:
    """What came out, what looks renamed, and where the log of a fault of ours lies."""
    from pipeline.cli.renamed import say_renamed
    from pipeline.cli.run_report import report
    from pipeline.trouble import log_file

    report(done)
    with _said_in_chinese():
        say_renamed(out, roster)
    if done.troubled:
        say_error(f"途中有程序错误，不影响其他文件，详情记在“{log_file()}”，请把这个文件发给维护程序的同志。")


@contextmanager
def _said_in_chinese() -> Iterator[None]:
    """What the user can mend is told in one sentence."""
    from pipeline.ledger.review.reading import ReviewError
    from pipeline.ledger.store.opening import StoreError
    from pipeline.outputs import OutputError
    from rules.packs import PackError

    try:
        yield
    except (PackError, OutputError, ReviewError, StoreError) as error:
        raise click.ClickException(str(error)) from error


def _settings(told: Job, workers: int, timeout: float, memory: int) -> Settings:
    """What the batch needs: the roster with the office's answers, cut to whose forms come to it."""
    from pipeline.batch import Settings
    from pipeline.executors.local import Limits
    from pipeline.questions import with_answers
    from pipeline.year.carried import with_carried
    from rules.packs import load_pack

    register = _roster(told.roster, told.received, told.signed_copies)
    register, wrong = with_answers(register, told.out)
    for problem in wrong:
        say_error(problem)
    with _said_in_chinese():
        pack = load_pack(told.notice)
        register = with_carried(register.received_by(pack.receives.persons), told.out, pack.year)
    return Settings(told.inbox, told.notice, register, workers, Limits(timeout, memory * 2**20), told.due)


def _check_places(inbox: Path, out: Path) -> None:
    """The inbox is there, and neither folder lies in the other: results would be taken for submissions."""
    if not inbox.exists():
        raise click.ClickException(f"找不到收件文件夹“{inbox}”。请核对路径；路径中有空格的，两头加英文引号。")
    if not inbox.is_dir():
        return
    here, there = inbox.resolve(), out.resolve()
    if here == there:
        raise click.ClickException("收件文件夹和结果文件夹不能是同一个。请用 --out 另指定一个文件夹。")
    if there.is_relative_to(here):
        raise click.ClickException(f"结果文件夹“{out}”在收件文件夹里面，结果会被当作收件。请用 --out 指定收件文件夹以外的地方。")
    if here.is_relative_to(there):
        raise click.ClickException(f"收件文件夹“{inbox}”在结果文件夹“{out}”里面。请用 --out 另指定一个文件夹，或把收件文件夹移出来。")


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


def _roster(path: Path | None, received: date | None, signed: bool) -> Roster:
    from pipeline.rosters.book import RosterError, read_roster
    from pipeline.rosters.roster import Roster

    if path is None:
        return Roster(default_day=received, all_signed=signed)
    try:
        book = read_roster(path, received, signed)
    except RosterError as error:
        raise click.ClickException(str(error)) from error
    for problem in book.problems[:MOST_PROBLEMS]:
        say_error(f"名册提示：{problem}")
    if len(book.problems) > MOST_PROBLEMS:
        say_error(f"名册提示：还有{len(book.problems) - MOST_PROBLEMS}处，用 chengnuo roster check 名册文件 可以全部列出。")
    return book.roster
