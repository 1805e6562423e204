"""`chengnuo decide`: a person's decision on a finding, without the workbook."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.chinese import ChineseGroup
from pipeline.cli.console import say
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from pipeline.decisions.command import Listed
    from pipeline.decisions.model import Statement

REACHES = ("本项", "本单位", "本规则")
NUMBERS = click.argument("numbers", metavar="编号…", nargs=-1, required=True)
FOR = click.option("--for", "reach", default="本项", type=click.Choice(REACHES), help="适用范围：本项、本单位、本规则（默认本项）。")
BY = click.option("--by", default="", metavar="姓名", help="复核人；不写则用本机用户名。")


@click.group(cls=ChineseGroup, name="decide", short_help="复核审核意见", options_metavar="[选项]", subcommand_metavar="命令 [参数]…", no_args_is_help=True)
def command() -> None:
    """复核审核意见。人的决定高于程序的判断，以后每次运行都照办。

    \b
    也可以不用命令，直接在 台账.xlsx 的“问题清单”里填“复核意见”等三列，保存后
    再次运行 chengnuo run，程序会先读回。两种办法记在一处，可以混用。

    \b
    先列出问题和编号，再按编号决定，最后再次运行 chengnuo run，批注、《审核意见》
    和台账就按决定重新生成：
      chengnuo decide list --unit 机电学院
      chengnuo decide dismiss 3f2a9c1b --reason 已核对原件，时限写在附件里
      chengnuo decide dismiss 3f2a9c1b --reason 本单位统一在年度计划中写时限 --for 本单位
      chengnuo decide reword 77b0e2d4 请写明安装几台。
      chengnuo decide undo 3f2a9c1b
    """


@command.command(cls=PlacedCommand, name="list", short_help="列出问题、编号和已有的复核意见", options_metavar="[选项]")
@OUT
@click.option("--unit", default="", metavar="单位", help="只看名称中含有这几个字的单位。")
@click.option("--code", default="", metavar="代码", help="只看这条规则，如 C04。")
@click.option("--undecided", is_flag=True, help="只看还没有复核的（含待定）。")
@click.option("--hints", is_flag=True, help="“提示”和“无法判定”也列出。")
def list_(out: Path, unit: str, code: str, undecided: bool, hints: bool) -> None:
    """列出最近一次运行的问题。每行开头是编号，供其他命令使用。"""
    from pipeline.decisions.command import listed, state_of
    from pipeline.decisions.model import State

    with _explained():
        count = 0
        for one in listed(out):
            about, state = one.about, state_of(one)
            wanted = unit in about.unit_name and code.upper() in ("", about.code)
            minor = (one.unknown or one.severity == "提示") and not (hints or state)
            if wanted and not minor and not (undecided and state not in (None, State.PENDING)):
                say(_line(one))
                count += 1
    say(f"共 {count} 处。" if count else "没有符合条件的问题。")


def _line(one: Listed) -> str:
    from pipeline.decisions.model import REACH_WORDS, STATE_WORDS

    about = one.about
    owner = f"{about.unit_name or '未识别单位'}{' ' + about.person if about.person else ''}"
    weight = "无法判定" if one.unknown else one.severity
    decided = ""
    if one.holds and one.holds.decision.statement.state:
        said = one.holds.decision.statement
        carried = "，沿用前一稿" if one.holds.carried else ""
        decided = f" → {STATE_WORDS[one.holds.decision.statement.state]}（{REACH_WORDS[said.reach]}{carried}）{said.text}"
    return f"{one.number}  {owner}  {about.where}  {about.code} {weight}  {about.message}{decided}"


@command.command(cls=PlacedCommand, name="confirm", short_help="同意：意见成立", options_metavar="[选项]")
@OUT
@NUMBERS
@FOR
@BY
def confirm(out: Path, numbers: tuple[str, ...], reach: str, by: str) -> None:
    """同意这几条意见。可以一次写几个编号。"""
    _record(out, numbers, "confirmed", reach, "", by)


@command.command(cls=PlacedCommand, name="dismiss", short_help="不采纳：写明理由", options_metavar="[选项]")
@OUT
@NUMBERS
@click.option("--reason", required=True, metavar="理由", help="（必填）为什么不采纳；记入“复核记录”。")
@FOR
@BY
def dismiss(out: Path, numbers: tuple[str, ...], reason: str, reach: str, by: str) -> None:
    """不采纳这几条意见：不再写入批注和《审核意见》，汇总表中单独计数。

    \b
    --for 本单位：这条规则在该单位今后都不采纳；--for 本规则：在本通知下都不采纳。
    """
    _record(out, numbers, "dismissed", reach, reason, by)


@command.command(cls=PlacedCommand, name="reword", short_help="改写：用自己的话说", options_metavar="[选项]")
@OUT
@click.argument("number", metavar="编号")
@click.argument("words", metavar="改写后的话")
@BY
def reword(out: Path, number: str, words: str, by: str) -> None:
    """意见成立，但换一种说法：批注和《审核意见》里改用这句话，程序原来的建议不再写。话里有空格的，两头加引号。"""
    _record(out, (number,), "reworded", "本项", words, by)


@command.command(cls=PlacedCommand, name="undo", short_help="撤销以前的复核意见", options_metavar="[选项]")
@OUT
@NUMBERS
@FOR
@BY
def undo(out: Path, numbers: tuple[str, ...], reach: str, by: str) -> None:
    """撤销对这几条问题的复核意见，恢复为未复核。以前的意见仍留在“复核记录”里。"""
    _record(out, numbers, "", reach, "", by)


def _record(out: Path, numbers: tuple[str, ...], state: str, reach: str, text: str, by: str) -> None:
    from pipeline.decisions.command import say as record
    from pipeline.decisions.readback import who

    with _explained():
        found = record(out, numbers, _statement(state, reach, text), by.strip() or who(), datetime.now())
    done = "已撤销" if not state else "已记下"
    for about in found:
        where = {"本项": about.where, "本单位": "全单位", "本规则": "本通知下所有单位"}[reach]
        owner = "" if reach == "本规则" else f"{about.unit_name}{about.person}"
        say(f"{done}：{about.code} {owner}{where}。")
    say("再次运行 chengnuo run 后，批注、《审核意见》和台账按此重新生成。")


def _statement(state: str, reach: str, text: str) -> Statement:
    from pipeline.decisions.model import State, Statement
    from pipeline.decisions.typed import REACHES as WORDS

    return Statement(State(state) if state else None, WORDS[reach], text.strip())


class _explained:
    """Errors that have a Chinese message become the command's."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from pipeline.decisions.command import DecideError
        from pipeline.ledger.store.opening import StoreError

        if isinstance(error, (DecideError, StoreError)):
            raise click.ClickException(str(error)) from error
