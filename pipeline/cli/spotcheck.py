"""`chengnuo spotcheck`: a draw that anybody can repeat, check sheets, results."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand, ChineseGroup
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import office, office_options

SEEDS = 1_000_000


@click.group(cls=ChineseGroup, name="spotcheck", short_help="抽查：抽样、检查表、结果", subcommand_metavar="命令 [参数]…", options_metavar="[选项]")
def command() -> None:
    """抽查：分类抽取单位，每个单位一张检查表，结果读回台账。

    \b
      chengnuo spotcheck open          抽取，生成检查表
      chengnuo spotcheck take 文件夹    登记填好的检查表
      chengnuo spotcheck list          看抽了谁、查得怎样
    """


@command.command(cls=ChineseCommand, name="open", options_metavar="[选项]", short_help="分类抽取单位，生成检查表")
@click.option("--by-what", "by_what", type=click.Choice(["类别", "上级", "窗口"]), default="类别", help="按什么分类：类别、上级、窗口；不写则按类别。")
@click.option("--size", metavar="个数", type=click.IntRange(1), help="一共抽几个；不写则按通知规定的比例，每类至少一个。")
@click.option("--seed", metavar="数字", type=click.IntRange(0), help="抽样种子；写上次的种子，抽出来的完全一样。不写则由程序随机取一个并显示出来。")
@office_options
def open_(by_what: str, size: int | None, seed: int | None, out: Path | None, today: datetime | None, by: str) -> None:
    """按类别抽取单位，登记，生成检查表（Word）。

    检查表列出该单位的承诺事项（党员的至多五份），五个着眼点已填上程序看出的线索：
    “需核”是有疑点，“未见问题”是文字上没有看出问题，“无法判定”“请现场了解”要检查人员去看。

    \b
    例：chengnuo spotcheck open --size 6
        chengnuo spotcheck open --seed 2012
    """
    from pipeline.year.spot_check import FOLDER, open_check

    chosen = secrets.randbelow(SEEDS) if seed is None else seed
    with office(out, today, by) as at_work:
        done = open_check(at_work, by_what, size, chosen)
        say(f"{at_work.year}年第{done.draw}次抽查，种子 {done.seed}，按{by_what}抽取 {len(done.drawn)} 个单位：")
        for one in done.drawn:
            say(f"  {one.stratum}　{one.unit.name}")
        say(f"检查表在“{at_work.root / FOLDER}”。用同一个种子（--seed {done.seed}）、同样的名单，抽出来的结果相同。")


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="登记填好的检查表")
@click.argument("folder", metavar="收到的文件夹", type=click.Path(path_type=Path))
@office_options
@click.pass_context
def take(ctx: click.Context, folder: Path, out: Path | None, today: datetime | None, by: str) -> None:
    """读填好的检查表，登记结论，列出需要整改的事项编号。

    \b
    退出码：0 都登记了，没有要整改的；1 有要整改的，或有文件没有登记；2 命令写错。

    \b
    例：chengnuo spotcheck take 检查表
    """
    from pipeline.year.spot_check import take as take_in

    with office(out, today, by) as at_work:
        try:
            taken = take_in(at_work, folder)
        except FileNotFoundError:
            raise click.ClickException(f"没有“{folder}”这个文件夹。") from None
    say(f"登记检查表 {len(taken.units)} 份，没有登记的 {len(taken.bad)} 份。")
    for name, numbers in taken.units:
        if numbers:
            listed = " ".join(map(str, numbers))
            say(f"  {name}：需整改 {len(numbers)} 项，编号 {listed}。正在践诺的，可用 chengnuo rectify {listed} --limit 日期 责成整改。")
    for name, reason in taken.bad:
        say(f"  “{name}”没有登记：{reason}")
    for name, text in taken.doubts:
        say(f"  “{name}”{text}")
    ctx.exit(EXIT_FINDINGS if taken.bad or taken.doubts or any(numbers for _, numbers in taken.units) else EXIT_CLEAN)


@command.command(cls=ChineseCommand, name="list", options_metavar="[选项]", short_help="看抽了谁、查得怎样")
@office_options
def list_(out: Path | None, today: datetime | None, by: str) -> None:
    """列出各次抽查的单位、种子和结论。"""
    from pipeline.ledger.book.things import Unit
    from pipeline.ledger.book.year import Spot

    with office(out, today, by) as at_work:
        names = {unit.id: unit.name for unit in at_work.ledger.all(Unit)}
        found = [spot for spot in at_work.ledger.all(Spot) if spot.year == at_work.year]
    for spot in found:
        result = f"{spot.checked}查，{spot.conclusion}" if spot.checked else "检查表还没有收回"
        say(f"{spot.year}年第{spot.draw}次（种子 {spot.seed}）　{spot.stratum}　{names[spot.unit]}　{result}")
    if not found:
        say("还没有抽查过。")
