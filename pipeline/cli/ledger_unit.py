"""`chengnuo ledger unit`: units that are renamed or merged, and how they were called."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.chinese import ChineseGroup
from pipeline.cli.console import say
from pipeline.cli.ledger_options import BY, opened, who
from pipeline.cli.place import OUT, PlacedCommand

NOTE = click.option("--note", default="", metavar="说明", help="依据，如批文号。")


@click.group(cls=ChineseGroup, name="unit", short_help="单位改名、合并", options_metavar="[选项]", subcommand_metavar="命令 [参数]…", no_args_is_help=True)
def unit() -> None:
    """单位改名、合并。承诺事项的编号和历史都不变，过去的日子仍按当时的名称显示，用旧名称也查得到。

    \b
    名册换了新名称而台账还是旧名称的，登记时程序会问是不是改名或合并（见 chengnuo ledger questions），
    不会自己认定；答复以后再登记一次。
    """


@unit.command(cls=PlacedCommand, name="rename", short_help="单位改名", options_metavar="[选项]")
@OUT
@click.argument("old", metavar="旧名称")
@click.argument("new", metavar="新名称")
@NOTE
@BY
def rename(out: Path, old: str, new: str, note: str, by: str) -> None:
    """单位改名。改错了的，再改回来即可。

    \b
    例：chengnuo ledger unit rename 后勤党支部 后勤服务中心党支部 --note 校发12号
    """
    from pipeline.ledger.units import rename as change

    with opened(out) as ledger:
        was = change(ledger, old, new, who(by), note)
    say(f"已改名：“{was.name}”现在叫“{new}”。请在名册里也改过来。")


@unit.command(cls=PlacedCommand, name="merge", short_help="一个单位并入另一个", options_metavar="[选项]")
@OUT
@click.argument("old", metavar="并入的单位")
@click.argument("new", metavar="并到哪个单位")
@NOTE
@BY
def merge(out: Path, old: str, new: str, note: str, by: str) -> None:
    """一个单位并入另一个（台账里已有的）单位：它的人、承诺书和还没有结束的公示、督办一起转过去。

    \b
    两边都有的人算一个人。两边都有同类承诺书的，像是同一事项的列为问题，请您答复。
    弄错了的用 chengnuo ledger unit split 撤销。

    \b
    例：chengnuo ledger unit merge 伙食党支部 后勤党支部
    """
    from pipeline.ledger.units import merge as go_in

    with opened(out) as ledger:
        count = go_in(ledger, old, new, who(by), note)
    say(f"“{old}”已并入“{new}”，转过去承诺书 {count} 份。请在名册里也改过来。")


@unit.command(cls=PlacedCommand, name="split", short_help="撤销合并", options_metavar="[选项]")
@OUT
@click.argument("old", metavar="当时并入的单位")
@NOTE
@BY
def split(out: Path, old: str, note: str, by: str) -> None:
    """撤销最近一次合并：当时转过去的转回来；合并以后又改动过的不动，列出个数。

    \b
    例：chengnuo ledger unit split 伙食党支部
    """
    from pipeline.ledger.units import part

    with opened(out) as ledger:
        done = part(ledger, old, who(by), note)
    kept = f"；合并以后又改动过、没有转回的 {len(done.left)} 处，请核对" if done.left else ""
    say(f"已撤销“{old}”的合并{kept}。")


@unit.command(cls=PlacedCommand, name="list", short_help="列出单位和用过的名称", options_metavar="[选项]")
@OUT
@click.argument("part", metavar="[名称]", default="", required=False)
def list_(out: Path, part: str) -> None:
    """列出名称（现在的或用过的）中含有这几个字的单位；不写则列出全部。"""
    from pipeline.ledger.book.things import Unit

    with opened(out) as ledger:
        units = {one.id: one for one in ledger.all(Unit)}
        changes = {one.id: [c for c in ledger.history("unit", one.id) if {"name", "merged_into"} & c.after.keys()][1:] for one in units.values()} if part else {}
    found = [one for one in units.values() if one.named(part)]
    for one in found:
        home = f"（已并入“{units[one.merged_into].name}”）" if one.merged_into else ""
        former = f"（用过的名称：{'、'.join(one.former.splitlines())}）" if one.former else ""
        say(f"{one.name}{home}{former}")
        for change in changes.get(one.id, []):
            say(f"    {change.who.at:%Y-%m-%d}  {change.who.by}  {change.act}{'：' + change.note if change.note else ''}")
    say(f"共 {len(found)} 个单位。" if found else "没有这样的单位。")
