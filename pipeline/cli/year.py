"""What the commands of the year share: the folder of results, the day, who acts, and their errors in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.cli.place import HELP, usual

if TYPE_CHECKING:
    from pipeline.year.office import Office

F = TypeVar("F", bound=Callable[..., Any])
YEAR = "chengnuo.year"
DAY = click.DateTime(["%Y-%m-%d"])


def office_options(function: F) -> F:
    """`--out`, `--year`, `--today` and `--by`, the same in every command of the year."""
    for option in (
        click.option("--by", default="", metavar="姓名", help="经办人；不写则用本机用户名。"),
        click.option("--today", metavar="日期", type=DAY, help="按哪一天办理，如 2012-03-14；不写则为今天。"),
        click.option(
            "--year", metavar="年度", type=click.IntRange(1990, 2100), expose_value=False, callback=_keep_year,
            help="哪一年度的承诺书；不写则按通知的年度。",
        ),
        click.option("--out", "-o", metavar="结果文件夹", type=click.Path(path_type=Path), help=HELP),
    ):
        function = option(function)
    return function


def _keep_year(ctx: click.Context, param: click.Parameter, value: int | None) -> None:
    del param
    ctx.meta[YEAR] = value


@contextmanager
def office(out: Path | None, today: datetime | None, by: str) -> Iterator[Office]:
    """The office at work; what can go wrong comes as a ClickException."""
    from pipeline import clock
    from pipeline.cli.job import saved_job
    from pipeline.decisions.readback import who
    from pipeline.ledger.store.opening import StoreError
    from pipeline.outputs import OutputError
    from pipeline.year.office import YearError, at_work
    from rules.packs import PackError, load_pack

    folder, year = out or usual(), click.get_current_context().meta.get(YEAR)
    try:
        pack = load_pack(saved_job(folder).notice)
        with at_work(folder, pack, today.date() if today else clock.today(), by.strip() or who(), year) as found:
            _sane(click.get_current_context(), found.year)
            yield found
    except (YearError, StoreError, OutputError, PackError) as error:
        raise click.ClickException(str(error)) from error


def _sane(ctx: click.Context, year: int) -> None:
    """What is written down stays: a slip of the year on the command line (2021 for 2012) is asked about first."""
    from pipeline.year.office import YEARS_AFTER

    for option in ctx.command.params:
        said = ctx.params.get(option.name or "")
        if isinstance(said, datetime) and not year - 1 <= said.year <= year + YEARS_AFTER:
            raise click.ClickException(f"{option.opts[0]} 写的 {said.date()} 与{year}年度相差太远，请核对年份；办别的年度的，加 --year。什么也没有改动。")


def day(value: datetime | None) -> date | None:
    """The day of an option."""
    return value.date() if value else None

