"""`chengnuo notices`: which notices there are, what one asks; new ones, their cases, and a notice as a page."""

from __future__ import annotations

import importlib

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say
from pipeline.cli.rules import pack_title

COMMANDS = {
    "new": "新建一个通知：问几个问题，写好 pack.yaml",
    "test": "运行通知自带的用例",
    "explain": "把一个通知写成一页中文说明",
}


class NoticesGroup(ChineseCommand, click.Group):
    """Commands of notices; a word that is none of them is a notice."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which an author needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command; else one that tells of the notice of that name."""
        if cmd_name in COMMANDS:
            found: click.Command = importlib.import_module(f"pipeline.cli.notices_{cmd_name}").command
            return found
        return click.Command(cmd_name, callback=lambda: _tell(cmd_name), add_help_option=False)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=NoticesGroup,
    invoke_without_command=True,
    options_metavar="[选项]",
    subcommand_metavar="[通知 | 命令 …]",
    name="notices",
    short_help="列出可用的通知",
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """列出可用的通知；给出名称（如 csust-2012）或文件夹则说明它的时间安排、份数和启用的规则。"""
    from rules.packs import load_pack, pack_ids

    if ctx.invoked_subcommand is None:
        for name in pack_ids():
            say(f"{name}  {load_pack(name).title}")


def _tell(notice: str) -> None:
    from pipeline.notices.explain import told
    from rules.engine import rules_of
    from rules.packs import PackError, load_pack

    try:
        pack = load_pack(notice)
    except PackError as error:
        raise click.ClickException(str(error)) from error
    say(f"{pack.id}  {pack.title}")
    if pack.calendar.hand_in:
        say(f"报送截止：{pack.calendar.hand_in}")
    for year, day in sorted(pack.calendar.hand_in_by_year.items()):
        say(f"{year} 年度报送截止：{day}")
    if pack.period:
        say(f"承诺期限：{pack.period.start} 至 {pack.period.end}")
    for stage in pack.calendar.stages:
        begin = f"{stage.start} 至 " if stage.start else ""
        say(f"  {stage.name}：{begin}{stage.end or ''}")
    for copies in dict.fromkeys(told(c) for c in pack.copies.values() if c.text):
        say(f"份数：{copies}")
    say("启用的规则：")
    for rule in rules_of(pack):
        settings = pack.rule(rule.code)
        if settings.on:
            ref = f"，{settings.ref}" if settings.ref else ""
            say(f"  {rule.code}  {settings.title or pack_title(rule.code)}（{settings.severity}{ref}）")
