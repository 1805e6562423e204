"""`chengnuo notices explain`: a pack as a readable page."""

from __future__ import annotations

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="explain", short_help="把一个通知写成一页中文说明")
@click.argument("notice", metavar="通知")
def command(notice: str) -> None:
    """把一个通知写成一页中文说明（Markdown）：对谁要求什么、时间、轻重、用语。供办公室核对通知录得对不对。

    \b
    例：chengnuo notices explain csust-2012 > 说明.md
    """
    from pipeline.notices.explain import explained
    from rules.packs import PackError, load_pack

    try:
        say(explained(load_pack(notice)).rstrip())
    except PackError as error:
        raise click.ClickException(str(error)) from error
