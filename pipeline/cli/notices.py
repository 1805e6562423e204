"""`chengnuo notices`: which notices there are, or what one asks."""

from __future__ import annotations

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say
from pipeline.cli.rules import pack_title


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="notices", short_help="列出可用的通知")
@click.argument("notice", metavar="[通知]", required=False)
def command(notice: str | None) -> None:
    """列出可用的通知；给出名称（如 csust-2012）则说明它的时间安排、份数和启用的规则。"""
    from rules.packs import PackError, load_pack, pack_ids

    try:
        if notice is None:
            for name in pack_ids():
                say(f"{name}  {load_pack(name).title}")
            return
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
    for copies in dict.fromkeys(c.text for c in pack.copies.values() if c.text):
        say(f"份数：{copies}")
    say("启用的规则：")
    for code, settings in sorted(pack.rules.items()):
        if settings.on:
            say(f"  {code}  {settings.title or pack_title(code)}（{settings.severity}{'，' + settings.ref if settings.ref else ''}）")
