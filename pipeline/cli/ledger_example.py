"""`chengnuo ledger example`: exemplary experiences are marked, listed, and reported up."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say
from pipeline.cli.year import office, office_options


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="example", short_help="典型经验：标注、列出、生成上报材料")
@click.argument("ids", metavar="[编号]…", nargs=-1, type=click.IntRange(1))
@click.option("--text", default="", metavar="文字", help="好在哪里：做法、经验，一两句话。写了编号的必须写，或写 --off。")
@click.option("--off", is_flag=True, help="不再列为典型经验；原来写的留在历史里。")
@click.option("--unit", default="", metavar="单位", help="只看名称（或上级名称）中含有这几个字的单位。")
@click.option("--paper", is_flag=True, help="生成“典型经验.docx”，供上报。")
@office_options
def example(ids: tuple[int, ...], text: str, off: bool, unit: str, paper: bool, out: Path | None, today: datetime | None, by: str) -> None:
    """把践诺中的好做法好经验标出来，列出，生成上报材料（Word）。也可以在导出的台账“典型经验”一列填写。

    写编号是标注，不写编号是列出。践诺中、已兑现、销号的事项才能标。

    \b
    例：chengnuo ledger example 17 --text 先试一层，再整栋推开，师生参与验收
        chengnuo ledger example
        chengnuo ledger example --paper
        chengnuo ledger example 17 --off
    """
    from pipeline.ledger.book.life import Illegal
    from pipeline.year.examples import NAME, examples, mark, write_examples

    if ids and bool(text.strip()) == off:
        raise click.UsageError("请用 --text 写明好在哪里；不再列为典型经验的写 --off。两样只写一样。")
    if not ids and (text or off):
        raise click.UsageError("请写明是哪几项（编号）。")
    with office(out, today, by) as at_work:
        if ids:
            try:
                changed = mark(at_work, ids, text.strip())
            except Illegal as error:
                raise click.ClickException(f"{error}。什么也没有改动。") from error
            say(f"{'已取消' if off else '已列为'}典型经验：{changed} 项。")
        found = examples(at_work, unit)
        for owner in found.owners if not ids else ():
            for item in owner.items:
                say(f"{item.id}  {owner.unit.name}{' ' + owner.name if owner.personal else ''}  {item.state}  {' '.join(item.text.split())}")
                say(f"    {' '.join(item.example.split())}")
        if not ids:
            say(f"共 {found.count} 项。" if found.count else "还没有标注典型经验。")
        if found.early:
            say(f"标了典型经验、还没有践诺的 {len(found.early)} 项没有列入：编号 {'、'.join(map(str, found.early[:20]))}。")
        if paper and found.count:
            placed = at_work.out.write(at_work.papers_of_year / f"{NAME}.docx", lambda path: write_examples(path, at_work, found))
            say(f"已生成“{placed}”。草稿，请审核后上报。")
