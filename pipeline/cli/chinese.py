"""click's own words in Chinese: usage, option list, help option, wrong use."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

import click


class ChineseCommand(click.Command):
    """A command whose help is Chinese throughout. Defaults and duties are said in the options' own help texts."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法 line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """选项 section; click's bracketed notes in English are left out, the help texts say the same."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
        with formatter.section("选项"):
            formatter.write_dl([(name, re.sub(r"\s*\[[^\]]*\]$", "", text)) for name, text in rows])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` with a Chinese description."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本帮助。"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """A command with commands of its own, listed in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the source."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in self.commands.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the message for a wrong name in Chinese."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(f"{ctx.command_path} 没有“{args[0]}”。{meant(args[0], self.commands)}可用的：{'、'.join(self.commands)}。")
        return super().resolve_command(ctx, args)


def explain(error: click.ClickException) -> str:
    """click's message about wrong use, in the clerk's language."""
    if isinstance(error, click.NoSuchOption):
        return f"没有 {error.option_name} 这个选项。{meant(error.option_name, error.possibilities or ())}用 --help 查看用法。"
    if isinstance(error, click.MissingParameter) and error.param is not None:
        which = "可用的通知见 chengnuo notices。" if _label(error.param) == "--notice" else ""
        return f"缺少参数 {_label(error.param)}。{which}用 --help 查看用法。"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_label(error.param)} 的值不对。{_allowed(error.param, error.message)}用 --help 查看用法。"
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} 后面缺少内容。用 --help 查看用法。"
    if isinstance(error, click.UsageError) and "extra argument" in error.message:
        return "多了参数，请核对；含空格的路径请加引号。用 --help 查看用法。"
    return error.message


def _label(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.name or "")


def meant(word: str, known: Iterable[str]) -> str:
    """What a mistyped word was probably meant to be, as a question; empty where nothing is near."""
    names = {name.lstrip("-"): name for name in known}
    near = difflib.get_close_matches(word.lstrip("-"), names, 1, 0.7)
    return f"是不是 {names[near[0]]}？" if near else ""


def _allowed(param: click.Parameter, said: str) -> str:
    kind = param.type
    if isinstance(kind, click.Path):
        if "is not readable" in said or "is not writable" in said:
            return "没有权限打开，请检查权限，或换一个位置。"
        return "那里有一个文件，要写的是文件夹。" if "is a file" in said else "请核对路径。"
    if isinstance(kind, click.Choice):
        return f"可以是：{'、'.join(str(c) for c in kind.choices)}。"
    if isinstance(kind, click.DateTime):
        return "日期请写成 2012-03-14 的样子。"
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        return f"应为不小于 {kind.min} 的数。" if kind.max is None else f"应在 {kind.min} 到 {kind.max} 之间。"
    return ""
