"""`chengnuo ledger summary`: the workbook for leaders."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import say
from pipeline.cli.ledger_options import DAY, YEAR, opened
from pipeline.cli.place import OUT, PlacedCommand

if TYPE_CHECKING:
    from pipeline.leaders.make import Made
    from pipeline.rosters.book import RosterBook
    from pipeline.rosters.roster import Roster
    from rules.packs import Pack


@click.command(cls=PlacedCommand, name="summary", short_help="生成领导用的汇总簿", options_metavar="[选项]")
@OUT
@click.option(
    "--group-by", "columns", metavar="列名", multiple=True,
    help="按名册的哪一列分组，如 所属总支、类别、级别，办公室自己加的列也可以；写“单位”就是逐个单位。可以写几次，每列一页。不写则按上级党组织。",
)  # fmt: skip
@YEAR
@click.option("--today", metavar="日期", type=DAY, help="按哪一天看逾期和季度；不写则为今天。")
@click.option("--name", default="", metavar="名称", help="工作簿的名称；不写则是“领导用汇总”。")
def summary(out: Path, columns: tuple[str, ...], year: int | None, today: datetime | None, name: str) -> None:
    """生成领导用的汇总簿（Excel）：第一页“汇总”打印出来是一张 A4 横页，有数字，有图。

    \b
      汇总        报送率、办理进度（待审……已兑现、未兑现、整改、销号）、五个好/五带头覆盖
                  （颜色深浅）、主要问题、各季度走势；图随数字变化
      分组情况    各组全部数字          问题分布    各组各类问题多少处
      各单位情况  每个单位一行          说明        每个数字怎样统计
      报送明细、事项明细、问题明细、季报明细    数字都是从这四张表统计的公式，可以核对

    \b
    报送、问题用最近一次 chengnuo run 的结果，进度用台账，分组用审核时的名册。
    您改过的、正开着的工作簿不会被替换，新的另加编号。

    \b
    例：chengnuo ledger summary
        chengnuo ledger summary --group-by 类别 --group-by 级别
    """
    from pipeline.feedback.names import folder_name
    from pipeline.leaders.grouping import UnknownColumn
    from pipeline.leaders.make import BOOK, Asked, make_summary
    from pipeline.ledger.store.opening import store_exists
    from pipeline.outputs import OutputFolder

    pack, roster, book = _office(out)
    if not store_exists(out):
        raise click.ClickException(f"“{out}”里没有台账。请先运行 chengnuo ledger register {out}。")
    day = today.date() if today else _now()
    asked = Asked(day, year or pack.year or day.year, columns, folder_name(name) if name else BOOK)
    with opened(out) as ledger:
        try:
            made = make_summary(ledger, OutputFolder(out), pack, roster, book, asked)
        except UnknownColumn as error:
            raise click.ClickException(str(error)) from error
    _tell(made, out)


def _office(out: Path) -> tuple[Pack, Roster, RosterBook | None]:
    """The notice and the roster of the last run."""
    from pipeline.cli.job import saved_job
    from pipeline.questions import with_answers
    from pipeline.rosters.book import RosterError, read_roster
    from pipeline.rosters.roster import Roster
    from rules.packs import PackError, load_pack

    told = saved_job(out)
    try:
        pack = load_pack(told.notice)
        book = read_roster(told.roster, told.received, told.signed_copies) if told.roster else None
    except (RosterError, PackError) as error:
        raise click.ClickException(str(error)) from error
    roster, _ = with_answers((book.roster if book else Roster()).received_by(pack.receives.persons), out)
    return pack, roster, book


def _now() -> date:
    from pipeline import clock

    return clock.today()


def _tell(made: Made, out: Path) -> None:
    say(f"已按{'、'.join(made.groupings)}汇总 {made.written.items} 项承诺，在“{made.path}”。第一页可以直接打印。")
    if made.written.plain:
        say(f"行数多，{'、'.join(made.written.plain)}只写数字，没有用公式，以免 Excel 过慢。")
    if not made.written.items:
        say(f"台账里没有这一年度的承诺事项。请先运行 chengnuo ledger register {out}，或用 --year 写明年度。")
