"""`chengnuo assess`: evaluation rounds: sheets out, counts in, results."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.chinese import ChineseCommand, ChineseGroup
from pipeline.cli.console import EXIT_CLEAN, EXIT_FINDINGS, say
from pipeline.cli.year import office, office_options

MOST = 30


@click.group(cls=ChineseGroup, name="assess", short_help="评议：发票、录入、结果", subcommand_metavar="命令 [参数]…", options_metavar="[选项]")
def command() -> None:
    """评议（一会四评、窗口满意度、双向考评）。有哪几轮、各占多少、怎样定等，由通知（assessment）规定。

    \b
    一轮的做法（以“七一”为例）：
      1. chengnuo assess open 七一          生成自评表、点评表、测评票和录入表
      2. 打印发放，收回后数票，把票数填进“评议结果录入.xlsx”
      3. chengnuo assess take 七一 录入表   登记票数
      4. chengnuo assess result 七一        生成结果表

    用 chengnuo assess list 看有哪几轮。
    """


@command.command(cls=ChineseCommand, name="list", options_metavar="[选项]", short_help="看通知规定的各轮评议")
@office_options
def list_(out: Path | None, today: datetime | None, by: str) -> None:
    """列出各轮评议：评谁、谁来评、各占多少、什么时候。"""
    from pipeline.year.assess_book import ballots
    from pipeline.year.judged import WORDS

    with office(out, today, by) as at_work:
        for name, told in at_work.pack.assessment.rounds.items():
            parts = "、".join(f"{part}{data.weight:g}%" for part, data in told.parts.items())
            days = f"　{told.start}至{told.end}" if told.start and told.end else ""
            say(f"{name}　{told.title}　评{'、'.join(WORDS[kind] for kind in told.of)}　{parts}{days}　已登记 {len(ballots(at_work, name))} 行")


@command.command(cls=ChineseCommand, name="open", options_metavar="[选项]", short_help="生成一轮评议的表、票和录入表")
@click.argument("name", metavar="轮次")
@office_options
def open_(name: str, out: Path | None, today: datetime | None, by: str) -> None:
    """生成评价表（一人评的）、测评票（多人投的，一页几张，可裁开）和“评议结果录入.xlsx”。

    \b
    例：chengnuo assess open 七一
    """
    from pipeline.year.assess_book import NAME, write_book
    from pipeline.year.assess_papers import FOLDER, write_papers

    with office(out, today, by) as at_work:
        papers = write_papers(at_work, name)
        root = at_work.papers_of_year / FOLDER / name
        book = at_work.out.write(root / NAME, lambda path: write_book(path, at_work, name))
    say(f"已生成表、票 {len(papers)} 份，在“{root}”；录入表是“{book.name}”。票请按人数复印。")


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="登记录入表里的票数")
@click.argument("name", metavar="轮次")
@click.argument("file", metavar="录入表", type=click.Path(path_type=Path))
@office_options
@click.pass_context
def take(ctx: click.Context, name: str, file: Path, out: Path | None, today: datetime | None, by: str) -> None:
    """登记票数。票数对不上的行不登记，说明在哪一行；改好再运行一次即可，登记过的不会重复。

    \b
    退出码：0 都登记了；1 有没登记的行；2 不能办理，或命令写错。

    \b
    例：chengnuo assess take 七一 评议结果录入.xlsx
    """
    from pipeline.year.assess_book import read_book

    with office(out, today, by) as at_work:
        counted = read_book(at_work, name, file)
    say(f"登记 {counted.rows} 行；与以前相同的 {counted.same} 行；没有登记的 {len(counted.bad)} 处。")
    for text in counted.bad[:MOST]:
        say(f"  {text}")
    ctx.exit(EXIT_FINDINGS if counted.bad else EXIT_CLEAN)


@command.command(cls=ChineseCommand, options_metavar="[选项]", short_help="算出等次，生成结果表")
@click.argument("name", metavar="轮次")
@office_options
@click.pass_context
def result(ctx: click.Context, name: str, out: Path | None, today: datetime | None, by: str) -> None:
    """按通知的分值、比重和档次算出结果，生成《评议结果》（Word），供公布。

    缺一部分，或者票数太少的，能确定等次的照定，不能确定的写“无法定等”和原因，不估。

    \b
    退出码：0 都定了等次；1 有无法定等的；2 不能办理，或命令写错。

    \b
    例：chengnuo assess result 七一
    """
    from pipeline.year.assess_papers import FOLDER
    from pipeline.year.assess_result import NAME, outcomes, shown, write_result
    from pipeline.year.grades import UNKNOWN

    with office(out, today, by) as at_work:
        found = outcomes(at_work, name)
        target = at_work.papers_of_year / FOLDER / name / f"{NAME}.docx"
        placed = at_work.out.write(target, lambda path: write_result(path, at_work, name, found))
    for one in found:
        told = f"（{'；'.join(one.result.remarks)}）" if one.result.remarks else ""
        whose = "　".join(dict.fromkeys((one.subject.unit.name, one.subject.name)))
        say(f"{whose}　{shown(one.result.score)}　{one.result.grade}{told}")
    say(f"结果表在“{placed}”。草稿，请审定后公布。")
    ctx.exit(EXIT_FINDINGS if any(one.result.grade == UNKNOWN for one in found) else EXIT_CLEAN)
