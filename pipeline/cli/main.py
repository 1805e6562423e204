"""The command `chengnuo`: which commands there are, their help, and how errors and interrupts end."""

from __future__ import annotations

import gc
import importlib
import signal
import sys
from typing import Any

import click

from pipeline import __version__, clock
from pipeline.cli.chinese import ChineseCommand, explain, meant
from pipeline.cli.console import EXIT_FINDINGS, EXIT_INTERNAL, EXIT_UNREADABLE, say_error
from pipeline.trouble import ResultsError, log_to, report, why

_YOUNG = 50_000
"""New objects after which the garbage collector looks for circles: what a command loads is no garbage."""
_FIRST_YEAR = 1980
"""Zip files, and so Word and Excel files, know no earlier one."""
COMMANDS = {
    "init": "建一个工作文件夹：设置、名册样表、收件文件夹、说明",
    "run": "审核一个收件文件夹：生成批注、审核意见和台账",
    "roster": "核对名册：各列认成了什么，哪里有误",
    "papers": "生成审核情况通报、催报通知、复审意见、审核表和打印件",
    "check": "自查一个或几个文件，报送前使用",
    "show": "看程序从文件里读出了什么",
    "decide": "复核：同意、不采纳、改写或撤销一条审核意见",
    "release": "把复核好的材料按单位打包，登记发出",
    "ledger": "台账：登记、办理、查历史，导出 Excel 填写后再导入",
    "publish": "公示：生成公示表和网页，登记起止",
    "report": "季度报告：发表、收表、通报",
    "due": "列出临近时限、滞后、逾期和长期没有进展的事项",
    "rectify": "责成限期整改，生成整改通知",
    "assess": "评议：发票、录入、结果",
    "spotcheck": "抽查：抽样、检查表、结果",
    "rollover": "未完成的事项转入下年，生成下年的起始清单",
    "diff": "比较两次运行：多了、少了、变了哪些问题",
    "rules": "列出审核规则，或说明某一条规则",
    "notices": "列出可用的通知，或说明某个通知的要求",
    "eval": "用人工标注过的承诺书检验准确率",
    "doctor": "检查运行环境是否齐备",
}


class LazyGroup(ChineseCommand, click.Group):
    """Loads a command's module only when the command is used, so that `--help` costs nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a clerk meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"pipeline.cli.{cmd_name}").command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table above, without importing any of them."""
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the message for a wrong name in Chinese."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"没有“{args[0]}”这个命令。{meant(args[0], COMMANDS)}可用的命令：{'、'.join(COMMANDS)}。")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="命令 [参数]…",
    options_metavar="[选项]",
    no_args_is_help=True,
    epilog="各命令的用法：chengnuo 命令 --help。使用手册见 docs/手册.md。",
)
@click.version_option(__version__, prog_name="chengnuo", message="%(prog)s %(version)s", help="显示版本号。")
def cli() -> None:
    """承诺：读取公开承诺书，对照通知要求逐项审核，生成批注、审核意见和台账。"""


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 findings or a stopped run, 2 wrong use or unreadable input, 3 an error
    of our own, whose traceback goes to a log."""
    gc.set_threshold(_YOUNG, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a GBK console must not end the run over one character
    log_to()
    signal.signal(signal.SIGTERM, _stop)
    if sys.platform == "win32":
        signal.signal(signal.SIGBREAK, _stop)
    if clock.now().year < _FIRST_YEAR:
        say_error(f"电脑的日期是{clock.now():%Y年%m月%d日}，不对（多为主板电池没电）。请先校正电脑的日期和时间，再运行同一命令。")
        sys.exit(EXIT_UNREADABLE)
    try:
        code: Any = cli.main(standalone_mode=False, windows_expand_args=True)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        say_error(explain(error))
        code = EXIT_UNREADABLE
    except ResultsError as error:
        say_error(str(error))
        code = EXIT_UNREADABLE
    except (click.Abort, KeyboardInterrupt):
        say_error("已停止。已完成的部分已保存，再次运行同一命令即可接着做。")
        code = EXIT_FINDINGS
    except OSError as error:
        report(error)
        say_error(f"读写文件时出错：{why(error)}{f'（{error.filename}）' if error.filename else ''}。请核对路径、权限和磁盘空间后重试。")
        code = EXIT_UNREADABLE
    except Exception as error:  # the last resort of the program: a clerk is not shown a traceback
        say_error(report(error))
        code = EXIT_INTERNAL
    gc.freeze()  # else the collector goes through all that was loaded once more before the end
    sys.exit(code if isinstance(code, int) else 0)


def _stop(_signal: int, _frame: object) -> None:
    """Told to end, as when the computer shuts down: the same as an interrupt."""
    raise KeyboardInterrupt
